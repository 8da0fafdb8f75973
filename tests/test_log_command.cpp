#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// The lines of the book that the practice does not have, in order.
std::string new_lines(const Harness& stead) {
  const std::string old = small_practice();
  const std::string book = stead.book();
  std::string lines;
  for (std::size_t begin = 0; begin < book.size();) {
    const std::size_t end = book.find('\n', begin);
    std::string line = book.substr(begin, end - begin);
    if (line.ends_with(',')) line.pop_back();
    if (old.find('\n' + line) == std::string::npos) lines += line + '\n';
    begin = end + 1;
  }
  return lines;
}

constexpr const char* kLoggedAna =
    "Logged with Ana Ruiz (Acme Dental), Mon 2026-08-03. Take it back: stead undo\n";

}  // namespace

TEST_CASE("log writes who, the day and the text, and says what it understood") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana agreed the cut-over is on Friday") == Result{0, kLoggedAna, ""});
  CHECK(
      new_lines(stead) ==
      R"({"id":"f44kwhcv","at":"2026-08-03","with":["ana-ruiz"],"text":"agreed the cut-over is on Friday"})"
      "\n");
}

TEST_CASE("log names an org once for all who work there") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana,jo-park,sam met").out ==
        "Logged with Ana Ruiz, Jo Park (Acme Dental) and Sam Ortiz, Mon 2026-08-03. Take\n"
        "it back: stead undo\n");
}

TEST_CASE("the words before a first colon are a date only if all of them are one") {
  const auto logged = [](const char* line) {
    Harness stead(small_practice());
    CHECK(stead.run(line).status == 0);
    const std::string lines = new_lines(stead);
    return lines.substr(lines.find("\"at\""));
  };
  CHECK(logged("log sam yesterday: sent the diagram") ==
        "\"at\":\"2026-08-02\",\"with\":[\"sam-ortiz\"],\"text\":\"sent the diagram\"}\n");
  CHECK(logged("log sam fri 14:30: called") ==
        "\"at\":\"2026-07-31T14:30+02:00\",\"with\":[\"sam-ortiz\"],\"text\":\"called\"}\n");
  CHECK(logged("log sam agreed: yesterday: no") ==
        "\"at\":\"2026-08-03\",\"with\":[\"sam-ortiz\"],\"text\":\"agreed: yesterday: no\"}\n");
  CHECK(logged("log sam called --at 9am") ==
        "\"at\":\"2026-08-03T09:00+02:00\",\"with\":[\"sam-ortiz\"],\"text\":\"called\"}\n");
}

TEST_CASE("log takes every detail of an interaction") {
  Harness stead(small_practice());
  const Result result = stead.run(
      "log ana --via mail --from-them --needs-reply --urgent --went badly --about delta "
      "--for acme asks about the plans of @sam");
  CHECK(result == Result{0,
                         "Logged a mail from Ana Ruiz (Acme Dental), Mon 2026-08-03, about Sam "
                         "Ortiz and\nDelta GmbH, for Acme Dental, it went badly, an answer is "
                         "urgent by Tue\n2026-08-04. Take it back: stead undo\n",
                         ""});
  CHECK(
      new_lines(stead) ==
      R"({"id":"f44kwhcv","at":"2026-08-03","with":["ana-ruiz"],"about":["sam-ortiz","delta-gmbh"],"for":"acme","via":"mail","from":"them","needs_reply":true,"urgent":true,"went":"badly","text":"asks about the plans of @sam"})"
      "\n");
}

TEST_CASE("what was promised, heard and planned goes with the log") {
  Harness stead(small_practice());
  const Result result = stead.run(
      "log sam yesterday: called --promise 'send the quote by fri' --they-promise 'the keys' "
      "--heard 'no mail at weekends' --again 2w --for acme");
  CHECK(result == Result{0,
                         "Logged with Sam Ortiz, Sun 2026-08-02, for Acme Dental. Take it back: "
                         "stead undo\n"
                         "You promised Sam Ortiz: send the quote, for Acme Dental, due Fri "
                         "2026-08-07.\n"
                         "Sam Ortiz promised you: the keys, for Acme Dental.\n"
                         "Heard from Sam Ortiz: no mail at weekends.\n"
                         "You get back to Sam Ortiz on Mon 2026-08-17.\n",
                         ""});
  CHECK(
      new_lines(stead) ==
      R"({"id":"sam-ortiz","name":"Sam Ortiz","phone":["+1 555 0100"],"tags":["colleague"],"skills":["network"],"heard":[{"text":"no mail at weekends","on":"2026-08-02"}]}
{"id":"fwrddqv","by":"me","to":"sam-ortiz","for":"acme","text":"send the quote","made":"2026-08-02","due":"2026-08-07"}
{"id":"6vpdyex","by":"sam-ortiz","to":"me","for":"acme","text":"the keys","made":"2026-08-02"}
{"id":"dq8ytgf","by":"me","to":"me","for":"sam-ortiz","text":"follow up: called","made":"2026-08-02","due":"2026-08-17"}
{"id":"f44kwhcv","at":"2026-08-02","with":["sam-ortiz"],"for":"acme","text":"called"}
)");
}

TEST_CASE("what was heard is noted once on a day") {
  Harness stead(small_practice());
  stead.run("log ana called --heard 'no calls on Fridays'");
  CHECK(stead.run("log ana called again --heard 'no calls on Fridays' --heard 'hates mail'").err ==
        "hint: 'no calls on Fridays' was heard from Ana Ruiz on that day already\n");
  stead.run("log ana yesterday: called --heard 'no calls on Fridays'");
  CHECK(stead.book().find(R"("heard":[{"text":"no calls on Fridays","on":"2026-08-03"},)"
                          R"({"text":"hates mail","on":"2026-08-03"},)"
                          R"({"text":"no calls on Fridays","on":"2026-08-02"}])") !=
        std::string::npos);
}

TEST_CASE("a log that lacks something says how it is written") {
  Harness stead(small_practice());
  CHECK(stead.run("log") ==
        Result{2, "", "stead: who it was with is missing\nhint: stead log WHO TEXT\n"});
  CHECK(stead.run("log ana") == Result{2, "",
                                       "stead: what happened is missing\n"
                                       "hint: stead log ana TEXT, or --via call without one\n"});
  CHECK(stead.run("log ana ''") == Result{2, "",
                                          "stead: the text is missing\n"
                                          "hint: stead log ana TEXT, or --via call without one\n"});
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a promise ends in 'by DATE' only where that is one") {
  Harness stead(small_practice());
  CHECK(stead.run("log sam x --promise 'send it by mail' --promise 'stand by, by tue'").out ==
        "Logged with Sam Ortiz, Mon 2026-08-03. Take it back: stead undo\n"
        "You promised Sam Ortiz: send it by mail.\n"
        "You promised Sam Ortiz: stand by, due Tue 2026-08-04.\n");
  CHECK(stead.run("log sam x --promise 'pay by 31 feb'").status == 2);
  CHECK(stead.run("log sam x --promise 'pay by august'") ==
        Result{2, "",
               "stead: 'august' is more than one day: Sat 2026-08-01 to Mon 2026-08-31\n"
               "hint: say one day of it\n"});
}

TEST_CASE("nobody is created by accident") {
  Harness stead(small_practice());
  CHECK(stead.run("log dana hello").status == 2);
  CHECK(stead.run("log jo called") ==
        Result{2, "",
               "stead: 'jo' could be Jo Park (acme) or Joanna Wit (borealis)\n"
               "hint: say more of the name, or use the handle jo-park\n"});
  CHECK(stead.run("log sam about @nobody") ==
        Result{2, "",
               "stead: nobody is called 'nobody'\n"
               "hint: @ names who it is about; write it apart ('@ 9') where it does not\n"});
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("log 'Dana Fox,sam,dana fox' hello --new --about delta").out ==
        "New in the book, as a person: Dana Fox (dana-fox).\n"
        "Logged with Dana Fox and Sam Ortiz, Mon 2026-08-03, about Delta GmbH. Take it\n"
        "back: stead undo\n");
  CHECK(new_lines(stead) ==
        R"({"id":"dana-fox","name":"Dana Fox"}
{"id":"dq8ytgfs","at":"2026-08-03","with":["dana-fox","sam-ortiz"],"about":["delta-gmbh"],"text":"hello"}
)");
}

TEST_CASE("a name that cannot be found is answered with what to do") {
  Harness stead(small_practice());
  CHECK(stead.run("log dana hello") ==
        Result{2, "",
               "stead: nobody is called 'dana'\n"
               "hint: did you mean 'Ana Ruiz'? 'stead add dana' adds them, and so does --new\n"});
  CHECK(
      stead.run("log , x") ==
      Result{2, "", "stead: a name is empty\nhint: names look like ana, or ana,bo for several\n"});
  CHECK(stead.run("log ana,,bo x --new").err ==
        "stead: a name is empty\nhint: names look like ana, or ana,bo for several\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("options that make no sense together are refused") {
  Harness stead(small_practice());
  const auto refusal = [&](const std::string& options) {
    const Result result = stead.run("log ana x " + options);
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    return result.err;
  };
  CHECK(refusal("--needs-reply") ==
        "stead: --needs-reply is for what came from them\nhint: add --from-them\n");
  CHECK(refusal("--urgent --from-them") ==
        "stead: --urgent says how soon they need an answer\n"
        "hint: add --from-them --needs-reply\n");
  CHECK(refusal("--from-them --to-them") ==
        "stead: --from-them and --to-them exclude each other\n"
        "hint: leave both out where both of you spoke\n");
  CHECK(refusal("--via note --to-them") ==
        "stead: a note is no contact, so nobody spoke to anybody\n"
        "hint: leave out --via note, or who spoke\n");
  CHECK(refusal("--went fine") ==
        "stead: --went takes 'well' or 'badly', not 'fine'\n"
        "hint: it says how it was for them\n");
  CHECK(refusal("--for me") == "stead: --for names a client, not yourself\n");
  CHECK(refusal("--for ana,sam") ==
        "stead: a matter is with one at a time, not with 'ana,sam'\n"
        "hint: say it once for each of them\n");
  CHECK(refusal("--via 'two words'") ==
        "stead: --via takes one word, not 'two words'\n"
        "hint: such as call, mail, meeting, chat, visit, note\n");
  CHECK(stead.run("log ana fri: x --at mon").err ==
        "stead: the day is said twice: in front of the text and with --at\n"
        "hint: leave one of them out\n");
  CHECK(stead.run("log me x --promise y").err == "stead: --promise needs somebody else\n");
  CHECK(stead.run("log me x --to-them").err ==
        "stead: nobody else took part, so nobody spoke to anybody\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a word for the way is free, but a slip of the finger is hinted at") {
  Harness stead(small_practice());
  CHECK(stead.run("log sam --via lunch") ==
        Result{0, "Logged a lunch with Sam Ortiz, Mon 2026-08-03. Take it back: stead undo\n", ""});
  CHECK(stead.run("log sam --via CAL").err ==
        "hint: did you mean 'call'? then: stead log --amend --via call\n");
}

TEST_CASE("a day that is still to come is taken, and hinted at") {
  Harness stead(small_practice());
  CHECK(stead.run("log sam 2026-08-07: lunch") ==
        Result{0, "Logged with Sam Ortiz, Fri 2026-08-07. Take it back: stead undo\n",
               "hint: Fri 2026-08-07 is still to come; it is taken as it stands\n"});
}

TEST_CASE("a text is taken as it was typed") {
  const auto text = [](const std::vector<std::string>& words, const std::string& input) {
    Harness stead(small_practice());
    std::vector<std::string> arguments{"log", "sam"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    CHECK(stead.run(arguments, input).status == 0);
    const std::string lines = new_lines(stead);
    const std::size_t begin = lines.find("\"text\":");
    return lines.substr(begin + 7, lines.size() - begin - 9);
  };
  CHECK(text({"[urgent]", "call"}, "") == "\"[urgent] call\"");
  CHECK(text({"[a,b]"}, "") == "\"[a,b]\"");
  CHECK(text({"-"}, "yesterday: one\ntwo\n") == "\"one\\ntwo\"");
  CHECK(text({"yesterday:", "-"}, "one\ntwo\n") == "\"one\\ntwo\"");
  CHECK(text({"a", "-", "b"}, "") == "\"a - b\"");
  CHECK(text({"--", "--about", "-5", "degrees"}, "") == "\"--about -5 degrees\"");
  CHECK(text({"met @ 5pm, mail@example.org"}, "") == "\"met @ 5pm, mail@example.org\"");
}

TEST_CASE("log without arguments asks") {
  Harness stead(small_practice());
  const Result result = stead.run_on_terminal("log", "ana\nyesterday: called\n");
  CHECK(result == Result{0,
                         "Logged with Ana Ruiz (Acme Dental), Sun 2026-08-02. Take it back: stead "
                         "undo\n",
                         "Who was it with? What happened? "});
}

TEST_CASE("log without arguments asks for the day, which is today where nothing is said") {
  Harness stead(small_practice());
  const std::string questions = "Who was it with? What happened? When was it? [today] ";
  CHECK(stead.run_on_terminal("log", "ana\ncalled\n\n") ==
        Result{0, "Logged with Ana Ruiz (Acme Dental), Mon 2026-08-03. Take it back: stead undo\n",
               questions});
  CHECK(stead.run_on_terminal("log", "ana\ncalled again\nlast fri\n") ==
        Result{0, "Logged with Ana Ruiz (Acme Dental), Fri 2026-07-31. Take it back: stead undo\n",
               questions});
  CHECK(stead.run_on_terminal("log --at yesterday", "ana\ncalled\n").err ==
        "Who was it with? What happened? ");
  CHECK(stead.run_on_terminal("log ana", "called\n").err == "What happened? ");
}

TEST_CASE("an answer that is none is shown with why, and the question comes again") {
  Harness stead(small_practice());
  CHECK(stead.run_on_terminal("log", "\nnobody\njo\nana\n\nmet @nobody\ncalled\nsomeday\nfri\n") ==
        Result{0, "Logged with Ana Ruiz (Acme Dental), Fri 2026-07-31. Take it back: stead undo\n",
               "Who was it with? stead: who it was with is missing\n"
               "hint: stead log WHO TEXT\n"
               "Who was it with? stead: nobody is called 'nobody'\n"
               "hint: 'stead add nobody' adds them, and so does --new\n"
               "Who was it with? stead: 'jo' could be Jo Park (acme) or Joanna Wit (borealis)\n"
               "hint: say more of the name, or use the handle jo-park\n"
               "Who was it with? What happened? stead: what happened is missing\n"
               "hint: stead log WHO TEXT, or --via call without one\n"
               "What happened? stead: nobody is called 'nobody'\n"
               "hint: @ names who it is about; write it apart ('@ 9') where it does not\n"
               "What happened? When was it? [today] stead: 'someday' is not a date\n"
               "hint: a date looks like 2026-08-07, fri, 12aug, '3 days ago' or 'in 2 weeks'\n"
               "When was it? [today] "});
}

TEST_CASE("what is wrong beside the answers is no reason to ask again") {
  Harness stead(small_practice());
  const Result result = stead.run_on_terminal("log --went fine", "ana\ncalled\n\n");
  CHECK(result.status == 2);
  CHECK(result.err ==
        "Who was it with? What happened? When was it? [today] "
        "stead: --went takes 'well' or 'badly', not 'fine'\nhint: it says how it was for them\n");
}

TEST_CASE("a text that is typed on a terminal is said to end with Ctrl-D") {
  Harness stead(small_practice());
  const Result result = stead.run_on_terminal("log ana -", "called\n");
  CHECK(result.status == 0);
  CHECK(result.err == "hint: type the text; Ctrl-D on a line of its own ends it\n");
  CHECK(stead.run_on_terminal("log ana - -q", "called\n").err.empty());
  CHECK(stead.run("log ana -", "called\n").err.empty());
}

TEST_CASE("a text or a term of a filter is not taken for a name") {
  Harness stead(small_practice());
  CHECK(stead.run("log -", "called\n") ==
        Result{2, "",
               "stead: '-' is a text: say with whom first\nhint: for example: stead log ana -\n"});
  CHECK(stead.run("log via:call called") ==
        Result{2, "",
               "stead: nobody is called 'via:call'\n"
               "hint: terms such as this one are for 'stead list' and 'stead promises'\n"});
  CHECK(stead.book() == small_practice());
}

TEST_CASE("log adds nobody by a name that is none") {
  Harness stead(small_practice());
  const std::string like = "hint: say it as people do, such as \"Ana Ruiz\"\n";
  const auto none = [&](const std::string& line) {
    const Result result = stead.run("log --new " + line + " called", "called\n");
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    return result.err;
  };
  CHECK(none("-") ==
        "stead: '-' is a text: say with whom first\nhint: for example: stead log ana -\n");
  CHECK(none("zed,-") == "stead: '-' is no name: it has no letter or digit\n" + like);
  CHECK(none("'?!'") == "stead: '?!' is no name: it has no letter or digit\n" + like);
  CHECK(none("via:call") == "stead: 'via:call' is no name: it is a term of a filter\n" + like);
  CHECK(none("ana --about tag:vip") ==
        "stead: 'tag:vip' is no name: it is a term of a filter\n" + like);
  CHECK(none("ana --for '*'") == "stead: '*' is no name: it has no letter or digit\n" + like);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a question of log that is not answered leaves the book as it is") {
  Harness stead(small_practice());
  for (const char* typed :
       {"", "\n", "ana\n", "ana\n\n", "ana\ncalled\n", "nobody\n", "ana\ncalled\nsomeday\n"}) {
    CAPTURE(typed);
    CHECK(stead.run_on_terminal("log", typed).status == 2);
  }
  CHECK(stead.book() == small_practice());
}

TEST_CASE("standard input can be one text of a call") {
  Harness stead(small_practice());
  const Result twice = stead.run("log ana - --heard -", "no calls on Fridays\n");
  CHECK(twice == Result{2, "",
                        "stead: standard input cannot be what was heard too: '-' is given twice\n"
                        "hint: give one of them as an argument\n"});
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("log ana called - and wrote - twice", "input").status == 0);
  CHECK(stead.book().find("called - and wrote - twice") != std::string::npos);
  CHECK(stead.run("log ana called --heard -", "no calls on Fridays\n").status == 0);
  CHECK(stead.book().find("\"no calls on Fridays\",") != std::string::npos);
}

TEST_CASE("--amend changes what was logged last, whatever its day") {
  Harness stead(small_practice());
  stead.run("log ana called");
  stead.run("log sam -q yesterday: sent the diagram of @delta");
  CHECK(stead.run("log --amend --via mail --to-them").out ==
        "Changed the log to Sam Ortiz, Sun 2026-08-02, about Delta GmbH: sent the diagram\n"
        "of @delta. Take it back: stead undo\n");
  CHECK(stead.run("log --amend fri: sent the plan").out ==
        "Changed the log to Sam Ortiz, Fri 2026-07-31: sent the plan. Take it back:\n"
        "stead undo\n");
  CHECK(
      new_lines(stead) ==
      R"({"id":"fwrddqvc","at":"2026-07-31","with":["sam-ortiz"],"via":"mail","from":"me","text":"sent the plan"}
{"id":"f44kwhcv","at":"2026-08-03","with":["ana-ruiz"],"text":"called"}
)");
}

TEST_CASE("--amend takes the text alone: whether a first word is a name is not guessed") {
  Harness stead(small_practice());
  stead.run("log ana called");
  const std::string book = stead.book();
  for (const char* name : {"ana", "sam", "@ana", "ana,sam", "ana-ruiz", "Ani", "BO"}) {
    CAPTURE(name);
    CHECK(stead.run(std::string("log --amend ") + name + " agreed after all") ==
          Result{2, "",
                 std::string("stead: is '") + name +
                     "' a name, or a word of the text? --amend takes the text alone\n"
                     "hint: leave the name out, or put the whole text into quotes; 'stead set ID "
                     "--with WHO' changes who it was with\n"});
    CHECK(stead.book() == book);
  }
  CHECK(stead.run("log --amend 'ana agreed after all'").out ==
        "Changed the log with Ana Ruiz (Acme Dental), Mon 2026-08-03: ana agreed after\n"
        "all. Take it back: stead undo\n");
  CHECK(stead.run("log --amend joa called").status == 0);  // a front alone is a word
}

TEST_CASE("--amend says what it could not change") {
  Harness stead(small_practice());
  stead.run("log ana,sam called");
  CHECK(stead.run("log --amend met").out ==
        "Changed the log with Ana Ruiz (Acme Dental) and Sam Ortiz, Mon 2026-08-03: met.\n"
        "Take it back: stead undo\n");
  CHECK(stead.run("log --amend met") ==
        Result{2, "",
               "stead: nothing to change in the log of Mon 2026-08-03: met\n"
               "hint: give the new text, or options: stead log --amend --via call\n"});
  CHECK(stead.run("log --amend --promise 'the plan by fri'").out ==
        "You promised Ana Ruiz (Acme Dental): the plan, due Fri 2026-08-07.\n");
}

TEST_CASE("--amend without a journal changes the newest log, never a deed of another's") {
  Harness stead(small_practice());
  CHECK(stead.run("log --amend talked about the backups").out ==
        "Changed the log with Jo Park (Acme Dental), Thu 2026-07-30 10:00: talked about\n"
        "the backups. Take it back: stead undo\n");
  stead.write_book(
      R"({"stead":1,"contacts":[{"id":"me","name":"Jan"}],"promises":[],"interactions":[
{"id":"a2345678","at":"2026-08-01","with":[],"via":"note","deed":{"kind":"credit","dir":"gave"}}]})");
  CHECK(stead.run("log --amend x") ==
        Result{2, "", "stead: there is no log yet\nhint: stead log WHO TEXT writes one\n"});
}

TEST_CASE("an answer to them takes the wait for it away") {
  Harness stead(small_practice());
  stead.run("log ana --from-them --needs-reply --urgent asks");
  CHECK(stead.run("log --amend --to-them").status == 0);
  CHECK(new_lines(stead) ==
        R"({"id":"f44kwhcv","at":"2026-08-03","with":["ana-ruiz"],"from":"me","text":"asks"})"
        "\n");
}

TEST_CASE("a dry run of log writes nothing, and --json is the change") {
  Harness stead(small_practice());
  CHECK(stead.run("log -n ana agreed") ==
        Result{0,
               "Nothing was written; without --dry-run this would be the answer:\n"
               "Logged with Ana Ruiz (Acme Dental), Mon 2026-08-03.\n",
               ""});
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("log --json ana agreed").out ==
        R"({"schema":"stead.changes/1","changes":[
{"collection":"interactions","id":"fwrddqvc","before":null,"after":{"id":"fwrddqvc","at":"2026-08-03","with":["ana-ruiz"],"text":"agreed"}}
]}
)");
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == small_practice());
}
