#include "commands/record/last_log.h"

#include "cli/arguments.h"
#include "stead/journal.h"
#include "stead/store.h"

namespace stead {
namespace {

bool is_my_log(const Interaction& each) {
  return !each.deed && (each.by.empty() || each.by == "me");
}

/// The log that a step wrote, as it is now; nothing where it wrote none, or that is gone.
std::optional<Interaction> written_by(const Session& session, const Step& step) {
  const std::size_t command = command_position(step.words);
  if (command == step.words.size() || step.words[command] != "log") return std::nullopt;
  const Book& book = session.book();
  for (const Change& change : step.changes) {
    if (change.collection != Collection::interactions || change.before) continue;
    const auto index = book.find(Collection::interactions, change.id);
    if (index && is_my_log(book.interaction(*index))) return book.interaction(*index);
  }
  return std::nullopt;
}

std::optional<Interaction> last_in_journal(const Session& session) {
  if (!session.paths.state) return std::nullopt;
  const Journal journal(*session.paths.state, session.paths.book);
  const std::vector<Step> steps = journal.steps(digest(session.book().text()));
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (auto log = written_by(session, *step)) return log;
  }
  return std::nullopt;
}

std::optional<Interaction> newest(const Book& book) {
  std::optional<Interaction> found;
  book.newest_first([&](const Talk& talk) {
    found = book.interaction(talk.index);
    if (!is_my_log(*found)) found.reset();
    return !found;
  });
  return found;
}

}  // namespace

Interaction last_log(const Session& session) {
  auto log = last_in_journal(session);
  if (!log) log = newest(session.book());
  if (!log) {
    throw Error::usage("there is no log yet").with_hint("stead log WHO TEXT writes one");
  }
  return *std::move(log);
}

}  // namespace stead
