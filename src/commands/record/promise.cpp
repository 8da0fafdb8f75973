#include "commands/people/settle.h"
#include "commands/record/reopening.h"
#include "commands/record/sentences.h"
#include "stead/dates.h"

namespace stead {
namespace {

struct PromiseOptions {
  std::vector<std::string> words;
  std::string from;
  std::string by;
  std::string for_whom;
  std::string every;
  std::string made;
  std::string reopened;
  bool create = false;
};

class Promising {
 public:
  Promising(Session& session, const PromiseOptions& options)
      : session_(session),
        options_(options),
        unknown_(options.create ? Unknown::added : Unknown::refused) {}

  void add() {
    promise_.id = session_.edits().new_promise_id();
    const std::vector<std::string> text = take_sides();
    take_text(session_.text_argument(text, "the promise"));
    take_dates();
    take_for();
    hint_if_promised_already(session_, promise_);
    session_.edits().put(promise_);
    session_.say(promise_sentence(session_, promise_,
                                  options_.made.empty() ? MadeOn::unsaid : MadeOn::said));
  }

 private:
  /// Who promised whom; the words that are left are the text.
  std::vector<std::string> take_sides() {
    std::vector<std::string> words = options_.words;
    const bool theirs = !options_.from.empty();
    if (words.size() < (theirs ? 1U : 2U)) {
      throw Error::usage("what was promised is missing")
          .with_hint(theirs ? "stead promise --from WHO TEXT" : "stead promise WHO TEXT");
    }
    const std::string name = theirs ? options_.from : words.front();
    const std::string other = one_named(session_, name, unknown_, "a promise");
    if (!theirs) words.erase(words.begin());
    if (other == "me" && options_.for_whom.empty()) {
      throw Error::usage("a promise to yourself needs somebody whom it is about")
          .with_hint("add --for WHO");
    }
    promise_.by = theirs ? other : "me";
    promise_.to = theirs ? "me" : other;
    return words;
  }

  void take_text(const std::string& text) {
    const DatedWords dated =
        options_.by.empty() ? words_by_date(text, session_.now) : DatedWords{text, {}};
    if (dated.text.find_first_not_of(" \n\t") == std::string::npos) {
      throw Error::usage("what was promised is empty")
          .with_hint("stead promise WHO TEXT --by DATE");
    }
    promise_.text = dated.text;
    promise_.due = dated.due;
  }

  void take_dates() {
    promise_.made = {session_.now.today, {}};
    if (!options_.made.empty()) {
      promise_.made = read_when(options_.made, session_.now, Direction::back);
      warn_of_future(session_, promise_.made);
    }
    if (!options_.by.empty()) {
      promise_.due = read_when(options_.by, session_.now, Direction::forward);
    }
    if (!options_.every.empty()) take_series(read_span(options_.every));
    hint_if_past(session_, promise_.due);
  }

  void take_series(Span span) {
    if (!promise_.due) {
      throw Error::usage("a promise that repeats needs its first date").with_hint("add --by DATE");
    }
    if (promise_.due->time) {
      throw Error::usage("a promise that repeats is due on days, without a time")
          .with_hint(fmt::format("--by {}", to_string(promise_.due->day)));
    }
    require_next(promise_.due->day, span);
    promise_.every = span;
    promise_.first_due = promise_.due->day;
  }

  void take_for() {
    if (options_.for_whom.empty()) return;
    promise_.for_whom = one_named(session_, options_.for_whom, unknown_, "a promise");
    if (promise_.for_whom == "me") {
      throw Error::usage("--for names whom it concerns, not yourself");
    }
    if (!promise_.is_follow_up() && promise_.for_whom == promise_.other_side()) {
      promise_.for_whom.clear();
    }
  }

  Session& session_;
  const PromiseOptions& options_;
  Unknown unknown_;
  Promise promise_;
};

/// What is opened again is as it was: nothing else can be said of it.
void reopen(Session& session, const PromiseOptions& options) {
  for (const std::string* other :
       {&options.from, &options.by, &options.for_whom, &options.every, &options.made}) {
    if (other->empty() && !options.create) continue;
    throw Error::usage("--reopen takes no other option of a promise")
        .with_hint("'stead set ID' changes what the promise says");
  }
  std::vector<std::string> words{options.reopened};
  words.insert(words.end(), options.words.begin(), options.words.end());
  reopen_promises(session, words);
}

}  // namespace

Action promise_command(Syntax& syntax) {
  const auto options = std::make_shared<PromiseOptions>();
  syntax.example(
      "$ stead promise ana migration estimate --by fri\n"
      "You promised Ana Ruiz (Acme Dental): migration estimate, due Fri 2026-08-07.");
  syntax.argument("words", "[WHO] TEXT", options->words,
                  "To whom, and what; with --from only what; - reads it");
  syntax.option("--from", "WHO", options->from, "They promised you; the words are the text");
  syntax.option("--by", "DATE", options->by, "When it is due; looks ahead");
  syntax.option("--for", "CLIENT", options->for_whom, "Whom or which client it concerns");
  syntax.option("--every", "SPAN", options->every, "It repeats, counted from --by: 2w, 1mon");
  syntax.option("--on,--made", "WHEN", options->made, "When it was made; looks back; else today");
  syntax.option("--reopen", "CLOSED", options->reopened,
                "Open a closed one again: WHO and words of it, or id");
  syntax.flag("--new", options->create, "Add whoever is not in the book yet");
  return [options](Session& session) {
    if (!options->reopened.empty()) return reopen(session, *options);
    Promising(session, *options).add();
  };
}

}  // namespace stead
