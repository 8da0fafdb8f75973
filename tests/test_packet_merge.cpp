#include "exchange/packet_merge.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stead;

namespace {

using Texts = std::vector<std::string>;

/// Mia as the packet of a colleague has her.
Contact mia_of_packet() {
  Contact mia{.name = "Mia Berg", .title = "COO", .phone = {"+47 1", "+47 2"}, .place = "Oslo"};
  mia.heard = {{.text = "short mails", .on = day_from("2026-07-01")},
               {.text = "no calls at noon", .on = day_from("2026-07-02")}};
  return mia;
}

/// The same as she came into this book.
Contact mia_here() {
  Contact mia = mia_of_packet();
  mia.id = "mia-berg";
  mia.origin = Origin{.book = "b0b0", .id = "mia", .as = "jan", .said = said_of(mia_of_packet())};
  return mia;
}

Contact said_before(const Contact& mine) { return contact_said(mine.origin->said); }

Absence away(const char* from, const char* to, std::string why = {}) {
  return {*when_from(from), when_from(to), std::move(why)};
}

}  // namespace

TEST_CASE("what a packet says of a contact is kept, without what only that book needs") {
  Contact whole = mia_of_packet();
  whole.id = "mia";
  whole.note = "not for others";
  CHECK(contact_said(said_of(whole)) == mia_of_packet());
  CHECK(contact_said({}) == Contact{});
  CHECK(contact_said({{"title", "7"}, {"place", "\"Bergen\""}}).place == "Bergen");
}

TEST_CASE("what the owner took back goes, and what was written here stays") {
  Contact mine = mia_here();
  mine.place = "Bergen";
  mine.phone = {"+47 1", "+47 2", "+47 9"};
  Contact theirs = mia_of_packet();
  theirs.title = "";
  theirs.place = "";
  theirs.phone = {"+47 2"};
  CHECK(add_to(mine, said_before(mine), theirs).empty());
  CHECK(mine.title.empty());
  CHECK(mine.place == "Bergen");
  CHECK(mine.phone == Texts{"+47 2", "+47 9"});
}

TEST_CASE("what was taken out here stays out until the owner says something else") {
  Contact mine = mia_here();
  mine.title = "";
  mine.phone = {"+47 2"};
  add_to(mine, said_before(mine), mia_of_packet());
  CHECK(mine.title.empty());
  CHECK(mine.phone == Texts{"+47 2"});
  Contact theirs = mia_of_packet();
  theirs.title = "director";
  add_to(mine, said_before(mine), theirs);
  CHECK(mine.title == "director");
}

TEST_CASE("two who wrote different things are named, and what is here stays") {
  Contact mine = mia_here();
  mine.title = "boss";
  Contact theirs = mia_of_packet();
  theirs.title = "director";
  CHECK(add_to(mine, said_before(mine), theirs) == Texts{"title"});
  CHECK(mine.title == "boss");
}

TEST_CASE("a contact that was here before a packet is only added to") {
  Contact mine = mia_here();
  mine.origin.reset();
  mine.phone = {"+47 9"};
  Contact theirs = mia_of_packet();
  theirs.place = "";
  CHECK(add_to(mine, Contact{}, theirs).empty());
  CHECK(mine.place == "Oslo");
  CHECK(mine.phone == Texts{"+47 9", "+47 1", "+47 2"});
}

TEST_CASE("what no longer matters by a packet is retired, and what was heard here stays") {
  Contact mine = mia_here();
  mine.heard.push_back({.text = "likes tea"});
  Contact theirs = mia_of_packet();
  theirs.heard.pop_back();
  retire_unsaid(mine, said_before(mine), theirs, *day_from("2026-08-10"));
  CHECK(mine.heard[0].retired == std::nullopt);
  CHECK(mine.heard[1].retired == day_from("2026-08-10"));
  CHECK(mine.heard[2].retired == std::nullopt);
}

TEST_CASE("an absence that was moved goes, and others stay") {
  const Period period{*day_from("2026-08-10"), *day_from("2026-08-28")};
  Contact bo{.name = "Bo"};
  bo.away = {away("2026-08-10", "2026-08-21"), away("2026-08-25", "2026-08-25", "noted here"),
             away("2026-10-01", "2026-10-02")};
  const Contact said{.away = {away("2026-08-10", "2026-08-21"), away("2026-10-01", "2026-10-02")}};
  follow_absences(bo, said, {away("2026-08-14", "2026-08-24")}, period);
  CHECK(bo.away == std::vector<Absence>{away("2026-08-25", "2026-08-25", "noted here"),
                                        away("2026-10-01", "2026-10-02"),
                                        away("2026-08-14", "2026-08-24")});
}
