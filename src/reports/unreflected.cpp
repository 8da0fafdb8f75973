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

/// What one contact said.
std::vector<Unreflected> unreflected_of(const Contact& contact) {
  std::map<std::string, Unreflected> by_text;
  for (const Heard& heard : contact.heard) {
    if (heard.retired || heard.reflected) continue;
    Unreflected& thing = by_text[fold(heard.text)];
    thing.who = contact.id;
    thing.name = contact.name;
    thing.text = heard.text;
    thing.on = std::max(thing.on, heard.on);
  }
  std::vector<Unreflected> things;
  for (auto& [text, thing] : by_text) {
    thing.is_only = by_text.size() == 1;
    things.push_back(std::move(thing));
  }
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
