#include "stead/dates.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/promise_life.h"
#include "stead/text.h"
#include "words/filter_terms.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stead {
namespace {

using AboutPromise = std::function<bool(const Promise&)>;

/// Does a reference name the contact that somebody typed?
std::function<bool(std::string_view)> names_contact(const FilterContext& context,
                                                    std::string_view typed) {
  return [&book = context.book, id = contact_named(context.book, typed, Archived::found)](
             std::string_view handle) { return book.canonical(handle) == id; };
}

/// Holds for what happened in a period: interactions by their time, promises by when they were
/// made.
FilterTerm happened_in(Period period) {
  return {
      .contact = {},
      .promise = [period](const Promise& each) { return period.contains(each.made.day); },
      .interaction = [period](const Interaction& each) { return period.contains(each.at.day); }};
}

/// Does a record have nothing in a field? No question where its kind has no such field.
template <typename Record>
std::function<bool(const Record&)> lacks(std::string_view field) {
  std::function<bool(const Record&)> question;
  each_field<Record>([&](const FieldSpec& spec, auto member) {
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
  if (listed.value_or(Collection::contacts) == Collection::contacts) each_field<Contact>(add);
  if (listed.value_or(Collection::promises) == Collection::promises) each_field<Promise>(add);
  if (listed.value_or(Collection::interactions) == Collection::interactions) {
    each_field<Interaction>(add);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
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

}  // namespace

FilterTerm is_via(const FilterContext& /*context*/, std::string_view value) {
  return {
      .contact = {}, .promise = {}, .interaction = [via = fold(value)](const Interaction& each) {
        return fold(each.via) == via;
      }};
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

}  // namespace stead
