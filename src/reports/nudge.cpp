#include "stead/nudge.h"

#include "reports/due_promises.h"
#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "reports/reconnect.h"
#include "reports/unreflected.h"
#include "reports/weekly_absences.h"
#include "stead/contact_times.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <string_view>
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

/// Is nothing to be done about this contact, of this kind or at all?
bool is_left_out(const Contact& who, NudgeKind kind, Collection collection, Day today) {
  return who.archived || (collection == Collection::contacts && is_quiet(who, kind, today));
}

}  // namespace

std::string_view word_of(NudgeKind kind) { return kind_word(kind).word; }

std::string_view word_of(UrgencyPart::What what) {
  switch (what) {
    case What::kind: return "kind";
    case What::days: return "days";
    case What::client: return "client";
    case What::urgent: return "urgent";
    case What::over: return "over";
    case What::follow_up: return "follow_up";
    case What::untold: return "untold";
    case What::quiet: return "quiet";
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

bool NudgeMaker::is_client(const Contact* who) const {
  if (who == nullptr) return false;
  if (who->has_tag(kClient) || who->org.empty()) return who->has_tag(kClient);
  const Contact* org = book_.contact(who->org);
  return org != nullptr && org->has_tag(kClient);
}

NudgeDraft NudgeMaker::make(NudgeKind kind, Collection collection, std::string_view record,
                            std::string_view who, std::optional<Day> due) const {
  const Contact* contact = book_.contact(who);
  NudgeDraft draft{
      .kind = kind,
      .collection = collection,
      .record = record,
      .who = who,
      .name = contact == nullptr ? std::string(who) : contact->name,
      .due = due,
      .is_left_out = contact != nullptr && is_left_out(*contact, kind, collection, today())};
  draft.add(What::kind, kind_word(kind).points);
  if (due) draft.add(What::days, days_points(today(), *due));
  if (kind == NudgeKind::gap || is_client(contact)) draft.add(What::client, kPointsOfClient);
  return draft;
}

Period week_from(Day today) { return {today, std::min(kLastDay, today + kWeek - kDay)}; }

Findings findings_in(const Clients& clients, const Now& now) {
  const Book& book = clients.book();
  const Period week = week_from(now.today);
  const Period due{kFirstDay, week.last};
  const Period ahead{now.today, std::min(kLastDay, now.today + kLookAhead - kDay)};
  return {.waiting = waiting_in(book, now),
          .promises = promises_due(book, now, due),
          .reconnect = reconnect_in(book, now.today, due),
          .unreflected = unreflected_in(book, now.today),
          .absences = absences_in(clients, ahead),
          .stood_in = stood_in_before(clients, now.today),
          .i_stood_in = i_stood_in_before(clients, now.today),
          .accounts = accounts_in(book),
          .dates = days_to_write_on(book, now.today, week)};
}

std::vector<Nudge> nudges_in(const Book& book, const Now& now) {
  return next_report(book, now, {.kinds = {}, .most = std::numeric_limits<std::size_t>::max()})
      .nudges;
}

NextReport next_report(const Book& book, const Now& now, const NextRequest& request) {
  const Clients clients(book);
  const NudgeMaker maker(book, now);
  const Findings findings = findings_in(clients, now);
  NudgeList nudges(clients, maker, findings.sources());
  const auto is_asked_for = [&](std::size_t i) {
    return request.kinds.empty() ||
           std::ranges::find(request.kinds, nudges[i].kind) != request.kinds.end();
  };
  std::vector<std::size_t> those;
  for (std::size_t i = 0; i < nudges.size(); ++i) {
    if (is_asked_for(i)) those.push_back(i);
  }
  const std::size_t all = those.size();
  const std::size_t most = std::min(
      all, request.most.value_or(request.kinds.empty() ? shown_of(all, kMostNudges) : all));
  NextReport report{.today = now.today, .nudges = {}, .more = all - most, .kinds = request.kinds};
  those.resize(most);
  for (const std::size_t i : those) report.nudges.push_back(nudges.worded(i));
  return report;
}

}  // namespace stead
