#pragma once

#include "stead/model.h"

#include <optional>
#include <string_view>
#include <vector>

namespace stead {

// What walks over many records read of each: a few of its fields, as views of the text.

/// How far a promise is, for walks over many.
struct PromiseState {
  std::optional<When> due;
  std::string_view status;
  std::optional<When> closed;

  bool is_open() const { return status.empty(); }

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "due", .type = Type::when}, &PromiseState::due);
    visit(FieldSpec{.name = "status", .type = Type::word}, &PromiseState::status);
    visit(FieldSpec{.name = "closed", .type = Type::when}, &PromiseState::closed);
  }
};

/// The front of an interaction, for walks over many: only what says who met whom when, and whom it
/// concerned.
struct Meeting {
  When at;
  std::vector<std::string_view> with;
  std::vector<std::string_view> about;
  std::string_view for_client;
  std::string_view via;
  std::string_view from;
  bool needs_reply = false;
  std::string_view went;
  std::string_view by;
  std::string_view deed;  ///< Its JSON; empty where there is none.

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "at", .type = Type::when, .required = true}, &Meeting::at);
    visit(FieldSpec{.name = "with", .type = Type::handle}, &Meeting::with);
    visit(FieldSpec{.name = "about", .type = Type::handle}, &Meeting::about);
    visit(FieldSpec{.name = "for", .type = Type::handle}, &Meeting::for_client);
    visit(FieldSpec{.name = "via", .type = Type::word}, &Meeting::via);
    visit(FieldSpec{.name = "from", .type = Type::word, .words = "me them"}, &Meeting::from);
    visit(FieldSpec{.name = "needs_reply", .type = Type::flag}, &Meeting::needs_reply);
    visit(FieldSpec{.name = "went", .type = Type::word, .words = "well badly"}, &Meeting::went);
    visit(FieldSpec{.name = "by", .type = Type::handle}, &Meeting::by);
    visit(FieldSpec{.name = "deed", .type = Type::object}, &Meeting::deed);
  }
};

/// A deed as sums of help see it.
struct DeedView {
  std::string_view kind;
  std::string_view dir;
  std::optional<Amount> amount;
  bool unasked = false;
  bool even = false;
  std::optional<Day> thanked;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "kind", .type = Type::word, .required = true}, &DeedView::kind);
    visit(FieldSpec{.name = "dir", .type = Type::word, .required = true, .words = "gave got"},
          &DeedView::dir);
    visit(FieldSpec{.name = "amount", .type = Type::amount}, &DeedView::amount);
    visit(FieldSpec{.name = "unasked", .type = Type::flag}, &DeedView::unasked);
    visit(FieldSpec{.name = "even", .type = Type::flag}, &DeedView::even);
    visit(FieldSpec{.name = "thanked", .type = Type::day}, &DeedView::thanked);
  }
};

/// An interaction as sums of help see it: who did what for whom.
struct HelpView {
  When at;
  std::vector<std::string_view> with;
  std::string_view by;
  std::optional<DeedView> deed;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "at", .type = Type::when, .required = true}, &HelpView::at);
    visit(FieldSpec{.name = "with", .type = Type::handle}, &HelpView::with);
    visit(FieldSpec{.name = "by", .type = Type::handle}, &HelpView::by);
    visit(FieldSpec{.name = "deed", .type = Type::object}, &HelpView::deed);
  }
};

/// The front of a contact: all that finds it.
struct ContactNames {
  std::string_view id;
  std::string_view name;
  std::string_view kind;
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> was;
  std::string_view org;
  std::string_view archived;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "id", .type = Type::handle, .required = true}, &ContactNames::id);
    visit(FieldSpec{.name = "name", .required = true}, &ContactNames::name);
    visit(FieldSpec{.name = "kind", .type = Type::word, .words = "org"}, &ContactNames::kind);
    visit(FieldSpec{.name = "aliases"}, &ContactNames::aliases);
    visit(FieldSpec{.name = "was", .type = Type::id}, &ContactNames::was);
    visit(FieldSpec{.name = "org", .type = Type::handle}, &ContactNames::org);
    visit(FieldSpec{.name = "archived", .type = Type::day}, &ContactNames::archived);
  }
};

/// A contact as figures count it.
struct ContactKind {
  std::string_view id;
  std::string_view kind;
  std::vector<std::string_view> tags;
  std::optional<Day> archived;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "id", .type = Type::handle, .required = true}, &ContactKind::id);
    visit(FieldSpec{.name = "kind", .type = Type::word, .words = "org"}, &ContactKind::kind);
    visit(FieldSpec{.name = "tags", .type = Type::word}, &ContactKind::tags);
    visit(FieldSpec{.name = "archived", .type = Type::day}, &ContactKind::archived);
  }
};

}  // namespace stead
