#include "stead/check.h"

#include "stead/book.h"

#include <algorithm>

namespace stead {

std::size_t CheckReport::faults() const {
  return static_cast<std::size_t>(
      std::ranges::count(findings, Finding::Severity::fault, &Finding::severity));
}

std::size_t CheckReport::notes() const { return findings.size() - faults(); }

CheckReport check(std::string_view text, const std::string& file) {
  CheckReport report;
  try {
    Book::strict(text, file);
  } catch (const Error& error) {
    report.is_book = false;
    report.findings.push_back({.place = error.place().value_or(Place{file, 1, 1}),
                               .collection = std::nullopt,
                               .id = "",
                               .message = error.what(),
                               .hint = error.hint()});
  }
  return report;
}

}  // namespace stead
