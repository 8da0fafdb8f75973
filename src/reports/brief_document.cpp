#include "reports/card_words.h"
#include "reports/one_screen.h"
#include "stead/brief.h"
#include "stead/calendar_words.h"
#include "stead/heard_age.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace stead {
namespace {

constexpr std::size_t kReach = 2;
constexpr std::size_t kValues = 4;
constexpr std::size_t kDoubts = 2;
constexpr std::size_t kHelp = 2;
constexpr std::size_t kOneLine = 50;
constexpr std::size_t kTwoLines = 80;
constexpr std::size_t kItem = 76;  // one line of a list
constexpr std::size_t kIndent = 2;
constexpr std::size_t kOneFact = 69;  // one line behind a label

/// How much a page may have: of each list, and of names and texts beside others, in columns.
struct BriefRoom {
  bool one_line = true;  ///< Is each thing cut to a line?
  std::size_t facts = 7;
  std::size_t heard = 2;
  std::size_t promises = 2;
  std::size_t talks = 2;
  std::size_t name = 12;
  std::size_t front = 8;  ///< So much of a text in any case.
  std::size_t happened = 20;
};

/// From plenty down to what fits on a screen whatever there is: the first page that fits is shown.
constexpr std::array kBriefRooms = {
    BriefRoom{.one_line = false,
              .facts = 12,
              .heard = 3,
              .promises = 3,
              .talks = 3,
              .name = 24,
              .front = 24,
              .happened = 40},
    BriefRoom{.facts = 12, .heard = 3, .promises = 3, .talks = 3},
    BriefRoom{.facts = 9, .heard = 3, .promises = 3, .talks = 3},
    BriefRoom{.facts = 7, .heard = 3, .promises = 3, .talks = 3},
    BriefRoom{.heard = 3, .promises = 3},
    BriefRoom{.promises = 3},
    BriefRoom{},
};

/// The front of a text, on one line; it is cut between words, if there is more than one.
Text digest(std::string_view whole, std::size_t most) {
  const std::string_view text = trimmed(whole);
  const std::string line = shown(text.substr(0, text.find('\n')));
  std::string front = cut(line, most, "");
  const bool is_all = front.size() == line.size() && text.find('\n') == std::string_view::npos;
  if (front.size() < line.size()) front.resize(std::min(front.find_last_of(' '), front.size()));
  return is_all ? Text(front) : Text(front) + own("…", Tone::faint);
}

template <typename Thing>
std::span<const Thing> first(const std::vector<Thing>& things, std::size_t most) {
  return {things.data(), std::min(things.size(), most)};
}

/// ` and 3 more`: what is left of a list.
Text more_than(std::size_t most, std::size_t all) {
  return all > most ? Text(fmt::format(" and {} more", all - most)) : Text();
}

/// The first of some words, and that there are more.
Text first_words(const std::vector<std::string>& words, std::size_t most) {
  return digest(fmt::format("{}", fmt::join(first(words, most), ", ")), kTwoLines) +
         more_than(most, words.size());
}

/// Beside a heading: how many of a list are shown, and the command for all.
Text some_of(std::size_t all, std::size_t most, const std::string& command) {
  if (all <= most) return {};
  return Text(fmt::format("{} of {}: ", most, all), Tone::faint) + Text(command, Tone::code);
}

/// `7 hours later than here`, `3h 45min later than here`, `as here`.
std::string difference(int minutes) {
  if (minutes == 0) return "as here";
  const int most = std::max(minutes, -minutes);
  constexpr int kHour = 60;
  const std::string_view where = minutes > 0 ? "later" : "earlier";
  if (most % kHour == 0) {
    return fmt::format("{} hour{} {} than here", most / kHour, most == kHour ? "" : "s", where);
  }
  const std::string hours = most < kHour ? "" : fmt::format("{}h ", most / kHour);
  return fmt::format("{}{}min {} than here", hours, most % kHour, where);
}

/// Sets the page block by block; what there is nothing of is left out.
class BriefPage {
 public:
  BriefPage(const Brief& brief, const BriefRoom& room)
      : brief_(brief), contact_(brief.contact), room_(room) {}

  Document take() {
    head();
    notes();
    facts();
    matters();
    promises();
    talks();
    return std::move(page_);
  }

 private:
  bool is_them(std::string_view handle) const { return handle == contact_.id; }
  std::string name(std::string_view handle) const { return called(brief_.names, handle); }

  /// On one line where there is room for no more.
  Text held(const Text& text, std::size_t width) const {
    return room_.one_line ? fitted(text, width) : text;
  }

  /// The front of a text that has a line of a list together with `rest`.
  Text beside(std::string_view text, const Text& rest) const {
    const std::size_t taken = columns(shown(rest.plain()));
    return digest(text, std::max(room_.front, taken < kItem ? kItem - taken : 0));
  }

  void add_section(const char* title, const Text& aside) {
    constexpr std::size_t kGap = 2;
    page_.add(section(title, held(aside, kScreenColumns - kGap - columns(title))));
  }

  /// Adds a list; its leads are as wide as the widest.
  void add_items(Items items) {
    std::size_t left = kIndent;
    for (const Item& item : items.items) {
      if (item.lead.empty()) continue;
      left = std::max(left, kIndent + columns(shown(item.lead.plain())) + kIndent);
    }
    for (Item& item : items.items) item.text = held(item.text, kScreenColumns - left);
    page_.add(std::move(items));
  }

  void head() {
    std::vector<Text> aside;
    if (!contact_.title.empty()) aside.push_back(digest(contact_.title, kOneLine));
    if (!contact_.org.empty()) aside.emplace_back(name(contact_.org));
    if (contact_.is_org()) aside.emplace_back("organisation");
    if (room_.one_line && contact_.archived) aside.insert(aside.begin(), archived());
    const Text name = held(contact_.name, kOneLine);
    const std::size_t left =
        kScreenColumns - kIndent - std::min(columns(shown(name.plain())), kOneLine);
    page_.add(title(name, held(joined(aside), left)));
  }

  Text archived() const { return "archived since " + long_date(*contact_.archived); }

  void notes() {
    if (contact_.archived && !room_.one_line) page_.add(Note{archived()});
    if (is_away()) page_.add(Note{held(Text("away ") + absence(), kScreenColumns - kIndent)});
    if (brief_.waiting.empty()) return;
    page_.add(note_of(brief_.waiting.front()));
    if (brief_.waiting.size() == 2 && !room_.one_line) page_.add(note_of(brief_.waiting.back()));
  }

  bool is_away() const { return brief_.away && brief_.away->contains(brief_.now.today); }

  Note note_of(const Waiting& waiting) const {
    Text text = is_them(waiting.who) ? Text() : digest(waiting.name, room_.name) + " ";
    text += "waits for your answer";
    if (!room_.one_line) text += " since " + long_date(waiting.at.day);
    if (waiting.urgent) text += ", urgent";
    const Text until = until_words(waiting, brief_.now.today, brief_.working_day);
    if (!until.empty()) text += ", " + until;
    const std::size_t all = brief_.waiting.size();
    if (all > (room_.one_line ? 1 : 2)) {
      text += fmt::format(" (1 of {}: ", all) + Text("stead who waits " + contact_.id, Tone::code) +
              ")";
    }
    if (!waiting.text.empty()) text += ": " + digest(waiting.text, kOneLine);
    return {held(text, kScreenColumns - kIndent), Tone::bad};
  }

  Text absence() const {
    const Absence& away = *brief_.away;
    Text text(away.to ? long_date(away.from) + " to " + long_date(*away.to)
                      : "from " + long_date(away.from) + " on");
    return away.why.empty() ? text : text + ", " + digest(away.why, room_.name);
  }

  /// What is known of the contact in a line, and what shows it as well.
  struct Fact {
    const char* label;
    Text text;
    int rank;  ///< What has the greatest gives way first.
    const char* command = "stead show";
  };

  std::vector<Fact> known() const {
    std::vector<Fact> facts;
    const auto add = [&facts](const char* label, Text text, int rank,
                              const char* command = "stead show") {
      if (!text.empty()) facts.push_back({label, std::move(text), rank, command});
    };
    add("phone", first_words(contact_.phone, kReach), 1);
    add("email", first_words(contact_.email, kReach), 8);
    add("clock", clock(), 2);
    if (brief_.away && !is_away()) add("away", absence(), 0);
    add("tags", first_words(contact_.tags, kValues), 12);
    if (!contact_.client_of.empty()) add("client of", Text(name(contact_.client_of)), 10);
    add("people", people(), 5);
    add("note", digest(contact_.note, kOneLine), 11);
    add("answers", answers(), 7, "stead who waits");
    add("in touch", in_touch(), 4);
    add("cover", cover(), 3, "stead who covers");
    add("help", help(), 6, "stead balance");
    return facts;
  }

  void facts() {
    std::vector<Fact> facts = known();
    // Whoever is to be away has that line in the place of the note of who is.
    const bool is_to_be_away = !facts.empty() && brief_.away && !is_away();
    const std::size_t most = room_.facts + (is_to_be_away ? 1 : 0);
    std::vector<Fact> left;
    while (facts.size() + (left.empty() ? 0 : 1) > most) {
      const auto last = std::ranges::max_element(facts, {}, &Fact::rank);
      left.push_back(std::move(*last));
      facts.erase(last);
    }
    if (!left.empty()) facts.push_back({"more", more_facts(left), 0});
    if (facts.empty()) return;
    std::size_t label = 0;
    for (const Fact& fact : facts) label = std::max(label, columns(fact.label));
    Fields fields;
    for (const Fact& fact : facts) {
      fields.fields.push_back({fact.label, {held(fact.text, kScreenColumns - label - kIndent)}});
    }
    page_.add(std::move(fields));
  }

  /// `note, tags: stead show acme; answers: stead who waits acme`.
  Text more_facts(const std::vector<Fact>& left) const {
    std::vector<Text> parts;
    for (const std::string_view command : {"stead show", "stead who waits"}) {
      std::vector<Text> labels;
      for (const Fact& fact : left) {
        if (fact.command == command) labels.emplace_back(fact.label);
      }
      if (labels.empty()) continue;
      parts.push_back(joined(labels) + ": " +
                      Text(fmt::format("{} {}", command, contact_.id), Tone::code));
    }
    return joined(parts, "; ");
  }

  /// `Mon 17:15, 7 hours later than here (Japan)`.
  Text clock() const {
    if (!brief_.there) return Text(brief_.zone);
    const TimeOfDay time = *brief_.there->time;
    return Text(fmt::format("{} {:02}:{:02}", weekday_name(brief_.there->day), time.minute / 60,
                            time.minute % 60),
                Tone::strong) +
           fmt::format(", {} ({})", difference(time.offset - brief_.now.time.offset), brief_.zone);
  }

  /// `expected within 4h; you answered 4 of 5 in time, …`.
  Text answers() const {
    Text limit = brief_.limit ? Text("expected within " + in_words(*brief_.limit)) : Text();
    return joined({std::move(limit), Text(in_words(brief_.replies, brief_.working_day))}, "; ");
  }

  /// `every 2 weeks (rule for client), the last time 5 weeks ago`.
  Text in_touch() const {
    if (!brief_.cadence) return {};
    const Text how_often(in_words(*brief_.cadence));
    if (!brief_.last) return how_often + ", " + Text("no contact yet", Tone::warning);
    const Day today = brief_.now.today;
    const int days = static_cast<int>((today - brief_.last->day).count());
    const bool is_due = add(brief_.last->day, brief_.cadence->every) <= today;
    return how_often + ", the last time " +
           Text(days < 0    ? long_date(brief_.last->day)
                : days == 0 ? "today"
                            : length_of(days) + " ago",
                is_due ? Tone::warning : Tone::plain);
  }

  Text people() const {
    std::vector<std::string> people;
    for (const BriefPerson& person : brief_.people) {
      people.push_back(person.title.empty() ? person.name
                                            : fmt::format("{} ({})", person.name, person.title));
    }
    const std::size_t most = room_.one_line ? kReach : kValues;
    if (people.size() <= most) return first_words(people, most);
    const Text rest =
        more_than(most, people.size()) + ": " + Text("stead list org:" + contact_.id, Tone::code);
    const std::size_t taken = columns(rest.plain());
    const std::size_t left =
        room_.one_line ? std::max(room_.front, kOneFact - std::min(taken, kOneFact)) : kTwoLines;
    return digest(fmt::format("{}", fmt::join(first(people, most), ", ")), left) + rest;
  }

  /// `Sam Ortiz, +1 555 0100, not briefed`.
  Text cover() const {
    if (!brief_.cover) return {};
    const Candidate* answer = brief_.cover->answer();
    if (answer == nullptr) {
      return Text("nobody", Tone::bad) + ": " +
             Text("stead who covers " + brief_.cover->client, Tone::code);
    }
    std::vector<Text> parts{Text(answer->who == "me" ? "you" : answer->name, Tone::strong)};
    if (!answer->phone.empty()) parts.emplace_back(answer->phone.front());
    for (const Doubt doubt : first(answer->doubts, kDoubts)) {
      parts.emplace_back(words_for(doubt), Tone::warning);
    }
    return joined(parts);
  }

  /// The newest kinds of help.
  Text help() const {
    std::vector<HelpSum> newest = brief_.help;
    sort_by(newest, [](const HelpSum& sum) { return kLastDay - sum.last; });
    std::vector<std::string> kinds;
    for (const HelpSum& sum : first(newest, kHelp)) kinds.push_back(help_words(sum));
    Text text(fmt::format("{}", fmt::join(kinds, "; ")));
    if (newest.size() <= kHelp) return text;
    return text + more_than(kHelp, newest.size()) + ": " +
           Text("stead balance " + contact_.id, Tone::code);
  }

  void matters() {
    if (brief_.heard.empty()) return;
    add_section("What matters", some_of(brief_.heard.size(), room_.heard, commands_for_heard()));
    Items items;
    for (const BriefHeard& each : first(brief_.heard, room_.heard)) {
      Text text = is_them(each.who) ? Text() : digest(name(each.who), room_.name) + ": ";
      const Text age(", " + heard_age(each.heard, brief_.now.today),
                     each.heard.reflected ? Tone::faint : Tone::warning);
      text +=
          room_.one_line ? beside(each.heard.text, text + age) : digest(each.heard.text, kTwoLines);
      text += age;
      items.items.push_back({.text = std::move(text), .aside = {}, .below = {}, .lead = {}});
    }
    add_items(std::move(items));
  }

  /// What shows all of what is heard, of the contact and of those around.
  std::string commands_for_heard() const {
    std::vector<std::string> commands;
    for (const BriefHeard& each : brief_.heard) {
      const std::string command = "stead show " + each.who;
      if (std::ranges::find(commands, command) == commands.end()) commands.push_back(command);
    }
    const std::size_t shown = std::min(commands.size(), kDoubts);
    return fmt::format("{}{}", fmt::join(first(commands, shown), ", "),
                       shown < commands.size() ? " and more" : "");
  }

  /// The first by date; where those are of one side alone, the last of them gives way to the first
  /// of the other side.
  std::vector<Promise> shown_promises() const {
    const std::span<const Promise> front = first(brief_.promises, room_.promises);
    std::vector<Promise> shown(front.begin(), front.end());
    const auto is_other = [&](const Promise& each) {
      return each.is_mine() != shown.front().is_mine();
    };
    if (std::ranges::any_of(shown, is_other)) return shown;
    const auto other = std::ranges::find_if(brief_.promises, is_other);
    if (other != brief_.promises.end()) shown.back() = *other;
    return shown;
  }

  void promises() {
    if (brief_.promises.empty()) return;
    add_section(
        "Open promises",
        some_of(brief_.promises.size(), room_.promises,
                fmt::format("stead promises {}{}", contact_.is_org() ? "org:" : "", contact_.id)));
    Items items;
    for (const Promise& promise : shown_promises()) {
      const char* whose = promise.is_follow_up() ? "come back to"
                          : promise.is_mine()    ? "yours"
                                                 : "theirs";
      items.items.push_back({.text = promise_text(promise, whose),
                             .aside = {},
                             .below = {},
                             .lead = {whose, Tone::faint}});
    }
    add_items(std::move(items));
  }

  /// `migration estimate, to Ana Ruiz, due Fri 2026-07-31, 3 days late, not told yet`.
  Text promise_text(const Promise& promise, std::string_view whose) const {
    Text rest;
    const std::string& other = promise.other_side();
    if (!is_them(other)) {
      rest += (promise.is_follow_up() ? ", "
               : promise.is_mine()    ? ", to "
                                      : ", from ") +
              digest(name(other), room_.name);
    }
    const bool is_overdue = is_late(promise, brief_.now);
    if (is_overdue && room_.one_line) {
      rest += late_words(promise, brief_.now);
    } else if (promise.due) {
      rest += ", " + due_words(promise, brief_.now);
    }
    if (promise.told.empty() && needs_telling(promise, brief_.now)) {
      rest += Text(promise.is_mine() ? ", not told yet" : ", you were not told", Tone::warning);
    }
    return beside(promise.text, Text(whose) + "  " + rest) + rest;
  }

  void talks() {
    if (brief_.talks.empty()) return;
    const bool may_be_more = brief_.talks.size() >= kRecentTalks;
    add_section("Last talks", may_be_more ? Text("all: ", Tone::faint) +
                                                Text("stead timeline " + contact_.id, Tone::code)
                                          : Text());
    Items items;
    for (Interaction talk : first(brief_.talks, room_.talks)) {
      const std::string said = std::exchange(talk.text, {});
      const std::string date = long_date(talk.at);
      Text text = digest(happened(brief_.names, talk, contact_.id).plain(), room_.happened);
      if (!talk.by.empty() && talk.by != "me") {
        text += (text.empty() ? "by " : ", by ") + digest(name(talk.by), room_.name);
      }
      if (!text.empty() && !said.empty()) text += ": ";
      Text went;
      if (!talk.went.empty()) {
        went = Text(", it went " + talk.went, talk.went == "badly" ? Tone::bad : Tone::good);
      }
      text += beside(said, Text(date) + "  " + text + went) + went;
      items.items.push_back(
          {.text = std::move(text), .aside = {}, .below = {}, .lead = {date, Tone::faint}});
    }
    add_items(std::move(items));
  }

  const Brief& brief_;
  const Contact& contact_;
  const BriefRoom& room_;
  Document page_;
};

}  // namespace

Document to_document(const Brief& brief) {
  for (const BriefRoom& room : kBriefRooms) {
    Document page = BriefPage(brief, room).take();
    if (&room == &kBriefRooms.back() || screen_rows(page) <= kScreenRows) return page;
  }
  return {};
}

}  // namespace stead
