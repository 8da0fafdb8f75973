#include "cli/command.h"
#include "stead/nudge.h"
#include "stead/record.h"
#include "stead/store.h"

namespace stead {
namespace {

/// How to begin, for whoever has no book yet.
Document how_to_begin(const Session& session) {
  Document document;
  document.add(title("Welcome to stead"));
  document.add(Paragraph{"There is no book yet at " +
                         Text(session.paths.book.string(), Tone::code) +
                         ". Begin one, or look around in a sample:"});
  document.add(Verbatim{
      {Text(init_command(session.paths) + " \"Your Name\"", Tone::code),
       Text("stead init --sample --book sample.json && export STEAD_BOOK=\"$PWD/sample.json\"",
            Tone::code)}});
  document.add(Paragraph{Text("New here? stead help tutorial", Tone::faint)});
  return document;
}

void welcome(Session& session) {
  if (session.format != Format::json) return session.show_document(how_to_begin(session));
  const std::string path = json_quoted(session.paths.book.string());
  session.print(json_safe(R"({"schema":"stead.welcome/1","book":)" + path + "}\n"));
}

}  // namespace

Action bare_command_action(Syntax&) {
  return [](Session& session) {
    auto reader = BookReader::open(session.paths.book);
    if (!reader) return welcome(session);
    const Book book = Book::walking(reader->read_all(), session.paths.book.string());
    session.show(today_report(book, session.now));
  };
}

}  // namespace stead
