#include "reports/unreflected.h"

#include "reports/snoozed.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace stead {
namespace {

Unreflected unreflected(const Contact& contact, const Heard& heard) {
  return {.who = contact.id, .name = contact.name, .text = heard.text, .on = heard.on};
}

/// What one contact said: mostly one thing, which is compared with no other.
std::vector<Unreflected> unreflected_of(const Contact& contact) {
  std::vector<const Heard*> open;
  for (const Heard& heard : contact.heard) {
    if (!heard.retired && !heard.reflected) open.push_back(&heard);
  }
  std::vector<Unreflected> things;
  if (open.size() == 1) {
    things.push_back(unreflected(contact, *open.front()));
  } else {
    std::map<std::string, Unreflected> by_text;
    for (const Heard* heard : open) {
      Unreflected thing = unreflected(contact, *heard);
      Unreflected& same = by_text[fold(heard->text)];
      thing.on = std::max(thing.on, same.on);
      same = std::move(thing);
    }
    for (auto& [text, thing] : by_text) things.push_back(std::move(thing));
  }
  if (things.size() == 1) things.front().is_only = true;
  return things;
}

}  // namespace

std::vector<Unreflected> unreflected_in(const Book& book, Day today) {
  std::vector<Unreflected> all;
  for (const std::size_t i : book.holding(Collection::contacts, "\"heard\"")) {
    const Contact& contact = book.contact(i);
    if (contact.archived || is_snoozed(contact.snoozed, "reflect", today)) continue;
    std::ranges::move(unreflected_of(contact), std::back_inserter(all));
  }
  sort_by(all, [](const Unreflected& thing) {
    return std::tuple(kLastDay - thing.on.value_or(kFirstDay), fold(thing.name));
  });
  return all;
}

}  // namespace stead
