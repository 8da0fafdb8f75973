#include "cli/command.h"
#include "stead/friends.h"
#include "stead/nearest.h"

#include <fmt/ranges.h>

#include <array>

namespace stead {
namespace {

struct ImportOptions {
  std::string kind;
  std::string file;
};

/// `3 new people`, `1 new activity (2 known)`, or nothing where there is neither.
Text counted(std::size_t fresh, std::size_t known, std::string_view one, std::string_view many,
             std::string_view how_known) {
  if (fresh + known == 0) return {};
  if (fresh == 0) return fmt::format("{} {} {}", known, known == 1 ? one : many, how_known);
  std::string text = fmt::format("{} new {}", fresh, fresh == 1 ? one : many);
  if (known > 0) text += fmt::format(" ({} {})", known, how_known);
  return text;
}

void import_friends(Session& session, const std::string& bytes, const std::string& file) {
  const FriendsSummary summary = friends_changes(read_friends(bytes, file), session.edits());
  if (session.edits().changes().empty()) {
    session.say("Nothing in " + Text(file, Tone::code) + " is new.");
    return;
  }
  const Text what = joined(
      {counted(summary.people_new, summary.people_met, "person", "people", "in the book already"),
       counted(summary.activities_new, summary.activities_known, "activity", "activities", "known"),
       counted(summary.notes_new, summary.notes_known, "note", "notes", "known")});
  session.say("Brought in " + what + " from " + Text(file, Tone::code) + ".");
}

/// A kind of file, and how it comes into the book.
struct Kind {
  std::string_view name;
  void (*bring_in)(Session&, const std::string& bytes, const std::string& file);
};

constexpr std::array kKinds{Kind{"friends", import_friends}};

const Kind& kind_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return kind;
    names.push_back(kind.name);
  }
  const std::string meant = did_you_mean(nearest(name, names));
  throw Error::usage("stead cannot import '{}'", name)
      .with_hint(meant.empty() ? fmt::format("it can import: {}", fmt::join(names, ", ")) : meant);
}

}  // namespace

Action import_command(Syntax& syntax) {
  auto options = std::make_shared<ImportOptions>();
  syntax.example("$ stead import friends friends.md --dry-run\n…");
  syntax.required("kind", "friends", options->kind,
                  "friends: the Markdown file of the program friends");
  syntax.required("file", "FILE", options->file, "The file; '-' is standard input");
  return [options](Session& session) {
    const Kind& kind = kind_named(options->kind);
    const std::string name = options->file == "-" ? "standard input" : options->file;
    kind.bring_in(session, session.input(options->file), name);
  };
}

}  // namespace stead
