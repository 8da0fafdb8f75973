#include "stead/contact_times.h"

#include <algorithm>
#include <string_view>

namespace stead {
namespace {

bool is_contact(const Book& book, const Meeting& meeting) {
  return meeting.is_contact() || (meeting.via != "note" && book.canonical(meeting.by) == "me");
}

/// The contact at `index`, and for an org all who work there, in ascending order.
std::vector<std::size_t> counted_for(const Book& book, std::size_t index) {
  const ContactNames contact = book.names(index);
  if (contact.kind != "org") return {index};
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (i == index || book.canonical(book.names(i).org) == contact.id) counted.push_back(i);
  }
  return counted;
}

void take_later(std::optional<When>& last, const When& at) {
  if (!last || before(*last, at)) last = at;
}

}  // namespace

LastContacts::LastContacts(const Book& book, Day since)
    : book_(book), last_(book.size(Collection::contacts)) {
  book.newest_first([&](std::size_t, const Meeting& meeting) {
    if (meeting.at.day < since) return false;
    if (!is_contact(book, meeting)) return true;
    for (const std::string_view handle : meeting.with) {
      if (const auto index = book.find_contact(handle)) take_later(last_[*index], meeting.at);
    }
    return true;
  });
  spread_to_orgs();
}

/// What was with somebody was with the org as well.
void LastContacts::spread_to_orgs() {
  const std::vector<std::optional<When>> own = last_;
  for (const std::size_t i : book_.holding(Collection::contacts, "\"org\"")) {
    if (!own[i]) continue;
    const std::string_view org = book_.names(i).org;
    if (org.empty()) continue;
    if (const auto index = book_.find_contact(org)) take_later(last_[*index], *own[i]);
  }
}

std::optional<When> LastContacts::with(std::string_view handle) const {
  const auto index = book_.find_contact(handle);
  return index ? last_[*index] : std::nullopt;
}

std::optional<When> last_contact(const Book& book, std::string_view handle) {
  const auto contact = book.find_contact(handle);
  if (!contact) return std::nullopt;
  const std::vector<std::size_t> counted = counted_for(book, *contact);
  const auto counts = [&](std::string_view with) {
    const auto index = book.find_contact(with);
    return index && std::ranges::binary_search(counted, *index);
  };
  std::optional<When> last;
  book.newest_first([&](std::size_t, const Meeting& meeting) {
    if (last && meeting.at.day + kClocksApart < last->day) return false;
    if (is_contact(book, meeting) && std::ranges::any_of(meeting.with, counts)) {
      take_later(last, meeting.at);
    }
    return true;
  });
  return last;
}

}  // namespace stead
