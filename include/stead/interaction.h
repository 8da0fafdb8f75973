#pragma once

#include "stead/field_spec.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Help that went one way.
struct Deed {
  std::string kind;
  std::string dir;
  std::optional<Amount> amount;
  bool unasked = false;
  bool even = false;
  std::string outcome;
  std::optional<Day> outcome_on;
  std::optional<Day> thanked;

  bool operator==(const Deed&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "kind", .type = Type::word, .required = true}, &Deed::kind),
        field({.name = "dir", .type = Type::word, .required = true, .words = "gave got"},
              &Deed::dir),
        field({.name = "amount", .type = Type::amount}, &Deed::amount),
        field({.name = "unasked", .type = Type::flag}, &Deed::unasked),
        field({.name = "even", .type = Type::flag}, &Deed::even),
        field({.name = "outcome", .type = Type::word, .words = "asked won lost none"},
              &Deed::outcome),
        field({.name = "outcome_on", .type = Type::day}, &Deed::outcome_on),
        field({.name = "thanked", .type = Type::day}, &Deed::thanked));
  }
};

/// Something that happened with contacts.
struct Interaction {
  std::string id;
  When at;
  std::vector<std::string> with;
  std::vector<std::string> about;
  std::string for_client;  ///< `for` in the book: the client whose matter it was.
  std::string via;
  std::string from;
  bool needs_reply = false;
  bool urgent = false;
  std::string went;
  std::string by;
  std::string text;
  std::optional<Deed> deed;
  NamedDays snoozed;
  std::vector<std::string> uid;
  NamedValues conflict;

  bool operator==(const Interaction&) const = default;
  /// Did I have contact with those in `with`? (Meaning 1)
  bool is_contact() const { return via != "note" && (by.empty() || by == "me"); }

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "id", .type = Type::id, .required = true}, &Interaction::id),
        field({.name = "at", .type = Type::when, .required = true}, &Interaction::at),
        field({.name = "with", .type = Type::handle}, &Interaction::with),
        field({.name = "about", .type = Type::handle}, &Interaction::about),
        field({.name = "for", .type = Type::handle}, &Interaction::for_client),
        field({.name = "via", .type = Type::word}, &Interaction::via),
        field({.name = "from", .type = Type::word, .words = "me them"}, &Interaction::from),
        field({.name = "needs_reply", .type = Type::flag}, &Interaction::needs_reply),
        field({.name = "urgent", .type = Type::flag}, &Interaction::urgent),
        field({.name = "went", .type = Type::word, .words = "well badly"}, &Interaction::went),
        field({.name = "by", .type = Type::handle}, &Interaction::by),
        field({.name = "text"}, &Interaction::text),
        field({.name = "deed", .type = Type::object}, &Interaction::deed),
        field({.name = "snoozed", .type = Type::days}, &Interaction::snoozed),
        field({.name = "uid"}, &Interaction::uid),
        field({.name = "conflict", .type = Type::values}, &Interaction::conflict));
  }
};

}  // namespace stead
