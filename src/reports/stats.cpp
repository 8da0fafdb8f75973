#include "stead/stats.h"

#include "stead/covering.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stead {
namespace {

using CountsByName = std::unordered_map<std::string_view, std::size_t>;

std::vector<NamedCount> most_first(const CountsByName& counts) {
  std::vector<NamedCount> list;
  for (const auto& [name, count] : counts) list.push_back({std::string(name), count});
  sort_by(list, [](const NamedCount& each) {
    return std::tuple(-static_cast<std::int64_t>(each.count), each.name);
  });
  return list;
}

/// Counts what there is of one book, subject and period.
class StatsMaker {
 public:
  StatsMaker(const Book& book, const Now& now, Stats& stats)
      : book_(book), now_(now), stats_(stats) {}

  void make() {
    add_people();
    add_contacts();
    add_promises();
    add_replies();
    add_cover();
    add_deeds();
  }

 private:
  bool is_in_period(Day day) const { return !stats_.period || stats_.period->contains(day); }

  void add_people() {
    PeopleFigures& figures = stats_.people;
    CountsByName tags;
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      if (!stats_.subject.has(i)) continue;
      const ContactKind contact = book_.kind(i);
      if (contact.id == kMe) continue;
      if (contact.archived) {
        ++figures.archived;
        continue;
      }
      ++(contact.kind == "org" ? figures.orgs : figures.people);
      for (const std::string_view tag : contact.tags) ++tags[tag];
    }
    figures.tags = most_first(tags);
  }

  void add_contacts() {
    ContactFigures& figures = stats_.contacts;
    const Period drawn = stats_.period.value_or(last_year_of_months(now_.today));
    std::vector<std::pair<Day, ContactCounts>> days;
    std::vector<bool> met(book_.size(Collection::contacts));
    CountsByName kinds;
    book_.newest_first([&](const Talk& talk) {
      if (stats_.period && talk.at.day < stats_.period->first) return false;
      if (!is_in_period(talk.at.day) || !stats_.subject.has_any(talk.with)) return true;
      if (talk.is_note) {
        ++figures.notes;
      } else if (!talk.is_contact) {
        ++figures.by_others;
      } else {
        add_contact(talk, met, kinds);
        if (!drawn.contains(talk.at.day)) return true;
        if (days.empty() || days.back().first != talk.at.day) days.push_back({talk.at.day, {}});
        count(days.back().second, talk);
      }
      return true;
    });
    add_steps(drawn, days);
    figures.people = static_cast<std::size_t>(std::ranges::count(met, true));
    figures.kinds = most_first(kinds);
  }

  void add_contact(const Talk& talk, std::vector<bool>& met, CountsByName& kinds) {
    count(stats_.contacts.counts, talk);
    // Only figures ask how it was, so talks, which all share, do not keep it.
    ++kinds[book_.via(talk.index)];
    for (const std::size_t contact : talk.with) {
      if (stats_.subject.has(contact)) met[contact] = true;
    }
  }

  void add_steps(Period drawn, const std::vector<std::pair<Day, ContactCounts>>& days) {
    std::vector<Day> with_contact;
    for (const auto& [day, counts] : days) with_contact.push_back(day);
    stats_.steps = steps_of(drawn, with_contact);
    stats_.contacts.by_step.resize(stats_.steps.periods.size());
    for (const auto& [day, counts] : days) {
      ContactCounts& sums = stats_.contacts.by_step[stats_.steps.at(day)];
      sums.from_me += counts.from_me;
      sums.from_them += counts.from_them;
      sums.both += counts.both;
    }
  }

  static void count(ContactCounts& counts, const Talk& talk) {
    ++(talk.is_from_me ? counts.from_me : talk.is_from_them ? counts.from_them : counts.both);
  }

  void add_promises() {
    std::vector<Promise> mine;
    std::vector<Promise> theirs;
    for (std::size_t i = 0; i < book_.size(Collection::promises); ++i) {
      const PromiseState state = book_.promise_state(i);
      if (!state.is_open() && !(state.closed && is_in_period(state.closed->day))) continue;
      Promise promise = book_.promise(i);
      if (promise.is_follow_up() || !stats_.subject.has(book_, promise.other_side())) continue;
      (promise.is_mine() ? mine : theirs).push_back(std::move(promise));
    }
    stats_.promises = {sums_of(mine, now_), sums_of(theirs, now_)};
  }

  void add_replies() {
    const WorkingTime working(book_.me(), now_);
    const auto is_wanted = [this](std::string_view who) { return stats_.subject.has(book_, who); };
    std::vector<Reply> replies = replies_in(book_, now_, is_wanted);
    std::erase_if(replies, [this](const Reply& reply) { return !is_in_period(reply.asked.day); });
    stats_.replies = sums_of(replies, working);
    stats_.working_day = working.day_length();
    for (const Waiting& waiting : waiting_in(book_, now_)) {
      if (is_wanted(waiting.who)) ++stats_.waiting;
    }
  }

  void add_cover() {
    const Agreements agreements(book_);
    for (const Contact* client : my_clients(book_)) {
      if (!stats_.subject.has(book_, client->id)) continue;
      const Covering today = covering(agreements, client->id, now_.today);
      ++stats_.cover.clients;
      if (today.is_agreed()) {
        ++stats_.cover.agreed;
      } else if (today.answer() != nullptr) {
        ++stats_.cover.offered;
      }
    }
  }

  void add_deeds() {
    std::map<std::string, DeedFigures> kinds;
    const auto is_one = [this](std::string_view who) { return stats_.subject.has(book_, who); };
    for (const std::size_t i : book_.with_deeds()) {
      const HelpView each = book_.help(i);
      if (!each.deed || each.deed->even || !is_mine(each)) continue;
      if (!is_in_period(each.at.day) || !std::ranges::any_of(each.with, is_one)) continue;
      DeedFigures& figures = kinds[std::string(each.deed->kind)];
      figures.kind = each.deed->kind;
      ++(each.deed->dir == "gave" ? figures.gave : figures.got);
    }
    for (const auto& [kind, figures] : kinds) stats_.deeds.push_back(figures);
    sort_by(stats_.deeds, [](const DeedFigures& each) {
      return std::tuple(-static_cast<std::int64_t>(each.gave + each.got), each.kind);
    });
  }

  bool is_mine(const HelpView& help) const {
    return help.by.empty() || book_.canonical(help.by) == kMe;
  }

  const Book& book_;
  const Now& now_;
  Stats& stats_;
};

}  // namespace

Stats stats_of(const Book& book, const Now& now, Subject subject, std::optional<Period> period) {
  Stats stats;
  stats.today = now.today;
  stats.period = period;
  stats.subject = std::move(subject);
  StatsMaker(book, now, stats).make();
  return stats;
}

}  // namespace stead
