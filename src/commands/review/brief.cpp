#include "stead/brief.h"
#include "cli/command.h"
#include "stead/names.h"
#include "stead/record.h"

namespace stead {
namespace {

/// How far the clocks of the contact's zone are from UTC now.
std::optional<int> offset_there(const Session& session, const std::string& handle) {
  const std::string zone = zone_of(session.book(), handle);
  if (!session.now.zone_offset || !is_zone_name(zone)) return std::nullopt;
  return session.now.zone_offset(zone, session.now.moment().instant());
}

}  // namespace

Action brief_command(Syntax& syntax) {
  const auto who = std::make_shared<std::string>();
  syntax.example(
      "$ stead brief sam\n"
      "Sam Ortiz\n"
      "\n"
      "phone  +1 555 0100\n"
      "clock  Mon 10:15, as here (Europe/Berlin)\n"
      "tags   colleague");
  syntax.required("who", "WHO", *who, "A person, or an organisation with its people");
  return [who](Session& session) {
    const std::string handle = contact_named(session.book(), *who, Archived::found);
    if (handle == "me") {
      throw Error::usage("a brief is about somebody whom you are going to talk to, not you")
          .with_hint("'stead weekly' is the page for yourself");
    }
    const Brief brief =
        brief_report(session.book(), handle, session.now, offset_there(session, handle));
    if (session.format != Format::text) return session.show(brief);
    session.show_document(on_one_screen(brief, session.style.width));
  };
}

}  // namespace stead
