#include "exchange/packet_merge.h"

#include "exchange/packet_parties.h"

#include "stead/periods.h"
#include "stead/promise_life.h"
#include "stead/record.h"
#include "stead/scanner.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

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

/// Fills single values and joins lists, and takes down where two values differ. `said` is what the
/// last packet said: what is still the same in `mine` follows `theirs`.
class RecordFiller {
 public:
  /// `is_copy`: the values of a list that are theirs come first; they know which number is called.
  explicit RecordFiller(bool is_copy) : is_copy_(is_copy) {}

  template <typename Value>
  void single(std::string_view name, Value& mine, const Value& said, const Value& theirs) {
    const Value none{};
    if (mine == said || mine == none) {
      // What was taken out here stays out, until they say something else.
      if (mine == said || theirs != said) mine = theirs;
    } else if (theirs != none && theirs != said && theirs != mine) {
      differing.emplace_back(name);
    }
  }

  void list(std::vector<std::string>& mine, const std::vector<std::string>& said,
            const std::vector<std::string>& theirs) const {
    if (!is_copy_) return append(mine, missing(mine, theirs));
    const std::unordered_set<std::string> here = keys_of(mine);
    const std::unordered_set<std::string> before = keys_of(said);
    std::vector<std::string> all;
    for (const std::string& value : missing({}, theirs)) {
      const bool was_taken_out = before.contains(value) && !here.contains(value);
      if (!was_taken_out) all.push_back(value);
    }
    for (const std::string& value : missing(theirs, mine)) {
      if (!before.contains(value)) all.push_back(value);
    }
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
    if (changes_the_date(told) && (last == nullptr || !is_told_before(told, *last))) last = &told;
  }
  return last;
}

}  // namespace

NamedValues said_of(const Contact& theirs) {
  const Contact kept{.name = theirs.name,
                     .kind = theirs.kind,
                     .aliases = theirs.aliases,
                     .org = theirs.org,
                     .title = theirs.title,
                     .email = theirs.email,
                     .phone = theirs.phone,
                     .url = theirs.url,
                     .address = theirs.address,
                     .place = theirs.place,
                     .tz = theirs.tz,
                     .tags = theirs.tags,
                     .needs = theirs.needs,
                     .away = theirs.away,
                     .reply_within = theirs.reply_within,
                     .cover = theirs.cover,
                     .heard = theirs.heard};
  const std::string text = write_record(kept);
  NamedValues said;
  Scanner scanner(text);
  scanner.object([&](const JsonString& key) {
    std::string name = key.value();
    said.emplace_back(std::move(name), scanner.value());
  });
  return said;
}

Contact contact_said(const NamedValues& said) {
  std::string text;
  for (const auto& [name, value] : said) {
    text += (text.empty() ? "{" : ",") + json_quoted(name) + ':' + value;
  }
  if (text.empty()) return {};
  // What somebody wrote there by hand is no reason to refuse a packet.
  std::vector<Fault> faults;
  return read_record<Contact>(text + '}', 0, faults);
}

std::vector<std::string> add_to(Contact& mine, const Contact& said, const Contact& theirs) {
  RecordFiller filler(mine.origin.has_value());
  filler.single("name", mine.name, said.name, theirs.name);
  filler.single("kind", mine.kind, said.kind, theirs.kind);
  filler.list(mine.aliases, said.aliases, theirs.aliases);
  filler.single("org", mine.org, said.org, theirs.org);
  filler.single("title", mine.title, said.title, theirs.title);
  filler.list(mine.email, said.email, theirs.email);
  filler.list(mine.phone, said.phone, theirs.phone);
  filler.list(mine.url, said.url, theirs.url);
  filler.list(mine.address, said.address, theirs.address);
  filler.single("place", mine.place, said.place, theirs.place);
  filler.single("tz", mine.tz, said.tz, theirs.tz);
  filler.list(mine.tags, said.tags, theirs.tags);
  filler.list(mine.needs, said.needs, theirs.needs);
  filler.single("reply_within", mine.reply_within, said.reply_within, theirs.reply_within);
  add_heard(mine.heard, theirs.heard);
  return filler.differing;
}

void retire_unsaid(Contact& mine, const Contact& said, const Contact& theirs, Day on) {
  std::unordered_set<std::string> unsaid;
  for (const Heard& heard : missing(theirs.heard, said.heard)) unsaid.insert(key_of(heard));
  for (Heard& heard : mine.heard) {
    if (!heard.retired && unsaid.contains(key_of(heard))) heard.retired = on;
  }
}

void follow_absences(Contact& mine, const Contact& said, const std::vector<Absence>& theirs,
                     Period period) {
  const auto days_of = [](const Absence& away) {
    return std::pair(away.from.day, away.to ? away.to->day : kLastDay);
  };
  std::set<std::pair<Day, Day>> gone;
  for (const Absence& away : said.away) {
    if (away.overlaps(period)) gone.insert(days_of(away));
  }
  for (const Absence& away : theirs) gone.erase(days_of(away));
  std::erase_if(mine.away, [&](const Absence& away) {
    return away.why.empty() && gone.contains(days_of(away));
  });
  std::vector<Period> known;
  for (const Absence& away : mine.away) known.push_back({away.from.day, days_of(away).second});
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
  const bool moves = std::ranges::any_of(told, changes_the_date);
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

void follow_sender(Contact& sender, const Packet& packet) {
  const bool is_theirs = came_from_sender(sender, packet) && sender.origin->id == kMe;
  const Contact said = is_theirs ? contact_said(sender.origin->said) : Contact();
  follow_absences(sender, said, packet.sender.away, packet.period);
  if (!is_theirs) return;
  Contact now{.away = said.away};  // those outside of the period are as they were said
  std::erase_if(now.away, [&](const Absence& away) { return away.overlaps(packet.period); });
  now.away.insert(now.away.end(), packet.sender.away.begin(), packet.sender.away.end());
  sender.origin->said = said_of(now);
}

std::vector<std::string> follow_contact(Contact& mine, const Contact& theirs, const Packet& packet,
                                        Day today) {
  const bool is_copy = came_from_sender(mine, packet);
  const Contact said = is_copy ? contact_said(mine.origin->said) : Contact();
  std::vector<std::string> differing = add_to(mine, said, theirs);
  if (!is_copy) return differing;
  Contact now = theirs;
  now.cover = said.cover;
  if (std::ranges::find(packet.omitted, "heard") != packet.omitted.end()) {
    now.heard = said.heard;  // what a packet leaves out is as the one before said
  } else {
    retire_unsaid(mine, said, theirs, today);
  }
  mine.origin->said = said_of(now);
  return differing;
}

}  // namespace stead
