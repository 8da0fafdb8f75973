#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "stead/document.h"
#include "stead/heat_scale.h"

namespace stead {

/// A colour on a light page and on a dark one. On both, each tone has a contrast to the page that
/// text needs (WCAG 2.2, 1.4.3).
struct Colour {
  std::string_view light;
  std::string_view dark;
};

/// What the colours of a page and of its pictures are called in style sheets.
std::string_view class_of(Tone tone);
Colour colour_of(Tone tone);

/// The shades of a heat map, and the text on each.
struct Shade {
  Colour ground;
  Colour text;
};
inline constexpr std::array<Shade, HeatScale::kLevels> kShadesOfHeat{{
    {{"#eff2f5", "#21262d"}, {"#59636e", "#9198a1"}},
    {{"#b6e3ff", "#0c2d6b"}, {"#1f2328", "#e6edf3"}},
    {{"#54aeff", "#1158c7"}, {"#1f2328", "#ffffff"}},
    {{"#0969da", "#388bfd"}, {"#ffffff", "#0d1117"}},
    {{"#0a3069", "#79c0ff"}, {"#ffffff", "#0d1117"}},
}};

}  // namespace stead
