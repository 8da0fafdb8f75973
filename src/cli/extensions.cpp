#include "cli/extensions.h"

#include "cli/arguments.h"
#include "cli/paths.h"
#include "cli/program_path.h"
#include "stead/book_place.h"
#include "stead/text.h"

#include <set>

namespace stead {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFront = "stead-";

/// Reads the options in front of the name; false where help is asked for. Throws Error (usage)
/// where one of them is none.
bool read_options(const std::vector<std::string>& arguments, std::size_t position,
                  GlobalOptions& options) {
  std::vector<std::string> front(arguments.begin(),
                                 arguments.begin() + static_cast<std::ptrdiff_t>(position));
  front.insert(front.begin(), std::string(bare_command().name));
  Parser parser(bare_command(), options);
  return parse(parser, front);
}

/// The options in front of the name. Throws Error (usage) for those that only stead's own commands
/// know.
GlobalOptions options_before(const std::vector<std::string>& arguments, std::size_t position) {
  const std::string& name = arguments[position];
  GlobalOptions options;
  if (!read_options(arguments, position, options)) {
    throw Error::usage("'{}' is on your PATH, and has a help of its own", name)
        .with_hint(fmt::format("stead {} --help", name));
  }
  for (const auto& [is_given, option] : {std::pair(options.json, "--json"),
                                         {!options.format.empty(), "--format"},
                                         {options.raw, "--raw"},
                                         {options.ascii, "--ascii"},
                                         {options.quiet, "--quiet"},
                                         {options.dry_run, "--dry-run"},
                                         {options.yes, "--yes"}}) {
    if (!is_given) continue;
    throw Error::usage("'{}' is not stead's own: {} cannot be passed on to it", name, option)
        .with_hint(fmt::format("behind the name it gets every option: stead {} {}", name, option));
  }
  return options;
}

/// Nothing where nothing says where the book is.
std::optional<fs::path> named_book(const World& world, const GlobalOptions& options) {
  try {
    return find_paths(world, options.book).book;
  } catch (const Error&) {
    return std::nullopt;  // not every program wants a book
  }
}

std::map<std::string, std::string> environment_for(const World& world,
                                                   const GlobalOptions& options) {
  const bool coloured = output_style(world, options).colour;  // an unknown --color is refused
  std::map<std::string, std::string> environment;
  if (const auto book = named_book(world, options)) environment["STEAD_BOOK"] = in_full(*book);
  if (!options.now.empty()) environment["STEAD_NOW"] = options.now;
  if (options.color != "auto") {
    environment["NO_COLOR"] = coloured ? "" : "1";
    environment["CLICOLOR_FORCE"] = coloured ? "1" : "";
  }
  if (options.no_pager) environment["PAGER"] = "cat";
  return environment;
}

}  // namespace

std::optional<fs::path> find_extension(const World& world, const std::string& name) {
  if (name.find('/') != std::string::npos) return std::nullopt;
  return find_program(world, std::string(kFront) + name);
}

std::vector<std::string> extension_names(const World& world) {
  std::set<std::string> names;
  for (const fs::path& folder : program_folders(world)) {
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
      const std::string file = entry->path().filename();
      if (!file.starts_with(kFront) || !is_executable(entry->path())) continue;
      const std::string name = file.substr(kFront.size());
      if (find_command(name) == nullptr && shown(name) == name) names.insert(name);
    }
  }
  return {names.begin(), names.end()};
}

int run_extension(const World& world, const std::vector<std::string>& arguments,
                  std::size_t position) {
  const std::string& name = arguments[position];
  const std::optional<fs::path> file = find_extension(world, name);
  if (!file) {
    // An option that is none is told first: the name may be what was meant as its value.
    GlobalOptions ignored;
    read_options(arguments, position, ignored);
    throw unknown_command(name, extension_names(world));
  }
  Program program{{file->string()}, environment_for(world, options_before(arguments, position))};
  program.words.insert(program.words.end(),
                       arguments.begin() + static_cast<std::ptrdiff_t>(position) + 1,
                       arguments.end());
  if (const auto status = world.run_program(program)) return *status;
  throw Error::usage("'{}' cannot be started", file->native())
      .with_hint("a script begins with '#!' and the program that reads it");
}

}  // namespace stead
