#include "commands/review/promise_listing.h"

namespace stead {
namespace {

using Side = PromiseListRequest::Side;

struct PromisesOptions {
  PromiseListing listing;
  bool mine = false;
  bool theirs = false;
};

Side side_of(const PromisesOptions& options) {
  if (options.mine && options.theirs) {
    throw Error::usage("--mine and --theirs exclude each other")
        .with_hint("leave both out for all promises");
  }
  return options.mine ? Side::mine : options.theirs ? Side::theirs : Side::both;
}

}  // namespace

Action promises_command(Syntax& syntax) {
  const auto options = std::make_shared<PromisesOptions>();
  syntax.example(
      "$ stead promises --late\n"
      "Promises  1\n"
      "\n"
      "Late  1\n"
      "  k7q2wd4  to Ana Ruiz: migration estimate  Fri 2026-07-31, 3 days late\n"
      "           they have not been told");
  add_listing_options(syntax, options->listing);
  syntax.flag("--mine", options->mine, "Only what you promised");
  syntax.flag("--theirs", options->theirs, "Only what was promised to you");
  return [options](Session& session) {
    if (list_promises(session, options->listing, side_of(*options))) session.status = Status::no;
  };
}

}  // namespace stead
