#include "cli/help.h"

#include "cli/arguments.h"
#include "cli/embedded.h"

#include <CLI/CLI.hpp>

namespace stead {
namespace {

struct Options {
  std::string name;
  bool schema = false;
};

/// What somebody wants to know who opens the file; stead-book(5) says it all.
Document about_the_book(const Session& session) {
  Document document;
  document.add(title("The book"));
  document.add(Paragraph{
      "One JSON file that you can read, search, diff, edit with any editor and keep in git. It "
      "holds contacts, promises and interactions, one record a line; what stead does not know in "
      "it stays as it is."});
  Fields fields;
  fields.fields.push_back({{"the fields", Tone::faint}, {"man 5 stead-book"}});
  fields.fields.push_back({{"the JSON Schema", Tone::faint}, {"stead help book --schema"}});
  fields.fields.push_back({{"the faults in it", Tone::faint}, {"stead check"}});
  fields.fields.push_back(
      {{"where it is", Tone::faint},
       {session.world.variable("STEAD_BOOK").empty()
            ? "--book FILE, else STEAD_BOOK, else ~/.local/share/stead/book.json"
            : "STEAD_BOOK says " + session.world.variable("STEAD_BOOK")}});
  document.add(std::move(fields));
  return document;
}

void help_about_book(Session& session, const Options& options) {
  if (!options.schema) return session.show_document(about_the_book(session));
  session.print(embedded_file("schema/stead-book.schema.json"));
}

void help(Session& session, const Options& options) {
  if (options.name == "book") return help_about_book(session, options);
  if (options.schema) {
    throw Error::usage("only the book has a schema").with_hint("stead help book --schema");
  }
  const bool json = session.format == Format::json;
  if (options.name.empty()) {
    return json ? session.print(general_help_json()) : session.show_document(general_help());
  }
  const Command* command = find_command(options.name);
  if (command == nullptr) throw unknown_command(options.name);
  GlobalOptions ignored;
  const Parser parser(*command, ignored);
  if (json) return session.print(command_help_json(parser));
  session.show_document(command_help(parser));
}

}  // namespace

Action help_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer(
      "$ stead help who\n"
      "…");
  app.add_option("name", options->name, "A command, or 'book' for the file")->type_name("NAME");
  app.add_flag("--schema", options->schema, "With 'book': print its JSON Schema");
  return [options](Session& session) { help(session, *options); };
}

}  // namespace stead
