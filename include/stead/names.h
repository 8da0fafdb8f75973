#pragma once

#include "stead/book.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Does an archived contact count too?
enum class Archived { hidden, found };

/// The contact that `text` names, as its id. Whole handle (also a former one), name or alias first;
/// then a unique prefix of any word of the name. Case and accents do not matter, and a leading `@` is
/// passed over. An archived contact is found by its whole handle, name or alias; by a prefix only
/// with Archived::found.
///
/// Throws Error (usage): where several fit, with all of them (`'jo' could be Jo Park (acme) or
/// Joanna Wit (borealis)`); where none does, with the nearest ones by initials and edit distance, and
/// how to add it.
std::string contact_named(const Book& book, std::string_view text,
                          Archived archived = Archived::hidden);

/// The same where the name may be new: nothing where no contact fits. Still throws where several do.
std::optional<std::string> find_contact_named(const Book& book, std::string_view text,
                                              Archived archived = Archived::hidden);

/// The contacts that a list such as `ana,bo` names, each once, in the order named. A name that has
/// a comma in it is found whole.
std::vector<std::string> contacts_named(const Book& book, std::string_view list);

/// Who is meant by each `@handle` in a text, in order, each once. A handle ends where its signs do; one
/// that is not in the book throws Error (usage) with the nearest; `@` inside an e-mail address is text.
std::vector<std::string> contacts_mentioned(const Book& book, std::string_view text);

/// The name of a contact with what tells it from others of a similar name: `Jo Park (acme)`; the
/// handle where there is no org.
std::string name_with_org(const Book& book, std::string_view handle);

/// The open promises that `WHO [WORDS…]` or `ID[,ID…]` names: whole ids first, then a person with
/// words of the promise's text, then unique prefixes of ids. Both sides' are meant. With `closed`,
/// closed ones instead of open ones.
///
/// Throws Error (usage) where none is left, and where a person's are several: they are listed with
/// their ids, a line each.
std::vector<Promise> promises_named(const Book& book, const std::vector<std::string>& words,
                                    bool closed = false);

/// A record of any collection: `WHO|ID` of `show`, `set` and `remove`. A contact by its name, else a
/// promise or an interaction by a unique prefix of its id.
struct RecordRef {
  Collection collection = Collection::contacts;
  std::string id;

  bool operator==(const RecordRef&) const = default;
};
RecordRef record_named(const Book& book, std::string_view text);

}  // namespace stead
