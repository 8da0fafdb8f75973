#include "stead/heard_names.h"

#include "stead/error.h"
#include "stead/heard_age.h"
#include "stead/text.h"
#include "words/named_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace stead {
namespace {

/// What was heard, on a day alone if one is given, and is not retired: by its text, in the order of
/// the contact.
std::vector<HeardPlaces> things_heard(const Contact& contact, std::optional<Day> day = {}) {
  std::vector<HeardPlaces> things;
  std::vector<std::string> texts;
  for (std::size_t place = 0; place < contact.heard.size(); ++place) {
    if (contact.heard[place].retired || (day && contact.heard[place].on != day)) continue;
    std::string text = fold(contact.heard[place].text);
    const auto known = std::ranges::find(texts, text);
    if (known == texts.end()) {
      texts.push_back(std::move(text));
      things.push_back({place});
    } else {
      things[static_cast<std::size_t>(known - texts.begin())].push_back(place);
    }
  }
  return things;
}

const std::string& text_of(const Contact& contact, const HeardPlaces& thing) {
  return contact.heard[thing.front()].text;
}

std::vector<std::string> texts_of(const Contact& contact, const std::vector<HeardPlaces>& things) {
  std::vector<std::string> texts;
  for (const HeardPlaces& thing : things) texts.push_back(text_of(contact, thing));
  return texts;
}

/// One of a list to choose from: `no changes on Fridays (said in March, not yet reflected)`.
std::string heard_choice(const Contact& contact, const HeardPlaces& thing, Day today) {
  std::string text = text_of(contact, thing);
  std::ranges::replace(text, '\n', ' ');
  return fmt::format("{} ({})", text, heard_age(contact.heard[thing.back()], today));
}

/// What names the first of the texts and no other: the longest word of it that does, if there is
/// one.
std::string name_of_first(const std::vector<std::string>& texts) {
  std::string name;
  for (std::string& word : folded_words(texts.front())) {
    const auto fits = [&](const std::string& text) { return has_words(text, {word}); };
    if (word.size() <= name.size() || std::ranges::count_if(texts, fits) != 1) continue;
    name = std::move(word);
  }
  return name.empty() ? shell_word(texts.front()) : name;
}

[[noreturn]] void throw_several(const Contact& contact, const std::vector<HeardPlaces>& things,
                                std::string_view are, std::string_view command, Day today) {
  std::vector<std::string> choices;
  for (const HeardPlaces& thing : things) choices.push_back(heard_choice(contact, thing, today));
  throw Error::usage("{} things heard from {} {}:{}", things.size(), contact.name, are,
                     lines_to_choose_from(choices))
      .with_hint(fmt::format("say words of one: {} {}", command,
                             name_of_first(texts_of(contact, things))));
}

void refuse_none(const Contact& contact, const std::vector<HeardPlaces>& things) {
  if (!things.empty()) return;
  if (!contact.heard.empty()) {
    throw Error::usage("all that was heard from {} is retired", contact.name)
        .with_hint(fmt::format("'stead show {} --all' shows it", contact.id));
  }
  throw Error::usage("nothing was heard from {} yet", contact.name)
      .with_hint(fmt::format("'stead heard {} TEXT' puts it there", contact.id));
}

/// `fridays 2026-03-02`: the words, and a day behind them.
struct WordsAndDay {
  std::string_view words;
  std::optional<Day> day;
};

WordsAndDay words_and_day(std::string_view all) {
  const std::string_view words = trimmed(all);
  const std::size_t blank = words.find_last_of(" \t\n");
  if (blank == std::string_view::npos) return {words, {}};
  const std::optional<Day> day = day_from(words.substr(blank + 1));
  return {day ? trimmed(words.substr(0, blank)) : words, day};
}

/// Do all the words fit a text, the day being one of them?
bool is_in_a_text(const Contact& contact, std::string_view words) {
  const std::vector<std::string> fronts = folded_words(words);
  return std::ranges::any_of(contact.heard, [&](const Heard& heard) {
    return !heard.retired && has_words(heard.text, fronts);
  });
}

/// The last of what is retired and has the words; nullptr where none has.
const Heard* retired_with(const Contact& contact, const WordsAndDay& named) {
  const std::vector<std::string> fronts = folded_words(named.words);
  if (fronts.empty()) return nullptr;
  const auto found =
      std::find_if(contact.heard.rbegin(), contact.heard.rend(), [&](const Heard& heard) {
        return heard.retired && (!named.day || heard.on == named.day) &&
               has_words(heard.text, fronts);
      });
  return found == contact.heard.rend() ? nullptr : &*found;
}

/// `texts` are those that can be named.
[[noreturn]] void throw_none_fits(const Contact& contact, const WordsAndDay& named,
                                  const std::vector<std::string>& texts) {
  if (const Heard* retired = retired_with(contact, named)) {
    std::string text = retired->text;
    std::ranges::replace(text, '\n', ' ');
    throw Error::usage("'{}' was heard from {}, and retired on {}", text, contact.name,
                       long_date(*retired->retired))
        .with_hint(fmt::format("'stead show {} --all' shows it", contact.id));
  }
  const std::string lists = fmt::format("'stead show {}' lists what there is", contact.id);
  if (named.day && texts.empty()) {
    throw Error::usage("nothing was heard from {} on {}", contact.name, long_date(*named.day))
        .with_hint(lists);
  }
  const std::string question = word_that_was_meant(texts, folded_words(named.words));
  throw Error::usage("nothing heard from {} has '{}' in it", contact.name, named.words)
      .with_hint(question.empty() ? lists : question);
}

HeardPlaces heard_by_words(const Contact& contact, const WordsAndDay& named,
                           std::string_view command, Day today) {
  refuse_none(contact, things_heard(contact));
  std::vector<HeardPlaces> things = things_heard(contact, named.day);
  const std::vector<std::string> texts = texts_of(contact, things);
  const std::string whole = fold(named.words);
  const auto is_whole = [&](const HeardPlaces& thing) {
    return fold(text_of(contact, thing)) == whole;
  };
  if (const auto found = std::ranges::find_if(things, is_whole); found != things.end()) {
    return *found;
  }
  const std::vector<std::string> fronts = folded_words(named.words);
  std::erase_if(things, [&](const HeardPlaces& thing) {
    return fronts.empty() || !has_words(text_of(contact, thing), fronts);
  });
  if (things.empty()) throw_none_fits(contact, named, texts);
  if (things.size() > 1) throw_several(contact, things, "fit", command, today);
  return things.front();
}

}  // namespace

HeardPlaces heard_named(const Contact& contact, std::string_view words, std::string_view command,
                        Day today) {
  const WordsAndDay named = words_and_day(words);
  const bool is_of_a_day = named.day && !is_in_a_text(contact, words);
  return heard_by_words(contact, is_of_a_day ? named : WordsAndDay{words, {}}, command, today);
}

std::size_t heard_once_named(const Contact& contact, std::string_view words,
                             std::string_view command, Day today) {
  const HeardPlaces places = heard_named(contact, words, command, today);
  if (places.size() == 1) return places.front();
  std::vector<std::string> choices;
  std::optional<Day> last;
  for (const std::size_t place : places) {
    const Heard& heard = contact.heard[place];
    choices.push_back(heard.on ? "said on " + long_date(*heard.on) : "on a day that is not known");
    if (heard.on) last = heard.on;
  }
  throw Error::usage("'{}' was heard from {} on {} days:{}", contact.heard[places.front()].text,
                     contact.name, places.size(), lines_to_choose_from(choices))
      .with_hint(fmt::format("say which by its day: {} {} {}", command, shell_word(words),
                             to_string(*last)));
}

HeardPlaces heard_unreflected(const Contact& contact, std::string_view command, Day today) {
  std::vector<HeardPlaces> things = things_heard(contact);
  refuse_none(contact, things);
  const std::vector<std::string> texts = texts_of(contact, things);
  std::erase_if(things, [&](const HeardPlaces& thing) {
    return std::ranges::all_of(
        thing, [&](std::size_t place) { return contact.heard[place].reflected.has_value(); });
  });
  if (things.empty()) {
    throw Error::usage("all that was heard from {} is reflected", contact.name)
        .with_hint(
            fmt::format("to say it back again, name it: {} {}", command, name_of_first(texts)));
  }
  if (things.size() > 1) throw_several(contact, things, "are not yet reflected", command, today);
  return things.front();
}

}  // namespace stead
