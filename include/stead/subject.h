#pragma once

#include "stead/book.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Whom figures are about: everybody, some contacts by name, or those that a filter has.
struct Subject {
  std::vector<std::string> who;    ///< The ids that were asked for.
  std::string filter;              ///< The terms that were; one of both is empty, or both are.
  std::vector<std::string> names;  ///< Of `who`.
  /// Of each contact of the book: is it one of those? With an org all who work there are. Empty:
  /// everybody is meant.
  std::vector<bool> is_in;

  bool is_all() const { return is_in.empty(); }
  bool has(std::size_t contact) const { return is_all() || is_in[contact]; }
  bool has_any(std::span<const std::uint32_t> contacts) const {
    return is_all() ||
           std::ranges::any_of(contacts, [this](std::size_t contact) { return is_in[contact]; });
  }
  /// By a reference of the book; nobody where there is no such contact.
  bool has(const Book& book, std::string_view handle) const;

  /// ` with Ana Ruiz and Bo Lind`, ` with tag:client`; empty of everybody.
  std::string words(std::string_view preposition) const;

  bool operator==(const Subject&) const = default;
};

/// The contacts with these ids, and whoever works there now; everybody where there is none.
Subject subject_of(const Book& book, const std::vector<std::string>& who);

/// The contacts that are wanted and whoever works there now, the owner not among them; `filter` is
/// how that was said.
Subject subject_of(const Book& book, std::string filter,
                   const std::function<bool(const Contact&)>& wanted);

}  // namespace stead
