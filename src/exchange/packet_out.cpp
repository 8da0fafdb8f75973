#include "exchange/packet_merge.h"
#include "stead/packet.h"
#include "stead/periods.h"

#include <algorithm>
#include <set>

namespace stead {
namespace {

/// Cuts records to what a stand-in gets, and names contacts by the handles in force.
class Cutter {
 public:
  Cutter(const Book& book, const std::string& to, const std::vector<Contact>& contacts)
      : book_(book), to_(to) {
    for (const Contact& contact : contacts) there_.insert(contact.id);
  }

  Contact cut(const Contact& whole) const {
    Contact contact{.id = whole.id,
                    .name = whole.name,
                    .kind = whole.kind,
                    .aliases = whole.aliases,
                    .org = there(whole.org),
                    .title = whole.title,
                    .email = whole.email,
                    .phone = whole.phone,
                    .url = whole.url,
                    .address = whole.address,
                    .place = whole.place,
                    .tz = whole.tz,
                    .needs = whole.needs,
                    .reply_within = whole.reply_within,
                    .heard = whole.heard};
    for (Heard& heard : contact.heard) heard.reflected.reset();
    // Somebody whom the stand-in met there first is in their book already.
    const Contact& to = *book_.contact(to_);
    if (whole.origin && to.origin && to.origin->id == "me" &&
        whole.origin->book == to.origin->book) {
      contact.origin = Origin{.book = whole.origin->book, .id = whole.origin->id};
    }
    if (whole.cover.empty()) return contact;
    contact.tags = {"client"};
    for (Cover cover : whole.cover) {
      cover.by = to_;
      cover.rank.reset();
      cover.offered.reset();
      contact.cover.push_back(std::move(cover));
    }
    return contact;
  }

  Promise cut(Promise promise) const {
    for (std::string* side : {&promise.by, &promise.to, &promise.for_whom}) {
      *side = *side == "me" ? "me" : there(*side);
    }
    promise.after.clear();
    promise.snoozed.clear();
    promise.uid.clear();
    promise.conflict.clear();
    return promise;
  }

  Interaction cut(Interaction interaction) const {
    interaction.with = there(interaction.with);
    interaction.about = there(interaction.about);
    interaction.for_client = there(interaction.for_client);
    // Whoever else stood in is nobody whom the stand-in has to know.
    interaction.by = book_.canonical(interaction.by) == to_ ? to_ : "";
    interaction.deed.reset();
    interaction.snoozed.clear();
    interaction.uid.clear();
    interaction.conflict.clear();
    return interaction;
  }

 private:
  std::string there(const std::string& handle) const {
    const std::string id(book_.canonical(handle));
    return there_.contains(id) ? id : "";
  }
  std::vector<std::string> there(const std::vector<std::string>& handles) const {
    std::vector<std::string> found;
    for (const std::string& handle : handles) {
      std::string id = there(handle);
      if (!id.empty() && std::ranges::find(found, id) == found.end()) found.push_back(id);
    }
    return found;
  }

  const Book& book_;
  const std::string& to_;
  std::set<std::string, std::less<>> there_;
};

/// The whole days of the period on which somebody is away.
std::vector<Absence> whole_days_away(const Contact& who, Period period) {
  std::vector<Period> days;
  for (const Absence& away : who.away) {
    const bool is_by_the_hour = away.from.time && away.to && away.from.day == away.to->day;
    if (is_by_the_hour || !away.overlaps(period)) continue;
    days.push_back({std::max(away.from.day, period.first),
                    std::min(away.to ? away.to->day : kLastDay, period.last)});
  }
  std::vector<Absence> absences;
  for (const Period& each : joined(std::move(days))) {
    absences.push_back({.from = {each.first, {}}, .to = When{each.last, {}}, .why = ""});
  }
  return absences;
}

}  // namespace

Packet packet_out(const Book& book, const std::string& to, Period period, PacketContents contents) {
  const Contact& me = book.me();
  const Contact& receiver = *book.contact(to);
  Packet packet;
  packet.sender = {.book = me.book, .name = me.name, .email = me.email, .phone = me.phone};
  packet.receiver = {.id = receiver.id, .name = receiver.name};
  if (receiver.origin && receiver.origin->id == "me") {
    packet.receiver.book = receiver.origin->book;
    packet.sender.as = receiver.origin->as;
  }
  packet.period = period;
  packet.sender.away = whole_days_away(me, period);
  packet.omitted = std::move(contents.omitted);
  packet.closed = std::move(contents.closed);
  packet.still = std::move(contents.still);
  const Cutter cutter(book, receiver.id, contents.contacts);
  for (const Contact& contact : contents.contacts) packet.contacts.push_back(cutter.cut(contact));
  for (Promise& promise : contents.promises) {
    Promise cut = cutter.cut(std::move(promise));
    if (!cut.by.empty() && !cut.to.empty()) packet.promises.push_back(std::move(cut));
  }
  for (Interaction& each : contents.interactions) {
    packet.interactions.push_back(cutter.cut(std::move(each)));
  }
  return packet;
}

}  // namespace stead
