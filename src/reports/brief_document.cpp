#include "reports/card_words.h"
#include "stead/brief.h"
#include "stead/calendar_words.h"
#include "stead/heard_age.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>
#include <utility>

namespace stead {
namespace {

// How much of each list there is room for on a screen, and of a text, in columns.
constexpr std::size_t kWaiting = 2;
constexpr std::size_t kReach = 2;
constexpr std::size_t kValues = 4;
constexpr std::size_t kDoubts = 2;
constexpr std::size_t kHeard = 3;
constexpr std::size_t kPromises = 3;
constexpr std::size_t kHelp = 2;
constexpr std::size_t kName = 24;
constexpr std::size_t kShort = 40;
constexpr std::size_t kOneLine = 50;
constexpr std::size_t kTwoLines = 80;
constexpr std::size_t kItem = 76;   // one line of a list, on a terminal of 80 columns
constexpr std::size_t kFront = 24;  // but so much of a text in any case

/// The front of a text, on one line; it is cut between words, if there is more than one.
Text digest(std::string_view whole, std::size_t most) {
  const std::string_view text = trimmed(whole);
  const std::string_view line = text.substr(0, text.find('\n'));
  std::string front = cut(line, most, "");
  if (front.size() < line.size()) front.resize(std::min(front.find_last_of(' '), front.size()));
  return front.size() == text.size() ? Text(front) : Text(front) + own("…", Tone::faint);
}

/// The front of a text that has a line of a list together with `rest`.
Text beside(std::string_view text, const Text& rest) {
  const std::size_t taken = columns(rest.plain());
  return digest(text, std::max(kFront, taken < kItem ? kItem - taken : 0));
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
  explicit BriefPage(const Brief& brief) : brief_(brief), contact_(brief.contact) {}

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

  void head() {
    std::vector<Text> aside;
    if (!contact_.title.empty()) aside.push_back(digest(contact_.title, kOneLine));
    if (!contact_.org.empty()) aside.emplace_back(name(contact_.org));
    if (contact_.is_org()) aside.emplace_back("organisation");
    page_.add(title(contact_.name, joined(aside)));
  }

  void notes() {
    if (contact_.archived) {
      page_.add(Note{Text("archived since " + long_date(*contact_.archived))});
    }
    if (brief_.away && brief_.away->contains(brief_.now.today)) {
      page_.add(Note{Text("away ") + absence()});
    }
    const std::size_t shown = brief_.waiting.size() > kWaiting ? 1 : kWaiting;
    for (const Waiting& waiting : first(brief_.waiting, shown)) page_.add(note_of(waiting));
  }

  Note note_of(const Waiting& waiting) const {
    Text text = is_them(waiting.who) ? Text() : digest(waiting.name, kName) + " ";
    text += "waits for your answer";
    const std::size_t all = brief_.waiting.size();
    if (all > kWaiting) text += fmt::format(" (1 of {})", all);
    text += " since " + long_date(waiting.at.day);
    if (waiting.urgent) text += ", urgent";
    const Text until = until_words(waiting, brief_.now.today, brief_.working_day);
    if (!until.empty()) text += ", " + until;
    if (!waiting.text.empty()) text += ": " + digest(waiting.text, kOneLine);
    return {std::move(text), Tone::bad};
  }

  Text absence() const {
    const Absence& away = *brief_.away;
    Text text(away.to ? long_date(away.from) + " to " + long_date(*away.to)
                      : "from " + long_date(away.from) + " on");
    return away.why.empty() ? text : text + ", " + digest(away.why, kName);
  }

  void facts() {
    Fields fields;
    const auto add = [&](const char* label, Text text) {
      if (!text.empty()) fields.fields.push_back({label, {std::move(text)}});
    };
    add("phone", first_words(contact_.phone, kReach));
    add("email", first_words(contact_.email, kReach));
    add("clock", clock());
    if (brief_.away && !brief_.away->contains(brief_.now.today)) add("away", absence());
    add("tags", first_words(contact_.tags, kValues));
    if (!contact_.client_of.empty()) add("client of", name(contact_.client_of));
    add("people", people());
    add("note", digest(contact_.note, kOneLine));
    add("answers", answers());
    add("in touch", in_touch());
    add("cover", cover());
    add("help", help());
    if (!fields.fields.empty()) page_.add(std::move(fields));
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
    return first_words(people, kValues);
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
    return Text(fmt::format("{}", fmt::join(kinds, "; "))) + more_than(kHelp, newest.size());
  }

  void matters() {
    if (brief_.heard.empty()) return;
    page_.add(section("What matters", some_of(brief_.heard.size(), kHeard, commands_for_heard())));
    Items items;
    for (const BriefHeard& each : first(brief_.heard, kHeard)) {
      Text text = is_them(each.who) ? Text() : digest(name(each.who), kName) + ": ";
      const Text age(", " + heard_age(each.heard, brief_.now.today),
                     each.heard.reflected ? Tone::faint : Tone::warning);
      text += digest(each.heard.text, kTwoLines) + age;
      items.items.push_back({.text = std::move(text), .aside = {}, .below = {}, .lead = {}});
    }
    page_.add(std::move(items));
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
    const std::span<const Promise> front = first(brief_.promises, kPromises);
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
    page_.add(section(
        "Open promises",
        some_of(brief_.promises.size(), kPromises,
                fmt::format("stead promises {}{}", contact_.is_org() ? "org:" : "", contact_.id))));
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
    page_.add(std::move(items));
  }

  /// `migration estimate, to Ana Ruiz, due Fri 2026-07-31, 3 days late, not told yet`.
  Text promise_text(const Promise& promise, std::string_view whose) const {
    Text rest;
    const std::string& other = promise.other_side();
    if (!is_them(other)) {
      rest += (promise.is_follow_up() ? ", "
               : promise.is_mine()    ? ", to "
                                      : ", from ") +
              digest(name(other), kName);
    }
    if (promise.due) rest += ", " + due_words(promise, brief_.now);
    if (promise.told.empty() && needs_telling(promise, brief_.now)) {
      rest += Text(promise.is_mine() ? ", not told yet" : ", you were not told", Tone::warning);
    }
    return beside(promise.text, Text(whose) + "  " + rest) + rest;
  }

  void talks() {
    if (brief_.talks.empty()) return;
    page_.add(section("Last talks"));
    Items items;
    for (Interaction talk : brief_.talks) {
      const std::string said = std::exchange(talk.text, {});
      const std::string date = long_date(talk.at);
      Text text = digest(happened(brief_.names, talk, contact_.id).plain(), kShort);
      if (!talk.by.empty() && talk.by != "me") {
        text += (text.empty() ? "by " : ", by ") + digest(name(talk.by), kName);
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
    page_.add(std::move(items));
  }

  const Brief& brief_;
  const Contact& contact_;
  Document page_;
};

}  // namespace

Document to_document(const Brief& brief) { return BriefPage(brief).take(); }

}  // namespace stead
