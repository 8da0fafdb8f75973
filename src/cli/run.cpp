#include "cli/world.h"

#include "cli/arguments.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/completion.h"
#include "cli/editing.h"
#include "cli/extensions.h"
#include "cli/help.h"
#include "cli/pager.h"
#include "cli/print_error.h"
#include "stead/check.h"
#include "stead/input_file.h"
#include "stead/output_file.h"
#include "stead/record.h"
#include "stead/store.h"
#include "stead/text.h"

#include <algorithm>
#include <istream>
#include <new>
#include <ostream>
#include <utility>

namespace stead {
namespace {

constexpr std::string_view kDryRun = "a dry run: nothing was written";

/// What a change looks like for programs: `stead.changes/1`.
std::string changes_json(const Changes& changes) {
  std::string out = R"({"schema":"stead.changes/1","changes":[)";
  const char* separator = "\n";
  for (const Change& change : changes) {
    out += fmt::format(R"({}{{"collection":"{}","id":{},"before":{},"after":{}}})", separator,
                       name_of(change.collection), json_quoted(change.id),
                       change.before.value_or("null"), change.after.value_or("null"));
    separator = ",\n";
  }
  return json_safe(out + (changes.empty() ? "]}\n" : "\n]}\n"));
}

/// Whoever wanted to write has to know that a book which cannot be read stays as it is.
Error for_writer(const Error& error) {
  if (error.status() != Status::unreadable) return error;
  const std::string hint = error.hint().empty() ? "" : error.hint() + "; ";
  return Error(error).with_hint(hint + "nothing was written");
}

/// What a run has come to, for whoever has to say why it failed.
struct Progress {
  GlobalOptions options;             ///< Those of the line as soon as it is read.
  bool written = false;              ///< Was anything?
  std::filesystem::path draft = {};  ///< The folder of a text that was edited.

  /// A failure that nobody foresaw, or of the output.
  Error failed(std::string_view why) const {
    Error error = written ? Error(Status::unconfirmed, "the change was made, but {}", why)
                          : Error(Status::unwritable, "{}", why);
    std::error_code unknown;
    if (!std::filesystem::exists(draft, unknown)) return error;
    return Error(error).with_hint(fmt::format("your text is kept in '{}'", draft.native()));
  }
};

/// One run of one command.
class CommandRun {
 public:
  CommandRun(const World& world, Progress& progress, const Command& command, const Action& action)
      : world_(world),
        progress_(progress),
        access_(command.access),
        action_(action),
        paths_(command.access == Access::none ? Paths{} : find_paths(world, progress.options.book)),
        session_(world, progress.options, paths_, clock_of(world, progress.options)) {}

  Status go() {
    for (bool done = false; !done;) {
      try {
        done = attempt();
      } catch (const Error& error) {
        if (!editing_) throw;
        edit_again(error);
      }
    }
    write_file();
    print();
    if (late_failure_) throw Error(*late_failure_);
    return session_.status;
  }

 private:
  /// False where something was wanted, and is there now.
  bool attempt() {
    try {
      if (std::exchange(is_edit_wanted_, false)) {
        Edited edited = editing_->edit();
        edited_ = edited.text;
        session_.take_edited(std::move(edited));
      }
      work();
      return true;
    } catch (const Question& question) {
      if (question.refused()) print_error(world_, session_.options, *question.refused());
      world_.err << question.page();
      session_.answer(question.what(), ask(question.what()));
    } catch (const InputWanted& wanted) {
      const std::string file = wanted.what();
      if (file == "-" && world_.in_is_terminal) say_that_it_reads();
      session_.take_input(
          file, file == "-" ? read_input(world_.in, "standard input") : read_input_file(file));
    } catch (const EditWanted& wanted) {
      editing_.emplace(world_, paths_, wanted);
      progress_.draft = editing_->folder();
      is_edit_wanted_ = true;
    } catch (const BookWanted& wanted) {
      access_ = wanted.access();
    }
    return false;
  }

  /// What is wrong at some place of an edited text can be mended there; nothing else can.
  void edit_again(const Error& error) {
    if (!error.place() || !session_.can_ask()) throw editing_->kept(error);
    print_error(world_, session_.options, error);
    hint_at_once(fmt::format("your text is in '{}', and stays there if this ends now",
                             editing_->file().native()));
    const std::optional<std::string> answer = asked("Edit it again? [Y/n] ");
    is_edit_wanted_ = answer && !fold(*answer).starts_with('n');
    if (!is_edit_wanted_) throw editing_->kept(Error::usage("nothing was written"));
  }

  void work() {
    switch (access_) {
      case Access::none:
      case Access::place: session_.begin(nullptr, nullptr); return action_(session_);
      case Access::begin: return begin();
      case Access::front:
      case Access::read:
      case Access::walk: return read();
      case Access::write: return write();
    }
  }

  void begin() {
    session_.begin(nullptr, nullptr);
    action_(session_);
    // What is made has to read as a book: a mistake must never reach the file.
    const CheckReport faults = check(session_.new_book, paths_.book.string());
    if (faults.faults() > 0) {
      throw Error(Status::unwritable, "the new book would be broken: {}; nothing was written",
                  faults.findings.front().message);
    }
    if (session_.options.dry_run) {
      std::error_code failed;
      if (std::filesystem::exists(paths_.book, failed)) throw already_a_book_at(paths_.book);
      if (failed) {
        throw Error(Status::unwritable, "'{}' cannot be written: {}", paths_.book.native(),
                    failed.message());
      }
      return session_.hint(kDryRun);
    }
    create(paths_.book, session_.new_book);
    progress_.written = true;
  }

  void read() {
    auto reader = BookReader::open(paths_.book);
    if (!reader) throw no_book_at(paths_.book, init_command(paths_));
    const std::string file = paths_.book.string();
    if (access_ == Access::front) {
      if (const auto book = Book::front(reader->read_until(Book::kFrontEnd), file)) {
        return act(*book);
      }
    }
    const std::string_view text = reader->read_all();
    act(access_ == Access::walk ? Book::walking(text, file) : Book::reading(text, file));
  }

  void act(const Book& book) {
    Edits edits(book, world_.random);
    session_.begin(&book, &edits);
    action_(session_);
  }

  void write() {
    std::optional<Book> book;
    EditedText edited;
    std::optional<Journal> journal;
    if (paths_.state) journal.emplace(*paths_.state, paths_.book);
    Writer writer;
    writer.init = init_command(paths_);
    writer.rewrite = [&](std::string_view old) -> std::optional<Pieces> {
      try {
        book.emplace(Book::strict(old, paths_.book.string()));
        Edits edits(*book, world_.random);
        session_.begin(&*book, &edits, true);
        action_(session_);
        changes_ = edits.changes();
      } catch (const Error& error) {
        throw for_writer(error);
      }
      if (!changes_something() || session_.options.dry_run) return std::nullopt;
      if (session_.new_text) return Pieces{*session_.new_text};
      edited = with_changes(*book, changes_);
      return edited.views();
    };
    writer.before_swap = [&](const std::string& before, const std::string& after) {
      can_be_undone_ = journal && journal->append(step(*book, before, after));
    };
    writer.not_swapped = [&] {
      if (journal && can_be_undone_) journal->withdraw();
    };
    writer.notice = [&](std::string_view sentence) { notice(sentence); };
    progress_.written = update(paths_.book, writer);
    if (!can_be_undone_) {
      session_.note(paths_.state ? fmt::format("this cannot be undone: '{}' cannot be written",
                                               paths_.state->string())
                                 : "this cannot be undone: there is no home for the journal");
    }
    if (progress_.written && journal && !session_.forget.empty()) forget(*journal);
  }

  /// The book is written, so that a failure must not keep its echo back.
  void forget(Journal& journal) {
    try {
      journal.forget([&](const Step& step) {
        return std::ranges::any_of(session_.forget,
                                   [&](const std::string& id) { return mentions(step, id); });
      });
    } catch (const Error& error) {
      late_failure_ =
          Error(Status::unconfirmed,
                "the change was made, but the journal still has what was removed: {}", error.what())
              .with_hint(fmt::format("remove '{}'", journal.path().string()));
    }
  }

  Step step(const Book& book, const std::string& before, const std::string& after) const {
    Step step;
    step.at = to_string(session_.now.moment());
    step.words = world_.arguments;
    step.kind = session_.step_kind;
    step.of = session_.step_of;
    step.before = before;
    step.after = after;
    if (step.kind != Step::Kind::done) return step;
    step.changes = with_places(book, changes_);
    if (session_.new_text) step.text = book.text();
    return step;
  }

  bool changes_something() const { return !changes_.empty() || session_.new_text; }

  /// Said at once: it may be the reason for a long silence.
  void notice(std::string_view sentence) {
    world_.err << "stead: " << shown(sentence) << '\n' << std::flush;
  }

  void hint_at_once(std::string_view sentence) {
    if (!session_.options.quiet) world_.err << "hint: " << shown(sentence) << '\n' << std::flush;
  }

  /// Nothing else shows that a program waits for a text.
  void say_that_it_reads() { hint_at_once("type the text; Ctrl-D on a line of its own ends it"); }

  std::optional<std::string> asked(const std::string& question) {
    world_.err << shown(question) << std::flush;
    std::string line;
    if (std::getline(world_.in, line)) return line;
    world_.err << '\n';
    return std::nullopt;
  }

  std::string ask(const std::string& question) {
    if (auto answer = asked(question)) return *answer;
    throw Error::usage("there was no answer; nothing was written");
  }

  void write_file() {
    if (!session_.new_file || session_.options.dry_run) return;
    const Session::NewFile& file = *session_.new_file;
    write_output_file(file.path, file.text, file.what, file.may_replace);
  }

  /// The text that was edited goes, unless a dry run leaves it to be written.
  void end_editing() {
    if (progress_.written) return editing_->discard();
    const std::string place = editing_->leave(changes_something() ? std::string() : edited_);
    if (!place.empty()) session_.hint(place);
  }

  void print() {
    const bool writes = access_ == Access::write;
    const bool dry = session_.options.dry_run &&
                     ((writes && changes_something()) || session_.new_file.has_value());
    const bool says_so = dry && session_.format == Format::text && !session_.options.quiet;
    if (says_so) world_.out << "Nothing was written; without --dry-run this would be the answer:\n";
    if (dry && !says_so) session_.hint(kDryRun);
    if (editing_) end_editing();
    const bool undo = can_be_undone_ && !dry;
    const std::string output = session_.output(undo);
    const bool as_changes = writes && session_.format == Format::json && output.empty();
    if (writes) {
      world_.out << (as_changes ? changes_json(changes_) : output);
    } else {
      print_answer(output);
    }
    world_.out << std::flush;  // what to do next comes after the answer, also on a terminal
    world_.err << session_.talk(undo) << std::flush;
  }

  void print_answer(const std::string& answer) {
    if (session_.format == Format::json) {
      world_.out << answer;
    } else if (session_.manual_page.empty() ||
               !show_manual(world_, session_.options, session_.manual_page)) {
      show_in_pager(world_, session_.options, answer);
    }
  }

  const World& world_;
  Progress& progress_;
  Access access_;
  const Action& action_;
  Paths paths_;
  Session session_;
  Changes changes_;
  bool can_be_undone_ = true;
  std::optional<Error> late_failure_;
  std::optional<Editing> editing_;
  std::string edited_;  ///< What the editor left last.
  bool is_edit_wanted_ = false;
};

void print_document(const World& world, const GlobalOptions& options, const Document& document) {
  show_in_pager(world, options, render_text(document, output_style(world, options)));
}

/// Returns the exit status.
int run_command(const World& world, Progress& progress) {
  std::vector<std::string> arguments = with_command_first(world.arguments);
  const std::size_t position = command_position(arguments);
  const Command* command = &bare_command();
  if (position < arguments.size()) {
    command = find_command(arguments[position]);
    if (command == nullptr) return run_extension(world, arguments, position);
  } else {
    if (std::erase(arguments, "--version") > 0) command = find_command("version");
    arguments.insert(arguments.begin(), std::string(command->name));
  }
  GlobalOptions read;
  Parser parser(*command, read);
  if (!parse(parser, arguments)) {
    print_document(
        world, progress.options,
        command == &bare_command() ? general_help(extension_names(world)) : command_help(parser));
    return static_cast<int>(Status::done);
  }
  progress.options = read;
  return static_cast<int>(CommandRun(world, progress, *command, parser.action).go());
}

}  // namespace

const std::string& World::variable(const std::string& name) const {
  static const std::string unset;
  const auto found = environment.find(name);
  return found == environment.end() ? unset : found->second;
}

int run(const World& world) {
  Progress progress;
  try {
    progress.options = options_for_errors(world.arguments);
    int status = static_cast<int>(Status::done);
    if (is_completion_request(world.arguments)) {
      world.out << completions(world);
    } else {
      status = run_command(world, progress);
    }
    if (!world.out.flush()) throw progress.failed("the output cannot be written");
    return status;
  } catch (const Error& error) {
    return print_error(world, progress.options, error);
  } catch (const std::bad_alloc&) {
    return print_error(world, progress.options, progress.failed("there is not enough memory"));
  } catch (const std::exception& error) {  // the system's own, or a bug
    return print_error(world, progress.options, progress.failed(error.what()));
  }
}

}  // namespace stead
