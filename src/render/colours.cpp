#include "render/colours.h"

namespace stead {

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return "plain";
    case Tone::strong: return "strong";
    case Tone::faint: return "faint";
    case Tone::good: return "good";
    case Tone::warning: return "warning";
    case Tone::bad: return "bad";
    case Tone::accent: return "accent";
    case Tone::code: return "code";
  }
  return "plain";
}

Colour colour_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
    case Tone::strong:
    case Tone::code: return {"#1f2328", "#e6edf3"};
    case Tone::faint: return {"#59636e", "#9198a1"};
    case Tone::good: return {"#1a7f37", "#3fb950"};
    case Tone::warning: return {"#9a6700", "#d29922"};
    case Tone::bad: return {"#d1242f", "#f85149"};
    case Tone::accent: return {"#0969da", "#4493f8"};
  }
  return {};
}

}  // namespace stead
