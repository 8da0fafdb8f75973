#include "stead/nudge.h"

#include "cli/command.h"
#include "stead/dates.h"
#include "stead/nearest.h"
#include "stead/phrases.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace stead {
namespace {

struct NextOptions {
  std::vector<std::string> words;
  std::string snoozed;
  std::string kinds;
  bool explain = false;
  bool if_any = false;
};

std::optional<std::size_t> read_count(const NextOptions& options) {
  if (options.words.empty()) return std::nullopt;
  const std::string& text = options.words.front();
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && count > 0;
  if (is_number && options.words.size() == 1) return count;
  throw Error::usage("'{}' is not how many to show", is_number ? options.words[1] : text)
      .with_hint("stead next 20");
}

NudgeKind read_kind(const std::string& word) {
  std::vector<std::string> words;
  for (const NudgeKind kind : kNudgeKinds) {
    words.emplace_back(word_of(kind));
    if (words.back() == word) return kind;
  }
  const std::string meant = did_you_mean(nearest(word, words));
  throw Error::usage("there is no kind '{}' of what to do", word)
      .with_hint(meant.empty() ? "one of " + listed(words) : meant);
}

std::vector<NudgeKind> read_kinds(const std::string& typed) {
  std::vector<NudgeKind> kinds;
  std::istringstream words(typed);
  for (std::string word; std::getline(words, word, ',');) kinds.push_back(read_kind(word));
  return kinds;
}

/// What may be quiet: a kind of a record's.
struct Snoozable {
  NudgeKind kind;
  Collection collection;
  std::string record;
  std::string what;  ///< Empty where it is quiet already.
};

template <typename Record>
bool has_snoozed(const std::optional<Record>& record, std::string_view kind) {
  return record &&
         std::ranges::any_of(record->snoozed, [&](const auto& one) { return one.first == kind; });
}

/// The nudge that was made quiet before, whatever became of it.
std::optional<Snoozable> find_quiet(Edits& edits, std::string_view id) {
  for (const NudgeKind kind : kNudgeKinds) {
    const std::string front = std::string(word_of(kind)) + ':';
    if (!id.starts_with(front)) continue;
    const std::string record(id.substr(front.size()));
    if (has_snoozed(edits.promise(record), word_of(kind))) {
      return Snoozable{kind, Collection::promises, record, ""};
    }
    if (has_snoozed(edits.interaction(record), word_of(kind))) {
      return Snoozable{kind, Collection::interactions, record, ""};
    }
    if (has_snoozed(edits.contact(record), word_of(kind))) {
      return Snoozable{kind, Collection::contacts, record, ""};
    }
  }
  return std::nullopt;
}

[[noreturn]] void throw_unknown(const std::vector<Nudge>& nudges, const std::string& id) {
  std::vector<std::string> ids;
  for (const Nudge& nudge : nudges) ids.push_back(nudge.id());
  const std::string meant = did_you_mean(nearest(id, ids));
  throw Error::usage("there is no nudge '{}'", id)
      .with_hint(meant.empty() ? "'stead next' shows them with their ids" : meant);
}

/// The one with this id, or the only one whose id begins so.
Snoozable named(Session& session, const std::string& id) {
  const std::vector<Nudge> nudges = nudges_in(session.book(), session.now);
  std::vector<const Nudge*> found;
  for (const Nudge& nudge : nudges) {
    if (nudge.id() == id) found = {&nudge};
    if (nudge.id() == id) break;
    if (nudge.id().starts_with(id)) found.push_back(&nudge);
  }
  if (found.size() == 1) {
    const Nudge& nudge = *found.front();
    return {nudge.kind, nudge.collection, nudge.record, nudge.what};
  }
  if (auto quiet = find_quiet(session.edits(), id)) return *std::move(quiet);
  if (found.empty()) throw_unknown(nudges, id);
  throw Error::usage("'{}' could be '{}' or '{}'{}", id, found[0]->id(), found[1]->id(),
                     found.size() > 2 ? fmt::format(" or {} more", found.size() - 2) : "")
      .with_hint("say more of the id");
}

template <typename Record>
void put_snoozed(Edits& edits, std::optional<Record> record, std::string_view kind, Day until) {
  const auto same =
      std::ranges::find_if(record->snoozed, [&](const auto& one) { return one.first == kind; });
  if (same == record->snoozed.end()) {
    record->snoozed.emplace_back(kind, until);
  } else {
    same->second = until;
  }
  edits.put(*record);
}

void put_snoozed(Edits& edits, const Snoozable& nudge, Day until) {
  const std::string_view kind = word_of(nudge.kind);
  switch (nudge.collection) {
    case Collection::contacts: return put_snoozed(edits, edits.contact(nudge.record), kind, until);
    case Collection::promises: return put_snoozed(edits, edits.promise(nudge.record), kind, until);
    case Collection::interactions:
      return put_snoozed(edits, edits.interaction(nudge.record), kind, until);
  }
}

void snooze(Session& session, const NextOptions& options) {
  if (options.explain || options.if_any || !options.kinds.empty()) {
    throw Error::usage("--snooze takes no other option of 'next'")
        .with_hint(fmt::format("stead next --snooze {} 1w", options.snoozed));
  }
  if (options.words.empty()) {
    throw Error::usage("for how long is '{}' to be quiet?", options.snoozed)
        .with_hint(fmt::format("stead next --snooze {} 1w", options.snoozed));
  }
  const Span span = read_span(session.text_argument(options.words, "the time"));
  session.hold_book();
  const Snoozable nudge = named(session, options.snoozed);
  const Day until = add(session.now.today, span);
  put_snoozed(session.edits(), nudge, until);
  const std::string id = fmt::format("{}:{}", word_of(nudge.kind), nudge.record);
  session.say_with_undo("Quiet until " + Text(long_date(until), Tone::strong) + ": " +
                        (nudge.what.empty() ? Text(id, Tone::code) : Text(nudge.what)) + ".");
}

void next(Session& session, const NextOptions& options) {
  if (!options.snoozed.empty()) return snooze(session, options);
  NextReport report =
      next_report(session.book(), session.now,
                  {.kinds = read_kinds(options.kinds), .most = read_count(options)});
  if (options.if_any && report.nudges.empty()) return;
  report.is_explained = options.explain;
  session.show(report);
}

}  // namespace

Action next_command(Syntax& syntax) {
  const auto options = std::make_shared<NextOptions>();
  syntax.example(
      "$ stead next 1\n"
      "Do next  1 of 7\n"
      "…");
  syntax.argument("words", "N|SPAN", options->words,
                  "How many to show, else 10; with --snooze for how long");
  syntax.option("--snooze", "NUDGE", options->snoozed, "Keep this one quiet: next --snooze ID 1w");
  syntax.option("--kind", "KINDS", options->kinds, "All of these kinds alone: thank,give");
  syntax.flag("--explain", options->explain, "Show what each urgency is made of");
  syntax.flag("--if-any", options->if_any, "Print nothing when there is nothing to do");
  return [options](Session& session) { next(session, *options); };
}

}  // namespace stead
