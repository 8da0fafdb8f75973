#include "cli/command.h"
#include "stead/store.h"

#include <CLI/CLI.hpp>

namespace stead {
namespace {

/// How to begin, for whoever has no book yet.
Document how_to_begin(const Session& session) {
  Document document;
  document.add(title("Welcome to stead"));
  document.add(Paragraph{"There is no book yet at " +
                         Text(session.paths.book.string(), Tone::code) +
                         ". Begin one, or look around in a sample:"});
  document.add(Verbatim{{Text("stead init \"Your Name\"", Tone::code),
                         Text("STEAD_BOOK=sample.json stead init --sample", Tone::code)}});
  return document;
}

}  // namespace

Action week_head_command(CLI::App&) {
  return [](Session& session) {
    auto reader = BookReader::open(session.paths.book);
    if (!reader) return session.show_document(how_to_begin(session));
  };
}

}  // namespace stead
