#include "stead/fields.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stead;

namespace {

using Texts = std::vector<std::string>;

/// A value for each field of a contact that can be written as a text.
struct Example {
  const char* field;
  const char* value;
};
constexpr Example kExamples[] = {
    {"name", "Ana Ruiz"},
    {"kind", "org"},
    {"aliases", "Ani"},
    {"was", "a-ruiz"},
    {"org", "acme"},
    {"title", "CTO"},
    {"email", "a@example.org"},
    {"phone", "+34 600"},
    {"url", "https://a.org"},
    {"address", "1 Main St"},
    {"place", "Leeds"},
    {"tz", "Europe/Madrid"},
    {"born", "05-14"},
    {"dates", "09-01 office opened"},
    {"tags", "client"},
    {"skills", "network"},
    {"needs", "backups"},
    {"capacity", "3"},
    {"every", "2w"},
    {"at_most", "1mon"},
    {"reply_within", "4h"},
    {"client_of", "bo-lind"},
    {"via_whom", "bo-lind"},
    {"note", "two\nlines"},
    {"custom", "badge=4711"},
    {"archived", "2026-08-03"},
    {"uid", "friends:1"},
    {"book", "t5h2k9w3m7qa"},
    {"hours", "mon-fri 09:00-17:00"},
    {"rules", "client:every=1mon,reply-within=4h"},
};

}  // namespace

TEST_CASE("what is put into a field is its value, and goes when it is taken out") {
  for (const Example& example : kExamples) {
    CAPTURE(example.field);
    Contact contact;
    CHECK(put_value(contact, example.field, example.value));
    CHECK(field_values(contact, example.field) == Texts{example.value});
    CHECK(put_value(contact, example.field, example.value));
    CHECK(field_values(contact, example.field) == Texts{example.value});
    Contact taken = contact;
    CHECK(take_value(taken, example.field, example.value));
    CHECK(taken == Contact());
    clear_field(contact, example.field);
    CHECK(contact == Contact());
    CHECK_FALSE(take_value(contact, example.field, example.value));
  }
}

TEST_CASE("a list takes more values, a single field only one") {
  Contact contact;
  put_value(contact, "phone", "1");
  put_value(contact, "phone", "2");
  CHECK(field_values(contact, "phone") == Texts{"1", "2"});
  put_value(contact, "title", "CTO");
  put_value(contact, "title", "CIO");
  CHECK(field_values(contact, "title") == Texts{"CIO"});
}

TEST_CASE("what is not of a field's type is not put into it") {
  Contact contact;
  const Example wrong[] = {{"kind", "person"},
                           {"org", "Acme Dental"},
                           {"tags", "Client"},
                           {"tags", "two words"},
                           {"capacity", "0"},
                           {"capacity", "1000"},
                           {"capacity", "3x"},
                           {"every", "2 weeks"},
                           {"born", "02-30"},
                           {"archived", "today"},
                           {"title", ""},
                           {"custom", "badge"},
                           {"custom", "=1"},
                           {"custom", "badge="},
                           {"hours", "9 to 5"},
                           {"dates", "09-01"},
                           {"rules", "client:"},
                           {"rules", "client:often=1w"},
                           {"rules", "client:every=soon"},
                           {"cover", "bo-lind"},
                           {"away", "2026-08-10..2026-08-21"},
                           {"nothing", "at all"}};
  for (const Example& example : wrong) {
    CAPTURE(example.field);
    CAPTURE(example.value);
    CHECK_FALSE(put_value(contact, example.field, example.value));
    CHECK(contact == Contact());
  }
}

TEST_CASE("a rule says more of its tag, and parts of it can be taken out") {
  Contact me;
  put_value(me, "rules", "client:every=1mon");
  put_value(me, "rules", "client:every=2w,reply-within=4h");
  put_value(me, "rules", "colleague:at-most=1y");
  CHECK(field_values(me, "rules") ==
        Texts{"client:every=2w,reply-within=4h", "colleague:at-most=1y"});
  CHECK(take_value(me, "rules", "client:every"));
  CHECK_FALSE(take_value(me, "rules", "client:every"));
  CHECK(field_values(me, "rules") == Texts{"client:reply-within=4h", "colleague:at-most=1y"});
  CHECK(take_value(me, "rules", "client:reply-within"));
  CHECK(take_value(me, "rules", "colleague"));
  CHECK(me == Contact());
}

TEST_CASE("values are taken out by what people call them") {
  Contact contact;
  put_value(contact, "aliases", "José");
  CHECK(take_value(contact, "aliases", "jose"));
  contact.dates = {{{{}, 9, 1}, "office opened"}, {{{}, 10, 2}, "wedding"}};
  CHECK(take_value(contact, "dates", "10-02"));
  CHECK(take_value(contact, "dates", "office opened"));
  contact.past = {{"borealis", {}}};
  CHECK(take_value(contact, "past", "borealis"));
  put_value(contact, "custom", "badge=1");
  CHECK(take_value(contact, "custom", "badge"));
  CHECK(contact == Contact());
}

TEST_CASE("promises and interactions have their fields by name, too") {
  Interaction interaction;
  CHECK(put_value(interaction, "urgent", "true"));
  CHECK(put_value(interaction, "at", "2026-08-03T10:15+02:00"));
  CHECK(put_value(interaction, "for", "acme"));
  CHECK(interaction.for_client == "acme");
  CHECK(field_values(interaction, "urgent") == Texts{"true"});
  CHECK_FALSE(put_value(interaction, "from", "both"));
  Promise promise;
  CHECK(put_value(promise, "due", "2026-08-07"));
  CHECK(field_values(promise, "due") == Texts{"2026-08-07"});
  CHECK(find_field<Promise>("text")->required);
  CHECK_FALSE(find_field<Promise>("phone"));
}
