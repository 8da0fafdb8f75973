#include "words/names_unknown.h"

#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/text.h"
#include "words/filter_term.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>

namespace stead {
namespace {

constexpr std::size_t kOffered = 3;

/// The first letters of the words, folded: `jp` of Jo Park.
std::string initials_of(std::string_view name) {
  std::string initials;
  for (const std::string& word : folded_words(name)) initials += word.substr(0, utf8_length(word));
  return initials;
}

/// The names by which contacts are looked for when one was mistyped: whole ones, and words of them
/// that are long enough to be mistyped.
class Candidates {
 public:
  explicit Candidates(const Book& book) {
    for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
      const ContactNames names = book.names(i);
      add(std::string(names.id), names.name);
      add(names.name);
      for (const std::string_view alias : names.aliases) add(alias);
    }
  }

  /// The whole names of those that are nearest to `text`.
  std::vector<std::string> nearest_to(std::string_view text) const {
    std::vector<std::string> names;
    for (const std::string& found : nearest(text, std::span(texts_), texts_.size())) {
      const std::string name(names_.at(found));
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    names.resize(std::min(names.size(), kOffered));
    return names;
  }

 private:
  void add(std::string_view name) {
    add(std::string(name), name);
    for (std::string& word : folded_words(name)) add(std::move(word), name);
  }
  void add(std::string text, std::string_view name) {
    if (names_.emplace(text, name).second) texts_.push_back(std::move(text));
  }

  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::string_view> names_;
};

/// Is it `via:call`, or another term of a filter? `Place: Arts` is none, for its blank.
bool is_filter_term(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return false;
  if (text[colon + 1] == ' ') return false;
  return std::ranges::any_of(
      filter_keys(),
      [key = fold(text.substr(0, colon))](const FilterKey& each) { return each.key.name == key; });
}

std::vector<std::string> with_initials(const Book& book, std::string_view text) {
  const std::string typed = fold(text);
  std::vector<std::string> names;
  if (typed.size() < 2) return names;
  for (std::size_t i = 0; i < book.size(Collection::contacts) && names.size() < kOffered; ++i) {
    const std::string_view name = book.names(i).name;
    if (initials_of(name) == typed) names.emplace_back(name);
  }
  return names;
}

}  // namespace

void require_name(std::string_view name) {
  constexpr std::size_t kLongestName = 1000;
  constexpr const char* kLike = "say it as people do, such as \"Ana Ruiz\"";
  if (name.size() > kLongestName) {
    throw Error::usage("a name of {} bytes is too long: it has at most {}", name.size(),
                       kLongestName)
        .with_hint(kLike);
  }
  if (folded_words(name).empty()) {
    throw Error::usage("'{}' is no name: it has no letter or digit", name).with_hint(kLike);
  }
  if (is_filter_term(name)) {
    throw Error::usage("'{}' is no name: it is a term of a filter", name).with_hint(kLike);
  }
}

std::string either_of(const std::vector<std::string>& names) {
  const std::size_t named = std::min(names.size(), kNamedAtMost);
  std::string text;
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  if (named < names.size()) text += fmt::format(" and {} more", names.size() - named);
  return text;
}

void refuse_archived(const Book& book, std::string_view text) {
  const auto id = find_contact_named(book, text, Archived::found);
  if (!id || !book.contact(*id)->archived) return;
  throw Error::usage("{} is archived", book.name_of(*id))
      .with_hint(fmt::format("'stead set {} --unset archived' brings it back", *id));
}

std::string who_was_meant(const Book& book, std::string_view text) {
  std::vector<std::string> meant = with_initials(book, text);
  if (meant.empty()) meant = Candidates(book).nearest_to(text);
  return did_you_mean(meant);
}

std::string hint_for_unknown(const Book& book, std::string_view text, std::string_view new_option) {
  const std::string question = who_was_meant(book, text);
  if (is_filter_term(text)) {
    return fmt::format("{}{}terms such as this one are for 'stead list' and 'stead promises'",
                       question, question.empty() ? "" : " ");
  }
  const std::string too = new_option.empty() ? "" : fmt::format(", and so does {}", new_option);
  return fmt::format("{}{}'stead add {}' adds them{}", question, question.empty() ? "" : " ",
                     shell_word(text), too);
}

}  // namespace stead
