#include "stead/acquaintance.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

/// Fills an Acquaintance from the book.
class AcquaintanceWalk {
 public:
  AcquaintanceWalk(Acquaintance& result, const Book& book, const std::vector<std::string>& people,
                   const std::vector<std::string>& clients)
      : result_(result),
        book_(book),
        person_at_(book.size(Collection::contacts)),
        client_at_(person_at_.size()) {
    const auto number = [&](Places& places, const std::vector<std::string>& ids) {
      for (std::size_t i = 0; i < ids.size(); ++i) places[*book.find_contact(ids[i])] = i;
    };
    number(person_at_, people);
    number(client_at_, clients);
    // Read before the walk fills in others: somebody's org is meant as it stands in the book.
    Places with_people = client_at_;
    for (const std::size_t i : book.holding(Collection::contacts, "\"org\"")) {
      const std::string_view org = book.names(i).org;
      if (!org.empty() && !client_at_[i]) with_people[i] = find(client_at_, org);
    }
    client_at_ = std::move(with_people);
    is_me_asked_for_ = find(person_at_, "me").has_value();
  }

  void walk_log() {
    const std::size_t all = book_.size(Collection::interactions);
    book_.meetings_back_from(all, [&](std::size_t, const Meeting& meeting) {
      if (meeting.via == "note") return true;
      people_.clear();
      add_all(people_, person_at_, meeting.with);
      if (is_me_asked_for_ || !people_.empty() || !meeting.by.empty()) {
        look_at(meeting.at, meeting.by, meeting.with, meeting.about, meeting.for_client);
      }
      return true;
    });
  }

  void walk_deeds() {
    for (const std::size_t i : book_.with_deeds()) {
      const Interaction each = book_.interaction(i);
      if (!each.deed) continue;
      people_.clear();
      add_all(people_, person_at_, each.with);
      if (each.by.empty() || book_.canonical(each.by) == "me") {
        for (const std::size_t who : people_) deeds_.push_back({who, each.at, *each.deed});
      }
      if (each.via != "note") continue;  // counted already
      look_at(each.at, each.by, each.with, each.about, each.for_client);
    }
    sum_up();
  }

  void walk_cover() {
    for (const std::size_t i : book_.holding(Collection::contacts, "\"cover\"")) {
      const Contact& contact = book_.contact(i);
      const bool is_client = contact.has_tag("client");
      const std::string_view owner = !contact.client_of.empty() ? contact.client_of
                                     : is_client                ? std::string_view("me")
                                                                : std::string_view(contact.id);
      for (const Cover& cover : contact.cover) {
        if (!cover.agreed) continue;
        const bool for_me = book_.canonical(owner) == "me";
        if (!for_me && book_.canonical(cover.by) != "me") continue;
        if (const auto who = find(person_at_, for_me ? std::string_view(cover.by) : owner)) {
          result_.help_[*who].ever = true;
        }
      }
    }
  }

 private:
  using Places = std::vector<std::optional<std::size_t>>;  // by number in the book

  struct DeedWith {
    std::size_t who;
    When at;
    Deed deed;
  };

  std::optional<std::size_t> find(const Places& places, std::string_view handle) const {
    const auto found = book_.find_contact(handle);
    return found ? places[*found] : std::nullopt;
  }

  void add(std::vector<std::size_t>& list, const Places& places, std::string_view handle) const {
    const auto place = find(places, handle);
    if (place && std::ranges::find(list, *place) == list.end()) list.push_back(*place);
  }

  template <typename Handles>
  void add_all(std::vector<std::size_t>& list, const Places& places, const Handles& handles) const {
    for (const std::string_view handle : handles) add(list, places, handle);
  }

  /// An interaction with `people_`, and whoever did it on my behalf.
  template <typename Handles>
  void look_at(const When& at, std::string_view by, const Handles& with, const Handles& about,
               std::string_view for_client) {
    if (!by.empty()) {
      if (const auto who = find(person_at_, by)) result_.help_[*who].ever = true;
    }
    if (by.empty() && is_me_asked_for_) by = "me";
    if (!by.empty()) add(people_, person_at_, by);
    if (people_.empty()) return;
    clients_.clear();
    add_all(clients_, client_at_, with);
    add_all(clients_, client_at_, about);
    if (!for_client.empty()) add(clients_, client_at_, for_client);
    for (const std::size_t who : people_) {
      for (const std::size_t client : clients_) {
        const auto [known, is_new] =
            result_.known_.try_emplace(result_.place_of(who, client), Known{0, at.day, at});
        ++known->second.times;
        known->second.first = std::min(known->second.first, at.day);
        if (before(known->second.last, at)) known->second.last = at;
      }
    }
  }

  void sum_up() {
    std::map<std::pair<std::size_t, std::string_view>, When> evens;
    for (const auto& [who, at, deed] : deeds_) {
      result_.help_[who].ever = true;
      if (!deed.even) continue;
      const auto [even, is_new] = evens.try_emplace({who, deed.kind}, at);
      if (!is_new && before(even->second, at)) even->second = at;
    }
    for (const auto& [who, at, deed] : deeds_) {
      const auto even = evens.find({who, deed.kind});
      if (deed.even || (even != evens.end() && !before(even->second, at))) continue;
      HelpBetween& help = result_.help_[who];
      ++(deed.dir == "gave" ? help.gave : help.got);
    }
  }

  Acquaintance& result_;
  const Book& book_;
  Places person_at_;
  Places client_at_;  ///< Also of those who work at one.
  bool is_me_asked_for_ = false;
  std::vector<DeedWith> deeds_;
  std::vector<std::size_t> people_;   ///< Of the interaction that is looked at.
  std::vector<std::size_t> clients_;  ///< The same.
};

Acquaintance::Acquaintance(const Book& book, const std::vector<std::string>& people,
                           const std::vector<std::string>& clients)
    : help_(people.size()) {
  AcquaintanceWalk walk(*this, book, people, clients);
  walk.walk_log();
  walk.walk_deeds();
  walk.walk_cover();
}

Known Acquaintance::known(std::size_t person, std::size_t client) const {
  const auto found = known_.find(place_of(person, client));
  return found == known_.end() ? Known{} : found->second;
}

}  // namespace stead
