#include "cli/record_options.h"
#include "commands/people/field_options.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>

namespace stead {
namespace {

/// What the messages about one kind of record need.
struct Kind {
  std::string_view a_record;  ///< `a promise`
  std::span<const FieldOption> options;
};

Kind kind_of(const Contact&) { return {"a contact", contact_options()}; }
Kind kind_of(const Promise&) { return {"a promise", promise_options()}; }
Kind kind_of(const Interaction&) { return {"an interaction", interaction_options()}; }

/// Fields that no option sets but --unset empties.
using UnsetOnly = std::vector<std::string_view>;
UnsetOnly unset_only(const Contact&) { return {"past", "archived", "snoozed"}; }
UnsetOnly unset_only(const Promise&) { return {"snoozed"}; }
UnsetOnly unset_only(const Interaction&) { return {"snoozed"}; }

/// Working hours and rules are the owner's.
bool suits(const Contact& contact, const FieldOption& option) {
  return contact.id == "me" || (option.field != "hours" && option.field != "rules");
}
bool suits(const Promise&, const FieldOption&) { return true; }
bool suits(const Interaction&, const FieldOption&) { return true; }

/// Fields that have commands of their own.
std::string_view command_for(std::string_view field) {
  struct Own {
    std::string_view field;
    std::string_view hint;
  };
  static constexpr auto kOwn = std::to_array<Own>({
      {"name", "'stead rename WHO NEW NAME' changes it"},
      {"cover", "'stead uncover CLIENT' ends it"},
      {"away", "'stead away PERIOD --cancel' takes one back"},
      {"status", "'stead promise --reopen PROMISE' opens it again"},
  });
  const auto* found = std::ranges::find(kOwn, field, &Own::field);
  return found == kOwn.end() ? std::string_view() : found->hint;
}

const FieldOption* find_option(std::span<const FieldOption> options, std::string_view name) {
  const auto is_it = [&](const FieldOption& option) {
    return option.name == name || option.field == name ||
           (!option.also.empty() && option.also == name);
  };
  const auto found = std::ranges::find_if(options, is_it);
  return found == options.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const Kind& kind) {
  std::vector<std::string> names;
  for (const FieldOption& option : kind.options) names.emplace_back(option.name);
  return names;
}

bool takes(const Kind& kind, std::string_view option) {
  return std::ranges::find(kind.options, option, &FieldOption::name) != kind.options.end();
}

/// Refuses the options of other records.
void check_options(const TypedFields& typed, const Kind& kind) {
  for (const auto& [name, values] : typed.values) {
    if (values.empty()) continue;
    if (takes(kind, name)) continue;
    throw Error::usage("{} has no --{}", kind.a_record, name)
        .with_hint(fmt::format("it has --{}", fmt::join(names_of(kind), ", --")));
  }
}

/// What --unset takes.
template <typename Record>
std::vector<std::string> names_to_unset(const Record& record) {
  std::vector<std::string> names;
  for (const FieldOption& option : kind_of(record).options) {
    const bool required = find_field<Record>(option.field)->required;
    if (!required && suits(record, option)) names.emplace_back(option.name);
  }
  for (const std::string_view field : unset_only(record)) names.emplace_back(field);
  return names;
}

template <typename Record>
[[noreturn]] void throw_unknown(const Record& record, std::string_view field) {
  const Kind kind = kind_of(record);
  const std::vector<std::string> names = names_to_unset(record);
  std::string hint(command_for(field));
  if (hint.empty()) hint = did_you_mean(nearest(field, names));
  throw Error::usage("{} has no field '{}' that could be unset", kind.a_record, field)
      .with_hint(hint.empty() ? fmt::format("--unset takes {}", fmt::join(names, ", ")) : hint);
}

/// Own fields are the contacts' alone.
NamedTexts* own_fields(Contact& contact) { return &contact.custom; }
NamedTexts* own_fields(Promise&) { return nullptr; }
NamedTexts* own_fields(Interaction&) { return nullptr; }

template <typename Record>
RecordOptions options_of(Record record) {
  RecordOptions found{{}, names_to_unset(record)};
  for (const auto options : {contact_options(), promise_options(), interaction_options()}) {
    for (const FieldOption& option : options) {
      if (takes(kind_of(record), option.name) && suits(record, option)) continue;
      found.foreign.emplace(option.name);
      if (!option.also.empty()) found.foreign.emplace(option.also);
    }
  }
  if (const NamedTexts* own = own_fields(record)) {
    for (const auto& [name, value] : *own) found.to_unset.push_back(name);
  }
  return found;
}

/// The value that --unset names, as the book has it.
std::string value_named(const FieldSpec& spec, std::string_view field, std::string_view typed,
                        const Book& book) {
  require_clean(typed, "the value");
  if (spec.type == Type::handle || field == "past") {
    if (auto id = find_contact_named(book, typed, Archived::found)) return *std::move(id);
  }
  return std::string(typed);
}

template <typename Record>
void settle_conflict(Record& record, std::string_view field) {
  std::erase_if(record.conflict, [&](const auto& lost) { return lost.first == field; });
}

template <typename Record>
void unset_field(Record& record, std::string_view field, std::optional<std::string_view> value,
                 Session& session) {
  const FieldSpec spec = *find_field<Record>(field);
  if (spec.required) {
    throw Error::usage("{} cannot be without '{}'", kind_of(record).a_record, field);
  }
  settle_conflict(record, field);
  if (!value) return clear_field(record, field);
  const std::string named = value_named(spec, field, *value, session.book());
  if (!take_value(record, field, named)) {
    const std::string meant = did_you_mean(nearest(named, field_values(record, field)));
    session.note(fmt::format("there is no '{}' in '{}'{}{}", *value, field,
                             meant.empty() ? "" : "; ", meant));
  }
}

template <typename Record>
void unset(Record& record, std::string_view typed, Session& session) {
  const std::size_t equals = typed.find('=');
  const std::string_view name = typed.substr(0, equals);
  std::optional<std::string_view> value;
  if (equals != std::string_view::npos) value = typed.substr(equals + 1);
  const FieldOption* option = find_option(kind_of(record).options, name);
  if (option != nullptr) {
    return unset_field(record, option->field, value, session);
  }
  if (const UnsetOnly fields = unset_only(record);
      std::ranges::find(fields, name) != fields.end()) {
    return unset_field(record, name, value, session);
  }
  NamedTexts* own = own_fields(record);
  const auto is_named = [&](const auto& field) { return field.first == name; };
  if (own == nullptr || std::erase_if(*own, is_named) == 0) throw_unknown(record, name);
}

template <typename Record>
void put_own(Record& record, const std::string& typed) {
  const Kind kind = kind_of(record);
  NamedTexts* own = own_fields(record);
  if (own == nullptr) {
    throw Error::usage("{} has no fields of your own, so what is '{}'?", kind.a_record, typed)
        .with_hint(fmt::format("it has --{}", fmt::join(names_of(kind), ", --")));
  }
  const std::size_t equals = typed.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Error::usage("'{}' is not KEY=VALUE", typed)
        .with_hint("write what belongs together in quotes; options begin with --");
  }
  require_clean(typed, "the field");
  const std::string key = typed.substr(0, equals);
  if (const FieldOption* option = find_option(kind.options, key)) {
    throw Error::usage("'{}' is a field of stead's own", key)
        .with_hint(fmt::format("set it with --{}", option->name));
  }
  if (find_field<Record>(key)) {
    throw Error::usage("'{}' is a field of stead's own", key)
        .with_hint(std::string(command_for(key)));
  }
  if (!put_value(record, "custom", typed)) {
    throw Error::usage("the value of '{}' is empty", key)
        .with_hint(fmt::format("'--unset {}' takes it out", key));
  }
}

template <typename Record>
void put(Record& record, const FieldOption& option, const std::string& typed, Session& session) {
  settle_conflict(record, option.field);
  const std::vector<std::string> values = option.read(typed, session);
  if (values.empty()) clear_field(record, option.field);
  for (const std::string& value : values) {
    if (!put_value(record, option.field, value)) {
      throw Error::usage("'{}' cannot be '{}'", option.name, value);
    }
  }
}

template <typename Record>
void apply_all(const TypedFields& typed, Record& record, Session& session) {
  const Kind kind = kind_of(record);
  check_options(typed, kind);
  for (const std::string& field : typed.unset) unset(record, field, session);
  for (const FieldOption& option : kind.options) {
    const auto values = typed.values.find(option.name);
    if (values == typed.values.end()) continue;
    if (values->second.size() > 1 && !holds_several<Record>(option.field)) {
      throw Error::usage("option '--{}' is given twice", option.name)
          .with_hint(fmt::format("{} has one '{}'", kind.a_record, option.field));
    }
    for (const std::string& value : values->second) put(record, option, value, session);
  }
  for (const std::string& own : typed.own) put_own(record, own);
}

}  // namespace

RecordOptions record_options(const Book& book, const RecordRef& record) {
  const std::size_t at = *book.find(record.collection, record.id);
  switch (record.collection) {
    case Collection::contacts: return options_of(book.contact(at));
    case Collection::promises: return options_of(book.promise(at));
    case Collection::interactions: return options_of(book.interaction(at));
  }
  return {};
}

void apply(const TypedFields& typed, Contact& contact, Session& session) {
  apply_all(typed, contact, session);
}

void apply(const TypedFields& typed, Promise& promise, Session& session) {
  apply_all(typed, promise, session);
}

void apply(const TypedFields& typed, Interaction& interaction, Session& session) {
  apply_all(typed, interaction, session);
}

}  // namespace stead
