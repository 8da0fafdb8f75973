#pragma once

#include "stead/contact_card.h"
#include "stead/promise_life.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

// Phrases that the cards of contacts, promises and interactions share.

/// The name of the contact that a handle names; `you` for the owner.
std::string called(const NamesByHandle& names, std::string_view handle);

/// Adds the name of the contact that a handle names, unless it is empty.
void add_name(NamesByHandle& names, const Book& book, const std::string& handle);
/// Adds the names of all whom a record speaks of.
void add_names(NamesByHandle& names, const Book& book, const Promise& promise);
void add_names(NamesByHandle& names, const Book& book, const Interaction& interaction);

/// `Ana Ruiz, Bo Lind`.
std::string all_called(const NamesByHandle& names, const std::vector<std::string>& handles);

/// `due Fri 2026-07-31, 3 days late`, in the tone of it; empty where there is no date.
Text due_words(const Promise& promise, const Now& now);
/// `, 3 days late`, or `, late` on the day itself; empty where it is not.
Text late_words(const Promise& promise, const Now& now);

/// `told`, or `told you`; of a follow-up, which nobody is told of, `put off`.
std::string told_label(const Promise& promise);
/// What was told, in order: `Thu 2026-08-06, in time: two days more; from Fri 2026-08-07 to Tue
/// 2026-08-11`.
std::vector<std::string> told_words(const Promise& promise);
/// `they have not been told`: for what needed telling.
std::string untold_words(const Promise& promise);

/// `gave advice, 3h`: what kind of help it was.
std::string deed_words(const Deed& deed);

/// `call`, or `talked to` words where nothing was said: what happened in one interaction, with
/// everybody but `known` who was in it.
Text happened(const NamesByHandle& names, const Interaction& interaction, std::string_view known);

/// The JSON object `json`, indented and not empty, with more members at the end, whose values are
/// JSON and stay as they are; ends with a line break.
std::string with_texts(std::string json,
                       const std::vector<std::pair<std::string, std::string>>& texts);
/// The same texts of JSON as a list.
std::string list_of(const std::vector<std::string>& texts);

/// `3 days`, `1 day`.
std::string counted_days(long days);

/// Members of a record's text that its type does not have.
template <typename Record>
std::vector<std::string> unknown_members(const std::string& record);

/// A field, left out where it has no values.
void add_field(Fields& fields, std::string_view label, const std::string& value);
void add_field(Fields& fields, std::string_view label, std::vector<Text> values);

/// `due could also be "2026-08-07"`: a field about which two books differed, and the JSON of the
/// value that is not in force, on one line whatever its layout in the book.
std::string conflict_words(const std::string& field, std::string_view lost);

}  // namespace stead
