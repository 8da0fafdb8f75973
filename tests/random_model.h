#pragma once

#include "stead/book.h"
#include "stead/model.h"
#include "stead/record.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Dice records and books, the same for the same seed: whatever the model allows.
namespace stead::random_model {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(engine_);
  }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <typename List>
  auto one_of(const List& list) {
    return list[below(std::size(list))];
  }

  Day day() { return Day(Days(15'000 + static_cast<int>(below(6'000)))); }

  std::string text() {
    constexpr std::array<std::string_view, 12> kPieces{
        "ana",         "café",       "a \"quote\"",
        "back\\slash", "line\nnext", "tab\tand\rreturn",
        "日本",        "\U0001F600", "\x7f",
        "\u202e",      "{[,]}:",     "a longer run of plain words "};
    std::string result(1, static_cast<char>('a' + below(26)));
    for (std::size_t n = below(3); n > 0; --n) result += one_of(kPieces);
    return result;
  }

  std::string word() { return std::string(1, static_cast<char>('a' + below(26))) + "-wörd"; }
  std::string handle() {
    constexpr std::array<std::string_view, 6> kHandles{"me",   "ana-ruiz", "bo",
                                                       "josé", "김-민준",  "x-2"};
    return std::string(one_of(kHandles));
  }

  std::string string(const FieldSpec& field) {
    switch (field.type) {
      case Type::handle: return handle();
      case Type::id: return "k" + std::to_string(below(1000));
      case Type::hours: return "mon-thu 08:00-16:00";
      case Type::word: {
        if (field.words.empty()) return word();
        const std::string_view words = field.words;
        return std::string(words.substr(0, words.find(' ')));
      }
      default: return text();
    }
  }

  void fill(const FieldSpec& field, std::string& value) {
    if (field.required || chance(50)) value = string(field);
  }
  void fill(const FieldSpec&, bool& value) { value = chance(50); }
  void fill(const FieldSpec&, Day& value) { value = day(); }
  void fill(const FieldSpec&, int& value) { value = 1 + static_cast<int>(below(99)); }
  void fill(const FieldSpec&, When& value) {
    value = {day(), std::nullopt};
    if (chance(50))
      value.time = {static_cast<int>(below(1440)), static_cast<int>(below(800)) - 400};
  }
  void fill(const FieldSpec&, YearDay& value) {
    value = {chance(50) ? std::optional(1950 + static_cast<int>(below(50))) : std::nullopt,
             1 + static_cast<unsigned>(below(12)), 1 + static_cast<unsigned>(below(28))};
  }
  void fill(const FieldSpec&, Span& value) {
    value = {1 + static_cast<int>(below(40)), static_cast<Span::Unit>(below(4))};
  }
  void fill(const FieldSpec&, Work& value) {
    value = {1 + static_cast<int>(below(40)), static_cast<Work::Unit>(below(3))};
  }
  void fill(const FieldSpec&, Amount& value) {
    value = {1 + static_cast<std::int64_t>(below(90'000)), static_cast<Amount::Unit>(below(4))};
  }
  template <HasFields Object>
  void fill(const FieldSpec&, Object& value) {
    value = record<Object>();
  }

  template <typename Value>
  void fill(const FieldSpec& field, std::optional<Value>& value) {
    value.reset();
    if (field.required || chance(50)) fill(field, value.emplace());
  }
  template <typename Element>
  void fill(const FieldSpec& field, std::vector<Element>& list) {
    list.clear();
    FieldSpec element = field;
    element.required = true;
    for (std::size_t n = chance(50) ? below(4) : 0; n > 0; --n) fill(element, list.emplace_back());
  }
  void fill(const FieldSpec& field, NamedTexts& named) {
    named.clear();
    for (std::size_t n = chance(50) ? below(4) : 0; n > 0; --n) {
      named.emplace_back("key " + std::to_string(n),
                         field.type == Type::values ? R"({"a":[1.0,"x"]})" : text());
    }
  }
  void fill(const FieldSpec&, NamedDays& named) {
    named.clear();
    for (std::size_t n = chance(50) ? below(3) : 0; n > 0; --n) {
      named.emplace_back("kind" + std::to_string(n), day());
    }
  }

  template <typename Record>
  Record record() {
    Record result;
    each_field<Record>([&](const FieldSpec& field, auto member) { fill(field, result.*member); });
    return result;
  }

  /// The record with some members changed; its id stays.
  template <typename Record>
  Record changed(const Record& before) {
    Record after = before;
    each_field<Record>([&](const FieldSpec& field, auto member) {
      if (field.name == "id" || !chance(25)) return;
      change(field, after.*member);
    });
    return after;
  }

 private:
  template <typename Value>
  void change(const FieldSpec& field, Value& value) {
    fill(field, value);
  }
  /// Some elements go, some come, some move, some change.
  template <typename Element>
  void change(const FieldSpec& field, std::vector<Element>& list) {
    std::vector<Element> others;
    fill(field, others);
    for (const Element& element : others) {
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(below(list.size() + 1)), element);
    }
    if (list.size() > 1 && chance(30)) std::swap(list.front(), list.back());
    if (!list.empty() && chance(40)) {
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(below(list.size())));
    }
    if constexpr (HasFields<Element>) {
      for (Element& element : list) {
        each_field<Element>([&](const FieldSpec& f, auto member) {
          if (!f.key && chance(30)) change(f, element.*member);
        });
      }
    }
  }
  void change(const FieldSpec& field, NamedDays& named) { fill(field, named); }
  void change(const FieldSpec& field, NamedTexts& named) {
    if (named.empty() || chance(30)) return fill(field, named);
    named.front().second = field.type == Type::values ? "17" : text();
    if (chance(50)) named.pop_back();
  }

  std::mt19937 engine_;
};

/// The records of a book, as texts, in the order of the file.
struct Records {
  std::array<std::vector<std::string>, 3> texts;

  /// The book in the layout of stead-book(5).
  std::string book() const {
    std::string out = "{\n\"stead\": 1";
    for (const Collection collection :
         {Collection::contacts, Collection::promises, Collection::interactions}) {
      out += ",\n\"" + std::string(name_of(collection)) + "\": [\n";
      const std::vector<std::string>& list = texts[static_cast<std::size_t>(collection)];
      for (std::size_t i = 0; i < list.size(); ++i) {
        out += list[i] + (i + 1 < list.size() ? ",\n" : "\n");
      }
      out += "]";
    }
    return out + "\n}\n";
  }
};

/// Dice records, each with a place of its own in the order of the file.
inline Records random_records(Dice& dice) {
  Records records;
  std::vector<std::string> handles{"ana-ruiz", "bo", "josé", "me", "x-2", "김-민준"};
  for (const std::string& handle : handles) {
    if (handle != "me" && dice.chance(30)) continue;
    auto contact = dice.record<Contact>();
    contact.id = handle;
    records.texts[0].push_back(write_record(contact));
  }
  const Day first = *day_from("2020-01-01");
  for (int i = 0, n = static_cast<int>(dice.below(8)); i < n; ++i) {
    auto promise = dice.record<Promise>();
    promise.id = "p" + std::to_string(i);
    promise.made = {first + Days(10 * i), std::nullopt};
    records.texts[1].push_back(write_record(promise));
  }
  for (int i = 0, n = static_cast<int>(dice.below(12)); i < n; ++i) {
    auto interaction = dice.record<Interaction>();
    interaction.id = "i" + std::to_string(i);
    interaction.at.day = first + Days(10 * i);
    records.texts[2].push_back(write_record(interaction));
  }
  return records;
}

/// The text of JSON laid out anew as jq does, every value as it was.
inline std::string indented(std::string_view json, std::string_view newline = "\n") {
  std::string out;
  std::size_t depth = 0;
  bool in_text = false;
  const auto line = [&] { out.append(newline).append(2 * depth, ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      out += c;
      if (c == '\\') out += json[++i];
      if (c == '"') in_text = false;
    } else if (c == '{' || c == '[') {
      out += c;
      if (json.find_first_not_of(" \n", i + 1) == json.find(c == '{' ? '}' : ']', i + 1)) continue;
      ++depth;
      line();
    } else if (c == '}' || c == ']') {
      if (out.back() != '{' && out.back() != '[') {
        --depth;
        line();
      }
      out += c;
    } else if (c == ',') {
      out += c;
      line();
    } else if (c == ':') {
      out += ": ";
    } else if (c != ' ' && c != '\n') {
      in_text = c == '"';
      out += c;
    }
  }
  return out;
}

}  // namespace stead::random_model
