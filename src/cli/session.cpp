#include "cli/command.h"

#include "stead/text.h"

#include <fmt/ranges.h>

#include <istream>
#include <iterator>

namespace stead {

Session::Session(const World& the_world, const GlobalOptions& the_options, const Paths& the_paths,
                 Now the_now)
    : world(the_world),
      options(the_options),
      paths(the_paths),
      now(std::move(the_now)),
      format(read_format(options)),
      style(output_style(world, options)) {}

void Session::begin(const Book* book, Edits* edits) {
  book_ = book;
  edits_ = edits;
  out_.clear();
  err_.clear();
  status = Status::done;
  new_book.clear();
  forget.clear();
}

void Session::say(const Text& sentence) {
  if (options.quiet || format == Format::json) return;
  Document document;
  document.add(Paragraph{sentence});
  out_ += render_text(document, style);
}

void Session::show_document(const Document& document) {
  switch (format) {
    case Format::text: return print(render_text(document, style));
    case Format::markdown: return print(render_markdown(document));
    case Format::html: return print(render_html(document));
    default: break;
  }
  const Table* table = nullptr;
  for (const Block& block : document.blocks) {
    if (table == nullptr) table = std::get_if<Table>(&block);
  }
  if (table == nullptr || format == Format::json) {
    const bool json = format == Format::json;
    throw Error::usage("this cannot be printed as {}", json ? "json" : options.format)
        .with_hint(json ? "--format text, md or html" : "--format text, md, html or json");
  }
  print(format == Format::csv ? render_csv(*table, options.raw) : render_tsv(*table, options.raw));
}

void Session::note(std::string_view sentence) {
  err_ += fmt::format("stead: {}\n", shown(sentence));
}

void Session::hint(std::string_view sentence) {
  if (!options.quiet) err_ += fmt::format("hint: {}\n", shown(sentence));
}

void Session::answer(const std::string& question, std::string text) {
  answers_[question] = std::move(text);
}

bool Session::confirm(const std::string& question) {
  if (options.yes || options.dry_run) return true;
  const std::string prompt = question + " [y/N] ";
  if (const auto found = answers_.find(prompt); found != answers_.end()) {
    const std::string answer = fold(found->second);
    return answer == "y" || answer == "yes";
  }
  if (!world.in_is_terminal || !world.err_is_terminal) {
    throw Error::usage("this needs a yes, and there is no terminal to ask on: {}", question)
        .with_hint("say it with --yes");
  }
  throw Question(prompt);
}

std::string Session::ask(const std::string& question, std::string_view what, std::string hint) {
  const std::string prompt = question + ' ';
  if (const auto found = answers_.find(prompt); found != answers_.end() && !found->second.empty()) {
    require_clean(found->second, what);
    return found->second;
  }
  if (!world.in_is_terminal || !world.err_is_terminal || answers_.contains(prompt)) {
    throw Error::usage("{} is missing", what).with_hint(std::move(hint));
  }
  throw Question(prompt);
}

const std::string& Session::standard_input() {
  if (!input_) {
    input_.emplace(std::istreambuf_iterator<char>(world.in), std::istreambuf_iterator<char>());
    while (input_->ends_with('\n')) input_->pop_back();
  }
  require_clean(*input_, "standard input");
  return *input_;
}

std::string Session::text_argument(const std::vector<std::string>& words, std::string_view what) {
  if (words.size() == 1 && words.front() == "-") return standard_input();
  std::string text = fmt::format("{}", fmt::join(words, " "));
  require_clean(text, what);
  return text;
}

}  // namespace stead
