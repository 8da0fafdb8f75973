#include "stead/who_can.h"

#include "stead/acquaintance.h"
#include "stead/people.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace stead {
namespace {

/// Gathers from the deeds which way help went last, and who has covered the client.
class DeedsOfStandIns {
 public:
  DeedsOfStandIns(const Book& book, const Contact& client, std::vector<StandIn>& people)
      : book_(book), client_(*book.find_contact(client.id)), me_(*book.find_contact(kMe)) {
    for (StandIn& each : people) stand_ins_.emplace(*book.find_contact(each.possible.who), &each);
    for (const std::size_t i : people_of(book, client_)) clients_.insert(i);
  }

  void read() {
    for (const std::size_t i : book_.with_deeds()) {
      const Interaction interaction = book_.interaction(i);
      if (interaction.deed && is_mine(interaction)) helped(interaction);
    }
    for (auto& [index, each] : stand_ins_) each->help = last_help(index);
  }

 private:
  bool is_mine(const Interaction& interaction) const {
    return interaction.by.empty() || book_.canonical(interaction.by) == kMe;
  }
  bool is_client(std::string_view handle) const {
    const auto found = book_.find_contact(handle);
    return found && clients_.contains(*found);
  }
  StandIn* find(std::optional<std::size_t> contact) {
    const auto found = contact ? stand_ins_.find(*contact) : stand_ins_.end();
    return found == stand_ins_.end() ? nullptr : found->second;
  }

  void helped(const Interaction& interaction) {
    const Deed& deed = *interaction.deed;
    const bool about_client =
        is_client(interaction.for_client) ||
        std::ranges::any_of(interaction.about, [&](auto& handle) { return is_client(handle); });
    const bool covered = deed.kind == "cover" && !deed.even && about_client;
    if (covered && deed.dir == "gave") mark_covered(find(me_));
    for (const std::string& handle : interaction.with) {
      const auto who = book_.find_contact(handle);
      if (find(who) == nullptr) continue;
      if (covered && deed.dir == "got") mark_covered(find(who));
      if (deed.even) {
        evens_[{*who, deed.kind}] = interaction.at;  // the last one stays
      } else {
        deeds_[*who].push_back({interaction.at, deed.kind, deed.dir == "gave"});
      }
    }
  }
  static void mark_covered(StandIn* who) {
    if (who != nullptr) who->has_covered = true;
  }

  LastHelp last_help(std::size_t who) {
    const std::vector<Help>& deeds = deeds_[who];
    for (auto deed = deeds.rbegin(); deed != deeds.rend(); ++deed) {
      const auto even = evens_.find({who, deed->kind});
      if (even != evens_.end() && !before(even->second, deed->at)) continue;
      return deed->gave ? LastHelp::gave : LastHelp::got;
    }
    const auto settled = evens_.lower_bound({who, ""});
    const bool was_even = settled != evens_.end() && settled->first.first == who;
    return deeds.empty() && !was_even ? LastHelp::never : LastHelp::even;
  }

  struct Help {
    When at;
    std::string kind;
    bool gave;
  };

  const Book& book_;
  std::size_t client_;
  std::set<std::size_t> clients_;  ///< It and, of an organisation, whoever works there.
  std::size_t me_;
  std::map<std::size_t, StandIn*> stand_ins_;
  std::map<std::size_t, std::vector<Help>> deeds_;             ///< The oldest first.
  std::map<std::pair<std::size_t, std::string>, When> evens_;  ///< The last of each kind.
};

/// Their arrangement for one of the days.
std::optional<Cover> arrangement_of(const Book& book, const Covering& covering,
                                    std::string_view who, Period period) {
  const Cover* best = nullptr;
  const auto look_at = [&](const std::vector<Cover>& covers) {
    for (const Cover& cover : covers) {
      const Period days{cover.from.value_or(kFirstDay), cover.to.value_or(kLastDay)};
      if (!days.overlaps(period) || book.canonical(cover.by) != who) continue;
      if (best == nullptr || (cover.agreed && !best->agreed)) best = &cover;
    }
  };
  look_at(book.contact(covering.client)->cover);
  const Contact* owner = book.contact(covering.owner);
  if (owner != nullptr && covering.owner != covering.client) look_at(owner->cover);
  return best == nullptr ? std::nullopt : std::optional(*best);
}

bool has_begun_to_cover(const Book& book, const Contact& client, std::string_view who, Day today) {
  return std::ranges::any_of(client.cover, [&](const Cover& cover) {
    return cover.agreed && std::max(cover.from.value_or(kFirstDay), *cover.agreed) <= today &&
           book.canonical(cover.by) == who;
  });
}

/// How well each knows the client, and whether there was ever help, by the one measure that a plan
/// has too.
void add_acquaintance(CanReport& report, const Book& book) {
  std::vector<std::string> people;
  for (const StandIn& each : report.people) people.push_back(each.possible.who);
  const Acquaintance acquaintance(book, people, {report.covering.client});
  for (std::size_t i = 0; i < people.size(); ++i) {
    StandIn& each = report.people[i];
    const Known known = acquaintance.known(i, 0);
    each.talks = static_cast<std::size_t>(known.times);
    if (known.times > 0) each.last_talk = known.last;
    if (each.help == LastHelp::never && acquaintance.help(i).ever) each.help = LastHelp::unnoted;
  }
}

/// The order that the header states.
auto place_among(const StandIn& row, std::size_t needs, Period period) {
  constexpr auto kTurn = [](LastHelp help) {
    return help == LastHelp::gave ? 0 : help == LastHelp::even || help == LastHelp::unnoted ? 1 : 2;
  };
  const bool me = row.possible.who == kMe;
  const bool agreed = row.arrangement && row.arrangement->agreed;
  const std::size_t unknown = needs == 0 ? 0 : needs - row.possible.skills.size();
  return std::tuple(row.possible.why_not.has_value(), !me, !agreed, !row.possible.could_all(period),
                    row.help == LastHelp::never && !me && !agreed, row.is_full(), unknown,
                    !row.has_covered, row.talks == 0, row.others, kTurn(row.help),
                    fold(row.possible.name));
}

}  // namespace

bool CanReport::has_somebody() const { return !people.empty() && !people.front().possible.why_not; }

CanReport can_report(const Book& book, std::string_view handle, Period period, Day today) {
  const Agreements agreements(book);
  CanReport report{.asked = std::string(book.canonical(handle)),
                   .asked_name = book.name_of(handle),
                   .covering = covering(agreements, handle, period.first),
                   .needs = {},
                   .period = period,
                   .today = today,
                   .people = {},
                   .to_call = {}};
  const Contact& client = *book.contact(report.covering.client);
  report.needs = client.needs;
  std::vector<Possible> all = possible_stand_ins(book, report.covering, period);
  report.to_call = somebody_to_call(agreements, client, all, period);
  for (Possible& possible : all) {
    const Contact& who = *book.contact(possible.who);
    StandIn row{.possible = std::move(possible),
                .arrangement = arrangement_of(book, report.covering, who.id, period),
                .has_covered = has_begun_to_cover(book, client, who.id, today),
                .talks = 0,
                .last_talk = {},
                .help = LastHelp::never,
                .others = other_clients(agreements, client, who, period),
                .capacity = who.capacity};
    report.people.push_back(std::move(row));
  }
  DeedsOfStandIns(book, client, report.people).read();
  add_acquaintance(report, book);
  sort_by(report.people,
          [&](const StandIn& row) { return place_among(row, report.needs.size(), period); });
  return report;
}

}  // namespace stead
