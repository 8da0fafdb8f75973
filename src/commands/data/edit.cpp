#include "book/record_key.h"
#include "cli/command.h"
#include "commands/data/change_words.h"
#include "stead/check.h"
#include "stead/layout.h"
#include "stead/names.h"
#include "stead/scanner.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

Place in_file(const Edited& edited, std::size_t line, std::size_t column) {
  return {edited.file.string(), line, column};
}

/// Another text of the whole book, and which part of it the user edited.
struct NewBook {
  std::string text;
  Extent edited;
};

/// Where a place in the new book is in the edited text; nothing where it is outside.
std::optional<std::pair<std::size_t, std::size_t>> in_edited(const NewBook& book,
                                                             const Place& place) {
  const std::pair at(place.line, place.column);
  const auto begin = line_and_column(book.text, book.edited.begin);
  if (at < begin || at > line_and_column(book.text, book.edited.end)) return std::nullopt;
  return std::pair(at.first - begin.first + 1,
                   at.first == begin.first ? at.second - begin.second + 1 : at.second);
}

/// The faults that the text of a book has and `before` does not: what was wrong before may stay so.
std::vector<Finding> new_faults(std::string_view before, std::string_view after) {
  const std::vector<Finding> known = check(before, "").findings;
  std::vector<Finding> faults = check(after, "").findings;
  std::erase_if(faults, [&](const Finding& fault) {
    return fault.severity != Finding::Severity::fault ||
           std::ranges::any_of(known, [&](const Finding& other) {
             return other.collection == fault.collection && other.id == fault.id &&
                    other.message == fault.message;
           });
  });
  return faults;
}

constexpr std::size_t kMostFaults = 10;

/// A fault as whoever edited the text has to hear of it.
struct ToldFault {
  Place place;
  std::string message;
};

ToldFault told(const Finding& fault, const NewBook& after, const Edited& edited) {
  if (const auto place = in_edited(after, fault.place)) {
    return {in_file(edited, place->first, place->second), fault.message};
  }
  if (!fault.collection) return {in_file(edited, 1, 1), fault.message};
  return {in_file(edited, 1, 1),
          fmt::format("the {} '{}' would not be right any more: {}", singular_of(*fault.collection),
                      fault.id, fault.message)};
}

void refuse_new_faults(std::string_view before, const NewBook& after, const Edited& edited) {
  const std::vector<Finding> faults = new_faults(before, after.text);
  if (faults.empty()) return;
  auto [place, message] = told(faults.front(), after, edited);
  if (faults.size() > 1) message += fmt::format(" (the first of {} faults)", faults.size());
  for (std::size_t i = 1; i < std::min(faults.size(), kMostFaults); ++i) {
    const ToldFault other = told(faults[i], after, edited);
    message += fmt::format("\n{}:{}:{}: {}", other.place.file, other.place.line, other.place.column,
                           other.message);
  }
  if (faults.size() > kMostFaults) {
    message += fmt::format("\nand {} more", faults.size() - kMostFaults);
  }
  throw Error::usage("{}", message).with_hint(faults.front().hint).at(std::move(place));
}

Error changed_meanwhile(Collection collection, std::string_view id) {
  return Error::usage(
             "the {} '{}' was changed by somebody else while you edited; nothing was "
             "written",
             singular_of(collection), id)
      .with_hint(fmt::format("'stead show {}' shows it as it is now", id));
}

/// The changes without those of blanks, for words.
Changes without_layout(Changes changes) {
  for (Change& change : changes) {
    if (change.before) change.before = on_one_line(*change.before);
    if (change.after) change.after = on_one_line(*change.after);
  }
  return changes;
}

void say_changes(Session& session, bool is_edited) {
  const Changes& changes = session.edits().changes();
  if (changes.empty()) {
    return session.say(is_edited ? "Only blanks were changed; nothing was written."
                                 : "Nothing was changed.");
  }
  const std::vector<Text> lines = words_of(without_layout(changes));
  for (const Text& line : lines) session.say(line);
  if (lines.empty()) session.say("Only the layout was changed.");
  session.hint_of_undo("'stead undo' takes it back");
}

// One record.

/// A record on a line of its own is laid out for people; one that somebody has laid out already is
/// shown, and taken, as it is.
bool is_on_one_line(const std::string& record) { return record.find('\n') == std::string::npos; }

/// The id of an edited record. Throws Error (usage), with the place, where it is no JSON object.
std::string id_of_edited(const Edited& edited) {
  try {
    Scanner scanner(edited.text);
    scanner.object([&](const JsonString&) { scanner.value(); });
    scanner.end();
    std::deque<std::string> decoded;
    return std::string(id_of(edited.text, {0, edited.text.size()}, decoded));
  } catch (const Fault& fault) {
    const auto [line, column] = line_and_column(edited.text, fault.offset());
    throw Error::usage("{}", fault.what()).at(in_file(edited, line, column));
  }
}

void edit_record(Session& session, const RecordRef& record) {
  const Book& book = session.book();
  const Extent place =
      book.section(record.collection).records[*book.find_in_file(record.collection, record.id)];
  const std::string before(place.of(book.text()));
  const bool one_line = is_on_one_line(before);
  const std::string offered = one_line ? laid_out(before) : before + '\n';
  const Edited& edited = session.edited("record.json", offered);
  if (edited.text == edited.offered) return say_changes(session, false);
  if (edited.offered != offered) throw changed_meanwhile(record.collection, record.id);
  if (id_of_edited(edited) != record.id) {
    throw Error::usage("the id has to stay '{}': others name it", record.id)
        .with_hint("'stead rename' gives a contact another name")
        .at(in_file(edited, 1, 1));
  }
  const std::string front(book.text().substr(0, place.begin));
  refuse_new_faults(book.text(),
                    {front + edited.text + std::string(book.text().substr(place.end)),
                     {place.begin, place.begin + edited.text.size()}},
                    edited);
  session.edits().apply({record.collection, record.id, before,
                         one_line ? on_one_line(edited.text) : std::string(trimmed(edited.text))});
  say_changes(session, true);
}

// The whole book.

/// What a book holds besides its records: the members that stead does not know.
std::map<std::string, std::string> rest_of(std::string_view book) {
  std::map<std::string, std::string> rest;
  Scanner scanner(book);
  scanner.object([&](const JsonString& key) {
    const std::string_view value = scanner.value();
    const std::string name = key.value();
    if (std::ranges::find(kCollections, name, name_of) == kCollections.end()) {
      rest[name] = on_one_line(value);
    }
  });
  return rest;
}

void refuse_change_of_rest(const Edited& edited, const std::string& book) {
  const auto before = rest_of(edited.offered);
  const auto after = rest_of(edited.text);
  const auto [one, other] = std::ranges::mismatch(before, after);
  if (one == before.end() && other == after.end()) return;
  const bool is_new = one == before.end() || (other != after.end() && other->first < one->first);
  throw Error::usage("only records can be changed here, not '{}'",
                     is_new ? other->first : one->first)
      .with_hint(fmt::format("what is around the records is changed in '{}' itself", book));
}

std::optional<std::string> text_of(const Book& book, Collection collection, std::string_view id) {
  const auto index = book.find_in_file(collection, id);
  if (!index) return std::nullopt;
  return std::string(book.section(collection).records[*index].of(book.text()));
}

/// What makes the records of `after` of those of `before`.
Changes changes_between(const Book& before, const Book& after) {
  Changes changes;
  for (const Collection collection : kCollections) {
    for (std::size_t i = 0; i < before.size(collection); ++i) {
      const std::string id(before.id(collection, i));
      const std::string old_text(before.record(collection, i));
      auto new_text = text_of(after, collection, id);
      if (new_text != old_text) changes.push_back({collection, id, old_text, std::move(new_text)});
    }
    for (std::size_t i = 0; i < after.size(collection); ++i) {
      const std::string id(after.id(collection, i));
      if (before.find_in_file(collection, id)) continue;
      changes.push_back({collection, id, std::nullopt, std::string(after.record(collection, i))});
    }
  }
  return changes;
}

/// Lines are easily lost in an editor.
void confirm_removals(Session& session, const Changes& changes) {
  const auto gone =
      std::ranges::count_if(changes, [](const Change& change) { return !change.after; });
  if (gone > 1 && !session.confirm(fmt::format("Take {} records out of the book?", gone))) {
    throw Error::usage("nothing was written");
  }
}

void edit_book(Session& session) {
  const Book& book = session.book();
  const Edited& edited = session.edited("book.json", std::string(book.text()));
  if (edited.text == edited.offered) return say_changes(session, false);
  refuse_new_faults(edited.offered, {edited.text, {0, edited.text.size()}}, edited);
  refuse_change_of_rest(edited, book.file());
  const std::string file = edited.file.string();
  const Changes changes =
      changes_between(Book::strict(edited.offered, file), Book::strict(edited.text, file));
  for (const Change& change : changes) {
    if (!session.edits().apply(change)) throw changed_meanwhile(change.collection, change.id);
  }
  if (book.text() != edited.offered) {  // what somebody else wrote has to fit, too
    refuse_new_faults(book.text(), {with_changes(book, session.edits().changes()).joined(), {}},
                      edited);
  }
  confirm_removals(session, changes);
  say_changes(session, true);
}

}  // namespace

Action edit_command(Syntax& syntax) {
  auto who = std::make_shared<std::string>();
  syntax.example(
      "$ stead edit ana\n"
      "~ contact ana-ruiz: title CTO → CIO");
  syntax.argument("who", "WHO|ID", *who,
                  "A contact, or the id of a promise or an interaction; else the whole book");
  return [who](Session& session) {
    if (who->empty()) return edit_book(session);
    edit_record(session, record_named(session.book(), *who));
  };
}

}  // namespace stead
