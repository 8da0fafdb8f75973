#include "commands/people/field_options.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

constexpr std::size_t kLongest = 48;

/// What the options call a field, in words: `reply within`.
std::string label_of(std::string_view field, std::span<const FieldOption> options) {
  const auto found = std::ranges::find(options, field, &FieldOption::field);
  std::string label(found == options.end() ? field : found->name);
  std::ranges::replace(label, '-', ' ');
  std::ranges::replace(label, '_', ' ');
  return label;
}

std::string label_of(const Contact&, std::string_view field) {
  return field == "past" ? "past org" : label_of(field, contact_options());
}
std::string label_of(const Promise&, std::string_view field) {
  return field == "to" ? "to" : label_of(field, promise_options());
}
std::string label_of(const Interaction&, std::string_view field) {
  return label_of(field, interaction_options());
}

/// A value as people read it.
std::string shown_value(const Book& book, const FieldSpec& field, const std::string& value) {
  if (field.type == Type::handle || field.name == "past") return book.name_of(value);
  if (field.type == Type::day || field.type == Type::when) {
    if (const auto when = when_from(value)) return long_date(*when);
  }
  std::string line = value;
  std::ranges::replace(line, '\n', ' ');
  return cut(line, kLongest);
}

std::string list_of(const Book& book, const FieldSpec& field,
                    const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    list += (list.empty() ? "" : ", ") + shown_value(book, field, value);
  }
  return list;
}

/// The values of `a` that `b` lacks.
std::vector<std::string> missing(const std::vector<std::string>& a,
                                 const std::vector<std::string>& b) {
  std::vector<std::string> left;
  std::ranges::copy_if(a, std::back_inserter(left), [&](const std::string& value) {
    return std::ranges::find(b, value) == b.end();
  });
  return left;
}

/// The phrases for one field, from its values before and after.
class Phrases {
 public:
  Phrases(const Book& book, std::vector<Text>& out) : book_(book), out_(out) {}

  void single(const FieldSpec& field, const std::string& label,
              const std::vector<std::string>& before, const std::vector<std::string>& after) {
    const std::string was = list_of(book_, field, before);
    if (after.empty()) {
      out_.emplace_back(field.type == Type::flag ? label + " taken out"
                                                 : label + " taken out (was " + was + ")");
    } else if (field.type == Type::flag) {
      out_.emplace_back(label);
    } else {
      const std::string now = label + " " + list_of(book_, field, after);
      out_.emplace_back(was.empty() ? now : now + " (was " + was + ")");
    }
  }

  void list(const FieldSpec& field, const std::string& label,
            const std::vector<std::string>& before, const std::vector<std::string>& after) {
    const auto added = missing(after, before);
    const auto removed = missing(before, after);
    if (!added.empty()) {
      const std::string_view more = before.empty() ? "" : " added";
      out_.emplace_back(fmt::format("{} {}{}", label, list_of(book_, field, added), more));
    }
    if (!removed.empty()) {
      out_.emplace_back(label + " " + list_of(book_, field, removed) + " taken out");
    }
  }

  /// Each of the own fields as a single one.
  void named(const NamedTexts& before, const NamedTexts& after) {
    const FieldSpec plain{.name = "custom"};
    for (const auto& [key, value] : before) {
      const auto values = values_of(after, key);
      if (values != std::vector{value}) single(plain, key, {value}, values);
    }
    for (const auto& [key, value] : after) {
      if (values_of(before, key).empty()) single(plain, key, {}, {value});
    }
  }

 private:
  static std::vector<std::string> values_of(const NamedTexts& texts, std::string_view key) {
    const auto found = std::ranges::find(texts, key, &NamedTexts::value_type::first);
    return found == texts.end() ? std::vector<std::string>() : std::vector{found->second};
  }

  const Book& book_;
  std::vector<Text>& out_;
};

/// `rule client`, and what it says.
NamedTexts by_tag(const std::vector<Rule>& rules) {
  NamedTexts texts;
  for (const Rule& rule : rules) {
    std::vector<Text> parts;
    if (rule.every) parts.emplace_back("every " + to_string(*rule.every));
    if (rule.at_most) parts.emplace_back("at most " + to_string(*rule.at_most));
    if (rule.reply_within) parts.emplace_back("reply within " + to_string(*rule.reply_within));
    texts.emplace_back("rule " + rule.tag, joined(parts).plain());
  }
  return texts;
}

template <typename Value>
constexpr bool is_list(const Value*) {
  return false;
}
template <typename Element>
constexpr bool is_list(const std::vector<Element>*) {
  return true;
}

template <typename Record>
std::vector<Text> all_differences(const Book& book, const Record& before, const Record& after) {
  std::vector<Text> out;
  Phrases phrases(book, out);
  each_field<Record>([&](const FieldSpec& field, auto member) {
    if (before.*member == after.*member || field.name == "conflict") return;
    using Value = std::remove_cvref_t<decltype(before.*member)>;
    if constexpr (std::is_same_v<Value, NamedTexts>) {
      return phrases.named(before.*member, after.*member);
    } else if constexpr (std::is_same_v<Value, std::vector<Rule>>) {
      return phrases.named(by_tag(before.*member), by_tag(after.*member));
    }
    const auto old_values = field_values(before, field.name);
    const auto new_values = field_values(after, field.name);
    const std::string label = label_of(after, field.name);
    if (is_list(&(before.*member))) {
      phrases.list(field, label, old_values, new_values);
    } else {
      phrases.single(field, label, old_values, new_values);
    }
  });
  return out;
}

}  // namespace

std::vector<Text> differences(const Book& book, const Contact& before, const Contact& after) {
  return all_differences(book, before, after);
}

std::vector<Text> differences(const Book& book, const Promise& before, const Promise& after) {
  return all_differences(book, before, after);
}

std::vector<Text> differences(const Book& book, const Interaction& before,
                              const Interaction& after) {
  return all_differences(book, before, after);
}

}  // namespace stead
