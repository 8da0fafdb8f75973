#include "cli/command.h"
#include "cli/values.h"
#include "harness.h"
#include "lines.h"
#include "stead/filter.h"

#include <doctest/doctest.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace {

using stead::Command;
using stead::commands;
using stead::GlobalOptions;
using stead::Parser;
using stead::test::contents_of;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

std::filesystem::path source(const std::string& path) {
  return std::filesystem::path(STEAD_SOURCE_DIR) / path;
}

/// The lines of `stead __complete WORDS`.
Lines lines(Harness& stead, std::vector<std::string> words,
            const std::string& request = "__complete") {
  words.insert(words.begin(), request);
  const Result result = stead.run(words);
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  Lines found;
  std::istringstream stream(result.out);
  for (std::string line; std::getline(stream, line);) found.all.push_back(line);
  return found;
}

/// The same without the descriptions.
Lines candidates(Harness& stead, const std::vector<std::string>& words) {
  Lines found = lines(stead, words);
  for (std::string& line : found.all) line = line.substr(0, line.find('\t'));
  return found;
}

/// What a shell would put in the place of the last word.
std::string only(Harness& stead, const std::vector<std::string>& words) {
  const Lines found = candidates(stead, words);
  CHECK_MESSAGE(found.all.size() == 1, words.back() << found);
  return found.all.size() == 1 ? found.all.front() : "";
}

/// A command, or a word of one that has options of its own.
struct Target {
  std::vector<std::string> words;
  const CLI::App* app;
};

std::vector<Target> targets(const Parser& parser) {
  const std::string name = parser.command->get_name();
  std::vector<Target> found{{{name}, parser.command}};
  for (const CLI::App* sub :
       std::as_const(*parser.command).get_subcommands([](const CLI::App*) { return true; })) {
    found.push_back({{name, sub->get_name()}, sub});
  }
  return found;
}

void add_options(const CLI::App& app, std::set<std::string>& names) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.insert("--" + name);
  }
}

/// A book with names that are hard on shells and on whoever tells them apart.
std::string hard_names() {
  return R"({
"stead": 1,
"contacts": [
{"id":"jo-1","name":"Jo Park","org":"li-wei"},
{"id":"jo-2","name":"Jo Park"},
{"id":"k2","name":"Katrin"},
{"id":"li-wei","name":"Li: Wei","kind":"org"},
{"id":"me","name":"Jan Hale"},
{"id":"minus","name":"-Minus"},
{"id":"old","name":"Zacharias","archived":"2020-01-01"},
{"id":"park-jo","name":"Park, Jo"},
{"id":"tab","name":"Tab\tUlar"},
{"id":"zed","name":"k2"},
{"id":"zoë","name":"Zoë Brown","tags":["late riser"]}
],
"promises": [
],
"interactions": [
]
}
)";
}

}  // namespace

TEST_CASE("completion offers every command, and nothing that is none") {
  Harness stead(small_practice());
  Lines names;
  for (const Command& command : commands()) names.all.emplace_back(command.name);
  CHECK(candidates(stead, {""}) == names);
  CHECK(candidates(stead, {}) == names);
  CHECK(candidates(stead, {"--book", "x", ""}) == names);
  names.all.emplace_back("book");
  names.all.emplace_back("json");
  names.all.emplace_back("tutorial");
  CHECK(candidates(stead, {"help", ""}) == names);
  CHECK(lines(stead, {"vers"}) == Lines{"version\tPrint the version"});
  CHECK(candidates(stead, {"nonsense", ""}) == Lines{});
  CHECK(stead.run("help").out.find("__complete") == std::string::npos);
}

TEST_CASE("completion offers the words and the options that the parser knows, and no others") {
  Harness stead(small_practice());
  for (const Command& command : commands()) {
    GlobalOptions ignored;
    const Parser parser(command, ignored);
    for (const Target& target : targets(parser)) {
      CAPTURE(target.words);
      std::set<std::string> expected;
      add_options(*parser.app, expected);
      add_options(*parser.command, expected);
      add_options(*target.app, expected);
      std::vector<std::string> words = target.words;
      words.emplace_back("--");
      const std::vector<std::string> found = candidates(stead, words).all;
      CHECK(std::set<std::string>(found.begin(), found.end()) == expected);
      CHECK(found.size() == expected.size());
    }
  }
  const std::vector<std::string> global = candidates(stead, {"--"}).all;
  CHECK(std::ranges::count(global, "--version") == 1);
  CHECK(std::ranges::count(global, "--dry-run") == 1);
  CHECK(candidates(stead, {"who", ""}) == Lines{"covers", "can", "away", "knows", "sent", "waits"});
  CHECK(candidates(stead, {"who", "covers", "--on"}) == Lines{"--on"});
}

TEST_CASE("completion knows every type name that help shows") {
  for (const Command& command : commands()) {
    GlobalOptions ignored;
    const Parser parser(command, ignored);
    std::vector<const CLI::App*> apps{parser.app.get()};
    for (const Target& target : targets(parser)) apps.push_back(target.app);
    for (const CLI::App* app : apps) {
      for (const CLI::Option* option : app->get_options()) {
        if (option->get_items_expected_max() == 0) continue;  // a flag
        std::istringstream slots(option->get_type_name());
        for (std::string slot; slots >> slot;) {
          if (slot.starts_with('[')) slot = slot.substr(1, slot.size() - 2);
          CHECK_MESSAGE(stead::is_known_type(slot),
                        command.name << ' ' << option->get_name() << ": " << slot);
        }
      }
    }
  }
  for (const stead::Filter::Key& key : stead::Filter::keys()) {
    CHECK_MESSAGE(stead::is_known_type(key.value), key.name << ": " << key.value);
  }
  CHECK_FALSE(stead::is_known_type("NOBODY"));
}

TEST_CASE("a value is completed behind its option, beside it, and in front of the command") {
  Harness stead(small_practice());
  CHECK(candidates(stead, {"--color", ""}) == Lines{"auto", "always", "never"});
  CHECK(only(stead, {"--format", "h"}) == "html");
  CHECK(only(stead, {"log", "ana", "--format", "h"}) == "html");
  CHECK(only(stead, {"log", "--format=j"}) == "--format=json");
  CHECK(candidates(stead, {"log", "--via=c"}) == Lines{"--via=call", "--via=chat"});
  CHECK(candidates(stead, {"log", "x", "--went", ""}) == Lines{"well", "badly"});
  CHECK(candidates(stead, {"log", "--via", "--"}) == Lines{});
  CHECK(candidates(stead, {"log", "--", "--"}) == Lines{});
  CHECK(candidates(stead, {"log", "--new="}) == Lines{});
  CHECK(candidates(stead, {"log", "--nonsense=a"}) == Lines{});
  CHECK(candidates(stead, {"completion", ""}) == Lines{"bash", "zsh", "fish"});
  CHECK(lines(stead, {"--book", ""}) == Lines{"\tfile"});
  CHECK(lines(stead, {"import", "friends", "x"}) == Lines{"\tfile"});
}

TEST_CASE("names are completed as they are found: any word, whatever its case and accents") {
  Harness stead(hard_names());
  CHECK(lines(stead, {"log", "zoe"}) == Lines{"Zoë Brown\tzoë"});
  CHECK(only(stead, {"log", "BRO"}) == "Zoë Brown");
  CHECK(only(stead, {"log", "zoe b"}) == "Zoë Brown");
  CHECK(only(stead, {"log", "li"}) == "Li: Wei");
  CHECK(candidates(stead, {"log", "xyz"}) == Lines{});

  Harness practice(small_practice());
  CHECK(lines(practice, {"log", "jo"}) == Lines{"Jo Park\tAcme Dental", "Joanna Wit\tBorealis"});
  CHECK(only(practice, {"log", "ani"}) == "Ana Ruiz");  // an alias
  CHECK(candidates(practice, {"log", ""}).all.size() == 8);
  CHECK(lines(practice, {"cover", "acme", "m"}) == Lines{"me\tJan Hale"});
}

TEST_CASE("a name that would be taken for somebody else's, or for an option, is a handle") {
  Harness stead(hard_names());
  CHECK(lines(stead, {"log", "jo p"}) == Lines{"jo-1\tJo Park, Li: Wei", "jo-2\tJo Park"});
  CHECK(lines(stead, {"log", "k2"}) == Lines{"Katrin\tk2", "zed\tk2"});
  CHECK(only(stead, {"log", "minus"}) == "minus");
  CHECK(only(stead, {"log", "ular"}) == "tab");
  CHECK(only(stead, {"log", "zach"}) == "Zacharias");  // archived, and nobody else fits
  CHECK(candidates(stead, {"log", "z"}) == Lines{"zed", "Zoë Brown"});
}

TEST_CASE("in a list the last name is completed, also one that has a comma in it") {
  Harness stead(hard_names());
  CHECK(only(stead, {"log", "k2,zo"}) == "k2,Zoë Brown");
  CHECK(candidates(stead, {"log", "park, j"}).all.front() == "Park, Jo");
  Harness practice(small_practice());
  CHECK(candidates(practice, {"log", "ana,bo"}) == Lines{"ana,Bo Lind", "ana,Borealis"});
}

TEST_CASE("whoever is mentioned in a text is completed behind an @, and nobody else") {
  Harness stead(small_practice());
  CHECK(lines(stead, {"log", "ana", "met", "@b"}) ==
        Lines{"@bo-lind\tBo Lind", "@borealis\tBorealis"});
  CHECK(only(stead, {"log", "ana", "met @sa"}) == "met @sam-ortiz");
  CHECK(only(stead, {"log", "@sa"}) == "@sam-ortiz");
  CHECK(candidates(stead, {"log", "ana", "sam"}) == Lines{});
  CHECK(candidates(stead, {"log", "ana", "jo@s"}) == Lines{});
}

TEST_CASE("clients come before all others, and orgs where an org is meant") {
  Harness stead(small_practice());
  CHECK(candidates(stead, {"cover", ""}) == Lines{"Acme Dental", "Borealis", "Delta GmbH"});
  CHECK(candidates(stead, {"cover", "bo"}) == Lines{"Borealis"});
  CHECK(only(stead, {"cover", "sam"}) == "Sam Ortiz");
  CHECK(candidates(stead, {"add", "X", "--org", "a"}) == Lines{"Acme Dental"});
  CHECK(only(stead, {"cover", "acme", "sa"}) == "Sam Ortiz");
}

TEST_CASE("a promise is completed by the person, by its words and by its id") {
  Harness stead(small_practice());
  CHECK(lines(stead, {"keep", ""}) ==
        Lines{"Ana Ruiz\tAcme Dental", "Bo Lind\tbo-lind",
              "k7q2wd4\tto Ana Ruiz: migration estimate, due Fri 2026-07-31",
              "v3x9pqa\tfrom Bo Lind: VPN credentials, due Wed 2026-08-05"});
  CHECK(only(stead, {"keep", "esti"}) == "k7q2wd4");
  CHECK(only(stead, {"keep", "k7q2wd4,v"}) == "k7q2wd4,v3x9pqa");
  CHECK(lines(stead, {"keep", "ana", ""}) == Lines{"migration estimate\tdue Fri 2026-07-31"});
  CHECK(candidates(stead, {"keep", "ana", "vpn"}) == Lines{});
  CHECK(candidates(stead, {"keep", "nobody", ""}) == Lines{});
  CHECK(only(stead, {"show", "v3"}) == "v3x9pqa");
  stead.run("keep ana");
  CHECK(candidates(stead, {"keep", "ana"}) == Lines{});
  CHECK(only(stead, {"promise", "--reopen", "an"}) == "Ana Ruiz");
  CHECK(only(stead, {"promise", "--reopen", "esti"}) == "k7q2wd4");
  CHECK(candidates(stead, {"promise", "--reopen", "v3"}) == Lines{});
  for (const char* command : {"tell", "release", "break"}) {
    CAPTURE(command);
    CHECK(only(stead, {command, "v3"}) == "v3x9pqa");
    CHECK(candidates(stead, {command, "k7"}) == Lines{});
  }
  CHECK(only(stead, {"tell", "bo", "--by", "no"}) == "none");
}

TEST_CASE("what was heard from somebody is completed behind the name, with its age") {
  Harness stead(small_practice());
  const Lines heard{"no changes on Fridays\tsaid in March, reflected on Mon 2026-03-09"};
  CHECK(lines(stead, {"reflect", "acme", ""}) == heard);
  CHECK(lines(stead, {"heard", "acme", "--retire", ""}) == heard);
  CHECK(only(stead, {"heard", "acme", "--retire=fri"}) == "--retire=no changes on Fridays");
  CHECK(candidates(stead, {"heard", "--retire", ""}) == Lines{});
  CHECK(candidates(stead, {"reflect", "acme", "zebra"}) == Lines{});
  CHECK(candidates(stead, {"reflect", "nobody", ""}) == Lines{});
  CHECK(only(stead, {"reflect", "ac"}) == "Acme Dental");
  stead.run("heard acme --retire fridays");
  CHECK(candidates(stead, {"reflect", "acme", ""}) == Lines{});
}

TEST_CASE("a date word says which day it is, back in a log and ahead in a due date") {
  Harness stead(small_practice());
  CHECK(lines(stead, {"log", "x", "--at", "f"}) == Lines{"fri\tFri 2026-07-31"});
  CHECK(lines(stead, {"promise", "x", "--by", "f"}) == Lines{"fri\tFri 2026-08-07"});
  CHECK(lines(stead, {"--now", "2027-01-01", "log", "x", "--at", "tod"}) ==
        Lines{"today\tFri 2027-01-01"});
  CHECK(lines(stead, {"who", "away", "next w"}) ==
        Lines{"next week\tMon 2026-08-10 to Sun 2026-08-16"});
  CHECK(lines(stead, {"--now", "nonsense", "log", "x", "--at", "tod"}) == Lines{});
}

TEST_CASE("of words that a positional has already, those that are left are completed") {
  Harness stead(small_practice());
  CHECK(candidates(stead, {"promise", "sa"}) == Lines{"Sam Ortiz"});
  CHECK(candidates(stead, {"promise", "--from", "bo", "sa"}) == Lines{});
  CHECK(candidates(stead, {"promise", "--from=bo", "sa"}) == Lines{});
  CHECK(candidates(stead, {"promise", "ana", "sa"}) == Lines{});
  CHECK(candidates(stead, {"uncover", "acme", "sa"}) == Lines{"Sam Ortiz"});
  CHECK(candidates(stead, {"uncover", "acme", "sam", "next w"}) == Lines{"next week"});
  CHECK(candidates(stead, {"who", "covers", "acme", "sa"}) == Lines{});
}

TEST_CASE("the terms of a filter are completed, with their values") {
  Harness stead(small_practice());
  CHECK(lines(stead, {"list", "ta"}) ==
        Lines{"tag:\tcontacts with the tag, and what was with or for them"});
  CHECK(lines(stead, {"list", "tag:cl"}) == Lines{"tag:client\t3 contacts"});
  CHECK(candidates(stead, {"list", "TAG:cl"}) == Lines{"TAG:client"});
  CHECK(candidates(stead, {"list", "org:bor"}) == Lines{"org:Borealis"});
  CHECK(candidates(stead, {"list", "skill:n"}) == Lines{"skill:network"});
  CHECK(candidates(stead, {"promises", "is:l"}) == Lines{"is:late"});
  CHECK(candidates(stead, {"promises", "sam"}) == Lines{"Sam Ortiz"});
  CHECK(candidates(stead, {"list", "no:em"}) == Lines{"no:email"});
  CHECK(candidates(stead, {"list", "nonsense:a"}) == Lines{});
  const auto offers = [&](std::vector<std::string> words, const std::string& word) {
    words.insert(words.begin(), "list");
    words.push_back(word);
    return std::ranges::count(candidates(stead, words).all, word) == 1;
  };
  CHECK(offers({}, "not"));
  CHECK_FALSE(offers({}, "or"));
  CHECK(offers({"acme"}, "or"));
  CHECK_FALSE(offers({"acme", "or"}, "or"));
  CHECK_FALSE(offers({"acme", "not"}, "not"));
}

TEST_CASE("every value that completion has for is: and kind: is one") {
  Harness stead(small_practice());
  CHECK(candidates(stead, {"list", "is:"}) == Lines{"is:archived"});
  CHECK(candidates(stead, {"list", "kind:"}) == Lines{"kind:person", "kind:org"});
  CHECK(candidates(stead, {"promises", "kind:"}) == Lines{});
  const std::vector<std::string> terms = candidates(stead, {"promises", "is:"}).all;
  CHECK(terms.size() == 8);
  for (const std::string& term : terms) {
    CHECK_MESSAGE(stead.run({"promises", term}).status == 0, term);
  }
}

TEST_CASE("only the terms that say something about what is listed are completed") {
  Harness stead(small_practice());
  CHECK(candidates(stead, {"list", "du"}) == Lines{});
  CHECK(candidates(stead, {"promises", "du"}) == Lines{"due:"});
  CHECK(candidates(stead, {"promises", "qu"}) == Lines{});
  CHECK(candidates(stead, {"list", "no:du"}) == Lines{});
  CHECK(candidates(stead, {"promises", "no:du"}) == Lines{"no:due", "no:first_due"});
}

TEST_CASE("set offers the options of the kind of record that it changes, and --unset its fields") {
  Harness stead(small_practice());
  const auto offered = [&](const std::string& record, const std::string& word) {
    return candidates(stead, {"set", record, word});
  };
  CHECK(offered("ana", "--t") == Lines{"--title", "--tz", "--tag"});
  CHECK(offered("acme", "--t") == Lines{"--title", "--tz", "--tag"});
  CHECK(offered("k7q", "--t") == Lines{"--text"});
  CHECK(offered("m3x8r7vd", "--t") == Lines{"--text"});
  CHECK(offered("k7q", "--by") == Lines{"--by"});
  CHECK(offered("m3x", "--by") == Lines{});
  CHECK(offered("m3x", "--u") == Lines{"--unset", "--urgent"});
  CHECK(offered("ana", "--u") == Lines{"--unset", "--url"});
  CHECK(offered("ana", "--e") == Lines{"--email", "--every"});
  CHECK(offered("k7q", "--e") == Lines{"--every"});
  CHECK(offered("ana", "--h") == Lines{"--help"});
  CHECK(offered("me", "--h") == Lines{"--help", "--hours"});
  CHECK(offered("nobody", "--t").all.size() == 4);  // who is not known yet may be anything
  CHECK(candidates(stead, {"set", "--t"}).all.size() == 4);
  CHECK(candidates(stead, {"add", "Mo", "--t"}) == Lines{"--title", "--tz", "--tag"});

  const auto fields = [&](const std::string& record) {
    return candidates(stead, {"set", record, "--unset", ""});
  };
  CHECK(fields("k7q") == Lines{"for", "due", "every", "closed", "snoozed"});
  CHECK(lines(stead, {"set", "k7q", "--unset=du"}) ==
        Lines{"--unset=due\tOf a promise: when it is due"});
  CHECK(fields("p6d") == Lines{"with", "about", "for", "via", "from", "needs-reply", "urgent",
                               "went", "text", "snoozed"});
  CHECK(stead.run("set ana badge=4711").status == 0);
  CHECK(fields("ana") ==
        Lines{"kind",    "alias",    "org",      "title",   "email",        "phone",     "url",
              "address", "place",    "tz",       "born",    "date",         "tag",       "skill",
              "needs",   "capacity", "every",    "at-most", "reply-within", "client-of", "via-whom",
              "note",    "past",     "archived", "snoozed", "badge"});
}

TEST_CASE("every field that completion has for --unset can be unset") {
  Harness stead(small_practice());
  stead.run("set ana badge=4711");
  for (const std::string record : {"me", "ana", "delta", "k7q", "v3x", "p6d"}) {
    for (const std::string& field : candidates(stead, {"set", record, "--unset", ""}).all) {
      CAPTURE(record);
      CHECK_MESSAGE(stead.run({"set", record, "--unset", field, "-n"}).status == 0, field);
    }
  }
}

TEST_CASE("tags, skills, columns and fields in use are completed") {
  Harness stead(small_practice());
  CHECK(lines(stead, {"add", "X", "--tag", ""}) ==
        Lines{"client\t3 contacts", "colleague\t2 contacts"});
  CHECK(candidates(stead, {"cover", "acme", "sam", "--scope", ""}) == Lines{"backups", "network"});
  CHECK(candidates(stead, {"list", "--fields", "name,l"}) == Lines{"name,last"});
  CHECK(candidates(stead, {"list", "--sort", "-ti"}) == Lines{"-title"});
  CHECK(candidates(stead, {"set", "ana", "--unset", "ti"}) == Lines{"title"});
  CHECK(candidates(stead, {"set", "ana", "--unset", "tag=co"}) == Lines{"tag=colleague"});
  CHECK(stead.run("set ana badge=4711").status == 0);
  CHECK(candidates(stead, {"set", "ana", "ba"}) == Lines{"badge="});
  CHECK(candidates(stead, {"list", "--fields", "ba"}) == Lines{"badge"});
}

TEST_CASE("what has no words of the one who types in it, fish gets without accents") {
  Harness stead(hard_names());
  CHECK(lines(stead, {"log", "zoe"}, "__complete_containing") == Lines{"zoe brown\tzoë"});
  CHECK(lines(stead, {"log", "zoë"}, "__complete_containing") == Lines{"Zoë Brown\tzoë"});
  CHECK(lines(stead, {"log", "BRO"}, "__complete_containing") == Lines{"Zoë Brown\tzoë"});
}

TEST_CASE("without a book that can be read completion says nothing, and is no error") {
  Harness nothing;
  CHECK(candidates(nothing, {"log", ""}) == Lines{});
  CHECK(candidates(nothing, {"log", "--via", "cal"}) == Lines{"call"});
  Harness broken("{\"stead\": 1, \"contacts\": [\n{\"id\":7}");
  CHECK(candidates(broken, {"log", ""}) == Lines{});
  Harness stead(small_practice());
  CHECK(candidates(stead, {"--book", "nowhere", "log", "ana"}) == Lines{});
  const std::string other = (stead.folder() / "book.json").string();
  stead.environment.erase("STEAD_BOOK");
  CHECK(candidates(stead, {"log", "ana"}) == Lines{});
  CHECK(candidates(stead, {"--book", other, "log", "ana"}) == Lines{"Ana Ruiz"});
  CHECK(candidates(stead, {"log", "--book=" + other, "ana"}) == Lines{"Ana Ruiz"});
  CHECK(candidates(stead, {"log", "--book", "~/book.json", "ana"}) == Lines{"Ana Ruiz"});
}

TEST_CASE("a book in another layout is completed as well") {
  std::string book = small_practice();
  for (std::size_t at = 0; (at = book.find(",\"", at)) != std::string::npos; at += 3) {
    book.insert(at + 1, "\n");
  }
  Harness stead(book);
  CHECK(lines(stead, {"log", "an"}) == Lines{"Ana Ruiz\tAcme Dental"});
}

TEST_CASE("completion never reads an interaction") {
  std::string book = small_practice();
  book.insert(book.find("{\"id\":\"m3x8r7vd\""), "no record at all\n");
  Harness stead(book);
  CHECK(only(stead, {"log", "ana"}) == "Ana Ruiz");
  CHECK(only(stead, {"keep", "ana"}) == "Ana Ruiz");
  CHECK(stead.run("timeline").status == 3);
}

TEST_CASE("completion SHELL prints the file that is installed") {
  Harness stead;
  CHECK(stead.run("completion bash") ==
        Result{0, contents_of(source("completions/stead.bash")), ""});
  CHECK(stead.run("completion zsh") == Result{0, contents_of(source("completions/_stead")), ""});
  CHECK(stead.run("completion fish") ==
        Result{0, contents_of(source("completions/stead.fish")), ""});
  CHECK(stead.run("completion tcsh") ==
        Result{2, "",
               "stead: there is no completion for 'tcsh'\n"
               "hint: stead completion bash, stead completion zsh or stead completion fish\n"});
  CHECK(stead.run("completion fisch").err ==
        "stead: there is no completion for 'fisch'\nhint: did you mean 'fish'?\n");
}

TEST_CASE("next --snooze offers the nudges that there are, with what they are") {
  Harness stead(small_practice());
  const Lines offered = lines(stead, {"next", "--snooze", "rec"});
  CHECK(offered.all == std::vector<std::string>{"reconnect:borealis\tReconnect with Borealis",
                                                "reconnect:delta-gmbh\tReconnect with Delta GmbH"});
  CHECK(only(stead, {"next", "--kind", "rec"}) == "reconnect");
  CHECK(only(stead, {"next", "--snooze=late"}) == "--snooze=late:k7q2wd4");
  CHECK(only(stead, {"next", "--snooze", "late:k7q2wd4", "2"}) == "2w");
}
