#include "commands/record/hearing.h"
#include "commands/record/sentences.h"
#include "stead/deed.h"
#include "stead/names.h"

#include <algorithm>

namespace stead {
namespace {

struct ThankOptions {
  std::string who;
  std::string about;
  std::string on;
};

/// What they did for me and was not thanked for yet.
std::vector<Interaction> to_thank_for(const Book& book, const DeedQuery& query) {
  std::vector<Interaction> deeds = deeds_in(book, query);
  const std::string about = query.about.empty() ? "" : " about " + book.name_of(query.about);
  if (deeds.empty()) {
    throw Error::usage("no help that {} gave you{} is in the book", book.name_of(query.who), about)
        .with_hint(fmt::format("stead got {} KIND TEXT notes it", query.who));
  }
  const std::optional<Day> last = deeds.back().deed->thanked;
  const std::string whom = people_in(book, deeds.back());
  std::erase_if(deeds, [](const Interaction& deed) { return deed.deed->thanked.has_value(); });
  if (deeds.empty()) {
    throw Error::usage("you thanked {}{} on {} already", whom, about,
                       long_date(last.value_or(kFirstDay)))
        .with_hint(fmt::format("help that came later: stead got {} KIND TEXT", query.who));
  }
  return deeds;
}

/// What those with whom some deeds were are thanked for.
struct Thanked {
  std::vector<std::string> with;
  std::vector<Text> what;
};

void thank(Session& session, const ThankOptions& options) {
  const Book& book = session.book();
  DeedQuery query{.who = contact_named(book, options.who), .dir = "got"};
  if (!options.about.empty()) query.about = contact_named(book, options.about);
  const Day day = day_said(session, options.on);
  std::vector<Thanked> all;
  for (Interaction& deed : to_thank_for(book, query)) {
    deed.deed->thanked = day;
    session.edits().put(deed);
    auto with = std::ranges::find(all, deed.with, &Thanked::with);
    if (with == all.end()) with = all.insert(all.end(), {deed.with, {}});
    with->what.emplace_back(deed_in_words(book, deed));
  }
  for (const Thanked& each : all) {
    session.say("You thanked " + people(session, each.with) + day_words(options.on, day) + ": " +
                joined(each.what, "; ") + ".");
  }
}

}  // namespace

Action thank_command(Syntax& syntax) {
  const auto options = std::make_shared<ThankOptions>();
  syntax.example(
      "$ stead got ana referral delta data platform -q\n"
      "$ stead thank ana\n"
      "You thanked Ana Ruiz (Acme Dental): referral of Delta GmbH: data platform.");
  syntax.required("who", "WHO", options->who, "Whom you thanked");
  syntax.argument("name", "CONTACT", options->about,
                  "For whom they sent or introduced; else for all that was not thanked for");
  syntax.option("--on", "WHEN", options->on, "When you did; looks back; else today");
  return [options](Session& session) { thank(session, *options); };
}

}  // namespace stead
