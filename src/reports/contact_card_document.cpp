#include "reports/card_words.h"
#include "stead/calendar_words.h"
#include "stead/contact_card.h"
#include "stead/heard_age.h"
#include "stead/phrases.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

/// `14 May 1980`.
std::string day_of_year(const YearDay& day) {
  std::string text = fmt::format("{} {}", day.day, month_name(day.month));
  return day.year ? fmt::format("{} {:04}", text, *day.year) : text;
}

std::string days_of(const std::optional<Day>& from, const std::optional<Day>& to) {
  if (!from && !to) return "standing";
  if (!from) return "until " + long_date(*to);
  if (!to) return "from " + long_date(*from) + " on";
  if (from == to) return long_date(*from);
  return long_date(*from) + " to " + long_date(*to);
}

std::vector<Text> texts(const std::vector<std::string>& values) {
  return {values.begin(), values.end()};
}

template <typename Value>
std::string iso(const std::optional<Value>& value) {
  return value ? to_string(*value) : "";
}

/// How ready an arrangement is, and what for.
Text state_of(const Cover& cover) {
  std::vector<Text> parts;
  if (cover.agreed) {
    parts.emplace_back("agreed " + to_string(*cover.agreed), Tone::good);
  } else {
    parts.emplace_back(cover.offered ? "offered " + to_string(*cover.offered) : "not agreed yet",
                       Tone::warning);
  }
  if (cover.briefed) parts.emplace_back("briefed " + to_string(*cover.briefed));
  if (cover.client_told) parts.emplace_back("client told " + to_string(*cover.client_told));
  if (!cover.scope.empty()) parts.emplace_back("only for " + listed(cover.scope));
  if (cover.rank) parts.emplace_back(fmt::format("rank {}", *cover.rank));
  return joined(parts);
}

Item cover_item(const std::string& name, const Cover& cover) {
  Item item{.text = Text(name, Tone::strong) + ", " + days_of(cover.from, cover.to),
            .aside = {},
            .below = {state_of(cover)},
            .lead = {}};
  for (Text& line : lines_of(cover.note)) item.below.push_back(std::move(line));
  return item;
}

/// Sets a card block by block; a group without anything in it has no heading.
class CardPage {
 public:
  explicit CardPage(const ContactCard& card) : card_(card), contact_(card.contact) {}

  Document take() {
    head();
    reach();
    work();
    rhythm();
    cover();
    matters();
    promises();
    interactions();
    own_fields();
    in_the_book();
    return std::move(page_);
  }

 private:
  void add(const char* heading, Fields fields) {
    if (!fields.fields.empty()) page_.add(section(heading)).add(std::move(fields));
  }
  void add(const char* heading, Items items) {
    if (!items.items.empty()) page_.add(section(heading)).add(std::move(items));
  }

  void head() {
    std::vector<Text> aside;
    if (!contact_.title.empty()) aside.emplace_back(contact_.title);
    if (!contact_.org.empty()) aside.emplace_back(called(card_.names, contact_.org));
    if (contact_.is_org()) aside.emplace_back("organisation");
    if (contact_.id == "me") aside.emplace_back("you");
    page_.add(title(contact_.name, joined(aside)));
    if (contact_.archived) {
      page_.add(Note{Text("archived since " + long_date(*contact_.archived) + "; back with ") +
                     Text("stead set " + contact_.id + " --unset archived", Tone::code)});
    }
    for (const auto& [field, lost] : contact_.conflict) {
      page_.add(Note{Text("two books said different things: " + conflict_words(field, lost))});
    }
    for (const Absence& away : contact_.away) {
      if (away.contains(card_.now.today)) page_.add(Note{Text("away " + absence(away))});
    }
  }

  static std::string absence(const Absence& away) {
    std::string text = away.to ? long_date(away.from) + " to " + long_date(*away.to)
                               : "from " + long_date(away.from) + " on";
    return away.why.empty() ? text : text + ", " + away.why;
  }

  void reach() {
    Fields fields;
    add_field(fields, "phone", texts(contact_.phone));
    add_field(fields, "email", texts(contact_.email));
    add_field(fields, "web", texts(contact_.url));
    for (const std::string& address : contact_.address) {
      add_field(fields, "address", lines_of(address));
    }
    add_field(fields, "place", contact_.place);
    add_field(fields, "time zone", contact_.tz);
    add("How to reach", std::move(fields));
  }

  void work() {
    Fields fields;
    add_field(fields, "also called", listed(contact_.aliases));
    std::vector<Text> past;
    for (const PastOrg& each : contact_.past) {
      const std::string until = each.until ? ", until " + long_date(*each.until) : "";
      past.emplace_back(called(card_.names, each.org) + until);
    }
    add_field(fields, "before", std::move(past));
    add_field(fields, "people", all_called(card_.names, card_.people));
    add_field(fields, "tags", listed(contact_.tags));
    if (!contact_.client_of.empty()) {
      add_field(fields, "client of", called(card_.names, contact_.client_of));
    }
    add_field(fields, "skills", listed(contact_.skills));
    add_field(fields, "needs", listed(contact_.needs));
    if (contact_.capacity) {
      add_field(
          fields, "capacity",
          fmt::format("{} client{} a day", *contact_.capacity, *contact_.capacity == 1 ? "" : "s"));
    }
    if (!contact_.via_whom.empty()) {
      add_field(fields, "met through", called(card_.names, contact_.via_whom));
    }
    add_field(fields, "hours", contact_.hours);
    if (contact_.born) add_field(fields, "born", day_of_year(*contact_.born));
    for (const YearlyDate& date : contact_.dates) {
      add_field(fields, date.what, day_of_year(date.on));
    }
    add_field(fields, "note", lines_of(contact_.note));
    add("About", std::move(fields));
  }

  void rhythm() {
    Fields fields;
    if (card_.last) {
      const long ago = (card_.now.today - card_.last->day).count();
      const std::string age = ago == 0  ? "today"
                              : ago > 0 ? counted_days(ago) + " ago"
                                        : "in " + counted_days(-ago);
      add_field(fields, "last contact",
                {Text(long_date(*card_.last)) + Text(", " + age, Tone::faint)});
    }
    add_field(fields, "every", iso(contact_.every));
    add_field(fields, "at most", iso(contact_.at_most));
    add_field(fields, "reply within", iso(contact_.reply_within));
    std::vector<Text> rules;
    for (const Rule& rule : contact_.rules) {
      std::vector<std::string> parts;
      if (rule.every) parts.push_back("every " + to_string(*rule.every));
      if (rule.at_most) parts.push_back("at most " + to_string(*rule.at_most));
      if (rule.reply_within) parts.push_back("reply within " + to_string(*rule.reply_within));
      rules.emplace_back(rule.tag + ": " + listed(parts));
    }
    add_field(fields, "rules", std::move(rules));
    add("Rhythm", std::move(fields));
  }

  void cover() {
    Items covered;
    for (const Cover& each : contact_.cover) {
      if (is_hidden(each)) continue;
      covered.items.push_back(cover_item(called(card_.names, each.by), each));
    }
    const bool client = contact_.has_tag("client");
    add(client                ? "Who stands in"
        : contact_.id == "me" ? "Who stands in where nobody else does"
                              : "Who holds the fort for them",
        std::move(covered));
    Items covers;
    for (const StandsInFor& each : card_.stands_in_for) {
      const std::string whom = called(card_.names, each.whom);
      covers.items.push_back(cover_item(each.client         ? whom
                                        : each.whom == "me" ? "your clients"
                                                            : whom + "'s clients",
                                        each.cover));
    }
    add(contact_.id == "me" ? "You stand in for" : "Stands in for", std::move(covers));
    Items away;
    for (const Absence& each : contact_.away) {
      if (!is_hidden(each)) away.items.push_back({.text = absence(each)});
    }
    add("Away", std::move(away));
  }

  void matters() {
    Items items;
    for (const Heard& heard : contact_.heard) {
      if (is_hidden(heard)) continue;
      items.items.push_back({.text = heard.text,
                             .aside = heard.on ? Text(long_date(*heard.on), Tone::faint) : Text(),
                             .below = {Text(heard_age(heard, card_.now.today), Tone::faint)},
                             .lead = {}});
    }
    add("What matters", std::move(items));
  }

  void promises() {
    Items items;
    for (const Promise& promise : card_.promises) {
      const char* lead = promise.is_follow_up() ? "follow-up"
                         : promise.is_mine()    ? "yours"
                                                : "theirs";
      Text text(promise.text);
      const std::string& other = promise.other_side();
      if (other != contact_.id) {
        text += (promise.is_mine() ? ", to " : ", from ") + called(card_.names, other);
      }
      if (!promise.for_whom.empty() && promise.for_whom != contact_.id && !promise.is_follow_up()) {
        text += ", for " + called(card_.names, promise.for_whom);
      }
      std::vector<Text> told;
      for (const std::string& each : told_words(promise)) {
        told.emplace_back(told_label(promise) + " " + each, Tone::faint);
      }
      items.items.push_back({.text = std::move(text),
                             .aside = due_words(promise, card_.now),
                             .below = std::move(told),
                             .lead = {lead, Tone::faint}});
    }
    add("Open promises", std::move(items));
  }

  void interactions() {
    Items items;
    for (const Interaction& each : card_.interactions) {
      items.items.push_back({.text = happened(card_.names, each, contact_.id),
                             .aside = {},
                             .below = {},
                             .lead = {long_date(each.at), Tone::faint}});
    }
    add("Lately", std::move(items));
  }

  void own_fields() {
    Fields fields;
    for (const auto& [key, value] : contact_.custom) add_field(fields, key, lines_of(value));
    add("Your own fields", std::move(fields));
  }

  void in_the_book() {
    Fields fields;
    add_field(fields, "handle", {Text(contact_.id, Tone::code)});
    add_field(fields, "was", listed(contact_.was));
    add_field(fields, "imported", listed(contact_.uid));
    if (contact_.origin) {
      add_field(fields, "came as",
                contact_.origin->id + " from book " + contact_.origin->book +
                    (contact_.origin->as.empty() ? "" : ", where you are " + contact_.origin->as));
    }
    for (const auto& [kind, day] : contact_.snoozed) {
      add_field(fields, "quiet", kind + " until " + long_date(day));
    }
    add_field(fields, "book", contact_.book);
    if (const std::size_t past = hidden(); past > 0) {
      add_field(fields, "not shown",
                fmt::format("{} that {} over: stead show {} --all", past, past == 1 ? "is" : "are",
                            contact_.id));
    }
    if (!card_.unknown.empty()) {
      add_field(fields, "also there",
                listed(card_.unknown) + ": stead show " + contact_.id + " --json");
    }
    add("In the book", std::move(fields));
  }

  bool is_hidden(const Cover& cover) const {
    return !card_.all && cover.to && *cover.to < card_.now.today;
  }
  bool is_hidden(const Absence& away) const {
    return !card_.all && away.to && away.to->day < card_.now.today;
  }
  bool is_hidden(const Heard& heard) const { return !card_.all && heard.retired; }

  /// Arrangements, absences and heard things that are over.
  std::size_t hidden() const {
    const auto count = [this](const auto& list) {
      return static_cast<std::size_t>(
          std::ranges::count_if(list, [this](const auto& each) { return this->is_hidden(each); }));
    };
    return count(contact_.cover) + count(contact_.away) + count(contact_.heard);
  }

  const ContactCard& card_;
  const Contact& contact_;
  Document page_;
};

}  // namespace

Document to_document(const ContactCard& card) { return CardPage(card).take(); }

}  // namespace stead
