#pragma once

#include "cli/syntax.h"
#include "cli/world.h"
#include "stead/render.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// How an answer is printed.
enum class Format { text, markdown, html, json, csv, tsv, dot, svg };

/// The options that every command has, as they were typed.
struct GlobalOptions {
  std::string book;
  std::string now;
  std::string format;  ///< Empty: not said.
  std::string color = "auto";
  bool json = false;
  bool raw = false;
  bool ascii = false;
  bool no_pager = false;
  bool quiet = false;
  bool dry_run = false;
  bool yes = false;
};

/// Declares the global options.
void add_global_options(Syntax& syntax, GlobalOptions& options);

/// Does this argument, when it is an option, take the next one as its value? For finding the
/// command's name before the whole line is parsed.
bool takes_value(std::string_view argument);

/// What --format takes.
inline constexpr std::array<std::string_view, 8> kFormats{"text", "md",  "html", "json",
                                                          "csv",  "tsv", "dot",  "svg"};

/// Reads --format and --json. Throws Error (usage) with the names there are.
Format read_format(const GlobalOptions& options);

/// How text looks on standard output: width, colour, signs. Throws Error (usage) for an unknown
/// --color.
TextStyle output_style(const World& world, const GlobalOptions& options);

/// How errors and help are to look, as far as a line says so that may make no sense otherwise:
/// --json, --format, --color and --no-pager.
GlobalOptions options_for_errors(const std::vector<std::string>& arguments);

/// May what goes to standard error be coloured? An unknown --color counts as `auto`.
bool colours_errors(const World& world, const GlobalOptions& options);

}  // namespace stead
