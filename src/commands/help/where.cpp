#include "cli/command.h"
#include "stead/book_place.h"
#include "stead/draft.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace stead {
namespace {

/// Every path that a command would use now.
struct WhereReport {
  std::filesystem::path book;
  std::string book_from;
  BookPlace place;
  std::optional<std::filesystem::path> journal_folder;
  std::optional<std::filesystem::path> journal;
  bool has_journal = false;
  std::vector<std::filesystem::path> drafts;  ///< Folders of texts that somebody edited.
};

/// As Editing makes them: beside the journal, else beside the book.
std::vector<std::filesystem::path> drafts_of(const Paths& paths) {
  const std::filesystem::path beside_book = in_full(paths.book).parent_path();
  std::vector<std::filesystem::path> drafts;
  if (paths.state && *paths.state != beside_book) drafts = drafts_in(*paths.state);
  std::ranges::move(drafts_in(beside_book), std::back_inserter(drafts));
  return drafts;
}

WhereReport where(const Paths& paths) {
  WhereReport report{.book = paths.book,
                     .book_from = paths.book_from,
                     .place = place_of_book(paths.book),
                     .journal_folder = paths.state,
                     .journal = {},
                     .drafts = drafts_of(paths)};
  if (!paths.state) return report;
  report.journal = Journal(*paths.state, paths.book).path();
  std::error_code unknown;  // a name that no file can have is not there
  report.has_journal = std::filesystem::exists(*report.journal, unknown);
  return report;
}

Text path_that(const std::filesystem::path& path, bool exists) {
  return Text(path.string()) + (exists ? Text() : Text("  not there yet", Tone::warning));
}

/// Lines that are never wrapped: paths are there to be copied.
Document to_document(const WhereReport& report) {
  Verbatim lines;
  const auto add = [&](std::string_view label, const Text& value) {
    lines.lines.push_back(Text(fmt::format("{:<9}", label), Tone::faint) + value);
  };
  add("book", path_that(report.book, report.place.exists));
  if (report.place.file != report.book) add("in full", report.place.file.string());
  add("said by", report.book_from);
  add("journal", report.journal
                     ? path_that(*report.journal, report.has_journal)
                     : Text("none, for want of a home: nothing can be undone", Tone::warning));
  add("lock", report.place.lock ? Text(report.place.lock->string())
                                : Text("the folder of the book, when there is one"));
  for (const std::filesystem::path& draft : report.drafts) {
    add(&draft == &report.drafts.front() ? "edited" : "", draft.string());
  }
  return Document().add(std::move(lines));
}

std::string to_json(const WhereReport& report) {
  using Json = nlohmann::ordered_json;
  const auto path = [](const std::optional<std::filesystem::path>& each) {
    return each ? Json(each->string()) : Json();
  };
  Json edited = Json::array();
  for (const std::filesystem::path& draft : report.drafts) edited.push_back(draft.string());
  const Json json{{"schema", "stead.where/1"},
                  {"book",
                   {{"path", report.book.string()},
                    {"from", report.book_from},
                    {"file", report.place.file.string()},
                    {"exists", report.place.exists}}},
                  {"journal",
                   {{"folder", path(report.journal_folder)},
                    {"file", path(report.journal)},
                    {"exists", report.has_journal}}},
                  {"lock", path(report.place.lock)},
                  {"edited", std::move(edited)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

Action where_command(Syntax& syntax) {
  syntax.example(
      "$ stead where\n"
      "book     book.json\n"
      "…");
  return [](Session& session) { session.show(where(session.paths)); };
}

}  // namespace stead
