#include "stead/standing.h"

#include "cli/command.h"
#include "stead/names.h"

namespace stead {
namespace {

struct StandingOptions {
  std::string who;
  bool explain = false;
  bool all = false;
};

void standing(Session& session, const StandingOptions& options) {
  StandingRequest request{
      .who = {}, .explain = options.explain || session.format == Format::json, .all = options.all};
  if (!options.who.empty()) {
    request.who = contact_named(session.book(), options.who, Archived::found);
    if (request.who == "me") {
      throw Error::usage("it is always about where you stand with somebody else")
          .with_hint("stead standing");
    }
  }
  session.show(standing_report(session.book(), session.now, request));
}

}  // namespace

Action standing_command(Syntax& syntax) {
  const auto options = std::make_shared<StandingOptions>();
  syntax.example(
      "$ stead standing ana\n"
      "Ana Ruiz  where you stand with them\n"
      "…");
  syntax.argument("who", "WHO", options->who, "A person, or an organisation with its people");
  syntax.flag("--explain", options->explain,
              "What each figure counts, how sure it is, and how it was the year before");
  syntax.flag("--all", options->all, "Everybody, however long the list is");
  return [options](Session& session) { standing(session, *options); };
}

}  // namespace stead
