#include "stead/reply_limit.h"

#include <fmt/format.h>

namespace stead {
namespace {

std::optional<ReplyLimit> limit_by_rule(const std::vector<Rule>& rules, const Contact& contact) {
  for (const Rule& rule : rules) {
    if (!rule.reply_within || !contact.has_tag(rule.tag)) continue;
    return ReplyLimit{*rule.reply_within, ReplyLimit::Source::rule, rule.tag};
  }
  return std::nullopt;
}

}  // namespace

std::optional<ReplyLimit> reply_limit_of(const Book& book, const Contact& contact) {
  using Source = ReplyLimit::Source;
  if (contact.reply_within) return ReplyLimit{*contact.reply_within, Source::own, {}};
  const Contact* org = contact.org.empty() ? nullptr : book.contact(contact.org);
  if (org != nullptr && org->reply_within) {
    return ReplyLimit{*org->reply_within, Source::org, org->name};
  }
  const std::vector<Rule>& rules = book.me().rules;
  if (auto limit = limit_by_rule(rules, contact)) return limit;
  return org == nullptr ? std::nullopt : limit_by_rule(rules, *org);
}

std::string_view word_of(ReplyLimit::Source source) {
  switch (source) {
    case ReplyLimit::Source::own: return "own";
    case ReplyLimit::Source::org: return "org";
    case ReplyLimit::Source::rule: return "rule";
  }
  return {};
}

std::string in_words(const ReplyLimit& limit) {
  switch (limit.source) {
    case ReplyLimit::Source::own: return to_string(limit.within);
    case ReplyLimit::Source::org:
      return fmt::format("{} (as {})", to_string(limit.within), limit.from);
    case ReplyLimit::Source::rule:
      return fmt::format("{} (rule for {})", to_string(limit.within), limit.from);
  }
  return {};
}

}  // namespace stead
