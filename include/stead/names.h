#pragma once

#include "stead/book.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Are archived contacts found as easily as all others?
enum class Archived { hidden, found };

/// The contact that `text` names, as its id. The whole handle (also a former one) comes before all;
/// then the whole name or an alias; then the front of any word of the name or of an alias, or the
/// fronts of several words in a row (`ana ru`). Case and accents do not matter, and a leading `@`
/// is passed over. `me` is the owner, as is the owner's whole name; a front of it means the owner
/// only where nobody else fits; the only person of whose name it is a whole word goes before
/// organisations that merely begin with it (`bo` is Bo Lind, not Borealis). An archived contact
/// gives way to others of its whole name, and a front finds it only with Archived::found.
///
/// Throws Error (usage): where several fit, with the first of them (`'jo' could be Jo Park (acme)
/// or Joanna Wit (borealis)`); where none does, with those whose initials fit or who are a slip of
/// the finger away, and how to add a new one.
std::string contact_named(const Book& book, std::string_view text,
                          Archived archived = Archived::hidden);

/// The same where the name may be new: nothing where no contact fits. Still throws where several
/// do, or the text is empty.
std::optional<std::string> find_contact_named(const Book& book, std::string_view text,
                                              Archived archived = Archived::hidden);

/// The contacts that a list such as `ana,bo` names, each once, in the order named. A whole name
/// that has a comma in it is found in the list, too.
///
/// `new_option` is an option of the command that adds whoever is not in the book: the hint names
/// it, too.
std::vector<std::string> contacts_named(const Book& book, std::string_view list,
                                        Archived archived = Archived::hidden,
                                        std::string_view new_option = {});

/// Who is meant by each `@handle` in a text, in order, each once; the owner is nobody to mention.
/// What follows the `@`, up to the first sign that no handle has, is read as `contact_named` reads
/// it; an `@` inside a word, as in an e-mail address, is text. Throws as `contact_named` does.
std::vector<std::string> contacts_mentioned(const Book& book, std::string_view text);

/// Throws Error (usage) where nobody can be called so: a name without a letter or digit, such as
/// `-`, which no handle and no search could be made of, and one that reads as a term of a filter.
void require_name(std::string_view name);

/// The name of a contact with what tells it from others of a similar name: `Jo Park (acme)`; the
/// handle where there is no org. The reference itself where there is no such contact.
std::string name_with_org(const Book& book, std::string_view handle);

/// The open promises that PROMISE names, which is `WHO [WORDS…]` or `ID[,ID…]`: a whole id comes
/// first, then a person (and words, each the front of a word of the promise's text), then a unique
/// front of an id. Both sides' are meant. With `closed`, the closed ones instead of the open ones.
///
/// Throws Error (usage) where none is left, and where a person's are several: those are listed with
/// their ids, a line each.
std::vector<Promise> promises_named(const Book& book, const std::vector<std::string>& words,
                                    bool closed = false);

/// The open promises that are named, and the words behind that name.
struct PromisesToTellOf {
  std::vector<Promise> promises;
  std::vector<std::string> words;
};

/// What `PROMISE [TEXT…]` of `tell` names. Behind an id, all words are the text. Behind a person
/// they name the promise if they all are in its text; else the last one is the text if it has a
/// blank or is `-`, and those in front of it name the promise; else all of them are the text, and
/// the person has one open promise alone. A follow-up is meant only by its id.
///
/// Throws Error (usage) as `promises_named` does.
PromisesToTellOf promises_to_tell_of(const Book& book, const std::vector<std::string>& words);

/// A record of any collection.
struct RecordRef {
  Collection collection = Collection::contacts;
  std::string id;

  bool operator==(const RecordRef&) const = default;
};

/// The record that `WHO|ID` of `show`, `set` and `remove` names: a whole id comes first, then a
/// contact by its name (archived ones, too), then the unique front of the id of a promise or an
/// interaction. Throws Error (usage) where none or several fit.
RecordRef record_named(const Book& book, std::string_view text);

}  // namespace stead
