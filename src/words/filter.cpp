#include "stead/filter.h"

#include "stead/nearest.h"
#include "stead/text.h"
#include "stead/via.h"
#include "words/filter_term.h"

#include <algorithm>
#include <optional>

namespace stead {
namespace {

struct Literal {
  bool negated = false;
  FilterTerm term;
};

/// Literals joined by `or`.
using Clause = std::vector<Literal>;

template <typename Record>
bool holds(const Literal& literal, const Record& record,
           std::function<bool(const Record&)> FilterTerm::*question) {
  const auto& ask = literal.term.*question;
  return (ask && ask(record)) != literal.negated;
}

template <typename Record>
bool all_hold(const std::vector<Clause>& clauses, const Record& record,
              std::function<bool(const Record&)> FilterTerm::*question) {
  return std::ranges::all_of(clauses, [&](const Clause& clause) {
    return std::ranges::any_of(
        clause, [&](const Literal& literal) { return holds(literal, record, question); });
  });
}

/// The key of a term; nothing where the colon is none of ours, as in `10:30` and `https://…`.
std::optional<std::string_view> key_of(std::string_view term) {
  const std::size_t colon = term.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view key = term.substr(0, colon);
  const bool letters = std::ranges::all_of(key, [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '-' || c == '_';
  });
  if (!letters || term.substr(colon).starts_with("://")) return std::nullopt;
  return key;
}

[[noreturn]] void throw_unknown_key(std::string_view key, std::string_view term) {
  std::vector<std::string> keys;
  for (const FilterKey& each : filter_keys()) keys.push_back(std::string(each.key.name) + ":");
  const std::string question = did_you_mean(nearest(std::string(key) + ":", keys));
  throw Error::usage("no filter is called '{}:'", key)
      .with_hint(fmt::format("{}{}'text:{}' looks for the words", question,
                             question.empty() ? "" : " ", term));
}

std::string_view a_record_of(Collection collection) {
  switch (collection) {
    case Collection::contacts: return "a contact";
    case Collection::promises: return "a promise";
    case Collection::interactions: return "an interaction";
  }
  return {};
}

/// A term is asked of records that cannot answer it, so that none or all would fit.
Error says_nothing(Collection listed, std::string_view key, std::string_view value,
                   const FilterTerm& term) {
  const std::string_view record = a_record_of(listed);
  const std::string typed = fmt::format("{}:{}", key, value);
  std::string hint = "'stead timeline' shows interactions";
  if (term.contact) hint = "stead list " + shell_word(typed);
  if (term.promise) hint = "stead promises " + shell_word(typed);
  if (key == "is") return Error::usage("{} is never '{}'", record, value).with_hint(hint);
  if (key == "no") return Error::usage("{} has no field '{}'", record, value).with_hint(hint);
  return Error::usage("{} has no '{}:'", record, key).with_hint(hint);
}

FilterTerm read_term(const FilterContext& context, std::string_view text) {
  require_clean(text, "the filter");
  if (text.empty()) throw Error::usage("a filter is empty");
  const auto name = key_of(text);
  if (!name) return has_text(context, text);
  const auto keys = filter_keys();
  std::string folded = fold(*name);
  std::ranges::replace(folded, '_', '-');  // a field's name in the book
  const auto is_it = [&](const FilterKey& each) { return each.key.name == folded; };
  const auto found = std::ranges::find_if(keys, is_it);
  if (found == keys.end()) throw_unknown_key(*name, text);
  const std::string_view value = text.substr(name->size() + 1);
  if (value.empty()) {
    throw Error::usage("'{}' lacks a value", text)
        .with_hint(fmt::format("for example '{}'", found->key.example));
  }
  FilterTerm term = found->read(context, value);
  if (context.listed && !term.asks(*context.listed)) {
    throw says_nothing(*context.listed, found->key.name, value, term);
  }
  return term;
}

[[noreturn]] void throw_lonely(std::string_view word) {
  throw Error::usage("'{}' lacks a term", word)
      .with_hint(word == "or" ? "'or' stands between two terms" : "'not' stands before a term");
}

std::vector<Clause> clauses_of(const FilterContext& context,
                               const std::vector<std::string>& terms) {
  std::vector<Clause> clauses;
  bool alternative = false;
  bool negated = false;
  for (const std::string& term : terms) {
    if (term == "or") {
      if (clauses.empty() || alternative || negated) throw_lonely(term);
      alternative = true;
    } else if (term == "not") {
      if (negated) throw_lonely(term);
      negated = true;
    } else {
      if (!alternative) clauses.emplace_back();
      clauses.back().push_back({negated, read_term(context, term)});
      alternative = negated = false;
    }
  }
  if (alternative || negated) throw_lonely(negated ? "not" : "or");
  return clauses;
}

/// What the book and stead itself have for the values of a key that takes any word.
std::vector<std::string> values_in_use(const Book& book, std::string_view key) {
  std::vector<std::string> values;
  if (key == "via") values.assign(kKnownVia.begin(), kKnownVia.end());
  if (key == "kind") values = {"person", "org"};
  const auto add = [&](const std::vector<std::string>& words) {
    values.insert(values.end(), words.begin(), words.end());
  };
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (key == "tag") add(book.contact(i).tags);
    if (key == "skill") add(book.contact(i).skills);
    if (key == "place") add(folded_words(book.contact(i).place));
  }
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

struct Filter::Terms {
  const Book& book;
  std::vector<std::string> typed;
  std::vector<Clause> clauses;
  bool archived = false;
};

Filter::Filter(const Book& book, const std::vector<std::string>& terms, const Now& now,
               std::optional<Collection> listed) {
  const bool archived = std::ranges::any_of(
      terms, [](const std::string& term) { return fold(term) == "is:archived"; });
  terms_ = std::make_shared<const Terms>(
      Terms{book, terms, clauses_of({book, now, listed}, terms), archived});
}

bool Filter::matches(const Contact& contact) const {
  return all_hold(terms_->clauses, contact, &FilterTerm::contact);
}

bool Filter::matches(const Promise& promise) const {
  return all_hold(terms_->clauses, promise, &FilterTerm::promise);
}

bool Filter::matches(const Interaction& interaction) const {
  return all_hold(terms_->clauses, interaction, &FilterTerm::interaction);
}

bool Filter::empty() const { return terms_->clauses.empty(); }

std::string Filter::did_you_mean() const {
  for (const std::string& term : terms_->typed) {
    const auto key = key_of(term);
    if (!key) continue;
    const std::vector<std::string> values = values_in_use(terms_->book, fold(*key));
    const std::string value = fold(std::string_view(term).substr(key->size() + 1));
    const auto is_it = [&](const std::string& each) { return fold(each) == value; };
    if (std::ranges::any_of(values, is_it)) continue;
    std::vector<std::string> meant = nearest(value, values);
    for (std::string& each : meant) each.insert(0, fold(*key) + ':');
    if (!meant.empty()) return stead::did_you_mean(meant);
  }
  return {};
}

bool Filter::asks_for_archived() const { return terms_->archived; }

std::vector<Filter::Key> Filter::keys() {
  std::vector<Key> keys;
  for (const FilterKey& each : filter_keys()) keys.push_back(each.key);
  return keys;
}

std::vector<Filter::Key> Filter::keys(Collection listed) {
  std::vector<Key> keys;
  for (const FilterKey& each : filter_keys()) {
    const std::string_view values = each.values[static_cast<std::size_t>(listed)];
    if (values.empty()) continue;
    keys.push_back(each.key);
    keys.back().value = values;
  }
  return keys;
}

}  // namespace stead
