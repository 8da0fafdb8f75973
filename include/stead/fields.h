#pragma once

#include "stead/model.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// The fields of a Contact, a Promise or an Interaction by their names in the book, for commands
// that are told by their user which field is meant. Values are texts as the book has them:
// `2026-08-07`, `1mon`, handles for references, `true` for a flag. An element of a list of objects
// is the text that tells it from the others: `borealis` of a past org, `09-01 office opened` of a
// yearly date, `client:every=1mon,reply-within=4h` of a rule, `2026-08-10..2026-08-21` of an
// absence, the stand-in of a cover, what was heard. A text by name, as in `custom`, is
// `badge=4711`.

/// What is said of the field with this name; nothing where the type has none.
template <typename Record>
std::optional<FieldSpec> find_field(std::string_view name);

/// Can the field have several values? Else the second takes the place of the first.
template <typename Record>
bool holds_several(std::string_view name);

/// The values of a field, in the order of the record; none where it is empty or unknown.
template <typename Record>
std::vector<std::string> field_values(const Record& record, std::string_view name);

/// Sets a single value, or adds one to a list unless it is there; a value by name replaces the one
/// of its name, and a rule what it says of its tag. False, and nothing is changed, where `value` is
/// not of the field's type, or is an object that cannot be written as a text.
template <typename Record>
bool put_value(Record& record, std::string_view name, std::string_view value);

/// Takes a value out: the same one, else the one of the same fold. Of objects their name is enough:
/// the tag of a rule (`client`, or `client:every` for that part of it), the day or the text of a
/// yearly date, the key of a text by name. False where there is none.
template <typename Record>
bool take_value(Record& record, std::string_view name, std::string_view value);

/// Empties a field.
template <typename Record>
void clear_field(Record& record, std::string_view name);

}  // namespace stead
