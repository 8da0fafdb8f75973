#include "commands/cover/packet_page.h"

#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stead {
namespace {

/// Of what comes back, so many talks are shown; the others are counted.
constexpr std::size_t kShownTalks = 10;

class PacketPage {
 public:
  PacketPage(const Packet& packet, const PacketSummary& summary, const Book& book)
      : packet_(packet), summary_(summary), book_(book) {
    for (const Contact& contact : packet.contacts) names_.emplace(contact.id, &contact);
    for (const PacketClient& client : summary.clients) {
      if (client.is_new) new_.insert(client.name);
    }
  }

  Document take() {
    page_.add(title((packet_.is_back ? "Back from " : "From ") + Text(packet_.sender.name),
                    long_period(packet_.period)));
    add_sender();
    packet_.is_back ? add_clients_back() : add_clients();
    add_withdrawn();
    add_promises();
    add_talks();
    add_heard();
    return std::move(page_);
  }

 private:
  std::string called(const std::string& handle) const {
    if (handle == kMe) return packet_.is_back ? "you" : packet_.sender.name;
    if (handle == packet_.receiver.id) return "you";
    const auto found = names_.find(handle);
    return found == names_.end() ? handle : found->second->name;
  }

  void add_sender() {
    const PacketSender& sender = packet_.sender;
    std::vector<Text> away;
    for (const Absence& each : sender.away) {
      away.emplace_back(long_period({each.from.day, each.to->day}));
    }
    Fields fields;
    const auto add = [&](const char* label, std::vector<Text> values) {
      if (!values.empty()) fields.fields.push_back({{label, Tone::faint}, std::move(values)});
    };
    if (packet_.made) add("made", {Text(long_date(*packet_.made))});
    add("away", std::move(away));
    for (const auto& [label, list] :
         {std::pair("phone", &sender.phone), std::pair("e-mail", &sender.email)}) {
      if (!list->empty()) add(label, {Text(list->front())});
    }
    if (!fields.fields.empty()) page_.add(std::move(fields));
    if (summary_.is_sender_new) page_.add(Note{Text(sender.name) + " is new in your book."});
  }

  std::vector<std::string> people_at(const std::string& client) const {
    std::vector<std::string> people;
    for (const Contact& each : packet_.contacts) {
      if (each.org == client && !each.has_tag(kClient)) people.push_back(each.name);
    }
    return people;
  }

  void add_clients() {
    Items items;
    for (const Contact& client : packet_.contacts) {
      if (!client.has_tag(kClient)) continue;
      Item item{.text = Text(client.name, Tone::strong)};
      if (new_.contains(client.name)) item.aside = {"new", Tone::faint};
      std::vector<Period> days;
      std::vector<std::string> scope;
      for (const Cover& cover : client.cover) {
        days.push_back({*cover.from, *cover.to});
        scope.insert(scope.end(), cover.scope.begin(), cover.scope.end());
      }
      std::vector<std::string> periods;
      for (const Period& each : joined(std::move(days))) periods.push_back(long_period(each));
      item.below.emplace_back(in_a_row(periods));
      if (!scope.empty()) item.below.emplace_back("only " + in_a_row(scope), Tone::warning);
      const std::vector<std::string> people = people_at(client.id);
      if (!people.empty()) item.below.push_back("with " + Text(in_a_row(people)));
      items.items.push_back(std::move(item));
    }
    if (items.items.empty()) return;
    page_.add(section("You cover for " + Text(packet_.sender.name), items.items.size()));
    page_.add(std::move(items));
  }

  void add_clients_back() {
    std::vector<std::string> clients;
    std::vector<std::string> people;
    for (const PacketClient& client : summary_.clients) clients.push_back(client.name);
    for (const Contact& contact : packet_.contacts) {
      if (!contact.origin) people.push_back(contact.name);
    }
    if (!clients.empty()) page_.add(Paragraph{Text("About " + in_a_row(clients) + ".")});
    if (!people.empty()) {
      page_.add(Paragraph{Text("They met " + in_a_row(people) + ", who may be new to you.")});
    }
  }

  void add_withdrawn() {
    if (summary_.withdrawn.empty()) return;
    page_.add(section("You no longer cover", summary_.withdrawn.size()));
    Items items;
    for (const PacketClient& client : summary_.withdrawn) {
      std::vector<std::string> days;
      for (const Period& each : client.days) days.push_back(long_period(each));
      items.items.push_back(
          {.text = Text(client.name, Tone::strong), .below = {Text(in_a_row(days))}});
    }
    page_.add(std::move(items));
  }

  Text promise_text(const Promise& promise) const {
    const std::string whose = promise.is_follow_up()
                                  ? "come back to " + called(promise.for_whom)
                                  : called(promise.by) + " to " + called(promise.to);
    return Text(whose + ": ", Tone::faint) + Text(promise.text);
  }

  void add_promises() {
    if (packet_.promises.empty()) return;
    page_.add(section("Promises", packet_.promises.size()));
    Items items;
    for (const Promise& promise : packet_.promises) {
      Item item{.text = promise_text(promise)};
      if (promise.closed) {
        item.lead = {long_date(promise.closed->day), Tone::faint};
        item.aside = {promise.status, promise.status == "broken" ? Tone::bad : Tone::good};
      } else {
        item.lead = {promise.due ? "by " + long_date(promise.due->day) : "undated", Tone::faint};
        if (!book_.find(Collection::promises, promise.id)) item.aside = {"new", Tone::faint};
      }
      items.items.push_back(std::move(item));
    }
    page_.add(std::move(items));
  }

  Text talk_text(const Interaction& talk) const {
    std::vector<std::string> with;
    for (const std::string& who : talk.with) with.push_back(called(who));
    const std::string front = fmt::format("{}{}", talk.via.empty() ? "talk" : talk.via,
                                          with.empty() ? "" : " with " + listed(with));
    return Text(front + ": ", Tone::faint) + Text(talk.text);
  }

  void add_talks() {
    const std::size_t count = packet_.interactions.size();
    if (count == 0) return;
    page_.add(section("Talks", count));
    const auto newest = std::ranges::max_element(packet_.interactions, before, &Interaction::at);
    if (!packet_.is_back) {
      page_.add(Paragraph{
          Text((count == 1 ? "On " : "The last one on ") + long_date(newest->at.day) + ".")});
      return;
    }
    std::vector<const Interaction*> talks;
    for (const Interaction& each : packet_.interactions) talks.push_back(&each);
    std::ranges::stable_sort(
        talks, [](const Interaction* a, const Interaction* b) { return before(b->at, a->at); });
    Items items;
    for (const Interaction* talk : talks) {
      if (items.items.size() == kShownTalks) break;
      items.items.push_back(
          {.text = talk_text(*talk), .lead = {long_date(talk->at.day), Tone::faint}});
    }
    page_.add(std::move(items));
    if (count <= kShownTalks) return;
    page_.add(Paragraph{
        Text(fmt::format("And {} before these.", counted(count - kShownTalks, "talk", "talks")))});
  }

  void add_heard() {
    std::size_t count = 0;
    Items items;
    for (const Contact& contact : packet_.contacts) {
      count += contact.heard.size();
      for (const Heard& heard : contact.heard) {
        items.items.push_back({.text = Text(contact.name + ": ", Tone::faint) + Text(heard.text)});
      }
    }
    if (count == 0) return;
    page_.add(section(packet_.is_back ? "Heard" : "What matters to them", count));
    page_.add(std::move(items));
  }

  const Packet& packet_;
  const PacketSummary& summary_;
  const Book& book_;
  std::map<std::string, const Contact*> names_;  ///< By the packet's handles.
  std::set<std::string> new_;                    ///< Clients, by name.
  Document page_;
};

}  // namespace

std::string all_during(const std::vector<Period>& periods) {
  std::vector<std::string> days;
  for (const Period& period : periods) days.push_back(during(period));
  return in_a_row(days);
}

Document packet_page(const Packet& packet, const PacketSummary& summary, const Book& book) {
  return PacketPage(packet, summary, book).take();
}

}  // namespace stead
