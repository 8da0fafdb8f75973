#include "words/filter_term.h"

#include "stead/contact_times.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/promise_life.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stead {
namespace {

using AboutContact = std::function<bool(const Contact&)>;
using AboutPromise = std::function<bool(const Promise&)>;
using AboutInteraction = std::function<bool(const Interaction&)>;

/// What is asked of contacts, for those that references name; asked once for each.
class Named {
 public:
  Named(const Book& book, AboutContact ask)
      : book_(book), ask_(std::move(ask)), answers_(book.size(Collection::contacts)) {}

  bool operator()(std::string_view handle) {
    const auto index = book_.find_contact(handle);
    if (!index) return false;
    if (!answers_[*index]) answers_[*index] = ask_(book_.contact(*index));
    return *answers_[*index];
  }
  bool any(const std::vector<std::string>& handles) {
    return std::ranges::any_of(handles, std::ref(*this));
  }

 private:
  const Book& book_;
  AboutContact ask_;
  std::vector<std::optional<bool>> answers_;
};

/// A term about contacts, which holds for a promise or an interaction with or for one of them.
FilterTerm about_people(const FilterContext& context, const AboutContact& ask) {
  const auto named = std::make_shared<Named>(context.book, ask);
  return {.contact = ask,
          .promise =
              [named](const Promise& promise) {
                return (*named)(promise.other_side()) || (*named)(promise.for_whom);
              },
          .interaction =
              [named](const Interaction& interaction) {
                return named->any(interaction.with) || (*named)(interaction.for_client);
              }};
}

bool has_word(const std::vector<std::string>& words, const std::string& folded) {
  return std::ranges::any_of(words, [&](const std::string& word) { return fold(word) == folded; });
}

FilterTerm has_tag(const FilterContext& context, std::string_view value) {
  return about_people(
      context, [tag = fold(value)](const Contact& contact) { return has_word(contact.tags, tag); });
}

FilterTerm has_skill(const FilterContext& context, std::string_view value) {
  return about_people(context, [skill = fold(value)](const Contact& contact) {
    return has_word(contact.skills, skill);
  });
}

FilterTerm is_in_place(const FilterContext& context, std::string_view value) {
  return about_people(context, [place = fold(value)](const Contact& contact) {
    return fold(contact.place).find(place) != std::string::npos;
  });
}

FilterTerm is_at_org(const FilterContext& context, std::string_view value) {
  const std::string org = contact_named(context.book, value, Archived::found);
  const Book& book = context.book;
  const auto staff = [org, &book](const Contact& contact) {
    return !contact.org.empty() && book.canonical(contact.org) == org;
  };
  FilterTerm term = about_people(context, [org, staff](const Contact& contact) {
    return contact.id == org || staff(contact);
  });
  term.contact = staff;
  return term;
}

FilterTerm is_client_of(const FilterContext& context, std::string_view value) {
  const Book& book = context.book;
  const std::string owner = contact_named(book, value, Archived::found);
  return about_people(context, [&book, owner](const Contact& contact) {
    if (contact.client_of.empty()) return owner == "me" && contact.has_tag("client");
    return book.canonical(contact.client_of) == owner;
  });
}

FilterTerm is_of_kind(const FilterContext& /*context*/, std::string_view value) {
  const std::string kind = fold(value);
  return {.contact =
              [kind](const Contact& contact) {
                return kind == (contact.kind.empty() ? "person" : contact.kind);
              },
          .promise = {},
          .interaction =
              [kind](const Interaction& interaction) {
                return interaction.deed && interaction.deed->kind == kind;
              }};
}

FilterTerm is_via(const FilterContext& /*context*/, std::string_view value) {
  return {
      .contact = {}, .promise = {}, .interaction = [via = fold(value)](const Interaction& each) {
        return fold(each.via) == via;
      }};
}

/// Does a reference name the contact that somebody typed?
std::function<bool(std::string_view)> names_contact(const FilterContext& context,
                                                    std::string_view typed) {
  return [&book = context.book, id = contact_named(context.book, typed, Archived::found)](
             std::string_view handle) { return book.canonical(handle) == id; };
}

FilterTerm is_with(const FilterContext& context, std::string_view value) {
  const auto meant = names_contact(context, value);
  return {.contact = {},
          .promise = [meant](const Promise& promise) { return meant(promise.other_side()); },
          .interaction =
              [meant](const Interaction& interaction) {
                return std::ranges::any_of(interaction.with, meant);
              }};
}

FilterTerm is_about(const FilterContext& context, std::string_view value) {
  const auto meant = names_contact(context, value);
  return {.contact = {}, .promise = {}, .interaction = [meant](const Interaction& interaction) {
            return std::ranges::any_of(interaction.about, meant);
          }};
}

FilterTerm is_for(const FilterContext& context, std::string_view value) {
  const auto meant = names_contact(context, value);
  return {.contact = {},
          .promise = [meant](const Promise& promise) { return meant(promise.for_whom); },
          .interaction = [meant](const Interaction& each) { return meant(each.for_client); }};
}

FilterTerm is_quiet(const FilterContext& context, std::string_view value) {
  const Day since = add(context.now.today, read_span(value), -1) + Days{1};
  const auto recent = std::make_shared<std::optional<LastContacts>>();
  return {.contact =
              [&book = context.book, since, recent](const Contact& contact) {
                // Only a list that comes to ask needs the walk over the interactions.
                if (!*recent) recent->emplace(book, since);
                return contact.id != "me" && !(*recent)->with(contact.id);
              },
          .promise = {},
          .interaction = {}};
}

/// Holds for what happened in a period: interactions by their time, promises by when they were
/// made.
FilterTerm happened_in(Period period) {
  return {
      .contact = {},
      .promise = [period](const Promise& each) { return period.contains(each.made.day); },
      .interaction = [period](const Interaction& each) { return period.contains(each.at.day); }};
}

FilterTerm is_on(const FilterContext& context, std::string_view value) {
  return happened_in(read_period(value, context.now, Direction::back));
}

FilterTerm is_since(const FilterContext& context, std::string_view value) {
  return happened_in({read_period(value, context.now, Direction::back).first, kLastDay});
}

FilterTerm is_until(const FilterContext& context, std::string_view value) {
  return happened_in({kFirstDay, read_period(value, context.now, Direction::back).last});
}

FilterTerm is_due(const FilterContext& context, std::string_view value) {
  const Period period = read_period(value, context.now, Direction::forward);
  return {.contact = {},
          .promise =
              [period](const Promise& each) { return each.due && period.contains(each.due->day); },
          .interaction = {}};
}

/// Does a record have nothing in a field? No question where its kind has no such field.
template <typename Record>
std::function<bool(const Record&)> lacks(std::string_view field) {
  std::function<bool(const Record&)> question;
  Record::fields([&](const FieldSpec& spec, auto member) {
    if (spec.name != field) return;
    question = [member](const Record& record) {
      return record.*member == std::remove_cvref_t<decltype(record.*member)>{};
    };
  });
  return question;
}

/// The fields of the records that are asked.
std::vector<std::string_view> fields_of(std::optional<Collection> listed) {
  std::vector<std::string_view> names;
  const auto add = [&](const FieldSpec& spec, auto /*member*/) { names.push_back(spec.name); };
  if (listed.value_or(Collection::contacts) == Collection::contacts) Contact::fields(add);
  if (listed.value_or(Collection::promises) == Collection::promises) Promise::fields(add);
  if (listed.value_or(Collection::interactions) == Collection::interactions) {
    Interaction::fields(add);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

FilterTerm has_no(const FilterContext& context, std::string_view value) {
  std::string field = fold(value);
  std::ranges::replace(field, '-', '_');
  for (const std::string_view plural : {"", "s", "es"}) {
    const std::string name = field + std::string(plural);
    FilterTerm term{lacks<Contact>(name), lacks<Promise>(name), lacks<Interaction>(name)};
    if (term.contact || term.promise || term.interaction) return term;
  }
  std::vector<std::string> meant = nearest(field, fields_of(context.listed));
  for (std::string& name : meant) name.insert(0, "no:");
  throw Error::usage("no record has a field '{}'", value)
      .with_hint(meant.empty() ? "'stead help book' lists them" : did_you_mean(meant));
}

/// What `is:` knows, in one word each.
struct Quality {
  std::string_view name;
  FilterTerm (*term)(const FilterContext& context);
};

FilterTerm about_promise(AboutPromise ask) { return {{}, std::move(ask), {}}; }

template <bool (Promise::*kAsk)() const, bool kAnswer>
FilterTerm promise_that(const FilterContext& /*context*/) {
  return about_promise([](const Promise& promise) { return (promise.*kAsk)() == kAnswer; });
}

FilterTerm with_status(std::string_view status) {
  return about_promise([status](const Promise& promise) { return promise.status == status; });
}

FilterTerm late(const FilterContext& context) {
  return about_promise(
      [now = context.now](const Promise& promise) { return is_late(promise, now); });
}

constexpr Quality kQualities[] = {
    {"archived",
     [](const FilterContext&) {
       return FilterTerm{
           [](const Contact& contact) { return contact.archived.has_value(); }, {}, {}};
     }},
    {"broken", [](const FilterContext&) { return with_status("broken"); }},
    {"closed", promise_that<&Promise::is_open, false>},
    {"kept", [](const FilterContext&) { return with_status("kept"); }},
    {"late", late},
    {"mine", promise_that<&Promise::is_mine, true>},
    {"open", promise_that<&Promise::is_open, true>},
    {"released", [](const FilterContext&) { return with_status("released"); }},
    {"theirs", promise_that<&Promise::is_mine, false>},
    {"urgent",
     [](const FilterContext&) {
       return FilterTerm{{}, {}, [](const Interaction& each) { return each.urgent; }};
     }},
};

FilterTerm is_such(const FilterContext& context, std::string_view value) {
  const auto* quality = std::ranges::find(kQualities, fold(value), &Quality::name);
  if (quality != std::end(kQualities)) return quality->term(context);
  std::vector<std::string> terms;
  for (const Quality& each : kQualities) {
    if (context.listed && !each.term(context).asks(*context.listed)) continue;
    terms.push_back("is:" + std::string(each.name));
  }
  const std::string meant = did_you_mean(nearest("is:" + std::string(value), terms));
  throw Error::usage("'is:{}' is no filter", value)
      .with_hint(meant.empty() ? fmt::format("there is {}", fmt::join(terms, ", ")) : meant);
}

/// Is a folded text part of one of these?
class Search {
 public:
  explicit Search(std::string_view text) : folded_(fold(text)) {}
  bool operator()(std::string_view text) const {
    return fold(text).find(folded_) != std::string::npos;
  }
  bool any(const std::vector<std::string>& texts) const {
    return std::ranges::any_of(texts, *this);
  }
  template <typename Element>
  bool any(const std::vector<Element>& elements, std::string Element::*text) const {
    return std::ranges::any_of(elements, *this, text);
  }

 private:
  std::string folded_;
};

}  // namespace

bool FilterTerm::asks(Collection collection) const {
  switch (collection) {
    case Collection::contacts: return contact != nullptr;
    case Collection::promises: return promise != nullptr;
    case Collection::interactions: return interaction != nullptr;
  }
  return false;
}

FilterTerm has_text(const FilterContext& context, std::string_view value) {
  const Search found(value);
  const auto named = std::make_shared<Named>(context.book, [found](const Contact& contact) {
    return found(contact.name) || found.any(contact.aliases);
  });
  return {.contact =
              [found](const Contact& contact) {
                return found(contact.name) || found.any(contact.aliases) || found(contact.title) ||
                       found(contact.place) || found(contact.note) || found.any(contact.email) ||
                       found.any(contact.heard, &Heard::text) ||
                       std::ranges::any_of(contact.custom, found, &NamedTexts::value_type::second);
              },
          .promise =
              [found, named](const Promise& promise) {
                return found(promise.text) || found.any(promise.told, &Told::text) ||
                       found.any(promise.parts, &Part::text) || (*named)(promise.other_side()) ||
                       (*named)(promise.for_whom);
              },
          .interaction =
              [found, named](const Interaction& interaction) {
                return found(interaction.text) || named->any(interaction.with) ||
                       named->any(interaction.about) || (*named)(interaction.for_client);
              }};
}

namespace {

constexpr FilterKey kKeys[] = {
    {{"about", "about:ana", "interactions that were about somebody", "WHO"},
     is_about,
     {"", "", "WHO"}},
    {{"client-of", "client-of:bo", "the clients of a colleague's, and what was with or for them",
      "WHO"},
     is_client_of,
     {"WHO", "WHO", "WHO"}},
    {{"due", "due:..fri", "promises due on a day or in a period", "PERIOD"},
     is_due,
     {"", "PERIOD", ""}},
    {{"for", "for:acme", "interactions and promises for a client", "WHO"},
     is_for,
     {"", "WHO", "WHO"}},
    {{"is", "is:late",
      "promises that are open, late, mine, theirs, closed, kept, released or broken; archived "
      "contacts; urgent interactions",
      "archived|broken|closed|kept|late|mine|open|released|theirs|urgent"},
     is_such,
     {"archived", "broken|closed|kept|late|mine|open|released|theirs", "urgent"}},
    {{"kind", "kind:org", "contacts that are an org or a person; deeds of a kind",
      "person|org|cover|advice|credit|favour|invitation|referral|introduction"},
     is_of_kind,
     {"person|org", "", "cover|advice|credit|favour|invitation|referral|introduction"}},
    {{"no", "no:cover", "records with nothing in a field", "FIELD-NAME"},
     has_no,
     {"FIELD-NAME", "FIELD-NAME", "FIELD-NAME"}},
    {{"on", "on:today", "what happened or was promised on a day or in a period", "PERIOD"},
     is_on,
     {"", "PERIOD", "PERIOD"}},
    {{"org", "org:acme", "people who work there; what was with or for the org or one of them",
      "ORG"},
     is_at_org,
     {"ORG", "ORG", "ORG"}},
    {{"place", "place:leeds",
      "contacts whose place has the word in it, and what was with or for them", "PLACE"},
     is_in_place,
     {"PLACE", "PLACE", "PLACE"}},
    {{"quiet", "quiet:30d", "contacts I had no contact with for that long", "SPAN"},
     is_quiet,
     {"SPAN", "", ""}},
    {{"since", "since:aug", "what happened or was promised then and later", "PERIOD"},
     is_since,
     {"", "PERIOD", "PERIOD"}},
    {{"skill", "skill:network", "contacts who can do it, and what was with or for them", "SKILL"},
     has_skill,
     {"SKILL", "SKILL", "SKILL"}},
    {{"tag", "tag:client", "contacts with the tag, and what was with or for them", "TAG"},
     has_tag,
     {"TAG", "TAG", "TAG"}},
    {{"text", "text:re:dns", "what has the words in a name or a text; also without the key",
      "TEXT"},
     has_text,
     {"TEXT", "TEXT", "TEXT"}},
    {{"until", "until:fri", "what happened or was promised then and earlier", "PERIOD"},
     is_until,
     {"", "PERIOD", "PERIOD"}},
    {{"via", "via:call", "interactions of that way to meet", "VIA"}, is_via, {"", "", "VIA"}},
    {{"with", "with:ana", "interactions and promises with somebody", "WHO"},
     is_with,
     {"", "WHO", "WHO"}},
};

}  // namespace

std::span<const FilterKey> filter_keys() { return kKeys; }

}  // namespace stead
