#include "commands/people/field_readers.h"

#include "stead/dates.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/record.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace stead {
namespace {

constexpr std::string_view kBlanks = " \t\n";

bool has_blank(std::string_view text) { return text.find_first_of(kBlanks) != text.npos; }

/// The pieces look into `text`.
std::vector<std::string_view> split(std::string_view text, char sign) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t at = text.find(sign);
    pieces.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

/// Clean text on one line, without blanks around it and without tabs.
std::string line_of(std::string_view typed, std::string_view what) {
  require_clean(typed, what);
  const std::string_view line = trimmed(typed);
  if (line.empty()) {
    throw Error::usage("{} {} empty", what, what.ends_with("hours") ? "are" : "is")
        .with_hint("leave it out; 'stead set WHO --unset FIELD' empties a field");
  }
  if (line.find('\n') != std::string_view::npos) {
    throw Error::usage("{} has more than one line", what)
        .with_hint(what == "the name" ? "write it on one line" : "long texts belong into --note");
  }
  if (line.find('\t') != std::string_view::npos) {
    throw Error::usage("{} has a tab in it", what).with_hint("write a blank instead");
  }
  return std::string(line);
}

std::string word_of(std::string_view typed) {
  std::string word = line_of(typed, "the word");
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (has_blank(word)) {
    std::string joined = word;
    std::ranges::replace(joined, ' ', '-');
    throw Error::usage("'{}' is more than one word", word)
        .with_hint(fmt::format("write it as one, such as {}", joined));
  }
  return word;
}

/// The names of a zone's parts begin with capitals: `europe/madrid` is corrected in the hint.
std::string capitalised(std::string zone) {
  bool first = true;
  for (char& c : zone) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    first = c == '/' || c == '_' || c == '-';
  }
  return zone;
}

/// Is there such a zone, as far as the system can say?
bool is_zone(const std::string& name, const World& world) {
  return is_zone_name(name) && (!world.has_zone || world.has_zone(name).value_or(true));
}

/// Is a year written in it? Words and short dates say a day of any year.
bool has_year(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

YearDay year_day_of(std::string_view typed, const Now& now) {
  const std::string text = line_of(typed, "the day");
  if (const auto day = year_day_from(text)) return *day;
  const std::chrono::year_month_day date(read_day(text, now, Direction::back));
  YearDay day{std::nullopt, unsigned{date.month()}, unsigned{date.day()}};
  if (has_year(text)) day.year = int{date.year()};
  return day;
}

std::string rule_part(std::string_view part) {
  const std::size_t equals = part.find('=');
  const std::string_view name = trimmed(part.substr(0, equals));
  const std::string_view value =
      equals == std::string_view::npos ? "" : trimmed(part.substr(equals + 1));
  if (name == "every" || name == "at-most") {
    return fmt::format("{}={}", name, to_string(read_span(value)));
  }
  if (name == "reply-within") return fmt::format("{}={}", name, to_string(read_work(value)));
  throw Error::usage("a rule says nothing about '{}'", name)
      .with_hint("a rule is TAG:every=SPAN,at-most=SPAN,reply-within=TIME, or a part of that");
}

/// The names and handles of all organisations, for suggestions.
std::vector<std::string> names_of_orgs(const Book& book) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames contact = book.names(i);
    if (contact.kind != "org") continue;
    names.emplace_back(contact.name);
    names.emplace_back(contact.id);
  }
  return names;
}

/// The only organisation that has a word beginning so; nothing where there is none, or several.
std::optional<std::string> find_org(const Book& book, std::string_view typed) {
  const std::string front = fold(typed);
  std::optional<std::string> found;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames contact = book.names(i);
    const auto words = folded_words(contact.name);
    const auto begins = [&](const std::string& word) { return word.starts_with(front); };
    if (contact.kind != "org" || !std::ranges::any_of(words, begins)) continue;
    if (found) return std::nullopt;
    found = contact.id;
  }
  return found;
}

std::string one_of(std::string_view typed, std::string_view what,
                   std::initializer_list<std::string_view> words) {
  std::string word = word_of(typed);
  if (std::ranges::find(words, word) != words.end()) return word;
  throw Error::usage("{} cannot be '{}'", what, word)
      .with_hint(fmt::format("it is {}", fmt::join(words, " or ")));
}

}  // namespace

FieldTexts read_line(const std::string& typed, Session&) { return {line_of(typed, "the text")}; }

FieldTexts read_long_text(const std::string& typed, Session& session) {
  std::string text = session.text_argument({typed}, "the text");
  if (trimmed(text).empty()) {
    throw Error::usage("the text is empty")
        .with_hint("leave it out; 'stead set WHO --unset FIELD' empties a field");
  }
  return {std::move(text)};
}

FieldTexts read_words(const std::string& typed, Session&) {
  FieldTexts words;
  for (const std::string_view word : split(typed, ',')) words.push_back(word_of(word));
  return words;
}

FieldTexts read_email(const std::string& typed, Session&) {
  const std::string address = line_of(typed, "the e-mail address");
  const std::size_t at = address.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == address.size() || has_blank(address) ||
      address.find_first_of("<>") != std::string::npos) {
    throw Error::usage("'{}' is not an e-mail address", address)
        .with_hint("give the address alone, such as ana@example.org");
  }
  return {address};
}

FieldTexts read_phone(const std::string& typed, Session&) {
  const std::string number = line_of(typed, "the phone number");
  if (number.find_first_of("0123456789") == std::string::npos) {
    throw Error::usage("'{}' is not a phone number: there is no digit in it", number);
  }
  return {number};
}

FieldTexts read_url(const std::string& typed, Session&) {
  const std::string address = line_of(typed, "the address");
  if (has_blank(address)) throw Error::usage("'{}' is no web address: it has blanks", address);
  return {address};
}

FieldTexts read_zone(const std::string& typed, Session& session) {
  const std::string zone = line_of(typed, "the time zone");
  if (is_zone(zone, session.world)) return {zone};
  const std::string better = capitalised(zone);
  throw Error::usage("'{}' is not the name of a time zone", zone)
      .with_hint(better != zone && is_zone(better, session.world)
                     ? fmt::format("did you mean '{}'?", better)
                     : "a zone is named by an area and a city, such as Europe/Madrid; or UTC");
}

FieldTexts read_year_day(const std::string& typed, Session& session) {
  return {to_string(year_day_of(typed, session.now))};
}

FieldTexts read_yearly_date(const std::string& typed, Session& session) {
  const std::size_t equals = typed.find('=');
  if (equals == std::string::npos) {
    throw Error::usage("'{}' does not say what is on that day", typed)
        .with_hint("--date DAY=TEXT, such as --date \"1sep=office opened\"");
  }
  const YearDay day = year_day_of(typed.substr(0, equals), session.now);
  return {to_string(day) + ' ' + line_of(typed.substr(equals + 1), "the text")};
}

FieldTexts read_capacity(const std::string& typed, Session&) {
  int number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (error != std::errc() || end != typed.data() + typed.size() || number < 1 || number > 999) {
    throw Error::usage("'{}' is not a number of clients", typed)
        .with_hint("a whole number from 1 to 999");
  }
  return {std::to_string(number)};
}

FieldTexts read_calendar_span(const std::string& typed, Session&) {
  return {to_string(read_span(typed))};
}

FieldTexts read_working_time(const std::string& typed, Session&) {
  return {to_string(read_work(typed))};
}

FieldTexts read_hours(const std::string& typed, Session&) {
  std::string hours = line_of(typed, "the working hours");
  if (!hours_from(hours)) {
    throw Error::usage("'{}' are no working hours", hours)
        .with_hint("days and one stretch of the day, such as \"mon-fri 09:00-17:00\"");
  }
  return {std::move(hours)};
}

FieldTexts read_rule(const std::string& typed, Session&) {
  const std::size_t colon = typed.find(':');
  if (colon == std::string::npos) {
    throw Error::usage("'{}' is not a rule", typed)
        .with_hint("a rule is TAG:every=SPAN,at-most=SPAN,reply-within=TIME, or a part of that");
  }
  std::string rule = word_of(typed.substr(0, colon)) + ':';
  for (const std::string_view part : split(std::string_view(typed).substr(colon + 1), ',')) {
    rule += (rule.back() == ':' ? "" : ",") + rule_part(part);
  }
  return {std::move(rule)};
}

FieldTexts read_kind(const std::string& typed, Session&) {
  const std::string kind = one_of(typed, "the kind", {"org", "person"});
  return kind == "org" ? FieldTexts{kind} : FieldTexts{};
}

FieldTexts read_contact(const std::string& typed, Session& session) {
  return {contact_named(session.book(), typed)};
}

FieldTexts read_contacts(const std::string& typed, Session& session) {
  return contacts_named(session.book(), typed);
}

FieldTexts read_org(const std::string& typed, Session& session) {
  const Book& book = session.book();
  const auto found = find_contact_named(book, typed);
  if (!found) {
    const std::string name = line_of(typed, "the name");
    const std::string meant = did_you_mean(nearest(name, names_of_orgs(book)));
    throw Error::usage("no organisation is called '{}'", name)
        .with_hint(fmt::format("{}{}'stead add \"{}\" --kind org' adds it", meant,
                               meant.empty() ? "" : " ", name));
  }
  const Contact& org = *book.contact(*found);
  if (!org.is_org()) {
    if (const auto meant = find_org(book, typed)) return {*meant};
    throw Error::usage("{} is a person, not an organisation", org.name)
        .with_hint(fmt::format("'stead set {} --kind org' says otherwise", org.id));
  }
  return {org.id};
}

FieldTexts read_past_when(const std::string& typed, Session& session) {
  return {to_string(read_when(typed, session.now, Direction::back))};
}

FieldTexts read_future_when(const std::string& typed, Session& session) {
  return {to_string(read_when(typed, session.now, Direction::forward))};
}

FieldTexts read_from(const std::string& typed, Session&) {
  const std::string side = one_of(typed, "--from", {"me", "them", "both"});
  return side == "both" ? FieldTexts{} : FieldTexts{side};
}

FieldTexts read_went(const std::string& typed, Session&) {
  return {one_of(typed, "--went", {"well", "badly"})};
}

FieldTexts read_flag(const std::string&, Session&) { return {"true"}; }

std::string read_name(const std::vector<std::string>& words) {
  const std::string typed = fmt::format("{}", fmt::join(words, " "));
  if (trimmed(typed).empty()) {
    throw Error::usage("the name is empty").with_hint("say it as people do, such as \"Ana Ruiz\"");
  }
  std::string name = line_of(typed, "the name");
  require_name(name);
  return name;
}

}  // namespace stead
