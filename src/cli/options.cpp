#include "cli/options.h"

#include "stead/error.h"
#include "stead/nearest.h"

#include <charconv>

namespace stead {
namespace {

constexpr std::array<std::string_view, 3> kColors{"auto", "always", "never"};
constexpr std::array<std::string_view, 4> kWithValue{"--book", "--now", "--format", "--color"};
constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kLeastWidth = 20;

/// Where a value stands in a list of choices. Throws Error (usage) that names the choices.
template <std::size_t N>
std::size_t choice(std::string_view option, std::string_view value,
                   const std::array<std::string_view, N>& choices) {
  const auto* found = std::ranges::find(choices, value);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  const std::string meant = did_you_mean(nearest(value, choices));
  throw Error::usage("{} cannot be '{}'", option, value)
      .with_hint(meant.empty() ? fmt::format("{} takes {}", option, fmt::join(choices, ", "))
                               : meant);
}

enum class Colour { automatic, always, never };

Colour read_colour(const GlobalOptions& options) {
  return static_cast<Colour>(choice("--color", options.color, kColors));
}

/// Colour as NO_COLOR (no-color.org) and CLICOLOR_FORCE (bixense.com/clicolors) ask for it.
bool has_colour(const World& world, Colour colour, bool is_terminal) {
  if (colour != Colour::automatic) return colour == Colour::always;
  if (!world.variable("NO_COLOR").empty()) return false;
  const std::string& force = world.variable("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  const std::string& term = world.variable("TERM");
  return is_terminal && !term.empty() && term != "dumb";
}

std::size_t width(const World& world) {
  const std::string& columns = world.variable("COLUMNS");
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), value);
  const bool sound = error == std::errc() && end == columns.data() + columns.size();
  if (!sound || value == 0) value = world.terminal_columns.value_or(kUsualWidth);
  return std::max(value, kLeastWidth);
}

}  // namespace

void add_global_options(Syntax& syntax, GlobalOptions& options) {
  syntax.option("--book", "FILE", options.book, "The book to use");
  syntax.option("--now", "WHEN", options.now, "Take this for the present day and time");
  syntax.option("--format", "FORMAT", options.format, "text, md, html, json, csv, tsv, dot or svg");
  syntax.flag("--json", options.json, "The same as --format json");
  syntax.flag("--raw", options.raw, "CSV and TSV for programs, not for spreadsheets");
  syntax.option("--color", "auto|always|never", options.color,
                "May there be colours, on a terminal or anywhere");
  syntax.flag("--ascii", options.ascii, "stead's own signs in ASCII");
  syntax.flag("--no-pager", options.no_pager, "Never start a pager");
  syntax.flag("-q,--quiet", options.quiet, "Do not say what was changed");
  syntax.flag("-n,--dry-run", options.dry_run, "Say what would change, and write nothing");
  syntax.flag("-y,--yes", options.yes, "Answer every question with yes");
}

bool takes_value(std::string_view argument) {
  return std::ranges::find(kWithValue, argument) != kWithValue.end();
}

Format read_format(const GlobalOptions& options) {
  const Format usual = options.json ? Format::json : Format::text;
  if (options.format.empty()) return usual;
  const auto format = static_cast<Format>(choice("--format", options.format, kFormats));
  if (!options.json || format == Format::json) return format;
  throw Error::usage("--json and --format {} are two formats", options.format)
      .with_hint("leave one of them out");
}

TextStyle output_style(const World& world, const GlobalOptions& options) {
  return {.width = width(world),
          .colour = has_colour(world, read_colour(options), world.out_is_terminal),
          .ascii = options.ascii,
          .terminal = world.out_is_terminal};
}

GlobalOptions options_for_errors(const std::vector<std::string>& arguments) {
  GlobalOptions options;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    const std::string& next = i + 1 < arguments.size() ? arguments[i + 1] : std::string();
    if (argument == "--json" || argument == "--format=json") options.json = true;
    if (argument == "--format" && next == "json") options.json = true;
    if (argument == "--no-pager") options.no_pager = true;
    if (argument == "--color") options.color = next;
    if (argument.starts_with("--color=")) options.color = argument.substr(8);
  }
  return options;
}

bool colours_errors(const World& world, const GlobalOptions& options) {
  const bool known = std::ranges::find(kColors, options.color) != kColors.end();
  return has_colour(world, known ? read_colour(options) : Colour::automatic, world.err_is_terminal);
}

}  // namespace stead
