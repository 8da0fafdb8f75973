#include "cli/help.h"

#include "cli/arguments.h"
#include "cli/embedded.h"
#include "cli/extensions.h"

namespace stead {
namespace {

struct HelpOptions {
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

/// What somebody wants to know who reads it from a program; stead-json(7) says it all.
Document about_json() {
  Document document;
  document.add(title("The JSON output"));
  document.add(Paragraph{
      "With --json every answer is one object whose first member names what it is and its version: "
      "{\"schema\": \"stead.help/1\", …}. A version only ever gains members; what is there keeps "
      "its name and meaning. Dates and times are ISO 8601, and nothing is coloured, cut or "
      "paged."});
  Fields fields;
  fields.fields.push_back({{"a change", Tone::faint},
                           {"\"changes\": a list of \"collection\", \"id\", \"before\" and "
                            "\"after\" of each record"}});
  fields.fields.push_back(
      {{"an error", Tone::faint},
       {"on standard error: \"error\" with \"status\", \"message\" and \"hint\", "
        "and \"file\", \"line\" and \"column\" where there is a place"}});
  fields.fields.push_back({{"the records", Tone::faint}, {"stead help book"}});
  document.add(std::move(fields));
  return document;
}

/// How to begin; stead-tutorial(7) is the whole of it.
Document about_the_tutorial() {
  Document document;
  document.add(title("The tutorial"));
  document.add(Paragraph{
      "From nothing to the page of the week in a quarter of an hour, on a book to practise on. It "
      "is a page of the manual, and begins so:"});
  document.add(
      Verbatim{{Text("export STEAD_BOOK=practice.json STEAD_NOW=2026-08-03T10:15", Tone::code),
                Text("stead init Jan Hale", Tone::code),
                Text("stead add Acme --kind org --tag client", Tone::code)}});
  Fields fields;
  fields.fields.push_back({{"the page", Tone::faint}, {"man 7 stead-tutorial"}});
  fields.fields.push_back({{"all commands", Tone::faint}, {"stead help"}});
  document.add(std::move(fields));
  return document;
}

/// A command that somebody else wrote.
Document about_extension(const std::string& name, const std::string& file) {
  Document document;
  document.add(Paragraph{"'" + Text(name, Tone::code) + "' is not stead's own: " +
                         Text(file, Tone::code) + " on your PATH runs for it."});
  document.add(Paragraph{Text("It may say more with 'stead " + name + " --help'.", Tone::faint)});
  return document;
}

void help_for_command(Session& session, const Command& command) {
  GlobalOptions ignored;
  const Parser parser(command, ignored);
  if (session.format == Format::json) return session.print(command_help_json(parser));
  session.show_document(command_help(parser));
}

/// The built-in text; run shows the manual page instead where it can.
void help_for(Session& session, const std::string& name) {
  session.manual_page = "stead-" + name;
  if (name == "book") return session.show_document(about_the_book(session));
  if (name == "json") return session.show_document(about_json());
  if (name == "tutorial") return session.show_document(about_the_tutorial());
  if (const Command* command = find_command(name)) return help_for_command(session, *command);
  const auto extension = find_extension(session.world, name);
  if (!extension) throw unknown_command(name, extension_names(session.world));
  session.show_document(about_extension(name, extension->string()));
}

void help(Session& session, const HelpOptions& options) {
  if (options.schema) {
    if (options.name != "book") {
      throw Error::usage("only the book has a schema").with_hint("stead help book --schema");
    }
    return session.print(embedded_file("schema/stead-book.schema.json"));
  }
  if (!options.name.empty()) return help_for(session, options.name);
  const std::vector<std::string> on_path = extension_names(session.world);
  if (session.format == Format::json) return session.print(general_help_json(on_path));
  session.show_document(general_help(on_path));
}

}  // namespace

Action help_command(Syntax& syntax) {
  auto options = std::make_shared<HelpOptions>();
  syntax.example(
      "$ stead help who\n"
      "…");
  syntax.argument("name", "COMMAND|book|json|tutorial", options->name,
                  "A command, 'book' for the file, 'json' for --json, 'tutorial' to begin with");
  syntax.flag("--schema", options->schema, "With 'book': print its JSON Schema");
  return [options](Session& session) { help(session, *options); };
}

}  // namespace stead
