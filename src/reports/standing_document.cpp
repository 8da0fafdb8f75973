#include "reports/page_words.h"
#include "stead/calendar_words.h"
#include "stead/phrases.h"
#include "stead/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace stead {
namespace {

constexpr std::size_t kMostRows = 20;

std::string of(Share share) { return fmt::format("{} of {}", share.good, share.all); }

/// As it should be, or worth a look.
Tone tone_of(const Figure& figure) {
  return figure.share.good == figure.share.all ? Tone::good : Tone::warning;
}

/// A figure in the words that stand after it: `3 of 4 kept`.
void add_share(std::vector<Text>& parts, const Standing& standing, Figure::Kind kind,
               std::string_view before, std::string_view behind) {
  const Figure* figure = standing.figure(kind);
  if (figure == nullptr) return;
  parts.push_back(Text(before) + Text(of(figure->share), tone_of(*figure)) + Text(behind));
}

std::string told_words(const SideSums& sums) {
  return counts({{sums.told_in_time, "told in time"},
                 {sums.told_late, "told late"},
                 {sums.never_told, "never told"}});
}

/// `2 open, 1 of them late`.
Text open_words(const SideSums& sums) {
  if (sums.open == 0) return {};
  Text open(fmt::format("{} open", sums.open));
  if (sums.late == 0) return open;
  const std::string late = sums.open == 1 ? "and late" : fmt::format("{} of them late", sums.late);
  return open + Text(sums.open == 1 ? " " : ", ") + Text(late, Tone::bad);
}

/// `4 of 5 promises kept (2 early, 1 on the day, 1 late)`.
Text kept_words(const Standing& standing) {
  const SideSums& sums = standing.promises;
  std::vector<Text> parts;
  add_share(parts, standing, Figure::Kind::kept, "",
            " promises kept" + in_brackets(counts({{sums.kept_early, "early"},
                                                   {sums.kept_on_the_day, "on the day"},
                                                   {sums.kept_late, "late"},
                                                   {sums.kept_undated, "without a date"}})));
  parts.push_back(open_words(sums));
  if (sums.released > 0) {
    parts.emplace_back(fmt::format("{} no longer wanted{}", sums.released,
                                   in_brackets(counts({{sums.released_late, "late"}}))));
  }
  return joined(parts, "; ");
}

std::vector<Text> trust(const Standing& standing) {
  std::vector<Text> lines;
  if (Text kept = kept_words(standing); !kept.empty()) lines.push_back(std::move(kept));
  const SideSums& sums = standing.promises;
  if (sums.to_tell() > 0) {
    lines.emplace_back(
        fmt::format("of {} late, broken or moved: {}", sums.to_tell(), told_words(sums)));
  }
  return lines;
}

Text waiting_words(const Standing& standing) {
  if (standing.waiting == 0) return {};
  return {counted(standing.waiting, "question waits", "questions wait") + " for your answer",
          Tone::warning};
}

std::vector<Text> responsiveness(const Standing& standing, int working_day) {
  std::vector<Text> lines;
  if (standing.replies.answered > 0) lines.emplace_back(in_words(standing.replies, working_day));
  if (standing.waiting > 0) lines.push_back(waiting_words(standing));
  if (!lines.empty() && standing.limit) {
    lines.emplace_back("they expect an answer within " + in_words(*standing.limit), Tone::faint);
  }
  return lines;
}

Text last_words(const Standing& standing, Day today) {
  if (!standing.last) return {"no contact yet", Tone::warning};
  const auto days = static_cast<int>((today - standing.last->day).count());
  std::string text = "the last time " + long_date(standing.last->day);
  if (days > 0) text += ", " + length_of(days) + " ago";
  const bool is_over = standing.cadence && add(standing.last->day, standing.cadence->every) < today;
  return {text, is_over ? Tone::warning : Tone::plain};
}

std::vector<Text> attention(const Standing& standing, Day today) {
  std::vector<Text> lines;
  if (standing.cadence) {
    std::vector<Text> parts;
    add_share(parts, standing, Figure::Kind::in_touch, "in time ", " times in two years");
    const Text kept = joined(parts);
    lines.push_back(Text(in_words(*standing.cadence)) + (kept.empty() ? kept : ": " + kept));
    lines.push_back(last_words(standing, today));
  } else if (standing.last) {
    lines.push_back(last_words(standing, today));
  }
  add_share(lines, standing, Figure::Kind::said_back, "", " things you heard said back");
  return lines;
}

std::vector<Text> generosity(const Standing& standing) {
  std::vector<Text> lines;
  if (standing.gave > 0) {
    lines.emplace_back(
        "you helped them " + times(standing.gave) +
        in_brackets(counts({{standing.credit, "credit"}, {standing.unasked, "unasked"}})));
  }
  if (standing.got == 0) return lines;
  std::vector<Text> thanked;
  add_share(thanked, standing, Figure::Kind::thanked, "; you thanked them for ", "");
  lines.push_back(Text("they helped you " + times(standing.got)) + joined(thanked));
  return lines;
}

std::vector<Text> for_them(const Standing& standing) {
  std::vector<Text> lines;
  add_share(lines, standing, Figure::Kind::went_well, "it went well ", " times");
  return lines;
}

/// What is known in a line or two, by its four kinds.
Text summary(const Standing& standing) {
  std::vector<Text> trust;
  add_share(trust, standing, Figure::Kind::kept, "", " promises kept");
  const SideSums& sums = standing.promises;
  trust.push_back(open_words(sums));
  trust.emplace_back(counts({{sums.told_late, "told late"}, {sums.never_told, "never told"}}));
  std::vector<Text> answers;
  add_share(answers, standing, Figure::Kind::answered, "answered ", " in time");
  answers.push_back(waiting_words(standing));
  std::vector<Text> attention;
  add_share(attention, standing, Figure::Kind::in_touch, "in touch in time ", "");
  add_share(attention, standing, Figure::Kind::said_back, "said back ", "");
  std::vector<Text> help;
  if (standing.gave > 0) help.emplace_back("helped them " + times(standing.gave));
  if (standing.got > 0) {
    help.emplace_back((standing.gave > 0 ? "they you " : "they helped ") + times(standing.got));
  }
  add_share(help, standing, Figure::Kind::went_well, "went well ", "");
  return joined({joined(trust), joined(answers), joined(attention), joined(help)}, "; ");
}

std::string sentence(std::string text) {
  if (!text.empty() && 'a' <= text.front() && text.front() <= 'z') text.front() += 'A' - 'a';
  return text;
}

Text trend_words(const Figure& figure) {
  if (figure.last_year.all == 0 && figure.year_before.all == 0) return {};
  const auto year = [](Share share) { return share.all == 0 ? std::string("none") : of(share); };
  std::string text = fmt::format("The last twelve months {}, the twelve before {}",
                                 year(figure.last_year), year(figure.year_before));
  switch (trend_of(figure)) {
    case Trend::unknown: return text + ".";
    case Trend::better: return text + Text(": better", Tone::good) + ".";
    case Trend::same: return text + ": much the same.";
    case Trend::worse: return text + Text(": less than before", Tone::warning) + ".";
  }
  return {};
}

std::string_view label_of(Figure::Kind kind) {
  switch (kind) {
    case Figure::Kind::kept: return "Promises kept";
    case Figure::Kind::on_time: return "Kept by their date";
    case Figure::Kind::told: return "Told in time";
    case Figure::Kind::answered: return "Answered in time";
    case Figure::Kind::in_touch: return "In touch in time";
    case Figure::Kind::said_back: return "Said back";
    case Figure::Kind::thanked: return "Thanked";
    case Figure::Kind::went_well: return "Went well for them";
  }
  return {};
}

std::string percent(double part) {
  constexpr double kHundred = 100;
  return fmt::format("{:.0f} %", std::round(kHundred * part));
}

Item item_of(const Evidence& each) {
  Item item{.text = each.text.empty() ? Text() : Text(lines_of(each.text).front()),
            .aside = Text(each.id, Tone::code),
            .below = {},
            .lead = each.day ? Text(long_date(*each.day)) : Text("no date", Tone::faint)};
  const Text how(each.how, each.good ? Tone::good : Tone::warning);
  item.text = item.text.empty() ? how : item.text + ": " + how;
  return item;
}

void add_evidence(Document& document, const std::vector<Evidence>& evidence) {
  Items items;
  for (const Evidence& each : evidence) items.items.push_back(item_of(each));
  document.add(std::move(items));
}

void add_explanation(Document& document, const Standing& standing) {
  for (const Figure& figure : standing.figures) {
    document.add(section(Text(label_of(figure.kind)), of(figure.share)));
    const Interval interval = wilson_interval(figure.share);
    const Text known(fmt::format("95 % sure: between {} and {}.", percent(interval.low),
                                 percent(interval.high)));
    document.add(Paragraph{joined({known, trend_words(figure)}, " ")});
    add_evidence(document, figure.evidence);
  }
  if (standing.deeds.empty()) return;
  document.add(section("Help either way", standing.deeds.size()));
  Items items;
  for (const Evidence& deed : standing.deeds) {
    Item item = item_of(Evidence{.id = deed.id, .day = deed.day, .text = deed.text});
    item.text = Text(deed.how + " ", Tone::faint) + deed.text;
    items.items.push_back(std::move(item));
  }
  document.add(std::move(items));
}

/// What would help where such a figure is not as one would wish, and nothing is open.
std::string next_time(const Standing& standing, Figure::Kind kind, Day today) {
  switch (kind) {
    case Figure::Kind::kept: return "promise what you are sure to keep";
    case Figure::Kind::on_time: return "promise a date that you are sure of, or tell them in time";
    case Figure::Kind::told: return "let them know before the date has passed";
    case Figure::Kind::answered: return "answer within the time in which they expect it";
    case Figure::Kind::in_touch: {
      // Whoever has such a figure has a cadence; where the day is past, it is time to reconnect.
      const Day due = standing.last && standing.cadence
                          ? add(standing.last->day, standing.cadence->every)
                          : today;
      return "be in touch by " + long_date(std::max(due, today));
    }
    case Figure::Kind::said_back: return "say back what you heard";
    case Figure::Kind::thanked: return "thank them";
    case Figure::Kind::went_well: return "ask them how it was";
  }
  return {};
}

/// What to say where nothing is to be done now.
Text nothing_now(const Standing& standing, Day today) {
  if (standing.quiet) {
    return fmt::format("{} (quiet until {})", sentence(standing.quiet->text),
                       long_date(*standing.quiet->quiet_until));
  }
  const auto weak = std::ranges::find_if(
      standing.figures, [](const Figure& figure) { return figure.share.good < figure.share.all; });
  if (weak == standing.figures.end()) {
    return {"Nothing in particular: go on like this.", Tone::good};
  }
  return fmt::format("Nothing is open now. The next time: {}.",
                     next_time(standing, weak->kind, today));
}

void add_help(Document& document, const Standing& standing, Day today) {
  if (standing.archived) return;
  document.add(section("What would help most"));
  if (standing.quiet) {
    document.add(Items{
        {Item{.text = nothing_now(standing, today), .below = {command(standing.quiet->command)}}}});
    return;
  }
  if (!standing.help) {
    document.add(Paragraph{nothing_now(standing, today)});
    return;
  }
  document.add(Items{
      {Item{.text = sentence(standing.help->text), .below = {command(standing.help->command)}}}});
}

void add_fields(Document& document, const Standing& standing, const StandingReport& report) {
  Fields fields;
  const auto add = [&](const char* label, std::vector<Text> values) {
    if (!values.empty()) fields.fields.push_back({label, std::move(values)});
  };
  add("trust", trust(standing));
  add("responsiveness", responsiveness(standing, report.working_day));
  add("attention", attention(standing, report.now.today));
  add("generosity", generosity(standing));
  add("how it was", for_them(standing));
  if (!fields.fields.empty()) document.add(std::move(fields));
}

/// One contact with all that is known.
void add_page(Document& document, const Standing& standing, const StandingReport& report) {
  document.add(title(standing.name, "where you stand with them"));
  if (standing.archived) {
    document.add(Note{"archived since " + long_date(*standing.archived), Tone::faint});
  }
  if (!standing.has_evidence()) {
    document.add(
        Paragraph{"There is nothing to go by yet. It comes with the first promise, "
                  "question or talk that you note."});
  }
  add_fields(document, standing, report);
  add_help(document, standing, report.now.today);
  if (report.request.explain) add_explanation(document, standing);
}

/// One of many, in a line or two.
Item row_of(const Standing& standing, Day today) {
  Text known = summary(standing);
  Item row{.text = Text(standing.name, Tone::strong), .below = {}};
  if (!standing.help) {
    row.text += ": " + (known.empty() ? Text("nothing to go by yet", Tone::faint) : known);
    if (standing.quiet) row.below.push_back(nothing_now(standing, today));
    return row;
  }
  row.text += ": " + standing.help->text;
  row.aside = command(standing.help->command);
  if (!known.empty()) row.below.push_back(std::move(known));
  return row;
}

void add_rows(Document& document, const char* heading, const std::vector<const Standing*>& rows,
              std::size_t all, Day today) {
  if (rows.empty()) return;
  document.add(section(heading, all));
  Items items;
  for (const Standing* each : rows) items.items.push_back(row_of(*each, today));
  document.add(std::move(items));
}

/// Those who work at the organisation that the page is about.
void add_people(Document& document, const StandingReport& report) {
  std::vector<const Standing*> rows;
  for (const Standing& each : report.people) {
    if (each.who != report.request.who) rows.push_back(&each);
  }
  add_rows(document, "The people there", rows, rows.size(), report.now.today);
}

/// Is there nothing to say of them yet?
bool is_unknown(const Standing& standing) {
  return !standing.has_evidence() && (!standing.help || standing.help->kind == Help::Kind::begin);
}

/// The names of those of whom nothing is known.
Text unknown_words(const StandingReport& report) {
  std::vector<Text> names;
  std::size_t more = 0;
  for (const Standing& each : report.people) {
    if (!is_unknown(each)) continue;
    if (names.size() < kMostRows || report.request.all) {
      names.emplace_back(each.name);
    } else {
      ++more;
    }
  }
  if (names.empty()) return {};
  Text text = "Nothing to go by yet: " + joined(names);
  if (more > 0) text += fmt::format(" and {} more", more);
  return text + ".";
}

void add_everybody(Document& document, const StandingReport& report) {
  std::vector<const Standing*> helped;
  std::vector<const Standing*> good;
  for (const Standing& each : report.people) {
    if (!is_unknown(each)) (each.help ? helped : good).push_back(&each);
  }
  const std::size_t all = helped.size() + good.size();
  const std::size_t counts_of[]{helped.size(), good.size()};
  document.add(title("Where you stand", counted(all, "contact")));
  if (all == 0) {
    document.add(
        Paragraph{"There is nothing to go by yet. It comes with the first promise, "
                  "question or talk that you note."});
  }
  if (!report.request.all && shown_of(all, kMostRows) < all) {
    helped.resize(std::min(helped.size(), kMostRows));
    good.resize(std::min(good.size(), kMostRows - helped.size()));
  }
  if (report.request.explain) {
    for (const auto& rows : {helped, good}) {
      for (const Standing* each : rows) add_page(document, *each, report);
    }
  } else {
    add_rows(document, "Something would help", helped, counts_of[0], report.now.today);
    add_rows(document, "Nothing to do now", good, counts_of[1], report.now.today);
  }
  const std::size_t left = all - helped.size() - good.size();
  if (left > 0) document.add(Paragraph{more(left, "stead standing --all")});
  if (Text unknown = unknown_words(report); !unknown.empty()) {
    document.add(Paragraph{std::move(unknown)});
  }
}

}  // namespace

Document to_document(const StandingReport& report) {
  Document document;
  if (report.request.who.empty()) {
    add_everybody(document, report);
    return document;
  }
  add_page(document, report.people.front(), report);
  add_people(document, report);
  return document;
}

}  // namespace stead
