#include "stead/book.h"

#include "random_model.h"
#include "scratch_folder.h"
#include "stead/check.h"
#include "stead/edits.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using random_model::Dice;
using random_model::indented;
using random_model::random_records;
using random_model::Records;

/// What a book says against being opened: `line:column: text`; empty where nothing.
std::string refusal(std::string_view text) {
  try {
    Book::strict(text, "book.json");
    return "";
  } catch (const Error& error) {
    CHECK(error.status() == Status::unreadable);
    CHECK(!error.hint().empty());
    REQUIRE(error.place().has_value());
    CHECK(error.place()->file == "book.json");
    return std::to_string(error.place()->line) + ":" + std::to_string(error.place()->column) +
           ": " + error.what();
  }
}

constexpr std::string_view kSmall = R"({
"stead": 1,
"contacts": [
{"id":"me","name":"Jan Hale"}
],
"promises": [
],
"interactions": [
]
}
)";

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string result(text);
  REQUIRE(result.find(what) != std::string::npos);
  return result.replace(result.find(what), what.size(), with);
}

/// Each talk says what its interaction does.
void check_talks(const Book& book) {
  std::size_t index = book.size(Collection::interactions);
  book.newest_first([&](const Talk& talk) {
    CHECK(talk.index == --index);
    const Interaction interaction = book.interaction(index);
    std::vector<std::uint32_t> with;
    for (const std::string& handle : interaction.with) {
      if (const auto contact = book.find_contact(handle)) {
        with.push_back(static_cast<std::uint32_t>(*contact));
      }
    }
    const bool is_mine = interaction.by.empty() || book.canonical(interaction.by) == "me";
    const bool is_note = interaction.via == "note";
    CHECK(talk.at == interaction.at);
    CHECK(std::ranges::equal(talk.with, with));
    CHECK(talk.is_note == is_note);
    CHECK(talk.is_contact == (is_mine && !is_note));
    CHECK(talk.may_answer == (!is_note && interaction.from != "them"));
    CHECK(talk.has_deed == interaction.deed.has_value());
    CHECK(talk.tells_how_it_went == !interaction.went.empty());
    return true;
  });
  CHECK(index == 0);
}

/// What sums of help see of an interaction is what it says.
void check_help(const Book& book, std::size_t index) {
  const Interaction interaction = book.interaction(index);
  const HelpView help = book.help(index);
  CHECK(help.at == interaction.at);
  CHECK(std::ranges::equal(help.with, interaction.with));
  CHECK(help.by == interaction.by);
  REQUIRE(help.deed.has_value() == interaction.deed.has_value());
  if (!help.deed) return;
  CHECK(help.deed->kind == interaction.deed->kind);
  CHECK(help.deed->dir == interaction.deed->dir);
  CHECK(help.deed->amount == interaction.deed->amount);
  CHECK(help.deed->unasked == interaction.deed->unasked);
  CHECK(help.deed->even == interaction.deed->even);
  CHECK(help.deed->thanked == interaction.deed->thanked);
}

/// All with a deed are found, before the talks are read and behind that.
void check_with_deeds(const Book& book) {
  const std::vector<std::size_t> found = book.with_deeds();
  CHECK(std::ranges::is_sorted(found));
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    if (book.interaction(i).deed) CHECK(std::ranges::binary_search(found, i));
  }
}

void check_contact(const Book& book, std::size_t index) {
  const Contact& contact = book.contact(index);
  const ContactKind kind = book.kind(index);
  CHECK(kind.id == contact.id);
  CHECK(kind.kind == contact.kind);
  CHECK(std::ranges::equal(kind.tags, contact.tags));
  CHECK(kind.archived == contact.archived);
  const auto org = book.find_contact(contact.org);
  CHECK(book.orgs()[index] == org.value_or(Book::kNoContact));
}

/// Everything that the readers of a book say of it.
std::string digest(const Book& book, bool with_interactions) {
  std::ostringstream out;
  for (const Collection collection : kCollections) {
    if (collection == Collection::interactions && !with_interactions) continue;
    for (std::size_t i = 0; i < book.size(collection); ++i) {
      out << book.id(collection, i) << ' ' << book.record(collection, i) << ' '
          << book.offset(collection, i) << ' ' << *book.find(collection, book.id(collection, i))
          << '\n';
    }
  }
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    out << names.id << names.name << names.kind << names.org << names.archived
        << names.aliases.size() << write_record(book.contact(i)) << '\n';
    check_contact(book, i);
  }
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const Promise promise = book.promise(i);
    const PromiseState state = book.promise_state(i);
    CHECK(state.due == promise.due);
    CHECK(state.status == promise.status);
    CHECK(state.closed == promise.closed);
    out << write_record(promise) << '\n';
  }
  if (!with_interactions) return out.str();
  check_with_deeds(book);
  book.meetings_back_from(book.size(Collection::interactions),
                          [&](std::size_t i, const Meeting& meeting) {
                            out << i << to_string(meeting.at) << meeting.via << meeting.from
                                << meeting.needs_reply << meeting.by;
                            for (const std::string_view who : meeting.with) out << who;
                            const Interaction interaction = book.interaction(i);
                            CHECK(meeting.at == interaction.at);
                            CHECK(std::ranges::equal(meeting.with, interaction.with));
                            CHECK(std::ranges::equal(meeting.about, interaction.about));
                            CHECK(meeting.for_client == interaction.for_client);
                            CHECK(meeting.via == interaction.via);
                            CHECK(meeting.from == interaction.from);
                            CHECK(meeting.needs_reply == interaction.needs_reply);
                            CHECK(meeting.went == interaction.went);
                            CHECK(meeting.by == interaction.by);
                            CHECK(meeting.deed.empty() == !interaction.deed.has_value());
                            CHECK(book.via(i) == interaction.via);
                            check_help(book, i);
                            out << write_record(interaction) << '\n';
                            return true;
                          });
  for (int walk = 0; walk < 2; ++walk) check_talks(book);  // the second reads none
  check_with_deeds(book);
  return out.str();
}

/// The book with some of its records on the line of the one before, as a merge may leave them.
std::string with_lines_joined(std::string text, Dice& dice) {
  for (std::size_t at = text.find(",\n{"); at != std::string::npos;
       at = text.find(",\n{", at + 1)) {
    if (dice.chance(33)) text.replace(at, 2, dice.chance(50) ? "," : ", ");
  }
  return text;
}

/// All ways of opening for reading say what the full scan says, whatever the layout.
void check_same_answers(const std::string& text) {
  CAPTURE(text);
  const Book strict = Book::strict(text, "book.json");
  CHECK(digest(Book::reading(text, "book.json"), true) == digest(strict, true));
  CHECK(digest(Book::walking(text, "book.json"), true) == digest(strict, true));
  if (const auto front = Book::front(text, "book.json")) {
    CHECK(digest(*front, false) == digest(strict, false));
  }
}

/// What with_changes should do, the slow way: on lists of records.
Records changed_slowly(Records records, const Changes& changes) {
  using Json = nlohmann::ordered_json;
  constexpr std::array kKeys{"id", "made", "at"};
  std::array<std::vector<std::string>, 3> added;
  for (const Change& change : changes) {
    const auto which = static_cast<std::size_t>(change.collection);
    auto& list = records.texts[which];
    const auto key = [&](const std::string& text) {
      return Json::parse(text).at(kKeys[which]).get<std::string>();
    };
    if (!change.before) {
      added[which].push_back(*change.after);
      continue;
    }
    const auto found = std::ranges::find(list, *change.before);
    REQUIRE(found != list.end());
    if (change.after && key(*change.after) == key(*found)) {
      *found = *change.after;
    } else {
      list.erase(found);
      if (change.after) added[which].push_back(*change.after);
    }
  }
  for (std::size_t which = 0; which < 3; ++which) {
    for (const std::string& text : added[which]) records.texts[which].push_back(text);
    std::ranges::stable_sort(records.texts[which], {}, [&](const std::string& text) {
      return Json::parse(text).at(kKeys[which]).get<std::string>();
    });
  }
  return records;
}

template <typename Record>
void change_some(Dice& dice, Edits& edits, Collection collection, const std::vector<Record>& all) {
  for (const Record& record : all) {
    if (record.id != "me" && dice.chance(15)) {
      edits.remove(collection, record.id);
    } else if (dice.chance(30)) {
      edits.put(dice.changed(record));
    }
  }
}

/// Dice changes to a book: some records go, some change, some come.
Changes random_changes(Dice& dice, const Book& book) {
  Edits edits(book, [] { return std::uint64_t{0}; });
  std::vector<Contact> contacts;
  std::vector<Promise> promises;
  std::vector<Interaction> interactions;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i)
    contacts.push_back(book.contact(i));
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i)
    promises.push_back(book.promise(i));
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    interactions.push_back(book.interaction(i));
  }
  change_some(dice, edits, Collection::contacts, contacts);
  change_some(dice, edits, Collection::promises, promises);
  change_some(dice, edits, Collection::interactions, interactions);
  for (std::size_t i = 0, n = dice.below(3); i < n; ++i) {
    auto contact = dice.record<Contact>();
    contact.id = "new-" + std::to_string(i);
    edits.put(contact);
    auto promise = dice.record<Promise>();
    promise.id = "new" + std::to_string(i);
    edits.put(promise);
    auto interaction = dice.record<Interaction>();
    interaction.id = "newer" + std::to_string(i);
    edits.put(interaction);
  }
  return edits.changes();
}

Changes swapped(Changes changes) {
  for (Change& change : changes) std::swap(change.before, change.after);
  return changes;
}

const std::filesystem::path kShared = std::filesystem::path(STEAD_SOURCE_DIR) / "../shared";

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// The example of the specification, between its fences.
std::string example() {
  const std::string text = file_text(kShared / "book-fields.md");
  const std::size_t begin = text.find("```json\n{");
  return text.substr(begin + 8, text.find("```", begin + 8) - begin - 8);
}

}  // namespace

TEST_CASE("an interaction's front is the same in whatever order and form its members stand") {
  const std::vector<std::string> fronts{
      R"("id":"a","at":"2026-08-03T09:00+02:00","with":["me","ána"],"via":"call","text":"x, \"y\"")",
      R"("id":"a","at":"2026-08-03","with":["ana"],"about":["b","c"],"for":"acme","via":"mail",)"
      R"("from":"them","text":"x")",
      R"("id":"a","at":"2026-08-03","via":"note","by":"sam","text":"x")",
      R"("id":"a","at":"2026-08-03","from":"them","needs_reply":true,"text":"x")",
      R"("id":"a","at":"2026-08-03","with":["ana"],"text":"x","via":"call")",
      R"("id":"a","at":"2026-08-03","with":["\u0061na","sam"],"text":"x")",
      R"("id":"a","at":"2026-08-03","with":["ana"],"odd":{"via":"x"},"via":"call","text":"")",
      R"("id":"a", "at":"2026-08-03","with":[ "ana" ],"text":"x")",
      R"("id":"a","at":"2026-08-03","with":[],"text":"x")",
      R"("id":"a","at":"2026-08-03","with":["ana"],"text":"x","deed":{"kind":"advice","dir":"got"})",
      R"("id":"a","at":"2026-08-03","went":"well","deed":{"kind":"x","dir":"gave","even":true})",
      R"("id":"a","at":"2026-08-03","with":["ana"],"deed":{"kind":"cover","dir":"gave",)"
      R"("amount":"1.5d","unasked":true,"outcome":"won","outcome_on":"2026-08-04",)"
      R"("thanked":"2026-08-05"})",
      R"("id":"a","at":"2026-08-03","text":"x","deed":{"dir":"got","thanked":"2026-08-05","kind":"x"})",
      R"("id":"a","at":"2026-08-03","deed":{"kind":"x", "dir":"got"},"went":"badly")",
      R"("id":"a","at":"2026-08-03","with":["ana"],"text":"x","deed":{"kind":"x","dir":"got"},"by":"bo")",
      R"("id":"a","at":"2026-08-03","text":"x","deed":{"kind":"x","dir":"got","odd":{}},"via":"mail")",
      R"("id":"a","at":"2026-08-03","text":"x","deed":{"kind":"x","dir":"got","odd":"}"})",
      R"("id":"a","at":"2026-08-03","text":"x","about":["ana"],"for":"bo")",
      R"("text":"x","id":"a","via":"call","at":"2026-08-03")"};
  for (const std::string& front : fronts) {
    check_same_answers(
        replaced(kSmall, "\"interactions\": [\n", "\"interactions\": [\n{" + front + "}\n"));
  }
}

TEST_CASE("of a file with nothing left in it, a copy is what helps") {
  for (const std::string& text : {std::string(), std::string(512, '\0')}) {
    try {
      Book::strict(text, "book.json");
      FAIL("no Error");
    } catch (const stead::Error& error) {
      CHECK(error.hint() ==
            "put a copy in its place: from a backup, or by 'git checkout' where git has one");
    }
  }
}

TEST_CASE("faults that stop a writer are refused with their place") {
  CHECK(refusal(kSmall) == "");
  CHECK(refusal("") == "1:1: the file is empty; a sync or a crash may have cut it off");
  CHECK(refusal(std::string(4096, '\0')) ==
        "1:1: the file holds nothing but NUL bytes, as after a power cut");
  CHECK(refusal(" \n") == "2:1: the file ends too early");
  CHECK(refusal("[]") == "1:1: an object is expected here");
  CHECK(refusal("null") == "1:1: an object is expected here");
  CHECK(refusal("{}") == "1:1: \"stead\": 1 is missing: this is not a book");
  CHECK(refusal(std::string(kSmall) + "x") == "11:1: something follows behind the end");
  CHECK(refusal(std::string(kSmall) + '\0') == "11:1: something follows behind the end");
  CHECK(refusal(kSmall.substr(0, kSmall.size() - 2)) == "10:1: the file ends too early");
  CHECK(refusal(replaced(kSmall, "Jan Hale", "Jan \xff")) == "4:24: this is not UTF-8");
  CHECK(refusal(replaced(kSmall, "\"stead\"", "\"x-\xc3\": 2, \"stead\"")) ==
        "2:4: this is not UTF-8");
  CHECK(refusal(replaced(kSmall, "\"name\"", "\"id\":\"me\",\"name\"")) ==
        "4:12: the key 'id' is here a second time");
  CHECK(refusal(replaced(kSmall, "\"promises\"", "\"contacts\"")) ==
        "6:1: the key 'contacts' is here a second time");
  CHECK(refusal(replaced(kSmall, "\"promises\"", "\"promise\"")) ==
        "1:1: the list 'promises' is missing");
  CHECK(refusal(replaced(kSmall, "\"me\"", "\"jan\"")) ==
        "3:13: the owner's contact, with the id 'me', is missing");
  CHECK(refusal(replaced(kSmall, "{\"id\":\"me\",\"name\":\"Jan Hale\"}", "null")) ==
        "4:1: an object is expected here");
  CHECK(refusal(replaced(kSmall, "[\n{", "{\n{")) == "3:13: a list is expected here");
  for (const std::string_view no_id : {R"({"name":"Jan"})", R"({"id":5})", R"({"id":""})", "{}"}) {
    CHECK(refusal(replaced(kSmall, "{\"id\":\"me\"", std::string(no_id) + ",\n{\"id\":\"me\"")) ==
          "4:1: a record without an 'id'");
  }
  CHECK(refusal(replaced(kSmall, "Hale\"}", "Hale\"},\n{\"name\":\"x\",\"id\":\"m\\u0065\"}")) ==
        "5:1: a second record has the id 'me'");
  const std::string both = replaced(replaced(kSmall, "ises\": [\n", "ises\": [\n{\"id\":\"a\"}\n"),
                                    "tions\": [\n", "tions\": [\n{\"at\":1,\"id\":\"a\"}\n");
  CHECK(refusal(both) == "10:1: a second record has the id 'a'");
  const std::string deep = std::string(128, '[') + std::string(128, ']');
  CHECK(refusal(replaced(kSmall, "\"stead\"", "\"x-deep\": " + deep + ", \"stead\"")) ==
        "2:138: nested deeper than 128 levels");
}

TEST_CASE("a version that is newer, or none, is refused") {
  const auto with_version = [](std::string_view version) {
    return refusal(replaced(kSmall, "1,", version));
  };
  CHECK(with_version("2,") == "2:10: the book has version 2, and this stead reads version 1");
  CHECK(with_version("100000000000000000000,") ==
        "2:10: the book has version 100000000000000000000, and this stead reads version 1");
  for (const std::string_view none : {"0,", "-1,", "1.0,", "1.5,", "\"1\",", "null,", "[1],"}) {
    CHECK(with_version(none) == "2:10: 'stead' should be 1, the version of the book");
  }
}

TEST_CASE("a file that git could not merge is called that") {
  CHECK(refusal(replaced(kSmall, "{\"id\"", "<<<<<<< HEAD\n{\"id\"")) ==
        "4:1: git could not merge this file: two versions stand in it");
}

TEST_CASE("any layout that is JSON is taken: sections in any order, unknown members, BOM, CRLF") {
  for (const std::string& text :
       {indented(kSmall), indented(kSmall, "\r\n"), indented(kSmall, ""),
        "\xef\xbb\xbf" + std::string(kSmall), " \n" + std::string(kSmall) + "\n\t ",
        std::string(R"({"x-a":[1.0],"interactions":[],"contacts":[{"name":"J","id":"me"}],)"
                    R"("promises":[],"stead":1,"y":null})")}) {
    CAPTURE(text);
    CHECK(refusal(text) == "");
    CHECK(Book::strict(text, "").me().id == "me");
    check_same_answers(text);
  }
}

TEST_CASE("changes leave every byte beside them: BOM, CRLF, order of sections, unknown members") {
  const std::string text =
      "\xef\xbb\xbf{ \"x-a\":1.0,\r\n\"interactions\" : [ ] ,\r\n  \"promises\":[],\"contacts\": "
      "[\r\n"
      "    {\"x-n\":1e2, \"id\":\"me\",\"name\":\"J\"}\r\n  ], \"stead\":1}\r\n";
  const Book book = Book::strict(text, "book.json");
  Edits edits(book, [] { return std::uint64_t{0x0123456789abcdef}; });
  Contact me = book.me();
  me.title = "CTO";
  edits.put(me);
  Contact ana;
  ana.id = "ana";
  ana.name = "Ana";
  edits.put(ana);
  Interaction talk;
  talk.id = "talk";
  talk.at = *when_from("2026-08-03");
  edits.put(talk);
  CHECK(with_changes(book, edits.changes()).joined() ==
        "\xef\xbb\xbf{ \"x-a\":1.0,\r\n\"interactions\" : [ "
        "{\"id\":\"talk\",\"at\":\"2026-08-03\"} ] "
        ",\r\n  \"promises\":[],\"contacts\": [\r\n    {\"id\":\"ana\",\"name\":\"Ana\"},\r\n"
        "    {\"x-n\":1e2, \"id\":\"me\",\"name\":\"J\",\"title\":\"CTO\"}\r\n  ], "
        "\"stead\":1}\r\n");
}

TEST_CASE("a new record goes behind its equals, and a record whose time changes moves") {
  const std::string text = replaced(
      kSmall, "tions\": [\n",
      "tions\": [\n{\"id\":\"a\",\"at\":\"2026-08-01\"},\n{\"id\":\"b\",\"at\":\"2026-08-02\"},\n"
      "{\"id\":\"c\",\"at\":\"2026-08-03\"}\n");
  const Book book = Book::strict(text, "book.json");
  const Changes changes{
      {Collection::interactions, "d", std::nullopt, R"({"id":"d","at":"2026-08-02"})"},
      {Collection::interactions, "e", std::nullopt, R"({"id":"e","at":"2026-08-02"})"},
      {Collection::interactions, "c", R"({"id":"c","at":"2026-08-03"})",
       R"({"id":"c","at":"2026-07-31"})"}};
  CHECK(with_changes(book, changes).joined() ==
        replaced(kSmall, "tions\": [\n",
                 "tions\": [\n{\"id\":\"c\",\"at\":\"2026-07-31\"},\n"
                 "{\"id\":\"a\",\"at\":\"2026-08-01\"},\n{\"id\":\"b\",\"at\":\"2026-08-02\"},\n"
                 "{\"id\":\"d\",\"at\":\"2026-08-02\"},\n{\"id\":\"e\",\"at\":\"2026-08-02\"}\n"));
}

TEST_CASE("a wrong type in a record that is not read stops no writer") {
  const std::string text = replaced(
      kSmall, "tions\": [\n", "tions\": [\n{\"id\":\"a\",\"at\":5},\n{\"at\":[],\"id\":\"b\"}\n");
  const Book book = Book::strict(text, "book.json");
  Edits edits(book, [] { return std::uint64_t{0x0123456789abcdef}; });
  Interaction talk;
  talk.id = edits.new_interaction_id();
  talk.at = *when_from("2026-08-03");
  edits.put(talk);
  CHECK(with_changes(book, edits.changes()).joined() ==
        replaced(text, "\"id\":\"b\"}",
                 "\"id\":\"b\"},\n{\"id\":\"" + talk.id + "\",\"at\":\"2026-08-03\"}"));
  CHECK_THROWS_AS(static_cast<void>(book.interaction(0)), Error);
}

TEST_CASE("changes to a random book are what a slow model of them says") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Records records = random_records(dice);
    const std::string text = records.book();
    const Book book = Book::strict(text, "book.json");
    const Changes changes = random_changes(dice, book);
    const std::string result = with_changes(book, changes).joined();
    CHECK(result == changed_slowly(records, changes).book());
    // In another layout the same records come out, with every value as it was.
    const std::string foreign = indented(text);
    const Book foreign_book = Book::strict(foreign, "book.json");
    const std::string foreign_result = with_changes(foreign_book, changes).joined();
    CHECK(nlohmann::ordered_json::parse(foreign_result) == nlohmann::ordered_json::parse(result));
  }
}

TEST_CASE("changes taken back give the old bytes") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const std::string text = random_records(dice).book();
    const Book book = Book::strict(text, "book.json");
    const Changes changes = random_changes(dice, book);
    const std::string result = with_changes(book, changes).joined();
    const Book after = Book::strict(result, "book.json");
    CHECK(with_changes(after, swapped(changes)).joined() == text);
  }
}

TEST_CASE("with their places, changes taken back give the old bytes whatever the order was") {
  std::string records;
  for (int i = 0; i < 40; ++i) {
    records += fmt::format("{}{{\"id\":\"i{}\",\"at\":\"2026-08-0{}\"}}", i > 0 ? ",\n" : "", i,
                           1 + i * 7 % 3);
  }
  const std::string text = replaced(kSmall, "tions\": [\n", "tions\": [\n" + records + "\n");
  const Book book = Book::strict(text, "book.json");
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Changes changes;
    for (std::size_t i = 0; i < 40; ++i) {
      const Book::Section& section = book.section(Collection::interactions);
      const std::string record(section.records[i].of(text));
      const std::string id = fmt::format("i{}", i);
      const int what = static_cast<int>(dice.below(4));
      if (what == 0) changes.push_back({Collection::interactions, id, record, std::nullopt});
      if (what == 1) {
        changes.push_back({Collection::interactions, id, record,
                           "{\"id\":\"" + id + "\",\"at\":\"2026-08-09\"}"});
      }
    }
    const std::string result = with_changes(book, changes).joined();
    Changes back;
    for (Change& change : with_places(book, changes)) {
      back.insert(back.begin(), {change.collection, change.id, change.after, change.before,
                                 change.after_follows, change.before_follows});
    }
    const Book after = Book::strict(result, "book.json");
    CHECK(with_changes(after, back).joined() == text);
  }
}

TEST_CASE("records that are to follow each other in a ring, or nobody, are put by their order") {
  const Book book = Book::strict(kSmall, "book.json");
  const auto added = [](const char* id, const char* day, const char* follows) {
    return Change{Collection::interactions,
                  id,
                  std::nullopt,
                  fmt::format("{{\"id\":\"{}\",\"at\":\"{}\"}}", id, day),
                  std::nullopt,
                  follows};
  };
  const Changes changes{added("a", "2026-08-02", "b"), added("b", "2026-08-03", "a"),
                        added("c", "2026-08-01", "nobody"), added("d", "2026-07-01", "d"),
                        added("e", "2026-07-02", "")};
  const std::string result = with_changes(book, changes).joined();
  const Book after = Book::strict(result, "book.json");
  for (const char* id : {"a", "b", "c", "d", "e"}) CHECK(after.find(Collection::interactions, id));
}

TEST_CASE("the short ways to open a book give the answers of the full one") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Records records = random_records(dice);
    const std::string text = records.book();
    CHECK(Book::front(text, "").has_value());
    check_same_answers(text);
    check_same_answers(indented(text));
    check_same_answers(indented(text, "\r\n"));
    check_same_answers(indented(text, ""));
    check_same_answers(with_lines_joined(text, dice));
    for (auto& list : records.texts) std::ranges::reverse(list);
    check_same_answers(records.book());
  }
}

TEST_CASE(
    "the records that may hold a word are those that have it, or an escape that may hide it") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Records records = random_records(dice);
    if (dice.chance(50)) std::ranges::shuffle(records.texts[2], std::mt19937(seed));
    const std::string text = dice.chance(50) ? records.book() : indented(records.book());
    const Book book = Book::reading(text, "book.json");
    for (const Collection collection : kCollections) {
      for (const std::string_view word : {"\"via\"", "\"cover\"", "a", "\"status\""}) {
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < book.size(collection); ++i) {
          if (may_hold(book.record(collection, i), word)) expected.push_back(i);
        }
        CAPTURE(word);
        CHECK(book.holding(collection, word) == expected);
      }
    }
  }
  CHECK(may_hold(R"({"\u0076ia":"x"})", "via"));
  CHECK_FALSE(may_hold(R"({"text":"two\nlines, \"quoted\", \\ too"})", "via"));
}

TEST_CASE("interactions come in order of time, equals in the order of the file") {
  const std::string text = replaced(
      kSmall, "tions\": [\n",
      "tions\": [\n{\"id\":\"c\",\"at\":\"2026-08-03\"},\n{\"id\":\"a\",\"at\":\"2026-08-01\"},\n"
      "{\"at\":\"2026-08-03\",\"id\":\"d\"},\n{\"id\":\"b\",\"at\":\"2026-08-01T10:00Z\"}\n");
  const Book book = Book::reading(text, "book.json");
  std::string ids;
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    ids += book.id(Collection::interactions, i);
  }
  CHECK(ids == "abcd");
  CHECK(book.find(Collection::interactions, "d") == 3);
  CHECK(book.section(Collection::interactions).records.size() == 4);
}

TEST_CASE("a fault in a line that is not read stops no reader; in one that is, it does") {
  const std::string text = replaced(
      replaced(kSmall, "Hale\"}", "Hale\"},\n{\"id\":\"zoe\",\"name\":\"Zo\xff\"}"), "tions\": [\n",
      "tions\": [\n{\"id\":\"a\",\"at\":\"2026-08-01\",\"text\":\"x\" \"y\"},\n"
      "{\"id\":\"b\",\"at\":\"2026-08-02\",\"with\":[\"zoe\"]}\n");
  CHECK_THROWS_AS(Book::strict(text, "book.json"), Error);
  for (const Book& book : {Book::reading(text, "book.json"), *Book::front(text, "book.json")}) {
    CHECK(book.size(Collection::contacts) == 2);
    CHECK(book.me().name == "Jan Hale");
    CHECK_THROWS_WITH_AS(static_cast<void>(book.contact("zoe")), "contact 'zoe': this is not UTF-8",
                         Error);
  }
  const Book book = Book::reading(text, "book.json");
  CHECK(book.interaction(1).with == std::vector<std::string>{"zoe"});
  try {
    static_cast<void>(book.meeting(0));
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.place()->line == 10);
    CHECK(error.place()->column == 40);
    CHECK(error.status() == Status::unreadable);
  }
}

TEST_CASE("what is broken is told at the same place, however the talks were read") {
  const std::string good = R"({"id":"b","at":"2026-08-02","with":["me"],"via":"call","text":"x"})";
  const std::vector<std::string> broken{
      R"({"id":"a","at":"2026-08-01","from":"nobody"})",
      R"({"id":"a","at":"2026-08-41"})",
      R"({"id":"a","at":"2026-08-01","with":"me","text":"x"})",
      R"({"id":"a","at":"2026-08-01","text":"x" "y"})",
      R"({"id":"a","at":"2026-08-01","text":"x","deed":{"kind":"k"}})",
      R"({"id":"a","at":"2026-08-01","text":"x","deed":{"kind":"k","dir":"got"})",
      R"({"id":"a","at":"2026-08-01","text":"x","deed":{"k":{},"dir":"got"})",
      R"({"id":"a","at":"2026-08-01","text":"x)",
      R"({"id":"a","at":"2026-08-01","text":"x})",
      R"({"id":"a","at":"2026-08-01","text":"{})",
      "{\"id\":\"a\",\"at\":\"2026-08-01\",\"text\":\"x},\n{\"}",
      "{\"id\":\"a\",\"at\":\"2026-08-01\",\"with\":[\"x\ny\"],\"text\":\"\"}"};
  const auto told = [](const auto& open) {
    try {
      const Book book = open();
      std::size_t talks = 0;
      book.newest_first([&](const Talk&) { return ++talks > 0; });
      return std::to_string(talks) + " talks";
    } catch (const Error& error) {
      return fmt::format("{} {}:{}", error.what(), error.place()->line, error.place()->column);
    }
  };
  for (const std::string& line : broken) {
    for (const std::string& lines : {line + ",\n" + good, good + ",\n" + line}) {
      const std::string text = replaced(kSmall, "tions\": [\n", "tions\": [\n" + lines + "\n");
      CAPTURE(text);
      CHECK(told([&] { return Book::walking(text, "book.json"); }) ==
            told([&] { return Book::reading(text, "book.json"); }));
    }
  }
  const std::string twice = replaced(replaced(kSmall, "Hale\"}", "Hale\"},\n{\"id\":\"me\"}"),
                                     "tions\": [\n", "tions\": [\n" + good + "\n");
  CHECK(told([&] { return Book::walking(twice, "book.json"); }) ==
        "a second contact has the id 'me' 5:1");
}

TEST_CASE("a reader refuses two contacts with one id, and a book without an owner") {
  const std::string twice =
      replaced(kSmall, "Hale\"}", "Hale\"},\n{\"id\":\"me\",\"name\":\"Jo\"}");
  CHECK_THROWS_WITH_AS(static_cast<void>(Book::reading(twice, "").contact("me")),
                       "a second contact has the id 'me'", Error);
  const std::string nobody = replaced(kSmall, "\"me\"", "\"jan\"");
  CHECK_THROWS_WITH_AS(static_cast<void>(Book::reading(nobody, "").me()),
                       "the owner's contact, with the id 'me', is missing", Error);
}

TEST_CASE("a record is found by its very id, and only in its own collection") {
  const std::string text =
      "{\"stead\":1,\"contacts\":[{\"id\":\"me\",\"name\":\"Me\"}],"
      "\"promises\":[{\"id\":\"p2\"},{\"text\":\"x\",\"id\":\"\\u00703\"}],"
      "\"interactions\":[{\"id\":\"i3\",\"at\":\"2026-02-01\"},{\"id\":\"i2\",\"at\":\"2026-01-"
      "01\"}]}";
  const Book book = Book::strict(text, "book.json");
  CHECK(book.find(Collection::promises, "p2") == 0);
  CHECK(book.find(Collection::promises, "p3") == 1);
  CHECK(book.find(Collection::interactions, "i3") == 1);
  CHECK(book.find_in_file(Collection::interactions, "i3") == 0);
  CHECK(book.find(Collection::interactions, "p2") == std::nullopt);
  CHECK(book.find(Collection::promises, "i2") == std::nullopt);
  CHECK(book.find(Collection::promises, "p") == std::nullopt);
  CHECK(book.find(Collection::promises, "me") == std::nullopt);
}

TEST_CASE("a contact is found by its id, by one that it had, and not by another") {
  const std::string text =
      replaced(kSmall, "{\"id\":\"me\"",
               "{\"id\":\"ana\",\"name\":\"Ana\",\"was\":[\"anna\",\"me-2\"]},\n{\"id\":\"me\"");
  const Book book = Book::reading(text, "book.json");
  CHECK(book.contact("anna")->id == "ana");
  CHECK(book.canonical("me-2") == "ana");
  CHECK(book.canonical("nobody") == "nobody");
  CHECK(book.contact("nobody") == nullptr);
  CHECK(book.name_of("anna") == "Ana");
  CHECK(book.name_of("nobody") == "nobody");
}

TEST_CASE("an empty book is one that opens the short way") {
  Contact me;
  me.id = "me";
  me.name = "Jan Hale";
  CHECK(new_book_text(me) == kSmall);
  CHECK(Book::front(kSmall, "").has_value());
}

TEST_CASE("the example of the specification opens, and check has nothing to say of it") {
  if (!std::filesystem::exists(kShared / "book-fields.md")) {
    MESSAGE("left out: no ../shared here");
    return;
  }
  const std::string text = example();
  check_same_answers(text);
  CHECK(check(text, "book.json") == CheckReport{{}, true});
  const Book book = Book::strict(text, "book.json");
  for (const Collection collection : kCollections) {
    for (std::size_t i = 0; i < book.size(collection); ++i) {
      const std::string record(book.record(collection, i));
      CHECK((collection == Collection::contacts   ? write_record(book.contact(i))
             : collection == Collection::promises ? write_record(book.promise(i))
                                                  : write_record(book.interaction(i))) == record);
    }
  }
}

TEST_CASE("the book of a thousand talks is read the same in every way, and has no faults") {
  const ScratchFolder folder;
  const auto file = folder / "S.json";
  const std::string command = "python3 '" + (kShared / "tools/make-book").string() + "' S > '" +
                              file.string() + "' 2>/dev/null";
  if (!std::filesystem::exists(kShared / "tools/make-book") || std::system(command.c_str()) != 0) {
    MESSAGE("left out: no ../shared, or no python3");
    return;
  }
  const std::string text = file_text(file);
  CHECK(Book::front(text, "").has_value());
  check_same_answers(text);
  check_same_answers(indented(text));
  CHECK(check(text, "book.json") == CheckReport{{}, true});
}

TEST_CASE("hostile files get what their names ask for") {
  const ScratchFolder folder;
  const auto script = kShared / "tools/torture/mkcorpus.py";
  std::ofstream(folder / "base") << (std::filesystem::exists(script) ? example() : "");
  const std::string command = "python3 '" + script.string() + "' --base '" +
                              (folder / "base").string() + "' --out '" +
                              (folder / "files").string() + "' >/dev/null 2>&1";
  if (!std::filesystem::exists(script) || std::system(command.c_str()) != 0) {
    MESSAGE("left out: no ../shared, or no python3");
    return;
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "files")) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".json") continue;
    CAPTURE(name);
    const std::string text = file_text(entry.path());
    const CheckReport report = check(text, "book.json");
    const bool is_refused = !refusal(text).empty();
    CHECK(is_refused == !report.is_book);
    if (name.starts_with("n_")) CHECK(report.faults() > 0);
    // A wrong type inside a record is for `check` to find, and for who reads the record.
    const bool is_wrong_type =
        name.starts_with("n_type") || name.starts_with("n_null-record-contacts-");
    if (name.starts_with("n_") && !is_wrong_type) CHECK(is_refused);
    if (name.starts_with("y_")) CHECK_FALSE(is_refused);
    // There, what is unknown also stands where the owner's words do, and not everything may.
    if (name.starts_with("y_") && name != "y_unknown-everywhere.json") CHECK(report.faults() == 0);
    ++files;
  }
  CHECK(files > 500);
}
