#pragma once

#include "cli/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

// What `gave` and `got` share.

/// A deed as it was typed.
struct DeedWords {
  std::string who;
  std::string kind;
  std::vector<std::string> rest;  ///< [AMOUNT] TEXT, or NAME TEXT of who was sent or introduced.
  std::string for_client;
  std::string on;
  bool unasked = false;
  bool even = false;
};

/// Declares all of them; `who_help` is the help of WHO.
void add_deed_words(Syntax& syntax, DeedWords& words, const std::string& who_help);

/// Puts the deed into the book, or settles those of its kind. `dir` is `gave` or `got`, as the book
/// has it. Throws Error (usage) for words that are none.
void note_deed(Session& session, const DeedWords& words, std::string_view dir);

}  // namespace stead
