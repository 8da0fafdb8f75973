#include "reports/card_words.h"
#include "stead/calendar_words.h"
#include "stead/phrases.h"
#include "stead/promise_list.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace stead {
namespace {

using Stage = ListedPromise::Stage;
using Side = PromiseListRequest::Side;

struct StageTitle {
  Stage stage;
  std::string_view title;
};

constexpr std::array<StageTitle, 6> kStages{{{Stage::late, "Late"},
                                             {Stage::today, "Today"},
                                             {Stage::this_week, "This week"},
                                             {Stage::later, "Later"},
                                             {Stage::undated, "No date"},
                                             {Stage::closed, "Closed"}}};

Text whose(const ListedPromise& listed) {
  const std::string_view before = listed.promise.is_follow_up() ? "about "
                                  : listed.promise.is_mine()    ? "to "
                                                                : "from ";
  return Text(before, Tone::faint) + Text(listed.who, Tone::strong) + Text(": ", Tone::faint);
}

Text outcome(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  if (promise.status == "broken") return Text("broken", Tone::bad);
  if (promise.status != "kept") {
    Text ended(promise.status, Tone::faint);
    if (!listed.timing || listed.timing->on_time || promise.is_follow_up()) return ended;
    return ended + Text(", " + in_words(*listed.timing), Tone::warning);
  }
  if (promise.is_follow_up()) return Text("done", Tone::good);
  if (!listed.timing) return Text("kept", Tone::good);
  return Text("kept " + in_words(*listed.timing),
              listed.timing->on_time ? Tone::good : Tone::warning);
}

Text date_of(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  if (listed.stage == Stage::closed) {
    if (!promise.closed) return outcome(listed);  // a fault, which `check` names
    return outcome(listed) + Text(", " + long_date(*promise.closed), Tone::faint);
  }
  if (!promise.due) return {};
  const Tone tone = listed.stage == Stage::late    ? Tone::bad
                    : listed.stage == Stage::today ? Tone::warning
                                                   : Tone::plain;
  const std::string date = long_date(*promise.due);
  if (listed.days_late == 0) return Text(date, tone);
  return Text(fmt::format("{}, {} late", date, counted_days(listed.days_late)), tone);
}

/// How it went on: what was done of it, and what the other side was told.
void add_course(Item& item, const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  for (const Part& part : promise.parts) {
    item.below.emplace_back("done " + long_date(part.on) + ": " + part.text, Tone::faint);
  }
  for (const std::string& each : told_words(promise)) {
    item.below.emplace_back(told_label(promise) + " " + each, Tone::faint);
  }
  if (listed.needs_telling && listed.told == Telling::never) {
    item.below.emplace_back(untold_words(promise), Tone::faint);
  }
}

Item item_of(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  const std::vector<Text> lines = lines_of(promise.text);
  Item item{.text = whose(listed) + (lines.empty() ? Text() : lines.front()),
            .aside = date_of(listed),
            .lead = Text(promise.id, Tone::code)};
  if (!listed.for_whom.empty() && !listed.for_their_org)
    item.text += Text(", for " + listed.for_whom, Tone::faint);
  if (!listed.owner.empty())
    item.text += Text(", in the place of " + listed.owner_name, Tone::faint);
  if (promise.every) item.text += Text(", " + every(*promise.every), Tone::faint);
  if (lines.size() > 1) item.below.assign(lines.begin() + 1, lines.end());
  add_course(item, listed);
  return item;
}

std::string endings(const SideSums& sums) {
  const std::string kept = counts({{sums.kept_early, "early"},
                                   {sums.kept_on_the_day, "on the day"},
                                   {sums.kept_late, "late"},
                                   {sums.kept_undated, "without a date"}});
  return counts(
      {{sums.kept(), "kept" + in_brackets(kept)},
       {sums.released, "no longer wanted" + in_brackets(counts({{sums.released_late, "late"}}))},
       {sums.broken, "broken"},
       {sums.open, "open" + in_brackets(counts({{sums.late, "late"}}))}});
}

/// `2.5 days later`, `1 day nearer`, `to the same day`.
std::string median_in_words(const SideSums& sums) {
  const double days = *sums.median_days;
  if (days == std::trunc(days)) return moved_in_words(static_cast<int>(days));
  return fmt::format("{:g} days {}", std::abs(days), days > 0 ? "later" : "nearer");
}

std::string moves(const SideSums& sums) {
  std::string text =
      sums.moves == 1 ? "date moved once" : fmt::format("dates moved {} times", sums.moves);
  if (!sums.median_days) return text;
  text += ", " + moved_in_words(sums.days_moved);
  return sums.moves == 1 ? text : text + " in all, the median " + median_in_words(sums);
}

Field sums_field(std::string_view label, const SideSums& sums) {
  Field field{.label = Text(label), .values = {Text(endings(sums))}};
  if (sums.to_tell() > 0) {
    field.values.emplace_back(fmt::format("of {} late, broken or moved: {}", sums.to_tell(),
                                          counts({{sums.told_in_time, "told in time"},
                                                  {sums.told_late, "told late"},
                                                  {sums.never_told, "never told"}})));
  }
  if (sums.moves > 0) field.values.emplace_back(moves(sums));
  return field;
}

void add_sums(Document& document, const PromiseList& list) {
  if (!list.sums) return;
  Fields fields;
  const auto add = [&](Side other, std::string_view label, const SideSums& sums) {
    if (list.side != other && sums.all() > 0) fields.fields.push_back(sums_field(label, sums));
  };
  add(Side::theirs, "yours", list.sums->mine);
  add(Side::mine, "theirs", list.sums->theirs);
  if (fields.fields.empty()) return;
  const Text wider = list.sums_have_more ? Text("of every date", Tone::faint) : Text();
  document.add(section("In sum", wider)).add(std::move(fields));
}

std::string heading_of(const PromiseList& list) {
  if (list.side == Side::theirs) return list.closed ? "Closed promises to you" : "Promised to you";
  return list.closed ? "Closed promises" : "Promises";
}

std::string nothing_in(const PromiseList& list) {
  if (list.narrowed) return "No promise fits.";
  if (list.closed) return "No promise was closed yet.";
  switch (list.side) {
    case Side::both: return "No promise is open.";
    case Side::mine: return "You have promised nothing that is open.";
    case Side::theirs: return "Nobody has promised you anything that is open.";
  }
  return {};
}

/// A section with those of the list that are wanted; nothing where there are none.
template <typename IsWanted>
void add_items(Document& document, const PromiseList& list, std::string_view heading,
               IsWanted is_wanted) {
  Items items;
  for (const ListedPromise& each : list.promises) {
    if (is_wanted(each)) items.items.push_back(item_of(each));
  }
  if (items.items.empty()) return;
  if (!heading.empty()) document.add(section(std::string(heading), items.items.size()));
  document.add(std::move(items));
}

}  // namespace

Document to_document(const PromiseList& list) {
  Document document;
  const std::size_t count = list.count();
  document.add(title(heading_of(list), count == 0 ? "" : fmt::format("{}", count)));
  if (count == 0) document.add(Paragraph{nothing_in(list)});
  for (const StageTitle& name : kStages) {
    const auto is_there = [&](const ListedPromise& each) {
      return !each.promise.is_follow_up() && each.stage == name.stage;
    };
    add_items(document, list, list.closed ? "" : name.title, is_there);
  }
  add_items(document, list, "Come back to",
            [](const ListedPromise& each) { return each.promise.is_follow_up(); });
  add_sums(document, list);
  return document;
}

Table to_table(const PromiseList& list) {
  Table table;
  for (const char* name :
       {"id", "by", "to", "who", "for", "text", "made", "due", "when", "status", "closed", "told",
        "moves", "days_moved", "needs_telling", "days_late", "every", "owner"}) {
    table.columns.push_back({.title = name, .fit = Fit::whole});
  }
  const auto text = [](const std::optional<When>& when) { return when ? to_string(*when) : ""; };
  for (const ListedPromise& each : list.promises) {
    const Promise& promise = each.promise;
    const std::string_view told = promise.is_follow_up() ? "" : word_of(each.told);
    const std::string_view needs_telling = promise.is_follow_up() ? ""
                                           : each.needs_telling   ? "yes"
                                                                  : "no";
    const bool has_days = each.timing || each.stage == Stage::late;
    const int days_late = each.timing ? each.timing->days : each.days_late;
    const Moves moves = moves_of(promise);
    table.rows.push_back({promise.id, promise.by, promise.to, each.who, promise.for_whom,
                          promise.text, to_string(promise.made), text(promise.due),
                          word_of(each.stage), promise.status, text(promise.closed), told,
                          std::to_string(moves.count), std::to_string(moves.days), needs_telling,
                          has_days ? std::to_string(days_late) : "",
                          promise.every ? to_string(*promise.every) : "", each.owner});
  }
  return table;
}

}  // namespace stead
