#include "commands/record/hearing.h"
#include "commands/record/sentences.h"
#include "stead/deed.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace stead {
namespace {

constexpr std::array<std::string_view, 4> kOutcomes{"asked", "won", "lost", "none"};

struct OutcomeOptions {
  std::string name;
  std::string outcome;
  std::string on;
};

std::string read_outcome(const std::string& text) {
  std::string outcome = fold(text);
  if (std::ranges::find(kOutcomes, outcome) != kOutcomes.end()) return outcome;
  const std::string meant = did_you_mean(nearest(outcome, kOutcomes));
  throw Error::usage("'{}' is no outcome", text)
      .with_hint(meant.empty() ? fmt::format("it is {}", fmt::join(kOutcomes, ", ")) : meant);
}

/// The last referral of somebody: what came of an earlier one is history.
Interaction last_referral(const Book& book, const std::string& about) {
  std::vector<Interaction> referrals = deeds_in(book, {.about = about, .kind = "referral"});
  if (!referrals.empty()) return std::move(referrals.back());
  throw Error::usage("no referral of {} is in the book", book.name_of(about))
      .with_hint(fmt::format("who sent them? stead got WHO referral {}", about));
}

void note_outcome(Session& session, const OutcomeOptions& options) {
  const std::string outcome = read_outcome(options.outcome);
  const std::string about = contact_named(session.book(), options.name);
  const Day day = day_said(session, options.on);
  Interaction referral = last_referral(session.book(), about);
  Deed& deed = *referral.deed;
  if (deed.outcome == outcome && deed.outcome_on) {
    throw Error::usage("the referral of {} is '{}' already, since {}",
                       session.book().name_of(about), outcome, long_date(*deed.outcome_on))
        .with_hint("another outcome takes its place");
  }
  deed.outcome = outcome;
  deed.outcome_on = day;
  session.edits().put(referral);
  const bool got = deed.dir == "got";
  session.say(people(session, {about}) + ": " + Text(outcome, Tone::strong) +
              day_words(options.on, day) + ", " + (got ? "sent by " : "sent to ") +
              people(session, referral.with) + " on " + long_date(referral.at.day) + ".");
  if (got && !deed.thanked && !referral.with.empty()) {
    session.hint(
        fmt::format("tell them, and thank them: stead thank {} {}", referral.with.front(), about));
  }
}

}  // namespace

Action outcome_command(Syntax& syntax) {
  const auto options = std::make_shared<OutcomeOptions>();
  syntax.example(
      "$ stead got ana referral delta data platform -q\n"
      "$ stead outcome delta won\n"
      "Delta GmbH: won, sent by Ana Ruiz (Acme Dental) on Mon 2026-08-03.");
  syntax.required("name", "CONTACT", options->name, "Who was sent, to you or by you");
  syntax.required("outcome", "asked|won|lost|none", options->outcome,
                  "They asked; it became work; it did not; no answer");
  syntax.option("--on", "WHEN", options->on, "When that was; looks back; else today");
  return [options](Session& session) { note_outcome(session, *options); };
}

}  // namespace stead
