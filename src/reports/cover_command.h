#pragma once

#include "stead/book.h"
#include "stead/periods.h"
#include "stead/time.h"

#include <string>
#include <string_view>

namespace stead {

/// The days on which an arrangement is in force.
Period days_of(const Cover& cover);

/// `stead cover acme sam-ortiz 2026-08-10..2026-08-21`: what names this arrangement of the contact
/// with the id `record`, and tells it from others with the same stand-in.
std::string cover_command(const Book& book, std::string_view record, const Cover& cover);

}  // namespace stead
