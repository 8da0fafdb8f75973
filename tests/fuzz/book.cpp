// A whole life of a book: opened in every way, read, checked, changed, saved, opened again and the
// change taken back. What a writer takes it never breaks, and undo gives every record back.
#include "stead/book.h"

#include "stead/check.h"
#include "stead/edits.h"
#include "stead/record.h"

#include "expect.h"

#include <algorithm>

namespace {

using namespace stead;
using stead::fuzz::expect;

template <typename Open>
std::optional<Book> opened(const Open& open) {
  try {
    return open();
  } catch (const Error& error) {
    expect(error.status() == Status::unreadable, "what is no book has the status of that");
    expect(error.place().has_value(), "what is no book is shown at its place");
    return std::nullopt;
  }
}

/// Reads each record; one with a wrong type in it is refused with its place.
void read_all(const Book& book) {
  const auto visit = [&](Collection collection, const auto& read) {
    for (std::size_t i = 0; i < book.size(collection); ++i) {
      try {
        read(i);
      } catch (const Error& error) {
        expect(error.place().has_value(), "a broken record is shown at its place");
      }
    }
  };
  visit(Collection::contacts, [&](std::size_t i) { book.contact(i); });
  visit(Collection::contacts, [&](std::size_t i) { book.names(i); });
  visit(Collection::promises, [&](std::size_t i) { book.promise(i); });
  visit(Collection::promises, [&](std::size_t i) { book.promise_state(i); });
  visit(Collection::interactions, [&](std::size_t i) { book.interaction(i); });
  visit(Collection::interactions, [&](std::size_t i) { book.meeting(i); });
}

/// One record of each kind added or changed, and the last promise taken out.
Changes some_changes(const Book& book) {
  Edits edits(book, [state = std::uint64_t{0}]() mutable { return state += 0x9e3779b97f4a7c15U; });
  try {
    Contact me = book.me();
    me.note = "quiet on Fridays";
    edits.put(me);
  } catch (const Error&) {  // the owner's record has a wrong type in it: then it stays as it is
  }
  Interaction talk;
  talk.id = edits.new_interaction_id();
  talk.at = {Day{std::chrono::year{2026} / 8 / 3}, std::nullopt};
  talk.with = {"me"};
  talk.text = "a \"quote\"";
  edits.put(talk);
  if (const std::size_t promises = book.size(Collection::promises); promises > 0) {
    edits.remove(Collection::promises, book.id(Collection::promises, promises - 1));
  }
  return edits.changes();
}

Changes reversed(Changes changes) {
  for (Change& change : changes) {
    std::swap(change.before, change.after);
    std::swap(change.before_follows, change.after_follows);
  }
  return changes;
}

void expect_same_records(const Book& a, const Book& b) {
  for (const Collection collection : kCollections) {
    expect(a.size(collection) == b.size(collection), "both ways find as many records");
    for (std::size_t i = 0; i < a.size(collection); ++i) {
      expect(a.record(collection, i) == b.record(collection, i), "both ways find the same records");
    }
  }
}

void change_and_take_back(const Book& book) {
  const Changes changes = with_places(book, some_changes(book));
  const std::string after = with_changes(book, changes).joined();
  const auto changed = opened([&] { return Book::strict(after, "book.json"); });
  expect(changed.has_value(), "what a change makes of a book is a book");
  for (const Change& change : changes) {
    expect(changed->find(change.collection, change.id).has_value() == change.after.has_value(),
           "each record that was put is there, each that was removed is not");
  }
  const std::string again = with_changes(*changed, reversed(changes)).joined();
  expect_same_records(book, Book::strict(again, "book.json"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size) {
  const std::string_view text(data, size);
  const CheckReport report = check(text, "book.json");
  const auto strict = opened([&] { return Book::strict(text, "book.json"); });
  expect(strict.has_value() == report.is_book, "check and a writer agree what a book is");
  const auto reading = opened([&] { return Book::reading(text, "book.json"); });
  if (reading) read_all(*reading);
  if (!strict) return 0;
  expect(reading.has_value(), "what a writer opens a reader opens");
  expect_same_records(*strict, *reading);
  read_all(*strict);
  change_and_take_back(*strict);
  return 0;
}
