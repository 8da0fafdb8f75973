#include "stead/contact_times.h"

#include "stead/people.h"
#include "stead/record.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace stead {
namespace {

constexpr std::string_view kOrg = "\"org\"";

using Handles = std::unordered_set<std::string_view>;

/// Could a contact's record name one of these as its org?
bool may_work_at(std::string_view record, const Handles& handles) {
  if (find_hidden(record) < record.size()) return true;
  for (std::size_t at = record.find(kOrg); at < record.size(); at = record.find(kOrg, at + 1)) {
    const std::size_t begin = std::min(record.find('"', at + kOrg.size()), record.size() - 1) + 1;
    if (handles.contains(record.substr(begin, record.find('"', begin) - begin))) return true;
  }
  return false;
}

void take_later(std::optional<When>& last, const When& at) {
  if (!last || before(*last, at)) last = at;
}

}  // namespace

LastContacts::LastContacts(const Book& book, Day since)
    : book_(book),
      wanted_(book.size(Collection::contacts), {.itself = true, .org = {}}),
      last_(wanted_.size()) {
  want_orgs(book.holding(Collection::contacts, kOrg));
  walk(since);
}

LastContacts::LastContacts(const Book& book, const std::vector<std::size_t>& of)
    : book_(book), wanted_(book.size(Collection::contacts)), last_(wanted_.size()) {
  Handles handles;
  for (const std::size_t i : of) {
    wanted_[i].itself = true;
    handles.insert(book.id(Collection::contacts, i));
    if (!may_hold(book.record(Collection::contacts, i), "\"was\"")) continue;
    const ContactNames names = book.names(i);
    handles.insert(names.was.begin(), names.was.end());
  }
  std::vector<std::size_t> members = book.holding(Collection::contacts, kOrg);
  std::erase_if(members, [&](std::size_t i) {
    return !may_work_at(book.record(Collection::contacts, i), handles);
  });
  want_orgs(members);
  walk(kFirstDay);
}

/// What is with somebody is with the org as well, if that is wanted.
void LastContacts::want_orgs(const std::vector<std::size_t>& those_with_one) {
  for (const std::size_t i : those_with_one) {
    const auto org = book_.find_contact(book_.names(i).org);
    if (org && wanted_[*org].itself) wanted_[i].org = org;
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
