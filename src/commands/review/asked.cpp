#include "commands/review/asked.h"

#include "stead/dates.h"
#include "stead/filter.h"
#include "stead/names.h"
#include "stead/periods.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace stead {
namespace {

/// Some of the words as one text.
std::string some_of(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
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
                         const std::string& name, const std::string& command) {
  for (std::size_t names = words.size() - 1; names > 0; --names) {
    const std::string period = some_of(words, 0, names);
    const std::string who = some_of(words, names, words.size());
    if (!period_in(session, period) || !contact_in(session.book(), who)) continue;
    if (contact_in(session.book(), name)) return;
    throw Error::usage("nobody is called '{}'", name)
        .with_hint(
            fmt::format("the period comes behind the name: stead {} {} {}", command, who, period));
  }
}

/// Is it a term such as `tag:client`?
bool is_filter_term(const std::string& word) {
  const std::string key = fold(word.substr(0, word.find(':')));
  return word.find(':') != std::string::npos &&
         std::ranges::any_of(Filter::keys(Collection::contacts),
                             [&](const Filter::Key& each) { return each.name == key; });
}

}  // namespace

WhoAndPeriod read_who_and_period(const Session& session, const std::vector<std::string>& words,
                                 const std::string& command) {
  WhoAndPeriod request;
  std::size_t names = 0;
  while (names < words.size()) {
    request.period = period_in(session, some_of(words, names, words.size()));
    if (request.period) break;
    ++names;
  }
  const std::string all = some_of(words, 0, words.size());
  if (const auto who = request.period ? contact_in(session.book(), all) : std::nullopt) {
    throw Error::usage("'{}' could be a name, {}, and a period, {}", all,
                       name_with_org(session.book(), *who), typed(*request.period))
        .with_hint(fmt::format("stead {} {}, or write the dates out", command, *who));
  }
  if (names > 0) {
    const std::string name = some_of(words, 0, names);
    refuse_period_first(session, words, name, command);
    request.who = contacts_named(session.book(), name, Archived::found);
  }
  return request;
}

Asked read_asked(Session& session, const std::vector<std::string>& words,
                 const std::string& command) {
  if (std::ranges::none_of(words, is_filter_term)) {
    const WhoAndPeriod read = read_who_and_period(session, words, command);
    return {subject_of(session.book(), read.who), read.period};
  }
  std::optional<Period> period;
  std::size_t terms = 0;
  while (terms < words.size() && !period) {
    period = period_in(session, some_of(words, terms, words.size()));
    if (!period) ++terms;
  }
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(terms);
  const Filter filter(session.book(), {words.begin(), end}, session.now, Collection::contacts);
  Subject subject = subject_of(session.book(), some_of(words, 0, terms),
                               [&](const Contact& contact) { return filter.matches(contact); });
  if (std::ranges::find(subject.is_in, true) == subject.is_in.end()) {
    session.note("no contact fits");
    if (const std::string meant = filter.did_you_mean(); !meant.empty()) session.hint(meant);
  }
  return {std::move(subject), period};
}

}  // namespace stead
