#include "reports/done.h"
#include "reports/page_words.h"
#include "stead/sort_by.h"

#include <fmt/format.h>

#include <algorithm>
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
                (done.contacts == 1 ? std::string("once") : count_of(done.contacts, "time")) +
                " with " + count_of(done.people, "person", "people") + ".";
  if (mine > 0) text += " You kept " + count_of(mine, "promise") + ".";
  if (theirs > 0) text += " Others kept " + count_of(theirs, "promise") + " to you.";
  return text;
}

}  // namespace

void add_done(Document& document, const Done& done, std::size_t most) {
  const std::vector<DoneRow> rows = rows_of(done);
  document.add(section("Done", own(words(done.period))));
  if (rows.empty()) {
    document.add(Paragraph{Text("Nothing is in the book.", Tone::faint)});
    return;
  }
  document.add(Paragraph{Text(figures(done), Tone::faint)});
  const std::size_t shown_rows = shown_of(rows.size(), most);
  Items items;
  for (std::size_t i = 0; i < shown_rows; ++i) {
    items.items.push_back({.text = rows[i].text,
                           .aside = {},
                           .below = {},
                           .lead = Text(long_date(rows[i].day), Tone::faint)});
  }
  document.add(std::move(items));
  if (shown_rows == rows.size()) return;
  const std::string days =
      fmt::format("{}..{}", to_string(done.period.first), to_string(done.period.last));
  document.add(Paragraph{more(rows.size() - shown_rows, "stead timeline " + days)});
}

}  // namespace stead
