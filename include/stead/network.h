#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/graph.h"
#include "stead/time.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// What holds two contacts together.
enum class Tie {
  client_of,      ///< A client, and whose it is.
  works_at,       ///< A person, and the organisation where they work.
  covers,         ///< Somebody who stands in, and for whom: a client, or the owner of clients.
  sent,           ///< Somebody who sent work, and who was sent to the owner of the book.
  introduced,     ///< Somebody who introduced another to the owner of the book.
  sent_on,        ///< Who was sent by the owner of the book, and to whom.
  introduced_to,  ///< Who was introduced by the owner of the book, and to whom.
  known_through,  ///< Who brought the owner of the book together with somebody (`via_whom`).
};

struct NetworkNode {
  std::string id;
  std::string name;
  bool is_org = false;
  bool is_client = false;

  bool operator==(const NetworkNode&) const = default;
};

struct NetworkTie {
  std::size_t from = 0;  ///< Places in the list of nodes, as the kind of tie names them.
  std::size_t to = 0;
  Tie tie = Tie::works_at;
  bool is_firm = true;  ///< Not where cover is only offered.

  bool operator==(const NetworkTie&) const = default;
};

/// People, clients, cover, referrals and introductions as a graph.
struct NetworkReport {
  std::string around;              ///< The contact in the middle; empty: the whole book.
  std::vector<NetworkNode> nodes;  ///< Whoever has a tie, by their ids; the one in the middle.
  std::vector<NetworkTie> ties;    ///< Each kind once from one to another.
  std::size_t alone = 0;           ///< How many contacts of the whole book have none.
};

/// How far from the middle a network goes: whom they hang together with, and those in turn.
inline constexpr int kNetworkSteps = 2;

/// The network of the whole book, without archived contacts and without cover that is over; or of
/// those within two steps around the contact of this handle, which has to be in the book. The owner
/// leads no further, unless in the middle: everybody would be near everybody.
NetworkReport network_report(const Book& book, std::string_view around, Day today);

/// A tree in which every tie is named once.
Document to_document(const NetworkReport& report);
Graph to_graph(const NetworkReport& report);
/// `stead.network/1`; stead-json(7).
std::string to_json(const NetworkReport& report);

}  // namespace stead
