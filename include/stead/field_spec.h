#pragma once

#include "stead/time.h"

#include <string>
#include <string_view>
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

/// What has fields of its own: `fields(visit)` calls `visit` with the FieldSpec of each and its
/// member.
template <typename Object>
concept HasFields = requires {
  Object::fields([](const FieldSpec&, auto) {});
};

using NamedTexts = std::vector<std::pair<std::string, std::string>>;
using NamedDays = std::vector<std::pair<std::string, Day>>;
/// The values are JSON text.
using NamedValues = std::vector<std::pair<std::string, std::string>>;

}  // namespace stead
