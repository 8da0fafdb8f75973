#include "cli/editing.h"

#include "cli/program_path.h"
#include "stead/book_place.h"
#include "stead/text.h"

#include <array>
#include <ostream>
#include <utility>

namespace stead {
namespace {

constexpr const char* kNoEditor = "set EDITOR to one, such as EDITOR=nano";

/// The user's editor, as a shell reads it; empty where none is named.
const std::string& named_editor(const World& world) {
  const std::string& term = world.variable("TERM");
  const std::string& visual = world.variable("VISUAL");
  if (!visual.empty() && !term.empty() && term != "dumb") return visual;
  return world.variable("EDITOR");
}

Draft new_draft(const Paths& paths, const EditWanted& wanted) {
  if (paths.state) {
    try {
      return Draft(*paths.state, wanted.what(), wanted.offered());
    } catch (const Error&) {
      // A home that cannot be written need not be the end: the book's folder can.
    }
  }
  return Draft(in_full(paths.book).parent_path(), wanted.what(), wanted.offered());
}

}  // namespace

Editing::Editing(const World& world, const Paths& paths, const EditWanted& wanted)
    : world_(world), offered_(wanted.offered()), draft_(new_draft(paths, wanted)) {}

int Editing::run_editor() const {
  const std::string& file = draft_.file().native();
  const std::string& editor = named_editor(world_);
  if (!editor.empty()) {
    // The user's words are code, the path is none.
    const auto status = world_.run_program({{kShell, "-c", editor + " \"$@\"", editor, file}});
    if (status) return *status;
    throw Error::usage("the editor '{}' cannot be started", editor).with_hint(kNoEditor);
  }
  if (!world_.in_is_terminal || !world_.out_is_terminal) {
    throw Error::usage("there is no terminal for an editor").with_hint(kNoEditor);
  }
  for (const char* usual : {"sensible-editor", "vi"}) {
    const auto program = find_program(world_, usual);
    if (!program) continue;
    if (const auto status = world_.run_program({{*program, file}})) return *status;
  }
  throw Error::usage("there is no editor").with_hint(kNoEditor);
}

Edited Editing::edit() {
  world_.err << std::flush;
  if (const int status = run_editor(); status != 0) {
    const std::string& editor = named_editor(world_);
    throw Error::usage("the editor{} ended with status {}; nothing was written",
                       editor.empty() ? "" : fmt::format(" '{}'", editor), status);
  }
  Edited edited{offered_, draft_.text(), draft_.file()};
  if (trimmed(edited.text).empty()) throw Error::usage("the text is empty; nothing was written");
  return edited;
}

std::string Editing::leave(std::string worthless) const {
  const std::array<std::string, 2> known{offered_, std::move(worthless)};
  if (const auto place = draft_.other_than(known)) {
    return fmt::format("your text is kept in '{}'", place->native());
  }
  draft_.discard();
  return {};
}

Error Editing::kept(const Error& error) const {
  const std::string place = leave();
  if (place.empty()) return error;
  return Error(error).with_hint(error.hint().empty() ? place : error.hint() + "; " + place);
}

}  // namespace stead
