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

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "on", .type = Type::when, .required = true, .key = true}, &Told::on);
    visit(FieldSpec{.name = "text", .key = true}, &Told::text);
    visit(FieldSpec{.name = "due_was", .type = Type::when}, &Told::due_was);
    visit(FieldSpec{.name = "due", .type = Type::when}, &Told::due);
  }
};

/// A part of a promise that was done.
struct Part {
  When on;
  std::string text;

  bool operator==(const Part&) const = default;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "on", .type = Type::when, .required = true, .key = true}, &Part::on);
    visit(FieldSpec{.name = "text", .required = true, .key = true}, &Part::text);
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

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "id", .type = Type::id, .required = true}, &Promise::id);
    visit(FieldSpec{.name = "by", .type = Type::handle, .required = true}, &Promise::by);
    visit(FieldSpec{.name = "to", .type = Type::handle, .required = true}, &Promise::to);
    visit(FieldSpec{.name = "for", .type = Type::handle}, &Promise::for_whom);
    visit(FieldSpec{.name = "text", .required = true}, &Promise::text);
    visit(FieldSpec{.name = "made", .type = Type::when, .required = true}, &Promise::made);
    visit(FieldSpec{.name = "due", .type = Type::when}, &Promise::due);
    visit(FieldSpec{.name = "every", .type = Type::span}, &Promise::every);
    visit(FieldSpec{.name = "first_due", .type = Type::day}, &Promise::first_due);
    visit(FieldSpec{.name = "after", .type = Type::id}, &Promise::after);
    visit(FieldSpec{.name = "told", .type = Type::object}, &Promise::told);
    visit(FieldSpec{.name = "parts", .type = Type::object}, &Promise::parts);
    visit(FieldSpec{.name = "status", .type = Type::word, .words = "kept released broken"},
          &Promise::status);
    visit(FieldSpec{.name = "closed", .type = Type::when}, &Promise::closed);
    visit(FieldSpec{.name = "done_by", .type = Type::handle}, &Promise::done_by);
    visit(FieldSpec{.name = "snoozed", .type = Type::days}, &Promise::snoozed);
    visit(FieldSpec{.name = "uid"}, &Promise::uid);
    visit(FieldSpec{.name = "conflict", .type = Type::values}, &Promise::conflict);
  }
};

}  // namespace stead
