#include "stead/timeline.h"

#include "reports/handle_set.h"
#include "stead/people.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

namespace stead {
namespace {

using EntryKind = TimelineEntry::Kind;

/// Collects the entries of one timeline.
class TimelineWalk {
 public:
  TimelineWalk(const Book& book, const TimelineRequest& request) : book_(book), request_(request) {
    for (const std::string& id : request.who) add_subject(id);
  }

  std::vector<TimelineEntry> entries() {
    add_interactions();
    add_promises();
    add_contacts();
    sort_by(entries_, [](const TimelineEntry& entry) {
      // The newest first. A day alone comes before the times of that day, as in the book.
      return std::tuple(kLastDay - entry.at.day, entry.at.time ? -entry.at.time->minute : 1);
    });
    return std::move(entries_);
  }

  TimelinePerson person(const std::string& handle) const {
    return {std::string(book_.canonical(handle)), book_.name_of(handle)};
  }

 private:
  bool is_of_all() const { return request_.who.empty(); }
  bool concerns(std::string_view handle) const { return !handle.empty() && subjects_.has(handle); }
  bool concerns(const std::vector<std::string_view>& handles) const {
    return std::ranges::any_of(handles, [this](const auto& handle) { return concerns(handle); });
  }
  bool is_in_period(const When& when) const {
    return !request_.period || request_.period->contains(when.day);
  }

  /// A contact, and for an org all who work there now.
  void add_subject(const std::string& id) {
    for (const std::size_t i : people_of(book_, *book_.find_contact(id))) add_handles(i);
  }

  void add_handles(std::size_t index) {
    const ContactNames names = book_.names(index);
    if (!subjects_.has(names.id)) contacts_.push_back(index);
    subjects_.add(names.id);
    for (const std::string_view was : names.was) subjects_.add(was);
  }

  /// Interactions are in order of time, so those of a period lie together.
  std::size_t first_at_or_after(Day day) const {
    std::size_t low = 0;
    std::size_t high = book_.size(Collection::interactions);
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (book_.meeting(middle).at.day < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void add_interactions() {
    std::size_t begin = 0;
    std::size_t end = book_.size(Collection::interactions);
    if (request_.period) {
      begin = first_at_or_after(request_.period->first);
      if (request_.period->last < kLastDay) {
        end = first_at_or_after(request_.period->last + Days{1});
      }
    }
    book_.meetings_back_from(end, [&](std::size_t i, const Meeting& meeting) {
      if (i < begin) return false;
      if (concerns(meeting)) entries_.push_back(entry_of(book_.interaction(i)));
      return true;
    });
  }

  bool concerns(const Meeting& each) const {
    return is_of_all() || concerns(each.with) || concerns(each.about) ||
           concerns(each.for_client) || concerns(each.by) || (each.with.empty() && concerns("me"));
  }

  TimelineEntry entry_of(const Interaction& interaction) const {
    TimelineEntry entry;
    entry.at = interaction.at;
    entry.id = interaction.id;
    if (!interaction.by.empty() && interaction.by != "me") entry.by = person(interaction.by);
    for (const std::string& handle : interaction.with) entry.with.push_back(person(handle));
    for (const std::string& handle : interaction.about) entry.about.push_back(person(handle));
    if (!interaction.for_client.empty()) entry.for_whom = person(interaction.for_client);
    entry.via = interaction.via;
    entry.from = interaction.from;
    entry.needs_reply = interaction.needs_reply;
    entry.urgent = interaction.urgent;
    entry.went = interaction.went;
    entry.deed = interaction.deed;
    entry.text = interaction.text;
    return entry;
  }

  /// All that may be of the timeline.
  std::vector<std::size_t> promises() const {
    if (!is_of_all()) return subjects_.holding(book_, Collection::promises);
    std::vector<std::size_t> all(book_.size(Collection::promises));
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

  void add_promises() {
    for (const std::size_t i : promises()) {
      const Promise promise = book_.promise(i);
      const bool mine_alone = promise.is_follow_up() && concerns(promise.by);
      if (is_of_all() || mine_alone || concerns(promise.other_side()) ||
          concerns(promise.for_whom)) {
        add_life_of(promise);
      }
    }
  }

  /// The end first, as the list has the newest first: much of it may be on one day.
  void add_life_of(const Promise& promise) {
    const auto begin = static_cast<std::ptrdiff_t>(entries_.size());
    add_events_of(promise);
    std::reverse(entries_.begin() + begin, entries_.end());
  }

  void add_events_of(const Promise& promise) {
    add(promise, EntryKind::promised, promise.made, promise.text);
    for (const Told& told : promise.told) add_told(promise, told);
    for (const Part& part : promise.parts) add(promise, EntryKind::part, part.on, part.text);
    if (promise.is_open()) {
      if (promise.due) add(promise, EntryKind::due, *promise.due, promise.text);
      return;
    }
    const EntryKind kind = promise.status == "kept"     ? EntryKind::kept
                           : promise.status == "broken" ? EntryKind::broken
                                                        : EntryKind::released;
    if (promise.closed) add(promise, kind, *promise.closed, promise.text);
  }

  void add_told(const Promise& promise, const Told& told) {
    const std::size_t before = entries_.size();
    add(promise, EntryKind::told, told.on, told.text);
    if (entries_.size() == before) return;
    entries_.back().until = told.due;
    entries_.back().due_was = told.due_was;
  }

  void add(const Promise& promise, EntryKind kind, const When& at, const std::string& text) {
    if (!is_in_period(at)) return;
    TimelineEntry entry;
    entry.kind = kind;
    entry.at = at;
    entry.id = promise.id;
    entry.by = person(promise.by);
    entry.with.push_back(person(promise.to));
    if (!promise.for_whom.empty()) entry.for_whom = person(promise.for_whom);
    entry.text = text;
    if (kind == EntryKind::told || kind == EntryKind::part) entry.promise = promise.text;
    if (kind == EntryKind::promised) entry.until = original_due(promise);
    if (kind == EntryKind::kept) entry.timing = timing_of(promise);
    entries_.push_back(std::move(entry));
  }

  void add_contacts() {
    for (const std::size_t index : contacts_) add_contact(book_.contact(index));
    if (!is_of_all()) return;
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      const std::string_view record = book_.record(Collection::contacts, i);
      const auto has = [&](std::string_view key) { return find_part(record, key) != record.npos; };
      // To read every contact takes long, and few of them have either.
      if (has("heard") || has("away") || has("\\u")) add_contact(book_.contact(i));
    }
  }

  void add_contact(const Contact& contact) {
    TimelineEntry entry;
    entry.by = person(contact.id);
    for (const Heard& heard : contact.heard) {
      if (!heard.on || heard.retired || !is_in_period({*heard.on, {}})) continue;
      entry.kind = EntryKind::heard;
      entry.at = {*heard.on, {}};
      entry.text = heard.text;
      entries_.push_back(entry);
    }
    for (const Absence& absence : contact.away) {
      if (!is_in_period(absence.from)) continue;
      entry.kind = EntryKind::away;
      entry.at = absence.from;
      entry.until = absence.to;
      entry.text = absence.why;
      entries_.push_back(entry);
    }
  }

  const Book& book_;
  const TimelineRequest& request_;
  HandleSet subjects_;
  std::vector<std::size_t> contacts_;
  std::vector<TimelineEntry> entries_;
};

}  // namespace

Timeline timeline_report(const Book& book, const Now& now, const TimelineRequest& request) {
  TimelineWalk walk(book, request);
  Timeline timeline{.today = now.today,
                    .who = {},
                    .period = request.period,
                    .ids = request.ids,
                    .entries = walk.entries()};
  for (const std::string& id : request.who) timeline.who.push_back(walk.person(id));
  return timeline;
}

}  // namespace stead
