#include "reports/plan_days.h"

#include "stead/away.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace stead {
namespace {

/// That nobody has agreed, and for what part, is what a plan says anyway; that the client does not
/// know is for later.
std::vector<Doubt> doubts_in_plan(std::vector<Doubt> doubts) {
  std::erase_if(doubts, [](Doubt doubt) {
    return doubt == Doubt::only_offered || doubt == Doubt::scope_in_part ||
           doubt == Doubt::client_not_told;
  });
  return doubts;
}

/// A doubt about one day is one about all.
void add_doubts(std::vector<Doubt>& doubts, const std::vector<Doubt>& more) {
  for (const Doubt doubt : more) {
    if (std::ranges::find(doubts, doubt) == doubts.end()) doubts.push_back(doubt);
  }
  std::ranges::sort(doubts);
}

NearMiss near_miss(const Contact& who) { return {who.id, who.name, who.phone}; }

}  // namespace

PlanDays::PlanDays(const Book& book, Period period)
    : book_(book), period_(period), clients_(my_clients(book)) {
  const Agreements agreements(book);
  find_answers(agreements);
  find_stand_ins();
  find_skills();
  find_load(agreements);
}

void PlanDays::find_answers(const Agreements& agreements) {
  for (const Contact* client : clients_) {
    Answers& answers = answers_.emplace_back();
    std::vector<std::size_t>& open = open_.emplace_back();
    for (const CoverStretch& stretch : covering_in(agreements, client->id, period_)) {
      const Candidate* found = stretch.covering.answer();
      std::optional<Candidate> answer;
      std::vector<Doubt> doubts;
      if (found != nullptr) {
        answer = *found;
        doubts = doubts_in_plan(std::exchange(answer->doubts, {}));
      }
      if (!is_settled(answer)) {
        for (std::size_t day = number(stretch.period.first); day <= number(stretch.period.last);
             ++day) {
          open.push_back(day);
        }
      }
      if (answers.empty() || answers.back().answer != answer) {
        answers.push_back({stretch.period, std::move(answer), std::move(doubts)});
      } else {
        answers.back().days.last = stretch.period.last;
        add_doubts(answers.back().doubts, doubts);
      }
    }
  }
}

void PlanDays::find_stand_ins() {
  const Colleagues colleagues(book_);
  for (const std::size_t i : colleagues.all()) {
    const Contact& who = book_.contact(i);
    if (who.archived || who.id == kMe) continue;
    stand_ins_.push_back(&who);
    std::vector<bool>& there = there_.emplace_back();
    for (Day day = period_.first; day <= period_.last; day += Days(1)) {
      there.push_back(std::ranges::none_of(
          who.away, [&](const Absence& absence) { return absence.contains(day); }));
    }
  }
}

/// There are as many pairs as clients times stand-ins, and each is asked about on each day.
void PlanDays::find_skills() {
  for (const Contact* client : clients_) {
    std::vector<bool>& able = able_.emplace_back();
    std::vector<bool>& in_part = in_part_.emplace_back();
    for (const Contact* who : stand_ins_) {
      const auto known = std::ranges::count_if(client->needs, [who](const std::string& need) {
        return std::ranges::find(who->skills, need) != who->skills.end();
      });
      able.push_back(client != who && (known > 0 || knows_enough(book_, *client, *who)));
      in_part.push_back(known < std::ssize(client->needs));
    }
  }
}

/// Whoever could be called for a client has it, agreed or only offered, first choice or not; what
/// is on its owner's list falls to the first choice alone, if that has agreed.
void PlanDays::find_load(const Agreements& agreements) {
  std::map<std::string, std::vector<Load::Agreement>, std::less<>> arrangements;
  for (const std::size_t i : book_.holding(Collection::contacts, "client")) {
    const Contact& client = book_.contact(i);
    if (!client.has_tag("client") || client.archived) continue;
    for (const auto& [days, covering] : covering_in(agreements, client.id, period_)) {
      for (const Candidate& each : covering.candidates) {
        const bool is_first = &each == covering.answer();
        const bool counts = !each.unfit && (!each.by_owner || (is_first && each.cover.agreed));
        if (counts) arrangements[each.who].push_back({i, days});
      }
    }
  }
  for (const Contact* who : stand_ins_) {
    const Load load(std::move(arrangements[who->id]));
    std::vector<int>& by_day = load_.emplace_back();
    for (Day day = period_.first; day <= period_.last; day += Days(1)) {
      by_day.push_back(load.on(day));
    }
  }
  needs_room_.assign(load_.size(), std::vector<int>(count()));
  is_called_ = needs_room_;
}

std::vector<std::string> PlanDays::knows(std::size_t client, std::size_t who) const {
  if (clients_[client]->needs.empty()) return {};
  return useful_skills(*clients_[client], *stand_ins_[who]);
}

bool PlanDays::has_room(std::size_t who, std::size_t day) const {
  return !stand_ins_[who]->capacity || load_[who][day] < *stand_ins_[who]->capacity;
}

bool PlanDays::could(std::size_t client, std::size_t who, std::size_t day) const {
  return is_there(who, day) && has_room(who, day) && is_able(client, who);
}

StandInRoom PlanDays::fullest_day(std::size_t who) const {
  int load = 0;
  for (const std::vector<std::size_t>& days : open_) {
    for (const std::size_t day : days) {
      if (is_there(who, day)) load = std::max(load, load_[who][day]);
    }
  }
  const std::optional<int> capacity = stand_ins_[who]->capacity;
  const int all = static_cast<int>(clients_.size());
  return {load, capacity ? std::max(*capacity - load, 0) : all};
}

bool PlanDays::is_there_on(std::size_t who, Period days) const {
  return std::ranges::none_of(stand_ins_[who]->away,
                              [&](const Absence& absence) { return absence.overlaps(days); });
}

int PlanDays::most_load(std::size_t who, Period days, const Loads& more) const {
  int most = 0;
  for (std::size_t day = number(days.first); day <= number(days.last); ++day) {
    most = std::max(most, load_[who][day] + more[who][day]);
  }
  return most;
}

void PlanDays::add(Loads& loads, std::size_t who, Period days) const {
  for (std::size_t day = number(days.first); day <= number(days.last); ++day) ++loads[who][day];
}

/// The absence that is in the way last, and the first day after it and what follows it at once.
PlanHelp::Back PlanDays::back(std::size_t who, Period days) const {
  const Contact& contact = *stand_ins_[who];
  PlanHelp::Back result{near_miss(contact), {}, {}, false};
  for (Day day = days.first; day <= days.last; day += Days(1)) {
    if (is_there(who, number(day))) result.full_otherwise = true;
  }
  for (Absence& absence : joined(contact.away)) {
    if (!absence.overlaps(days)) continue;
    result.back = absence.to ? std::optional(absence.to->day + Days(1)) : std::nullopt;
    result.absence = std::move(absence);
  }
  return result;
}

PlanHelp PlanDays::help(std::size_t client, Period days) {
  std::vector<PlanHelp::Back> backs;
  std::vector<std::pair<int, std::size_t>> full;  // how much room they lack
  std::vector<std::pair<int, std::size_t>> free;  // by load
  bool nobody_knows = true;
  for (std::size_t who = 0; who < stand_ins_.size(); ++who) {
    const Contact& contact = *stand_ins_[who];
    if (&contact == clients_[client]) continue;
    const bool is_there = is_there_on(who, days);
    const bool knows = is_able(client, who);
    if (knows) nobody_knows = false;
    if (knows && is_there) {
      full.emplace_back(most_load(who, days, needs_room_) + 1 - contact.capacity.value_or(0), who);
    }
    if (knows && !is_there) backs.push_back(back(who, days));
    const int load = most_load(who, days, is_called_);
    const bool has_room = !contact.capacity || load < *contact.capacity;
    if (!knows && is_there && has_room) free.emplace_back(load, who);
  }
  const auto back = std::ranges::min_element(backs, {}, [](const PlanHelp::Back& each) {
    return std::pair(each.full_otherwise, each.back.value_or(kLastDay));
  });
  PlanHelp help{.nobody_knows = nobody_knows, .back = {}, .full = {}, .free = {}};
  if (back != backs.end()) help.back = *back;
  if (const auto least = std::ranges::min_element(full); least != full.end()) {
    const Contact& who = *stand_ins_[least->second];
    const int capacity = who.capacity.value_or(0);
    help.full = PlanHelp::Full{near_miss(who), capacity, capacity + least->first};
    add(needs_room_, least->second, days);
  }
  if (const auto freest = std::ranges::min_element(free); freest != free.end()) {
    help.free = near_miss(*stand_ins_[freest->second]);
    add(is_called_, freest->second, days);
  }
  return help;
}

}  // namespace stead
