#include "exchange/packet_merge.h"

#include "stead/periods.h"
#include "stead/promise_life.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace stead {
namespace {

// By what an element of a list is known. A packet may have very many, so they are looked up.
std::string key_of(const std::string& value) { return value; }
std::string key_of(const Told& told) { return to_string(told.on) + ' ' + told.text; }
std::string key_of(const Part& part) { return to_string(part.on) + ' ' + part.text; }
std::string key_of(const Heard& heard) {
  return (heard.on ? to_string(*heard.on) : "") + ' ' + heard.text;
}

template <typename Element>
std::unordered_set<std::string> keys_of(const std::vector<Element>& list) {
  std::unordered_set<std::string> keys;
  for (const Element& element : list) keys.insert(key_of(element));
  return keys;
}

/// Those of `theirs` that `mine` does not have, each once.
template <typename Element>
std::vector<Element> missing(const std::vector<Element>& mine, const std::vector<Element>& theirs) {
  std::vector<Element> found;
  std::unordered_set<std::string> keys = keys_of(mine);
  for (const Element& element : theirs) {
    if (keys.insert(key_of(element)).second) found.push_back(element);
  }
  return found;
}

template <typename Element>
void append(std::vector<Element>& list, const std::vector<Element>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// Puts each of `more` in front of the first that was told after it.
void put_in_order(std::vector<Told>& list, std::vector<Told> more) {
  std::ranges::stable_sort(more, is_told_before);
  std::vector<Told> all;
  auto next = more.begin();
  for (Told& told : list) {
    while (next != more.end() && is_told_before(*next, told)) all.push_back(std::move(*next++));
    all.push_back(std::move(told));
  }
  all.insert(all.end(), next, more.end());
  list = std::move(all);
}

/// Fills single values and joins lists, and takes down where two values differ. Of a copy, the
/// owner's values come first: they know which number is called.
class RecordFiller {
 public:
  explicit RecordFiller(bool is_copy) : is_copy_(is_copy) {}

  template <typename Value>
  void single(std::string_view name, Value& mine, const Value& theirs) {
    const Value none{};
    if (mine == none) {
      mine = theirs;
    } else if (theirs != none && mine != theirs) {
      differing.emplace_back(name);
    }
  }
  void list(std::vector<std::string>& mine, const std::vector<std::string>& theirs) const {
    if (!is_copy_) return append(mine, missing(mine, theirs));
    std::vector<std::string> all = missing({}, theirs);
    append(all, missing(theirs, mine));
    mine = std::move(all);
  }

  std::vector<std::string> differing;

 private:
  bool is_copy_;
};

void later(std::optional<Day>& mine, const std::optional<Day>& theirs) {
  if (theirs && (!mine || *mine < *theirs)) mine = theirs;
}

/// The telling that moved the date last; nullptr where none did.
const Told* last_move(const Promise& promise) {
  const Told* last = nullptr;
  for (const Told& told : promise.told) {
    if (moves_the_date(told) && (last == nullptr || !is_told_before(told, *last))) last = &told;
  }
  return last;
}

}  // namespace

std::vector<std::string> add_to(Contact& mine, const Contact& theirs) {
  RecordFiller filler(mine.origin.has_value());
  filler.single("name", mine.name, theirs.name);
  filler.single("kind", mine.kind, theirs.kind);
  filler.list(mine.aliases, theirs.aliases);
  filler.single("org", mine.org, theirs.org);
  filler.single("title", mine.title, theirs.title);
  filler.list(mine.email, theirs.email);
  filler.list(mine.phone, theirs.phone);
  filler.list(mine.url, theirs.url);
  filler.list(mine.address, theirs.address);
  filler.single("place", mine.place, theirs.place);
  filler.single("tz", mine.tz, theirs.tz);
  filler.list(mine.tags, theirs.tags);
  filler.list(mine.needs, theirs.needs);
  filler.single("reply_within", mine.reply_within, theirs.reply_within);
  add_heard(mine.heard, theirs.heard);
  return filler.differing;
}

void add_absences(Contact& mine, const std::vector<Absence>& theirs) {
  std::vector<Period> known;
  for (const Absence& away : mine.away)
    known.push_back({away.from.day, away.to ? away.to->day : kLastDay});
  known = joined(std::move(known));
  for (const Absence& away : theirs) {
    const auto near = std::ranges::lower_bound(known, away.to->day, {}, &Period::last);
    if (near == known.end() || away.from.day < near->first) mine.away.push_back(away);
  }
}

std::size_t add_heard(std::vector<Heard>& mine, const std::vector<Heard>& theirs) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < mine.size(); ++i) places.emplace(key_of(mine[i]), i);
  const std::size_t before = mine.size();
  for (const Heard& heard : theirs) {
    const auto [known, is_new] = places.emplace(key_of(heard), mine.size());
    if (is_new) {
      mine.push_back(heard);
    } else {
      Heard& each = mine[known->second];
      later(each.reflected, heard.reflected);
      if (!each.retired) each.retired = heard.retired;
    }
  }
  return mine.size() - before;
}

std::vector<std::string> add_to(Promise& mine, const Promise& theirs, const std::string& done_by) {
  std::vector<std::string> differing;
  const std::optional<When> due_here = mine.due;
  std::vector<Told> told = missing(mine.told, theirs.told);
  const bool moves = std::ranges::any_of(told, moves_the_date);
  put_in_order(mine.told, std::move(told));
  append(mine.parts, missing(mine.parts, theirs.parts));
  if (const Told* last = last_move(mine); moves && last != nullptr) mine.due = last->due;
  if (!moves && last_move(theirs) == nullptr && theirs.due != due_here) {
    if (last_move(mine) == nullptr) differing.emplace_back("due");
  }
  if (mine.is_open() && !theirs.is_open()) {
    mine.status = theirs.status;
    mine.closed = theirs.closed;
    if (mine.status == "kept" && mine.is_mine()) mine.done_by = done_by;
  } else if (!theirs.is_open()) {
    if (mine.status != theirs.status) differing.emplace_back("status");
    if (mine.closed != theirs.closed) differing.emplace_back("closed");
  }
  if (mine.text != theirs.text) differing.emplace_back("text");
  return differing;
}

std::vector<std::string> differences(const Interaction& mine, const Interaction& theirs) {
  std::vector<std::string> differing;
  if (mine.at != theirs.at) differing.emplace_back("at");
  if (mine.via != theirs.via) differing.emplace_back("via");
  if (mine.went != theirs.went) differing.emplace_back("went");
  if (mine.text != theirs.text) differing.emplace_back("text");
  return differing;
}

}  // namespace stead
