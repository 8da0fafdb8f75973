#pragma once

#include "cli/command.h"
#include "stead/fields.h"
#include "stead/model.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// A field that `add` and `set` write, and how people name it and its values.
struct FieldOption {
  std::string_view name;   ///< Of the option, without its dashes, and behind --unset.
  std::string_view also;   ///< Another name of the option; mostly empty.
  std::string_view field;  ///< In the book.
  std::string_view value;  ///< What help calls the value; empty where the option takes none.
  std::string_view help;
  /// What the book has for what was typed, as a text of stead/fields.h; several for a list.
  /// Throws Error (usage).
  std::vector<std::string> (*read)(const std::string& typed, Session& session);
};

/// The fields of each collection's records, in the order of help.
std::span<const FieldOption> contact_options();
std::span<const FieldOption> promise_options();
std::span<const FieldOption> interaction_options();

/// What was typed about fields.
struct TypedFields {
  std::map<std::string, std::vector<std::string>, std::less<>> values;  ///< By option.
  std::vector<std::string> unset;                                       ///< `FIELD[=VALUE]`
  std::vector<std::string> own;                                         ///< `KEY=VALUE`

  bool empty() const;
};

/// Declares an option for each field, once for those of one name; `typed` must outlive the parse.
void add_field_options(Syntax& syntax, std::span<const FieldOption> options, TypedFields& typed);

/// Declares `--unset`.
void add_unset_option(Syntax& syntax, TypedFields& typed);

/// Changes the record as it was said: first what is taken out, then what is put in. Throws Error
/// (usage) for a field that such a record does not have, and for a value that is none.
void apply(const TypedFields& typed, Contact& contact, Session& session);
void apply(const TypedFields& typed, Promise& promise, Session& session);
void apply(const TypedFields& typed, Interaction& interaction, Session& session);

/// What differs between two states of a record, a phrase each: `title CTO (was lead)`, `tag client
/// added`.
std::vector<Text> differences(const Book& book, const Contact& before, const Contact& after);
std::vector<Text> differences(const Book& book, const Promise& before, const Promise& after);
std::vector<Text> differences(const Book& book, const Interaction& before,
                              const Interaction& after);

}  // namespace stead
