#pragma once

#include <string>

#include "stead/document.h"

namespace stead {

// Pictures in a page of HTML. What a mail may have is made of tables and of styles on the elements
// themselves, which mail readers keep; the page's style sheet only makes it dark where the reader's
// device is. A calendar is drawn (SVG).

std::string html_of(const Bars& bars);
std::string html_of(const Stacks& stacks);
std::string html_of(const HeatStrip& strip);
std::string html_of(const HeatMap& map);

/// A text with its tones.
std::string html_of(const Text& text);

/// The rules of the page's style sheet for them.
std::string picture_style();

}  // namespace stead
