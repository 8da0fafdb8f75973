#pragma once

#include "cli/options.h"
#include "cli/world.h"

#include <string>
#include <string_view>

namespace stead {

/// Prints an answer: on a terminal that it does not fit on through the pager, `$PAGER` or else
/// `less`, as git does; else plainly, also where the pager cannot be started. `--no-pager`, an
/// empty PAGER, `cat` and a terminal without abilities (TERM) mean that there is none.
void show_in_pager(const World& world, const GlobalOptions& options, std::string_view text);

/// Shows an installed manual page, such as `stead-log`, on a terminal. False where there is no
/// terminal, no man(1) or no such page, and with `--no-pager`: nothing is shown then.
bool show_manual(const World& world, const GlobalOptions& options, const std::string& page);

}  // namespace stead
