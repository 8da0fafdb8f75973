#include "cli/help.h"

#include "cli/arguments.h"

#include <CLI/CLI.hpp>

namespace stead {
namespace {

struct Options {
  std::string name;
};

void help(Session& session, const Options& options) {
  if (options.name.empty()) return session.show_document(general_help());
  const Command* command = find_command(options.name);
  if (command == nullptr) throw unknown_command(options.name);
  GlobalOptions ignored;
  session.show_document(command_help(Parser(*command, ignored)));
}

}  // namespace

Action help_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer("$ stead help version\n$ stead version");
  app.add_option("name", options->name, "A command")->type_name("NAME");
  return [options](Session& session) { help(session, *options); };
}

}  // namespace stead
