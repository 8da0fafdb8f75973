#include "stead/timeline.h"
#include "cli/command.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/periods.h"
#include "stead/text.h"

#include <fmt/ranges.h>

namespace stead {
namespace {

struct Options {
  std::vector<std::string> words;
  bool ids = false;
};

/// Some of the words as one text.
std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  const auto from = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
  return fmt::format("{}", fmt::join(from(begin), from(end), " "));
}

std::optional<Period> period_in(const Session& session, const std::string& text) {
  if (auto period = find_period(text, session.now, Direction::back)) return period;
  const auto when = find_when(text, session.now, Direction::back);
  return when ? std::optional(Period{when->day, when->day}) : std::nullopt;
}

/// The contact that is named by all of the words. A front of the owner's own name is nobody's here:
/// `jan` is the month.
std::optional<std::string> contact_in(const Book& book, const std::string& text) {
  try {
    auto who = find_contact_named(book, text, Archived::found);
    return who == "me" && fold(text) != fold(book.me().name) && text != "me" ? std::nullopt : who;
  } catch (const Error&) {
    return std::nullopt;  // several; whoever means one of them has to say more anyway
  }
}

/// Where nobody is called so, the period may stand in the wrong place: `july ana`.
void refuse_period_first(const Session& session, const std::vector<std::string>& words,
                         const std::string& name) {
  for (std::size_t names = words.size() - 1; names > 0; --names) {
    const std::string period = joined(words, 0, names);
    const std::string who = joined(words, names, words.size());
    if (!period_in(session, period) || !contact_in(session.book(), who)) continue;
    if (contact_in(session.book(), name)) return;
    throw Error::usage("nobody is called '{}'", name)
        .with_hint(
            fmt::format("the period comes behind the name: stead timeline {} {}", who, period));
  }
}

/// `WHO PERIOD`, either of which may be missing: the longest run of words at the end that is a
/// period is the period. What could be a name as well is refused.
TimelineRequest read_words(const Session& session, const std::vector<std::string>& words) {
  TimelineRequest request;
  std::size_t names = 0;
  while (names < words.size()) {
    request.period = period_in(session, joined(words, names, words.size()));
    if (request.period) break;
    ++names;
  }
  const std::string all = joined(words, 0, words.size());
  if (const auto who = request.period ? contact_in(session.book(), all) : std::nullopt) {
    throw Error::usage("'{}' could be a name, {}, and a period, {}", all,
                       name_with_org(session.book(), *who), typed(*request.period))
        .with_hint(fmt::format("stead timeline {}, or write the dates out", *who));
  }
  if (names > 0) {
    const std::string name = joined(words, 0, names);
    refuse_period_first(session, words, name);
    request.who = contacts_named(session.book(), name, Archived::found);
  }
  return request;
}

}  // namespace

Action timeline_command(Syntax& syntax) {
  const auto options = std::make_shared<Options>();
  syntax.example(
      "$ stead timeline ana july\n"
      "Timeline of Ana Ruiz  Wed 2026-07-01 to Fri 2026-07-31\n"
      "\n"
      "July 2026\n"
      "  Fri 2026-07-31        due: migration estimate, for Acme Dental\n"
      "  Mon 2026-07-20        promised: migration estimate, for Acme Dental, due Fri\n"
      "                        2026-07-31\n"
      "  Mon 2026-07-06 16:00  mail from them: asks about DNS, answer wanted");
  syntax.argument("words", "[WHO] [PERIOD]", options->words,
                  "Of whom, and when; either may be left out");
  syntax.flag("--ids", options->ids, "Show the ids, to change or remove what is wrong");
  return [options](Session& session) {
    TimelineRequest request = read_words(session, options->words);
    request.ids = options->ids;
    session.show(timeline_report(session.book(), session.now, request));
  };
}

}  // namespace stead
