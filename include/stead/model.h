#pragma once

#include "stead/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

/// What the text of a field has to look like; stead-book(5), "Types".
enum class Type {
  handle,  ///< A reference to a contact, or a contact's own id.
  id,      ///< The id of a promise or an interaction.
  text,    ///< Any text on one line or more.
  word,    ///< Lower case, no blanks; one of `FieldSpec::words` where there are any.
  flag,    ///< `true` only.
  number,  ///< A whole number from `FieldSpec::least` to `FieldSpec::most`.
  day,
  when,
  year_day,
  span,
  work,
  amount,
  hours,   ///< `mon-thu 08:00-16:00`
  object,  ///< Fields of its own.
  texts,   ///< An object of texts, by the owner's own names.
  days,    ///< An object of days, by names.
  values,  ///< An object of whatever was there, by field.
};

/// What is said of a field in one place: the reader, the writer, `check`, the JSON Schema and the
/// manual's tests all ask it.
struct FieldSpec {
  std::string_view name;
  Type type = Type::text;
  bool required = false;
  std::string_view words = {};  ///< Of a closed `word`: all that are allowed, by blanks apart.
  int least = 1;
  int most = 1;
  bool key = false;  ///< Of an element of a list: part of what makes it the same element.
};

/// Where somebody worked before.
struct PastOrg {
  std::string org;
  std::optional<Day> until;

  bool operator==(const PastOrg&) const = default;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "org", .type = Type::handle, .required = true, .key = true},
          &PastOrg::org);
    visit(FieldSpec{.name = "until", .type = Type::day, .key = true}, &PastOrg::until);
  }
};

/// A day of the year that matters, beside the birthday.
struct YearlyDate {
  YearDay on;
  std::string what;

  bool operator==(const YearlyDate&) const = default;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "on", .type = Type::year_day, .required = true, .key = true},
          &YearlyDate::on);
    visit(FieldSpec{.name = "what", .required = true, .key = true}, &YearlyDate::what);
  }
};

/// A stretch of time in which somebody is away; the last day is included, without one it is open.
struct Absence {
  When from;
  std::optional<When> to;
  std::string why;

  bool operator==(const Absence&) const = default;
  bool contains(Day day) const { return from.day <= day && (!to || day <= to->day); }
  bool overlaps(const Period& period) const {
    return from.day <= period.last && (!to || period.first <= to->day);
  }

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "from", .type = Type::when, .required = true, .key = true},
          &Absence::from);
    visit(FieldSpec{.name = "to", .type = Type::when, .key = true}, &Absence::to);
    visit(FieldSpec{.name = "why"}, &Absence::why);
  }
};

/// An arrangement that somebody stands in for the owner of a client.
struct Cover {
  std::string by;
  std::optional<Day> from;  ///< Absent, like `to`, where it is standing.
  std::optional<Day> to;
  std::optional<Day> offered;
  std::optional<Day> agreed;
  std::optional<Day> briefed;
  std::optional<Day> client_told;
  std::vector<std::string> scope;  ///< Only for these needs; empty: for everything.
  std::optional<int> rank;         ///< Lower first; absent: 1.
  std::string note;

  bool operator==(const Cover&) const = default;
  bool contains(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "by", .type = Type::handle, .required = true, .key = true}, &Cover::by);
    visit(FieldSpec{.name = "from", .type = Type::day, .key = true}, &Cover::from);
    visit(FieldSpec{.name = "to", .type = Type::day, .key = true}, &Cover::to);
    visit(FieldSpec{.name = "offered", .type = Type::day}, &Cover::offered);
    visit(FieldSpec{.name = "agreed", .type = Type::day}, &Cover::agreed);
    visit(FieldSpec{.name = "briefed", .type = Type::day}, &Cover::briefed);
    visit(FieldSpec{.name = "client_told", .type = Type::day}, &Cover::client_told);
    visit(FieldSpec{.name = "scope", .type = Type::word, .key = true}, &Cover::scope);
    visit(FieldSpec{.name = "rank", .type = Type::number, .least = 1, .most = 99}, &Cover::rank);
    visit(FieldSpec{.name = "note"}, &Cover::note);
  }
};

/// Something that matters to a contact, in their words.
struct Heard {
  std::string text;
  std::optional<Day> on;
  std::optional<Day> reflected;
  std::optional<Day> retired;

  bool operator==(const Heard&) const = default;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "text", .required = true, .key = true}, &Heard::text);
    visit(FieldSpec{.name = "on", .type = Type::day, .key = true}, &Heard::on);
    visit(FieldSpec{.name = "reflected", .type = Type::day}, &Heard::reflected);
    visit(FieldSpec{.name = "retired", .type = Type::day}, &Heard::retired);
  }
};

/// Where a contact that came in a packet came from.
struct Origin {
  std::string book;
  std::string id;  ///< Its handle there.
  std::string as;  ///< My handle there.

  bool operator==(const Origin&) const = default;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "book", .required = true}, &Origin::book);
    visit(FieldSpec{.name = "id", .required = true}, &Origin::id);
    visit(FieldSpec{.name = "as"}, &Origin::as);
  }
};

/// What holds for every contact with a tag, where the contact itself says nothing.
struct Rule {
  std::string tag;
  std::optional<Span> every;
  std::optional<Span> at_most;
  std::optional<Work> reply_within;

  bool operator==(const Rule&) const = default;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "tag", .type = Type::word, .required = true, .key = true}, &Rule::tag);
    visit(FieldSpec{.name = "every", .type = Type::span}, &Rule::every);
    visit(FieldSpec{.name = "at_most", .type = Type::span}, &Rule::at_most);
    visit(FieldSpec{.name = "reply_within", .type = Type::work}, &Rule::reply_within);
  }
};

using NamedTexts = std::vector<std::pair<std::string, std::string>>;
using NamedDays = std::vector<std::pair<std::string, Day>>;
/// The values are JSON text.
using NamedValues = std::vector<std::pair<std::string, std::string>>;

/// A person or an organisation; `me` is the owner of the book.
struct Contact {
  std::string id;
  std::string name;
  std::string kind;
  std::vector<std::string> aliases;
  std::vector<std::string> was;
  std::string org;
  std::vector<PastOrg> past;
  std::string title;
  std::vector<std::string> email;
  std::vector<std::string> phone;
  std::vector<std::string> url;
  std::vector<std::string> address;
  std::string place;
  std::string tz;
  std::optional<YearDay> born;
  std::vector<YearlyDate> dates;
  std::vector<std::string> tags;
  std::vector<std::string> skills;
  std::vector<std::string> needs;
  std::optional<int> capacity;
  std::vector<Absence> away;
  std::optional<Span> every;
  std::optional<Span> at_most;
  std::optional<Work> reply_within;
  std::string client_of;
  std::vector<Cover> cover;
  std::vector<Heard> heard;
  std::string via_whom;
  std::string note;
  NamedTexts custom;
  std::optional<Day> archived;
  NamedDays snoozed;
  std::vector<std::string> uid;
  std::optional<Origin> origin;
  NamedValues conflict;
  std::string book;
  std::string hours;
  std::vector<Rule> rules;

  bool operator==(const Contact&) const = default;
  bool is_org() const { return kind == "org"; }
  bool has_tag(std::string_view tag) const;

  template <typename Visit>
  static void fields(Visit&& visit) {
    visit(FieldSpec{.name = "id", .type = Type::handle, .required = true}, &Contact::id);
    visit(FieldSpec{.name = "name", .required = true}, &Contact::name);
    visit(FieldSpec{.name = "kind", .type = Type::word, .words = "org"}, &Contact::kind);
    visit(FieldSpec{.name = "aliases"}, &Contact::aliases);
    visit(FieldSpec{.name = "was", .type = Type::id}, &Contact::was);
    visit(FieldSpec{.name = "org", .type = Type::handle}, &Contact::org);
    visit(FieldSpec{.name = "past", .type = Type::object}, &Contact::past);
    visit(FieldSpec{.name = "title"}, &Contact::title);
    visit(FieldSpec{.name = "email"}, &Contact::email);
    visit(FieldSpec{.name = "phone"}, &Contact::phone);
    visit(FieldSpec{.name = "url"}, &Contact::url);
    visit(FieldSpec{.name = "address"}, &Contact::address);
    visit(FieldSpec{.name = "place"}, &Contact::place);
    visit(FieldSpec{.name = "tz"}, &Contact::tz);
    visit(FieldSpec{.name = "born", .type = Type::year_day}, &Contact::born);
    visit(FieldSpec{.name = "dates", .type = Type::object}, &Contact::dates);
    visit(FieldSpec{.name = "tags", .type = Type::word}, &Contact::tags);
    visit(FieldSpec{.name = "skills", .type = Type::word}, &Contact::skills);
    visit(FieldSpec{.name = "needs", .type = Type::word}, &Contact::needs);
    visit(FieldSpec{.name = "capacity", .type = Type::number, .least = 1, .most = 999},
          &Contact::capacity);
    visit(FieldSpec{.name = "away", .type = Type::object}, &Contact::away);
    visit(FieldSpec{.name = "every", .type = Type::span}, &Contact::every);
    visit(FieldSpec{.name = "at_most", .type = Type::span}, &Contact::at_most);
    visit(FieldSpec{.name = "reply_within", .type = Type::work}, &Contact::reply_within);
    visit(FieldSpec{.name = "client_of", .type = Type::handle}, &Contact::client_of);
    visit(FieldSpec{.name = "cover", .type = Type::object}, &Contact::cover);
    visit(FieldSpec{.name = "heard", .type = Type::object}, &Contact::heard);
    visit(FieldSpec{.name = "via_whom", .type = Type::handle}, &Contact::via_whom);
    visit(FieldSpec{.name = "note"}, &Contact::note);
    visit(FieldSpec{.name = "custom", .type = Type::texts}, &Contact::custom);
    visit(FieldSpec{.name = "archived", .type = Type::day}, &Contact::archived);
    visit(FieldSpec{.name = "snoozed", .type = Type::days}, &Contact::snoozed);
    visit(FieldSpec{.name = "uid"}, &Contact::uid);
    visit(FieldSpec{.name = "origin", .type = Type::object}, &Contact::origin);
    visit(FieldSpec{.name = "conflict", .type = Type::values}, &Contact::conflict);
    visit(FieldSpec{.name = "book"}, &Contact::book);
    visit(FieldSpec{.name = "hours", .type = Type::hours}, &Contact::hours);
    visit(FieldSpec{.name = "rules", .type = Type::object}, &Contact::rules);
  }
};

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
