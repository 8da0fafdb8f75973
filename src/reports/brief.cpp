#include "stead/brief.h"

#include "reports/card_words.h"
#include "reports/handle_set.h"
#include "stead/contact_times.h"
#include "stead/people.h"
#include "stead/sort_by.h"
#include "stead/text.h"
#include "stead/who_sent.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// The time of `now` on clocks with another offset; nothing where that is past the calendar.
std::optional<When> time_at(const Now& now, int offset) {
  constexpr std::int64_t kMinutes = 24 * 60;
  const std::int64_t local = now.moment().instant() + offset;
  const std::int64_t minute = ((local % kMinutes) + kMinutes) % kMinutes;
  const Day day{Days{(local - minute) / kMinutes}};
  if (day < kFirstDay || kLastDay < day) return std::nullopt;
  return When{day, TimeOfDay{static_cast<int>(minute), offset}};
}

/// Fills a page from the book.
class BriefMaker {
 public:
  BriefMaker(const Book& book, std::string_view handle, const Now& now) : book_(book) {
    brief_.now = now;
    brief_.contact = *book.contact(handle);
    brief_.zone = zone_of(book, handle);
  }

  Brief make(std::optional<int> offset_there) {
    if (offset_there && !brief_.zone.empty()) brief_.there = time_at(brief_.now, *offset_there);
    name_references();
    find_people();
    find_absence();
    find_heard();
    find_promises();
    find_waiting();
    find_talks();
    find_cadence();
    find_cover();
    find_origin();
    brief_.help = help_sums(
        open_help(book_, [this](std::string_view handle) { return theirs_.has(handle); }));
    return std::move(brief_);
  }

 private:
  bool concerns(const std::string& handle) const { return !handle.empty() && theirs_.has(handle); }

  /// What names a contact by a former handle names it by the one in force.
  void put_in_force(std::string& handle) const {
    if (!handle.empty()) handle = std::string(book_.canonical(handle));
  }

  void name_references() {
    const Contact& contact = brief_.contact;
    for (const std::string* handle : {&contact.id, &contact.org, &contact.client_of}) {
      add_name(brief_.names, book_, *handle);
    }
  }

  void find_people() {
    const std::size_t itself = *book_.find_contact(brief_.contact.id);
    people_ = people_of(book_, itself);
    for (const std::size_t i : people_) {
      const ContactNames names = book_.names(i);
      theirs_.add(names.id);
      for (const std::string_view was : names.was) theirs_.add(was);
      if (i == itself || !names.archived.empty()) continue;
      const Contact& person = book_.contact(i);
      brief_.people.push_back(
          {person.id, person.name, person.title, person.phone.empty() ? "" : person.phone.front()});
      add_name(brief_.names, book_, person.id);
    }
    sort_by(brief_.people, [](const BriefPerson& person) { return fold(person.name); });
  }

  void find_absence() {
    for (const Absence& away : brief_.contact.away) {
      if (away.to && away.to->day < brief_.now.today) continue;
      if (!brief_.away || away.from.day < brief_.away->from.day) brief_.away = away;
    }
  }

  void add_heard(const Contact& contact) {
    for (const Heard& heard : contact.heard) {
      if (!heard.retired) brief_.heard.push_back({contact.id, heard});
    }
  }

  void find_heard() {
    add_heard(brief_.contact);
    for (const BriefPerson& person : brief_.people) add_heard(*book_.contact(person.id));
    const Contact* org = brief_.contact.org.empty() ? nullptr : book_.contact(brief_.contact.org);
    if (org != nullptr) add_heard(*org);
    sort_by(brief_.heard, [this](const BriefHeard& each) {
      return std::tuple(each.heard.reflected.has_value(), each.who != brief_.contact.id,
                        kLastDay - each.heard.on.value_or(kFirstDay));
    });
  }

  void find_promises() {
    for (const std::size_t i : theirs_.holding(book_, Collection::promises)) {
      Promise promise = book_.promise(i);
      if (!promise.is_open()) continue;
      if (!concerns(promise.other_side()) && !concerns(promise.for_whom)) continue;
      for (std::string* handle : {&promise.by, &promise.to, &promise.for_whom})
        put_in_force(*handle);
      add_names(brief_.names, book_, promise);
      brief_.promises.push_back(std::move(promise));
    }
    sort_by(brief_.promises, [](const Promise& promise) {
      return std::tuple(!promise.due, promise.due.value_or(When{}).day);
    });
  }

  void find_waiting() {
    brief_.waiting = waiting_in(book_, brief_.now);
    std::erase_if(brief_.waiting, [this](const Waiting& each) { return !concerns(each.who); });
    const WorkingTime working(book_.me(), brief_.now);
    brief_.working_day = working.day_length();
    brief_.limit = reply_limit_of(book_, brief_.contact);
    const auto is_theirs = [this](std::string_view handle) { return theirs_.has(handle); };
    brief_.replies = sums_of(replies_in(book_, brief_.now, is_theirs), working);
  }

  void find_talks() {
    const auto is_theirs = [this](std::size_t contact) {
      return std::ranges::binary_search(people_, contact);
    };
    book_.newest_first([&](const Talk& talk) {
      if (talk.is_note || std::ranges::none_of(talk.with, is_theirs)) return true;
      Interaction& whole = brief_.talks.emplace_back(book_.interaction(talk.index));
      for (std::string& handle : whole.with) put_in_force(handle);
      put_in_force(whole.by);
      add_names(brief_.names, book_, whole);
      return brief_.talks.size() < kRecentTalks;
    });
  }

  void find_cadence() {
    brief_.cadence = cadence_of(book_, brief_.contact, brief_.now.today);
    brief_.last = last_contact(book_, brief_.contact.id);
  }

  void find_cover() {
    Covering found = covering(book_, brief_.contact.id, brief_.now.today);
    const Contact& covered = *book_.contact(found.client);
    // Whoever is no client needs nobody while they are here.
    if (covered.has_tag("client") || found.answer() != nullptr) brief_.cover = std::move(found);
  }

  void find_origin() {
    const SentReport found = sent_report(book_, brief_.contact.id);
    for (const Sent& sent : found.chain) {
      const Sent& earliest = found.chain.front();
      if (sent.interaction != earliest.interaction || sent.whom != earliest.whom) continue;
      brief_.sent = sent.at;
      brief_.sent_by.push_back(sent.by.who);
    }
    if (found.introduced_by) brief_.met_through = found.introduced_by->who;
    for (const std::string& who : brief_.sent_by) add_name(brief_.names, book_, who);
    add_name(brief_.names, book_, brief_.met_through);
  }

  const Book& book_;
  std::vector<std::size_t> people_;  ///< The contact, and of an org those who work there.
  HandleSet theirs_;                 ///< Whatever names one of them.
  Brief brief_;
};

}  // namespace

std::string zone_of(const Book& book, std::string_view handle) {
  const Contact& contact = *book.contact(handle);
  if (!contact.tz.empty()) return contact.tz;
  const Contact* org = contact.org.empty() ? nullptr : book.contact(contact.org);
  return org != nullptr && !org->tz.empty() ? org->tz : book.me().tz;
}

Brief brief_report(const Book& book, std::string_view handle, const Now& now,
                   std::optional<int> offset_there) {
  return BriefMaker(book, handle, now).make(offset_there);
}

}  // namespace stead
