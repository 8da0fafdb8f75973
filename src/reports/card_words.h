#pragma once

#include "stead/contact_card.h"

#include <string>
#include <string_view>
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
Text due_words(const Promise& promise, Day today);

/// `gave advice, 3h`: what kind of help it was.
std::string deed_words(const Deed& deed);

/// `call`, or `talked to` words where nothing was said: what happened in one interaction, with
/// everybody but `known` who was in it.
Text happened(const NamesByHandle& names, const Interaction& interaction, std::string_view known);

/// `3 days`, `1 day`.
std::string counted_days(long days);

/// Members of a record's text that its type does not have.
template <typename Record>
std::vector<std::string> unknown_members(const std::string& record);

/// A field, left out where it has no values.
void add_field(Fields& fields, std::string_view label, const std::string& value);
void add_field(Fields& fields, std::string_view label, std::vector<Text> values);

}  // namespace stead
