#include "reports/brief_facts.h"
#include "reports/brief_parts.h"
#include "reports/card_words.h"
#include "reports/one_screen.h"
#include "stead/brief.h"
#include "stead/calendar_words.h"
#include "stead/heard_age.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace stead {
namespace {

constexpr std::size_t kMostCommands = 2;
constexpr std::size_t kOneLine = 50;
constexpr std::size_t kTwoLines = 80;
constexpr std::size_t kIndent = 2;
// The columns that a page is made for: in more, no text is set.
constexpr std::size_t kNarrowest = 50;
constexpr std::size_t kWidest = 96;

/// From everything down to what fits on a screen whatever there is: the first page that fits is
/// shown.
constexpr std::array kBriefRooms = {
    kWholeBrief,
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

/// Beside a heading: how many of a list are shown, and the command for all.
Text some_of(std::size_t all, std::size_t most, const std::string& command) {
  if (all <= most) return {};
  return Text(fmt::format("{} of {}: ", most, all), Tone::faint) + Text(command, Tone::code);
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
  std::string whole_page() const { return "stead brief " + contact_.id + " --format md"; }

  /// On one line where there is room for no more.
  Text held(const Text& text, std::size_t width) const {
    return room_.one_line ? fitted(text, width) : text;
  }

  /// The front of a text that has a line of a list together with `rest`.
  Text beside(std::string_view text, const Text& rest) const {
    const std::size_t taken = columns(shown(rest.plain()));
    const std::size_t line = room_.columns - 2 * kIndent;
    return digest(text, std::max(room_.front, taken < line ? line - taken : 0));
  }

  /// Adds a list; its leads are as wide as the widest.
  void add_items(Items items) {
    std::size_t left = kIndent;
    for (const Item& item : items.items) {
      if (item.lead.empty()) continue;
      left = std::max(left, kIndent + columns(shown(item.lead.plain())) + kIndent);
    }
    for (Item& item : items.items) item.text = held(item.text, room_.columns - left);
    page_.add(std::move(items));
  }

  void head() {
    std::vector<Text> aside;
    if (!contact_.title.empty()) aside.push_back(digest(contact_.title, room_.up_to(kOneLine)));
    if (!contact_.org.empty()) aside.emplace_back(name(contact_.org));
    if (contact_.is_org()) aside.emplace_back("organisation");
    if (room_.one_line && contact_.archived) aside.insert(aside.begin(), archived());
    const Text name = held(contact_.name, room_.columns / 2);
    const std::size_t left =
        room_.columns - kIndent - std::min(columns(shown(name.plain())), room_.columns / 2);
    page_.add(title(name, held(joined(aside), left)));
  }

  Text archived() const { return "archived since " + long_date(*contact_.archived); }

  void notes() {
    if (contact_.archived && !room_.one_line) page_.add(Note{archived()});
    if (is_away(brief_)) {
      page_.add(Note{held(Text("away ") + absence_words(brief_, room_), room_.columns - kIndent)});
    }
    for (const Waiting& each : first(brief_.waiting, most_waiting())) page_.add(note_of(each));
  }

  /// Of two both are shown where there is room, of more the first.
  std::size_t most_waiting() const {
    const bool has_room_for_both = brief_.waiting.size() == 2 && !room_.one_line;
    return room_.up_to(has_room_for_both ? 2 : 1);
  }

  /// `Ana Ruiz waits for your answer since Mon 2026-07-06, 18d over (1 of 3: stead who waits
  /// acme)`.
  Text waiting_text(const Waiting& waiting, std::size_t most_of_name, const char* waits) const {
    Text text = is_them(waiting.who) ? Text() : digest(waiting.name, most_of_name) + " ";
    text += waits;
    if (!room_.one_line) text += " since " + long_date(waiting.at.day);
    if (waiting.urgent) text += ", urgent";
    const Text until = until_words(waiting, brief_.now.today, brief_.working_day);
    if (!until.empty()) text += ", " + until;
    const std::size_t all = brief_.waiting.size();
    if (all <= most_waiting()) return text;
    return text + fmt::format(" (1 of {}: ", all) +
           Text("stead who waits " + contact_.id, Tone::code) + ")";
  }

  Note note_of(const Waiting& waiting) const {
    const auto width_of = [](const Text& text) { return columns(shown(text.plain())); };
    const std::size_t line = room_.columns - kIndent;
    Text text = waiting_text(waiting, room_.name, "waits for your answer");
    if (room_.one_line && width_of(text) > line) text = waiting_text(waiting, room_.front, "waits");
    if (waiting.text.empty()) return {text, Tone::bad};
    const Text said = ": " + digest(waiting.text, room_.up_to(kOneLine));
    if (!room_.one_line) return {text + said, Tone::bad};
    const std::size_t left = line - std::min(width_of(text), line);
    return {left < room_.front ? text : text + held(said, left), Tone::bad};
  }

  void facts() {
    Fields fields = brief_facts(brief_, room_);
    if (fields.fields.empty()) return;
    page_.add(std::move(fields));
  }

  void matters() {
    if (brief_.heard.empty()) return;
    page_.add(
        section("What matters", some_of(brief_.heard.size(), room_.heard, commands_for_heard())));
    Items items;
    for (const BriefHeard& each : first(brief_.heard, room_.heard)) {
      Text text = is_them(each.who) ? Text() : digest(name(each.who), room_.name) + ": ";
      const Text age(", " + heard_age(each.heard, brief_.now.today),
                     each.heard.reflected ? Tone::faint : Tone::warning);
      text += room_.one_line ? beside(each.heard.text, text + age)
                             : digest(each.heard.text, room_.up_to(kTwoLines));
      text += age;
      items.items.push_back({.text = std::move(text),
                             .aside = {},
                             .below = lines_below(each.heard.text),
                             .lead = {}});
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
    if (commands.size() > kMostCommands) return whole_page();
    return fmt::format("{}", fmt::join(commands, ", "));
  }

  std::vector<Text> lines_below(std::string_view text) const {
    return room_.is_whole() ? lines_behind_first(text) : std::vector<Text>{};
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
    const std::string command =
        fmt::format("stead promises {}{}", contact_.is_org() ? "org:" : "", contact_.id);
    page_.add(section("Open promises", some_of(brief_.promises.size(), room_.promises, command)));
    Items items;
    for (const Promise& promise : shown_promises()) {
      const char* whose = promise.is_follow_up() ? "come back to"
                          : promise.is_mine()    ? "yours"
                                                 : "theirs";
      items.items.push_back({.text = promise_text(promise, whose),
                             .aside = {},
                             .below = lines_below(promise.text),
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
    const Text command("stead timeline " + contact_.id, Tone::code);
    page_.add(section("Last talks", may_be_more ? Text("all: ", Tone::faint) + command : Text()));
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
      items.items.push_back({.text = std::move(text),
                             .aside = {},
                             .below = lines_below(said),
                             .lead = {date, Tone::faint}});
    }
    add_items(std::move(items));
  }

  const Brief& brief_;
  const Contact& contact_;
  const BriefRoom& room_;
  Document page_;
};

}  // namespace

Document to_document(const Brief& brief) { return BriefPage(brief, kWholeBrief).take(); }

Document on_one_screen(const Brief& brief, std::size_t columns) {
  Document page;
  for (BriefRoom room : kBriefRooms) {
    room.columns = std::clamp(columns, kNarrowest, kWidest);
    page = BriefPage(brief, room).take();
    if (screen_rows(page, room.columns) <= kScreenRows) break;
  }
  return page;
}

}  // namespace stead
