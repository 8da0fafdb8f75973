#include "commands/cover/arrangement.h"

#include "stead/dates.h"

namespace stead {

std::optional<Period> read_arranged_period(const Session& session,
                                           const std::vector<std::string>& words) {
  if (words.empty()) return std::nullopt;
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return read_period(text, session.now, Direction::forward);
}

bool is_for(const Cover& cover, const Period& period) {
  return cover.from.value_or(kFirstDay) == period.first &&
         cover.to.value_or(kLastDay) == period.last;
}

void set_period(Cover& cover, const Period& period) {
  cover.from = period.first == kFirstDay ? std::nullopt : std::optional(period.first);
  cover.to = period.last == kLastDay ? std::nullopt : std::optional(period.last);
}

std::string days_of(const Cover& cover) {
  if (!cover.from && !cover.to) return "standing";
  if (!cover.to) return "from " + long_date(*cover.from);
  if (!cover.from) return "until " + long_date(*cover.to);
  if (cover.from == cover.to) return "on " + long_date(*cover.from);
  return "from " + long_date(*cover.from) + " to " + long_date(*cover.to);
}

std::string covered_name(const Book&, const Contact& contact) {
  if (contact.id == "me") return "whoever has nobody";
  return contact.has_tag("client") ? contact.name : contact.name + "'s clients";
}

}  // namespace stead
