// A packet: whatever is taken in makes a sound book, once, and changes nothing of the owner's.
#include "stead/packet.h"

#include "stead/book.h"
#include "stead/check.h"

#include "expect.h"
#include "practice.h"

namespace {

using namespace stead;
using stead::fuzz::expect;

std::optional<Packet> read(std::string_view text) {
  try {
    return read_packet(text, "packet.json");
  } catch (const Error& error) {
    expect(error.status() == Status::usage, "a file that is none is a mistake of the call");
    expect(error.place().has_value() || text.size() > kLargestPacket, "a fault has a place");
    return std::nullopt;
  }
}

/// The changes that it makes; nothing where it is refused.
std::optional<Changes> receive(const Packet& packet, const Book& book) {
  Edits edits(book, [state = std::uint64_t{0}]() mutable { return state += 0x9e3779b97f4a7c15U; });
  try {
    packet_changes(packet, edits, fuzz::monday().today);
    return edits.changes();
  } catch (const Error& error) {
    expect(error.status() == Status::usage, "what is refused is a mistake of the call");
    return std::nullopt;
  }
}

/// On the way out only the sender is known, and nothing of theirs but the origin is written.
void must_keep_mine(const Changes& changes) {
  for (const Change& change : changes) {
    expect(change.after.has_value(), "nothing is taken out");
    const bool may_change = !change.before || change.collection == Collection::contacts;
    expect(may_change, "no promise and no interaction of the owner's is changed");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size) {
  const auto packet = read({data, size});
  if (!packet) return 0;
  expect(read_packet(write_packet(*packet), "again") == *packet, "what is written reads the same");
  const auto changes = receive(*packet, fuzz::practice());
  if (!changes) return 0;
  if (!packet->is_back) must_keep_mine(*changes);
  const std::string text = with_changes(fuzz::practice(), *changes).joined();
  expect(check(text, "book.json").faults() == 0, "a packet makes a sound book");
  const auto again = receive(*packet, Book::strict(text, "book.json"));
  expect(again && again->empty(), "to take in the same packet again changes nothing");
  return 0;
}
