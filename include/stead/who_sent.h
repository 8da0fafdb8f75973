#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Somebody in the chain, and how to reach them.
struct Sender {
  std::string who;
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;

  bool operator==(const Sender&) const = default;
};

/// A referral that the owner of the book got; book-fields, "Meaning" 7.
struct Sent {
  std::string interaction;
  When at;
  std::string whom;  ///< Who was sent: the contact that the chain is about here.
  std::string whom_name;
  Sender by;
  std::string text;
  std::string outcome;  ///< `asked won lost none`; empty: not known yet.
  std::optional<Day> outcome_on;
  std::optional<Day> thanked;

  bool operator==(const Sent&) const = default;
};

/// Who sent somebody to the owner, who sent those, and so on; what `who sent` answers.
struct SentReport {
  std::string asked;
  std::string asked_name;
  /// Who sent the one asked about, the earliest first; then who sent those, in the same order.
  /// Everybody's senders are named once, so that a circle ends. A referral of an organisation's
  /// people counts for it; one of their organisation for a person.
  std::vector<Sent> chain;
  /// Where nobody is known to have sent the one asked about: who introduced them (the first such
  /// deed, else their `via_whom`).
  std::optional<Sender> introduced_by;

  bool operator==(const SentReport&) const = default;
};
SentReport sent_report(const Book& book, std::string_view handle);

Document to_document(const SentReport& report);
/// `stead.sent/1`; stead-json(7).
std::string to_json(const SentReport& report);

}  // namespace stead
