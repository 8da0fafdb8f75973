#include "stead/contact_times.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/text.h"
#include "stead/yearly.h"
#include "words/filter_terms.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace stead {
namespace {

using AboutContact = std::function<bool(const Contact&)>;

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

FilterTerm has_birthday(const FilterContext& context, std::string_view value) {
  const Period period = read_period(value, context.now, Direction::forward);
  return {.contact =
              [period](const Contact& contact) {
                return contact.born && first_in(*contact.born, period).has_value();
              },
          .promise = {},
          .interaction = {}};
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

}  // namespace stead
