#include "stead/removal.h"

#include "stead/record.h"

#include <algorithm>
#include <string>
#include <type_traits>

namespace stead {
namespace {

/// The handles of one contact.
class Handles {
 public:
  Handles(const Book& book, std::string_view handle) {
    const Contact* contact = book.contact(handle);
    all_ = contact->was;
    all_.push_back(contact->id);
    for (const std::string& one : all_) quoted_.push_back('"' + one + '"');
  }

  bool have(const std::string& handle) const {
    return std::ranges::find(all_, handle) != all_.end();
  }

  /// May a record with this text have one of them? An escape could hide it.
  bool may_be_in(std::string_view text) const {
    const auto is_there = [&](const std::string& quoted) {
      return text.find(quoted) != std::string_view::npos;
    };
    return std::ranges::any_of(quoted_, is_there) || find_hidden(text) < text.size();
  }

 private:
  std::vector<std::string> all_;
  std::vector<std::string> quoted_;
};

template <typename Value>
bool has(const FieldSpec&, const Value&, const Handles&) {
  return false;
}

bool has(const FieldSpec& field, const std::string& value, const Handles& them) {
  return field.type == Type::handle && field.name != "id" && them.have(value);
}

template <typename Record>
bool refers(const Record& record, const Handles& them);

template <typename Element>
bool has(const FieldSpec& field, const std::vector<Element>& list, const Handles& them) {
  return std::ranges::any_of(list, [&](const Element& element) {
    if constexpr (HasFields<Element>) {
      return refers(element, them);
    } else {
      return has(field, element, them);
    }
  });
}

template <typename Record>
bool refers(const Record& record, const Handles& them) {
  bool found = false;
  each_field<Record>([&](const FieldSpec& field, auto member) {
    found = found || has(field, record.*member, them);
  });
  return found;
}

void take(std::string& handle, const Handles& them) {
  if (them.have(handle)) handle.clear();
}

void take(std::vector<std::string>& handles, const Handles& them) {
  std::erase_if(handles, [&](const std::string& handle) { return them.have(handle); });
}

Contact without(Contact contact, const Handles& them) {
  take(contact.org, them);
  take(contact.via_whom, them);
  std::erase_if(contact.past, [&](const PastOrg& past) { return them.have(past.org); });
  std::erase_if(contact.cover, [&](const Cover& cover) { return them.have(cover.by); });
  if (them.have(contact.client_of)) {
    contact.client_of.clear();
    std::erase(contact.tags, "client");
  }
  return contact;
}

/// Is nobody but the owner in it?
bool concerns_nobody(const Promise& promise) {
  return promise.by == "me" && promise.to == "me" && promise.for_whom.empty();
}

Promise without(Promise promise, const Handles& them) {
  take(promise.for_whom, them);
  take(promise.done_by, them);
  if (them.have(promise.by)) promise.by = "me";
  if (them.have(promise.to)) promise.to = "me";
  return promise;
}

bool concerns_nobody(const Interaction& interaction) {
  const auto is_me = [](const std::string& handle) { return handle == "me"; };
  return std::ranges::all_of(interaction.with, is_me) &&
         std::ranges::all_of(interaction.about, is_me) && interaction.for_client.empty();
}

Interaction without(Interaction interaction, const Handles& them) {
  if (them.have(interaction.by)) {
    interaction.by.clear();
    interaction.via = "note";
  }
  take(interaction.with, them);
  take(interaction.about, them);
  take(interaction.for_client, them);
  if (interaction.with.empty()) {
    interaction.deed.reset();
    interaction.needs_reply = interaction.urgent = false;
  }
  return interaction;
}

/// Sorts one record that refers to the contact: it goes, or stays without them.
template <typename Record>
void sort_out(const Record& record, const Handles& them, std::vector<Record>& stays,
              std::vector<std::string>& gone) {
  Record left = without(record, them);
  if (concerns_nobody(left)) {
    gone.push_back(left.id);
  } else {
    stays.push_back(std::move(left));
  }
}

}  // namespace

References references_to(const Book& book, std::string_view handle) {
  const Handles them(book, handle);
  References found;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (!them.may_be_in(book.record(Collection::contacts, i))) continue;
    const Contact& contact = book.contact(i);
    if (!them.have(contact.id) && refers(contact, them)) found.contacts.push_back(i);
  }
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    if (!them.may_be_in(book.record(Collection::promises, i))) continue;
    if (refers(book.promise(i), them)) found.promises.push_back(i);
  }
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    if (!them.may_be_in(book.record(Collection::interactions, i))) continue;
    if (refers(book.interaction(i), them)) found.interactions.push_back(i);
  }
  return found;
}

Removal removal_of(const Book& book, std::string_view handle) {
  const Handles them(book, handle);
  const References found = references_to(book, handle);
  Removal removal;
  for (const std::size_t i : found.contacts) {
    removal.contacts.push_back(without(book.contact(i), them));
  }
  for (const std::size_t i : found.promises) {
    sort_out(book.promise(i), them, removal.promises, removal.gone_promises);
  }
  for (const std::size_t i : found.interactions) {
    sort_out(book.interaction(i), them, removal.interactions, removal.gone_interactions);
  }
  return removal;
}

}  // namespace stead
