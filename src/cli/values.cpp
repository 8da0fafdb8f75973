#include "cli/values.h"

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/extensions.h"
#include "cli/paths.h"
#include "stead/dates.h"
#include "stead/filter.h"
#include "stead/name_offers.h"
#include "stead/names.h"
#include "stead/text.h"
#include "stead/via.h"

#include <algorithm>
#include <map>
#include <set>

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
constexpr auto kTimes = std::to_array<Described>(
    {{"30min", "half an hour"}, {"1h", "an hour"}, {"4h", "4 hours"}, {"1d", "a working day"}});
constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};
constexpr std::array<std::string_view, 9> kPeriods{"today",      "tomorrow",   "this week",
                                                   "next week",  "last week",  "next 2 weeks",
                                                   "this month", "next month", "last month"};

using Wanted = std::function<bool(const ContactNames&)>;

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

/// Adds values to the candidates, each kind in a function of its own.
class Values {
 public:
  Values(Candidates& candidates, LineContext& context, const std::vector<std::string>& before)
      : candidates_(candidates), context_(context), before_(before) {}

  void add(std::string_view type_name);
  static bool knows(std::string_view name);

 private:
  struct Kind {
    std::string_view name;
    void (Values::*add)();
  };
  static std::span<const Kind> kinds();

  const Book& book() { return context_.book(); }
  const std::string& begun() const { return candidates_.begun(); }

  // People.

  bool add_people_if(const Wanted& wanted) {
    std::vector<NameOffer> offers;
    if (const std::size_t comma = begun().rfind(','); comma != std::string::npos) {
      // A name that has a comma in it is found in a list, too.
      offers = offer_names(book(), begun(), [&](const ContactNames& names) {
        return names.name.find(',') != std::string_view::npos && wanted(names);
      });
      for (const NameOffer& offer : offers) candidates_.offer(offer.text, offer.about);
      candidates_.keep(comma + 1);
    }
    offers = offer_names(book(), begun(), wanted);
    for (const NameOffer& offer : offers) candidates_.offer(offer.text, offer.about);
    return !offers.empty();
  }

  void people() {
    add_people_if([](const ContactNames&) { return true; });
  }

  void clients() {
    std::set<std::string_view> clients;
    for (const std::size_t i : book().holding(Collection::contacts, "\"client\"")) {
      if (book().contact(i).has_tag("client")) clients.insert(book().id(Collection::contacts, i));
    }
    if (!add_people_if([&](const ContactNames& names) { return clients.contains(names.id); })) {
      people();
    }
  }

  void orgs() {
    if (!add_people_if([](const ContactNames& names) { return names.kind == "org"; })) people();
  }

  /// `@handle` in a text says whom it is about.
  void mentions() {
    const std::size_t blank = begun().find_last_of(" \t\n");
    const std::size_t piece = blank == std::string::npos ? 0 : blank + 1;
    if (piece == begun().size() || begun()[piece] != '@') return;
    candidates_.keep(piece);
    for (const NameOffer& offer : offer_names(book(), begun())) {
      candidates_.offer(offer.text, offer.about);
    }
  }

  // Promises, and what is found by its id.

  std::vector<Promise> open_promises() {
    std::vector<Promise> open;
    for (std::size_t i = 0; i < book().size(Collection::promises); ++i) {
      if (book().promise_state(i).is_open()) open.push_back(book().promise(i));
    }
    return open;
  }

  static std::string due(const Promise& promise) {
    return promise.due ? "due " + long_date(*promise.due) : "no date";
  }

  std::string in_words(const Promise& promise) {
    return fmt::format("{}{}: {}, {}", promise.is_mine() ? "to " : "from ",
                       book().name_of(promise.other_side()), promise.text, due(promise));
  }

  void promises() {
    if (!before_.empty()) return words_of_promise();
    const std::vector<Promise> open = open_promises();
    std::set<std::string, std::less<>> people;
    for (const Promise& each : open) people.emplace(book().canonical(each.other_side()));
    if (begun().find(',') == std::string::npos) {
      add_people_if([&](const ContactNames& names) { return people.contains(names.id); });
    } else {
      candidates_.keep(begun().rfind(',') + 1);
    }
    for (const Promise& each : open) {
      const bool by_text = !begun().empty() && may_become(begun(), each.text);
      if (by_text || each.id.starts_with(begun())) candidates_.offer(each.id, in_words(each));
    }
  }

  /// Behind a person, what was promised.
  void words_of_promise() {
    const std::string who = contact_named(book(), before_.front());
    if (before_.size() > 1) return;
    for (const Promise& each : open_promises()) {
      if (book().canonical(each.other_side()) == who) candidates_.add(each.text, due(each));
    }
  }

  void ids() {
    if (begun().empty()) return;
    for (std::size_t i = 0; i < book().size(Collection::promises); ++i) {
      if (!book().id(Collection::promises, i).starts_with(begun())) continue;
      const Promise promise = book().promise(i);
      candidates_.offer(promise.id, in_words(promise));
    }
  }

  // What contacts have.

  /// The words that contacts have in a field of the book, with how many do.
  template <typename WordsOf>
  void words_in_use(std::initializer_list<std::string_view> fields, WordsOf words_of) {
    std::map<std::string, int> uses;
    std::set<std::size_t> having;
    for (const std::string_view field : fields) {
      for (const std::size_t i : book().holding(Collection::contacts, field)) having.insert(i);
    }
    for (const std::size_t i : having) {
      for (const std::string& word : words_of(book().contact(i))) ++uses[word];
    }
    for (const auto& [word, count] : uses) {
      candidates_.add(word, fmt::format("{} contact{}", count, count == 1 ? "" : "s"));
    }
  }

  void tags() {
    words_in_use({"\"tags\""}, [](const Contact& contact) { return contact.tags; });
  }

  void skills() {
    words_in_use({"\"skills\"", "\"needs\""}, [](const Contact& contact) {
      std::vector<std::string> words = contact.skills;
      words.insert(words.end(), contact.needs.begin(), contact.needs.end());
      return words;
    });
  }

  void places() {
    words_in_use({"\"place\""}, [](const Contact& contact) { return std::vector{contact.place}; });
  }

  static std::vector<std::string> own_fields(const Contact& contact) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : contact.custom) keys.push_back(key);
    return keys;
  }

  void own_fields_with_values() {
    words_in_use({"\"custom\""}, [](const Contact& contact) {
      std::vector<std::string> keys = own_fields(contact);
      for (std::string& key : keys) key += '=';
      return keys;
    });
  }

  void column() {
    if (begun().starts_with('-')) candidates_.keep(1);  // the other way round
    columns();
  }

  void columns() {
    if (const std::size_t comma = begun().rfind(','); comma != std::string::npos) {
      candidates_.keep(comma + 1);
    }
    Contact::fields([&](const FieldSpec& field, auto) { candidates_.add(field.name); });
    candidates_.add("last", "the last contact");
    words_in_use({"\"custom\""}, own_fields);
  }

  template <typename Record>
  void add_fields() {
    Record::fields([&](const FieldSpec& field, auto) { candidates_.add(field.name); });
  }

  void fields() {
    switch (context_.listed()) {
      case Collection::contacts: return add_fields<Contact>();
      case Collection::promises: return add_fields<Promise>();
      case Collection::interactions: return add_fields<Interaction>();
    }
  }

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
    for (const NameOffer& offer : offer_names(book(), begun())) {
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

  // What stead itself has.

  void ways() {
    for (const std::string_view way : kKnownVia) candidates_.add(way);
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
  void nothing() {}

  Candidates& candidates_;
  LineContext& context_;
  const std::vector<std::string>& before_;
};

/// Every type name of the command line but those in lower case.
std::span<const Values::Kind> Values::kinds() {
  static constexpr auto kKinds = std::to_array<Kind>({
      {"ADDRESS", &Values::nothing},
      {"CLIENT", &Values::clients},
      {"COMMAND", &Values::command_names},
      {"DATE", &Values::coming_days},
      {"DAY", &Values::nothing},
      {"DAY=TEXT", &Values::nothing},
      {"EXPR", &Values::days_and_periods},
      {"FIELD", &Values::column},
      {"FIELD[=VALUE]", &Values::nothing},  // the options of the command: completion.cpp
      {"FIELDS", &Values::columns},
      {"FIELD-NAME", &Values::fields},
      {"FILE", &Values::files},
      {"FILTER", &Values::filters},
      {"FORMAT", &Values::formats},
      {"HOURS", &Values::nothing},
      {"ID", &Values::ids},
      {"KEY=VALUE", &Values::own_fields_with_values},
      {"N", &Values::nothing},
      {"NAME", &Values::nothing},
      {"NEED", &Values::skills},
      {"NUMBER", &Values::nothing},
      {"ORG", &Values::orgs},
      {"PERIOD", &Values::periods},
      {"PLACE", &Values::places},
      {"PROMISE", &Values::promises},
      {"RULE", &Values::nothing},
      {"SKILL", &Values::skills},
      {"SPAN", &Values::spans},
      {"TAG", &Values::tags},
      {"TEXT", &Values::mentions},
      {"TIME", &Values::times},
      {"URL", &Values::nothing},
      {"VIA", &Values::ways},
      {"WHEN", &Values::past_days},
      {"WHO", &Values::people},
      {"WHY", &Values::nothing},
      {"WORDS", &Values::nothing},
      {"ZONE", &Values::nothing},
  });
  return kKinds;
}

bool Values::knows(std::string_view name) {
  return is_literal(name) || std::ranges::find(kinds(), name, &Kind::name) != kinds().end();
}

void Values::add(std::string_view type_name) {
  for (const std::string_view alternative : split(type_name, '|')) {
    const auto kind = std::ranges::find(kinds(), alternative, &Kind::name);
    if (kind != kinds().end()) (this->*kind->add)();
    if (is_literal(alternative)) candidates_.add(alternative);
  }
}

}  // namespace

void LineContext::open() {
  path_ = find_paths(world_, options_.book).book;
  reader_ = BookReader::open(path_);
  if (!reader_) throw no_book_at(path_);
}

const Book& LineContext::book() {
  if (book_) return *book_;
  open();
  book_ = Book::front(reader_->read_until(Book::kFrontEnd), path_.string());
  return book_ ? *book_ : whole_book();
}

const Book& LineContext::whole_book() {
  if (!reader_) open();
  return book_.emplace(Book::reading(reader_->read_all(), path_.string()));
}

Now LineContext::now() const { return clock_of(world_, options_); }

void add_values(Candidates& candidates, LineContext& context, std::string_view type_name,
                const std::vector<std::string>& before) {
  Values(candidates, context, before).add(type_name);
}

bool is_known_type(std::string_view type_name) {
  return std::ranges::all_of(split(type_name, '|'), Values::knows);
}

}  // namespace stead
