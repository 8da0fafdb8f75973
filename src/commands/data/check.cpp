#include "stead/check.h"
#include "cli/command.h"
#include "stead/conflict_copies.h"
#include "stead/record.h"
#include "stead/store.h"
#include "stead/tidy.h"

#include <nlohmann/json.hpp>

namespace stead {
namespace {

std::string singular(Collection collection) {
  std::string name(name_of(collection));
  name.pop_back();
  return name;
}

std::string count(std::size_t n, std::string_view thing) {
  return fmt::format("{} {}{}", n, thing, n == 1 ? "" : "s");
}

Text where(const Finding& finding) {
  Text text(fmt::format("{}:{}:{}: ", finding.place.file, finding.place.line, finding.place.column),
            Tone::faint);
  if (finding.severity == Finding::Severity::note) text += Text("note: ", Tone::faint);
  if (finding.collection && !finding.id.empty()) {
    text += singular(*finding.collection) + " '" + finding.id + "': ";
  }
  return text;
}

/// A line for each, as compilers write them, so that an editor can jump to it.
Document to_document(const CheckReport& report) {
  Verbatim lines;
  for (const Finding& finding : report.findings) {
    Text line = where(finding) + finding.message;
    if (!finding.hint.empty()) line += Text(" (" + finding.hint + ")", Tone::faint);
    lines.lines.push_back(std::move(line));
  }
  Document document;
  if (!lines.lines.empty()) document.add(std::move(lines));
  return document;
}

std::string to_json(const CheckReport& report) {
  auto findings = nlohmann::ordered_json::array();
  for (const Finding& finding : report.findings) {
    nlohmann::ordered_json row{
        {"severity", finding.severity == Finding::Severity::fault ? "fault" : "note"},
        {"file", finding.place.file},
        {"line", finding.place.line},
        {"column", finding.place.column}};
    if (finding.collection) row["collection"] = name_of(*finding.collection);
    if (!finding.id.empty()) row["id"] = finding.id;
    row["message"] = finding.message;
    if (!finding.hint.empty()) row["hint"] = finding.hint;
    findings.push_back(std::move(row));
  }
  const nlohmann::ordered_json json{{"schema", "stead.check/1"},
                                    {"is_book", report.is_book},
                                    {"faults", report.faults()},
                                    {"notes", report.notes()},
                                    {"findings", std::move(findings)}};
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

/// Files that a sync service or a writer left beside the book.
void name_conflict_copies(Session& session) {
  for (const std::filesystem::path& copy : conflict_copies(session.paths.book)) {
    session.note(
        fmt::format("'{}' is a conflicting copy of the book: take over what is missing, "
                    "then remove it",
                    copy.string()));
  }
}

void say_faults(Session& session, const CheckReport& report) {
  for (const Finding& finding : report.findings) {
    if (finding.severity != Finding::Severity::fault) continue;
    const std::string place =
        fmt::format("{}:{}:{}", finding.place.file, finding.place.line, finding.place.column);
    session.note(report.faults() == 1
                     ? place + ": 1 fault"
                     : fmt::format("{}: the first of {} faults", place, report.faults()));
    return;
  }
}

std::string counts(const Book& book) {
  return count(book.size(Collection::contacts), "contact") + ", " +
         count(book.size(Collection::promises), "promise") + " and " +
         count(book.size(Collection::interactions), "interaction");
}

Paragraph no_faults(const Book& book) {
  return {Text("No faults", Tone::good) + " in " + counts(book) + "."};
}

void show(Session& session, const CheckReport& report, std::string_view text) {
  if (session.format == Format::json) return session.print(json_safe(to_json(report)));
  Document document = to_document(report);
  if (report.faults() == 0 && !session.options.quiet) {
    document.add(no_faults(Book::reading(text, session.paths.book.string())));
  }
  if (!document.blocks.empty()) session.show_document(document);
}

void show_tidied(Session& session, bool was_tidy, std::size_t faults) {
  const std::string file = session.paths.book.string();
  if (session.format == Format::json) {
    return session.print(json_safe(
        fmt::format("{{\"schema\":\"stead.tidy/1\",\"book\":{},\"was_tidy\":{},\"faults\":{}}}\n",
                    json_quoted(file), was_tidy, faults)));
  }
  if (was_tidy) return session.say(Text(file, Tone::code) + " is tidy: nothing to change.");
  session.say_with_undo("Laid " + Text(file, Tone::code) + " out anew: " + counts(session.book()) +
                        ", one a line and in order.");
}

/// Lays the book out anew, and leaves alone what it says: a fault stays a fault.
void tidy(Session& session) {
  session.hold_book();
  const std::string file = session.paths.book.string();
  const std::string_view before = session.book().text();
  std::string after = tidy_text(session.book());
  const std::size_t faults = check(after, file).faults();
  if (faults != check(before, file).faults()) {
    throw Error(Status::unwritable, "'{}' cannot be laid out anew; nothing was written", file);
  }
  const bool was_tidy = after == before;
  if (!was_tidy) session.new_text = std::move(after);
  show_tidied(session, was_tidy, faults);
  if (faults == 0) return;
  session.note(fmt::format("{} there: 'stead check' shows {}",
                           faults == 1 ? "1 fault is" : fmt::format("{} faults are", faults),
                           faults == 1 ? "it" : "them"));
  session.status = Status::no;
}

void run_check(Session& session) {
  auto reader = BookReader::open(session.paths.book);
  if (!reader) throw no_book_at(session.paths.book, init_command(session.paths));
  const std::string_view text = reader->read_all();
  const CheckReport report = check(text, session.paths.book.string());
  show(session, report, text);
  say_faults(session, report);
  name_conflict_copies(session);
  if (!report.is_book) {
    session.status = Status::unreadable;
  } else if (report.faults() > 0) {
    session.status = Status::no;
  }
}

}  // namespace

Action check_command(Syntax& syntax) {
  auto is_to_tidy = std::make_shared<bool>(false);
  syntax.example("$ stead check\nNo faults in 9 contacts, 2 promises and 2 interactions.");
  syntax.flag("--tidy", *is_to_tidy, "Lay the book out anew: a record a line, in order");
  return [is_to_tidy](Session& session) {
    if (*is_to_tidy) return tidy(session);
    run_check(session);
  };
}

}  // namespace stead
