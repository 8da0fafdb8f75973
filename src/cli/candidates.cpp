#include "cli/candidates.h"

#include "stead/ascii.h"
#include "stead/name_offers.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

/// As fish compares: it folds case but no accents.
bool contains(std::string_view text, std::string_view part) {
  const bool to_the_letter =
      std::search(text.begin(), text.end(), part.begin(), part.end(),
                  [](char a, char b) { return lower_ascii(a) == lower_ascii(b); }) != text.end();
  return to_the_letter || handle_from(text).find(handle_from(part)) != std::string::npos;
}

}  // namespace

void Candidates::keep(std::size_t length) {
  kept_ += begun_.substr(0, length);
  begun_.erase(0, length);
}

void Candidates::add_name(std::string_view name, std::string_view description) {
  if (name.starts_with(begun_)) offer(name, description);
}

void Candidates::add(std::string_view value, std::string_view description) {
  if (may_become(begun_, value)) offer(value, description);
}

void Candidates::offer(std::string_view value, std::string_view description) {
  if (value.empty() || shown(value) != value) return;
  // stead takes a name without its accents, so that such a shell can offer it nevertheless.
  const bool folds = taking_ == Taking::containing && !contains(value, begun_);
  const std::string candidate = kept_ + (folds ? fold(value) : std::string(value));
  if (!seen_.insert(candidate).second) return;
  lines_ += fmt::format("{}\t{}\n", candidate, shown(description));
}

}  // namespace stead
