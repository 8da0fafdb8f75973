#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/lines.h"
#include "render/picture_lines.h"
#include "stead/lead.h"
#include "stead/text.h"

namespace stead {
namespace {

/// Lines longer than this are hard to follow back to the left.
constexpr std::size_t kMeasure = 96;
/// Nobody reads what is narrower; it runs over instead.
constexpr std::size_t kNarrowest = 20;
/// The least room beside an aside, or it goes below.
constexpr std::size_t kBesideAside = 24;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kLongestBar = 40;

/// Lines of one block side by side: `left` stands in the first `gutter` columns.
std::vector<Line> beside(std::vector<Line> left, const std::vector<Line>& right,
                         std::size_t gutter) {
  left.resize(std::max(left.size(), right.size()));
  for (std::size_t i = 0; i < right.size(); ++i) left[i].pad(gutter) += right[i];
  return left;
}

std::vector<Line> shifted(const std::vector<Line>& lines, std::size_t by) {
  return beside({}, lines, by);
}

void append(std::vector<Line>& lines, const std::vector<Line>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

template <typename Things, typename Member>
std::size_t widest(const Things& things, Member member, const TextStyle& style) {
  std::size_t width = 0;
  for (const auto& thing : things) width = std::max(width, Line(thing.*member, style).width());
  return width;
}

std::size_t depth_below(const Heading& heading) {
  return kIndent * static_cast<std::size_t>(std::max(heading.level - 1, 0));
}

bool is_command(const Text& text) {
  return !text.empty() && text.runs().front().tone == Tone::code;
}

/// How wide the widest of the asides is that are commands.
std::size_t widest_command(const Items& items, const TextStyle& style) {
  std::size_t width = 0;
  for (const Item& item : items.items) {
    if (is_command(item.aside)) width = std::max(width, Line(item.aside, style).width());
  }
  return width;
}

/// The column where the asides of the whole page end: as near to the texts as their widths allow.
std::size_t edge_of(const Document& document, const TextStyle& style) {
  std::size_t edge = 0;
  std::size_t depth = 0;
  for (const Block& block : document.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) depth = depth_below(*heading);
    const auto* items = std::get_if<Items>(&block);
    if (items == nullptr) continue;
    const std::size_t lead = widest(items->items, &Item::lead, style);
    const std::size_t left = depth + (lead > 0 ? lead + kGap : 0);
    for (const Item& item : items->items) {
      if (item.aside.empty()) continue;
      const std::size_t text = Line(item.text, style).width() + kGap;
      edge = std::max(edge, left + text + Line(item.aside, style).width());
    }
  }
  return edge;
}

/// A bar of `halves` of a column.
std::string bar(std::size_t halves) {
  std::string text;
  for (std::size_t i = 0; i < halves / 2; ++i) text += "━";
  return halves % 2 == 0 ? text : text + "╸";
}

/// The length of a bar in halves of a column; what is not nothing can be seen.
std::size_t bar_length(std::int64_t value, std::int64_t most, std::size_t longest) {
  if (value <= 0) return 0;
  const double share = static_cast<double>(value) / static_cast<double>(most);
  const auto halves = static_cast<std::size_t>(share * static_cast<double>(2 * longest));
  return std::max<std::size_t>(halves, 1);
}

/// A bar with its mark, which is to be seen also where the bar covers it or ends before it.
Text drawn(const Bar& one, std::int64_t most, std::size_t longest) {
  const std::size_t length = bar_length(one.value, most, longest);
  Text whole = own(bar(length), one.tone);
  if (!one.mark) return whole;
  const std::size_t at = std::min(bar_length(*one.mark, most, longest) / 2, longest);
  const Text mark = own("│", Tone::strong);
  if (length <= 2 * at) {
    return whole + std::string(at - (length + 1) / 2, ' ') + mark;
  }
  return own(bar(2 * at), one.tone) + mark + own(bar(length - 2 * at), one.tone);
}

std::string_view sign_of(Tone tone) {
  switch (tone) {
    case Tone::warning:
    case Tone::bad: return "!";
    case Tone::good: return "✓";
    default: return "·";
  }
}

/// Sets blocks one under the other.
class Page {
 public:
  Page(const TextStyle& style, std::size_t edge) : style_(style), edge_(edge) {}

  void add(const Heading& heading) {
    depth_ = depth_below(heading);
    if (heading.level > 1) depth_ -= kIndent;
    Line line = Line(heading.text, style_).bold();
    if (!heading.aside.empty()) line += Fragment{"  "};
    line += Line(heading.aside, style_, Tone::faint);
    set(wrapped(line, room()));
    close_ = heading.level > 1;
    depth_ = depth_below(heading);
  }

  void add(const Paragraph& paragraph) { set(filled(paragraph.text, room())); }

  void add(const Note& note) {
    close_ = close_ || after_note_;
    const Line sign = Line(own(std::string(sign_of(note.tone)), note.tone), style_).bold();
    const std::size_t gutter = sign.width() + 1;
    set(beside({sign}, filled(note.text, room() - gutter), gutter));
    after_note_ = true;
  }

  void add(const Items& items) {
    const std::size_t lead =
        std::min(widest(items.items, &Item::lead, style_), widest_lead(room()));
    std::vector<Line> lines;
    const std::size_t command = widest_command(items, style_);
    for (const Item& item : items.items) append(lines, set_item(item, lead, command));
    set(lines);
  }

  void add(const Fields& fields) {
    const std::size_t label = std::min(widest(fields.fields, &Field::label, style_), room() / 2);
    std::vector<Line> lines;
    for (const Field& field : fields.fields) append(lines, set_field(field, label));
    set(lines);
  }

  void add(const Table& table) {
    if (!table.columns.empty()) set(table_lines(table, style_.width - depth_, style_));
  }

  void add(const Bars& bars) {
    const std::size_t label = std::min(widest(bars.bars, &Bar::label, style_), room() / 3);
    const std::size_t text = std::min(widest(bars.bars, &Bar::text, style_), room() / 3);
    const std::size_t left = label + text + 2 * kGap;
    const bool marked =
        std::ranges::any_of(bars.bars, [](const Bar& b) { return b.mark.has_value(); });
    const std::size_t longest = std::min(room() - left, kLongestBar) - (marked ? 1 : 0);
    std::int64_t most = 1;
    for (const Bar& one : bars.bars) most = std::max({most, one.value, one.mark.value_or(0)});
    std::vector<Line> lines;
    for (const Bar& one : bars.bars) {
      const Line number(one.text, style_);
      Line line;
      line.pad(text - std::min(text, number.width())) += number;
      line.pad(text + kGap) += Line(drawn(one, most, longest), style_);
      append(lines, beside(filled(one.label, label), {line}, label + kGap));
    }
    set(lines);
  }

  void add(const Stacks& stacks) {
    const std::string most = fmt::format("{}", longest_of(stacks));
    const std::size_t label = std::min(widest(stacks.stacks, &Stack::label, style_), room() / 3);
    const std::size_t left = label + most.size() + 2 * kGap;
    std::vector<Line> lines;
    for (const Stack& one : stacks.stacks) {
      const Text line(fmt::format("{:>{}}  ", sum_of(one), most.size()));
      const Text bar = bar_of(stacks, one, std::min(room() - left, kLongestBar));
      append(lines, beside(filled(one.label, label), {Line(line + bar, style_)}, label + kGap));
    }
    set(filled(legend_of(stacks), room()));
    set(lines);
  }

  void add(const HeatStrip& strip) { set(filled(text_of(strip), room())); }

  void add(const HeatMap& map) {
    std::vector<Line> lines;
    for (const Text& text : lines_of(map, style_.width - depth_)) lines.emplace_back(text, style_);
    set(lines);
  }

  void add(const Verbatim& verbatim) {
    std::vector<Line> lines;
    for (const Text& text : verbatim.lines) lines.emplace_back(text, style_);
    set(lines);
  }

  void add(const Tree& tree) {
    std::vector<Line> lines;
    for (const Branch& branch : tree.branches) set_branch(lines, branch, {}, {});
    set(lines);
  }

  std::string take() { return std::move(out_); }

 private:
  /// Columns that prose has here.
  std::size_t room() const { return std::min(style_.width, kMeasure) - depth_; }

  std::vector<Line> filled(const Text& text, std::size_t width, Tone base = Tone::plain) const {
    return wrapped(Line(text, style_, base), width);
  }

  std::vector<Line> set_item(const Item& item, std::size_t lead, std::size_t command) const {
    const std::size_t gutter = lead > 0 ? lead + kGap : 0;
    const std::size_t hang = lead > 0 ? 0 : kIndent;
    const std::size_t edge = item.aside.empty() ? room() : std::min(room(), edge_ - depth_);
    std::vector<Line> lines = set_main(item, edge - gutter, hang, command);
    for (const Text& text : item.below) {
      append(lines, shifted(filled(text, room() - gutter - hang), hang));
    }
    if (lead == 0) return lines;
    return beside(filled(item.lead, lead), lines, gutter);
  }

  /// The main line of an item with its aside, in `width` columns. Asides end in one column, but
  /// commands, the widest of which takes `command` columns, begin in one as far as there is room.
  std::vector<Line> set_main(const Item& item, std::size_t width, std::size_t hang,
                             std::size_t command) const {
    const Line text(item.text, style_);
    const Line aside(item.aside, style_);
    const std::size_t taken = aside.empty() ? 0 : aside.width() + kGap;
    const bool fits = taken + kBesideAside <= width || text.width() + taken <= width;
    std::vector<Line> lines = hanging(text, fits ? width - taken : width, hang);
    if (aside.empty()) return lines;
    if (fits) {
      const bool begins = is_command(item.aside) && text.width() + kGap + command <= width;
      lines.front().pad(width - (begins ? command : aside.width())) += aside;
    } else {
      append(lines, shifted(wrapped(aside, width - hang), hang));
    }
    return lines;
  }

  /// Wrapped with all lines but the first moved in.
  static std::vector<Line> hanging(const Line& line, std::size_t width, std::size_t hang) {
    std::vector<Line> lines = wrapped(line, width);
    if (lines.size() == 1 || hang == 0) return lines;
    const std::string plain = line.plain();
    const std::size_t rest = plain.find_first_not_of(' ', lines.front().plain().size());
    lines.resize(1);
    append(lines, shifted(wrapped(line.part(rest, plain.size() - rest), width - hang), hang));
    return lines;
  }

  std::vector<Line> set_field(const Field& field, std::size_t label) const {
    const std::size_t gutter = label + kGap;
    std::vector<Line> values;
    for (const Text& value : field.values) append(values, filled(value, room() - gutter));
    return beside(filled(field.label, label, Tone::faint), values, gutter);
  }

  /// A branch whose first line begins with `sign`, and all further ones with `stem`.
  void set_branch(std::vector<Line>& lines, const Branch& branch, const std::string& sign,
                  const std::string& stem) const {
    const std::string further = stem + (branch.branches.empty() ? "   " : "│  ");
    const std::size_t taken = columns(further);
    const std::size_t width = std::max(room(), taken + kNarrowest) - taken;
    std::vector<Line> own_lines = filled(branch.text, width);
    for (const Text& text : branch.below) append(own_lines, filled(text, width));
    for (std::size_t i = 0; i < own_lines.size(); ++i) {
      Line line(own(i == 0 ? sign : further, Tone::faint), style_);
      lines.push_back(line += own_lines[i]);
    }
    for (const Branch& one : branch.branches) {
      const bool is_last = &one == &branch.branches.back();
      set_branch(lines, one, stem + (is_last ? "└─ " : "├─ "), stem + (is_last ? "   " : "│  "));
    }
  }

  void set(const std::vector<Line>& lines) {
    if (lines.empty()) return;
    if (!out_.empty() && !close_) out_ += '\n';
    close_ = false;
    after_note_ = false;
    for (const Line& line : lines) print(out_, line, style_, depth_);
  }

  TextStyle style_;
  std::size_t edge_;
  std::string out_;
  std::size_t depth_ = 0;    ///< Columns that the blocks of this section are moved in.
  bool close_ = false;       ///< The next block follows without an empty line.
  bool after_note_ = false;  ///< So does the next one if it is a note.
};

}  // namespace

std::string render_text(const Document& document, const TextStyle& style) {
  TextStyle usable = style;
  usable.width = std::max(style.width, kNarrowest);
  Page page(usable, edge_of(document, usable));
  for (const Block& block : document.blocks) {
    std::visit([&](const auto& one) { page.add(one); }, block);
  }
  return page.take();
}

}  // namespace stead
