#include <algorithm>
#include <array>
#include <functional>

#include "stead/render.h"
#include "stead/text.h"

namespace stead {
namespace {

/// Would a spreadsheet calculate it? The last four are full-width forms that some take as well.
bool is_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kStarts{"=",  "+",  "-",  "@",  "\t",
                                                     "\r", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return cell.starts_with(start); });
}

/// Is it a number below nothing, such as `-2` or `-2.5`, and no more than that?
bool is_number(std::string_view cell) {
  if (!cell.starts_with('-')) return false;
  const std::size_t point = std::min(cell.find('.'), cell.size());
  const auto is_digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  };
  return is_digits(cell.substr(1, point - 1)) &&
         (point == cell.size() || is_digits(cell.substr(point + 1)));
}

std::string without_formula(std::string_view cell) {
  return is_formula(cell) && !is_number(cell) ? "'" + std::string(cell) : std::string(cell);
}

std::string csv_cell(std::string_view text, bool raw) {
  std::string cell = raw ? std::string(text) : shown(without_formula(text), true);
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_cell(std::string_view text, bool raw) {
  std::string doubled;
  for (const char c : raw ? std::string(text) : without_formula(text)) {
    if (c == '\\') doubled += '\\';
    doubled += c;
  }
  return shown(doubled);
}

std::string separated(const Table& table, char separator,
                      const std::function<std::string(std::string_view)>& cell) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) text += separator;
    text += cell(table.columns[i].title);
  }
  text += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) text += separator;
      if (i < row.size()) text += cell(row[i].plain());
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::string render_csv(const Table& table, bool raw) {
  return separated(table, ',', [raw](std::string_view text) { return csv_cell(text, raw); });
}

std::string render_tsv(const Table& table, bool raw) {
  return separated(table, '\t', [raw](std::string_view text) { return tsv_cell(text, raw); });
}

}  // namespace stead
