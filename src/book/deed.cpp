#include "stead/deed.h"

#include "stead/phrases.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace stead {

bool brings_somebody(std::string_view kind) { return kind == "referral" || kind == "introduction"; }

std::vector<Interaction> deeds_in(const Book& book, const DeedQuery& query) {
  const auto names = [&](const std::vector<std::string>& handles, const std::string& id) {
    return id.empty() || std::ranges::any_of(handles, [&](const std::string& handle) {
             return book.canonical(handle) == id;
           });
  };
  std::vector<Interaction> deeds;
  for (const std::size_t i : book.with_deeds()) {
    Interaction each = book.interaction(i);
    if (!each.deed || each.deed->even) continue;
    if (!each.by.empty() && book.canonical(each.by) != "me") continue;
    if (!query.kind.empty() && each.deed->kind != query.kind) continue;
    if (!query.dir.empty() && each.deed->dir != query.dir) continue;
    if (!names(each.with, query.who) || !names(each.about, query.about)) continue;
    deeds.push_back(std::move(each));
  }
  sort_by(deeds, [](const Interaction& deed) {
    return std::tuple(deed.at.day, deed.at.time.has_value(), deed.at.instant());
  });
  return deeds;
}

std::string in_words(Amount amount) {
  std::string number = to_string(amount);
  number.pop_back();
  if (amount.unit == Amount::Unit::times) return number == "1" ? "once" : number + " times";
  const std::string_view name = amount.unit == Amount::Unit::hour  ? "hour"
                                : amount.unit == Amount::Unit::day ? "day"
                                                                   : "week";
  return fmt::format("{} {}{}", number, name, number == "1" ? "" : "s");
}

std::string one_of_kind(std::string_view kind) {
  if (kind == "referral" || kind == "favour") return fmt::format("a {}", kind);
  if (kind == "introduction" || kind == "invitation") return fmt::format("an {}", kind);
  return std::string(kind);
}

std::string people_in(const Book& book, const Interaction& interaction) {
  std::vector<std::string> names;
  for (const std::string& handle : interaction.with) names.push_back(book.name_of(handle));
  return in_a_row(names);
}

std::string deed_in_words(const Book& book, const Interaction& interaction) {
  const Deed& deed = *interaction.deed;
  std::string words = deed.kind;
  for (std::size_t i = 0; i < interaction.about.size(); ++i) {
    words += (i == 0 ? " of " : ", ") + book.name_of(interaction.about[i]);
  }
  if (deed.amount) words += ", " + in_words(*deed.amount);
  if (deed.unasked) words += ", unasked";
  if (!interaction.for_client.empty()) words += ", for " + book.name_of(interaction.for_client);
  if (interaction.text.empty()) return words;
  return words + ": " + interaction.text.substr(0, interaction.text.find('\n'));
}

}  // namespace stead
