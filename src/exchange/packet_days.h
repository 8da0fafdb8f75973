#pragma once

#include "stead/packet.h"

namespace stead {

/// Nothing that comes back was closed, told, done, heard or said back after the period, and what is
/// closed was closed in it. Throws Fault at `at`, naming the record.
void require_in_period(const Promise& back, Period period, std::size_t at);
void require_in_period(const Contact& back, Period period, std::size_t at);

/// What it was at the end of the period: what came later is taken away, and so is how it was closed
/// before.
Promise as_of_period(Promise promise, Period period);
/// What of it was heard or said back in the period, without what came later.
std::vector<Heard> heard_in_period(const std::vector<Heard>& all, Period period);

}  // namespace stead
