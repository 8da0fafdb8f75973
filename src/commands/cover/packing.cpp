#include "commands/cover/packing.h"

#include "stead/names.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/record.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace stead {
namespace {

/// Brings the records of a handoff together, each once.
class Contents {
 public:
  Contents(const Book& book, const Handoff& handoff) : handoff_(handoff) {
    for (const HandoffClient& client : handoff.clients) {
      if (client.owner == "me") add_client(client);
    }
    for (const HandoffClient& client : handoff.clients) {
      if (client.owner == "me") add_others(client);
    }
    if (!omits(HandoffPart::promises)) add_what_became(book);
  }

  PacketContents take() {
    PacketContents contents;
    for (auto& [id, contact] : contacts_) contents.contacts.push_back(std::move(contact));
    for (auto& [id, promise] : promises_) contents.promises.push_back(std::move(promise));
    for (auto& [id, talk] : talks_) contents.interactions.push_back(std::move(talk));
    contents.closed = std::move(closed_);
    for (const HandoffPart part : handoff_.omitted) {
      const auto* name = std::ranges::find(kHandoffParts, part, &HandoffPartName::part);
      contents.omitted.emplace_back(name->name);
    }
    std::ranges::stable_sort(contents.interactions, [](const Interaction& a, const Interaction& b) {
      return before(a.at, b.at);
    });
    return contents;
  }

 private:
  bool omits(HandoffPart part) const {
    return std::ranges::find(handoff_.omitted, part) != handoff_.omitted.end();
  }

  /// What an earlier packet may have brought: promises that are closed by now, of which the id is
  /// enough, and those that were moved to behind the period.
  void add_what_became(const Book& book) {
    const auto is_there = [&](const std::string& handle) {
      return !handle.empty() && contacts_.contains(std::string(book.canonical(handle)));
    };
    const auto was_due = [this](const Told& told) {
      return told.due_was && told.due_was->day <= handoff_.period.last;
    };
    for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
      const Promise& promise = book.promise(i);
      if (!is_there(promise.other_side())) continue;
      if (!promise.is_open()) {
        closed_.push_back({promise.id, promise.status, promise.closed});
      } else if (std::ranges::any_of(promise.told, was_due)) {
        promises_.try_emplace(promise.id, promise);
      }
    }
  }

  void add(Contact contact) {
    const bool is_omitted = omits(HandoffPart::heard);
    std::erase_if(contact.heard,
                  [&](const Heard& heard) { return is_omitted || heard.retired.has_value(); });
    contacts_.try_emplace(contact.id, std::move(contact));
  }

  void add_client(const HandoffClient& client) {
    Contact contact = client.contact;
    contact.cover.clear();
    for (const HandoffDays& each : client.days) {
      Cover cover = each.stand_in.cover;
      cover.from = each.days.first;
      cover.to = each.days.last;
      for (const Candidate& next : client.next) add_next(cover.note, next);
      contact.cover.push_back(std::move(cover));
    }
    add(std::move(contact));
  }

  static void add_next(std::string& note, const Candidate& next) {
    if (!note.empty()) note += '\n';
    note += "if you can't: " + next.name;
    for (const auto* list : {&next.phone, &next.email}) {
      if (!list->empty()) note += ", " + list->front();
    }
  }

  void add_others(const HandoffClient& client) {
    std::vector<Contact> others = client.people;
    if (client.org) others.push_back(*client.org);
    for (Contact& contact : others) {
      contact.cover.clear();
      add(std::move(contact));
    }
    for (const Promise& promise : client.promises) promises_.try_emplace(promise.id, promise);
    for (const Interaction& talk : client.talks) talks_.try_emplace(talk.id, talk);
  }

  const Handoff& handoff_;
  std::map<std::string, Contact> contacts_;
  std::map<std::string, Promise> promises_;
  std::map<std::string, Interaction> talks_;
  std::vector<PacketClosed> closed_;
};

template <typename Record>
std::string ids_json(const std::vector<Record>& records) {
  std::vector<std::string> ids;
  for (const Record& record : records) ids.push_back(json_quoted(record.id));
  return fmt::format("[{}]", fmt::join(ids, ","));
}

/// `stead.packed/1`.
std::string packed_json(const Packet& packet, const std::string& file) {
  return fmt::format(
      "{{\"schema\":\"stead.packed/1\",\"file\":{},\"way\":\"{}\",\"who\":{},\"from\":\"{}\","
      "\"to\":\"{}\",\"contacts\":{},\"promises\":{},\"interactions\":{}}}\n",
      json_quoted(file), packet.is_back ? "back" : "out", json_quoted(packet.receiver.id),
      to_string(packet.period.first), to_string(packet.period.last), ids_json(packet.contacts),
      ids_json(packet.promises), ids_json(packet.interactions));
}

/// Puts a packet where it was asked for, with a sentence about it.
void put(Session& session, const Packet& packet, const std::string& file, const Text& sentence) {
  const std::string text = write_packet(packet);
  // What cannot be read there must not leave here.
  read_packet(text, "the packet");
  if (file == "-") return session.print(text);
  session.new_file = {
      .path = file, .text = text, .what = "packet", .may_replace = begins_as_packet};
  if (session.format == Format::json) {
    return session.print(json_safe(packed_json(packet, file)));
  }
  session.say(sentence);
  session.hint(fmt::format("{} takes it in: stead receive {}", packet.receiver.name,
                           shell_word(std::filesystem::path(file).filename().native())));
}

}  // namespace

void pack(Session& session, const Handoff& handoff, const std::string& file) {
  std::vector<std::string> names;
  for (const HandoffClient& client : handoff.clients) {
    if (client.owner == "me") {
      names.push_back(client.contact.name);
    } else {
      session.hint(fmt::format("{} is {}'s client; a packet about it comes from there",
                               client.contact.name, client.owner_name));
    }
  }
  if (names.empty()) {
    throw Error::usage("{} covers no client of yours then", handoff.name)
        .with_hint(fmt::format("'stead handoff {}' shows whose they are", handoff.who));
  }
  Packet packet = packet_out(session.book(), handoff.who, handoff.period,
                             Contents(session.book(), handoff).take());
  // It may have got its name in this very run.
  packet.sender.book = session.edits().contact("me")->book;
  packet.made = session.now.moment();
  put(session, packet, file,
      "For " + Text(handoff.name, Tone::strong) + ", " + during(handoff.period) + ": " +
          in_a_row(names) + ", in " + Text(file, Tone::code) + ".");
}

PacketOwner owner_named(Session& session, const std::string& who) {
  const std::vector<PacketOwner> owners = packet_owners(session.book());
  if (who.empty()) {
    if (owners.size() == 1) return owners.front();
    if (owners.empty()) {
      throw Error::usage("nobody's clients were handed to you")
          .with_hint("'stead receive FILE' takes a packet in");
    }
    std::vector<std::string> handles;
    for (const PacketOwner& owner : owners) handles.push_back(owner.handle);
    throw Error::usage("clients of several were handed to you: {}", fmt::join(handles, ", "))
        .with_hint(
            fmt::format("say whose: stead handoff {} --back --packet FILE", handles.front()));
  }
  const std::string handle = contact_named(session.book(), who, Archived::found);
  const auto owner = std::ranges::find(owners, handle, &PacketOwner::handle);
  if (owner != owners.end()) return *owner;
  throw Error::usage("no client of {} was handed to you in a packet",
                     session.book().name_of(handle))
      .with_hint("'stead receive FILE' takes one in");
}

void pack_back(Session& session, const PacketOwner& owner, Period period, const std::string& file) {
  Packet packet = packet_back(session.book(), owner, period);
  packet.sender.book = session.edits().contact("me")->book;
  packet.made = session.now.moment();
  if (packet.contacts.empty()) {
    throw Error::usage("there is nothing to give back to {}, {}", owner.name, during(period))
        .with_hint("'stead log' notes what you do for their clients");
  }
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
    if (count > 0) parts.push_back(counted(count, one, many));
  };
  std::size_t heard = 0;
  for (const Contact& contact : packet.contacts) heard += contact.heard.size();
  add(packet.interactions.size(), "interaction", "interactions");
  add(packet.promises.size(), "promise", "promises");
  add(heard, "thing heard", "things heard");
  if (parts.empty()) parts.emplace_back("whom you met");
  put(session, packet, file,
      "Back to " + Text(owner.name, Tone::strong) + ", " + during(period) + ": " + in_a_row(parts) +
          ", in " + Text(file, Tone::code) + ".");
}

}  // namespace stead
