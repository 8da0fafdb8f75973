#include "stead/names.h"
#include "stead/text.h"
#include "words/named_text.h"
#include "words/names_unknown.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace stead {
namespace {

/// What promises are looked for, and the word for them.
struct State {
  bool closed = false;
  bool to_tell_of = false;  ///< Those about which somebody can be told something.

  bool fits(const Promise& promise) const {
    return promise.is_open() != closed && !(to_tell_of && promise.is_follow_up());
  }
  std::string_view word() const { return closed ? "closed" : "open"; }
};

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t comma = list.find(',');
    pieces.push_back(list.substr(0, comma));
    if (comma == std::string_view::npos) return pieces;
    list.remove_prefix(comma + 1);
  }
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (i > from ? " " : "") + words[i];
  return text;
}

/// Ids of a collection that begin with `front`, the whole one alone if there is one.
std::vector<std::string> ids_that_begin(const Book& book, Collection collection,
                                        std::string_view front) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < book.size(collection) && !front.empty(); ++i) {
    const std::string_view id = book.id(collection, i);
    if (id == front) return {std::string(id)};
    if (id.starts_with(front)) ids.emplace_back(id);
  }
  return ids;
}

Promise promise_with_id(const Book& book, std::string_view id) {
  return book.promise(*book.find(Collection::promises, id));
}

Promise in_state(Promise promise, State state) {
  if (state.fits(promise)) return promise;
  if (state.closed) throw Error::usage("promise '{}' is open", promise.id);
  throw Error::usage("promise '{}' is {} already", promise.id, promise.status)
      .with_hint(fmt::format(
          "'stead show {0}' shows it; 'stead promise --reopen {0}' opens it again", promise.id));
}

/// The promise with an id that begins with `front`; nothing where there is none.
std::optional<Promise> find_by_id(const Book& book, std::string_view front, State state) {
  std::vector<Promise> found;
  for (const std::string& id : ids_that_begin(book, Collection::promises, front)) {
    found.push_back(promise_with_id(book, id));
  }
  if (found.size() > 1) {
    std::erase_if(found, [&](const Promise& promise) { return !state.fits(promise); });
  }
  if (found.empty()) return std::nullopt;
  if (found.size() == 1) return in_state(found.front(), state);
  std::vector<std::string> ids;
  for (const Promise& promise : found) ids.push_back(promise.id);
  throw Error::usage("'{}' could be {}", front, either_of(ids)).with_hint("say more of the id");
}

std::vector<Promise> by_ids(const Book& book, const std::vector<std::string_view>& fronts,
                            State state) {
  std::vector<Promise> promises;
  for (const std::string_view front : fronts) {
    auto promise = find_by_id(book, front, state);
    if (!promise) {
      throw Error::usage("no {} promise has an id that begins with '{}'", state.word(), front)
          .with_hint("'stead promises' lists them with their ids");
    }
    if (std::ranges::find(promises, promise->id, &Promise::id) == promises.end()) {
      promises.push_back(*std::move(promise));
    }
  }
  return promises;
}

std::vector<Promise> promises_with(const Book& book, std::string_view who, State state) {
  std::vector<Promise> found;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    Promise promise = book.promise(i);
    const bool theirs =
        book.canonical(promise.other_side()) == who || (who == "me" && promise.is_follow_up());
    if (theirs && state.fits(promise)) found.push_back(std::move(promise));
  }
  return found;
}

/// What a person alone means: the promises, and the follow-ups only where there is nothing else.
void prefer_promises(std::vector<Promise>& promises) {
  const bool has_real =
      std::ranges::any_of(promises, [](const Promise& promise) { return !promise.is_follow_up(); });
  if (has_real) std::erase_if(promises, [](const Promise& each) { return each.is_follow_up(); });
}

/// One of a list to choose from: `k7q2wd4  migration estimate, due Fri 2026-08-07`.
std::string choice(const Promise& promise) {
  std::string text = promise.text;
  std::ranges::replace(text, '\n', ' ');
  const std::string side = promise.is_mine() ? "" : "theirs, ";
  const std::string due = promise.due ? "due " + long_date(*promise.due) : "no date";
  return fmt::format("{}  {} ({}{})", promise.id, text, side, due);
}

[[noreturn]] void throw_several(const Book& book, std::string_view who,
                                const std::vector<Promise>& promises, State state) {
  std::vector<std::string> choices;
  std::ranges::transform(promises, std::back_inserter(choices), choice);
  const std::string& id = promises.front().id;
  const std::string hint =
      state.to_tell_of
          ? fmt::format(
                "name its id, such as {}; or say words of its text, and then in quotes what "
                "was told",
                id)
          : fmt::format("say words of its text, or its id, such as {}", id);
  throw Error::usage("{} {} promises with {} fit:{}", promises.size(), state.word(),
                     book.name_of(who), lines_to_choose_from(choices))
      .with_hint(hint);
}

std::vector<std::string> texts_of(const std::vector<Promise>& promises) {
  std::vector<std::string> texts;
  for (const Promise& each : promises) texts.push_back(each.text);
  return texts;
}

Promise by_person(const Book& book, std::string_view who, std::string_view words, State state) {
  std::vector<Promise> promises = promises_with(book, who, state);
  const std::vector<std::string> fronts = folded_words(words);
  std::erase_if(promises, [&](const Promise& each) { return !has_words(each.text, fronts); });
  if (fronts.empty()) prefer_promises(promises);
  if (promises.empty()) {
    const std::string about = fronts.empty() ? "" : fmt::format(" has '{}' in it", words);
    const std::string question =
        word_that_was_meant(texts_of(promises_with(book, who, state)), fronts);
    throw Error::usage("no {} promise with {}{}", state.word(), book.name_of(who), about)
        .with_hint(!question.empty() ? question
                                     : fmt::format("'stead promises {}{}' lists what there is", who,
                                                   state.closed ? " --closed" : ""));
  }
  if (promises.size() == 1) return promises.front();
  const std::string whole = fold(words);
  const auto is_whole = [&](const Promise& each) { return fold(each.text) == whole; };
  if (std::ranges::count_if(promises, is_whole) == 1)
    return *std::ranges::find_if(promises, is_whole);
  throw_several(book, who, promises, state);
}

/// Throws where a promise's id is followed by words, which none needs.
void refuse_words_behind_id(const Book& book, const std::vector<std::string>& words, State state) {
  if (words.size() < 2) return;
  const std::optional<Promise> promise = find_by_id(book, words.front(), state);
  if (!promise) return;
  throw Error::usage("'{}' is the id of '{}', and needs no '{}' behind it", words.front(),
                     promise->text.substr(0, promise->text.find('\n')), joined(words, 1))
      .with_hint("leave those words out; or say whose it is, and words of it");
}

/// Is the argument what was told, and no word that says which promise is meant?
bool is_told(std::string_view argument) {
  return argument == "-" || argument.find_first_of(" \t\n") != argument.npos;
}

/// Whom PROMISE names; nothing where it is ids that it names, or nobody.
std::optional<std::string> person_in(const Book& book, const std::string& first) {
  if (book.find(Collection::promises, first)) return std::nullopt;
  return find_contact_named(book, first);
}

PromisesToTellOf told_by_person(const Book& book, std::string_view who,
                                const std::vector<std::string>& words) {
  const State state{.to_tell_of = true};
  const std::vector<Promise> promises = promises_with(book, who, state);
  const std::string all = joined(words, 0);
  const std::vector<std::string> fronts = folded_words(all);
  const auto is_named = [&](const Promise& each) { return has_words(each.text, fronts); };
  const bool may_be_a_name = !fronts.empty() && words.back() != "-";
  if (may_be_a_name && std::ranges::any_of(promises, is_named)) {
    return {{by_person(book, who, all, state)}, {}};
  }
  if (words.size() > 1) {
    const std::vector<std::string> name(words.begin(), words.end() - 1);
    const std::vector<std::string> fronts_of_name = folded_words(joined(name, 0));
    const auto is_chosen = [&](const Promise& each) {
      return has_words(each.text, fronts_of_name);
    };
    const bool fits = std::ranges::any_of(promises, is_chosen);
    if (promises.size() == 1 && is_told(words.back()) && !fits) {
      throw Error::usage("the only open promise with {} has no '{}' in it", book.name_of(who),
                         joined(name, 0))
          .with_hint(fmt::format("it is '{}': stead tell {} {}",
                                 promises.front().text.substr(0, promises.front().text.find('\n')),
                                 who, shell_word(words.back())));
    }
    const bool chooses = promises.size() > 1 && fits;
    if (is_told(words.back()) || chooses) {
      return {{by_person(book, who, joined(name, 0), state)}, {words.back()}};
    }
  }
  if (promises.size() > 1) throw_several(book, who, promises, state);
  return {{by_person(book, who, {}, state)}, words};
}

}  // namespace

PromisesToTellOf promises_to_tell_of(const Book& book, const std::vector<std::string>& words) {
  if (words.empty()) throw Error::usage("a promise has to be named");
  require_clean(words.front(), "the name");
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (const auto who = person_in(book, words.front())) return told_by_person(book, *who, rest);
  return {promises_named(book, {words.front()}), rest};
}

std::vector<Promise> promises_named(const Book& book, const std::vector<std::string>& words,
                                    bool closed) {
  const State state{closed};
  if (words.empty()) throw Error::usage("a promise has to be named");
  const std::string& first = words.front();
  require_clean(first, "the name");
  if (words.size() == 1) {
    const std::vector<std::string_view> fronts = split(first);
    if (fronts.size() > 1 && !find_contact_named(book, first)) {
      return by_ids(book, fronts, state);
    }
    if (book.find(Collection::promises, first)) {
      return {in_state(promise_with_id(book, first), state)};
    }
  }
  if (const auto who = find_contact_named(book, first)) {
    return {by_person(book, *who, joined(words, 1), state)};
  }
  refuse_words_behind_id(book, words, state);
  if (auto promise = find_by_id(book, first, state)) return {*std::move(promise)};
  refuse_archived(book, first);
  const std::string question = who_was_meant(book, first);
  throw Error::usage("nobody is called '{}', and no promise has an id that begins with it", first)
      .with_hint(question.empty() ? "'stead promises' lists them with their ids" : question);
}

RecordRef record_named(const Book& book, std::string_view text) {
  require_clean(text, "the name");
  for (const Collection collection :
       {Collection::contacts, Collection::promises, Collection::interactions}) {
    if (book.find(collection, text)) return {collection, std::string(text)};
  }
  for (const Archived archived : {Archived::hidden, Archived::found}) {
    if (auto id = find_contact_named(book, text, archived)) {
      return {Collection::contacts, *std::move(id)};
    }
  }
  std::vector<RecordRef> found;
  std::vector<std::string> ids;
  for (const Collection collection : {Collection::promises, Collection::interactions}) {
    for (std::string& id : ids_that_begin(book, collection, text)) {
      ids.push_back(id);
      found.push_back({collection, std::move(id)});
    }
  }
  if (found.size() == 1) return found.front();
  if (!found.empty()) {
    throw Error::usage("'{}' could be {}", text, either_of(ids)).with_hint("say more of the id");
  }
  throw Error::usage("nobody is called '{}', and no record has an id that begins with it", text)
      .with_hint(hint_for_unknown(book, text));
}

}  // namespace stead
