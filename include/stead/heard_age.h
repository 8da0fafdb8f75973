#pragma once

#include "stead/contact.h"
#include "stead/time.h"

#include <string>

namespace stead {

/// How old something is that was heard, and what became of it: `said in March, not yet reflected`;
/// `said 3 weeks ago, reflected on Mon 2026-07-20`; `said in March 2024, no longer true since Mon
/// 2026-07-20`. Up to two months the age is a length, then the month; the year is said where that
/// month was twice since. What was said is left out where the day is not known.
std::string heard_age(const Heard& heard, Day today);

/// The first part of it alone: `said in March`; empty where the day is not known.
std::string said_when(const Heard& heard, Day today);

}  // namespace stead
