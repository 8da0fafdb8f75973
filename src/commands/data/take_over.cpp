#include "commands/data/take_over.h"

#include "commands/data/change_words.h"
#include "stead/check.h"
#include "stead/names.h"
#include "stead/removal.h"
#include "stead/store.h"
#include "stead/tidy.h"

#include <algorithm>
#include <array>

namespace stead {
namespace {

Error stays(const Reversal& reversal, const std::string& reason) {
  return Error::usage("'{}' stays as it is: {}", command_line(reversal.step), reason);
}

/// The first record outside of the reversal that names the contact.
std::optional<RecordRef> named_elsewhere(const Book& book, const Reversal& reversal,
                                         std::string_view contact) {
  const References found = references_to(book, contact);
  const auto first = [&](Collection collection, const std::vector<std::size_t>& records) {
    for (const std::size_t i : records) {
      RecordRef record{collection, std::string(book.id(collection, i))};
      const auto is_it = [&](const Change& change) {
        return change.collection == collection && change.id == record.id;
      };
      if (std::ranges::none_of(reversal.changes, is_it)) return std::optional(std::move(record));
    }
    return std::optional<RecordRef>();
  };
  if (auto record = first(Collection::contacts, found.contacts)) return record;
  if (auto record = first(Collection::promises, found.promises)) return record;
  return first(Collection::interactions, found.interactions);
}

/// No contact goes that is named by what was written since.
void refuse_to_orphan(const Book& book, const Reversal& reversal) {
  for (const Change& change : reversal.changes) {
    if (change.collection != Collection::contacts || change.after) continue;
    const auto record = named_elsewhere(book, reversal, change.id);
    if (!record) continue;
    throw stays(reversal,
                fmt::format("the {} '{}' names {}, who would go", singular_of(record->collection),
                            record->id, book.name_of(change.id)))
        .with_hint(fmt::format("'stead remove {}' takes that out first; 'stead archive {}' hides "
                               "the contact instead",
                               record->id, change.id));
  }
}

/// The contacts of a book, and of the rest only the records that the changes are about: what has to
/// be looked at to see whether these fit, however large the book is.
std::string excerpt(const Book& book, const Changes& changes) {
  std::array<std::string, 3> records;
  for (const Change& change : changes) {
    const auto index = book.find_in_file(change.collection, change.id);
    if (!index || change.collection == Collection::contacts) continue;
    std::string& list = records[static_cast<std::size_t>(change.collection)];
    if (!list.empty()) list += ",\n";
    list += book.section(change.collection).records[*index].of(book.text());
  }
  const std::string_view contacts = book.section(Collection::contacts).brackets.of(book.text());
  return fmt::format("{{\"stead\":1,\"contacts\":{},\"promises\":[{}],\"interactions\":[{}]}}",
                     contacts, records[1], records[2]);
}

std::vector<Finding> faults_in(const std::string& text) {
  std::vector<Finding> faults = check(text, "").findings;
  std::erase_if(
      faults, [](const Finding& finding) { return finding.severity != Finding::Severity::fault; });
  return faults;
}

/// What comes back has to fit the book as it is now: it may name somebody who is gone.
void refuse_faults(Session& session, const Reversal& reversal) {
  const std::string text = with_changes(session.book(), session.edits().changes()).joined();
  const Book after = Book::strict(text, session.book().file());
  const std::vector<Finding> faults = faults_in(excerpt(after, reversal.changes));
  if (faults.empty()) return;
  const std::vector<Finding> known = faults_in(excerpt(session.book(), reversal.changes));
  for (const Finding& fault : faults) {
    const bool is_known = std::ranges::any_of(known, [&](const Finding& other) {
      return other.id == fault.id && other.message == fault.message;
    });
    if (is_known) continue;
    const std::string record =
        fault.collection && !fault.id.empty()
            ? fmt::format("the {} '{}'", singular_of(*fault.collection), fault.id)
            : "the book";
    throw stays(reversal, fmt::format("{} would not be right any more: {}", record, fault.message))
        .with_hint("put that right first; 'stead history' shows the step");
  }
}

/// Its changes are the whole text: nothing that was written since may be lost with it.
void take_over_layout(Session& session, const Reversal& reversal, Step::Kind kind) {
  const Step& step = reversal.step;
  const bool back = kind == Step::Kind::undone;
  if (digest(session.book().text()) != (back ? step.after : step.before)) {
    throw stays(reversal, "the book has changed since")
        .with_hint("only the layout would change; 'stead history' shows what was done");
  }
  session.new_text = back ? *step.text : tidy_text(session.book());
}

}  // namespace

void take_over(Session& session, const Reversal& reversal, Step::Kind kind) {
  session.step_kind = kind;
  session.step_of = reversal.step.id;
  if (reversal.step.text) return take_over_layout(session, reversal, kind);
  for (const Change& change : reversal.changes) {
    if (session.edits().apply(change)) continue;
    throw stays(reversal, fmt::format("the {} '{}' has changed since",
                                      singular_of(change.collection), change.id))
        .with_hint(fmt::format("see it with 'stead show {}', mend it with 'stead set {} …'",
                               change.id, change.id));
  }
  refuse_to_orphan(session.book(), reversal);
  refuse_faults(session, reversal);
}

}  // namespace stead
