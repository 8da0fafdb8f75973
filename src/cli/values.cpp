#include "cli/values.h"

#include "cli/book_values.h"
#include "cli/command.h"
#include "cli/extensions.h"
#include "stead/dates.h"
#include "stead/deed.h"
#include "stead/filter.h"
#include "stead/name_offers.h"
#include "stead/nudge.h"
#include "stead/text.h"
#include "stead/via.h"

#include <algorithm>

namespace stead {
namespace {

struct Described {
  std::string_view value;
  std::string_view meaning;
};

constexpr auto kSpans = std::to_array<Described>({{"1w", "a week"},
                                                  {"2w", "2 weeks"},
                                                  {"1mon", "a month"},
                                                  {"3mon", "3 months"},
                                                  {"1y", "a year"}});
constexpr auto kAmounts = std::to_array<Described>({{"1h", "an hour"},
                                                    {"3h", "3 hours"},
                                                    {"1d", "a day"},
                                                    {"5d", "5 days"},
                                                    {"1w", "a week"},
                                                    {"2x", "twice"}});
constexpr auto kTimes = std::to_array<Described>(
    {{"30min", "half an hour"}, {"1h", "an hour"}, {"4h", "4 hours"}, {"1d", "a working day"}});
constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};
constexpr std::array<std::string_view, 9> kPeriods{"today",      "tomorrow",   "this week",
                                                   "next week",  "last week",  "next 2 weeks",
                                                   "this month", "next month", "last month"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Is an alternative of a type name a value, not the name of some?
bool is_literal(std::string_view alternative) {
  return !alternative.empty() && std::ranges::all_of(alternative, [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-';
  });
}

/// Adds values to the candidates, each kind in a function of its own; those of the book are in
/// BookValues.
class Values {
 public:
  Values(Candidates& candidates, LineContext& context, const std::vector<std::string>& before)
      : candidates_(candidates),
        context_(context),
        before_(before),
        book_(candidates, context, before) {}

  void add(std::string_view type_name);
  static bool knows(std::string_view name);

 private:
  struct Kind {
    std::string_view name;
    void (*add)(Values&);
  };
  static std::span<const Kind> kinds();

  const std::string& begun() const { return candidates_.begun(); }

  // Days and lengths.

  void day(std::string_view words, Direction direction) {
    const auto when = find_when(words, context_.now(), direction);
    if (when) candidates_.add(words, long_date(*when));
  }

  void past_days() {
    for (const std::string_view words : {"today", "yesterday"}) day(words, Direction::back);
    for (const std::string_view words : kWeekdays) day(words, Direction::back);
  }

  void coming_days() {
    for (const std::string_view words : {"today", "tomorrow"}) day(words, Direction::forward);
    for (const std::string_view words : kWeekdays) day(words, Direction::forward);
    for (const std::string_view words : {"1w", "2w", "1mon", "end of month"}) {
      day(words, Direction::forward);
    }
  }

  /// Only those that are the same looking back and ahead.
  void periods() {
    for (const std::string_view words : kPeriods) {
      const auto period = find_period(words, context_.now(), Direction::forward);
      if (!period) continue;
      const std::string last =
          period->last == period->first ? "" : " to " + long_date(period->last);
      candidates_.add(words, long_date(period->first) + last);
    }
  }

  void days_and_periods() {
    coming_days();
    periods();
  }

  void described(std::span<const Described> values) {
    for (const Described& each : values) candidates_.add(each.value, each.meaning);
  }
  void spans() { described(kSpans); }
  void times() { described(kTimes); }
  void amounts() { described(kAmounts); }

  // Filters.

  void filters() {
    if (const std::size_t colon = begun().find(':'); colon != std::string::npos) {
      return filter_values(colon);
    }
    for (const Filter::Key& key : Filter::keys(context_.listed())) {
      candidates_.add_name(std::string(key.name) + ':', key.meaning);
    }
    const bool term_is_due = before_.empty() || before_.back() == "or" || before_.back() == "not";
    if (before_.empty() || before_.back() != "not")
      candidates_.add_name("not", "turns the next one round");
    if (!term_is_due) candidates_.add_name("or", "one of both is enough");
    if (begun().empty()) return;  // the keys would be lost among the names
    for (const NameOffer& offer : offer_names(context_.book(), begun())) {
      if (offer.text.find(':') == std::string::npos) candidates_.offer(offer.text, offer.about);
    }
  }

  void filter_values(std::size_t colon) {
    const std::string typed = fold(begun().substr(0, colon));
    const std::vector<Filter::Key> keys = Filter::keys(context_.listed());
    const auto key = std::ranges::find(keys, std::string_view(typed), &Filter::Key::name);
    if (key == keys.end()) return;
    candidates_.keep(colon + 1);
    add(key->value);
  }

  /// What there is to be quiet about.
  void nudges() {
    for (const Nudge& nudge : nudges_in(context_.whole_book(), context_.now())) {
      if (nudge.id().starts_with(begun())) candidates_.offer(nudge.id(), nudge.what);
    }
  }

  // What stead itself has.

  void ways() {
    for (const std::string_view way : kKnownVia) candidates_.add(way);
  }
  void deed_kinds() {
    for (const std::string_view kind : kKnownDeeds) candidates_.add(kind);
  }
  void nudge_kinds() {
    for (const NudgeKind kind : kNudgeKinds) candidates_.add(word_of(kind));
  }
  void formats() {
    for (const std::string_view format : kFormats) candidates_.add_name(format, "");
  }
  void command_names() {
    for (const Command& command : commands()) candidates_.add_name(command.name, command.summary);
    for (const std::string& name : extension_names(context_.world())) {
      candidates_.add_name(name, "on your PATH");
    }
  }
  void files() { candidates_.offer_files(); }

  Candidates& candidates_;
  LineContext& context_;
  const std::vector<std::string>& before_;
  BookValues book_;
};

/// Every type name of the command line but those in lower case.
std::span<const Values::Kind> Values::kinds() {
  static constexpr auto kKinds = std::to_array<Kind>({
      {"ADDRESS", [](Values&) {}},
      {"AMOUNT", [](Values& v) { v.amounts(); }},
      {"CLIENT", [](Values& v) { v.book_.clients(); }},
      {"CLOSED", [](Values& v) { v.book_.closed_promises(); }},
      {"COMMAND", [](Values& v) { v.command_names(); }},
      {"CONTACT", [](Values& v) { v.book_.people(); }},
      {"DATE", [](Values& v) { v.coming_days(); }},
      {"DAY", [](Values&) {}},
      {"DAY=TEXT", [](Values&) {}},
      {"EXPR", [](Values& v) { v.days_and_periods(); }},
      {"FIELD", [](Values& v) { v.book_.column(); }},
      {"FIELD[=VALUE]", [](Values&) {}},  // the options of the command: completion.cpp
      {"FIELDS", [](Values& v) { v.book_.columns(); }},
      {"FIELD-NAME", [](Values& v) { v.book_.fields(); }},
      {"FILE", [](Values& v) { v.files(); }},
      {"FILTER", [](Values& v) { v.filters(); }},
      {"FORMAT", [](Values& v) { v.formats(); }},
      {"HEARD", [](Values& v) { v.book_.heard(); }},
      {"HOURS", [](Values&) {}},
      {"ID", [](Values& v) { v.book_.ids(); }},
      {"KEY=VALUE", [](Values& v) { v.book_.own_fields(); }},
      {"KIND", [](Values& v) { v.deed_kinds(); }},
      {"KINDS", [](Values& v) { v.nudge_kinds(); }},
      {"N", [](Values&) {}},
      {"NAME", [](Values&) {}},
      {"NEED", [](Values& v) { v.book_.skills(); }},
      {"NUDGE", [](Values& v) { v.nudges(); }},
      {"NUMBER", [](Values&) {}},
      {"ORG", [](Values& v) { v.book_.orgs(); }},
      {"PERIOD", [](Values& v) { v.periods(); }},
      {"PLACE", [](Values& v) { v.book_.places(); }},
      {"PROMISE", [](Values& v) { v.book_.open_promises(); }},
      {"RULE", [](Values&) {}},
      {"SKILL", [](Values& v) { v.book_.skills(); }},
      {"SPAN", [](Values& v) { v.spans(); }},
      {"TAG", [](Values& v) { v.book_.tags(); }},
      {"TEXT", [](Values& v) { v.book_.mentions(); }},
      {"TIME", [](Values& v) { v.times(); }},
      {"URL", [](Values&) {}},
      {"VIA", [](Values& v) { v.ways(); }},
      {"WHEN", [](Values& v) { v.past_days(); }},
      {"WHO", [](Values& v) { v.book_.people(); }},
      {"WHY", [](Values&) {}},
      {"WORDS", [](Values&) {}},
      {"ZONE", [](Values&) {}},
  });
  return kKinds;
}

bool Values::knows(std::string_view name) {
  return is_literal(name) || std::ranges::find(kinds(), name, &Kind::name) != kinds().end();
}

void Values::add(std::string_view type_name) {
  for (const std::string_view alternative : split(type_name, '|')) {
    const auto kind = std::ranges::find(kinds(), alternative, &Kind::name);
    if (kind != kinds().end()) kind->add(*this);
    if (is_literal(alternative)) candidates_.add(alternative);
  }
}

}  // namespace

void add_values(Candidates& candidates, LineContext& context, std::string_view type_name,
                const std::vector<std::string>& before) {
  Values(candidates, context, before).add(type_name);
}

bool is_known_type(std::string_view type_name) {
  return std::ranges::all_of(split(type_name, '|'), Values::knows);
}

}  // namespace stead
