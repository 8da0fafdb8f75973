#include "commands/record/log_extras.h"

#include "commands/record/hearing.h"
#include "commands/record/sentences.h"
#include "stead/dates.h"

namespace stead {
namespace {

/// Adds to one log, one thing after the other.
class Extras {
 public:
  Extras(Session& session, const Interaction& log) : session_(session), log_(log) {}

  void add(const LogExtras& extras) {
    for (const std::string& words : extras.promised) {
      add_promise(words, "the promise", "me", first_named("--promise"));
    }
    for (const std::string& words : extras.promised_by_them) {
      add_promise(words, "their promise", first_named("--they-promise"), "me");
    }
    for (const std::string& words : extras.heard) add_heard(words);
    if (!extras.again.empty()) add_follow_up(extras.again);
  }

 private:
  const std::string& first_named(std::string_view option) const {
    if (!log_.with.empty()) return log_.with.front();
    throw Error::usage("{} needs somebody else", option);
  }

  Promise new_promise(const std::string& text) {
    Promise promise;
    promise.id = session_.edits().new_promise_id();
    promise.text = text;
    promise.made = log_.at;
    return promise;
  }

  void add_promise(const std::string& words, std::string_view what, const std::string& by,
                   const std::string& to) {
    const DatedWords dated = words_by_date(session_.text_argument({words}, what), session_.now);
    if (dated.text.empty())
      throw Error::usage("{} is empty", what)
          .with_hint("say what it is, then 'by DATE' if there is one");
    Promise promise = new_promise(dated.text);
    promise.by = by;
    promise.to = to;
    promise.due = dated.due;
    hint_if_past(session_, promise.due);
    if (log_.for_client != promise.other_side()) promise.for_whom = log_.for_client;
    hint_if_promised_already(session_, promise);
    session_.edits().put(promise);
    session_.say(promise_sentence(session_, promise));
  }

  void add_heard(const std::string& words) {
    Contact contact = *session_.edits().contact(first_named("--heard"));
    const Heard heard = heard_in(session_, {words}, log_.at.day, "--heard TEXT says what it was");
    if (is_known(contact, heard)) return session_.hint(known_words(contact, heard));
    contact.heard.push_back(heard);
    session_.edits().put(contact);
    session_.say("Heard from " + people(session_, {contact.id}) + ": " + first_line(heard.text) +
                 ".");
  }

  void add_follow_up(const std::string& again) {
    const bool alone = log_.with.empty();
    if (alone && log_.for_client.empty()) throw Error::usage("--again needs somebody else");
    Promise promise =
        new_promise(log_.text.empty() ? "follow up" : "follow up: " + first_line(log_.text));
    promise.by = promise.to = "me";
    promise.for_whom = alone ? log_.for_client : log_.with.front();
    promise.due = read_when(again, session_.now, Direction::forward);
    hint_if_past(session_, promise.due);
    hint_if_promised_already(session_, promise);
    session_.edits().put(promise);
    session_.say("You get back to " + people(session_, {promise.for_whom}) + " on " +
                 Text(long_date(*promise.due), Tone::strong) + ".");
  }

  Session& session_;
  const Interaction& log_;
};

}  // namespace

void add_extras(Session& session, const Interaction& log, const LogExtras& extras) {
  Extras(session, log).add(extras);
}

}  // namespace stead
