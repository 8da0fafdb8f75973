#include "stead/packet.h"

#include "book/record_reader.h"
#include "exchange/packet_days.h"
#include "exchange/packet_fields.h"
#include "stead/error.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <type_traits>
#include <utility>

namespace stead {
namespace {

template <typename Record>
constexpr std::string_view kNoun = "contact";
template <>
constexpr std::string_view kNoun<Promise> = "promise";
template <>
constexpr std::string_view kNoun<Interaction> = "interaction";

/// Each may cut an arrangement in two, and there may be thousands of those.
constexpr int kMostStretches = 1000;

/// Walks through a text and refuses what is not clean, wherever it stands.
class StringCheck {
 public:
  explicit StringCheck(std::string_view text) : scanner_(text) {}

  void run() {
    value();
    scanner_.end();
  }

 private:
  void clean(const JsonString& text, std::size_t at) {
    try {
      require_clean(text.value(), "a text");
    } catch (const Error& error) {
      throw Fault(at, error.what());
    }
  }

  void value() {
    switch (scanner_.peek()) {
      case '{':
        return scanner_.object([this](const JsonString& key) {
          clean(key, scanner_.at());
          value();
        });
      case '[': return scanner_.array([this] { value(); });
      case '"': {
        const std::size_t at = scanner_.at();
        return clean(scanner_.string(), at);
      }
      default: scanner_.value();
    }
  }

  Scanner scanner_;
};

/// Reads the parts of a packet; throws Fault.
class PacketReader {
 public:
  explicit PacketReader(std::string_view text) : text_(text) {}

  Packet read() {
    StringCheck(text_).run();
    version();
    head();
    Scanner scanner(text_);
    bool has[3] = {};
    scanner.object([&](const JsonString& key) {
      if (key == "contacts") return has[0] = true, records(scanner, packet_.contacts);
      if (key == "promises") return has[1] = true, records(scanner, packet_.promises);
      if (key == "interactions") return has[2] = true, records(scanner, packet_.interactions);
      scanner.value();
    });
    for (const Collection collection : kCollections) {
      if (has[static_cast<std::size_t>(collection)]) continue;
      throw Fault(0, fmt::format("'{}' is missing", name_of(collection)));
    }
    references();
    return std::move(packet_);
  }

 private:
  void version() const {
    PacketVersion version;
    RecordReader(text_, 0).read_whole(version);
    if (*version.version > kPacketVersion) {
      throw Fault(0, fmt::format("the packet is of version {}, and this stead reads version {}",
                                 *version.version, kPacketVersion));
    }
  }

  void head() {
    PacketHead head;
    RecordReader(text_, 0).read_whole(head);
    packet_.is_back = head.way == "back";
    packet_.made = head.made;
    packet_.sender = *head.sender;
    packet_.receiver = *head.receiver;
    packet_.period = {*head.period->from, *head.period->to};
    packet_.omitted = std::move(head.omitted);
    packet_.closed = std::move(head.closed);
    packet_.still = std::move(head.still);
    if (packet_.made && !packet_.made->time) {
      throw Fault(0, "'made' has a day and no time of day, so it is no instant");
    }
    if (packet_.is_back && !packet_.closed.empty()) {
      throw Fault(0, "the packet goes back and has 'closed', which no packet brings back");
    }
    if (packet_.is_back && !packet_.still.empty()) {
      throw Fault(0, "the packet goes back and has 'still', which no packet brings back");
    }
    if (packet_.period.last < packet_.period.first) {
      throw Fault(0, "the period of the packet ends before it begins");
    }
    for (const auto& [side, name] : {std::pair("sender", &packet_.sender.name),
                                     std::pair("receiver", &packet_.receiver.name)}) {
      if (trimmed(*name).empty()) throw Fault(0, fmt::format("the {} has no name", side));
      must_be_a_line(*name, fmt::format("the name of the {}", side), 0);
    }
    for (const auto* list : {&packet_.sender.email, &packet_.sender.phone}) {
      for (const std::string& text : *list) must_be_a_line(text, "an address of the sender", 0);
    }
    if (packet_.receiver.id == "me") throw Fault(0, "the receiver cannot be 'me'");
    must_be_absences(packet_.sender.away);
    must_be_days(packet_.still);
    if (packet_.is_back && packet_.receiver.book.empty()) {
      throw Fault(0, "the packet goes back and does not say to which book");
    }
  }

  static void must_be_a_line(std::string_view text, std::string_view what, std::size_t at) {
    if (text.find_first_of("\n\t") == std::string_view::npos) return;
    throw Fault(at, fmt::format("{} has a tab or more than one line", what));
  }

  void must_be_absences(const std::vector<Absence>& absences) const {
    for (const Absence& away : absences) {
      const bool fits = away.to && !before(*away.to, away.from) && away.why.empty() &&
                        packet_.period.contains(away.from.day) &&
                        packet_.period.contains(away.to->day);
      if (!fits) throw Fault(0, "the sender's 'away' is not in the period of the packet");
    }
  }

  void must_be_days(const std::vector<PacketStill>& days) const {
    std::map<std::string, int> counts;
    for (const PacketStill& each : days) {
      if (++counts[each.client] > kMostStretches) {
        throw Fault(0, fmt::format("'still' has more than {} stretches of days of '{}'",
                                   kMostStretches, each.client));
      }
      const Day last = each.to.value_or(kLastDay);
      const bool meets = *each.from <= packet_.period.last && packet_.period.first <= last;
      if (*each.from <= last && !meets) continue;
      throw Fault(0, fmt::format("'still' has days of '{}' that end before they begin, or are in "
                                 "the period of the packet",
                                 each.client));
    }
  }

  template <typename Record>
  void records(Scanner& scanner, std::vector<Record>& list) {
    scanner.array([&] {
      scanner.peek();
      const std::size_t at = scanner.at();
      scanner.value();
      Record record = read_record<Record>(text_.substr(0, scanner.at()), at);
      must_fit(record, at);
      // A handle may well look like an id.
      const bool is_contact = std::is_same_v<Record, Contact>;
      if (!(is_contact ? handles_ : ids_).insert(record.id).second) {
        throw Fault(at, fmt::format("there are two records '{}'", record.id));
      }
      places_.emplace_back(record.id, at);
      list.push_back(std::move(record));
    });
  }

  template <typename Record>
  void only(const Record& record, std::span<const std::string_view> allowed, std::size_t at) const {
    const Record none;
    each_field<Record>([&](const FieldSpec& field, auto member) {
      if (record.*member == none.*member) return;
      if (std::ranges::find(allowed, field.name) != allowed.end()) return;
      throw Fault(at, fmt::format("the {} '{}' has '{}', which no packet brings {}", kNoun<Record>,
                                  record.id, field.name, packet_.is_back ? "back" : "along"));
    });
  }

  void must_fit(const Contact& contact, std::size_t at) const {
    if (packet_.is_back) {
      only(contact, kContactBack, at);
    } else {
      only(contact, kContactOut, at);
    }
    if (contact.id == "me" || contact.id == "them" || contact.id == packet_.receiver.id) {
      throw Fault(at, fmt::format("'{}' is no contact that a packet can bring", contact.id));
    }
    if (trimmed(contact.name).empty()) {
      throw Fault(at, fmt::format("the contact '{}' has no name", contact.id));
    }
    must_be_lines(contact, at);
    if (std::ranges::any_of(contact.tags, [](const std::string& tag) { return tag != "client"; })) {
      throw Fault(at, fmt::format("the contact '{}' has a tag other than 'client'", contact.id));
    }
    if (!contact.tz.empty() && !is_zone_name(contact.tz)) {
      throw Fault(at, fmt::format("the contact '{}' has no time zone in 'tz'", contact.id));
    }
    if (packet_.is_back) return require_in_period(contact, packet_.period, at);
    if (contact.has_tag("client") == contact.cover.empty()) {
      throw Fault(at, fmt::format("'{}' is {}", contact.id,
                                  contact.cover.empty() ? "a client and not covered"
                                                        : "covered and no client"));
    }
    for (const Cover& cover : contact.cover) {
      const bool fits = cover.by == packet_.receiver.id && cover.from && cover.to &&
                        *cover.from <= *cover.to && packet_.period.contains(*cover.from) &&
                        packet_.period.contains(*cover.to);
      if (fits) continue;
      throw Fault(at, fmt::format("the client '{}' has cover that is not the receiver's in the "
                                  "period of the packet",
                                  contact.id));
    }
  }

  static void must_be_lines(const Contact& contact, std::size_t at) {
    const auto line = [&](std::string_view field, const std::string& text) {
      must_be_a_line(text, fmt::format("the {} of the contact '{}'", field, contact.id), at);
    };
    line("name", contact.name);
    line("title", contact.title);
    line("place", contact.place);
    const std::pair<std::string_view, const std::vector<std::string>*> lists[] = {
        {"alias", &contact.aliases},
        {"e-mail", &contact.email},
        {"phone", &contact.phone},
        {"url", &contact.url}};
    for (const auto& [field, list] : lists) {
      for (const std::string& text : *list) line(field, text);
    }
  }

  void must_fit(const Promise& promise, std::size_t at) const {
    if (packet_.is_back) {
      only(promise, kPromiseBack, at);
    } else {
      only(promise, kPromiseOut, at);
    }
    const auto fail = [&](const char* what) {
      throw Fault(at, fmt::format("the promise '{}' {}", promise.id, what));
    };
    if (promise.by != "me" && promise.to != "me") fail("is between others");
    if (promise.by == "me" && promise.to == "me" && promise.for_whom.empty()) {
      fail("is about nobody");
    }
    if (promise.status.empty() == promise.closed.has_value()) {
      fail("has only one of 'status' and 'closed'");
    }
    if (promise.every.has_value() != promise.first_due.has_value()) {
      fail("has only one of 'every' and 'first_due'");
    }
    if (packet_.is_back) require_in_period(promise, packet_.period, at);
  }

  void must_fit(const Interaction& interaction, std::size_t at) const {
    only(interaction, kInteraction, at);
    const auto fail = [&](const char* what) {
      throw Fault(at, fmt::format("the interaction '{}' {}", interaction.id, what));
    };
    if (packet_.is_back && !interaction.by.empty()) fail("was not done by the sender");
    if (!interaction.by.empty() && interaction.by != packet_.receiver.id) {
      fail("was done by neither of the two");
    }
    if (packet_.is_back && !packet_.period.contains(interaction.at.day)) {
      fail("is not in the period of the packet");
    }
    if (interaction.needs_reply && interaction.from != "them") {
      fail("has 'needs_reply' without 'from' being 'them'");
    }
    if (interaction.urgent && !interaction.needs_reply) fail("has 'urgent' without 'needs_reply'");
  }

  // Who is named has to be there.

  void references() const {
    std::set<std::string_view> known;
    for (const Contact& contact : packet_.contacts) known.insert(contact.id);
    const auto must_be_known = [&](const std::string& id, const std::string& handle) {
      if (handle.empty() || known.contains(handle)) return;
      throw Fault(place_of(id),
                  fmt::format("'{}' names '{}', who is not in the packet", id, handle));
    };
    std::set<std::string_view> orgs;
    for (const Contact& contact : packet_.contacts) {
      if (contact.is_org()) orgs.insert(contact.id);
    }
    for (const Contact& contact : packet_.contacts) {
      must_be_known(contact.id, contact.org);
      if (!contact.org.empty() && !orgs.contains(contact.org)) {
        throw Fault(place_of(contact.id), fmt::format("'{}' is no organisation", contact.org));
      }
    }
    if (!packet_.is_back) others_work_at_clients();
    for (const Promise& promise : packet_.promises) {
      for (const std::string* side : {&promise.by, &promise.to, &promise.for_whom}) {
        if (*side != "me") must_be_known(promise.id, *side);
      }
    }
    for (const Interaction& each : packet_.interactions) {
      for (const std::string& who : each.with) must_be_known(each.id, who);
      for (const std::string& who : each.about) must_be_known(each.id, who);
      must_be_known(each.id, each.for_client);
      if (each.with.empty() && each.about.empty() && each.for_client.empty()) {
        throw Fault(place_of(each.id),
                    fmt::format("the interaction '{}' concerns nobody", each.id));
      }
    }
  }

  /// Whoever is no client works at one; or it is where a client works.
  void others_work_at_clients() const {
    std::set<std::string_view> clients;
    std::set<std::string_view> workplaces;
    for (const Contact& contact : packet_.contacts) {
      if (!contact.has_tag("client")) continue;
      clients.insert(contact.id);
      workplaces.insert(contact.org);
    }
    for (const Contact& contact : packet_.contacts) {
      if (clients.contains(contact.id) || clients.contains(contact.org)) continue;
      if (workplaces.contains(contact.id)) continue;
      throw Fault(place_of(contact.id),
                  fmt::format("the contact '{}' is no client and works at none", contact.id));
    }
  }

  std::size_t place_of(const std::string& id) const {
    const auto found = std::ranges::find(places_, id, &std::pair<std::string, std::size_t>::first);
    return found == places_.end() ? 0 : found->second;
  }

  std::string_view text_;
  Packet packet_;
  std::set<std::string> handles_;
  std::set<std::string> ids_;
  std::vector<std::pair<std::string, std::size_t>> places_;
};

}  // namespace

Packet read_packet(std::string_view text, const std::string& file) {
  if (text.size() > kLargestPacket) {
    throw Error::usage("'{}' has more than {} bytes (16 MiB), which no packet has", file,
                       kLargestPacket)
        .with_hint("a packet is what 'stead handoff WHO --packet FILE' writes");
  }
  try {
    return PacketReader(text).read();
  } catch (const Fault& fault) {
    const auto [line, column] = line_and_column(text, fault.offset());
    throw Error::usage("{}", fault.what())
        .at({file, line, column})
        .with_hint(text.find("\"stead_packet\"") == std::string_view::npos
                       ? "a packet is what 'stead handoff WHO --packet FILE' writes"
                       : "nothing was written; ask the sender for another packet");
  }
}

}  // namespace stead
