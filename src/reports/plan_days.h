#pragma once

#include "stead/covering.h"
#include "stead/plan.h"
#include "stead/stand_ins.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace stead {

/// The days of a plan: which of them are open for each of my clients, and on which each stand-in is
/// there and has room. Clients, stand-ins and days go by number.
class PlanDays {
 public:
  PlanDays(const Book& book, Period period);

  Period period() const { return period_; }
  std::size_t count() const { return number(period_.last) + 1; }
  std::size_t number(Day day) const {
    return static_cast<std::size_t>((day - period_.first).count());
  }

  const std::vector<const Contact*>& clients() const { return clients_; }
  /// Colleagues and whoever has agreed to stand in for one of the clients; nobody archived.
  const std::vector<const Contact*>& stand_ins() const { return stand_ins_; }

  /// Days with the same answer of `covering`, whose doubts stand apart: those of any of the days.
  struct Answer {
    Period days;
    std::optional<Candidate> answer;
    std::vector<Doubt> doubts;
  };
  using Answers = std::vector<Answer>;  // without a gap
  const Answers& answers(std::size_t client) const { return answers_[client]; }
  /// Is that an answer to leave as it is? Who was only asked to take whatever has nobody is none.
  static bool is_settled(const std::optional<Candidate>& answer) {
    return answer && (answer->cover.agreed || !answer->by_owner);
  }
  /// The days without such an answer.
  const std::vector<std::size_t>& open(std::size_t client) const { return open_[client]; }

  /// What somebody knows of what the client needs; nothing where it says no needs.
  std::vector<std::string> knows(std::size_t client, std::size_t who) const;
  /// Do they know anything of it, or does it say no needs? They cannot stand in for themselves.
  bool is_able(std::size_t client, std::size_t who) const { return able_[client][who]; }
  /// Is there something of it that they do not know?
  bool knows_in_part(std::size_t client, std::size_t who) const { return in_part_[client][who]; }
  bool is_there(std::size_t who, std::size_t day) const { return there_[who][day]; }
  /// For how many clients they are to stand in.
  int load(std::size_t who, std::size_t day) const { return load_[who][day]; }
  bool could(std::size_t client, std::size_t who, std::size_t day) const;
  /// The same as load and room of the day on which they have least room, of the days that are open
  /// for any client and on which they are there.
  StandInRoom fullest_day(std::size_t who) const;

  /// One client more on that day.
  void take(std::size_t who, std::size_t day) { ++load_[who][day]; }

  /// What would help a client on days that nobody can take. Whoever is named has that client, too,
  /// where others are asked about next.
  PlanHelp help(std::size_t client, Period days);

 private:
  void find_answers(const Agreements& agreements);
  void find_stand_ins();
  void find_skills();
  void find_load(const Agreements& agreements);
  bool is_there_on(std::size_t who, Period days) const;
  bool has_room(std::size_t who, std::size_t day) const;
  using Loads = std::vector<std::vector<int>>;  // of each stand-in, by day
  int most_load(std::size_t who, Period days, const Loads& more) const;
  void add(Loads& loads, std::size_t who, Period days) const;
  PlanHelp::Back back(std::size_t who, Period days) const;

  const Book& book_;
  Period period_;
  std::vector<const Contact*> clients_;
  std::vector<Answers> answers_;
  std::vector<std::vector<std::size_t>> open_;
  std::vector<const Contact*> stand_ins_;
  std::vector<std::vector<bool>> able_;     ///< Of each client, by stand-in.
  std::vector<std::vector<bool>> in_part_;  ///< The same.
  std::vector<std::vector<bool>> there_;    ///< Of each stand-in, by day.
  Loads load_;
  // What help has named them for so far.
  Loads needs_room_;
  Loads is_called_;
};

}  // namespace stead
