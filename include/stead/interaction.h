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

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "kind", .type = Type::word, .required = true}, &Deed::kind);
    visit(FieldSpec{.name = "dir", .type = Type::word, .required = true, .words = "gave got"},
          &Deed::dir);
    visit(FieldSpec{.name = "amount", .type = Type::amount}, &Deed::amount);
    visit(FieldSpec{.name = "unasked", .type = Type::flag}, &Deed::unasked);
    visit(FieldSpec{.name = "even", .type = Type::flag}, &Deed::even);
    visit(FieldSpec{.name = "outcome", .type = Type::word, .words = "asked won lost none"},
          &Deed::outcome);
    visit(FieldSpec{.name = "outcome_on", .type = Type::day}, &Deed::outcome_on);
    visit(FieldSpec{.name = "thanked", .type = Type::day}, &Deed::thanked);
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

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "id", .type = Type::id, .required = true}, &Interaction::id);
    visit(FieldSpec{.name = "at", .type = Type::when, .required = true}, &Interaction::at);
    visit(FieldSpec{.name = "with", .type = Type::handle}, &Interaction::with);
    visit(FieldSpec{.name = "about", .type = Type::handle}, &Interaction::about);
    visit(FieldSpec{.name = "for", .type = Type::handle}, &Interaction::for_client);
    visit(FieldSpec{.name = "via", .type = Type::word}, &Interaction::via);
    visit(FieldSpec{.name = "from", .type = Type::word, .words = "me them"}, &Interaction::from);
    visit(FieldSpec{.name = "needs_reply", .type = Type::flag}, &Interaction::needs_reply);
    visit(FieldSpec{.name = "urgent", .type = Type::flag}, &Interaction::urgent);
    visit(FieldSpec{.name = "went", .type = Type::word, .words = "well badly"}, &Interaction::went);
    visit(FieldSpec{.name = "by", .type = Type::handle}, &Interaction::by);
    visit(FieldSpec{.name = "text"}, &Interaction::text);
    visit(FieldSpec{.name = "deed", .type = Type::object}, &Interaction::deed);
    visit(FieldSpec{.name = "snoozed", .type = Type::days}, &Interaction::snoozed);
    visit(FieldSpec{.name = "uid"}, &Interaction::uid);
    visit(FieldSpec{.name = "conflict", .type = Type::values}, &Interaction::conflict);
  }
};

}  // namespace stead
