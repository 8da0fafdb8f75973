#include "reports/cover_command.h"

#include "stead/periods.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stead {

Period days_of(const Cover& cover) {
  return {cover.from.value_or(kFirstDay), cover.to.value_or(kLastDay)};
}

std::string cover_command(const Book& book, std::string_view record, const Cover& cover) {
  const std::string_view who = book.canonical(cover.by);
  const Period days = days_of(cover);
  std::string text = fmt::format("stead cover {} {}", record, who);
  if (cover.from || cover.to) text += ' ' + typed(days);
  const bool has_others = std::ranges::any_of(book.contact(record)->cover, [&](const Cover& other) {
    return other != cover && book.canonical(other.by) == who && days_of(other) == days;
  });
  if (!has_others) return text;
  if (cover.scope.empty()) return text + " --scope all";
  return text + fmt::format(" --scope {}", fmt::join(cover.scope, " --scope "));
}

}  // namespace stead
