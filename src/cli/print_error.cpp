#include "cli/print_error.h"

#include "stead/record.h"
#include "stead/render.h"
#include "stead/text.h"

#include <ostream>

namespace stead {
namespace {

std::string error_json(const Error& error) {
  std::string out = fmt::format("{{\"error\":{{\"status\":{},\"message\":{},\"hint\":{}",
                                static_cast<int>(error.status()), json_quoted(error.what()),
                                json_quoted(error.hint()));
  if (error.place()) {
    out += fmt::format(",\"file\":{},\"line\":{},\"column\":{}", json_quoted(error.place()->file),
                       error.place()->line, error.place()->column);
  }
  return json_safe(out + "}}\n");
}

}  // namespace

int print_error(const World& world, const GlobalOptions& options, const Error& error) {
  if (options.json || options.format == "json") {
    world.err << error_json(error);
  } else {
    std::string text = error.what();
    if (const auto& place = error.place()) {
      text = fmt::format("{}:{}:{}: {}", place->file, place->line, place->column, text);
    }
    world.err << (colours_errors(world, options) ? "\x1b[31mstead:\x1b[0m " : "stead: ")
              << shown(text, true) << '\n';
    if (!error.hint().empty()) world.err << "hint: " << shown(error.hint(), true) << '\n';
  }
  world.err << std::flush;
  return static_cast<int>(error.status());
}

}  // namespace stead
