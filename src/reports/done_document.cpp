#include "reports/done.h"
#include "reports/page_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/sort_by.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace stead {
namespace {

/// `call with Ana Ruiz`, `mail from Bo Lind`, `favour to Cem Ay`, `referral of Delta GmbH from
/// Ana`.
std::string what_was_done(const DoneInteraction& done) {
  std::string what = !done.deed.empty() ? done.deed : done.via.empty() ? "contact" : done.via;
  if (done.deed == "even") what = "settled";
  if (!done.about_names.empty()) what += " of " + in_a_row(done.about_names);
  if (!done.by.empty()) what = fmt::format("{}: {}", done.by, what);
  const bool from_them = done.deed.empty() ? done.from == "them" : !done.gave;
  const bool to_them = done.deed.empty() ? done.from == "me" : done.gave;
  if (done.names.empty()) return what;
  const bool about = done.deed.empty() && done.via == "note";
  return what +
         (done.deed == "even" ? " with "
          : about             ? " on "
          : from_them         ? " from "
          : to_them           ? " to "
                              : " with ") +
         in_a_row(done.names);
}

/// What was done, with the promises that were closed in between, by day.
struct DoneRow {
  Day day;
  Text text;
};

/// `kept`, `Bo Lind kept`, `not delivered`: how a promise ended.
Text ending_of(const ClosedPromise& promise) {
  if (promise.status == "kept") {
    return {promise.follow_up ? "done"
            : promise.mine    ? "kept"
                              : promise.name + " kept",
            Tone::good};
  }
  if (promise.follow_up) return promise.status == "broken" ? "not done" : "dropped";
  return promise.status == "broken" ? Text("not delivered", Tone::warning) : "no longer wanted";
}

Text closed_words(const ClosedPromise& promise) {
  Text text = ending_of(promise) + ": " + Text(promise.text);
  const bool is_named = promise.status == "kept" && !promise.mine;
  if (promise.name.empty() || is_named) return text;
  return text +
         (promise.follow_up ? ", about "
          : promise.mine    ? ", to "
                            : ", from ") +
         Text(promise.name);
}

/// `Delta GmbH, sent by Ana Ruiz`
std::string words_for(const WonReferral& won) {
  std::string whom = won.about.empty() ? "a referral" : in_a_row(won.about);
  if (won.with.empty()) return whom;
  return whom + (won.gave ? ", whom you sent to " : ", sent by ") + in_a_row(won.with);
}

std::vector<DoneRow> rows_of(const Done& done) {
  std::vector<DoneRow> rows;
  for (const DoneInteraction& interaction : done.interactions) {
    Text text(what_was_done(interaction), Tone::strong);
    if (!interaction.text.empty()) text += ": " + Text(interaction.text);
    rows.push_back({interaction.at.day, text});
  }
  for (const auto* closed : {&done.kept, &done.ended}) {
    for (const ClosedPromise& each : *closed) {
      rows.push_back({each.closed.day, closed_words(each)});
    }
  }
  for (const WonReferral& won : done.won) {
    rows.push_back({won.on, Text("became work: ", Tone::good) + Text(words_for(won))});
  }
  sort_by(rows, [](const DoneRow& row) { return row.day; });
  return rows;
}

/// How the promises of one side ended; follow-ups are none.
struct Endings {
  std::size_t in_time = 0;  ///< Or without a date.
  std::size_t late = 0;
  std::size_t broken = 0;
  std::size_t released = 0;

  std::size_t kept() const { return in_time + late; }
};

Endings endings_of(const Done& done, bool mine) {
  Endings endings;
  const auto is_counted = [mine](const ClosedPromise& each) {
    return each.mine == mine && !each.follow_up;
  };
  for (const ClosedPromise& each : done.kept) {
    if (!is_counted(each)) continue;
    ++(each.timing && !each.timing->on_time ? endings.late : endings.in_time);
  }
  for (const ClosedPromise& each : done.ended) {
    if (is_counted(each)) ++(each.status == "broken" ? endings.broken : endings.released);
  }
  return endings;
}

/// ` You kept 2 promises (1 late).`, ` Your promises: 1 kept, 1 not delivered.`, or nothing.
std::string words_for(const Endings& endings, bool mine) {
  const std::string late =
      endings.late == 0 ? "" : in_brackets(std::to_string(endings.late) + " late");
  const std::string others =
      counts({{endings.broken, "not delivered"}, {endings.released, "no longer wanted"}});
  if (others.empty()) {
    if (endings.kept() == 0) return {};
    const std::string kept = counted(endings.kept(), "promise");
    return mine ? fmt::format(" You kept {}{}.", kept, late)
                : fmt::format(" Others kept {} to you{}.", kept, late);
  }
  const std::string kept =
      endings.kept() == 0 ? "" : fmt::format("{} kept{}, ", endings.kept(), late);
  return fmt::format(" {}: {}{}.", mine ? "Your promises" : "Promised to you", kept, others);
}

std::string words_for_help(const Done& done) {
  if (done.gave > 0 && done.got > 0) {
    return fmt::format(" You helped {}, and were helped {}.", times(done.gave), times(done.got));
  }
  if (done.gave > 0) return fmt::format(" You helped {}.", times(done.gave));
  return done.got > 0 ? fmt::format(" You were helped {}.", times(done.got)) : "";
}

/// ` Became work: Delta GmbH, sent by Ana Ruiz.`, or nothing.
std::string words_for_won(const std::vector<WonReferral>& won) {
  constexpr std::size_t kMostNamed = 3;
  if (won.empty()) return {};
  if (won.size() > kMostNamed) return fmt::format(" {} referrals became work.", won.size());
  std::string text = " Became work";
  const char* separator = ": ";
  for (const WonReferral& each : won) {
    text += separator + words_for(each);
    separator = "; ";
  }
  return text + '.';
}

std::string figures(const Done& done, int working_day) {
  std::string text = done.contacts == 0
                         ? "In contact with nobody."
                         : fmt::format("In contact {} with {}.", times(done.contacts),
                                       counted(done.people, "person", "people"));
  text += words_for(endings_of(done, true), true) + words_for(endings_of(done, false), false);
  if (std::string replies = in_words(done.replies, working_day); !replies.empty()) {
    replies.front() = 'Y';
    text += ' ' + replies + '.';
  }
  text += words_for_help(done);
  text += words_for_won(done.won);
  return text;
}

/// How my promises ended, where there is something to compare.
void add_endings(Document& document, const Done& done) {
  constexpr std::size_t kFew = 3;
  const Endings mine = endings_of(done, true);
  Bars bars;
  const auto add = [&](const char* label, std::size_t count, Tone tone) {
    if (count == 0) return;
    bars.bars.push_back({.label = label,
                         .value = static_cast<std::int64_t>(count),
                         .text = std::to_string(count),
                         .tone = tone});
  };
  add("kept in time", mine.in_time, Tone::good);
  add("kept late", mine.late, Tone::warning);
  add("not delivered", mine.broken, Tone::bad);
  add("no longer wanted", mine.released, Tone::faint);
  const std::size_t all = mine.kept() + mine.broken + mine.released;
  if (bars.bars.size() < 2 || all < kFew) return;
  document.add(section("How your promises ended", all));
  document.add(std::move(bars));
}

/// A day or more with how often there was contact then.
struct Stretch {
  std::string name;
  std::size_t contacts = 0;
};

/// What the days of a period are put together to, so that there is a line or two of them.
enum class By { day, week, month, year };

By stretch_for(Period period) {
  const Days days = period.last - period.first + Days(1);
  if (days <= Days(14)) return By::day;
  if (days <= Days(14 * 7)) return By::week;
  return days <= Days(366) ? By::month : By::year;
}

std::string name_of(Day day, By by) {
  constexpr std::size_t kYear = 4;  // of `2026-08-03` and `2026-W32`
  switch (by) {
    case By::day: return std::string(weekday_name(day));
    case By::week: return to_string(iso_week(day)).substr(kYear + 1);
    case By::month: return to_string(day).substr(0, kYear + 3);
    case By::year: return to_string(day).substr(0, kYear);
  }
  return {};
}

/// All from the first to the last of a period; of years, those that had contact.
std::vector<Stretch> stretches_of(const Done& done) {
  const By by = stretch_for(done.period);
  std::vector<Stretch> stretches;
  const auto add = [&](Day day, std::size_t contacts) {
    std::string name = name_of(day, by);
    const bool is_new = stretches.empty() || by == By::day || stretches.back().name != name;
    if (is_new) stretches.push_back({std::move(name), 0});
    stretches.back().contacts += contacts;
  };
  auto next = done.contact_days.begin();
  if (by == By::year) {
    for (const ContactDay& each : done.contact_days) add(each.day, each.contacts);
    return stretches;
  }
  for (Day day = done.period.first; day <= done.period.last; day += Days(1)) {
    const bool had_some = next != done.contact_days.end() && next->day == day;
    add(day, had_some ? (next++)->contacts : 0);
  }
  return stretches;
}

HeatStrip heat_strip(const Done& done) {
  HeatStrip strip;
  for (Stretch& stretch : stretches_of(done)) {
    strip.cells.push_back({std::move(stretch.name), static_cast<std::int64_t>(stretch.contacts)});
  }
  return strip;
}

/// The first of what happened, and where the rest is.
void add_rows(Document& document, const std::vector<DoneRow>& rows, std::size_t shown_rows,
              const std::string& all) {
  Items items;
  for (std::size_t i = 0; i < shown_rows; ++i) {
    items.items.push_back({.text = rows[i].text,
                           .aside = {},
                           .below = {},
                           .lead = Text(long_date(rows[i].day), Tone::faint)});
  }
  document.add(std::move(items));
  if (shown_rows < rows.size()) document.add(Paragraph{more(rows.size() - shown_rows, all)});
}

}  // namespace

void add_done(Document& document, const Done& done, std::size_t most, int working_day) {
  const std::size_t happened = happened_in(done);
  document.add(section("Done", own(long_period(done.period))));
  if (happened == 0) {
    document.add(Paragraph{Text("Nothing is in the book.", Tone::faint)});
    return;
  }
  const std::string all = "stead timeline " + typed(done.period);
  const std::size_t shown_rows = shown_of(happened, most);
  Text in_figures(figures(done, working_day), Tone::faint);
  if (shown_rows == 0) in_figures += Text(" Day by day: ", Tone::faint) + command(all);
  document.add(Paragraph{in_figures});
  if (done.contacts > 0) document.add(heat_strip(done));
  if (shown_rows > 0) add_rows(document, rows_of(done), shown_rows, all);
  add_endings(document, done);
}

}  // namespace stead
