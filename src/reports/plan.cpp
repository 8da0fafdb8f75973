#include "stead/plan.h"

#include "reports/plan_days.h"
#include "stead/away.h"
#include "stead/covering.h"
#include "stead/sort_by.h"
#include "stead/stand_ins.h"
#include "stead/text.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace stead {
namespace {

std::vector<std::string> ids_of(const std::vector<const Contact*>& contacts) {
  std::vector<std::string> ids;
  for (const Contact* contact : contacts) ids.push_back(contact->id);
  return ids;
}

/// Makes a plan.
class Planner {
 public:
  Planner(const Book& book, Period period)
      : book_(book),
        days_(book, period),
        acquaintance_(book, ids_of(days_.stand_ins()), ids_of(days_.clients())) {
    chosen_.assign(days_.clients().size(), Row(days_.count()));
    for (std::size_t client = 0; client < chosen_.size(); ++client) {
      agreed_.push_back(agreements_for(client));
      std::vector<CoverCost> costs;
      for (std::size_t who = 0; who < days_.stand_ins().size(); ++who) {
        costs.push_back(cost_of(client, who));
      }
      costs_.push_back(std::move(costs));
    }
  }

  PlanReport plan() {
    plan_whole_period();
    plan_days();
    PlanReport report{days_.period(), book_.me().name, away_in(book_.me(), days_.period()), {}};
    for (std::size_t client = 0; client < chosen_.size(); ++client) {
      const Contact& contact = *days_.clients()[client];
      report.clients.push_back({contact.id, contact.name, contact.needs, stretches(client)});
    }
    sort_by(report.clients, [](const PlannedClient& client) { return fold(client.name); });
    return report;
  }

 private:
  using Row = std::vector<std::optional<std::size_t>>;  // a stand-in by day

  /// When somebody last agreed to stand in for a client, by their id.
  using Agreed = std::map<std::string_view, Day>;

  Agreed agreements_for(std::size_t client) const {
    Agreed agreed;
    for (const Cover& cover : days_.clients()[client]->cover) {
      if (!cover.agreed) continue;
      Day& last = agreed.try_emplace(book_.canonical(cover.by), *cover.agreed).first->second;
      last = std::max(last, *cover.agreed);
    }
    return agreed;
  }

  std::optional<Day> agreed(std::size_t client, std::size_t who) const {
    const auto found = agreed_[client].find(days_.stand_ins()[who]->id);
    return found == agreed_[client].end() ? std::nullopt : std::optional(found->second);
  }

  /// What a stand-in costs, but for the load.
  CoverCost cost_of(std::size_t client, std::size_t who) const {
    const HelpBetween& help = acquaintance_.help(who);
    return {.never_helped = help.ever ? 0 : 1,
            .not_agreed = agreed(client, who) ? 0 : 1,
            .in_part = days_.knows_in_part(client, who) ? 1 : 0,
            .not_known = acquaintance_.known(who, client).times > 0 ? 0 : 1,
            .help = help.gave > help.got    ? 0
                    : help.gave == help.got ? 1
                                            : 2};
  }

  bool is_there_all_along(std::size_t client, std::size_t who) const {
    return days_.is_able(client, who) &&
           std::ranges::all_of(days_.open(client),
                               [&](std::size_t day) { return days_.is_there(who, day); });
  }

  /// Those who are there on all open days of a client. A client without any is not asked about.
  std::vector<std::vector<StandInOption>> options_for_period() const {
    std::vector<std::vector<StandInOption>> options(chosen_.size());
    for (std::size_t client = 0; client < options.size(); ++client) {
      for (std::size_t who = 0; who < days_.stand_ins().size(); ++who) {
        if (days_.open(client).empty() || !is_there_all_along(client, who)) continue;
        options[client].push_back({who, costs_[client][who]});
      }
    }
    return options;
  }

  void plan_whole_period() {
    std::vector<StandInRoom> rooms;
    for (std::size_t who = 0; who < days_.stand_ins().size(); ++who) {
      rooms.push_back(days_.fullest_day(who));
    }
    const Row found = stand_ins_for_period(options_for_period(), std::move(rooms));
    for (std::size_t client = 0; client < found.size(); ++client) {
      if (!found[client]) continue;
      for (const std::size_t day : days_.open(client)) choose(client, day, *found[client]);
    }
  }

  void choose(std::size_t client, std::size_t day, std::size_t who) {
    chosen_[client][day] = who;
    days_.take(who, day);
  }

  /// The stand-ins that could, on each open day.
  std::vector<std::vector<StandInOption>> options_by_day(std::size_t client) const {
    std::vector<std::vector<StandInOption>> options;
    for (const std::size_t day : days_.open(client)) {
      std::vector<StandInOption>& those = options.emplace_back();
      for (std::size_t who = 0; who < days_.stand_ins().size(); ++who) {
        if (!days_.could(client, who, day)) continue;
        those.push_back({who, costs_[client][who] + CoverCost{.load = days_.load(who, day) + 1}});
      }
    }
    return options;
  }

  /// Those who are left, in the order in which they are split.
  std::vector<std::size_t> left() const {
    std::vector<std::pair<std::size_t, std::size_t>> order;  // days of stand-ins, client
    for (std::size_t client = 0; client < chosen_.size(); ++client) {
      if (days_.open(client).empty() || chosen_[client][days_.open(client).front()]) continue;
      std::size_t possible = 0;
      for (const auto& options : options_by_day(client)) possible += options.size();
      order.emplace_back(possible, client);
    }
    sort_by(order, [&](const auto& each) {
      return std::tuple(each.first, fold(days_.clients()[each.second]->name));
    });
    std::vector<std::size_t> clients;
    for (const auto& each : order) clients.push_back(each.second);
    return clients;
  }

  void plan_days() {
    for (const std::size_t client : left()) {
      const Row found = stand_ins_by_day(options_by_day(client), days_.stand_ins().size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) choose(client, days_.open(client)[i], *found[i]);
      }
    }
  }

  /// `counted`: is the client itself in their load? It is not where they are to take whatever has
  /// nobody.
  PlanReason reason(std::size_t client, std::size_t who, Period days, bool counted = true) const {
    PlanReason reason{.never_helped = !acquaintance_.help(who).ever,
                      .agreed = agreed(client, who),
                      .knows = days_.knows(client, who),
                      .knows_not = {},
                      .known = acquaintance_.known(who, client),
                      .others = 0,
                      .help = acquaintance_.help(who)};
    for (const std::string& need : days_.clients()[client]->needs) {
      const bool is_known = std::ranges::find(reason.knows, need) != reason.knows.end();
      if (!is_known) reason.knows_not.push_back(need);
    }
    for (Day day = days.first; day <= days.last; day += Days(1)) {
      reason.others =
          std::max(reason.others, days_.load(who, days_.number(day)) - (counted ? 1 : 0));
    }
    return reason;
  }

  PlanStretch proposed(std::size_t client, std::size_t who, Period days) const {
    const Contact& stand_in = *days_.stand_ins()[who];
    PlanReason why = reason(client, who, days);
    return {.days = days,
            .state = PlanState::proposed,
            .who = stand_in.id,
            .name = stand_in.name,
            .phone = stand_in.phone,
            .email = stand_in.email,
            .since = {},
            .by_owner = false,
            .scope = why.knows_not.empty() ? std::vector<std::string>() : why.knows,
            .doubts = {},
            .reason = std::move(why),
            .help = {}};
  }

  /// Of who is asked already, the reason is said again; whoever is no colleague has none.
  std::optional<PlanReason> reason_of_asked(std::size_t client, const Candidate& answer,
                                            Period days) const {
    if (answer.cover.agreed) return std::nullopt;
    for (std::size_t who = 0; who < days_.stand_ins().size(); ++who) {
      if (days_.stand_ins()[who]->id == answer.who)
        return reason(client, who, days, !answer.by_owner);
    }
    return std::nullopt;
  }

  PlanStretch in_force(std::size_t client, const Candidate& answer, Period days,
                       const std::vector<Doubt>& doubts) const {
    const bool agreed = answer.cover.agreed.has_value();
    return {.days = days,
            .state = agreed ? PlanState::agreed : PlanState::asked,
            .who = answer.who,
            .name = answer.name,
            .phone = answer.phone,
            .email = answer.email,
            .since = agreed ? answer.cover.agreed : answer.cover.offered,
            .by_owner = answer.by_owner,
            .scope = answer.cover.scope,
            .doubts = doubts,
            .reason = reason_of_asked(client, answer, days),
            .help = {}};
  }

  /// Days that the plan has left open. Who was asked to take whatever has nobody is somebody.
  PlanStretch left_open(std::size_t client, const PlanDays::Answer& asked, Period days) {
    if (asked.answer) return in_force(client, *asked.answer, days, asked.doubts);
    return {.days = days, .help = days_.help(client, days)};
  }

  /// The stretches of a period that is open.
  void add_open(std::vector<PlanStretch>& stretches, std::size_t client,
                const PlanDays::Answer& asked) {
    const Period open = asked.days;
    const Row& row = chosen_[client];
    for (Day first = open.first; first <= open.last;) {
      const std::optional<std::size_t> who = row[days_.number(first)];
      Day last = first;
      while (last < open.last && row[days_.number(last) + 1] == who) last += Days(1);
      add(stretches, client,
          who ? proposed(client, *who, {first, last}) : left_open(client, asked, {first, last}));
      first = last + Days(1);
    }
  }

  /// Whoever is to be asked for days that follow on each other is asked once, also where these are
  /// open for different reasons.
  void add(std::vector<PlanStretch>& stretches, std::size_t client, PlanStretch next) const {
    const PlanStretch* last = stretches.empty() ? nullptr : &stretches.back();
    const bool goes_on = last != nullptr && last->state == PlanState::proposed &&
                         next.state == PlanState::proposed && last->who == next.who &&
                         last->days.last + Days(1) == next.days.first;
    if (!goes_on) return stretches.push_back(std::move(next));
    const std::size_t who = *chosen_[client][days_.number(next.days.first)];
    stretches.back() = proposed(client, who, {last->days.first, next.days.last});
  }

  std::vector<PlanStretch> stretches(std::size_t client) {
    std::vector<PlanStretch> stretches;
    for (const PlanDays::Answer& each : days_.answers(client)) {
      if (PlanDays::is_settled(each.answer)) {
        stretches.push_back(in_force(client, *each.answer, each.days, each.doubts));
      } else {
        add_open(stretches, client, each);
      }
    }
    return stretches;
  }

  const Book& book_;
  PlanDays days_;
  Acquaintance acquaintance_;
  std::vector<Agreed> agreed_;                 ///< Of each client.
  std::vector<std::vector<CoverCost>> costs_;  ///< Of each client, by stand-in.
  std::vector<Row> chosen_;                    ///< Of each client.
};

bool has_state(const PlanReport& report, PlanState state) {
  return std::ranges::any_of(report.clients, [&](const PlannedClient& client) {
    return std::ranges::find(client.stretches, state, &PlanStretch::state) !=
           client.stretches.end();
  });
}

}  // namespace

bool PlanReport::has_gaps() const { return has_state(*this, PlanState::nobody); }

bool PlanReport::proposes() const { return has_state(*this, PlanState::proposed); }

PlanReport plan_report(const Book& book, Period period) { return Planner(book, period).plan(); }

void apply_plan(Edits& edits, const PlanReport& report, Day today) {
  for (const PlannedClient& planned : report.clients) {
    Contact client = *edits.contact(planned.id);
    for (const PlanStretch& stretch : planned.stretches) {
      if (stretch.state != PlanState::proposed) continue;
      Cover& cover = client.cover.emplace_back();
      cover.by = stretch.who;
      cover.from = stretch.days.first;
      cover.to = stretch.days.last;
      cover.offered = today;
      cover.scope = stretch.scope;
    }
    edits.put(client);
  }
}

}  // namespace stead
