#pragma once

#include "reports/brief_parts.h"
#include "stead/brief.h"
#include "stead/document.h"

namespace stead {

/// What is known of the contact, a line each: as many as there is room for. Where anything is
/// cut, the last line names what had to give way, and has the command that shows all of the page.
Fields brief_facts(const Brief& brief, const BriefRoom& room);

}  // namespace stead
