#pragma once

#include "reports/brief_parts.h"
#include "stead/brief.h"
#include "stead/document.h"

namespace stead {

/// What is known of the contact, a line each: as many as there is room for. What has to give way is
/// named in the last line, with the commands that show it.
Fields brief_facts(const Brief& brief, const BriefRoom& room);

}  // namespace stead
