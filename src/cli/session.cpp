#include "cli/command.h"

#include "stead/text.h"

#include <fmt/ranges.h>

namespace stead {

Session::Session(const World& the_world, const GlobalOptions& the_options, const Paths& the_paths,
                 Now the_now)
    : world(the_world),
      options(the_options),
      paths(the_paths),
      now(std::move(the_now)),
      format(read_format(options)),
      style(output_style(world, options)) {}

void Session::begin(const Book* book, Edits* edits, bool is_held) {
  book_ = book;
  edits_ = edits;
  is_held_ = is_held;
  out_.clear();
  offers_.clear();
  err_.clear();
  err_of_undo_.clear();
  status = Status::done;
  new_text.reset();
  new_file.reset();
  new_book.clear();
  forget.clear();
  manual_page.clear();
  is_input_used_ = false;
}

std::string Session::rendered(const Text& sentence) const {
  Document document;
  document.add(Paragraph{sentence});
  return render_text(document, style);
}

void Session::say(const Text& sentence) {
  if (options.quiet || format == Format::json) return;
  out_ += rendered(sentence);
}

void Session::say_with_undo(const Text& sentence) {
  if (options.quiet || format == Format::json) return;
  const std::size_t begin = out_.size();
  out_ += rendered(sentence + " Take it back: " + Text("stead undo", Tone::code));
  offers_.push_back({begin, out_.size(), rendered(sentence)});
}

void Session::show_document(const Document& document) {
  switch (format) {
    case Format::text: return print(render_text(document, style));
    case Format::markdown: return print(render_markdown(document));
    case Format::html: return print(render_html(document));
    default: break;
  }
  if (format == Format::svg) {
    if (const auto picture = render_svg(document)) return print(*picture);
  }
  const Table* table = nullptr;
  for (const Block& block : document.blocks) {
    if (table == nullptr) table = std::get_if<Table>(&block);
  }
  const bool is_table = format == Format::csv || format == Format::tsv;
  if (table == nullptr || !is_table) {
    const bool json = format == Format::json;
    throw Error::usage("this cannot be printed as {}", json ? "json" : options.format)
        .with_hint(json ? "--format text, md or html" : "--format text, md, html or json");
  }
  show_table(*table);
}

void Session::show_table(const Table& table) {
  print(format == Format::csv ? render_csv(table, options.raw) : render_tsv(table, options.raw));
}

void Session::note(std::string_view sentence) {
  err_ += fmt::format("stead: {}\n", shown(sentence));
}

void Session::hint(std::string_view sentence) {
  if (!options.quiet) err_ += fmt::format("hint: {}\n", shown(sentence));
}

void Session::hint_of_undo(std::string_view sentence) {
  if (!options.quiet) err_of_undo_ += fmt::format("hint: {}\n", shown(sentence));
}

std::string Session::output(bool can_be_undone) const {
  if (can_be_undone) return out_;
  std::string text = out_;
  for (auto offer = offers_.rbegin(); offer != offers_.rend(); ++offer) {
    text.replace(offer->begin, offer->end - offer->begin, offer->otherwise);
  }
  return text;
}

std::string Session::talk(bool can_be_undone) const {
  return can_be_undone ? err_ + err_of_undo_ : err_;
}

void Session::answer(const std::string& question, std::string text) {
  answers_[question] = std::move(text);
}

bool Session::confirm(const std::string& question, const Document& page) {
  if (options.yes || options.dry_run) return true;
  const std::string prompt = question + " [y/N] ";
  if (const auto found = answers_.find(prompt); found != answers_.end()) {
    const std::string answer = fold(found->second);
    return answer == "y" || answer == "yes";
  }
  if (!can_ask()) {
    throw Error::usage("this needs a yes, and there is no terminal to ask on: {}", question)
        .with_hint("say it with --yes");
  }
  throw Question(prompt, page.blocks.empty() ? "" : render_text(page, style) + '\n');
}

void Session::ask(const std::string& question, std::string_view what, const std::string& hint,
                  const TakeAnswer& take) {
  const Error missing = Error::usage("{} is missing", what).with_hint(hint);
  if (!can_ask()) throw missing;
  ask_for_any(question, [&](const std::string& answer) {
    if (trimmed(answer).empty()) throw missing;
    take(answer);
  });
}

void Session::ask_for_any(const std::string& question, const TakeAnswer& take) {
  const std::string prompt = question + ' ';
  const auto found = answers_.find(prompt);
  if (found == answers_.end()) throw Question(prompt);
  try {
    require_clean(found->second, "the answer");
    take(found->second);
  } catch (const Error& error) {
    if (error.status() != Status::usage) throw;
    throw Question(prompt, error);
  }
}

void Session::hold_book() {
  if (!is_held_) throw BookWanted(Access::write);
}

void Session::read_whole_book() {
  if (!book_->is_whole()) throw BookWanted(Access::read);
}

void Session::take_input(const std::string& file, std::string bytes) {
  inputs_[file] = std::move(bytes);
}

const std::string& Session::input(const std::string& file) {
  const auto found = inputs_.find(file);
  if (found == inputs_.end()) throw InputWanted(file);
  return found->second;
}

std::string Session::text_argument(const std::vector<std::string>& words, std::string_view what) {
  const bool is_input = !words.empty() && words.back() == "-";
  if (is_input && std::exchange(is_input_used_, true)) {
    throw Error::usage("standard input cannot be {} too: '-' is given twice", what)
        .with_hint("give one of them as an argument");
  }
  const auto typed = std::span(words).first(words.size() - (is_input ? 1 : 0));
  std::string text = fmt::format("{}", fmt::join(typed, " "));
  if (is_input) text += (text.empty() ? "" : " ") + input("-");
  while (is_input && text.ends_with('\n')) text.pop_back();
  require_clean(text, is_input ? "standard input" : what);
  return text;
}

const Edited& Session::edited(const std::string& name, const std::string& offered) {
  if (!edited_) throw EditWanted(name, offered);
  return *edited_;
}

}  // namespace stead
