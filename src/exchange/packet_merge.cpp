#include "exchange/packet_merge.h"

#include "stead/promise_life.h"

#include <algorithm>

namespace stead {
namespace {

/// Is it the one that is there, of the same key?
bool is_same(const Told& a, const Told& b) { return a.on == b.on && a.text == b.text; }
bool is_same(const Part& a, const Part& b) { return a == b; }

template <typename Element>
bool has(const std::vector<Element>& list, const Element& element) {
  return std::ranges::any_of(list, [&](const Element& each) { return is_same(each, element); });
}

/// Fills single values and joins lists, and takes down where two values differ.
class Filler {
 public:
  void single(std::string_view name, std::string& mine, const std::string& theirs) {
    if (mine.empty()) {
      mine = theirs;
    } else if (!theirs.empty() && mine != theirs) {
      differing.emplace_back(name);
    }
  }
  template <typename Value>
  void single(std::string_view name, std::optional<Value>& mine,
              const std::optional<Value>& theirs) {
    if (!mine) {
      mine = theirs;
    } else if (theirs && mine != theirs) {
      differing.emplace_back(name);
    }
  }
  static void list(std::vector<std::string>& mine, const std::vector<std::string>& theirs) {
    for (const std::string& value : theirs) {
      if (std::ranges::find(mine, value) == mine.end()) mine.push_back(value);
    }
  }

  std::vector<std::string> differing;
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
  Filler filler;
  filler.single("name", mine.name, theirs.name);
  filler.single("kind", mine.kind, theirs.kind);
  Filler::list(mine.aliases, theirs.aliases);
  filler.single("org", mine.org, theirs.org);
  filler.single("title", mine.title, theirs.title);
  Filler::list(mine.email, theirs.email);
  Filler::list(mine.phone, theirs.phone);
  Filler::list(mine.url, theirs.url);
  Filler::list(mine.address, theirs.address);
  filler.single("place", mine.place, theirs.place);
  filler.single("tz", mine.tz, theirs.tz);
  Filler::list(mine.tags, theirs.tags);
  Filler::list(mine.needs, theirs.needs);
  filler.single("reply_within", mine.reply_within, theirs.reply_within);
  add_heard(mine.heard, theirs.heard);
  return filler.differing;
}

std::size_t add_heard(std::vector<Heard>& mine, const std::vector<Heard>& theirs) {
  std::size_t added = 0;
  for (const Heard& heard : theirs) {
    const auto known = std::ranges::find_if(
        mine, [&](const Heard& each) { return each.text == heard.text && each.on == heard.on; });
    if (known == mine.end()) {
      mine.push_back(heard);
      ++added;
    } else {
      later(known->reflected, heard.reflected);
      later(known->retired, heard.retired);
    }
  }
  return added;
}

std::vector<std::string> add_to(Promise& mine, const Promise& theirs, const std::string& done_by) {
  Filler filler;
  const std::optional<When> due_here = mine.due;
  bool moves = false;
  for (const Told& told : theirs.told) {
    if (has(mine.told, told)) continue;
    const auto place = std::ranges::find_if(
        mine.told, [&](const Told& each) { return is_told_before(told, each); });
    mine.told.insert(place, told);
    moves = moves || moves_the_date(told);
  }
  for (const Part& part : theirs.parts) {
    if (!has(mine.parts, part)) mine.parts.push_back(part);
  }
  if (const Told* last = last_move(mine); moves && last != nullptr) mine.due = last->due;
  if (!moves && last_move(theirs) == nullptr && theirs.due != due_here) {
    if (last_move(mine) == nullptr) filler.differing.emplace_back("due");
  }
  if (mine.is_open() && !theirs.is_open()) {
    mine.status = theirs.status;
    mine.closed = theirs.closed;
    if (mine.status == "kept" && mine.is_mine()) mine.done_by = done_by;
  } else if (!theirs.is_open()) {
    filler.single("status", mine.status, theirs.status);
    filler.single("closed", mine.closed, theirs.closed);
  }
  if (mine.text != theirs.text) filler.differing.emplace_back("text");
  return filler.differing;
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
