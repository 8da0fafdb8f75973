#include "stead/away.h"

#include "stead/sort_by.h"

#include <algorithm>
#include <string>
#include <utility>

namespace stead {
namespace {

/// Nothing is the end that never comes.
bool ends_later(const Absence& a, const Absence& b) {
  if (!a.to || !b.to) return b.to.has_value();
  if (a.to->day != b.to->day) return b.to->day < a.to->day;
  return b.to->time && (!a.to->time || before(*b.to, *a.to));
}

/// A whole day begins before any time of it.
bool begins_earlier(const Absence& a, const Absence& b) {
  if (a.from.day != b.from.day) return a.from.day < b.from.day;
  return b.from.time && (!a.from.time || before(a.from, b.from));
}

bool goes_on(const Absence& absence, const Absence& next) {
  return !absence.to || next.from.day <= absence.to->day + kDay;
}

/// `family, fair`, each reason once.
void add_reason(std::string& why, const std::string& another) {
  const std::string known = ", " + why + ",";
  if (another.empty() || known.find(", " + another + ",") != std::string::npos) return;
  why += (why.empty() ? "" : ", ") + another;
}

}  // namespace

std::vector<Absence> joined(std::vector<Absence> away) {
  sort_by(away, [](const Absence& absence) { return absence.from.day; });
  std::vector<Absence> all;
  for (Absence& absence : away) {
    if (all.empty() || !goes_on(all.back(), absence)) {
      all.push_back(std::move(absence));
      continue;
    }
    Absence& whole = all.back();
    if (ends_later(absence, whole)) whole.to = absence.to;
    if (begins_earlier(absence, whole)) whole.from = absence.from;
    add_reason(whole.why, absence.why);
  }
  return all;
}

std::optional<Absence> away_on(const Contact& contact, Day day) {
  return away_in(contact, {day, day});
}

std::optional<Absence> away_in(const Contact& contact, Period period) {
  const auto overlaps = [&](const Absence& absence) { return absence.overlaps(period); };
  if (std::ranges::none_of(contact.away, overlaps)) return std::nullopt;
  for (Absence& absence : joined(contact.away)) {
    if (overlaps(absence)) return std::move(absence);
  }
  return std::nullopt;
}

}  // namespace stead
