#include "commands/people/settle.h"

#include "stead/promise_life.h"

#include <algorithm>

namespace stead {
namespace {

void refuse_itself(const Contact& contact) {
  for (const auto& [what, handle] : {std::pair("where they work", &contact.org),
                                     std::pair("whose client they are", &contact.client_of),
                                     std::pair("who brought you together", &contact.via_whom)}) {
    if (*handle == contact.id) {
      throw Error::usage("{} cannot be {} themselves", what, contact.name);
    }
  }
}

void refuse_what_is_mine(const Contact& contact) {
  if (contact.id == "me" || (contact.hours.empty() && contact.rules.empty())) return;
  throw Error::usage("working hours and rules are yours, not {}'s", contact.name)
      .with_hint("set them with 'stead set me'");
}

/// Compared from the shortest month on, so that a month is not longer than what may be one.
bool is_shorter(Span a, Span b) {
  constexpr Day kFebruary{std::chrono::year{2001} / 2 / 1};
  return add(kFebruary, a) < add(kFebruary, b);
}

void refuse_urgent_first(std::optional<Span> every, std::optional<Span> at_most,
                         std::string_view hint) {
  if (!every || !at_most || !is_shorter(*at_most, *every)) return;
  throw Error::usage("at most {} is shorter than every {}: it would be urgent before it is due",
                     to_string(*at_most), to_string(*every))
      .with_hint(std::string(hint));
}

void refuse_urgent_first(const Contact& before, const Contact& after) {
  if (before.every != after.every || before.at_most != after.at_most) {
    refuse_urgent_first(after.every, after.at_most,
                        "give --at-most a longer span, or --every a shorter one");
  }
  for (const Rule& rule : after.rules) {
    if (std::ranges::find(before.rules, rule) != before.rules.end()) continue;
    refuse_urgent_first(
        rule.every, rule.at_most,
        fmt::format("'stead set me --rule {}:at-most=SPAN' takes a longer span", rule.tag));
  }
}

/// Nobody works at a person.
void refuse_to_strand(const Contact& person, const Book& book) {
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    if (names.org.empty() || book.canonical(names.org) != person.id) continue;
    throw Error::usage("{} has to stay an organisation: {} works there", person.name, names.name)
        .with_hint(fmt::format("'stead list org:{}' shows who does", person.id));
  }
}

void move_on(const Contact& before, Contact& after, Session& session) {
  const PastOrg left{before.org, session.now.today};
  if (std::ranges::find(after.past, left) == after.past.end()) after.past.push_back(left);
  session.hint(fmt::format("if {} never was there: stead set {} --unset past={}", after.name,
                           after.id, before.org));
  if (after.id == "me" || after.org.empty()) return;
  session.hint(
      fmt::format("a move is a reason to write: stead log {} congratulated on the move", after.id));
}

}  // namespace

void require_next(Day first, Span every) {
  if (add(first, every) != kLastDay) return;
  throw Error::usage("'{}' is too long: the calendar ends before it comes again", to_string(every))
      .with_hint("write it like 2w, 1mon or 1y");
}

void settle(const Contact& before, Contact& after, Session& session) {
  const Book& book = session.book();
  if (after.client_of == "me") after.client_of.clear();
  refuse_itself(after);
  refuse_what_is_mine(after);
  refuse_urgent_first(before, after);
  if (before.is_org() && !after.is_org()) refuse_to_strand(after, book);
  if (!before.org.empty() && book.canonical(before.org) != book.canonical(after.org)) {
    move_on(before, after, session);
  }
  if (!after.client_of.empty() && before.client_of.empty() && !after.has_tag("client")) {
    session.hint(fmt::format("to count as a client: stead set {} --tag client", after.id));
  }
}

void settle(const Promise& before, Promise& after, Session&) {
  if (before.to != after.to) {
    const std::string other = after.to;
    if (other == "me") {
      throw Error::usage("the other side of a promise cannot be you")
          .with_hint("name who it was with");
    }
    after.to = before.to;
    (before.is_follow_up() ? after.for_whom : before.is_mine() ? after.to : after.by) = other;
  }
  if (!after.closed) {  // it is open again
    after.status.clear();
    after.done_by.clear();
  }
  if (before.closed != after.closed && before.is_open()) {
    throw Error::usage("this promise is open")
        .with_hint(fmt::format("'stead keep {}' closes it", before.id));
  }
  if (before.due != after.due) {
    const auto moved = std::find_if(after.told.rbegin(), after.told.rend(), changes_the_date);
    if (moved != after.told.rend()) moved->due = after.due;
    if (after.first_due && before.due && after.first_due == before.due->day && after.due) {
      after.first_due = after.due->day;
    }
  }
  if (after.every && !after.first_due) {
    if (!after.due)
      throw Error::usage("only a promise with a date can repeat").with_hint("add --due DATE");
    after.first_due = after.due->day;
  }
  if (!after.every) after.first_due.reset();
  if (after.every != before.every && after.every) require_next(*after.first_due, *after.every);
}

void settle(const Interaction& before, Interaction& after, Session&) {
  if (before.needs_reply && !after.needs_reply) after.urgent = false;
  const bool asked = !before.needs_reply && after.needs_reply;
  if (after.urgent && !after.needs_reply) after.needs_reply = true;
  if (!after.needs_reply) return;
  if (after.from.empty() && (asked || !before.needs_reply)) after.from = "them";
  if (after.from != "them") {
    throw Error::usage("only what came from them can need a reply")
        .with_hint(fmt::format("stead set {} --unset needs-reply", after.id));
  }
}

}  // namespace stead
