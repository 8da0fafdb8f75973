#pragma once

#include "stead/record.h"
#include "stead/scanner.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace stead {

/// What a value of this field should have been, for a message.
std::string expectation(const FieldSpec& field);

/// Is the text a value of the field's type? Only for the types that are kept as text.
bool is_valid(const FieldSpec& field, std::string_view text);

/// Reads records by the `fields` of their types, straight from the scanner.
class RecordReader {
 public:
  explicit RecordReader(std::string_view text, std::size_t at) : scanner_(text, at) {}

  void collect(std::vector<Fault>& faults) { faults_ = &faults; }
  void decode_into(std::deque<std::string>& decoded) { decoded_ = &decoded; }

  /// One record, behind which the text ends.
  template <typename Record>
  void read_whole(Record& record) {
    read_fields(record);
    scanner_.end();
  }

 private:
  template <typename Record>
  void read_fields(Record& record) {
    scanner_.peek();
    const std::size_t begin = scanner_.at();
    std::uint64_t found = 0;
    scanner_.object([&](const JsonString& key) {
      const std::string decoded = key.escaped ? key.value() : std::string();
      const std::string_view name = key.escaped ? std::string_view(decoded) : key.raw;
      bool known = false;
      std::uint64_t bit = 1;
      // Inlined, so that a name is compared with those of the type as with numbers.
      each_field<Record>([&](const FieldSpec& field, auto member) __attribute__((always_inline)) {
        if (!known && name.size() == field.name.size() &&
            std::memcmp(name.data(), field.name.data(), field.name.size()) == 0) {
          known = true;
          found |= bit;
          read(field, record.*member);
        }
        bit <<= 1U;
      });
      if (!known) scanner_.value();
    });
    std::uint64_t bit = 1;
    each_field<Record>([&](const FieldSpec& field, auto) __attribute__((always_inline)) {
      if (field.required && (found & bit) == 0) missing(begin, field.name);
      bit <<= 1U;
    });
  }

  [[gnu::noinline]] void missing(std::size_t record, std::string_view name) {
    fault(record, "'" + std::string(name) + "' is missing");
  }

  void fault(std::size_t offset, const std::string& what) {
    if (faults_ == nullptr) throw Fault(offset, what);
    faults_->emplace_back(offset, what);
  }

  /// Says that the value that began at `offset` is not what the field wants.
  void wrong(const FieldSpec& field, std::size_t offset) {
    fault(offset, "'" + std::string(field.name) + "' should be " + expectation(field));
  }

  /// The next value if it begins with `first`; else that is a fault and the value is passed over.
  bool begins(const FieldSpec& field, char first) {
    if (scanner_.peek() == first) return true;
    const std::size_t offset = scanner_.at();
    scanner_.value();
    wrong(field, offset);
    return false;
  }

  void take_text(std::string& value) {
    const JsonString string = scanner_.string();
    if (string.escaped) {
      value = string.value();
    } else {
      value.assign(string.raw);
    }
  }

  void read(const FieldSpec& field, std::string& value) {
    if (!begins(field, '"')) return;
    const std::size_t offset = scanner_.at();
    take_text(value);
    if (field.type != Type::text && !is_valid(field, value)) return wrong(field, offset);
    if (field.required && value.empty()) {
      fault(offset, "'" + std::string(field.name) + "' should not be empty");
    }
  }

  /// Of an object, its JSON.
  void read(const FieldSpec& field, std::string_view& value) {
    if (!begins(field, field.type == Type::object ? '{' : '"')) return;
    if (field.type == Type::object) {
      value = scanner_.value();
      return;
    }
    const std::size_t offset = scanner_.at();
    const JsonString string = scanner_.string();
    value = string.escaped ? decoded_->emplace_back(string.value()) : string.raw;
    // Of words that are not open, each is taken to be one of those that there are.
    if (!field.words.empty() && !is_valid(field, value)) wrong(field, offset);
  }

  void read(const FieldSpec& field, bool& value) {
    scanner_.peek();
    const std::size_t offset = scanner_.at();
    value = scanner_.value() == "true";
    if (!value) wrong(field, offset);
  }

  void read(const FieldSpec& field, std::optional<int>& value) {
    scanner_.peek();
    const std::size_t offset = scanner_.at();
    const std::string_view text = scanner_.value();
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < field.least ||
        number > field.most) {
      return wrong(field, offset);
    }
    value = number;
  }

  static void parse(std::string_view text, std::optional<Day>& value) { value = day_from(text); }
  static void parse(std::string_view text, std::optional<When>& value) { value = when_from(text); }
  static void parse(std::string_view text, std::optional<Span>& value) { value = span_from(text); }
  static void parse(std::string_view text, std::optional<Work>& value) { value = work_from(text); }
  static void parse(std::string_view text, std::optional<YearDay>& value) {
    value = year_day_from(text);
  }
  static void parse(std::string_view text, std::optional<Amount>& value) {
    value = amount_from(text);
  }

  template <typename Value>
  requires requires(std::optional<Value>& value) { parse(std::string_view(), value); }
  void read(const FieldSpec& field, std::optional<Value>& value) {
    if (!begins(field, '"')) return;
    const std::size_t offset = scanner_.at();
    const JsonString string = scanner_.string();
    if (string.escaped) {
      parse(string.value(), value);
    } else {
      parse(string.raw, value);
    }
    if (!value) wrong(field, offset);
  }

  template <typename Value>
  requires requires(std::optional<Value>& value) { parse(std::string_view(), value); }
  void read(const FieldSpec& field, Value& value) {
    std::optional<Value> read_value;
    read(field, read_value);
    if (read_value) value = *read_value;
  }

  template <HasFields Object>
  void read(const FieldSpec& field, Object& value) {
    if (begins(field, '{')) read_fields(value);
  }

  template <HasFields Object>
  void read(const FieldSpec& field, std::optional<Object>& value) {
    read(field, value.emplace());
  }

  template <typename Element>
  void read(const FieldSpec& field, std::vector<Element>& list) {
    if (scanner_.peek() != '[') {
      const std::size_t offset = scanner_.at();
      scanner_.value();
      return fault(offset, "'" + std::string(field.name) + "' should be a list");
    }
    scanner_.array([&] { read(field, list.emplace_back()); });
  }

  /// An object of texts, or of values of any kind.
  void read(const FieldSpec& field, NamedTexts& values) {
    if (!begins(field, '{')) return;
    scanner_.object([&](const JsonString& key) {
      auto& [name, value] = values.emplace_back(key.value(), "");
      if (field.type == Type::values) {
        value = scanner_.value();
      } else {
        read(FieldSpec{.name = name}, value);
      }
    });
  }

  void read(const FieldSpec& field, NamedDays& days) {
    if (!begins(field, '{')) return;
    scanner_.object([&](const JsonString& key) {
      auto& [name, day] = days.emplace_back(key.value(), Day());
      read(FieldSpec{.name = name, .type = Type::day}, day);
    });
  }

  Scanner scanner_;
  std::vector<Fault>* faults_ = nullptr;
  std::deque<std::string>* decoded_ = nullptr;
};

}  // namespace stead
