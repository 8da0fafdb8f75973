#include "cli/command.h"
#include "examples.h"
#include "manual_page.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// stead-json(7) against what the commands print.

namespace {

using nlohmann::json;
using stead::test::Harness;
using stead::test::manual_page;
using stead::test::ManualPage;
using stead::test::Result;

/// The schema that errors have in here, for want of one of their own.
const std::string kError = "error";

/// What the page says of a member.
struct Member {
  std::string types;            ///< `day or null`
  std::set<std::string> words;  ///< Those that a `word` is one of; none where it may be any.
};

/// Each schema's members by their names: `waiting[].who`.
using Members = std::map<std::string, std::map<std::string, Member>>;

/// Reads what the lines of a part say; `schema` is the one of those in front of the first heading.
void add_members(const std::vector<std::string>& lines, std::string schema, Members& members) {
  Member* member = nullptr;
  for (const std::string& line : lines) {
    if (line.starts_with(".Ss ")) {
      schema = line.substr(4);
      member = nullptr;
    } else if (line.starts_with(".It Ic ")) {
      const std::size_t type = line.find(" Ar ");
      REQUIRE_MESSAGE(type != std::string::npos, line);
      const auto [added, is_new] =
          members[schema].emplace(line.substr(7, type - 7), Member{line.substr(type + 4), {}});
      CHECK_MESSAGE(is_new, line);
      member = &added->second;
    } else if (member != nullptr && line.starts_with(".Ql ")) {
      member->words.insert(line.substr(4, line.find(' ', 4) - 4));
    }
  }
}

Members documented() {
  const ManualPage page = manual_page("stead-json", "7");
  Members members;
  add_members(page.part("ANSWERS"), "", members);
  add_members(page.part("WHEN A COMMAND FAILS"), kError, members);
  return members;
}

/// Has `types`, such as `day or null`, this one in it?
bool has_type(const std::string& types, const std::string& type) {
  return (" " + types + " ").find(" " + type + " ") != std::string::npos;
}

/// Is the value what the page says that it is?
bool is_of(const json& value, const Member& member) {
  const std::string& types = member.types;
  static const std::regex day("\\d{4}-\\d\\d-\\d\\d");
  static const std::regex when("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d)?");
  if (value.is_null()) return has_type(types, "null");
  if (value.is_boolean()) return has_type(types, "flag");
  if (value.is_number()) return has_type(types, "number");
  if (value.is_object()) return has_type(types, "object") || has_type(types, "record");
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  if (has_type(types, "day") && std::regex_match(text, day)) return true;
  if (has_type(types, "when") && std::regex_match(text, when)) return true;
  for (const char* type : {"text", "handle", "id", "span", "work"}) {
    if (has_type(types, type)) return true;
  }
  // An empty text says that there is none.
  const bool is_any = member.words.empty() || text.empty();
  return has_type(types, "word") && (is_any || member.words.contains(text));
}

/// Compares answers with what is documented, and remembers what occurred.
class Comparison {
 public:
  void compare(const json& answer) {
    const std::string schema = answer.contains("error") ? kError : answer.value("schema", "");
    REQUIRE_MESSAGE(members_.contains(schema), "'" << schema << "' is not documented");
    for (const auto& [key, value] : answer.items()) {
      if (key != "schema") walk(schema, key, value);
    }
  }

  /// What the page tells of and no answer had.
  std::vector<std::string> missing() const {
    std::vector<std::string> missing;
    for (const auto& [schema, members] : members_) {
      for (const auto& [member, said] : members) {
        if (!occurred_.contains(schema + " " + member)) missing.push_back(schema + " " + member);
        if (has_type(said.types, "null") && !occurred_.contains(schema + " " + member + " null")) {
          missing.push_back(schema + " " + member + " as null");
        }
      }
    }
    return missing;
  }

 private:
  void walk(const std::string& schema, const std::string& path, const json& value) {
    const auto& members = members_.at(schema);
    const auto found = members.find(path);
    if (found != members.end()) {
      occurred_.insert(schema + " " + path + (value.is_null() ? " null" : ""));
      CHECK_MESSAGE(is_of(value, found->second), schema << " " << path << ": " << value.dump());
      if (has_type(found->second.types, "record")) return;
    } else if (!value.is_structured()) {
      // A list may have any column.
      const bool is_column = schema == "stead.list/1" && members.contains("contacts[].FIELD");
      CHECK_MESSAGE(is_column, schema << " " << path << " is not documented");
      occurred_.insert("stead.list/1 contacts[].FIELD" +
                       std::string(value.is_null() ? " null" : ""));
    }
    if (value.is_array()) {
      for (const json& element : value) walk(schema, path + "[]", element);
    } else if (value.is_object()) {
      for (const auto& [key, member] : value.items()) walk(schema, path + "." + key, member);
    }
  }

  Members members_ = documented();
  std::set<std::string> occurred_;
};

/// A practice in which everything happens that an answer can tell of.
std::string full_practice() {
  return R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org","tags":["client"],"needs":["network"],"every":"2w","reply_within":"1d","cover":[{"by":"sam-ortiz","agreed":"2026-05-02","briefed":"2026-05-10","client_told":"2026-05-10","scope":["network"],"note":"keys with Jo"},{"by":"bo-lind","from":"2026-08-10","to":"2026-08-21","offered":"2026-08-03"}],"custom":{"badge":"4711"}},
{"id":"ana-ruiz","name":"Ana Ruiz","org":"acme","title":"CTO","email":["ana@example.org"],"every":"1w","reply_within":"4h","phone":["+34 600 111 222"],"tz":"Europe/Madrid","heard":[{"text":"no changes on Fridays","on":"2026-07-02"},{"text":"one page","reflected":"2026-07-09"},{"text":"hates calls"}]},
{"id":"bo-lind","name":"Bo Lind","phone":["+46 70 111 22 33"],"email":["bo@example.org"],"tags":["colleague"],"skills":["backups"],"away":[{"from":"2026-08-01","to":"2026-08-07","why":"leave"},{"from":"2026-08-25"}]},
{"id":"borealis","name":"Borealis","kind":"org","tags":["client"],"client_of":"bo-lind","cover":[{"by":"me","from":"2026-08-01","to":"2026-08-07","agreed":"2026-07-20"}]},
{"id":"delta-gmbh","name":"Delta GmbH","kind":"org","tags":["client"],"every":"1mon","cover":[{"by":"bo-lind","offered":"2026-08-01"}]},
{"id":"eta","name":"Eta","kind":"org","tags":["client"],"cover":[{"by":"sam-ortiz","to":"2026-01-02","agreed":"2026-01-01"}],"away":[{"from":"2026-12-01"}]},
{"id":"kim","name":"Kim","dates":[{"on":"2020-08-03","what":"opened a shop"}],"phone":["+49 30 2"],"tags":["colleague"],"skills":["storage"],"away":[{"from":"2026-08-10","to":"2026-08-30","why":"sea"},{"from":"2027-03-01"}],"cover":[{"by":"me","from":"2026-08-10","to":"2026-08-30","offered":"2026-08-01"}]},
{"id":"lee","name":"Lee","born":"08-03","phone":["+49 30 3"],"tags":["colleague"],"skills":["storage"],"capacity":1},
{"id":"me","name":"Jan Hale","phone":["+49 30 1"],"away":[{"from":"2026-07-20","to":"2026-07-24"},{"from":"2026-08-10","to":"2026-08-21","why":"family"},{"from":"2027-03-01"}]},
{"id":"old-co","name":"Old Co","kind":"org","email":["old@example.org"],"phone":["+1 3"],"archived":"2026-01-05"},
{"id":"sam-ortiz","name":"Sam Ortiz","phone":["+1 555 0100"],"tags":["colleague"],"skills":["network"],"capacity":4,"away":[{"from":"2027-03-01"}]},
{"id":"tom-oka","name":"Tom Oka","org":"old-co","tags":["client"],"phone":["+1 2"],"email":["tom@example.org"],"address":["1 Main St, Leeds"],"cover":[{"by":"bo-lind","agreed":"2025-07-01"}]},
{"id":"zeta","name":"Zeta","kind":"org","tags":["client"],"needs":["storage","tapes"]},
{"id":"quinn","name":"Quinn","every":"1w","snoozed":{"reconnect":"2026-08-10"}},
{"id":"zoo","name":"Zoo","kind":"org","tags":["client"],"needs":["storage","tapes"]},
{"id":"zulu","name":"Zulu","kind":"org","tags":["client"],"needs":["sewing"]}
],
"promises": [
{"id":"a2","by":"me","to":"ana-ruiz","for":"delta-gmbh","text":"estimate","made":"2026-07-20","due":"2026-07-31","every":"1mon","first_due":"2026-07-31","told":[{"on":"2026-07-29","text":"a day more","due_was":"2026-07-30","due":"2026-07-31"}],"parts":[{"on":"2026-07-29","text":"a draft"}]},
{"id":"b2","by":"bo-lind","to":"me","text":"credentials","made":"2026-07-27","due":"2026-08-05"},
{"id":"c2","by":"me","to":"ana-ruiz","text":"plan","made":"2026-07-20","due":"2026-07-30","status":"kept","closed":"2026-07-29"},
{"id":"d2","by":"me","to":"ana-ruiz","text":"diagram","made":"2026-07-20","status":"kept","closed":"2026-07-28"},
{"id":"e2","by":"me","to":"ana-ruiz","text":"visit","made":"2026-07-20","status":"released","closed":"2026-07-28"},
{"id":"f2","by":"me","to":"bo-lind","text":"lunch","made":"2026-07-20","told":[{"on":"2026-07-30","text":"not this month"},{"on":"2026-07-28","due_was":"2026-07-31"}]},
{"id":"g2","by":"me","to":"bo-lind","text":"slides","made":"2026-07-20","due":"2026-08-12"}
],
"interactions": [
{"id":"n2","at":"2026-05-04","with":["sam-ortiz"],"from":"them","needs_reply":true},
{"id":"o2","at":"2026-05-05","with":["sam-ortiz"],"from":"me"},
{"id":"r2","at":"2026-06-01","with":["ana-ruiz"],"from":"them","needs_reply":true,"text":"a date?"},
{"id":"s2","at":"2026-07-01","with":["sam-ortiz"],"from":"them","needs_reply":true},
{"id":"t2","at":"2026-07-01T11:00+02:00","with":["acme"],"via":"mail","from":"them","needs_reply":true},
{"id":"u2","at":"2026-07-02","with":["sam-ortiz"],"from":"me"},
{"id":"m3x8r7vd","at":"2026-07-06T16:00+02:00","with":["ana-ruiz"],"via":"mail","from":"them","needs_reply":true,"urgent":true,"went":"well","text":"asks about DNS"},
{"id":"p6d3h8wc","at":"2026-07-30T10:00+02:00","with":["acme"],"about":["delta-gmbh"],"for":"borealis","via":"call","by":"bo-lind","text":"talked about backups"},
{"id":"q6d3h8wc","at":"2026-07-31","with":["bo-lind"],"via":"note","text":"covered","deed":{"kind":"cover","dir":"got","amount":"2d"}},
{"id":"r6d3h8wc","at":"2026-07-31","with":["ana-ruiz"],"about":["delta-gmbh"],"via":"note","text":"a platform","deed":{"kind":"referral","dir":"got","outcome":"won","outcome_on":"2026-08-01","thanked":"2026-08-02"}},
{"id":"s6d3h8wc","at":"2026-07-31","with":["bo-lind"],"about":["eta","ana-ruiz"],"via":"note","deed":{"kind":"introduction","dir":"got"}},
{"id":"t6d3h8wc","at":"2026-07-31","with":["bo-lind"],"about":["ana-ruiz"],"via":"note","deed":{"kind":"referral","dir":"got"}},
{"id":"v2","at":"2026-08-01","with":["sam-ortiz"],"about":["eta"],"from":"them","needs_reply":true},
{"id":"w6","at":"2026-08-01","with":["delta-gmbh"],"about":["zulu"],"via":"note","deed":{"kind":"referral","dir":"got"}},
{"id":"x6","at":"2026-08-01","with":["bo-lind"],"about":["zoo"],"via":"note","deed":{"kind":"referral","dir":"gave","outcome":"asked","outcome_on":"2026-08-02","thanked":"2026-08-02"}},
{"id":"y6","at":"2026-08-02","with":["ana-ruiz"],"about":["eta"],"via":"note","deed":{"kind":"introduction","dir":"gave"}},
{"id":"z6","at":"2026-08-02","with":["bo-lind"],"via":"note","deed":{"kind":"advice","dir":"got","even":true}}
]
}
)";
}

/// Commands whose answers have, taken together, every member there is; each begins from the full
/// practice.
const std::vector<std::string> kCommands{
    "log ana called",
    "promise ana send the plan",
    "keep a2",
    "release a2",
    "break a2",
    "tell a2 two days more --by fri",
    "promise --reopen c2",
    "heard ana one page, not ten",
    "gave bo cover 2 days",
    "got ana referral zeta a site",
    "outcome zeta won",
    "thank ana",
    "reflect ana",
    "add Cem Ay",
    "set ana --title CIO",
    "rename ana Ana Diaz",
    "archive eta",
    "remove eta",
    "merge ana kim --yes",
    "dupes",
    "cover delta bo --agreed",
    "uncover delta bo",
    "away 1oct..2oct",
    "plan 10aug..21aug",
    "plan 10aug..21aug --apply",
    "plan 10aug..21aug --ask",
    "plan jan",
    "plan 10mar..12mar",
    "import friends friends.md",
    "handoff sam",
    "handoff sam 10aug..14aug",
    "handoff bo aug..sep",
    "handoff sam --omit ask",
    "handoff sam --packet sam.stead.json",
    "receive bo.stead.json --yes",
    "edit ana",
    "undo",
    "redo",
    "",
    "today",
    "today --now 2026-09-01",
    "next 3",
    "next --snooze late:a2 1w",
    "weekly",
    "weekly next week",
    "weekly may",
    "weekly july",
    "balance",
    "balance ana",
    "balance bo",
    "referrals",
    "network",
    "network --around ana",
    "brief acme",
    "brief ana",
    "brief bo",
    "brief borealis",
    "brief eta",
    "brief sam",
    "promises",
    "promises --closed",
    "waiting",
    "standing",
    "standing ana",
    "standing old-co",
    "standing quinn",
    "timeline",
    "timeline ana",
    "timeline july",
    "search backups",
    "search credentials",
    "search old",
    "show acme",
    "show sam",
    "show bo",
    "show eta",
    "show a2",
    "show m3x",
    "list --fields name,phone,tags,capacity,last,badge",
    "list --fields birthday,turns --group org",
    "stats",
    "stats ana",
    "stats tag:client july",
    "chart contacts",
    "chart contacts ana",
    "chart contacts tag:client 2020",
    "chart promises ana",
    "chart promises tag:client",
    "chart replies tag:client",
    "chart replies sam",
    "stats sam",
    "chart promises",
    "chart promises --mine 2020..2026",
    "chart replies",
    "chart replies ana",
    "who covers acme",
    "who covers acme --on 12aug",
    "who covers borealis",
    "who covers borealis --on 2sep",
    "who covers delta",
    "who covers delta --on 2sep",
    "who covers eta",
    "who covers eta --on 20aug",
    "who can acme --on 12aug",
    "who can borealis",
    "who can delta --on 2sep",
    "who can eta",
    "who away aug..sep",
    "who knows backups --now 2026-08-26",
    "who knows backups",
    "who knows network",
    "who knows backup",
    "who sent delta",
    "who sent eta",
    "who sent acme",
    "who waits",
    "who waits --answered",
    "who waits eta --answered",
    "who waits sam",
    "who waits acme",
    "ready",
    "ready --without sam",
    "ready --on 2sep",
    "ready --on 2027-08-02",
    "ready --on 10aug..25aug",
    "history",
    "check",
    "check --tidy",
    "date fri",
    "date next week",
    "date 2500y",
    "date 2500y --now 8000-01-01",
    "query-mail bo",
    "where",
    "where --book no-folder/book.json",
    "help",
    "help log",
    "help who",
    "version",
    "who covers delta --on 2026-10-12",
    "who can delta --on 2026-10-12",
    "init --book another.json",
    "--book missing.json",
    "show nobody",
};

}  // namespace

TEST_CASE("stead-json(7) has every member of what the commands print, and no other") {
  Comparison comparison;
  std::set<std::string> shown;
  for (const std::string& line : kCommands) {
    CAPTURE(line);
    stead::test::Stage stage(false);
    stage.stead.write_book(full_practice());
    stage.stead.run("keep c2 b2 -q");
    if (line == "undo" || line == "redo" || line == "history") stage.stead.run("log ana hello -q");
    if (line.ends_with("delta --on 2026-10-12")) stage.stead.run("set delta --needs sap -q");
    if (line == "handoff sam 10aug..14aug") {  // of a leave without an end, where Sam is away, too
      for (const char* each : {"away 10aug..", "away 17aug..18aug --who sam", "uncover acme bo",
                               "set sam --email s@example.org"}) {
        REQUIRE(stage.stead.run(std::string(each) + " -q").status < 2);
      }
    }
    if (line == "dupes") stage.stead.run("add 'Sam Ortis' -q");
    if (line == "redo" || line == "history") stage.stead.run("undo -q");
    const Result result = stage.run("stead " + line + " --json");
    comparison.compare(json::parse(result.status < 2 ? result.out : result.err));
    shown.insert(line.substr(0, line.find(' ')));
  }
  // Where nothing has a day, and where nothing is to be done.
  for (const char* member : {R"(,"heard":[{"text":"no calls"}])", R"(,"born":"08-05")", ""}) {
    Harness quiet(R"({"stead":1,"contacts":[{"id":"ana","name":"Ana")" + std::string(member) +
                  R"(},{"id":"me","name":"Me"}],"promises":[],"interactions":[]})");
    for (const char* line : {"weekly --json", "today --json", "next --json"}) {
      comparison.compare(json::parse(quiet.run(line).out));
    }
  }
  // Nothing is kept for undo where there is no home.
  Harness homeless;
  homeless.environment.erase("HOME");
  homeless.environment.erase("XDG_STATE_HOME");
  std::filesystem::create_directory(homeless.folder() / "edit-0");  // a text that was kept
  comparison.compare(json::parse(homeless.run("where --json").out));
  // Faults have places, and so has an error about one.
  Harness broken(R"({"stead":1,"contacts":[{"id":"me"}],"promises":[],"interactions":[]})");
  comparison.compare(json::parse(broken.run("check --json").out));
  comparison.compare(json::parse(broken.run("show me --json").err));

  const std::vector<std::string> missing = comparison.missing();
  CHECK_MESSAGE(missing.empty(), json(missing).dump(2));
  for (const stead::Command& command : stead::commands()) {
    const bool has_json = command.name != "completion";
    CHECK_MESSAGE(shown.contains(std::string(command.name)) == has_json,
                  command.name << " is to have a line in kCommands");
  }
}
