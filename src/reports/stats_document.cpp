#include "reports/page_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/stats.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// Of tags and other words there may be many.
constexpr std::size_t kMostNames = 8;

std::int64_t length(std::size_t count) { return static_cast<std::int64_t>(count); }

Bars bars_of_names(const std::vector<NamedCount>& counts, std::size_t most) {
  Bars bars;
  for (std::size_t i = 0; i < shown_of(counts.size(), most); ++i) {
    const NamedCount& each = counts[i];
    bars.bars.push_back({.label = each.name.empty() ? own("not said", Tone::faint) : each.name,
                         .value = length(each.count),
                         .text = fmt::format("{}", each.count)});
  }
  return bars;
}

void add_people_figures(Document& document, const Stats& stats) {
  const PeopleFigures& figures = stats.people;
  document.add(section("In the book", figures.people + figures.orgs));
  const std::string words =
      counts({{figures.people, figures.people == 1 ? "person" : "people"},
              {figures.orgs, figures.orgs == 1 ? "organisation" : "organisations"},
              {figures.archived, "archived beside"}});
  document.add(Paragraph{Text(words.empty() ? "Nobody." : words + ".")});
  if (figures.tags.empty()) return;
  document.add(bars_of_names(figures.tags, kMostNames));
  const std::size_t left = figures.tags.size() - shown_of(figures.tags.size(), kMostNames);
  if (left > 0) document.add(Paragraph{more(left, "stead list --group tag")});
}

Stacks directions_of(const Stats& stats) {
  Stacks stacks{{{"both ways", Tone::accent}, {"from you", Tone::good}, {"from them", Tone::faint}},
                {}};
  for (std::size_t i = 0; i < stats.contacts.by_step.size(); ++i) {
    const ContactCounts& counts = stats.contacts.by_step[i];
    stacks.stacks.push_back(
        {stats.steps.name(i),
         {length(counts.both), length(counts.from_me), length(counts.from_them)}});
  }
  return stacks;
}

void add_contact_figures(Document& document, const Stats& stats) {
  const ContactFigures& figures = stats.contacts;
  document.add(section("In contact", figures.counts.all()));
  std::string words = figures.counts.all() == 0
                          ? "No contact."
                          : fmt::format("With {}.", counted(figures.people, "contact of yours",
                                                            "of your contacts"));
  if (figures.notes > 0) words += fmt::format(" {} beside.", counted(figures.notes, "note"));
  if (figures.by_others > 0) {
    words += fmt::format(" Stand-ins were in contact {}.", times(figures.by_others));
  }
  document.add(Paragraph{Text(words)});
  if (figures.counts.all() == 0) return;
  document.add(bars_of_names(figures.kinds, kMostNames));
  const std::size_t left = figures.kinds.size() - shown_of(figures.kinds.size(), kMostNames);
  if (left > 0) document.add(Paragraph{more(left, "stead stats --json")});
  const Stacks stacks = directions_of(stats);
  document.add(stacks);
}

std::string words_of_side(const SideSums& sums) {
  const std::string words = counts({{sums.kept_early + sums.kept_on_the_day, "kept on time"},
                                    {sums.kept_late, "kept late"},
                                    {sums.kept_undated, "kept, without a date"},
                                    {sums.broken, "not delivered"},
                                    {sums.released, "no longer wanted"},
                                    {sums.open - sums.late, "open"},
                                    {sums.late, "open and late"}});
  return words.empty() ? "none" : words;
}

void add_promise_figures(Document& document, const Stats& stats) {
  const PromiseSums& sums = stats.promises;
  document.add(section("Promises", sums.mine.all() + sums.theirs.all()));
  document.add(
      Fields{{{"yours", {words_of_side(sums.mine)}}, {"theirs", {words_of_side(sums.theirs)}}}});
}

void add_answer_figures(Document& document, const Stats& stats) {
  document.add(section("Answers", stats.replies.answered));
  std::string words = in_words(stats.replies, stats.working_day);
  words = words.empty() ? "No question was answered." : "In working time, " + words + ".";
  if (stats.waiting > 0) {
    words += " " + counted(stats.waiting, "question waits", "questions wait") + " now.";
  }
  document.add(Paragraph{Text(words)});
}

void add_cover_figures(Document& document, const Stats& stats) {
  const CoverFigures& cover = stats.cover;
  if (cover.clients == 0) return;
  document.add(section("Your clients today", cover.clients));
  document.add(
      Paragraph{Text(counts({{cover.agreed, "with a stand-in who has agreed"},
                             {cover.offered, "with one who has not yet"},
                             {cover.clients - cover.agreed - cover.offered, "with nobody"}}) +
                     ".")});
}

void add_deed_figures(Document& document, const Stats& stats) {
  if (stats.deeds.empty()) return;
  document.add(section("Help"));
  Table table{{{.title = "Kind"},
               {.title = "Given", .align = Align::right},
               {.title = "Got", .align = Align::right}},
              {}};
  for (const DeedFigures& each : stats.deeds) {
    table.rows.push_back({each.kind, fmt::format("{}", each.gave), fmt::format("{}", each.got)});
  }
  document.add(std::move(table));
}

/// The rows of `to_table`.
class FigureTable {
 public:
  void add(const char* part, const std::string& figure, std::size_t count) {
    table_.rows.push_back({part, figure, fmt::format("{}", count)});
  }
  void add(const char* part, const SideSums& sums) {
    add(part, "kept_early", sums.kept_early);
    add(part, "kept_on_the_day", sums.kept_on_the_day);
    add(part, "kept_late", sums.kept_late);
    add(part, "kept_undated", sums.kept_undated);
    add(part, "released", sums.released);
    add(part, "released_late", sums.released_late);
    add(part, "broken", sums.broken);
    add(part, "open", sums.open);
    add(part, "late", sums.late);
  }
  Table take() { return std::move(table_); }

 private:
  Table table_{{{.title = "part"}, {.title = "figure"}, {.title = "count", .align = Align::right}},
               {}};
};

}  // namespace

Document to_document(const Stats& stats) {
  Document document;
  document.add(
      title(Text("Figures" + stats.subject.words("of")),
            stats.period ? own(long_period(*stats.period)) : own("all that is in the book")));
  add_people_figures(document, stats);
  add_contact_figures(document, stats);
  add_promise_figures(document, stats);
  add_answer_figures(document, stats);
  add_cover_figures(document, stats);
  add_deed_figures(document, stats);
  return document;
}

Table to_table(const Stats& stats) {
  FigureTable table;
  table.add("contacts", "people", stats.people.people);
  table.add("contacts", "organisations", stats.people.orgs);
  table.add("contacts", "archived", stats.people.archived);
  for (const NamedCount& each : stats.people.tags) table.add("tags", each.name, each.count);
  table.add("interactions", "from_me", stats.contacts.counts.from_me);
  table.add("interactions", "from_them", stats.contacts.counts.from_them);
  table.add("interactions", "both", stats.contacts.counts.both);
  table.add("interactions", "notes", stats.contacts.notes);
  table.add("interactions", "by_others", stats.contacts.by_others);
  for (const NamedCount& each : stats.contacts.kinds) table.add("via", each.name, each.count);
  for (std::size_t i = 0; i < stats.contacts.by_step.size(); ++i) {
    table.add("by_month", stats.steps.name(i), stats.contacts.by_step[i].all());
  }
  table.add("promises_mine", stats.promises.mine);
  table.add("promises_theirs", stats.promises.theirs);
  table.add("replies", "answered", stats.replies.answered);
  table.add("replies", "with_limit", stats.replies.with_limit);
  table.add("replies", "in_time", stats.replies.in_time);
  table.add("replies", "waiting", stats.waiting);
  table.add("cover", "clients", stats.cover.clients);
  table.add("cover", "agreed", stats.cover.agreed);
  table.add("cover", "offered", stats.cover.offered);
  for (const DeedFigures& each : stats.deeds) {
    table.add("gave", each.kind, each.gave);
    table.add("got", each.kind, each.got);
  }
  return table.take();
}

}  // namespace stead
