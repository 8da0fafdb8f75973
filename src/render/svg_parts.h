#pragma once

#include <string>

#include "stead/document.h"

namespace stead {

/// Elements of SVG, drawn from the top left corner down, so wide as they were asked to be.
struct SvgPart {
  std::string elements;
  int height = 0;
};

/// A picture is drawn without gaps around it. Lengths are in pixels of the usual size.
SvgPart svg_of(const Bars& bars, int width);
SvgPart svg_of(const Stacks& stacks, int width);
SvgPart svg_of(const HeatStrip& strip, int width);
SvgPart svg_of(const HeatMap& map, int width);

/// A line of text at the height of its foot, from `x` on.
std::string svg_text(int x, int y, const Text& text);

/// The rules of the style sheet that the elements need: light or dark as the reader's device is.
std::string svg_style();

}  // namespace stead
