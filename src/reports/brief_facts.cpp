#include "reports/brief_facts.h"

#include "reports/card_words.h"
#include "stead/calendar_words.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
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
constexpr std::size_t kOneFact = 69;  // one line behind a label

/// The first of some words, and that there are more.
Text first_words(const std::vector<std::string>& words, std::size_t most) {
  return digest(fmt::format("{}", fmt::join(first(words, most), ", ")), kList) +
         more_than(most, words.size());
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

/// Finds what there is to say, in the order of the page.
class BriefFacts {
 public:
  BriefFacts(const Brief& brief, const BriefRoom& room)
      : brief_(brief), contact_(brief.contact), room_(room) {}

  Fields make() const {
    std::vector<Fact> facts = known();
    // Whoever is to be away has that line in the place of the note of who is.
    const bool is_to_be_away = brief_.away && !is_away(brief_);
    const std::size_t most = room_.facts + (is_to_be_away ? 1 : 0);
    std::vector<Fact> left;
    while (facts.size() + (left.empty() ? 0 : 1) > most) {
      const auto last = std::ranges::max_element(facts, {}, &Fact::rank);
      left.push_back(std::move(*last));
      facts.erase(last);
    }
    if (!left.empty()) facts.push_back({"more", more_facts(left), 0});
    Fields fields;
    for (Fact& fact : facts) fields.fields.push_back({fact.label, {std::move(fact.text)}});
    return fields;
  }

 private:
  std::string name(std::string_view handle) const { return called(brief_.names, handle); }

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
    if (brief_.away && !is_away(brief_)) add("away", absence_words(brief_, room_), 0);
    add("tags", first_words(contact_.tags, kValues), 12);
    if (!contact_.client_of.empty()) add("client of", Text(name(contact_.client_of)), 10);
    add("people", people(), 5);
    add("note", digest(contact_.note, kNote), 11);
    add("answers", answers(), 7, "stead who waits");
    add("in touch", in_touch(), 4);
    add("cover", cover(), 3, "stead who covers");
    add("help", help(), 6, "stead balance");
    return facts;
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
        room_.one_line ? std::max(room_.front, kOneFact - std::min(taken, kOneFact)) : kList;
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
    for (const HelpSum& sum : first(newest, kKindsOfHelp)) kinds.push_back(help_words(sum));
    Text text(fmt::format("{}", fmt::join(kinds, "; ")));
    if (newest.size() <= kKindsOfHelp) return text;
    return text + more_than(kKindsOfHelp, newest.size()) + ": " +
           Text("stead balance " + contact_.id, Tone::code);
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
