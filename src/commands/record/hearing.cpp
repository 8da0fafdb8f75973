#include "commands/record/hearing.h"

#include "commands/record/sentences.h"
#include "stead/dates.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {

Heard heard_in(Session& session, const std::vector<std::string>& words, Day on,
               const std::string& hint) {
  Heard heard{.text = session.text_argument(words, "what was heard"),
              .on = on,
              .reflected = {},
              .retired = {}};
  heard.text = std::string(trimmed(heard.text));
  if (heard.text.empty()) throw Error::usage("what was heard is empty").with_hint(hint);
  return heard;
}

bool is_known(const Contact& contact, const Heard& heard) {
  return std::ranges::any_of(contact.heard, [&](const Heard& other) {
    return other.text == heard.text && other.on == heard.on;
  });
}

std::string known_words(const Contact& contact, const Heard& heard) {
  return fmt::format("'{}' was heard from {} on that day already", first_line(heard.text),
                     contact.name);
}

Day day_said(Session& session, const std::string& on) {
  if (on.empty()) return session.now.today;
  const Day day = read_day(on, session.now, Direction::back);
  warn_of_future(session, {day, {}});
  return day;
}

Text day_words(const std::string& on, Day day) {
  return time_words(on.empty() ? std::nullopt : std::optional(When{day, {}}));
}

}  // namespace stead
