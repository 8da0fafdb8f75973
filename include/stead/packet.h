#pragma once

#include "stead/edits.h"
#include "stead/model.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The largest packet that is read, in bytes.
inline constexpr std::size_t kLargestPacket = std::size_t{16} << 20;

/// Whoever made a packet: the owner of the book that it is from.
struct PacketSender {
  std::string book;  ///< Their `me.book`.
  std::string name;
  std::vector<std::string> email;
  std::vector<std::string> phone;
  std::string as;  ///< Their handle in the book of the receiver; empty where that is not known.
  std::vector<Absence> away;  ///< When they are away in the period, without a word why.

  bool operator==(const PacketSender&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "book", .type = Type::id, .required = true}, &PacketSender::book),
        field({.name = "name", .required = true}, &PacketSender::name),
        field({.name = "email"}, &PacketSender::email),
        field({.name = "phone"}, &PacketSender::phone),
        field({.name = "as", .type = Type::handle}, &PacketSender::as),
        field({.name = "away", .type = Type::object}, &PacketSender::away));
  }
};

/// A promise that an earlier packet may have brought, and that its owner has closed since.
struct PacketClosed {
  std::string id;
  std::string status;
  std::optional<When> closed;

  bool operator==(const PacketClosed&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "id", .type = Type::id, .required = true}, &PacketClosed::id),
        field({.name = "status",
               .type = Type::word,
               .required = true,
               .words = "kept released broken"},
              &PacketClosed::status),
        field({.name = "closed", .type = Type::when, .required = true}, &PacketClosed::closed));
  }
};

/// Days outside of a packet's period on which its receiver still is the one to call for a client.
struct PacketStill {
  std::string client;  ///< Its handle, and no more.
  std::optional<Day> from;
  std::optional<Day> to;  ///< Absent: an open end.

  bool operator==(const PacketStill&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "client", .type = Type::handle, .required = true}, &PacketStill::client),
        field({.name = "from", .type = Type::day, .required = true}, &PacketStill::from),
        field({.name = "to", .type = Type::day}, &PacketStill::to));
  }
};

/// Whom a packet is for.
struct PacketReceiver {
  std::string id;  ///< Their handle in the book of the sender; records may name it.
  std::string name;
  std::string book;  ///< Their `me.book`; empty where the sender does not know it.

  bool operator==(const PacketReceiver&) const = default;

  static constexpr auto fields() {
    return std::tuple(
        field({.name = "id", .type = Type::handle, .required = true}, &PacketReceiver::id),
        field({.name = "name", .required = true}, &PacketReceiver::name),
        field({.name = "book", .type = Type::id}, &PacketReceiver::book));
  }
};

/// What a stand-in gets for their own stead, or what comes back from there; stead-packet(5). In its
/// records, handles are those of the sender, and `me` is the owner of the clients in a promise, the
/// sender everywhere else.
struct Packet {
  bool is_back = false;  ///< From the stand-in to the owner; else from the owner to the stand-in.
  std::optional<When> made;  ///< The minute it was made, with its offset; older packets lack it.
  PacketSender sender;
  PacketReceiver receiver;
  Period period;
  std::vector<std::string> omitted;  ///< The parts that were left out, as `--omit` names them.
  std::vector<PacketClosed> closed;  ///< Only on the way out.
  std::vector<PacketStill> still;    ///< Only on the way out.
  std::vector<Contact> contacts;
  std::vector<Promise> promises;
  std::vector<Interaction> interactions;

  bool operator==(const Packet&) const = default;
};

/// The text of a packet, which reads as the same packet.
std::string write_packet(const Packet& packet);

/// Does a text begin as a packet does? It may be broken all the same.
bool begins_as_packet(std::string_view text);

/// Reads a packet, which nobody has to trust. Throws Error (usage) with the place in `file` where
/// it is too large or too deep, no JSON, of a newer version, holds text that is not clean, a record
/// that is none, one that comes twice or names somebody who is not in the packet, or a field that
/// no packet of that direction carries.
Packet read_packet(std::string_view text, const std::string& file);

/// Nothing in the packet happened on a day after `today`; one day more is let pass, for where the
/// day has begun already. Throws Error (usage) that names the record otherwise.
void require_no_day_to_come(const Packet& packet, Day today);

/// The records of an owner's book that a stand-in needs, as they are there.
struct PacketContents {
  /// The contacts; `cover` of a client has the days on which the stand-in is to be called, each
  /// with both dates.
  std::vector<Contact> contacts;
  std::vector<Promise> promises;
  std::vector<Interaction> interactions;
  std::vector<PacketClosed> closed;
  std::vector<PacketStill> still;
  std::vector<std::string> omitted;
};

/// A packet for the contact with the handle `to`, with each record cut to what a packet carries.
/// The book's `me.book` has to be there.
Packet packet_out(const Book& book, const std::string& to, Period period, PacketContents contents);

/// Somebody whose clients came in a packet.
struct PacketOwner {
  std::string handle;
  std::string name;
  std::string book;
  std::string as;  ///< My handle in their book.
};
/// All of them, by handle.
std::vector<PacketOwner> packet_owners(const Book& book);

/// From the first to the last day of the last stretch in which I covered clients of that owner,
/// whose first day is not after `today`; nothing where there is none. Days in a row are a stretch,
/// and so are days of one absence of the owner, whoever covered between them.
std::optional<Period> last_covered(const Book& book, const PacketOwner& owner, Day today);

/// The packet that goes back to the owner of clients whom I covered in the period: what I logged
/// then with or about those clients and whoever works there, the promises about them that were
/// made, told of or closed then, what was heard then, and who is new there. Nothing else of my book
/// is in it.
Packet packet_back(const Book& book, const PacketOwner& owner, Period period);

/// A client that a packet is about.
struct PacketClient {
  std::string handle;  ///< In the book of the receiver.
  std::string name;
  bool is_new = false;
  std::vector<Period> days;  ///< Those covered.
  bool is_my_yes =
      false;             ///< Days are new to which, as far as the sender knows, I have not agreed.
  std::size_t done = 0;  ///< New interactions and promises closed; of a packet that came back.
};

/// What taking in a packet changes.
struct PacketSummary {
  std::string sender;  ///< Their handle in the book of the receiver.
  bool is_sender_new = false;
  std::vector<PacketClient> clients;  ///< In the order of the packet.
  /// Clients with days on which I no longer cover them; by handle.
  std::vector<PacketClient> withdrawn;
  std::size_t people_new = 0;  ///< Contacts that are no clients.
  std::size_t promises_new = 0;
  std::size_t promises_changed = 0;
  std::size_t interactions_new = 0;
  std::size_t heard_new = 0;
  /// Contacts that were there and of whom the packet says something new, by handle.
  std::vector<std::string> people_changed;
  /// What the packet says otherwise than the book, where the book's word stays; sentences.
  std::vector<std::string> stays;
};

/// Takes a packet in. On the way out, the clients become the sender's (`client_of`), covered by me;
/// nobody of mine is matched by name but the sender, whose unique whole name or e-mail finds them
/// where no contact carries their book yet. On the way back, what the stand-in did is merged in:
/// records by id, lists by key; `by` and `done_by` say who did it. What is there stays; taking in
/// the same packet again changes nothing. A packet for a stand-in says all about the days from
/// `today` on: what an earlier one brought of cover then, and it does not have, is taken out; one
/// without any contact does no more than that.
///
/// Throws Error (usage) where a packet is not for this book, for or from somebody of another name,
/// or, for a stand-in, older than the last one of its sender; and one that names the record where
/// it brings what is not its business: somebody who is no client that the sender covered in that
/// time, a promise or an interaction of others, an id that means something else here.
PacketSummary packet_changes(const Packet& packet, Edits& edits, Day today);

}  // namespace stead
