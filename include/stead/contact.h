#pragma once

#include "stead/field_spec.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Where somebody worked before.
struct PastOrg {
  std::string org;
  std::optional<Day> until;

  bool operator==(const PastOrg&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "org", .type = Type::handle, .required = true, .key = true}, &PastOrg::org),
        field({.name = "until", .type = Type::day, .key = true}, &PastOrg::until));
  }
};

/// A day of the year that matters, beside the birthday.
struct YearlyDate {
  YearDay on;
  std::string what;

  bool operator==(const YearlyDate&) const = default;

  static constexpr auto fields() {
    return std::tuple(field({.name = "on", .type = Type::year_day, .required = true, .key = true},
                            &YearlyDate::on),
                      field({.name = "what", .required = true, .key = true}, &YearlyDate::what));
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

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "from", .type = Type::when, .required = true, .key = true}, &Absence::from),
        field({.name = "to", .type = Type::when, .key = true}, &Absence::to),
        field({.name = "why"}, &Absence::why));
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

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "by", .type = Type::handle, .required = true, .key = true}, &Cover::by),
        field({.name = "from", .type = Type::day, .key = true}, &Cover::from),
        field({.name = "to", .type = Type::day, .key = true}, &Cover::to),
        field({.name = "offered", .type = Type::day}, &Cover::offered),
        field({.name = "agreed", .type = Type::day}, &Cover::agreed),
        field({.name = "briefed", .type = Type::day}, &Cover::briefed),
        field({.name = "client_told", .type = Type::day}, &Cover::client_told),
        field({.name = "scope", .type = Type::word, .key = true}, &Cover::scope),
        field({.name = "rank", .type = Type::number, .least = 1, .most = 99}, &Cover::rank),
        field({.name = "note"}, &Cover::note));
  }
};

/// Something that matters to a contact, in their words.
struct Heard {
  std::string text;
  std::optional<Day> on;
  std::optional<Day> reflected;
  std::optional<Day> retired;

  bool operator==(const Heard&) const = default;

  static constexpr auto fields() {
    return std::tuple(field({.name = "text", .required = true, .key = true}, &Heard::text),
                      field({.name = "on", .type = Type::day, .key = true}, &Heard::on),
                      field({.name = "reflected", .type = Type::day}, &Heard::reflected),
                      field({.name = "retired", .type = Type::day}, &Heard::retired));
  }
};

/// Where a contact that came in a packet came from.
struct Origin {
  std::string book;
  std::string id;  ///< Its handle there.
  std::string as;  ///< My handle there.
  /// What the last packet said of the contact, by field: a value that is still the same here is
  /// nobody's but the owner's, and follows them.
  NamedValues said;
  /// Only of the sender: when the last packet that was taken in was made.
  std::optional<When> made;

  bool operator==(const Origin&) const = default;

  static constexpr auto fields() {
    return std::tuple(field({.name = "book", .required = true}, &Origin::book),
                      field({.name = "id", .required = true}, &Origin::id),
                      field({.name = "as"}, &Origin::as),
                      field({.name = "said", .type = Type::values}, &Origin::said),
                      field({.name = "made", .type = Type::when}, &Origin::made));
  }
};

/// What holds for every contact with a tag, where the contact itself says nothing.
struct Rule {
  std::string tag;
  std::optional<Span> every;
  std::optional<Span> at_most;
  std::optional<Work> reply_within;

  bool operator==(const Rule&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "tag", .type = Type::word, .required = true, .key = true}, &Rule::tag),
        field({.name = "every", .type = Type::span}, &Rule::every),
        field({.name = "at_most", .type = Type::span}, &Rule::at_most),
        field({.name = "reply_within", .type = Type::work}, &Rule::reply_within));
  }
};

/// The handle of the owner of the book.
inline constexpr std::string_view kMe = "me";

/// The tags that decide who needs cover, and who gives it.
inline constexpr std::string_view kClient = "client";
inline constexpr std::string_view kColleague = "colleague";

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

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "id", .type = Type::handle, .required = true}, &Contact::id),
        field({.name = "name", .required = true}, &Contact::name),
        field({.name = "kind", .type = Type::word, .words = "org"}, &Contact::kind),
        field({.name = "aliases"}, &Contact::aliases),
        field({.name = "was", .type = Type::id}, &Contact::was),
        field({.name = "org", .type = Type::handle}, &Contact::org),
        field({.name = "past", .type = Type::object}, &Contact::past),
        field({.name = "title"}, &Contact::title), field({.name = "email"}, &Contact::email),
        field({.name = "phone"}, &Contact::phone), field({.name = "url"}, &Contact::url),
        field({.name = "address"}, &Contact::address), field({.name = "place"}, &Contact::place),
        field({.name = "tz"}, &Contact::tz),
        field({.name = "born", .type = Type::year_day}, &Contact::born),
        field({.name = "dates", .type = Type::object}, &Contact::dates),
        field({.name = "tags", .type = Type::word}, &Contact::tags),
        field({.name = "skills", .type = Type::word}, &Contact::skills),
        field({.name = "needs", .type = Type::word}, &Contact::needs),
        field({.name = "capacity", .type = Type::number, .least = 1, .most = 999},
              &Contact::capacity),
        field({.name = "away", .type = Type::object}, &Contact::away),
        field({.name = "every", .type = Type::span}, &Contact::every),
        field({.name = "at_most", .type = Type::span}, &Contact::at_most),
        field({.name = "reply_within", .type = Type::work}, &Contact::reply_within),
        field({.name = "client_of", .type = Type::handle}, &Contact::client_of),
        field({.name = "cover", .type = Type::object}, &Contact::cover),
        field({.name = "heard", .type = Type::object}, &Contact::heard),
        field({.name = "via_whom", .type = Type::handle}, &Contact::via_whom),
        field({.name = "note"}, &Contact::note),
        field({.name = "custom", .type = Type::texts}, &Contact::custom),
        field({.name = "archived", .type = Type::day}, &Contact::archived),
        field({.name = "snoozed", .type = Type::days}, &Contact::snoozed),
        field({.name = "uid"}, &Contact::uid),
        field({.name = "origin", .type = Type::object}, &Contact::origin),
        field({.name = "conflict", .type = Type::values}, &Contact::conflict),
        field({.name = "book"}, &Contact::book),
        field({.name = "hours", .type = Type::hours}, &Contact::hours),
        field({.name = "rules", .type = Type::object}, &Contact::rules));
  }
};

}  // namespace stead
