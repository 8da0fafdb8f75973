#include "cli/command.h"
#include "commands/data/change_words.h"
#include "stead/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace stead {
namespace {

constexpr std::size_t kUsualSteps = 20;

struct HistoryRow {
  Step step;
  bool in_force = true;  ///< Not taken back, or done again since.
};

/// The steps that changed the book, newest first.
struct History {
  std::vector<HistoryRow> rows;
};

History history_of(const std::vector<Step>& steps, std::size_t count) {
  History history;
  std::vector<std::string> undone;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->kind != Step::Kind::done) {
      // Only the last word about a step counts, and that comes first here.
      if (step->kind == Step::Kind::undone &&
          std::ranges::find(undone, '+' + step->of) == undone.end()) {
        undone.push_back('-' + step->of);
      } else {
        undone.push_back('+' + step->of);
      }
      continue;
    }
    if (history.rows.size() == count) break;
    const bool in_force = std::ranges::find(undone, '-' + step->id) == undone.end();
    history.rows.push_back({*step, in_force});
  }
  return history;
}

Document to_document(const History& history) {
  Document document;
  Items items;
  for (const HistoryRow& row : history.rows) {
    const auto at = when_from(row.step.at);
    items.items.push_back(
        {.text = Text(command_line(row.step), row.in_force ? Tone::plain : Tone::faint),
         .aside = row.in_force ? Text() : Text("taken back", Tone::faint),
         .below = words_of(row.step.changes),
         .lead = Text(at ? long_date(*at) : row.step.at, Tone::faint)});
  }
  if (items.items.empty()) {
    document.add(Paragraph{Text("No command has changed this book yet.", Tone::faint)});
  } else {
    document.add(std::move(items));
  }
  return document;
}

std::string to_json(const History& history) {
  auto steps = nlohmann::ordered_json::array();
  for (const HistoryRow& row : history.rows) {
    auto records = nlohmann::ordered_json::array();
    for (const Change& change : row.step.changes) {
      records.push_back({{"collection", name_of(change.collection)}, {"id", change.id}});
    }
    steps.push_back({{"at", row.step.at},
                     {"words", row.step.words},
                     {"in_force", row.in_force},
                     {"records", std::move(records)}});
  }
  const nlohmann::ordered_json json{{"schema", "stead.history/1"}, {"steps", std::move(steps)}};
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::size_t read_count(const std::string& text) {
  if (text.empty()) return kUsualSteps;
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc() && end == text.data() + text.size() && count > 0) return count;
  throw Error::usage("'{}' is not a number of steps", text).with_hint("stead history 50");
}

}  // namespace

Action history_command(Syntax& syntax) {
  auto count = std::make_shared<std::string>();
  syntax.example(
      "$ stead keep ana -q\n"
      "$ stead history\n"
      "Mon 2026-08-03 10:15  stead keep ana -q\n"
      "                      ~ promise k7q2wd4: status nothing → kept\n"
      "                      ~ promise k7q2wd4: closed nothing → 2026-08-03");
  syntax.argument("count", "N", *count, "How many steps, the newest first; 20 if not said");
  return [count](Session& session) {
    const std::vector<Step> steps = journal_of(session).steps(digest(session.book().text()));
    session.show(history_of(steps, read_count(*count)));
  };
}

}  // namespace stead
