#include "render/markup.h"

#include "stead/text.h"

namespace stead {

std::string as_markup(std::string_view text) {
  std::string markup;
  for (const char c : shown(text)) {
    switch (c) {
      case '&': markup += "&amp;"; break;
      case '<': markup += "&lt;"; break;
      case '>': markup += "&gt;"; break;
      case '"': markup += "&quot;"; break;
      case '\'': markup += "&#39;"; break;
      default: markup += c;
    }
  }
  return markup;
}

}  // namespace stead
