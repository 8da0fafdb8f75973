#include "stead/contact_card.h"

#include "reports/card_words.h"
#include "reports/json_parts.h"
#include "stead/contact_times.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace stead {
namespace {

constexpr std::size_t kInteractions = 5;

/// Fills a card from the book.
class CardMaker {
 public:
  CardMaker(const Book& book, std::string_view handle, const Now& now, bool all) : book_(book) {
    const std::size_t index = *book.find_contact(handle);
    card_.now = now;
    card_.all = all;
    card_.contact = book.contact(index);
    card_.record = book.record(Collection::contacts, index);
    card_.unknown = unknown_members<Contact>(card_.record);
  }

  ContactCard make() {
    name_references();
    card_.last = last_contact(book_, card_.contact.id);
    find_in_contacts();
    find_promises();
    find_interactions();
    return std::move(card_);
  }

 private:
  bool is_them(std::string_view handle) const {
    return !handle.empty() && book_.canonical(handle) == card_.contact.id;
  }

  void name_references() {
    const Contact& contact = card_.contact;
    for (const std::string* handle : {&contact.org, &contact.client_of, &contact.via_whom}) {
      add_name(card_.names, book_, *handle);
    }
    for (const PastOrg& past : contact.past) add_name(card_.names, book_, past.org);
    for (const Cover& cover : contact.cover) add_name(card_.names, book_, cover.by);
  }

  void find_in_contacts() {
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      const Contact& other = book_.contact(i);
      if (other.archived) continue;
      if (is_them(other.org)) {
        card_.people.push_back(other.id);
        add_name(card_.names, book_, other.id);
      }
      for (const Cover& cover : other.cover) {
        const bool over = !card_.all && cover.to && *cover.to < card_.now.today;
        if (over || !is_them(cover.by)) continue;
        card_.stands_in_for.push_back({other.id, other.has_tag("client"), cover});
        add_name(card_.names, book_, other.id);
      }
    }
    std::ranges::sort(card_.people, {}, [this](const std::string& id) { return card_.names[id]; });
  }

  void find_promises() {
    struct Found {
      std::size_t index;
      Promise promise;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < book_.size(Collection::promises); ++i) {
      Promise promise = book_.promise(i);
      const bool theirs = is_them(promise.other_side()) || is_them(promise.for_whom);
      if (promise.is_open() && theirs) found.push_back({i, std::move(promise)});
    }
    sort_by(found, [](const Found& each) {
      return std::tuple(!each.promise.due, each.promise.due.value_or(When{}).day);
    });
    for (Found& each : found) {
      add_names(card_.names, book_, each.promise);
      card_.promise_records.emplace_back(book_.record(Collection::promises, each.index));
      card_.promises.push_back(std::move(each.promise));
    }
  }

  void find_interactions() {
    std::unordered_set<std::string> theirs(card_.people.begin(), card_.people.end());
    theirs.insert(card_.contact.id);
    const std::string quoted = '"' + card_.contact.id + '"';
    const auto is_theirs = [&](std::string_view handle) {
      return theirs.contains(std::string(book_.canonical(handle)));
    };
    const auto is_with_them = [&](std::size_t contact) {
      return theirs.contains(std::string(book_.id(Collection::contacts, contact)));
    };
    book_.newest_first([&](const Talk& talk) {
      const std::string_view record = book_.record(Collection::interactions, talk.index);
      // Only a record that may be about or for them, or by them, is read in full.
      const bool named = record.find(quoted) != std::string_view::npos ||
                         !card_.contact.was.empty() || record.find('\\') != std::string_view::npos;
      if (!named && std::ranges::none_of(talk.with, is_with_them)) return true;
      take_if_theirs(talk.index, is_theirs);
      return card_.interactions.size() < kInteractions;
    });
  }

  template <typename IsTheirs>
  void take_if_theirs(std::size_t index, const IsTheirs& is_theirs) {
    Interaction interaction = book_.interaction(index);
    const auto is_them_all = [this](const std::string& handle) { return is_them(handle); };
    if (!std::ranges::any_of(interaction.with, is_theirs) &&
        !std::ranges::any_of(interaction.about, is_them_all) && !is_them(interaction.for_client) &&
        !is_them(interaction.by)) {
      return;
    }
    add_names(card_.names, book_, interaction);
    card_.interaction_records.emplace_back(book_.record(Collection::interactions, index));
    card_.interactions.push_back(std::move(interaction));
  }

  const Book& book_;
  ContactCard card_;
};

}  // namespace

ContactCard contact_card(const Book& book, std::string_view handle, const Now& now, bool all) {
  return CardMaker(book, handle, now, all).make();
}

std::string to_json(const ContactCard& card) {
  Json json = object({{"schema", "stead.show/1"},
                      {"collection", "contacts"},
                      {"last", nullptr},
                      {"people", card.people},
                      {"stands_in_for", Json::array()}});
  if (card.last) json["last"] = to_string(*card.last);
  for (const StandsInFor& each : card.stands_in_for) {
    json["stands_in_for"].push_back(object({{"id", each.whom},
                                            {"client", each.client},
                                            {"from", or_null(each.cover.from)},
                                            {"to", or_null(each.cover.to)},
                                            {"agreed", or_null(each.cover.agreed)}}));
  }
  return with_texts(json.dump(2), {{"record", card.record},
                                   {"promises", list_of(card.promise_records)},
                                   {"interactions", list_of(card.interaction_records)}});
}

}  // namespace stead
