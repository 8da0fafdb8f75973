#pragma once

#include "stead/time.h"

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace stead {

/// What the text of a field has to look like; stead-book(5), "Types".
enum class Type {
  handle,  ///< A reference to a contact, or a contact's own id.
  id,      ///< The id of a promise or an interaction.
  text,    ///< Any text on one line or more.
  word,    ///< Lower case, no blanks; one of `FieldSpec::words` where there are any.
  flag,    ///< `true` only.
  number,  ///< A whole number from `FieldSpec::least` to `FieldSpec::most`.
  day,
  when,
  year_day,
  span,
  work,
  amount,
  hours,   ///< `mon-thu 08:00-16:00`
  object,  ///< Fields of its own.
  texts,   ///< An object of texts, by the owner's own names.
  days,    ///< An object of days, by names.
  values,  ///< An object of whatever was there, by field.
};

/// What is said of a field in one place: the reader, the writer, `check`, the JSON Schema and the
/// manual's tests all ask it.
struct FieldSpec {
  std::string_view name;
  Type type = Type::text;
  bool required = false;
  std::string_view words = {};  ///< Of a closed `word`: all that are allowed, by blanks apart.
  int least = 1;
  int most = 1;
  bool key = false;  ///< Of an element of a list: part of what makes it the same element.
};

/// A member of a record, and what is said of it.
template <typename Member>
struct RecordField {
  FieldSpec spec;
  Member member;
};
template <typename Member>
constexpr RecordField<Member> field(FieldSpec spec, Member member) {
  return {spec, member};
}

/// What has fields of its own: `fields()` is a tuple with the RecordField of each, in the order of
/// the book.
template <typename Object>
concept HasFields = requires {
  Object::fields();
};

/// Made when stead is compiled, once for all who ask.
template <HasFields Record>
inline constexpr auto kFieldsOf = Record::fields();

/// Calls `visit` with the FieldSpec of each field and its member. Both are named as constants, so
/// that an optimizer knows them.
template <HasFields Record, typename Visit>
void each_field(Visit&& visit) {
  const auto visit_all = [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(std::get<I>(kFieldsOf<Record>).spec, std::get<I>(kFieldsOf<Record>).member), ...);
  };
  visit_all(std::make_index_sequence<std::tuple_size_v<decltype(Record::fields())>>());
}

using NamedTexts = std::vector<std::pair<std::string, std::string>>;
using NamedDays = std::vector<std::pair<std::string, Day>>;
/// The values are JSON text.
using NamedValues = std::vector<std::pair<std::string, std::string>>;

}  // namespace stead
