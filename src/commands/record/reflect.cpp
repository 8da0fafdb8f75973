#include "commands/record/hearing.h"
#include "commands/record/sentences.h"
#include "stead/heard_age.h"
#include "stead/heard_names.h"
#include "stead/names.h"
#include "stead/text.h"

namespace stead {
namespace {

struct ReflectOptions {
  std::vector<std::string> words;
  std::string on;
};

/// Sets the day in all these places; where it was said back later, that stays.
bool set_reflected(Contact& contact, const HeardPlaces& places, Day day) {
  bool is_new = false;
  for (const std::size_t place : places) {
    std::optional<Day>& reflected = contact.heard[place].reflected;
    if (reflected && day <= *reflected) continue;
    reflected = day;
    is_new = true;
  }
  return is_new;
}

void reflect_to(Session& session, const std::string& handle, const std::string& words,
                const ReflectOptions& options) {
  const Day today = session.now.today;
  const Day day = day_said(session, options.on);
  Contact contact = *session.edits().contact(handle);
  const std::string command = "stead reflect " + handle;
  const HeardPlaces places = words.empty() ? heard_unreflected(contact, command, today)
                                           : heard_named(contact, words, command, today);
  const Heard last = contact.heard[places.back()];
  if (!set_reflected(contact, places, day)) {
    throw Error::usage("'{}' was said back to {} on {} already", first_line(last.text),
                       contact.name, long_date(*last.reflected))
        .with_hint("only the last time is kept; a later one is said with --on");
  }
  session.edits().put(contact);
  const std::string age = said_when(last, today);
  session.say("You said it back to " + people(session, {handle}) + day_words(options.on, day) +
              ": " + first_line(last.text) + (age.empty() ? "" : ", " + age) + ".");
}

}  // namespace

Action reflect_command(Syntax& syntax) {
  const auto options = std::make_shared<ReflectOptions>();
  syntax.example(
      "$ stead reflect acme fridays\n"
      "You said it back to Acme Dental: no changes on Fridays, said in March.");
  syntax.required("words", "WHO [HEARD]", options->words,
                  "To whom, and words of what they said; - reads them");
  syntax.option("--on", "WHEN", options->on, "When you said it back; looks back; else today");
  return [options](Session& session) {
    const std::vector<std::string> words(options->words.begin() + 1, options->words.end());
    const std::string text = session.text_argument(words, "what was said back");
    if (!words.empty() && trimmed(text).empty()) {
      throw Error::usage("what was said back is empty")
          .with_hint(fmt::format("say words of it, or leave them out: stead reflect {}",
                                 shell_word(options->words.front())));
    }
    for (const std::string& handle : contacts_named(session.book(), options->words.front())) {
      reflect_to(session, handle, text, *options);
    }
  };
}

}  // namespace stead
