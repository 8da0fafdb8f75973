#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/picture_lines.h"
#include "stead/render.h"
#include "stead/text.h"

namespace stead {
namespace {

/// Code spans in a table must not hold a bare `|`, which is escaped even there.
enum class Within { line, cell };

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      default:
        if (std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos) safe += '\\';
        safe += c;
    }
  }
  return safe;
}

/// Would a line that begins with it be a heading, a list, a rule or a line of a table?
bool starts_block(std::string_view line) {
  if (line.starts_with('+')) return line.size() == 1 || line[1] == ' ';
  return line.find_first_of("#-=:") == 0;
}

/// A line that is no more than text, wherever it stands.
std::string escaped_start(std::string line) {
  line.erase(0, line.find_first_not_of(' '));
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool numbered =
      digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (numbered) return line.insert(digits, "\\");
  return starts_block(line) ? line.insert(0, "\\") : line;
}

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string code_span(std::string text, Within within) {
  const std::string fence(longest_run_of_backticks(text) + 1, '`');
  if (within == Within::cell) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
      text.insert(at, "\\");
    }
  }
  // A blank on either side keeps backticks of the text from those of the fence.
  const std::string_view blank = fence.size() > 1 ? " " : "";
  return fmt::format("{}{}{}{}{}", fence, blank, text, blank, fence);
}

/// Bold, with the blanks at its ends outside, where Markdown wants them.
std::string bold(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return std::string(text);
  const std::size_t end = text.find_last_not_of(' ') + 1;
  return fmt::format("{}**{}**{}", text.substr(0, first), text.substr(first, end - first),
                     text.substr(end));
}

std::string inline_text(const Text& text, Within within = Within::line) {
  std::string line;
  for (const Run& run : text.runs()) {
    const std::string safe = shown(run.text);
    switch (run.tone) {
      case Tone::code: line += code_span(safe, within); break;
      case Tone::strong:
      case Tone::bad: line += bold(escaped(safe)); break;
      default: line += escaped(safe);
    }
  }
  return line;
}

std::string line_of(const Text& text) { return escaped_start(inline_text(text)); }

/// The parts that are there, on one line.
std::string dotted(const std::vector<Text>& parts) { return line_of(joined(parts, own(" · "))); }

/// Lines of one paragraph, each on a line of its own, in the list whose point it belongs to.
std::string broken(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\\\n  "));
}

std::string block(const Heading& heading) {
  return fmt::format("{} {}\n", std::string(static_cast<std::size_t>(heading.level), '#'),
                     dotted({heading.text, heading.aside}));
}

std::string block(const Paragraph& paragraph) { return line_of(paragraph.text) + "\n"; }

std::string block(const Note& note) {
  const bool calm = note.tone != Tone::warning && note.tone != Tone::bad;
  return fmt::format("> {}{}\n", calm ? "" : "**!** ", line_of(note.text));
}

std::string block(const Items& items) {
  std::string list;
  for (const Item& item : items.items) {
    std::vector<std::string> lines{dotted({item.lead, item.text, item.aside})};
    for (const Text& text : item.below) {
      if (!text.empty()) lines.push_back(line_of(text));
    }
    list += fmt::format("- {}\n", broken(lines));
  }
  return list;
}

std::string block(const Fields& fields) {
  std::string list;
  for (const Field& field : fields.fields) {
    std::vector<std::string> lines;
    for (const Text& value : field.values) lines.push_back(line_of(value));
    const std::string label = escaped_start(bold(escaped(shown(field.label.plain()))));
    list += fmt::format("- {}: {}\n", label, broken(lines));
  }
  return list;
}

std::string row(const std::vector<std::string>& cells) {
  return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string block(const Table& table) {
  if (table.columns.empty()) return {};
  std::vector<std::string> titles;
  std::vector<std::string> rules;
  for (const Column& column : table.columns) {
    titles.push_back(escaped(shown(column.title)));
    rules.emplace_back(column.align == Align::right ? "--:" : "---");
  }
  std::string text = row(titles) + row(rules);
  for (const auto& cells : table.rows) {
    std::vector<std::string> written(table.columns.size());
    for (std::size_t i = 0; i < std::min(cells.size(), written.size()); ++i) {
      written[i] = inline_text(cells[i], Within::cell);
    }
    text += row(written);
  }
  return text;
}

std::string block(const Bars& bars) {
  Table table{{{}, {.title = {}, .align = Align::right}}, {}};
  for (const Bar& bar : bars.bars) table.rows.push_back({bar.label, bar.text});
  return block(table);
}

std::string block(const Verbatim& verbatim) {
  std::string text;
  for (const Text& line : verbatim.lines) text += shown(line.plain()) + '\n';
  const std::string fence(std::max<std::size_t>(longest_run_of_backticks(text) + 1, 3), '`');
  return fmt::format("{}\n{}{}\n", fence, text, fence);
}

std::string block(const Stacks& stacks) {
  Table table{{{}}, {}};
  for (const StackPart& part : stacks.parts) {
    table.columns.push_back({.title = part.name, .align = Align::right});
  }
  for (const Stack& stack : stacks.stacks) {
    std::vector<Text>& row = table.rows.emplace_back(1, stack.label);
    for (const std::int64_t value : stack.values) row.emplace_back(fmt::format("{}", value));
  }
  return block(table);
}

std::string block(const HeatStrip& strip) { return line_of(text_of(strip)) + "\n"; }

std::string block(const HeatMap& map) {
  constexpr std::size_t kPage = 80;
  return block(Verbatim{lines_of(map, kPage)});
}

std::string list(const std::vector<Branch>& branches, const std::string& indent) {
  std::string text;
  for (const Branch& branch : branches) {
    text += fmt::format("{}- {}", indent, line_of(branch.text));
    for (const Text& line : branch.below) {
      text += fmt::format("\\\n{}  {}", indent, line_of(line));
    }
    text += "\n" + list(branch.branches, indent + "  ");
  }
  return text;
}

std::string block(const Tree& tree) { return list(tree.branches, ""); }

}  // namespace

std::string render_markdown(const Document& document) {
  std::string page;
  for (const Block& one : document.blocks) {
    const std::string text = std::visit([](const auto& each) { return block(each); }, one);
    if (!page.empty() && !text.empty()) page += '\n';
    page += text;
  }
  return page;
}

}  // namespace stead
