// friends.md: what is read makes a sound book, and comes in once.
#include "stead/friends.h"

#include "stead/book.h"
#include "stead/check.h"

#include "expect.h"
#include "practice.h"

namespace {

using namespace stead;
using stead::fuzz::expect;

std::optional<FriendsFile> read(std::string_view text) {
  try {
    return read_friends(text, "friends.md");
  } catch (const Error& error) {
    expect(error.status() == Status::usage, "a file that is none is a mistake of the call");
    expect(error.place().has_value(), "a broken line is shown at its place");
    return std::nullopt;
  }
}

/// The changes that an import makes; nothing where a name is that of several contacts.
std::optional<Changes> import(const FriendsFile& file, const Book& book, FriendsSummary& summary) {
  Edits edits(book, [state = std::uint64_t{0}]() mutable { return state += 0x9e3779b97f4a7c15U; });
  try {
    summary = friends_changes(file, edits);
    return edits.changes();
  } catch (const Error& error) {
    expect(error.status() == Status::usage, "a name of several is a mistake of the call");
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size) {
  const auto file = read({data, size});
  if (!file) return 0;
  FriendsSummary summary;
  const auto changes = import(*file, fuzz::practice(), summary);
  if (!changes) return 0;
  const std::string text = with_changes(fuzz::practice(), *changes).joined();
  expect(check(text, "book.json").faults() == 0, "an import makes a sound book");
  const auto again = import(*file, Book::strict(text, "book.json"), summary);
  expect(again && again->empty(), "a second import of the same file adds nothing");
  return 0;
}
