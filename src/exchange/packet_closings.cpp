#include "exchange/packet_closings.h"

#include "exchange/packet_parties.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stead {

PacketClosings::PacketClosings(Edits& edits, std::string sender, Handles theirs)
    : edits_(edits), sender_(std::move(sender)), theirs_(std::move(theirs)) {}

std::size_t PacketClosings::close(const PacketClosed& closed) {
  std::optional<Promise> promise = edits_.promise(closed.id);
  if (!promise || !is_handed_over(*promise)) return 0;
  if (!promise->is_open()) return end_series(*promise, closed);
  promise->status = closed.status;
  promise->closed = closed.closed;
  if (promise->status == "kept" && promise->is_mine()) promise->done_by = sender_;
  edits_.put(*promise);
  return 1;
}

/// What was kept here and is no longer wanted there has no next one either.
std::size_t PacketClosings::end_series(const Promise& kept, const PacketClosed& closed) {
  if (!kept.every || closed.status != "released") return 0;
  const Book& book = edits_.book();
  std::size_t ended = 0;
  for (const std::size_t i : book.holding(Collection::promises, kept.id)) {
    Promise next = book.promise(i);
    if (next.after != kept.id || !next.is_open() || !is_handed_over(next)) continue;
    next.status = closed.status;
    next.closed = closed.closed;
    edits_.put(next);
    ++ended;
  }
  return ended;
}

/// Is it about nobody but those who came from the sender?
bool PacketClosings::is_handed_over(const Promise& promise) const {
  const Book& book = edits_.book();
  const auto is_theirs = [&](const std::string& handle) {
    if (handle.empty()) return true;
    const std::string here(book.canonical(handle));
    return here == kMe || (theirs_.contains(here) && !is_my_client(book, here));
  };
  return std::ranges::all_of(std::array{promise.by, promise.to, promise.for_whom}, is_theirs);
}

}  // namespace stead
