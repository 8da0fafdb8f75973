#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/colours.h"
#include "render/html_pictures.h"
#include "render/markup.h"
#include "stead/render.h"

namespace stead {
namespace {

/// Lists are tables as well: mail readers know little else that keeps columns together. Where there
/// is no room for columns, their cells stand one below the other.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 46rem; color: #1f2328; background: #fff;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .4rem; padding-bottom: .2rem; font-size: 1.1rem; border-bottom: 1px solid #d1d9e0; }
h3 { margin: 1.2rem 0 .2rem; font-size: 1rem; }
h1 .aside, h2 .aside, h3 .aside { padding-left: .5rem; font-weight: normal; font-size: .9rem; }
p { margin: .5rem 0; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
pre { margin: .5rem 0; overflow-x: auto; }
pre, code { font: .9em/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .2rem 1rem .2rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: normal; border-bottom: 1px solid #d1d9e0; }
th:last-child, td:last-child { padding-right: 0; }
th.right, td.right { text-align: right; }
td.aside, td.lead, td.label { white-space: nowrap; overflow-wrap: normal; }
td.aside { text-align: right; }
td.rest { width: 100%; }
td.below { padding: 0 0 .2rem 1rem; }
.note { padding-left: .75rem; border-left: 3px solid; }
.note .words { color: #1f2328; }
table.bars td { vertical-align: middle; }
svg { display: block; margin: .8rem 0; }
.aside, .label, .lead, th, .faint { color: #59636e; }
.strong, strong { font-weight: 600; }
.good { color: #1a7f37; } .warning { color: #9a6700; } .bad { color: #d1242f; } .accent { color: #0969da; }
@media (max-width: 36rem) {
  table[role="presentation"]:not(.bars) tr { display: block; padding: .25rem 0; }
  table[role="presentation"]:not(.bars) td { display: block; padding: 0; text-align: left; white-space: normal; }
  table[role="presentation"]:not(.bars) td.below { padding-left: 1rem; }
}
@media (prefers-color-scheme: dark) {
  body, .note .words { color: #e6edf3; }
  body { background: #0d1117; }
  h2, th { border-color: #3d444d; }
  .aside, .label, .lead, th, .faint { color: #9198a1; }
  .good { color: #3fb950; } .warning { color: #d29922; } .bad { color: #f85149; } .accent { color: #4493f8; }
}
)";

std::string html(const Text& text) { return html_of(text); }

std::string html(const std::vector<Text>& lines) {
  std::string all;
  for (const Text& line : lines) all += (all.empty() ? "" : "<br>") + html(line);
  return all;
}

std::string cell(std::string_view kind, const std::string& content) {
  return fmt::format("<td class=\"{}\">{}</td>", kind, content);
}

std::string list(const std::string& rows) {
  return fmt::format("<table role=\"presentation\">\n{}</table>\n", rows);
}

std::string block(const Heading& heading) {
  const int level = std::clamp(heading.level, 1, 6);
  const std::string aside =
      heading.aside.empty() ? ""
                            : fmt::format(" <span class=\"aside\">{}</span>", html(heading.aside));
  return fmt::format("<h{0}>{1}{2}</h{0}>\n", level, html(heading.text), aside);
}

std::string block(const Paragraph& paragraph) {
  return fmt::format("<p>{}</p>\n", html(paragraph.text));
}

std::string block(const Note& note) {
  const bool calm = note.tone != Tone::warning && note.tone != Tone::bad;
  return fmt::format("<p class=\"note {}\">{}<span class=\"words\">{}</span></p>\n",
                     class_of(note.tone), calm ? "" : "<strong>!</strong> ", html(note.text));
}

std::string block(const Items& items) {
  const bool leads =
      std::ranges::any_of(items.items, [](const Item& i) { return !i.lead.empty(); });
  std::string rows;
  for (const Item& item : items.items) {
    const std::string lead = leads ? cell("lead", html(item.lead)) : "";
    rows += fmt::format("<tr>{}{}{}</tr>\n", lead, cell("rest", html(item.text)),
                        cell("aside", html(item.aside)));
    if (item.below.empty()) continue;
    rows += fmt::format("<tr>{}<td class=\"below\" colspan=\"2\">{}</td></tr>\n",
                        leads ? "<td></td>" : "", html(item.below));
  }
  return list(rows);
}

std::string block(const Fields& fields) {
  std::string rows;
  for (const Field& field : fields.fields) {
    rows += fmt::format("<tr>{}{}</tr>\n", cell("label", html(field.label)),
                        cell("rest", html(field.values)));
  }
  return list(rows);
}

std::string block(const Table& table) {
  const auto kind = [&](std::size_t i) {
    return table.columns[i].align == Align::right ? " class=\"right\"" : "";
  };
  std::string text = "<table>\n<thead><tr>";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    text += fmt::format("<th{}>{}</th>", kind(i), as_markup(table.columns[i].title));
  }
  text += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    text += "<tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      text += fmt::format("<td{}>{}</td>", kind(i), i < row.size() ? html(row[i]) : "");
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

template <typename Picture>
requires requires(const Picture& picture) { html_of(picture); }
std::string block(const Picture& picture) { return html_of(picture); }

std::string list_of(const std::vector<Branch>& branches) {
  if (branches.empty()) return {};
  std::string points;
  for (const Branch& branch : branches) {
    std::vector<Text> lines{branch.text};
    lines.insert(lines.end(), branch.below.begin(), branch.below.end());
    points += fmt::format("<li>{}{}</li>\n", html(lines), list_of(branch.branches));
  }
  return fmt::format("<ul>\n{}</ul>\n", points);
}

std::string block(const Tree& tree) { return list_of(tree.branches); }

std::string block(const Verbatim& verbatim) {
  std::string lines;
  for (const Text& line : verbatim.lines) lines += html(line) + '\n';
  return fmt::format("<pre>{}</pre>\n", lines);
}

}  // namespace

std::string render_html(const Document& document) {
  std::string body;
  for (const Block& one : document.blocks) {
    body += std::visit([](const auto& each) { return block(each); }, one);
  }
  const std::string title = document.title();
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      title.empty() ? "stead" : as_markup(title), kStyle, picture_style(), body);
}

}  // namespace stead
