#include "commands/cover/arrangement.h"

#include "stead/dates.h"
#include "stead/record.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace stead {

std::optional<Period> read_arranged_period(Session& session, const std::vector<std::string>& words,
                                           Direction direction) {
  if (words.empty()) return std::nullopt;
  const std::string text = session.text_argument(words, "the period");
  if (text == "standing") return Period{kFirstDay, kLastDay};
  const auto period = leading_period(text, session.now, direction);
  if (!period) return read_period(text, session.now, direction);  // says what is wrong
  if (!period->rest.empty()) {
    throw Error::usage("'{}' is too much: nothing comes after the period", period->rest)
        .with_hint("leave it out");
  }
  return period->value;
}

void add_scope_option(Syntax& syntax, std::vector<std::string>& scope, const char* description) {
  syntax.option("--scope", "NEED", scope, description);
}

std::optional<std::vector<std::string>> read_scope(const std::vector<std::string>& typed) {
  if (typed.empty()) return std::nullopt;
  std::vector<std::string> scope;
  for (const std::string& word : typed) {
    require_clean(word, "--scope");
    if (!is_word(word)) {
      throw Error::usage("'{}' is not a word for --scope", word)
          .with_hint("write it in lower case without blanks, as in 'needs'");
    }
    if (std::ranges::find(scope, word) == scope.end()) scope.push_back(word);
  }
  if (scope == std::vector<std::string>{"all"}) return std::vector<std::string>();
  if (std::ranges::find(scope, "all") == scope.end()) return scope;
  throw Error::usage("--scope all is for everything, so no other word can stand beside it")
      .with_hint("leave one of them out");
}

bool is_for(const Cover& cover, std::vector<std::string> scope) {
  std::vector<std::string> words = cover.scope;
  std::ranges::sort(words);
  std::ranges::sort(scope);
  return words == scope;
}

bool is_for(const Cover& cover, const Period& period) {
  return cover.from.value_or(kFirstDay) == period.first &&
         cover.to.value_or(kLastDay) == period.last;
}

void set_period(Cover& cover, const Period& period) {
  cover.from = period.first == kFirstDay ? std::nullopt : std::optional(period.first);
  cover.to = period.last == kLastDay ? std::nullopt : std::optional(period.last);
}

std::string days_of(const Cover& cover) {
  if (!cover.from && !cover.to) return "standing";
  if (!cover.to) return "from " + long_date(*cover.from);
  if (!cover.from) return "until " + long_date(*cover.to);
  if (cover.from == cover.to) return "on " + long_date(*cover.from);
  return "from " + long_date(*cover.from) + " to " + long_date(*cover.to);
}

std::string in_words(const Cover& cover) {
  const std::string only =
      cover.scope.empty() ? "" : fmt::format(" ({} only)", fmt::join(cover.scope, ", "));
  return days_of(cover) + only;
}

std::string covered_name(const Contact& contact) {
  if (contact.id == "me") return "whoever has nobody";
  return contact.has_tag("client") ? contact.name : contact.name + "'s clients";
}

}  // namespace stead
