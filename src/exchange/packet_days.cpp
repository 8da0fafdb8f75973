#include "exchange/packet_days.h"

#include "stead/error.h"
#include "stead/promise_life.h"
#include "stead/scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace stead {
namespace {

Day day_of(Day day) { return day; }
Day day_of(const When& when) { return when.day; }

/// Finds the days of a packet that are still to come.
class DaysToCome {
 public:
  explicit DaysToCome(Day today) : last_(today + kDay) {}  // the day may have begun there already

  void check(const Contact& contact) const {
    for (const Heard& heard : contact.heard) {
      require(heard.retired, "contact", contact.id, "has something heard that was retired");
    }
    for (const Cover& cover : contact.cover) {
      for (const auto* day : {&cover.offered, &cover.agreed, &cover.briefed, &cover.client_told}) {
        require(*day, "client", contact.id, "has cover noted");
      }
    }
  }

  void check(const Promise& promise) const {
    require(promise.made, "promise", promise.id, "was made");
    require(promise.closed, "promise", promise.id, "was closed");
    for (const Told& told : promise.told) require(told.on, "promise", promise.id, "was told of");
    for (const Part& part : promise.parts)
      require(part.on, "promise", promise.id, "was kept in part");
  }

  void check(const PacketClosed& closed) const {
    require(closed.closed, "promise", closed.id, "was closed");
  }

  void check(const Interaction& interaction) const {
    require(interaction.at, "interaction", interaction.id, "is");
  }

 private:
  template <typename Moment>
  void require(const std::optional<Moment>& on, std::string_view noun, const std::string& id,
               std::string_view what) const {
    if (on) require(*on, noun, id, what);
  }
  template <typename Moment>
  void require(const Moment& on, std::string_view noun, const std::string& id,
               std::string_view what) const {
    if (day_of(on) <= last_) return;
    throw Error::usage("the {} '{}' of the packet {} on {}, a day that is still to come", noun, id,
                       what, to_string(day_of(on)))
        .with_hint("nothing was written; it is for whoever made that record to mend it");
  }

  Day last_;
};

}  // namespace

void require_no_day_to_come(const Packet& packet, Day today) {
  const DaysToCome days(today);
  for (const Contact& contact : packet.contacts) days.check(contact);
  for (const Promise& promise : packet.promises) days.check(promise);
  for (const PacketClosed& closed : packet.closed) days.check(closed);
  for (const Interaction& interaction : packet.interactions) days.check(interaction);
}

void require_in_period(const Promise& back, Period period, std::size_t at) {
  const auto fail = [&](std::string_view what, Day day) {
    throw Fault(at, fmt::format("the promise '{}' was {} on {}, which is not in the period of the "
                                "packet",
                                back.id, what, to_string(day)));
  };
  if (back.closed && !period.contains(back.closed->day)) fail("closed", back.closed->day);
  for (const Told& told : back.told) {
    if (period.last < told.on.day) fail("told of", told.on.day);
  }
  for (const Part& part : back.parts) {
    if (period.last < part.on.day) fail("kept in part", part.on.day);
  }
  if (period.last < back.made.day) fail("made", back.made.day);
}

void require_in_period(const Contact& back, Period period, std::size_t at) {
  if (back.heard == heard_in_period(back.heard, period)) return;
  throw Fault(at, fmt::format("the contact '{}' has something heard that is not of the period of "
                              "the packet",
                              back.id));
}

Promise as_of_period(Promise promise, Period period) {
  if (promise.closed && !period.contains(promise.closed->day)) {
    promise.status.clear();
    promise.closed.reset();
  }
  const auto is_later = [&](const auto& each) { return period.last < each.on.day; };
  const Told* first_move = nullptr;
  for (const Told& told : promise.told) {
    if (!is_later(told) || !changes_the_date(told)) continue;
    if (first_move == nullptr || is_told_before(told, *first_move)) first_move = &told;
  }
  if (first_move != nullptr) promise.due = first_move->due_was;
  std::erase_if(promise.told, is_later);
  std::erase_if(promise.parts, is_later);
  return promise;
}

std::vector<Heard> heard_in_period(const std::vector<Heard>& all, Period period) {
  std::vector<Heard> found;
  for (Heard heard : all) {
    for (auto* day : {&heard.reflected, &heard.retired}) {
      if (*day && period.last < **day) day->reset();
    }
    const auto is_in = [&](std::optional<Day> day) { return day && period.contains(*day); };
    if (heard.on && period.last < *heard.on) continue;
    if (is_in(heard.on) || is_in(heard.reflected) || is_in(heard.retired)) found.push_back(heard);
  }
  return found;
}

}  // namespace stead
