#pragma once

#include "cli/options.h"
#include "cli/paths.h"
#include "cli/syntax.h"
#include "cli/world.h"
#include "stead/book.h"
#include "stead/document.h"
#include "stead/edits.h"
#include "stead/error.h"
#include "stead/journal.h"
#include "stead/render.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace stead {

/// What a command needs of the book.
enum class Access {
  none,   ///< Nothing, not even where it is.
  place,  ///< To know where it is; there need not be one.
  begin,  ///< To make one where there is none.
  front,  ///< To read contacts and promises, never an interaction.
  read,
  walk,  ///< To read, with walks over all interactions.
  write,
};

/// The groups of help, in its order.
enum class Group { record, people, cover, review, data, help };

/// A text that the user has edited.
struct Edited {
  std::string offered;         ///< What the editor began with.
  std::string text;            ///< What it left.
  std::filesystem::path file;  ///< Where that is, for a place in it.
};

/// What a command works with: the book, the clock, and where its answer goes. A command that
/// writes puts its changes into `edits`; whoever called it saves them.
///
/// A command may be run again from the start, when somebody else changed the book meanwhile or when
/// a question had to be asked, a file to be read or a text to be edited; what it said before is
/// dropped then. So it must not do anything to the outside by itself.
class Session {
 public:
  Session(const World& world, const GlobalOptions& options, const Paths& paths, Now now);

  const World& world;
  const GlobalOptions& options;
  const Paths& paths;
  Now now;
  Format format = Format::text;
  TextStyle style;

  /// The book; there is one unless the command's access is `none`, `place` or `begin`, and after
  /// `hold_book`.
  const Book& book() const { return *book_; }
  Edits& edits() { return *edits_; }

  /// The echo of a change: one sentence or two about what was understood. `-q` silences it, and
  /// with `--json` the changes themselves are printed instead.
  void say(const Text& sentence);
  /// The same, and how to take the change back, unless that cannot be done or nothing is written.
  void say_with_undo(const Text& sentence);

  /// The answer to a question, or a report that has `to_document(report)` and `to_json(report)`,
  /// and `to_table(report)` where another table than the first of its document is to be CSV.
  template <typename Report>
  void show(const Report& report);
  void show_document(const Document& document);
  void show_table(const Table& table);
  /// Output that is made already, ending in a newline.
  void print(std::string_view text) { out_ += text; }

  /// Talk beside the answer, for standard error: `hint` says what to do next, `note` what happened.
  void note(std::string_view sentence);
  void hint(std::string_view sentence);
  /// A hint that makes sense only where the change was made and can be undone.
  void hint_of_undo(std::string_view sentence);

  /// A yes or no question before something that destroys. True with `--yes`; asks on a terminal;
  /// else throws Error (usage) that names `--yes`. On a terminal, `page` stands above the question.
  bool confirm(const std::string& question, const Document& page = {});
  /// What takes an answer; where it throws Error (usage), that is shown and the question is asked
  /// again.
  using TakeAnswer = std::function<void(const std::string& answer)>;
  /// A line of text from the user, on a terminal; else throws Error (usage) saying that `what` is
  /// missing, with the hint. `take` gets it, and never an empty one.
  void ask(const std::string& question, std::string_view what, const std::string& hint,
           const TakeAnswer& take);
  /// The same where an empty answer is one, too. The caller knows that there is a terminal.
  void ask_for_any(const std::string& question, const TakeAnswer& take);
  /// Can questions be asked?
  bool can_ask() const { return world.in_is_terminal && world.err_is_terminal; }

  /// For a command whose access is `place` or `read` and that, called so, writes after all: from
  /// here on there is a book, and it is held.
  void hold_book();
  /// For a command whose access is `front` and that, called so, needs interactions after all: from
  /// here on the book has them.
  void read_whole_book();

  /// All bytes of a file that somebody named, `-` being standard input; read once, and never while
  /// the book is held: others would wait for whoever writes into the pipe. Throws Error (usage)
  /// when it cannot be read.
  const std::string& input(const std::string& file);
  /// A text argument: `-` as the last of its words stands for all of standard input, which only one
  /// argument of a call can have. Throws Error (usage) when it is not clean.
  std::string text_argument(const std::vector<std::string>& words, std::string_view what);

  /// What the user made of a text, in an editor that begins with `offered` in a file called `name`.
  /// The book is not held meanwhile, so that it may have changed when this returns, and `offered`
  /// with it: the result says what was offered then. An Error with a place in the text is shown on
  /// a terminal, and the text may be edited again; otherwise it is kept in its file.
  const Edited& edited(const std::string& name, const std::string& offered);

  /// How the run ends when nothing fails: the answer to a question may be no.
  Status status = Status::done;

  /// For undo and redo: what kind of step this is in the journal, and of which one.
  Step::Kind step_kind = Step::Kind::done;
  std::string step_of;
  /// For what changes the layout of the book and no record: the text that it is to have.
  std::optional<std::string> new_text;
  /// For what makes a file beside the book: it is written when all else has been done.
  struct NewFile {
    std::string path;
    std::string text;
    std::string_view what;  ///< What it is, for whoever has another file of that name.
    bool (*may_replace)(std::string_view front) = nullptr;  ///< See `write_output_file`.
  };
  std::optional<NewFile> new_file;
  /// For init: the text of the book to begin.
  std::string new_book;
  /// After the book is saved, forget these records in the journal too.
  std::vector<std::string> forget;
  /// For help: the manual page that is shown in the place of the answer, where there is a terminal
  /// and it is installed.
  std::string manual_page;

  // For `run` alone.
  void begin(const Book* book, Edits* edits, bool is_held = false);
  void answer(const std::string& question, std::string text);
  void take_input(const std::string& file, std::string bytes);
  void take_edited(Edited edited) { edited_ = std::move(edited); }
  std::string output(bool can_be_undone) const;
  std::string talk(bool can_be_undone) const;

 private:
  const Book* book_ = nullptr;
  Edits* edits_ = nullptr;
  bool is_held_ = false;
  /// Part of the output, and what stands there where the change cannot be undone.
  struct Offer {
    std::size_t begin;
    std::size_t end;
    std::string otherwise;
  };

  std::string rendered(const Text& sentence) const;

  std::string out_;
  std::vector<Offer> offers_;
  std::string err_;
  std::string err_of_undo_;
  std::map<std::string, std::string> answers_;
  std::map<std::string, std::string> inputs_;
  bool is_input_used_ = false;  ///< Did an argument take standard input?
  std::optional<Edited> edited_;
};

/// Thrown by Session when a question has to be asked: `run` lets go of the book, asks, and runs the
/// command again.
class Question : public std::runtime_error {
 public:
  explicit Question(const std::string& prompt, std::optional<Error> refused = {})
      : std::runtime_error(prompt), refused_(std::move(refused)) {}
  Question(const std::string& prompt, std::string page)
      : std::runtime_error(prompt), page_(std::move(page)) {}
  /// Why the answer to it was none.
  const std::optional<Error>& refused() const { return refused_; }
  /// What is shown above it, as it is printed.
  const std::string& page() const { return page_; }

 private:
  std::string page_;
  std::optional<Error> refused_;
};

/// The same for a file that has to be read: `what()` is its name.
class InputWanted : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The same for a text that has to be edited: `what()` is the name of its file.
class EditWanted : public std::runtime_error {
 public:
  EditWanted(const std::string& name, std::string offered)
      : std::runtime_error(name), offered_(std::move(offered)) {}
  const std::string& offered() const { return offered_; }

 private:
  std::string offered_;
};

/// The same for a book of which more is needed than the command's access says.
class BookWanted : public std::runtime_error {
 public:
  explicit BookWanted(Access access)
      : std::runtime_error("more of the book is needed"), access_(access) {}
  Access access() const { return access_; }

 private:
  Access access_;
};

template <typename Report>
void Session::show(const Report& report) {
  if (format == Format::json) {
    return print(json_safe(to_json(report)));
  }
  if constexpr (requires { to_table(report); }) {
    if (format == Format::csv || format == Format::tsv) return show_table(to_table(report));
  }
  show_document(to_document(report));
}

/// Does the work, with the options already in it. Throws Error.
using Action = std::function<void(Session&)>;

/// One line of commands.def.
struct Command {
  std::string_view name;
  Group group;
  Access access;
  std::string_view summary;
  Action (*define)(Syntax&);  ///< Declares the options; returns what runs after the parse.
};

/// Every command, in the order help shows them.
std::span<const Command> commands();

/// What `stead` alone does; it is not in the table.
const Command& bare_command();

/// The command with this name; nullptr where there is none.
const Command* find_command(std::string_view name);

/// The heading of a group in help.
std::string_view title_of(Group group);

/// A parser with the global options and this one command, and the command's action.
struct Parser {
  std::unique_ptr<CLI::App> app;
  CLI::App* command = nullptr;
  Action action;

  Parser(const Command& command_row, GlobalOptions& options);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

/// The program's version.
std::string_view version();

}  // namespace stead
