#pragma once

#include "stead/edits.h"
#include "stead/time.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Somebody in the section Friends: `- Grace Hopper (a.k.a. The Admiral) [Paris] @navy`.
struct FriendsPerson {
  std::string name;
  std::vector<std::string> nicknames;
  std::string place;
  std::vector<std::string> tags;  ///< Lower case, without their `@` (or `#`, as it was once).

  bool operator==(const FriendsPerson&) const = default;
};

/// An activity or a note: `- 2015-01-04: Lunch with **Grace Hopper** in _Paris_. @food`.
struct FriendsEvent {
  Day day;
  std::string text;                 ///< Without the signs that mark names and places.
  std::vector<std::string> names;   ///< What was between `**`, each once.
  std::vector<std::string> places;  ///< What was between `_`, each once.

  bool operator==(const FriendsEvent&) const = default;
};

/// What is in a file of the program friends, https://github.com/JacobEvelyn/friends.
struct FriendsFile {
  std::vector<FriendsPerson> people;
  std::vector<FriendsEvent> activities;
  std::vector<FriendsEvent> notes;
  std::vector<std::string> places;

  bool operator==(const FriendsFile&) const = default;
};

/// Reads what friends writes, and what people make of it by hand: sections in any order and more
/// than once, headings of any level with or without a colon, items with or without a bullet,
/// blank lines, LF or CRLF, a byte order mark.
///
/// Throws Error (usage) with the place in `file`: for a date that is none, a line in no section, a
/// bracket without its other one, text that is not clean (see require_clean).
FriendsFile read_friends(std::string_view text, const std::string& file);

/// What an import did, or would do.
struct FriendsSummary {
  std::size_t people_new = 0;
  std::size_t people_met = 0;  ///< Were in the book, by `uid`, name or alias.
  std::size_t activities_new = 0;
  std::size_t activities_known = 0;
  std::size_t notes_new = 0;
  std::size_t notes_known = 0;
  std::size_t places = 0;  ///< Different ones. The book has no list of places; texts keep them.

  bool operator==(const FriendsSummary&) const = default;
};

/// Brings a file into the book: people as contacts (also those whom only an event names),
/// activities as interactions, notes as interactions `via` note. Each carries a `uid`, so that the
/// same file adds nothing when it comes again, and a file that has grown only what is new.
///
/// Somebody who is in the book by `uid`, else by whole name, else by alias, is met: nicknames, tags
/// and a place that the contact lacks are added. Throws Error (usage) where a name is that of
/// several contacts.
FriendsSummary friends_changes(const FriendsFile& friends, Edits& edits);

}  // namespace stead
