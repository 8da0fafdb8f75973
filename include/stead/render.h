#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "stead/document.h"
#include "stead/graph.h"

namespace stead {

/// What text is written for.
struct TextStyle {
  std::size_t width = 80;  ///< Columns of a line.
  bool colour = false;     ///< With the terminal's own colours (SGR).
  bool ascii = false;      ///< Stead's own signs in ASCII; names and texts stay as they are.
  bool terminal = false;   ///< A person looks at it now: tables may be cut to fit the width.
};

/// Every renderer below makes outside text safe for what it writes: nothing in a name or a note
/// can move a cursor, turn the direction of writing, or be markup. Each ends its last line.

/// A document as text: wrapped to the width, prose to at most 96 columns; cut nowhere but in
/// tables on a terminal. Verbatim lines, and tables that cannot be made narrower, may be wider.
std::string render_text(const Document& document, const TextStyle& style);

/// A document as GitHub-flavoured Markdown.
std::string render_markdown(const Document& document);

/// A document as one HTML page that needs nothing else: its style is inside, light or dark as the
/// reader's device is, and it holds no script, so that it can be sent as a mail.
std::string render_html(const Document& document);

/// A table as comma-separated values (RFC 4180, but with a newline alone), the titles first. Unless
/// `raw`, a cell that a spreadsheet would take for a formula gets a `'` in front, and what is
/// unsafe on a terminal is shown; with `raw`, cells are as the book has them.
std::string render_csv(const Table& table, bool raw = false);

/// A table with tabs between its cells and one line a row: a backslash, tab or newline in a cell
/// is written `\\`, `\t`, `\n`. `raw` leaves out the `'` before formulas.
std::string render_tsv(const Table& table, bool raw = false);

/// A document as a picture (SVG 1.1), light or dark as the reader's device is: well-formed XML
/// without script, links or anything to load, in which text of others is nothing but text. Nothing
/// where it has more than headings, paragraphs, notes and pictures: a table is none.
std::optional<std::string> render_svg(const Document& document);

/// A graph in the DOT language of Graphviz, which `dot -Tsvg` draws. Labels are quoted strings:
/// none of them can end its string, be HTML, or mean something to Graphviz.
std::string render_dot(const Graph& graph);

/// Valid JSON text with every unsafe code point in it (see is_unsafe) written as `\uXXXX`: the
/// same values to whoever reads it, and nothing that a terminal would obey.
std::string json_safe(std::string json);

}  // namespace stead
