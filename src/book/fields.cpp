#include "stead/fields.h"

#include "book/record_reader.h"
#include "stead/text.h"

#include <algorithm>
#include <charconv>
#include <type_traits>

namespace stead {
namespace {

/// Calls `work(spec, member)` for the field with this name.
template <typename Record, typename Work>
void with_field(Record& record, std::string_view name, Work work) {
  each_field<std::remove_const_t<Record>>([&](const FieldSpec& field, auto member) {
    if (field.name == name) work(field, record.*member);
  });
}

template <typename Element>
bool is_list(const std::vector<Element>&) {
  return true;
}
template <typename Other>
bool is_list(const Other&) {
  return false;
}

// ---- values as texts

template <typename Value>
std::optional<std::string> iso(const std::optional<Value>& value) {
  return value ? std::optional(to_string(*value)) : std::nullopt;
}

void add_part(std::string& text, std::string_view name, const std::optional<std::string>& value) {
  if (!value) return;
  text += text.empty() ? "" : ",";
  text += std::string(name) + "=" + *value;
}

std::string text_of(const std::string& value) { return value; }
std::string text_of(int value) { return std::to_string(value); }
std::string text_of(const PastOrg& past) { return past.org; }
std::string text_of(const YearlyDate& date) { return to_string(date.on) + ' ' + date.what; }
std::string text_of(const Absence& away) {
  return to_string(away.from) + ".." + iso(away.to).value_or("");
}
std::string text_of(const Cover& cover) { return cover.by; }
std::string text_of(const Heard& heard) { return heard.text; }
std::string text_of(const Told& told) { return to_string(told.on); }
std::string text_of(const Part& part) { return part.text; }
std::string text_of(const Origin& origin) { return origin.book + '/' + origin.id; }
std::string text_of(const Deed& deed) {
  return deed.dir + ' ' + deed.kind + (deed.amount ? ' ' + to_string(*deed.amount) : "");
}
std::string text_of(const Rule& rule) {
  std::string parts;
  add_part(parts, "every", iso(rule.every));
  add_part(parts, "at-most", iso(rule.at_most));
  add_part(parts, "reply-within", iso(rule.reply_within));
  return rule.tag + ':' + parts;
}
std::string text_of(const std::pair<std::string, std::string>& named) {
  return named.first + '=' + named.second;
}
std::string text_of(const std::pair<std::string, Day>& named) {
  return named.first + '=' + to_string(named.second);
}
template <typename Value>
requires requires(const Value& value) { to_string(value); }
std::string text_of(const Value& value) { return to_string(value); }

void add_texts(std::vector<std::string>& texts, const std::string& value) {
  if (!value.empty()) texts.push_back(value);
}
void add_texts(std::vector<std::string>& texts, bool value) {
  if (value) texts.emplace_back("true");
}
template <typename Value>
void add_texts(std::vector<std::string>& texts, const std::optional<Value>& value) {
  if (value) texts.push_back(text_of(*value));
}
template <typename Element>
void add_texts(std::vector<std::string>& texts, const std::vector<Element>& list) {
  for (const Element& element : list) texts.push_back(text_of(element));
}
void add_texts(std::vector<std::string>& texts, const When& when) {
  texts.push_back(to_string(when));
}

// ---- texts as values

std::optional<int> parsed(const FieldSpec& field, std::string_view text, const int*) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || number < field.least || number > field.most) return std::nullopt;
  return number;
}
auto parsed(const FieldSpec&, std::string_view text, const Day*) { return day_from(text); }
auto parsed(const FieldSpec&, std::string_view text, const When*) { return when_from(text); }
auto parsed(const FieldSpec&, std::string_view text, const YearDay*) { return year_day_from(text); }
auto parsed(const FieldSpec&, std::string_view text, const Span*) { return span_from(text); }
auto parsed(const FieldSpec&, std::string_view text, const Work*) { return work_from(text); }

template <typename Value>
concept Parsed = requires(const Value* value) {
  parsed(FieldSpec(), std::string_view(), value);
};

bool put(const FieldSpec& field, std::string& value, std::string_view text) {
  if (text.empty() || !is_valid(field, text)) return false;
  value = text;
  return true;
}
bool put(const FieldSpec&, bool& value, std::string_view text) {
  value = value || text == "true";
  return text == "true";
}
template <Parsed Value>
bool put(const FieldSpec& field, std::optional<Value>& value, std::string_view text) {
  const auto read = parsed(field, text, static_cast<const Value*>(nullptr));
  if (read) value = *read;
  return read.has_value();
}
template <Parsed Value>
bool put(const FieldSpec& field, Value& value, std::string_view text) {
  const auto read = parsed(field, text, static_cast<const Value*>(nullptr));
  if (read) value = *read;
  return read.has_value();
}
bool put(const FieldSpec& field, std::vector<std::string>& list, std::string_view text) {
  if (text.empty() || !is_valid(field, text)) return false;
  if (std::ranges::find(list, text) == list.end()) list.emplace_back(text);
  return true;
}
bool put(const FieldSpec&, std::vector<YearlyDate>& dates, std::string_view text) {
  const std::size_t blank = text.find(' ');
  const auto on = year_day_from(text.substr(0, blank));
  if (!on || blank == std::string_view::npos || blank + 1 == text.size()) return false;
  const YearlyDate date{*on, std::string(text.substr(blank + 1))};
  if (std::ranges::find(dates, date) == dates.end()) dates.push_back(date);
  return true;
}

/// Sets the part of a rule that is called `name`; false where there is none or it is no value.
bool put_part(Rule& rule, std::string_view name, std::string_view text) {
  if (name == "every") return put({}, rule.every, text);
  if (name == "at-most") return put({}, rule.at_most, text);
  return name == "reply-within" && put({}, rule.reply_within, text);
}

/// `client` of `client:every=1mon`, and what is behind the colon.
std::pair<std::string_view, std::string_view> parted(std::string_view text, char sign) {
  const std::size_t at = std::min(text.find(sign), text.size());
  return {text.substr(0, at), text.substr(std::min(at + 1, text.size()))};
}

bool put(const FieldSpec&, std::vector<Rule>& rules, std::string_view text) {
  const std::string_view tag = parted(text, ':').first;
  std::string_view parts = parted(text, ':').second;
  const auto same_tag = std::ranges::find(rules, tag, &Rule::tag);
  Rule rule = same_tag == rules.end() ? Rule{std::string(tag), {}, {}, {}} : *same_tag;
  if (!is_word(tag) || parts.empty()) return false;
  while (!parts.empty()) {
    const auto part = parted(parts, ',');
    const auto value = parted(part.first, '=');
    if (!put_part(rule, value.first, value.second)) return false;
    parts = part.second;
  }
  if (same_tag == rules.end()) {
    rules.push_back(std::move(rule));
  } else {
    *same_tag = std::move(rule);
  }
  return true;
}

bool put(const FieldSpec& field, NamedTexts& texts, std::string_view text) {
  const auto [key, value] = parted(text, '=');
  if (field.type != Type::texts || key.empty() || value.empty()) return false;
  const auto same = std::ranges::find(texts, key, &NamedTexts::value_type::first);
  if (same == texts.end()) {
    texts.emplace_back(key, value);
  } else {
    same->second = value;
  }
  return true;
}

/// Objects have commands of their own.
template <typename Other>
bool put(const FieldSpec&, Other&, std::string_view) {
  return false;
}

// ---- what names a value

template <typename Element>
bool is_named(const Element& element, std::string_view text) {
  return text_of(element) == text;
}
bool is_named(const YearlyDate& date, std::string_view text) {
  return text_of(date) == text || to_string(date.on) == text || date.what == text;
}
bool is_named(const Rule& rule, std::string_view text) {
  return rule.tag == text || text_of(rule) == text;
}
template <typename Value>
bool is_named(const std::pair<std::string, Value>& named, std::string_view text) {
  return named.first == text || text_of(named) == text;
}

template <typename Value>
bool take(Value& value, std::string_view text) {
  std::vector<std::string> texts;
  add_texts(texts, value);
  if (texts.empty() || fold(texts.front()) != fold(text)) return false;
  value = Value();
  return true;
}

template <typename Element>
bool take(std::vector<Element>& list, std::string_view text) {
  auto found = std::ranges::find_if(list, [&](const Element& e) { return is_named(e, text); });
  if (found == list.end()) {
    const std::string folded = fold(text);
    found =
        std::ranges::find_if(list, [&](const Element& e) { return fold(text_of(e)) == folded; });
  }
  if (found == list.end()) return false;
  list.erase(found);
  return true;
}

/// The part `every` of `client:every`; a rule that says nothing more goes with it.
bool take_part(std::vector<Rule>& rules, std::string_view tag, std::string_view part) {
  const auto rule = std::ranges::find(rules, tag, &Rule::tag);
  if (rule == rules.end()) return false;
  const Rule before = *rule;
  if (part == "every") rule->every.reset();
  if (part == "at-most") rule->at_most.reset();
  if (part == "reply-within") rule->reply_within.reset();
  const bool taken = before != *rule;
  if (!rule->every && !rule->at_most && !rule->reply_within) rules.erase(rule);
  return taken;
}

bool take(std::vector<Rule>& rules, std::string_view text) {
  const auto [tag, part] = parted(text, ':');
  if (!part.empty() && part.find('=') == std::string_view::npos) {
    return take_part(rules, tag, part);
  }
  return take<Rule>(rules, text);
}

}  // namespace

template <typename Record>
std::optional<FieldSpec> find_field(std::string_view name) {
  std::optional<FieldSpec> found;
  each_field<Record>([&](const FieldSpec& field, auto) {
    if (field.name == name) found = field;
  });
  return found;
}

template <typename Record>
bool holds_several(std::string_view name) {
  bool several = false;
  Record record;
  with_field(record, name, [&](const FieldSpec&, const auto& value) { several = is_list(value); });
  return several;
}

template <typename Record>
std::vector<std::string> field_values(const Record& record, std::string_view name) {
  std::vector<std::string> texts;
  with_field(record, name, [&](const FieldSpec&, const auto& value) { add_texts(texts, value); });
  return texts;
}

template <typename Record>
bool put_value(Record& record, std::string_view name, std::string_view value) {
  bool done = false;
  with_field(record, name,
             [&](const FieldSpec& field, auto& member) { done = put(field, member, value); });
  return done;
}

template <typename Record>
bool take_value(Record& record, std::string_view name, std::string_view value) {
  bool done = false;
  with_field(record, name, [&](const FieldSpec&, auto& member) { done = take(member, value); });
  return done;
}

template <typename Record>
void clear_field(Record& record, std::string_view name) {
  with_field(record, name, [](const FieldSpec&, auto& member) {
    member = std::remove_reference_t<decltype(member)>();
  });
}

template std::optional<FieldSpec> find_field<Contact>(std::string_view);
template std::optional<FieldSpec> find_field<Promise>(std::string_view);
template std::optional<FieldSpec> find_field<Interaction>(std::string_view);
template bool holds_several<Contact>(std::string_view);
template bool holds_several<Promise>(std::string_view);
template bool holds_several<Interaction>(std::string_view);
template std::vector<std::string> field_values(const Contact&, std::string_view);
template std::vector<std::string> field_values(const Promise&, std::string_view);
template std::vector<std::string> field_values(const Interaction&, std::string_view);
template bool put_value(Contact&, std::string_view, std::string_view);
template bool put_value(Promise&, std::string_view, std::string_view);
template bool put_value(Interaction&, std::string_view, std::string_view);
template bool take_value(Contact&, std::string_view, std::string_view);
template bool take_value(Promise&, std::string_view, std::string_view);
template bool take_value(Interaction&, std::string_view, std::string_view);
template void clear_field(Contact&, std::string_view);
template void clear_field(Promise&, std::string_view);
template void clear_field(Interaction&, std::string_view);

}  // namespace stead
