#include "reports/done.h"
#include "reports/page_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/sort_by.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace stead {
namespace {

std::string people(const DoneInteraction& done) {
  std::string text;
  for (std::size_t i = 0; i < done.names.size(); ++i) {
    text += i == 0 ? "" : i + 1 == done.names.size() ? " and " : ", ";
    text += done.names[i];
  }
  return text;
}

/// `call with Ana Ruiz`, `mail from Bo Lind`, `favour to Cem Ay`.
std::string what_was_done(const DoneInteraction& done) {
  std::string what = !done.deed.empty() ? done.deed : done.via.empty() ? "contact" : done.via;
  if (done.deed == "even") what = "settled";
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
         people(done);
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
  sort_by(rows, [](const DoneRow& row) { return row.day; });
  return rows;
}

std::string figures(const Done& done) {
  const auto kept = [&done](bool mine) {
    return static_cast<std::size_t>(std::ranges::count_if(
        done.kept,
        [mine](const ClosedPromise& each) { return each.mine == mine && !each.follow_up; }));
  };
  const std::size_t mine = kept(true);
  const std::size_t theirs = kept(false);
  std::string text =
      done.contacts == 0
          ? "In contact with nobody."
          : "In contact " +
                (done.contacts == 1 ? std::string("once") : counted(done.contacts, "time")) +
                " with " + counted(done.people, "person", "people") + ".";
  if (mine > 0) text += " You kept " + counted(mine, "promise") + ".";
  if (theirs > 0) text += " Others kept " + counted(theirs, "promise") + " to you.";
  return text;
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

}  // namespace

void add_done(Document& document, const Done& done, std::size_t most) {
  const std::vector<DoneRow> rows = rows_of(done);
  document.add(section("Done", own(long_period(done.period))));
  if (rows.empty()) {
    document.add(Paragraph{Text("Nothing is in the book.", Tone::faint)});
    return;
  }
  const std::string all = "stead timeline " + typed(done.period);
  const std::size_t shown_rows = shown_of(rows.size(), most);
  Text in_figures(figures(done), Tone::faint);
  if (shown_rows == 0) in_figures += Text(" Day by day: ", Tone::faint) + command(all);
  document.add(Paragraph{in_figures});
  if (done.contacts > 0) document.add(heat_strip(done));
  if (shown_rows == 0) return;
  Items items;
  for (std::size_t i = 0; i < shown_rows; ++i) {
    items.items.push_back({.text = rows[i].text,
                           .aside = {},
                           .below = {},
                           .lead = Text(long_date(rows[i].day), Tone::faint)});
  }
  document.add(std::move(items));
  if (shown_rows == rows.size()) return;
  document.add(Paragraph{more(rows.size() - shown_rows, all)});
}

}  // namespace stead
