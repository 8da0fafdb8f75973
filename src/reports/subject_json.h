#pragma once

#include "stead/subject.h"
#include "stead/time.h"

#include <string>

namespace stead {

/// The members that every report of figures begins with, as a JSON object: `schema`, `at`, `who`,
/// `filter`, `from` and `to`; stead-json(7).
std::string head_json(const char* schema, Day today, const Subject& subject, Period period);

}  // namespace stead
