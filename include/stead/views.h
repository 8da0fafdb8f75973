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

  static constexpr auto fields() {
    return std::tuple(field({.name = "due", .type = Type::when}, &PromiseState::due),
                      field({.name = "status", .type = Type::word}, &PromiseState::status),
                      field({.name = "closed", .type = Type::when}, &PromiseState::closed));
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

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "at", .type = Type::when, .required = true}, &Meeting::at),
        field({.name = "with", .type = Type::handle}, &Meeting::with),
        field({.name = "about", .type = Type::handle}, &Meeting::about),
        field({.name = "for", .type = Type::handle}, &Meeting::for_client),
        field({.name = "via", .type = Type::word}, &Meeting::via),
        field({.name = "from", .type = Type::word, .words = "me them"}, &Meeting::from),
        field({.name = "needs_reply", .type = Type::flag}, &Meeting::needs_reply),
        field({.name = "went", .type = Type::word, .words = "well badly"}, &Meeting::went),
        field({.name = "by", .type = Type::handle}, &Meeting::by),
        field({.name = "deed", .type = Type::object}, &Meeting::deed));
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

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "kind", .type = Type::word, .required = true}, &DeedView::kind),
        field({.name = "dir", .type = Type::word, .required = true, .words = "gave got"},
              &DeedView::dir),
        field({.name = "amount", .type = Type::amount}, &DeedView::amount),
        field({.name = "unasked", .type = Type::flag}, &DeedView::unasked),
        field({.name = "even", .type = Type::flag}, &DeedView::even),
        field({.name = "thanked", .type = Type::day}, &DeedView::thanked));
  }
};

/// An interaction as sums of help see it: who did what for whom.
struct HelpView {
  When at;
  std::vector<std::string_view> with;
  std::string_view by;
  std::optional<DeedView> deed;

  static constexpr auto fields() {
    return std::tuple(field({.name = "at", .type = Type::when, .required = true}, &HelpView::at),
                      field({.name = "with", .type = Type::handle}, &HelpView::with),
                      field({.name = "by", .type = Type::handle}, &HelpView::by),
                      field({.name = "deed", .type = Type::object}, &HelpView::deed));
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

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "id", .type = Type::handle, .required = true}, &ContactNames::id),
        field({.name = "name", .required = true}, &ContactNames::name),
        field({.name = "kind", .type = Type::word, .words = "org"}, &ContactNames::kind),
        field({.name = "aliases"}, &ContactNames::aliases),
        field({.name = "was", .type = Type::id}, &ContactNames::was),
        field({.name = "org", .type = Type::handle}, &ContactNames::org),
        field({.name = "archived", .type = Type::day}, &ContactNames::archived));
  }
};

/// A contact as figures count it.
struct ContactKind {
  std::string_view id;
  std::string_view kind;
  std::vector<std::string_view> tags;
  std::optional<Day> archived;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "id", .type = Type::handle, .required = true}, &ContactKind::id),
        field({.name = "kind", .type = Type::word, .words = "org"}, &ContactKind::kind),
        field({.name = "tags", .type = Type::word}, &ContactKind::tags),
        field({.name = "archived", .type = Type::day}, &ContactKind::archived));
  }
};

}  // namespace stead
