#pragma once

#include "stead/field_spec.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// One time that the side that promised let the other know how it stands.
struct Told {
  When on;
  std::string text;
  std::optional<When> due_was;
  std::optional<When> due;

  bool operator==(const Told&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "on", .type = Type::when, .required = true, .key = true}, &Told::on),
        field({.name = "text", .key = true}, &Told::text),
        field({.name = "due_was", .type = Type::when}, &Told::due_was),
        field({.name = "due", .type = Type::when}, &Told::due));
  }
};

/// A part of a promise that was done.
struct Part {
  When on;
  std::string text;

  bool operator==(const Part&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "on", .type = Type::when, .required = true, .key = true}, &Part::on),
        field({.name = "text", .required = true, .key = true}, &Part::text));
  }
};

/// What one side said it would do for the other.
struct Promise {
  std::string id;
  std::string by;
  std::string to;
  std::string for_whom;  ///< `for` in the book: whom it concerns, where that is not the other side.
  std::string text;
  When made;
  std::optional<When> due;
  std::optional<Span> every;
  std::optional<Day> first_due;
  std::string after;
  std::vector<Told> told;
  std::vector<Part> parts;
  std::string status;
  std::optional<When> closed;
  std::string done_by;
  NamedDays snoozed;
  std::vector<std::string> uid;
  NamedValues conflict;

  bool operator==(const Promise&) const = default;
  bool is_open() const { return status.empty(); }
  bool is_mine() const { return by == "me"; }
  /// An intention of mine about `for_whom`, in no figure of trust.
  bool is_follow_up() const { return by == "me" && to == "me"; }
  /// Whoever is on the other side of it; for a follow-up, whom it is about.
  const std::string& other_side() const { return is_follow_up() ? for_whom : is_mine() ? to : by; }

  static constexpr auto fields() {
    return std::tuple(field({.name = "id", .type = Type::id, .required = true}, &Promise::id),
                      field({.name = "by", .type = Type::handle, .required = true}, &Promise::by),
                      field({.name = "to", .type = Type::handle, .required = true}, &Promise::to),
                      field({.name = "for", .type = Type::handle}, &Promise::for_whom),
                      field({.name = "text", .required = true}, &Promise::text),
                      field({.name = "made", .type = Type::when, .required = true}, &Promise::made),
                      field({.name = "due", .type = Type::when}, &Promise::due),
                      field({.name = "every", .type = Type::span}, &Promise::every),
                      field({.name = "first_due", .type = Type::day}, &Promise::first_due),
                      field({.name = "after", .type = Type::id}, &Promise::after),
                      field({.name = "told", .type = Type::object}, &Promise::told),
                      field({.name = "parts", .type = Type::object}, &Promise::parts),
                      field({.name = "status", .type = Type::word, .words = "kept released broken"},
                            &Promise::status),
                      field({.name = "closed", .type = Type::when}, &Promise::closed),
                      field({.name = "done_by", .type = Type::handle}, &Promise::done_by),
                      field({.name = "snoozed", .type = Type::days}, &Promise::snoozed),
                      field({.name = "uid"}, &Promise::uid),
                      field({.name = "conflict", .type = Type::values}, &Promise::conflict));
  }
};

}  // namespace stead
