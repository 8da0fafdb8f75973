#include "reports/deeds_between.h"

#include "stead/contact_times.h"
#include "stead/deed.h"

#include <set>
#include <string>
#include <utility>

namespace stead {
namespace {

constexpr Span kYear{.count = 1, .unit = Span::Unit::year};
constexpr Span kThreeMonths{.count = 3, .unit = Span::Unit::month};

class Walk {
 public:
  Walk(const Book& book, Day today)
      : book_(book), year_ago_(add(today, kYear, -1)), months_ago_(add(today, kThreeMonths, -1)) {}

  OpenDeeds go() {
    const std::vector<std::size_t> places = book_.holding(Collection::interactions, "\"deed\"");
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
      const Interaction interaction = book_.interaction(*place);
      if (interaction.at.day + kClocksApart < year_ago_) break;
      if (year_ago_ <= interaction.at.day) take(interaction);
    }
    return std::move(open_);
  }

 private:
  void take(const Interaction& interaction) {
    if (!interaction.deed) return;
    if (!interaction.by.empty() && book_.canonical(interaction.by) != "me") return;
    for (const std::string& handle : interaction.with) {
      const std::string who(book_.canonical(handle));
      if (who != "me") take(interaction, who);
    }
  }

  void take(const Interaction& interaction, const std::string& who) {
    const Deed& deed = *interaction.deed;
    if (deed.even) {
      settled_.emplace(who, deed.kind);
      return;
    }
    const bool is_got = deed.dir == "got";
    const Day thanks_since = brings_somebody(deed.kind) ? year_ago_ : months_ago_;
    if (is_got && !deed.thanked && thanks_since <= interaction.at.day) {
      open_.to_thank.push_back({who, interaction});
    }
    if (settled_.contains({who, deed.kind}) || !seen_.insert(who).second) return;
    if (is_got) open_.unreturned.push_back({who, interaction});
  }

  const Book& book_;
  Day year_ago_;
  Day months_ago_;
  OpenDeeds open_;
  std::set<std::pair<std::string, std::string>> settled_;  ///< Who, and the kind.
  std::set<std::string> seen_;  ///< With whom a later deed was met that is not settled.
};

}  // namespace

OpenDeeds open_deeds(const Book& book, Day today) { return Walk(book, today).go(); }

}  // namespace stead
