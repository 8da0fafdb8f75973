#include "cli/command.h"

#include <CLI/CLI.hpp>

namespace stead {

Action version_command(CLI::App& app) {
  app.footer(fmt::format("$ stead version\nstead {}", version()));
  return [](Session& session) {
    if (session.format == Format::json) {
      session.print(
          fmt::format("{{\"schema\":\"stead.version/1\",\"version\":\"{}\"}}\n", version()));
    } else {
      session.print(fmt::format("stead {}\n", version()));
    }
  };
}

}  // namespace stead
