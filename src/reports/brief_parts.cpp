#include "reports/brief_parts.h"

#include "stead/text.h"

#include <fmt/format.h>

namespace stead {

Text digest(std::string_view whole, std::size_t most) {
  const std::string_view text = trimmed(whole);
  const std::string line = shown(text.substr(0, text.find('\n')));
  if (most == BriefRoom::kAll) return Text(line);
  std::string front = cut(line, most, "");
  const bool is_all = front.size() == line.size() && text.find('\n') == std::string_view::npos;
  if (front.size() < line.size()) front.resize(std::min(front.find_last_of(' '), front.size()));
  return is_all ? Text(front) : Text(front) + own("…", Tone::faint);
}

Text more_than(std::size_t most, std::size_t all, const std::string& command) {
  if (all <= most) return {};
  return Text(fmt::format(" and {} more: ", all - most)) + Text(command, Tone::code);
}

std::vector<Text> lines_behind_first(std::string_view text) {
  std::vector<Text> lines = lines_of(trimmed(text));
  if (!lines.empty()) lines.erase(lines.begin());
  return lines;
}

bool is_away(const Brief& brief) { return brief.away && brief.away->contains(brief.now.today); }

Text absence_words(const Brief& brief, const BriefRoom& room) {
  const Absence& away = *brief.away;
  Text text(away.to ? long_date(away.from) + " to " + long_date(*away.to)
                    : "from " + long_date(away.from) + " on");
  return away.why.empty() ? text : text + ", " + digest(away.why, room.name);
}

}  // namespace stead
