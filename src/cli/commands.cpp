#include "cli/command.h"

#include <algorithm>
#include <array>

namespace stead {

#define STEAD_COMMAND(group, name, access, summary) Action name##_command(Syntax&);
#include "commands/commands.def"
#undef STEAD_COMMAND

namespace {

/// A name of C++ as it is typed: `query_mail` is `query-mail`.
template <std::size_t kSize>
struct CommandName {
  constexpr explicit CommandName(const char (&name)[kSize]) {
    std::ranges::replace_copy(name, text.begin(), '_', '-');
  }
  constexpr std::string_view view() const { return {text.data(), kSize - 1}; }

  std::array<char, kSize> text{};
};

#define STEAD_COMMAND(group, name, access, summary) constexpr CommandName name##_name(#name);
#include "commands/commands.def"
#undef STEAD_COMMAND

}  // namespace

std::span<const Command> commands() {
  static constexpr auto kTable = std::to_array<Command>({
#define STEAD_COMMAND(group, name, access, summary) \
  {name##_name.view(), Group::group, Access::access, summary, name##_command},
#include "commands/commands.def"
#undef STEAD_COMMAND
  });
  return kTable;
}

Action bare_command_action(Syntax&);

const Command& bare_command() {
  static constexpr Command kBare{"bare", Group::review, Access::place, "What today asks for",
                                 bare_command_action};
  return kBare;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

std::string_view title_of(Group group) {
  switch (group) {
    case Group::record: return "Record what happened";
    case Group::people: return "People and organisations";
    case Group::cover: return "Cover";
    case Group::review: return "Look back and ahead";
    case Group::data: return "The book";
    case Group::help: return "Help";
  }
  return {};
}

}  // namespace stead
