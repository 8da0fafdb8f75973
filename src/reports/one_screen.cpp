#include "reports/one_screen.h"

#include "stead/lead.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

constexpr std::size_t kLabelGap = 2;  // columns, from a label to its text; also what hangs

std::size_t rows_of_text(const Text& text, std::size_t width, std::size_t hang = 0) {
  const std::string line = shown(text.plain());
  return columns(line) <= width ? 1 : wrap(line, width - hang).size();
}

/// The columns beside the widest of some labels, which take `most` at most.
template <typename Things, typename Member>
std::size_t beside_labels(const Things& things, Member label, std::size_t width, std::size_t most) {
  std::size_t widest = 0;
  for (const auto& thing : things) {
    widest = std::max(widest, columns(shown((thing.*label).plain())));
  }
  return widest == 0 ? width : width - std::min(widest, most) - kLabelGap;
}

std::size_t rows_of_block(const Heading& heading, std::size_t width) {
  return rows_of_text(heading.text + "  " + heading.aside, width);
}

std::size_t rows_of_block(const Note& note, std::size_t width) {
  return rows_of_text(note.text, width - kLabelGap);
}

std::size_t rows_of_block(const Items& items, std::size_t whole_width) {
  const std::size_t room = whole_width - kLabelGap;
  const std::size_t width = beside_labels(items.items, &Item::lead, room, widest_lead(room));
  std::size_t rows = 0;
  for (const Item& item : items.items) {
    const std::size_t hang = width == room ? kLabelGap : 0;
    rows += rows_of_text(item.text, width, hang);
    for (const Text& line : item.below) rows += rows_of_text(line, width - hang);
  }
  return rows;
}

std::size_t rows_of_block(const Fields& fields, std::size_t whole_width) {
  const std::size_t width =
      beside_labels(fields.fields, &Field::label, whole_width, whole_width / 2);
  std::size_t rows = 0;
  for (const Field& field : fields.fields) {
    for (const Text& value : field.values) rows += rows_of_text(value, width);
  }
  return rows;
}

template <typename Other>
std::size_t rows_of_block(const Other&, std::size_t) {
  return 0;
}

bool is_section(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block);
  return heading != nullptr && heading->level > 1;
}

}  // namespace

Text fitted(const Text& text, std::size_t width) {
  if (columns(shown(text.plain())) <= width) return text;
  Text front;
  std::size_t left = width - 1;
  for (const Run& run : text.runs()) {
    const std::string whole = shown(run.text);
    const std::string part = cut(whole, left, "");
    front += Text(Run{part, run.tone, run.own});
    if (part.size() < whole.size()) break;
    left -= columns(part);
  }
  return front + own("…", Tone::faint);
}

std::size_t screen_rows(const Document& page, std::size_t columns) {
  std::size_t rows = 0;
  const Block* before = nullptr;
  for (const Block& block : page.blocks) {
    const bool is_close =
        before == nullptr || is_section(*before) ||
        (std::holds_alternative<Note>(*before) && std::holds_alternative<Note>(block));
    rows += is_close ? 0 : 1;
    rows += std::visit([&](const auto& one) { return rows_of_block(one, columns); }, block);
    before = &block;
  }
  return rows;
}

}  // namespace stead
