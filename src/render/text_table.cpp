#include <algorithm>
#include <numeric>

#include "render/lines.h"
#include "stead/text.h"

namespace stead {
namespace {

constexpr std::size_t kGap = 2;
/// No column that gives way becomes narrower than this.
constexpr std::size_t kNarrowest = 8;
/// A word longer than this is broken before another column is made too narrow for its words.
constexpr std::size_t kLongestWord = 16;

using Row = std::vector<Line>;

struct Layout {
  const Table& table;
  const TextStyle& style;
  std::vector<std::size_t> widths;
};

bool has_titles(const Table& table) {
  return std::ranges::any_of(table.columns, [](const Column& c) { return !c.title.empty(); });
}

Row titles_of(const Table& table, const TextStyle& style) {
  Row titles;
  for (const Column& column : table.columns) {
    titles.emplace_back(own(column.title), style, Tone::faint);
  }
  return titles;
}

/// The lines of the cells, one per column.
Row cells_of(const std::vector<Text>& row, const Table& table, const TextStyle& style) {
  Row cells(table.columns.size());
  for (std::size_t i = 0; i < std::min(row.size(), cells.size()); ++i) {
    cells[i] = Line(row[i], style);
  }
  return cells;
}

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
}

/// Takes columns from the widest of those that may give way, until the table fits or none is left.
void shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& floors,
            std::size_t width) {
  while (total(widths) > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool may = widths[i] > floors[i];
      if (may && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, columns(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

std::vector<std::size_t> widths_of(const Table& table, const std::vector<Row>& rows,
                                   std::size_t width) {
  std::vector<std::size_t> widths(table.columns.size(), 0);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].width());
  }
  if (total(widths) <= width) return widths;
  // First as far as words stay whole, then as far as it must be.
  std::vector<std::size_t> least = widths;
  std::vector<std::size_t> words = widths;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (table.columns[i].fit == Fit::whole) continue;
    least[i] = words[i] = std::min(widths[i], kNarrowest);
    for (const Row& row : rows) {
      const std::size_t word = std::min(longest_word(row[i].plain()), kLongestWord);
      words[i] = std::max(words[i], word);
    }
  }
  shrink(widths, words, width);
  shrink(widths, least, width);
  return widths;
}

std::vector<Line> fitted(const Line& cell, std::size_t column, const Layout& layout) {
  const Fit fit = layout.table.columns[column].fit;
  const std::size_t width = layout.widths[column];
  if (cell.width() <= width) return {cell};
  if (fit == Fit::shrink && layout.style.terminal) return {cut(cell, width, layout.style)};
  return wrapped(cell, width);
}

/// Adds a row, of as many lines as its highest cell.
void add_row(std::vector<Line>& lines, const Row& row, const Layout& layout) {
  std::vector<std::vector<Line>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(fitted(row[i], i, layout));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t y = 0; y < height; ++y) {
    Line line;
    std::size_t left = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t width = layout.widths[i];
      if (y < cells[i].size()) {
        const Line& cell = cells[i][y];
        const bool right = layout.table.columns[i].align == Align::right;
        line.pad(right ? left + width - std::min(width, cell.width()) : left) += cell;
      }
      left += width + kGap;
    }
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<Line> table_lines(const Table& table, std::size_t width, const TextStyle& style) {
  std::vector<Row> rows;
  if (has_titles(table)) rows.push_back(titles_of(table, style));
  for (const auto& row : table.rows) rows.push_back(cells_of(row, table, style));
  const Layout layout{table, style, widths_of(table, rows, width)};
  std::vector<Line> lines;
  for (const Row& row : rows) add_row(lines, row, layout);
  return lines;
}

}  // namespace stead
