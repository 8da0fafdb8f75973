#include "cli/command.h"

namespace stead {

Action version_command(Syntax& syntax) {
  syntax.example(fmt::format("$ stead version\nstead {}", version()));
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
