#include "stead/nudge.h"

#include "reports/due_promises.h"
#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "reports/reconnect.h"
#include "reports/unreflected.h"
#include "reports/weekly_absences.h"
#include "stead/contact_times.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stead {
namespace {

using What = UrgencyPart::What;

constexpr int kMostDaysLate = 10;
constexpr int kMostDaysAhead = 30;
constexpr int kPointsOfClient = 10;

struct KindWord {
  std::string_view word;
  int points;
};

/// What a kind is called, and the urgency that it begins with.
constexpr KindWord kind_word(NudgeKind kind) {
  switch (kind) {
    case NudgeKind::answer: return {"answer", 75};
    case NudgeKind::late: return {"late", 65};
    case NudgeKind::due: return {"due", 55};
    case NudgeKind::gap: return {"gap", 50};
    case NudgeKind::birthday: return {"birthday", 45};
    case NudgeKind::date: return {"date", 40};
    case NudgeKind::tell: return {"tell", 40};
    case NudgeKind::ask: return {"ask", 35};
    case NudgeKind::offer: return {"offer", 35};
    case NudgeKind::move: return {"move", 35};
    case NudgeKind::thank: return {"thank", 30};
    case NudgeKind::brief: return {"brief", 30};
    case NudgeKind::note: return {"note", 25};
    case NudgeKind::reconnect: return {"reconnect", 20};
    case NudgeKind::reflect: return {"reflect", 15};
    case NudgeKind::give: return {"give", 10};
  }
  return {};
}

int days_points(Day today, Day due) {
  return static_cast<int>(
      std::clamp<Days::rep>((today - due).count(), -kMostDaysAhead, kMostDaysLate));
}

/// The records of nudges that are to be left out. Few contacts and promises say something of being
/// quiet, so that those are found first; of interactions, only those that wait for an answer are
/// looked at. Who makes a nudge of another one has it at hand.
class QuietRecords {
 public:
  QuietRecords(const Book& book, Day today, std::span<const Waiting> waiting)
      : book_(book), today_(today) {
    for (const Collection collection : {Collection::contacts, Collection::promises}) {
      for (const std::string_view member : {"\"snoozed\"", "\"conflict\""}) {
        for (const std::size_t i : book.holding(collection, member)) add(collection, i);
      }
    }
    add_questions(waiting);
  }

  bool has(const Nudge& nudge) const {
    const auto place = places_.find({nudge.collection, nudge.record});
    if (place == places_.end()) return false;
    switch (nudge.collection) {
      case Collection::contacts: return is_quiet(book_.contact(place->second), nudge.kind, today_);
      case Collection::promises: return is_quiet(book_.promise(place->second), nudge.kind, today_);
      case Collection::interactions:
        return is_quiet(book_.interaction(place->second), nudge.kind, today_);
    }
    return false;
  }

 private:
  void add(Collection collection, std::size_t index) {
    places_.try_emplace({collection, std::string(book_.id(collection, index))}, index);
  }

  void add_questions(std::span<const Waiting> waiting) {
    std::set<Day> days;
    for (const Waiting& one : waiting) days.insert(one.at.day);
    if (days.empty()) return;
    book_.newest_first([&](const Talk& talk) {
      if (days.contains(talk.at.day)) add(Collection::interactions, talk.index);
      return *days.begin() <= talk.at.day + kClocksApart;
    });
  }

  const Book& book_;
  Day today_;
  std::map<std::pair<Collection, std::string>, std::size_t> places_;
};

bool is_archived(const Book& book, const Nudge& nudge) {
  const Contact* who = book.contact(nudge.who);
  return who != nullptr && who->archived;
}

/// Leaves, of those of one kind that have the same command or the same record, the first.
std::vector<Nudge> joined_by_command(std::vector<Nudge> nudges) {
  std::vector<Nudge> joined;
  std::vector<int> more;
  joined.reserve(nudges.size());
  std::unordered_map<std::string, std::size_t> places;  // no record has a blank in it
  places.reserve(2 * nudges.size());
  for (Nudge& nudge : nudges) {
    const std::string by_record = nudge.id();
    std::string by_command(word_of(nudge.kind));
    by_command.append(1, ':').append(nudge.command);
    auto found = places.find(by_command);
    if (found == places.end()) found = places.find(by_record);
    if (found != places.end()) {
      ++more[found->second];
      continue;
    }
    places[by_command] = places[by_record] = joined.size();
    joined.push_back(std::move(nudge));
    more.push_back(0);
  }
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (more[i] > 0) joined[i].why += fmt::format("; and {} more", more[i]);
  }
  return joined;
}

}  // namespace

std::string_view word_of(NudgeKind kind) { return kind_word(kind).word; }

std::string_view word_of(UrgencyPart::What what) {
  switch (what) {
    case What::kind: return "kind";
    case What::days: return "days";
    case What::urgent: return "urgent";
    case What::over: return "over";
    case What::untold: return "untold";
    case What::client: return "client";
    case What::quiet: return "quiet";
    case What::follow_up: return "follow_up";
    case What::here: return "here";
  }
  return {};
}

std::string Nudge::id() const { return std::string(word_of(kind)) + ':' + record; }

int Nudge::urgency() const {
  int sum = 0;
  for (const UrgencyPart& part : parts) sum += part.points;
  return sum;
}

bool Nudge::belongs_to(Day today) const {
  return kind == NudgeKind::answer || (due && *due <= today);
}

void add_points(Nudge& nudge, UrgencyPart::What what, int points) {
  if (points != 0) nudge.parts.push_back({what, points});
}

std::set<std::string> met_since(const Book& book, Day since) {
  std::set<std::string> met;
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day + kClocksApart < since) return false;
    if (talk.at.day < since || !talk.is_contact) return true;
    for (const std::size_t i : talk.with) {
      const Contact& contact = book.contact(i);
      met.insert(contact.id);
      if (!contact.org.empty()) met.emplace(book.canonical(contact.org));
    }
    return true;
  });
  return met;
}

std::string front_line(const std::string& text) { return text.substr(0, text.find('\n')); }

bool NudgeMaker::is_client(std::string_view who) const {
  const Contact* contact = book_.contact(who);
  if (contact == nullptr) return false;
  if (contact->has_tag("client") || contact->org.empty()) return contact->has_tag("client");
  const Contact* org = book_.contact(contact->org);
  return org != nullptr && org->has_tag("client");
}

Nudge NudgeMaker::make(NudgeKind kind, Collection collection, std::string_view record,
                       std::string_view who, std::optional<Day> due) const {
  Nudge nudge{.kind = kind,
              .collection = collection,
              .record = std::string(record),
              .who = std::string(who),
              .name = who.empty() ? "" : book_.name_of(who),
              .what = {},
              .why = {},
              .due = due,
              .command = {},
              .parts = {{What::kind, kind_word(kind).points}}};
  if (due) add_points(nudge, What::days, days_points(today(), *due));
  if (kind == NudgeKind::gap || is_client(who)) add_points(nudge, What::client, kPointsOfClient);
  return nudge;
}

std::vector<Nudge> nudges_from(const Clients& clients, const Now& now,
                               const NudgeSources& sources) {
  const NudgeMaker maker(clients.book(), now);
  std::vector<Nudge> nudges;
  add_questions(nudges, maker, sources);
  add_promises(nudges, maker, sources);
  add_people(nudges, maker, sources);
  add_absences(nudges, maker, sources);
  add_briefings(nudges, maker, clients);
  add_help(nudges, maker, clients, sources);
  add_dates(nudges, maker);
  add_moves(nudges, maker);
  const QuietRecords quiet(clients.book(), now.today, sources.waiting);
  std::erase_if(nudges, [&](const Nudge& nudge) {
    return quiet.has(nudge) || is_archived(clients.book(), nudge);
  });
  sort_by(nudges, [](const Nudge& nudge) {
    return std::tuple(-nudge.urgency(), nudge.due.value_or(kLastDay), nudge.kind, fold(nudge.name),
                      nudge.record);
  });
  return joined_by_command(std::move(nudges));
}

Findings findings_in(const Clients& clients, const Now& now) {
  const Book& book = clients.book();
  const Period due{kFirstDay, std::min(kLastDay, now.today + kWeek - kDay)};
  const Period ahead{now.today, std::min(kLastDay, now.today + kLookAhead - kDay)};
  return {.waiting = waiting_in(book, now),
          .promises = promises_due(book, now, due),
          .reconnect = reconnect_in(book, now.today, due),
          .unreflected = unreflected_in(book, now.today),
          .absences = absences_in(clients, ahead),
          .stood_in = stood_in_before(clients, now.today)};
}

std::vector<Nudge> nudges_in(const Book& book, const Now& now) {
  const Clients clients(book);
  return nudges_from(clients, now, findings_in(clients, now).sources());
}

NextReport next_report(const Book& book, const Now& now, const NextRequest& request) {
  NextReport report{
      .today = now.today, .nudges = nudges_in(book, now), .more = 0, .kinds = request.kinds};
  if (!request.kinds.empty()) {
    std::erase_if(report.nudges, [&](const Nudge& nudge) {
      return std::ranges::find(request.kinds, nudge.kind) == request.kinds.end();
    });
  }
  const std::size_t all = report.nudges.size();
  const std::size_t most =
      request.most.value_or(request.kinds.empty() ? shown_of(all, kMostNudges) : all);
  if (all > most) {
    report.more = report.nudges.size() - most;
    report.nudges.resize(most);
  }
  return report;
}

}  // namespace stead
