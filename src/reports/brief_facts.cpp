#include "reports/brief_facts.h"

#include "reports/card_words.h"
#include "reports/one_screen.h"
#include "reports/page_words.h"
#include "stead/calendar_words.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace stead {
namespace {

constexpr std::size_t kReach = 2;
constexpr std::size_t kValues = 4;
constexpr std::size_t kDoubts = 2;
constexpr std::size_t kKindsOfHelp = 2;
constexpr std::size_t kNote = 50;
constexpr std::size_t kList = 80;
constexpr std::size_t kLabel = 11;  // the widest, and the gap behind it

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

/// Finds what there is to say, in the order of the page.
class BriefFacts {
 public:
  BriefFacts(const Brief& brief, const BriefRoom& room)
      : brief_(brief), contact_(brief.contact), room_(room) {}

  Fields make() const {
    std::vector<Fact> facts = known();
    // Whoever is to be away has that line in the place of the note of who is.
    const bool is_to_be_away = brief_.away && !is_away(brief_);
    if (!room_.is_whole()) make_way(facts, room_.facts + (is_to_be_away ? 1 : 0));
    Fields fields;
    for (Fact& fact : facts) fields.fields.push_back({fact.label, values_of(std::move(fact))});
    return fields;
  }

 private:
  std::string name(std::string_view handle) const { return called(brief_.names, handle); }

  /// What is known of the contact in a line.
  struct Fact {
    const char* label;
    Text text;
    int rank;                   ///< What has the greatest gives way first.
    Text rest{};                ///< How many more there are, and what shows them; never cut.
    std::vector<Text> below{};  ///< More lines of it.
  };

  /// Takes out what has to give way; the last line names it, and has the command for all of it.
  void make_way(std::vector<Fact>& facts, std::size_t most) const {
    std::vector<Text> left;
    while (facts.size() + 1 > most) {
      const auto last = std::ranges::max_element(facts, {}, &Fact::rank);
      left.emplace_back(last->label);
      facts.erase(last);
    }
    const Text command("stead brief " + contact_.id + " --format md", Tone::code);
    const Text rest = Text(left.empty() ? "all of it: " : "; all of it: ", Tone::faint) + command;
    facts.push_back({.label = "more", .text = joined(left), .rank = 0, .rest = rest});
  }

  std::vector<Text> values_of(Fact fact) const {
    const std::size_t line = room_.columns - kLabel;
    const std::size_t taken = columns(shown(fact.rest.plain()));
    if (room_.one_line) fact.text = fitted(fact.text, line - std::min(taken, line - room_.front));
    std::vector<Text> values{fact.text + fact.rest};
    values.insert(values.end(), fact.below.begin(), fact.below.end());
    return values;
  }

  /// How many of a list are shown; where there are two lines, one more is shown rather than
  /// counted.
  std::size_t shown_of_list(std::size_t count, std::size_t most) const {
    return room_.up_to(room_.one_line ? most : shown_of(count, most));
  }

  /// The first of some words, and what shows the others.
  Fact first_words(const char* label, const std::vector<std::string>& words, std::size_t most,
                   int rank) const {
    most = shown_of_list(words.size(), most);
    return {
        .label = label,
        .text = digest(fmt::format("{}", fmt::join(first(words, most), ", ")), room_.up_to(kList)),
        .rank = rank,
        .rest = more_than(most, words.size(), "stead show " + contact_.id)};
  }

  std::vector<Fact> known() const {
    std::vector<Fact> facts;
    const auto add = [&facts](Fact fact) {
      if (!fact.text.empty()) facts.push_back(std::move(fact));
    };
    add(first_words("phone", contact_.phone, kReach, 1));
    add(first_words("email", contact_.email, kReach, 8));
    add({"clock", clock(), 2});
    if (brief_.away && !is_away(brief_)) add({"away", absence_words(brief_, room_), 0});
    add(first_words("tags", contact_.tags, kValues, 12));
    if (!contact_.client_of.empty()) add({"client of", Text(name(contact_.client_of)), 10});
    add(people());
    add(origin());
    add(note());
    add({"answers", answers(), 7});
    add({"in touch", in_touch(), 4});
    add(cover());
    add(help());
    return facts;
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

  Fact people() const {
    std::vector<std::string> people;
    for (const BriefPerson& person : brief_.people) {
      people.push_back(person.title.empty() ? person.name
                                            : fmt::format("{} ({})", person.name, person.title));
    }
    const std::size_t most = room_.one_line ? kReach : kValues;
    Fact fact = first_words("people", people, most, 5);
    if (!fact.rest.empty()) {
      fact.rest = more_than(most, people.size(), "stead list org:" + contact_.id);
    }
    return fact;
  }

  /// `Ana Ruiz, in May 2026`, or `through Ana Ruiz`.
  Fact origin() const {
    constexpr int kRank = 9;
    if (!brief_.sent_by.empty()) {
      const std::chrono::year_month_day day(brief_.sent->day);
      return {"sent by",
              all_called(brief_.names, brief_.sent_by) +
                  fmt::format(", in {} {}", month_name(static_cast<unsigned>(day.month())),
                              static_cast<int>(day.year())),
              kRank};
    }
    if (brief_.met_through.empty()) return {"met", {}, kRank};
    return {"met", "through " + name(brief_.met_through), kRank};
  }

  Fact note() const {
    Fact fact{"note", digest(contact_.note, room_.up_to(kNote)), 11};
    if (room_.is_whole()) fact.below = lines_behind_first(contact_.note);
    return fact;
  }

  /// `Sam Ortiz, +1 555 0100, not briefed`.
  Fact cover() const {
    Fact fact{"cover", {}, 3};
    if (!brief_.cover) return fact;
    const std::string command = "stead who covers " + brief_.cover->client;
    const Candidate* answer = brief_.cover->answer();
    if (answer == nullptr) {
      fact.text = Text("nobody", Tone::bad);
      fact.rest = ": " + Text(command, Tone::code);
      return fact;
    }
    std::vector<Text> parts{Text(answer->who == "me" ? "you" : answer->name, Tone::strong)};
    if (!answer->phone.empty()) parts.emplace_back(answer->phone.front());
    for (const Doubt doubt : first(answer->doubts, room_.up_to(kDoubts))) {
      parts.emplace_back(words_for(doubt), Tone::warning);
    }
    fact.text = joined(parts);
    fact.rest = more_than(room_.up_to(kDoubts), answer->doubts.size(), command);
    return fact;
  }

  /// The newest kinds of help.
  Fact help() const {
    std::vector<HelpSum> newest = brief_.help;
    sort_by(newest, [](const HelpSum& sum) { return kLastDay - sum.last; });
    std::vector<std::string> kinds;
    const std::size_t most = shown_of_list(newest.size(), kKindsOfHelp);
    for (const HelpSum& sum : first(newest, most)) kinds.push_back(help_words(sum));
    return {.label = "help",
            .text = Text(fmt::format("{}", fmt::join(kinds, "; "))),
            .rank = 6,
            .rest = more_than(most, newest.size(), "stead balance " + contact_.id)};
  }

  const Brief& brief_;
  const Contact& contact_;
  const BriefRoom& room_;
};

}  // namespace

Fields brief_facts(const Brief& brief, const BriefRoom& room) {
  return BriefFacts(brief, room).make();
}

}  // namespace stead
