#include "stead/contact_times.h"

#include "stead/people.h"

#include <algorithm>

namespace stead {
namespace {

void take_later(std::optional<When>& last, const When& at) {
  if (!last || before(*last, at)) last = at;
}

}  // namespace

LastContacts::LastContacts(const Book& book, Day since)
    : book_(book),
      wanted_(book.size(Collection::contacts), {.itself = true, .org = {}}),
      last_(wanted_.size()) {
  want_orgs();
  walk(since);
}

LastContacts::LastContacts(const Book& book, const std::vector<std::size_t>& of)
    : book_(book), wanted_(book.size(Collection::contacts)), last_(wanted_.size()) {
  for (const std::size_t i : of) wanted_[i].itself = true;
  want_orgs();
  walk(kFirstDay);
}

/// What is with somebody is with the org as well, if that is wanted.
void LastContacts::want_orgs() {
  const std::vector<std::uint32_t>& orgs = book_.orgs();
  for (std::size_t i = 0; i < orgs.size(); ++i) {
    if (orgs[i] != Book::kNoContact && wanted_[orgs[i]].itself) wanted_[i].org = orgs[i];
  }
}

void LastContacts::walk(Day since) {
  without_ = static_cast<std::size_t>(std::ranges::count(wanted_, true, &Wanted::itself));
  if (without_ == 0) return;
  book_.newest_first([&](const Talk& talk) {
    if (talk.at.day < since) return false;
    if (!talk.is_contact) return true;
    for (const std::size_t contact : talk.with) take(contact, talk.at);
    // Nobody's last contact is before the one that was found last of them all.
    if (without_ == 0 && since < talk.at.day - kClocksApart) since = talk.at.day - kClocksApart;
    return true;
  });
}

/// Takes one more interaction with the contact, which is no newer than those before it but for
/// clocks apart.
void LastContacts::take(std::size_t index, const When& at) {
  Wanted& wanted = wanted_[index];
  if (wanted.itself) take_for(index, at);
  if (wanted.org) take_for(*wanted.org, at);
  if (wanted.itself && is_known(index, at.day)) wanted.itself = false;
  if (wanted.org && is_known(*wanted.org, at.day)) wanted.org.reset();
}

void LastContacts::take_for(std::size_t index, const When& at) {
  if (!last_[index]) --without_;
  take_later(last_[index], at);
}

/// Is the last contact the one that was found, for a walk that has come back to `day`?
bool LastContacts::is_known(std::size_t index, Day day) const {
  return last_[index] && day + kClocksApart < last_[index]->day;
}

std::optional<When> LastContacts::with(std::string_view handle) const {
  const auto index = book_.find_contact(handle);
  return index ? last_[*index] : std::nullopt;
}

std::optional<When> last_contact(const Book& book, std::string_view handle) {
  const auto contact = book.find_contact(handle);
  if (!contact) return std::nullopt;
  const std::vector<std::size_t> counted = people_of(book, *contact);
  const auto counts = [&](std::size_t with) { return std::ranges::binary_search(counted, with); };
  std::optional<When> last;
  book.newest_first([&](const Talk& talk) {
    if (last && talk.at.day + kClocksApart < last->day) return false;
    if (talk.is_contact && std::ranges::any_of(talk.with, counts)) take_later(last, talk.at);
    return true;
  });
  return last;
}

}  // namespace stead
