#include "commands/review/promise_listing.h"

namespace stead {

Action waiting_command(Syntax& syntax) {
  const auto listing = std::make_shared<PromiseListing>();
  syntax.example(
      "$ stead waiting\n"
      "Promised to you  1\n"
      "\n"
      "This week  1\n"
      "  v3x9pqa  from Bo Lind: VPN credentials  Wed 2026-08-05");
  add_listing_options(syntax, *listing);
  return [listing](Session& session) {
    const bool has_late = list_promises(session, *listing, PromiseListRequest::Side::theirs);
    if (has_late) session.status = Status::no;
  };
}

}  // namespace stead
