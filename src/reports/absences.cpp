#include "stead/absences.h"

#include "reports/cover_command.h"

#include "stead/periods.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <iterator>
#include <tuple>

namespace stead {
namespace {

/// The days of an absence that are looked at; none where it is over.
std::optional<Period> days_ahead(const Absence& absence, Day today) {
  const Day first = std::max(absence.from.day, today);
  const Day year_later = add(first, {.count = 1, .unit = Span::Unit::year});
  const Period days{first, absence.to ? absence.to->day : year_later};
  return days.first <= days.last ? std::optional(days) : std::nullopt;
}

/// The days of a period on which `who` has an arrangement for the contact.
std::vector<Period> arranged_days(const Book& book, const Contact& contact, std::string_view who,
                                  Period period) {
  std::vector<Period> arranged;
  for (const Cover& cover : contact.cover) {
    const Period days{std::max(cover.from.value_or(kFirstDay), period.first),
                      std::min(cover.to.value_or(kLastDay), period.last)};
    if (days.first <= days.last && book.canonical(cover.by) == who) arranged.push_back(days);
  }
  return arranged;
}

bool has_arrangement(const Book& book, const Contact& contact, std::string_view who,
                     Period period) {
  return !arranged_days(book, contact, who, period).empty();
}

template <typename Lists>
const Clients::List& list_of(const Lists& lists, std::string_view who) {
  static const Clients::List none;
  const auto found = lists.find(who);
  return found == lists.end() ? none : found->second;
}

/// A client of somebody else, and the days on which I cover it.
struct CoveredByMe {
  const Contact* client;
  std::vector<Period> days;
};

/// Those of other people's clients that I cover in a period.
std::vector<CoveredByMe> covered_by_me(const Book& book, const Clients::List& clients,
                                       Period period) {
  std::vector<CoveredByMe> covered;
  for (const Contact* client : clients) {
    std::vector<Period> days = arranged_days(book, *client, "me", period);
    if (const Contact* colleague = book.contact(client->client_of)) {
      const auto on_their_list = arranged_days(book, *colleague, "me", period);
      days.insert(days.end(), on_their_list.begin(), on_their_list.end());
    }
    if (!days.empty()) covered.push_back({client, joined(std::move(days))});
  }
  return covered;
}

/// Is there, for a client of mine, something in what somebody on my list takes on?
bool is_in_scope(const Book& book, const Contact& client, std::string_view who, Period period) {
  return std::ranges::any_of(book.me().cover, [&](const Cover& cover) {
    if (book.canonical(cover.by) != who || !days_of(cover).overlaps(period)) return false;
    return cover.scope.empty() || client.needs.empty() ||
           std::ranges::find_first_of(cover.scope, client.needs) != cover.scope.end();
  });
}

/// Has the client, on some day, nobody but who is on the owner's list?
bool relies_on_owners_list(const TouchedClient& client) {
  return std::ranges::any_of(client.stretches, [](const CoverStretch& stretch) {
    return !stretch.covering.is_agreed() || stretch.covering.answer()->by_owner;
  });
}

std::vector<TouchedClient> touched_clients(const Clients& clients, std::string_view who,
                                           Period period, TheirClients theirs) {
  const Book& book = clients.book();
  const bool mine = who == "me";
  const TakenAway away{std::string(who)};
  const bool is_on_my_list = !mine && has_arrangement(book, book.me(), who, period);
  std::vector<TouchedClient> touched;
  const auto look_at = [&](const Contact& client, const std::vector<Period>& periods) {
    TouchedClient row{.client = client.id, .name = client.name, .stretches = {}};
    for (const Period days : periods) {
      std::ranges::move(covering_in(clients.agreements(), client.id, days, away),
                        std::back_inserter(row.stretches));
    }
    return row;
  };
  for (const Contact* client :
       mine || is_on_my_list ? clients.mine() : clients.mine_arranged_with(who)) {
    const bool is_direct = mine || has_arrangement(book, *client, who, period);
    if (!is_direct && !(is_on_my_list && is_in_scope(book, *client, who, period))) continue;
    TouchedClient row = look_at(*client, {period});
    if (is_direct || relies_on_owners_list(row)) touched.push_back(std::move(row));
  }
  const Clients::List& of_others = mine ? clients.of_others() : clients.of_owner(who);
  if (!mine && theirs == TheirClients::all) {
    for (const Contact* client : of_others) touched.push_back(look_at(*client, {period}));
    return touched;
  }
  for (const CoveredByMe& other : covered_by_me(book, of_others, period)) {
    // Their own absence leaves it open on the other days as well; mine does not.
    touched.push_back(mine ? look_at(*other.client, other.days) : look_at(*other.client, {period}));
  }
  return touched;
}

Text cover_line(const CoverStretch& stretch) {
  const Candidate* answer = stretch.covering.answer();
  if (answer == nullptr) return Text("NOBODY", Tone::bad);
  const std::string name = answer->who == "me" ? "you" : answer->name;
  if (answer->cover.agreed) return Text(name, Tone::good);
  return Text(name + (answer->who == "me" ? ", not agreed yet" : ", has not agreed yet"),
              Tone::warning);
}

/// What is said of somebody, each thing once.
struct InTheWay {
  std::string who;
  std::vector<std::string> what;
};

/// What is not ready about who covers, or why nobody does who was asked. Whoever is away by the
/// absence that is looked at is left out.
std::vector<InTheWay> in_the_way(const TouchedClient& client, std::string_view away) {
  std::vector<InTheWay> found;
  const auto say = [&](const Candidate& who, std::string_view what) {
    if (who.who == away) return;
    const std::string name = who.who == "me" ? "you" : who.name;
    auto theirs = std::ranges::find(found, name, &InTheWay::who);
    if (theirs == found.end()) theirs = found.insert(theirs, {name, {}});
    if (std::ranges::find(theirs->what, what) == theirs->what.end())
      theirs->what.emplace_back(what);
  };
  for (const CoverStretch& stretch : client.stretches) {
    if (const Candidate* answer = stretch.covering.answer()) {
      for (const Doubt doubt : answer->doubts) {
        if (doubt != Doubt::only_offered) say(*answer, words_for(doubt));
      }
    }
    if (stretch.covering.is_agreed()) continue;
    for (const Candidate& each : stretch.covering.candidates) {
      if (each.unfit && each.unfit != Unfit::owner) say(each, words_for(each));
    }
  }
  return found;
}

void add_in_the_way(Document& document, const AbsenceReport& report) {
  Items items;
  for (const TouchedClient& client : report.clients) {
    std::string name = client.name;
    for (const InTheWay& each : in_the_way(client, report.who)) {
      std::string words = fmt::format("{}: {}", each.who, fmt::join(each.what, ", "));
      items.items.push_back({.text = std::move(words), .aside = {}, .below = {}, .lead = name});
      name.clear();
    }
  }
  if (!items.items.empty()) document.add(section("In the way")).add(std::move(items));
}

/// How many clients are left with nobody, and that none is.
Note summary(const AbsenceReport& report) {
  const std::size_t all = report.clients.size();
  const auto open = static_cast<std::size_t>(std::ranges::count_if(
      report.clients, [](const TouchedClient& c) { return !c.gaps().empty(); }));
  if (open == 0) {
    return {all == 1   ? "It is covered on every day."
            : all == 2 ? "Both are covered on every day."
                       : fmt::format("All {} are covered on every day.", all),
            Tone::good};
  }
  return {all == 1 ? "There are days on which nobody has agreed to cover it."
                   : fmt::format("{} of {} clients {} days on which nobody has agreed to cover {}.",
                                 open, all, open == 1 ? "has" : "have", open == 1 ? "it" : "them"),
          Tone::warning};
}

/// Days of a client on which the same is said of who covers it.
struct CoverRow {
  Text client;
  Period days;
  Text cover;
};

std::vector<CoverRow> rows_of(const AbsenceReport& report) {
  std::vector<CoverRow> rows;
  for (const TouchedClient& client : report.clients) {
    for (std::size_t i = 0; i < client.stretches.size();) {
      // Stretches may differ in what is not ready, which is not shown here.
      const Text cover = cover_line(client.stretches[i]);
      Period days = client.stretches[i].period;
      for (++i; i < client.stretches.size() && cover_line(client.stretches[i]) == cover; ++i) {
        days.last = client.stretches[i].period.last;
      }
      rows.push_back({client.name, days, cover});
    }
  }
  return rows;
}

Table table_of(const std::vector<CoverRow>& rows) {
  Table table{{{"client", Align::left, Fit::wrap},
               {"days", Align::left, Fit::whole},
               {"who covers", Align::left, Fit::wrap}},
              {}};
  for (const CoverRow& row : rows) {
    table.rows.push_back({row.client, long_period(row.days), row.cover});
  }
  return table;
}

Items schedule(const std::vector<CoverRow>& rows) {
  Items items;
  for (const CoverRow& row : rows) {
    items.items.push_back({.text = row.cover, .aside = long_period(row.days), .lead = row.client});
  }
  return items;
}

}  // namespace

std::string words_for(const Absence& absence) {
  std::string from = long_date(absence.from);
  if (!absence.to) return from + ", no end known";
  if (*absence.to == absence.from) return from;
  const std::string to = long_date(*absence.to);
  const bool by_the_hour =
      absence.from.time && absence.to->time && absence.from.day == absence.to->day;
  return from + " to " + (by_the_hour ? to.substr(long_date(absence.to->day).size() + 1) : to);
}

Clients::Clients(const Book& book) : agreements_(book), mine_(my_clients(book)) {
  for (const Contact* client : mine_) {
    for (const Cover& cover : client->cover) {
      List& theirs = mine_by_stand_in_[std::string(book.canonical(cover.by))];
      if (theirs.empty() || theirs.back() != client) theirs.push_back(client);
    }
  }
  for (const std::size_t i : book.holding(Collection::contacts, "\"client_of\"")) {
    const Contact& client = book.contact(i);
    if (client.archived || client.client_of.empty()) continue;
    of_others_.push_back(&client);
    by_owner_[std::string(book.canonical(client.client_of))].push_back(&client);
  }
}

const Clients::List& Clients::mine_arranged_with(std::string_view who) const {
  return list_of(mine_by_stand_in_, who);
}

const Clients::List& Clients::of_owner(std::string_view who) const {
  return list_of(by_owner_, who);
}

std::vector<AbsenceRow> absences_in_period(const Book& book, Period period) {
  std::vector<AbsenceRow> absences;
  for (const std::size_t i : book.holding(Collection::contacts, "\"away\"")) {
    const Contact& contact = book.contact(i);
    if (contact.archived) continue;
    for (const Absence& absence : contact.away) {
      if (!absence.overlaps(period)) continue;
      absences.push_back({contact.id, contact.name, contact.has_tag("colleague"), absence});
    }
  }
  sort_by(absences,
          [](const AbsenceRow& row) { return std::tuple(row.absence.from.day, fold(row.name)); });
  return absences;
}

std::vector<Period> TouchedClient::gaps() const {
  std::vector<Period> gaps;
  for (const CoverStretch& stretch : stretches) {
    if (stretch.covering.is_agreed()) continue;
    if (!gaps.empty() && gaps.back().last + Days(1) == stretch.period.first) {
      gaps.back().last = stretch.period.last;
    } else {
      gaps.push_back(stretch.period);
    }
  }
  return gaps;
}

bool AbsenceReport::has_gaps() const {
  return std::ranges::any_of(clients,
                             [](const TouchedClient& client) { return !client.gaps().empty(); });
}

AbsenceReport absence_report(const Clients& clients, std::string_view who, const Absence& absence,
                             Day today, TheirClients theirs) {
  const Book& book = clients.book();
  AbsenceReport report{std::string(book.canonical(who)), book.name_of(who), absence, {}};
  const std::optional<Period> days = days_ahead(absence, today);
  if (!days) return report;
  report.clients = touched_clients(clients, report.who, *days, theirs);
  sort_by(report.clients, [](const TouchedClient& client) { return fold(client.name); });
  return report;
}

Document to_document(const AbsenceReport& report) {
  Document document;
  if (report.clients.empty()) return document;
  const std::vector<CoverRow> rows = rows_of(report);
  document.add(rows.size() > report.clients.size() ? Block(schedule(rows)) : Block(table_of(rows)));
  document.add(summary(report));
  add_in_the_way(document, report);
  return document;
}

Table to_table(const AbsenceReport& report) { return table_of(rows_of(report)); }

}  // namespace stead
