#include "reports/nudge_sources.h"
#include "stead/contact_times.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stead {
namespace {

/// The promises and interactions of nudges that are to be left out. Few promises say something of
/// being quiet, so that those are found first; of interactions, only those that wait for an answer
/// are looked at. Who makes a nudge of a contact or of another interaction has it at hand.
class QuietRecords {
 public:
  QuietRecords(const Book& book, Day today, std::span<const Waiting> waiting)
      : book_(book), today_(today) {
    for (const std::size_t i : book.holding(Collection::promises, "\"snoozed\"")) {
      add(Collection::promises, i);
    }
    add_questions(waiting);
  }

  bool has(const NudgeDraft& draft) const {
    if (draft.collection == Collection::contacts) return false;
    const auto place = places_.find(std::pair(draft.collection, draft.record));
    if (place == places_.end()) return false;
    return draft.collection == Collection::promises
               ? is_quiet(book_.promise(place->second), draft.kind, today_)
               : is_quiet(book_.interaction(place->second), draft.kind, today_);
  }

 private:
  void add(Collection collection, std::size_t index) {
    places_.try_emplace({collection, book_.id(collection, index)}, index);
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
  std::map<std::pair<Collection, std::string_view>, std::size_t> places_;
};

/// The drafts of all that is to be done, in no order.
NudgeDrafts drafts_from(const Clients& clients, const NudgeMaker& maker,
                        const NudgeSources& sources) {
  NudgeDrafts drafts;
  add_questions(drafts, maker, sources);
  add_promises(drafts, maker, sources);
  add_people(drafts, maker, sources);
  add_absences(drafts, maker, sources);
  add_briefings(drafts, maker, clients);
  add_help(drafts, maker, sources);
  add_dates(drafts, maker, sources);
  add_moves(drafts, maker);
  const QuietRecords quiet(clients.book(), maker.today(), sources.waiting);
  std::erase_if(drafts,
                [&](const NudgeDraft& draft) { return draft.is_left_out || quiet.has(draft); });
  return drafts;
}

/// What nudges are put in order by before their names are. What is equal is of one kind.
auto place_of(const NudgeDraft& draft) {
  return std::tuple(-draft.urgency(), draft.due.value_or(kLastDay), draft.kind);
}

using Equals = std::span<NudgeDraft>;

/// Those that are equal to number `at` but for their names; they lie next to each other.
Equals equals_of(NudgeDrafts& drafts, std::size_t at) {
  const auto place = place_of(drafts[at]);
  const auto is_other = [&](const NudgeDraft& draft) { return place_of(draft) != place; };
  const auto here = drafts.begin() + static_cast<std::ptrdiff_t>(at);
  const auto last = std::find_if(here, drafts.end(), is_other);
  const auto before = std::find_if(std::reverse_iterator(here), drafts.rend(), is_other);
  return {before.base(), last};
}

void sort_by_name(Equals equals) {
  if (equals.size() < 2) return;
  NudgeDrafts sorted(std::move_iterator(equals.begin()), std::move_iterator(equals.end()));
  sort_by(sorted,
          [](const NudgeDraft& draft) { return std::tuple(fold(draft.name), draft.record); });
  std::ranges::move(sorted, equals.begin());
}

/// May two of them be one nudge, so that it matters which comes first? Told by hashes, so that it
/// is not missed where they are.
bool may_be_joined(Equals equals) {
  const std::hash<std::string_view> hash;
  std::vector<std::size_t> all;
  for (const NudgeDraft& draft : equals) {
    all.push_back(hash(draft.record));
    if (!draft.by.empty()) all.push_back(hash(draft.by));
  }
  std::ranges::sort(all);
  return std::ranges::adjacent_find(all) != all.end();
}

/// Leaves, of those of one kind that have the same command or the same record, the first.
NudgeDrafts joined_by_command(NudgeDrafts drafts) {
  using Places = std::array<std::unordered_map<std::string_view, std::size_t>, kNudgeKinds.size()>;
  Places places_by_command;
  Places places_by_record;
  NudgeDrafts joined;
  joined.reserve(drafts.size());  // so that what the places look into stays
  for (NudgeDraft& draft : drafts) {
    auto& by_command = places_by_command[static_cast<std::size_t>(draft.kind)];
    auto& by_record = places_by_record[static_cast<std::size_t>(draft.kind)];
    const auto same = draft.by.empty() ? by_command.end() : by_command.find(draft.by);
    if (same != by_command.end()) {
      ++joined[same->second].more;
      continue;
    }
    const auto [place, is_new] = by_record.try_emplace(draft.record, joined.size());
    if (!is_new) {
      ++joined[place->second].more;
      continue;
    }
    joined.push_back(std::move(draft));
    if (!joined.back().by.empty()) by_command.emplace(joined.back().by, place->second);
  }
  return joined;
}

}  // namespace

NudgeList::NudgeList(const Clients& clients, const NudgeMaker& maker, const NudgeSources& sources)
    : maker_(maker), drafts_(drafts_from(clients, maker, sources)) {
  sort_by(drafts_, place_of);
  for (std::size_t i = 0; i < drafts_.size();) {
    const Equals equals = equals_of(drafts_, i);
    if (may_be_joined(equals)) sort_by_name(equals);
    i += equals.size();
  }
  drafts_ = joined_by_command(std::move(drafts_));
  is_in_order_.resize(drafts_.size());
}

Nudge NudgeList::worded(std::size_t index) {
  if (!is_in_order_[index]) {
    const Equals equals = equals_of(drafts_, index);
    sort_by_name(equals);
    const auto first = is_in_order_.begin() + (equals.data() - drafts_.data());
    std::fill_n(first, equals.size(), true);
  }
  const NudgeDraft& draft = drafts_[index];
  NudgeWords words = draft.words(maker_, draft);
  if (draft.more > 0) words.why += fmt::format("; and {} more", draft.more);
  Nudge nudge{.kind = draft.kind,
              .collection = draft.collection,
              .record = std::string(draft.record),
              .who = std::string(draft.who),
              .name = draft.name,
              .what = std::move(words.what),
              .why = std::move(words.why),
              .due = draft.due,
              .command = std::move(words.command),
              .message = std::move(words.message),
              .parts = {}};
  for (std::size_t i = 0; i < draft.points.size(); ++i) {
    if (draft.points[i] == 0) continue;
    nudge.parts.push_back({static_cast<UrgencyPart::What>(i), draft.points[i]});
  }
  return nudge;
}

}  // namespace stead
