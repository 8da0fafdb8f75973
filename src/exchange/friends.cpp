#include "stead/friends.h"

#include "book/unicode.h"
#include "stead/error.h"
#include "stead/text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace stead {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kNickname = "a.k.a. ";

enum class Section { none, other, people, activities, notes, places };

/// The text with a blank for each run of them.
std::string tidy(std::string_view text) {
  std::string tidied;
  for (const char c : trimmed(text)) {
    const bool blank = kBlanks.find(c) != std::string_view::npos;
    if (!blank) tidied += c;
    if (blank && tidied.back() != ' ') tidied += ' ';
  }
  return tidied;
}

void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

/// A line of the file, and where it stands.
struct Line {
  std::string_view text;
  const std::string& file;
  std::size_t number;

  /// Refuses the line because of `part`, a piece of its text.
  Error&& with_place(Error&& error, std::string_view part) const {
    std::size_t column = 1;
    std::string_view before = text.substr(0, static_cast<std::size_t>(part.data() - text.data()));
    for (; !before.empty(); ++column) take_code_point(before);
    return std::move(error).at({file, number, column});
  }

  void must_be_clean() const {
    try {
      require_clean(text, "the line");
    } catch (Error& error) {
      throw with_place(std::move(error), text.substr(first_unclean()));
    }
  }

 private:
  std::size_t first_unclean() const {
    std::string_view rest = text;
    for (std::string_view next = rest; utf8_length(next) > 0; rest = next) {
      const char32_t code = take_code_point(next);
      if (code != U'\t' && (code < 0x20 || (0x7f <= code && code < 0xa0))) break;
    }
    return text.size() - rest.size();
  }
};

/// The section that a heading begins, or nothing where the line is no heading. One that friends
/// does not know may stand for itself, as a title does.
std::optional<Section> heading(std::string_view text) {
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  if (level == 0) return std::nullopt;
  const bool apart = level == text.size() || kBlanks.find(text[level]) != std::string_view::npos;
  text = trimmed(text.substr(level));
  if (text.ends_with(':')) text = trimmed(text.substr(0, text.size() - 1));
  constexpr std::pair<std::string_view, Section> kSections[] = {{"activities", Section::activities},
                                                                {"notes", Section::notes},
                                                                {"friends", Section::people},
                                                                {"locations", Section::places}};
  const std::string name = fold(text);
  for (const auto& [known, section] : kSections) {
    if (name == known) return section;
  }
  return apart ? std::optional(Section::other) : std::nullopt;
}

/// What follows the bullet, if there is one.
std::string_view item_in(std::string_view text) {
  text = trimmed(text);
  const bool bullet = !text.empty() && std::string_view("-*+").find(text[0]) != text.npos;
  if (bullet && (text.size() == 1 || kBlanks.find(text[1]) != std::string_view::npos)) {
    return trimmed(text.substr(1));
  }
  return text;
}

/// Does `text` begin with what follows a name: nicknames, a place, a tag?
bool begins_detail(std::string_view text) {
  if (text.starts_with('[')) return true;
  if (text.starts_with('(')) return text.substr(1).starts_with(kNickname);
  return text.size() > 1 && (text[0] == '@' || text[0] == '#') &&
         kBlanks.find(text[1]) == std::string_view::npos;
}

/// Takes the text up to the first blank behind which a detail begins.
std::string_view take_name(std::string_view& text) {
  std::size_t end = begins_detail(text) ? 0 : text.find_first_of(kBlanks);
  while (end < text.size() && !begins_detail(trimmed(text.substr(end)))) {
    end = text.find_first_of(kBlanks, end + 1);
  }
  const std::string_view name = text.substr(0, end);
  text = trimmed(text.substr(name.size()));
  return name;
}

/// Takes what is between brackets at the front of `text`: up to the last `close` before the next
/// detail, so that a nickname may have brackets of its own.
std::string_view take_bracket(const Line& line, std::string_view& text, char close) {
  const auto ends = [&](std::size_t at) {
    const std::string_view rest = trimmed(text.substr(at + 1));
    return rest.empty() || begins_detail(rest);
  };
  std::size_t end = text.find(close);
  while (end != std::string_view::npos && !ends(end)) end = text.find(close, end + 1);
  if (end == std::string_view::npos) {
    throw line.with_place(Error::usage("the '{}' lacks its '{}'", text.front(), close), text);
  }
  const std::string_view inside = trimmed(text.substr(1, end - 1));
  text = trimmed(text.substr(end + 1));
  return inside;
}

/// Lower case, as tags are in the book; friends allows letters, digits, colons and hyphens.
std::string lower_tag(std::string_view tag) {
  std::string lowered;
  for (std::size_t colon = 0; colon != std::string_view::npos;) {
    colon = tag.find(':');
    const std::string_view part = tag.substr(0, colon);
    if (!part.empty()) lowered += (lowered.empty() ? "" : ":") + handle_from(part);
    if (colon != std::string_view::npos) tag.remove_prefix(colon + 1);
  }
  return lowered;
}

void take_detail(const Line& line, std::string_view& text, FriendsPerson& person) {
  if (text.starts_with('[')) {
    person.place = tidy(take_bracket(line, text, ']'));
  } else if (text.starts_with('(')) {
    std::string_view names = take_bracket(line, text, ')');
    while (!names.empty()) {
      names.remove_prefix(kNickname.size());
      const std::size_t next = std::min(names.find(" a.k.a. "), names.size());
      if (std::string name = tidy(names.substr(0, next)); !name.empty()) {
        add_once(person.nicknames, std::move(name));
      }
      names = trimmed(names.substr(next));
      if (!names.starts_with(kNickname)) break;
    }
  } else {
    const std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
    if (std::string tag = lower_tag(text.substr(1, end - 1)); !tag.empty()) {
      add_once(person.tags, std::move(tag));
    }
    text = trimmed(text.substr(end));
  }
}

FriendsPerson read_person(const Line& line, std::string_view text) {
  const std::string_view whole = text;
  FriendsPerson person;
  person.name = tidy(take_name(text));
  if (person.name.empty()) throw line.with_place(Error::usage("a name is missing"), whole);
  while (!text.empty()) {
    if (!begins_detail(text)) {
      throw line.with_place(
          Error::usage("'{}' is neither nicknames, a place nor a tag", shown(text))
              .with_hint("a friend is written: - Name (a.k.a. Nickname) [Place] @tag"),
          text);
    }
    take_detail(line, text, person);
  }
  return person;
}

/// Is `code`, beside a `_`, part of the same word?
bool joins(std::optional<char32_t> code) {
  return code && (is_word_part(*code) || *code == U'_' || *code == U'/');
}

/// Takes the signs off the text of an event and notes what they marked.
class Marks {
 public:
  explicit Marks(FriendsEvent& event) : event_(event) {}

  void read(std::string_view text) {
    while (!text.empty()) {
      if (take_name(text) || take_place(text)) continue;
      const std::string_view before = text;
      last_ = take_code_point(text);
      event_.text.append(before, 0, before.size() - text.size());
    }
  }

 private:
  bool take_name(std::string_view& text) {
    if (!text.starts_with("**")) return false;
    const std::size_t end = text.find('*', 2);
    if (end == std::string_view::npos || !text.substr(end).starts_with("**")) return false;
    return take(text, 2, end, event_.names);
  }

  /// As in `_Paris_`, but not in `snake_case_word`.
  bool take_place(std::string_view& text) {
    if (!text.starts_with('_') || joins(last_)) return false;
    const std::size_t end = text.find('_', 1);
    if (end == std::string_view::npos) return false;
    std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && joins(take_code_point(rest))) return false;
    return take(text, 1, end, event_.places);
  }

  bool take(std::string_view& text, std::size_t sign, std::size_t end,
            std::vector<std::string>& found) {
    const std::string_view inside = text.substr(sign, end - sign);
    if (inside.empty() || trimmed(inside) != inside) return false;
    add_once(found, tidy(inside));
    event_.text += inside;
    last_ = U'a';
    text.remove_prefix(end + sign);
    return true;
  }

  FriendsEvent& event_;
  std::optional<char32_t> last_;
};

FriendsEvent read_event(const Line& line, std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view date = trimmed(text.substr(0, colon));
  const auto day = day_from(date);
  if (!day) {
    throw line.with_place(Error::usage("'{}' is no date", cut(shown(date), 40))
                              .with_hint("an event is written: - 2015-01-31: what happened"),
                          text);
  }
  FriendsEvent event{.day = *day, .text = {}, .names = {}, .places = {}};
  Marks(event).read(trimmed(text.substr(std::min(colon + 1, text.size()))));
  return event;
}

void read_item(const Line& line, Section section, std::string_view item, FriendsFile& friends) {
  switch (section) {
    case Section::people: friends.people.push_back(read_person(line, item)); break;
    case Section::activities: friends.activities.push_back(read_event(line, item)); break;
    case Section::notes: friends.notes.push_back(read_event(line, item)); break;
    case Section::places: add_once(friends.places, read_person(line, item).name); break;
    case Section::none:
    case Section::other:
      throw line.with_place(
          Error::usage("the line is in no section that friends knows")
              .with_hint("sections are '### Activities:', Notes, Friends and Locations"),
          item);
  }
}

}  // namespace

FriendsFile read_friends(std::string_view text, const std::string& file) {
  if (text.starts_with("\ufeff")) text.remove_prefix(3);
  FriendsFile friends;
  Section section = Section::none;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    Line line{text.substr(0, end), file, number};
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    line.must_be_clean();
    const std::string_view item = item_in(line.text);
    if (item.empty()) continue;
    if (const auto begun = heading(trimmed(line.text))) {
      section = *begun;
    } else {
      read_item(line, section, item, friends);
    }
  }
  return friends;
}

}  // namespace stead
