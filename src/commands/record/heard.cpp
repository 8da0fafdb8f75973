#include "commands/record/hearing.h"
#include "commands/record/sentences.h"
#include "stead/heard_age.h"
#include "stead/heard_names.h"
#include "stead/names.h"
#include "stead/text.h"

namespace stead {
namespace {

struct HeardOptions {
  std::vector<std::string> words;
  std::string on;
  std::string retired;
  bool create = false;
};

std::vector<std::string> behind_who(const HeardOptions& options) {
  return {options.words.begin() + 1, options.words.end()};
}

Contact contact_to_hear(Session& session, const std::string& handle) {
  if (handle != "me") return *session.edits().contact(handle);
  throw Error::usage("what is heard is what others say, not you")
      .with_hint("'stead set me --note TEXT' keeps a note of your own");
}

void hear(Session& session, const HeardOptions& options) {
  const std::string& who = options.words.front();
  const std::string hint =
      fmt::format("stead heard {0} TEXT; 'stead show {0}' shows what there is", shell_word(who));
  if (options.words.size() < 2) throw Error::usage("what was heard is missing").with_hint(hint);
  const Day on = day_said(session, options.on);
  const Heard heard = heard_in(session, behind_who(options), on, hint);
  const std::vector<std::string> handles =
      named(session, who, options.create ? Unknown::added : Unknown::refused);
  for (const std::string& handle : handles) {
    Contact contact = contact_to_hear(session, handle);
    if (is_known(contact, heard)) {
      throw Error::usage("{}", known_words(contact, heard))
          .with_hint(fmt::format("'stead show {}' shows it", handle));
    }
    contact.heard.push_back(heard);
    session.edits().put(contact);
  }
  session.say("Heard from " + people(session, handles) + day_words(options.on, on) + ": " +
              first_line(heard.text) + ".");
}

void retire_of(Session& session, const std::string& handle, const std::string& words,
               const HeardOptions& options) {
  const Day day = day_said(session, options.on);
  Contact contact = *session.edits().contact(handle);
  const std::string command = fmt::format("stead heard {} --retire", handle);
  const Day today = session.now.today;
  Heard& heard = contact.heard[heard_once_named(contact, words, command, today)];
  const std::string age = heard_age(heard, today);
  heard.retired = day;
  session.edits().put(contact);
  session.say("No longer true" + day_words(options.on, day) + ": " + first_line(heard.text) +
              ", from " + people(session, {handle}) + ", " + age + ".");
}

/// The option takes the first of the words; where there are more, they are behind the name.
void retire(Session& session, const HeardOptions& options) {
  if (options.create) {
    throw Error::usage("--retire is for what is in the book, --new for who is not")
        .with_hint("leave one of them out");
  }
  std::vector<std::string> words{options.retired};
  for (std::string& word : behind_who(options)) words.push_back(std::move(word));
  const std::string text = session.text_argument(words, "what is no longer true");
  for (const std::string& handle : contacts_named(session.book(), options.words.front())) {
    retire_of(session, handle, text, options);
  }
}

}  // namespace

Action heard_command(Syntax& syntax) {
  const auto options = std::make_shared<HeardOptions>();
  syntax.example(
      "$ stead heard ana wants one page, not ten\n"
      "Heard from Ana Ruiz (Acme Dental): wants one page, not ten.");
  syntax.required("words", "WHO [TEXT]", options->words,
                  "From whom, and what matters to them; - reads it");
  syntax.option("--on", "WHEN", options->on, "When it was said, or ceased to be true; else today");
  syntax.option("--retire", "HEARD", options->retired,
                "What these words name is no longer true; it is kept");
  syntax.flag("--new", options->create, "Add whoever is not in the book yet");
  return [options](Session& session) {
    options->retired.empty() ? hear(session, *options) : retire(session, *options);
  };
}

}  // namespace stead
