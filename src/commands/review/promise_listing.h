#pragma once

#include "cli/command.h"
#include "stead/promise_list.h"

#include <string>
#include <vector>

namespace stead {

// What `promises` and `waiting` share.

/// Which promises are listed, as it was typed.
struct PromiseListing {
  std::vector<std::string> filter;
  std::string due;
  bool late = false;
  bool closed = false;
};

void add_listing_options(Syntax& syntax, PromiseListing& listing);

/// Shows the promises of a side. True where late ones were asked for and there are some.
bool list_promises(Session& session, const PromiseListing& listing, PromiseListRequest::Side side);

}  // namespace stead
