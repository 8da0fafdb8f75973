#include "stead/heard_age.h"

#include "stead/calendar_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace stead {
std::string said_when(const Heard& heard, Day today) {
  return heard.on ? "said " + time_ago(*heard.on, today) : "";
}

std::string heard_age(const Heard& heard, Day today) {
  std::vector<std::string> parts;
  if (heard.on) parts.push_back(said_when(heard, today));
  if (heard.reflected) parts.push_back("reflected on " + long_date(*heard.reflected));
  if (heard.retired) parts.push_back("no longer true since " + long_date(*heard.retired));
  if (!heard.reflected && !heard.retired) parts.emplace_back("not yet reflected");
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace stead
