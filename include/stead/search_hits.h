#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stead {

/// A line of a record's text in which words were found.
struct HitLine {
  std::string field;  ///< As the book calls it; of an object its own field, as in `heard.text`.
  std::string text;
  /// Where the words stand in the text: first byte and length, in order, apart from each other.
  std::vector<std::pair<std::size_t, std::size_t>> marks;

  bool operator==(const HitLine&) const = default;
};

/// A record that has all the words.
struct Hit {
  Collection collection = Collection::contacts;
  std::string id;
  std::optional<When> at;        ///< When it happened, or was promised; of a contact absent.
  std::vector<std::string> who;  ///< Names of the others in it; of a contact its own name.
  std::string detail;            ///< Of a contact its org; of the others how it took place.
  bool archived = false;
  bool mine = false;  ///< A promise of the owner's.
  std::vector<HitLine> lines;
};

/// What was found: contacts in the order of their names, then all that happened, the newest first.
struct SearchHits {
  std::vector<std::string> words;
  std::vector<Hit> hits;
};

/// Looks for words, or phrases of several, in names, texts, notes and all else that people wrote
/// into the book; case and accents do not matter, and a word is found inside of others. A record
/// has to have all of them, at least one in its own text; the others may also be in the names of
/// those it is with, about or for. What was heard and is no longer true is left out. Words that
/// fold to nothing are passed over; without any, nothing is found.
SearchHits search_report(const Book& book, const std::vector<std::string>& words);

Document to_document(const SearchHits& found);
/// `stead.search/1`; stead-json(7).
std::string to_json(const SearchHits& found);

}  // namespace stead
