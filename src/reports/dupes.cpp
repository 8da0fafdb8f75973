#include "stead/dupes.h"

#include "stead/nearest.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stead {
namespace {

constexpr std::size_t kLeastDigits = 6;
constexpr std::size_t kLeastLetters = 5;  // of a name that may be mistyped

/// The digits of a number as dialled; `00` in front is `+`.
std::string digits_of(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if ('0' <= c && c <= '9') digits += c;
  }
  return digits.starts_with("00") ? digits.substr(2) : digits;
}

std::string words_in_order(std::string_view name) {
  std::vector<std::string> words = folded_words(name);
  if (words.size() < 2) return {};
  std::ranges::sort(words);
  return fmt::format("{}", fmt::join(words, " "));
}

/// What tells `Ward 7` from `Ward 8` is no slip of the finger.
bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

/// The name with each of its letters taken out in turn: two names one slip apart have one of these
/// in common, or one is among the other's (W. Garbe, "SymSpell", 2012; the idea is that of T.
/// Bocek, E. Hunt, B. Stiller, "Fast Similarity Search in Large Dictionaries", 2007).
std::vector<std::string> with_one_gone(std::string_view name) {
  std::vector<std::string> shorter;
  for (std::string_view rest = name; !rest.empty();) {
    const std::size_t front = name.size() - rest.size();
    take_code_point(rest);
    shorter.push_back(std::string(name.substr(0, front)) + std::string(rest));
  }
  return shorter;
}

/// What is looked at of a contact.
struct Marked {
  Contact contact;
  std::size_t length = 0;  ///< Of its record.
  std::string folded;
};

class DupeFinder {
 public:
  explicit DupeFinder(const Book& book) {
    for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
      Contact contact = book.read_contact(i);
      std::string folded = fold(contact.name);
      all_.push_back(
          {std::move(contact), book.record(Collection::contacts, i).size(), std::move(folded)});
    }
  }

  std::vector<Dupe> find() {
    group_by_marks();
    group_by_names();
    find_typos();
    std::vector<Dupe> dupes;
    for (auto& [pair, reasons] : reasons_) {
      const Contact& keep = all_[pair.first].contact;
      const Contact& other = all_[pair.second].contact;
      sort_by(reasons, [](const DupeReason& reason) { return reason.kind; });
      dupes.push_back({keep.id, keep.name, other.id, other.name, std::move(reasons)});
    }
    sort_by(dupes, [](const Dupe& dupe) {
      return std::tuple(-static_cast<std::int64_t>(dupe.reasons.size()), dupe.reasons.front().kind,
                        fold(dupe.keep_name), dupe.other);
    });
    return dupes;
  }

 private:
  using Kind = DupeReason::Kind;
  using Groups = std::map<std::string, std::vector<std::size_t>, std::less<>>;

  /// What is in the way of a pair: an organisation is no person.
  std::string key(const Contact& contact, std::string_view text) const {
    return fmt::format("{}{}", contact.is_org() ? "o" : "p", text);
  }
  static void put(Groups& groups, const std::string& key, std::size_t index) {
    std::vector<std::size_t>& group = groups[key];
    if (group.empty() || group.back() != index) group.push_back(index);
  }

  /// Is `a` the one to keep of the two?
  bool comes_first(std::size_t a, std::size_t b) const {
    const auto place = [&](std::size_t i) {
      const Contact& contact = all_[i].contact;
      return std::tuple(contact.id != "me", contact.archived.has_value(),
                        -static_cast<std::int64_t>(all_[i].length), i);
    };
    return place(a) < place(b);
  }

  void add(std::size_t a, std::size_t b, Kind kind, const std::string& what) {
    if (a == b) return;
    if (!comes_first(a, b)) std::swap(a, b);
    std::vector<DupeReason>& reasons = reasons_[{a, b}];
    const DupeReason reason{kind, what};
    if (std::ranges::find(reasons, kind, &DupeReason::kind) == reasons.end()) {
      reasons.push_back(reason);
    }
  }

  /// Names each of a group beside the one of it to keep.
  void add_group(const std::vector<std::size_t>& group, Kind kind, const std::string& what) {
    if (group.size() < 2) return;
    const std::size_t first = *std::ranges::min_element(
        group, [&](std::size_t a, std::size_t b) { return comes_first(a, b); });
    for (const std::size_t each : group) add(first, each, kind, what);
  }

  template <typename MarksOf>
  void group_by(Kind kind, MarksOf marks_of) {
    Groups groups;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (const std::string& mark : marks_of(all_[i].contact)) {
        if (!mark.empty()) put(groups, key(all_[i].contact, mark), i);
      }
    }
    for (const auto& [mark, group] : groups) {
      if (group.size() <= kShared) add_group(group, kind, mark.substr(1));
    }
  }

  void group_by_marks() {
    group_by(Kind::uid, [](const Contact& contact) { return contact.uid; });
    group_by(Kind::email, [](const Contact& contact) {
      std::vector<std::string> marks;
      for (const std::string& email : contact.email) marks.push_back(fold(trimmed(email)));
      return marks;
    });
    group_by(Kind::phone, [](const Contact& contact) {
      std::vector<std::string> marks;
      for (const std::string& phone : contact.phone) {
        std::string digits = digits_of(phone);
        if (digits.size() >= kLeastDigits) marks.push_back(std::move(digits));
      }
      return marks;
    });
  }

  void group_by_names() {
    Groups orders;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Contact& contact = all_[i].contact;
      put(names_, key(contact, all_[i].folded), i);
      const std::string words = words_in_order(contact.name);
      if (!words.empty()) put(orders, key(contact, words), i);
    }
    for (const auto& [name, group] : names_) {
      add_group(group, Kind::name, all_[group.front()].contact.name);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (const std::string& alias : all_[i].contact.aliases) {
        const auto called = names_.find(key(all_[i].contact, fold(alias)));
        if (called != names_.end()) add(i, called->second.front(), Kind::alias, alias);
      }
    }
    for (const auto& [words, group] : orders) add_order(group);
  }

  /// Those of the same words; one for each order of them, as others have the same name.
  void add_order(const std::vector<std::size_t>& group) {
    std::map<std::string, std::size_t> by_name;
    for (const std::size_t i : group) by_name.emplace(all_[i].folded, i);
    const std::size_t first = by_name.begin()->second;
    for (const auto& [name, i] : by_name) add(first, i, Kind::words, all_[i].contact.name);
  }

  void find_typos() {
    // By hashes, as there are as many as letters in all names; what meets by chance is compared.
    std::unordered_map<std::size_t, std::vector<std::size_t>> shorter;
    for (const auto& [key, group] : names_) {
      const std::string& name = all_[group.front()].folded;
      if (name.size() < kLeastLetters || has_digit(name)) continue;
      std::vector<std::string> keys = with_one_gone(key);
      keys.push_back(key);
      for (const std::string& each : keys) {
        std::vector<std::size_t>& met = shorter[std::hash<std::string>{}(each)];
        for (const std::size_t other : met) compare(group.front(), other);
        if (met.empty() || met.back() != group.front()) met.push_back(group.front());
      }
    }
  }

  void compare(std::size_t a, std::size_t b) {
    if (a == b || all_[a].contact.is_org() != all_[b].contact.is_org()) return;
    if (edit_distance(all_[a].folded, all_[b].folded) != 1) return;
    add(a, b, Kind::typo, all_[comes_first(a, b) ? b : a].contact.name);
  }

  std::vector<Marked> all_;
  Groups names_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<DupeReason>> reasons_;
};

}  // namespace

std::string Dupe::command() const { return fmt::format("stead merge {} {}", keep, other); }

DupesReport dupes_report(const Book& book) { return {DupeFinder(book).find()}; }

}  // namespace stead
