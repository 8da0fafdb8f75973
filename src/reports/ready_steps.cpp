#include "reports/ready_steps.h"

#include "reports/cover_command.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/sort_by.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace stead {
namespace {

/// The names of whom a step is for, or how many they are.
/// An arrangement that lacks something, by what tells it from others.
struct Lacking {
  std::string record;  ///< The contact that has it: the client, or `me`.
  std::string who;
  Cover cover;

  auto key() const {
    return std::tuple(record, who, days_of(cover).first, days_of(cover).last, cover.scope);
  }
  bool operator<(const Lacking& other) const { return key() < other.key(); }
};

/// A client's days that have nobody.
struct Gap {
  const ReadyClient* client;
  const Covering* covering;
  std::vector<Period> days;

  Period whole() const { return {days.front().first, days.back().last}; }
};

class StepFinder {
 public:
  StepFinder(const Agreements& agreements, const ReadyReport& report)
      : book_(agreements.book()), report_(report), colleagues_(book_) {
    for (const ReadyClient& client : report.clients) collect(client);
  }

  std::vector<ReadyStep> make() {
    for (const auto& [lacking, clients] : lacking_) will_be_agreed(lacking, clients);
    if (!gaps_.empty()) fill_gaps();
    leave_out_what_is_not_needed();
    for (const auto& [lacking, clients] : lacking_) complete(lacking, clients);
    ask_people();
    sort_by(steps_, [](const ReadyStep& step) {
      return std::tuple(step.nobody, -static_cast<long>(step.clients.size()), step.command);
    });
    return std::move(steps_);
  }

 private:
  void collect(const ReadyClient& client) {
    for (const CoverStretch& stretch : client.stretches) {
      const Candidate* answer = stretch.covering.answer();
      if (answer == nullptr) {
        if (gaps_.empty() || gaps_.back().client != &client) {
          gaps_.push_back({&client, &stretch.covering, {}});
        }
        add_day(gaps_.back().days, stretch.period);
        continue;
      }
      if (!is_complete(answer->cover)) {
        std::vector<const ReadyClient*>& clients = lacking_[arrangement_of(*answer, client)];
        if (clients.empty() || clients.back() != &client) clients.push_back(&client);
      }
    }
  }

  static void add_day(std::vector<Period>& days, Period more) {
    if (!days.empty() && days.back().last + Days(1) == more.first) {
      days.back().last = more.last;
    } else {
      days.push_back(more);
    }
  }

  static bool is_complete(const Cover& cover) {
    return cover.agreed && cover.briefed && cover.client_told;
  }

  static Lacking arrangement_of(const Candidate& candidate, const ReadyClient& client) {
    return {candidate.by_owner ? std::string(kMe) : client.client, candidate.who, candidate.cover};
  }

  /// Somebody to be asked for who has nobody.
  struct Fill {
    std::string who;
    Period days;
    bool is_on_my_list = false;
  };

  const std::vector<Fill>& fills_for(const ReadyClient& client) const {
    const auto found = fills_.find(&client);
    return found == fills_.end() ? for_all_ : found->second;
  }

  /// The period in parts, on each of which the outcome is the same.
  std::vector<Period> parts_of(const ReadyClient& client, Period period) const {
    std::set<Day> days{period.first};
    for (const Fill& fill : fills_for(client)) {
      for (const Day day : {fill.days.first, fill.days.last + Days(1)}) {
        if (period.contains(day)) days.insert(day);
      }
    }
    std::vector<Period> parts;
    for (const Day day : days) {
      if (!parts.empty()) parts.back().last = day - Days(1);
      parts.push_back({day, period.last});
    }
    return parts;
  }

  /// Who stands in on days with one answer once the steps are done. Of candidates whose order their
  /// place in a list decides, all.
  struct Outcome {
    std::vector<std::string> who;
    bool is_complete = true;
  };

  Outcome outcome(const ReadyClient& client, const CoverStretch& stretch, Day day) const {
    Outcome result;
    std::tuple<bool, bool, int> best{true, true, 1000};
    const auto take = [&](std::tuple<bool, bool, int> place, const std::string& who,
                          bool complete) {
      if (place > best) return;
      if (place < best) result = {};
      best = place;
      result.who.push_back(who);
      result.is_complete = result.is_complete && complete;
    };
    for (const Candidate& candidate : stretch.covering.candidates) {
      if (candidate.unfit) break;  // those who are fit come first
      const bool is_mended = lacking_.contains(arrangement_of(candidate, client));
      const Cover& cover = candidate.cover;
      if (!cover.agreed && !is_mended) continue;
      take({candidate.by_owner, !(cover.from && cover.to), cover.rank.value_or(1)}, candidate.who,
           is_mended || is_complete(cover));
    }
    for (const Fill& fill : fills_for(client)) {
      if (fill.days.contains(day)) take({fill.is_on_my_list, false, 1}, fill.who, true);
    }
    return result;
  }

  /// Is, on all of its days that have somebody, one the answer who lacks nothing?
  bool is_complete(const ReadyClient& client) const {
    return std::ranges::all_of(client.stretches, [&](const CoverStretch& stretch) {
      if (stretch.covering.answer() == nullptr) return true;
      return std::ranges::all_of(parts_of(client, stretch.period), [&](const Period& part) {
        const Outcome then = outcome(client, stretch, part.first);
        return !then.who.empty() && then.is_complete;
      });
    });
  }

  /// Are all clients for whom the arrangement is in force?
  bool all_are_complete(const Lacking& lacking, const ReadyClient& client) const {
    if (lacking.record != kMe) return is_complete(client);
    return std::ranges::all_of(report_.clients,
                               [&](const ReadyClient& each) { return is_complete(each); });
  }

  /// What is agreed by one step can come before what lacks something on other days.
  void leave_out_what_is_not_needed() {
    std::vector<std::pair<Lacking, std::vector<const ReadyClient*>>> all(lacking_.begin(),
                                                                         lacking_.end());
    sort_by(all, [](const auto& each) { return each.second.size(); });
    for (const auto& [lacking, clients] : all) {
      lacking_.erase(lacking);
      if (!all_are_complete(lacking, *clients.front())) lacking_.emplace(lacking, clients);
    }
    also_.clear();
    agreed_days_.clear();
    for (const auto& [lacking, clients] : lacking_) will_be_agreed(lacking, clients);
    for (const auto& [client, fills] : fills_) {
      for (const Fill& fill : fills) note_agreement(fill.who, client->client, fill.days);
    }
    for (const ReadyClient& client : report_.clients) {
      for (const CoverStretch& stretch : client.stretches) {
        for (const Period part : parts_of(client, stretch.period)) {
          for (const std::string& who : outcome(client, stretch, part.first).who) {
            on_duty_[who].push_back({&client, part});
          }
        }
      }
    }
  }

  /// One command for all that an arrangement lacks.
  void complete(const Lacking& lacking, const std::vector<const ReadyClient*>& clients) {
    const auto& [record, who, cover] = lacking;
    const std::string name = book_.name_of(who);
    std::vector<std::string> names;
    ReadyStep step;
    for (const ReadyClient* client : clients) {
      names.push_back(client->name);
      step.clients.push_back(client->client);
    }
    std::vector<std::string> parts;
    step.command = cover_command(book_, record, cover);
    if (!cover.agreed) {
      parts.push_back("ask " + name + " to agree" +
                      (record == kMe ? " to stand in for whoever has nobody" : ""));
      step.command += " --agreed";
    }
    if (!cover.briefed) {
      parts.push_back("brief " + (cover.agreed ? name : "them") + " on " + clients_in_a_row(names));
      step.command += " --briefed";
    }
    if (!cover.client_told) {
      const std::string whom = cover.briefed        ? clients_in_a_row(names)
                               : clients.size() > 1 ? "the clients"
                                                    : "the client";
      parts.push_back("tell " + whom + " whom to call");
      step.command += " --told";
    }
    step.text = in_a_row(parts);
    steps_.push_back(std::move(step));
  }

  void will_be_agreed(const Lacking& lacking, const std::vector<const ReadyClient*>& clients) {
    if (lacking.cover.agreed || lacking.record == kMe) return;
    note_agreement(lacking.who, clients.front()->client, days_of(lacking.cover));
  }

  void note_agreement(const std::string& who, const std::string& client, Period days) {
    const std::size_t index = *book_.find_contact(client);
    also_.push_back({who, {index, days}});
    agreed_days_[{who, index}].push_back(days);
  }

  /// How many clients they would cover with those that are agreed by now, on the busiest of the
  /// days, if this client is one of them.
  int clients_with(const Agreements& agreements, const std::string& who, const std::string& client,
                   Period days) const {
    const Load& load = agreements.of(who);
    const std::size_t index = *book_.find_contact(client);
    const auto agreed = agreed_days_.find({who, index});
    const std::vector<Period> new_days =
        agreed == agreed_days_.end() ? std::vector<Period>() : agreed->second;
    const auto counts_on = [&](Day day) {
      const bool by_now = std::ranges::any_of(book_.contact(index).cover, [&](const Cover& cover) {
        return cover.agreed && cover.contains(day) && book_.canonical(cover.by) == who;
      });
      return by_now ||
             std::ranges::any_of(new_days, [&](const Period& each) { return each.contains(day); });
    };
    std::vector<Day> turns = load.turning_days(days);
    turns.push_back(days.first);
    int most = 0;
    for (const Day day : turns) most = std::max(most, load.on(day) + (counts_on(day) ? 0 : 1));
    return most;
  }

  bool has_room(const Agreements& agreements, const Possible& row, const std::string& client,
                Period days, std::size_t more) const {
    const std::optional<int> capacity = book_.contact(row.who)->capacity;
    if (!capacity) return true;
    int others = static_cast<int>(more) - 1;
    if (const auto filled = filled_by_.find(row.who); filled != filled_by_.end()) {
      others += static_cast<int>(std::ranges::count_if(
          filled->second, [&](const Period& other) { return other.overlaps(days); }));
    }
    return clients_with(agreements, row.who, client, days) + others <= *capacity;
  }

  /// Who could be asked, those with a phone number first.
  std::vector<Possible> askable(const Gap& gap, Period days) const {
    std::vector<Possible> people = possible_stand_ins(colleagues_, *gap.covering, days);
    std::erase_if(people, [&](const Possible& row) {
      return !row.could_all(days) ||
             std::ranges::find(report_.without, row.who) != report_.without.end();
    });
    std::ranges::stable_sort(people, {}, [](const Possible& row) { return row.phone.empty(); });
    return people;
  }

  void fill_gaps() {
    const Agreements agreements(book_, also_);
    if (gaps_.size() > 1 && fill_together(agreements)) return;
    for (const Gap& gap : gaps_) fill(agreements, gap);
  }

  /// One person for all that have nobody.
  bool fill_together(const Agreements& agreements) {
    Period days = gaps_.front().whole();
    for (const Gap& gap : gaps_) {
      days.first = std::min(days.first, gap.whole().first);
      days.last = std::max(days.last, gap.whole().last);
    }
    std::vector<Possible> people = askable(gaps_.front(), days);
    for (const Gap& gap : gaps_) {
      if (people.empty()) return false;
      const Contact& client = *book_.contact(gap.client->client);
      std::erase_if(people, [&](const Possible& row) {
        const bool is_client = row.who == client.id;
        return is_client ||
               !as_stand_in(book_, client, *book_.contact(row.who), days).could_all(days);
      });
    }
    const auto found = std::ranges::find_if(people, [&](const Possible& row) {
      return std::ranges::all_of(gaps_, [&](const Gap& gap) {
        return has_room(agreements, row, gap.client->client, days, gaps_.size());
      });
    });
    if (found == people.end()) return false;
    ReadyStep step = new_arrangement(std::string(kMe), *found, days);
    std::vector<std::string> names;
    for (const Gap& gap : gaps_) {
      names.push_back(gap.client->name);
      step.clients.push_back(gap.client->client);
    }
    for_all_ = {{found->who, days, true}};
    step.text = fmt::format(
        "ask {} to stand in for whoever has nobody ({}), brief them and tell the clients",
        found->name, clients_in_a_row(names));
    steps_.push_back(std::move(step));
    return true;
  }

  void fill(const Agreements& agreements, const Gap& gap) {
    if (fill(agreements, gap, gap.whole())) return;
    for (const Period days : gap.days) {
      if (fill(agreements, gap, days)) continue;
      steps_.push_back({"find somebody for " + gap.client->name,
                        fmt::format("stead who can {} --on {}", gap.client->client, typed(days)),
                        {gap.client->client},
                        true});
    }
  }

  bool fill(const Agreements& agreements, const Gap& gap, Period days) {
    const std::string& client = gap.client->client;
    for (const Possible& row : askable(gap, days)) {
      if (!has_room(agreements, row, client, days, 1)) continue;
      ReadyStep step = new_arrangement(client, row, days);
      step.text = fmt::format("ask {} to stand in for {}, brief them and tell the client", row.name,
                              gap.client->name);
      step.clients = {client};
      steps_.push_back(std::move(step));
      fills_[gap.client].push_back({row.who, days});
      filled_by_[row.who].push_back(days);
      return true;
    }
    return false;
  }

  ReadyStep new_arrangement(const std::string& record, const Possible& row, Period days) const {
    const bool has_another =
        std::ranges::any_of(book_.contact(record)->cover, [&](const Cover& cover) {
          return book_.canonical(cover.by) == row.who && days_of(cover) == days;
        });
    return {.text = {},
            .command = fmt::format("stead cover {} {} {}{} --agreed --briefed --told", record,
                                   row.who, typed(days), has_another ? " --scope all" : ""),
            .clients = {},
            .nobody = false};
  }

  /// One command for what a person lacks once all is agreed.
  void ask_people() {
    const Agreements agreements(book_, also_);
    for (const auto& [id, duties] : on_duty_) {
      const Contact& who = *book_.contact(id);
      int most = 0;
      if (who.capacity) {
        for (const Duty& duty : duties) {
          most = std::max(most, clients_with(agreements, id, duty.client->client, duty.days));
        }
      }
      std::vector<std::string> parts;
      ReadyStep step;
      step.command = "stead set " + id;
      if (who.phone.empty()) {
        parts.push_back("note a phone number of " + who.name);
        step.command += " --phone NUMBER";
      }
      if (who.capacity && most > *who.capacity) {
        parts.push_back(fmt::format("ask {} whether they can take {} clients at once",
                                    parts.empty() ? who.name : "them", most));
        step.command += fmt::format(" --capacity {}", most);
      }
      if (parts.empty()) continue;
      step.text = in_a_row(parts);
      std::set<std::string> clients;
      for (const Duty& duty : duties) clients.insert(duty.client->client);
      step.clients.assign(clients.begin(), clients.end());
      steps_.push_back(std::move(step));
    }
  }

  struct Duty {
    const ReadyClient* client;
    Period days;
  };

  const Book& book_;
  const ReadyReport& report_;
  Colleagues colleagues_;
  std::map<Lacking, std::vector<const ReadyClient*>> lacking_;
  std::vector<Gap> gaps_;
  std::vector<Agreements::Theirs> also_;  ///< What the steps so far make agreed.
  std::map<std::pair<std::string, std::size_t>, std::vector<Period>> agreed_days_;  ///< The same.
  std::map<const ReadyClient*, std::vector<Fill>> fills_;
  std::vector<Fill> for_all_;  ///< One or none: it is on my own list.
  std::map<std::string, std::vector<Period>> filled_by_;
  std::map<std::string, std::vector<Duty>> on_duty_;
  std::vector<ReadyStep> steps_;
};

}  // namespace

std::vector<ReadyStep> ready_steps(const Agreements& agreements, const ReadyReport& report) {
  return StepFinder(agreements, report).make();
}

}  // namespace stead
