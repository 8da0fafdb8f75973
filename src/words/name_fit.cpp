#include "words/name_fit.h"

#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

/// Folding is dear for letters beyond ASCII, and those of ASCII are their own fold in a handle.
bool may_fold_to(std::string_view handle, std::string_view folded) {
  const bool ascii = !handle.empty() && static_cast<unsigned char>(handle.front()) < 0x80;
  return !ascii || folded.starts_with(handle.front());
}

}  // namespace

TypedName::TypedName(std::string_view text) : folded(fold(text)), words(folded_words(text)) {}

NameFit fit_of(const TypedName& typed, std::string_view text) {
  const std::string folded = fold(text);
  if (folded == typed.folded) return NameFit::whole;
  if (typed.words.empty() || folded.find(typed.words.front()) == std::string::npos) {
    return NameFit::none;
  }
  const std::vector<std::string> words = folded_words(folded);
  const auto begins = [](std::string_view word, std::string_view front) {
    return word.starts_with(front);
  };
  const auto at =
      std::search(words.begin(), words.end(), typed.words.begin(), typed.words.end(), begins);
  return at == words.end() ? NameFit::none : NameFit::front;
}

NameFit fit_of(const TypedName& typed, const ContactNames& names, Archived archived) {
  const auto is_handle = [&](std::string_view id) {
    return may_fold_to(id, typed.folded) && fold(id) == typed.folded;
  };
  NameFit fit = fit_of(typed, names.name);
  for (const std::string_view alias : names.aliases) fit = std::max(fit, fit_of(typed, alias));
  if (is_handle(names.id) || std::ranges::any_of(names.was, is_handle)) fit = NameFit::whole;
  if (!names.archived.empty() && archived == Archived::hidden) {
    return fit == NameFit::whole ? NameFit::whole_but_archived : NameFit::none;
  }
  return fit == NameFit::front && names.id == "me" ? NameFit::front_of_owner : fit;
}

}  // namespace stead
