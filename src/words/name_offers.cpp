#include "stead/name_offers.h"

#include "stead/text.h"
#include "words/name_fit.h"

#include <algorithm>
#include <unordered_map>

namespace stead {
namespace {

bool may_become(const TypedName& begun, std::string_view text) {
  return begun.folded.empty() || fit_of(begun, text) != NameFit::none ||
         fold(text).starts_with(begun.folded);
}

bool may_become(const TypedName& begun, const ContactNames& names) {
  return begun.folded.empty() || fit_of(begun, names, Archived::found) != NameFit::none ||
         names.id.starts_with(begun.folded);
}

/// Is it taken for a name wherever one may stand, and does a line of a terminal show it as it is?
bool reads_as_a_name(std::string_view name) {
  return !name.empty() && name == trimmed(name) && !name.starts_with('-') &&
         !name.starts_with('@') && shown(name) == name;
}

/// How many of the contacts have a name, folded; aliases are names, too.
class NameCounts {
 public:
  void add(const ContactNames& names) {
    std::vector<std::string> folded{fold(names.name)};
    for (const std::string_view alias : names.aliases) folded.push_back(fold(alias));
    std::ranges::sort(folded);
    folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
    for (std::string& name : folded) ++counts_[std::move(name)];
  }
  bool is_unique(std::string_view name) const { return counts_.at(fold(name)) == 1; }

 private:
  std::unordered_map<std::string, int> counts_;
};

/// Whatever has the same name fits the same beginning, so that those who fit are enough to count.
class Offers {
 public:
  Offers(const Book& book, std::string_view begun) : book_(book) {
    by_handle_ = begun.starts_with('@');
    const TypedName typed(by_handle_ ? begun.substr(1) : begun);
    for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
      ContactNames names = book.names(i);
      if (!may_become(typed, names)) continue;
      if (names.id == "me" && (begun.empty() || by_handle_)) continue;
      counts_.add(names);
      fitting_.push_back(std::move(names));
    }
  }

  std::vector<NameOffer> all(const std::function<bool(const ContactNames&)>& wanted) const {
    std::vector<NameOffer> offers;
    for (const bool archived : {false, true}) {
      for (const ContactNames& names : fitting_) {
        if (names.archived.empty() == archived || !wanted(names)) continue;
        offers.push_back({names.id, text_of(names), about(names)});
      }
      if (!offers.empty()) break;
    }
    return offers;
  }

 private:
  std::string text_of(const ContactNames& names) const {
    if (by_handle_) return "@" + std::string(names.id);
    if (names.id == "me") return "me";
    const auto handle = book_.find(Collection::contacts, names.name);
    const bool others = handle && book_.id(Collection::contacts, *handle) != names.id;
    const bool plain = reads_as_a_name(names.name) && counts_.is_unique(names.name) && !others;
    return std::string(plain ? names.name : names.id);
  }

  std::string about(const ContactNames& names) const {
    if (names.id == "me") return std::string(names.name);
    const std::string text = text_of(names);
    if (text == names.name && names.org.empty()) return std::string(names.id);
    std::string org = names.org.empty() ? "" : book_.name_of(names.org);
    if (text == names.name) return org;
    return std::string(names.name) + (org.empty() ? "" : ", " + org);
  }

  const Book& book_;
  bool by_handle_ = false;
  std::vector<ContactNames> fitting_;
  NameCounts counts_;
};

}  // namespace

bool may_become(std::string_view begun, std::string_view text) {
  return may_become(TypedName(begun), text);
}

bool may_become(std::string_view begun, const ContactNames& names) {
  return may_become(TypedName(begun), names);
}

std::vector<NameOffer> offer_names(const Book& book, std::string_view begun,
                                   const std::function<bool(const ContactNames&)>& wanted) {
  return Offers(book, begun).all(wanted);
}

}  // namespace stead
