#include "cli/command.h"
#include "commands/people/field_options.h"
#include "commands/people/field_readers.h"
#include "commands/people/settle.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

struct AddOptions {
  std::vector<std::string> words;
  TypedFields typed;
  bool is_new = false;
};

/// The words of the name are those before the first `KEY=VALUE`.
std::string take_name(const std::vector<std::string>& words, TypedFields& typed) {
  const auto is_own = [](const std::string& word) { return word.find('=') != std::string::npos; };
  const auto end = std::find_if(words.begin() + 1, words.end(), is_own);
  typed.own.assign(end, words.end());
  return read_name({words.begin(), end});
}

/// The contact that has this very name, alias or handle; nothing where none does.
std::optional<std::size_t> find_same(const Book& book, const std::string& name) {
  const std::string folded = fold(name);
  const auto is_it = [&](std::string_view other) { return fold(other) == folded; };
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    if (is_it(names.name) || is_it(names.id) || std::ranges::any_of(names.aliases, is_it)) return i;
  }
  return std::nullopt;
}

void refuse_same(const Book& book, const std::string& name) {
  const auto same = find_same(book, name);
  if (!same) return;
  const ContactNames names = book.names(*same);
  const std::string_view archived = names.archived.empty() ? "" : ", archived";
  throw Error::usage("{} is in the book already{}", name_with_org(book, names.id), archived)
      .with_hint(
          fmt::format("'stead set {} …' changes them; --new adds another of that name", names.id));
}

/// Whoever has nearly the same name may be meant.
void mention_near(Session& session, const std::string& name) {
  const Book& book = session.book();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    names.emplace_back(book.names(i).name);
  }
  const std::vector<std::string> near = nearest(name, names);
  if (near.empty()) return;
  session.hint_of_undo(
      fmt::format("there is {}, too; if you meant them: stead undo", near.front()));
}

Text echo(const Book& book, const Contact& added) {
  Contact bare;
  bare.id = added.id;
  bare.name = added.name;
  bare.kind = added.kind;
  Text sentence = added.is_org() ? "Added the organisation " : "Added ";
  sentence += Text(added.name, Tone::strong) + ", handle " + Text(added.id, Tone::code);
  const std::vector<Text> fields = differences(book, bare, added);
  return fields.empty() ? sentence + "." : sentence + ": " + joined(fields, "; ") + ".";
}

}  // namespace

Action add_command(Syntax& syntax) {
  auto options = std::make_shared<AddOptions>();
  syntax.required("name", "NAME", options->words,
                  "The name as people say it, and fields of your own");
  add_field_options(syntax, contact_options(), options->typed);
  syntax.flag("--new", options->is_new, "Even where somebody has that name already");
  syntax.example(
      "$ stead add Cem Ay --org acme --phone '+49 30 1234' --tag colleague\n"
      "Added Cem Ay, handle cem-ay: org Acme Dental; phone +49 30 1234; tag colleague.");
  return [options](Session& session) {
    TypedFields typed = options->typed;
    Contact contact;
    contact.name = take_name(options->words, typed);
    if (!options->is_new) refuse_same(session.book(), contact.name);
    contact.id = session.edits().new_handle(contact.name);
    const Contact before = contact;
    apply(typed, contact, session);
    settle(before, contact, session);
    session.edits().put(contact);
    session.say(echo(session.book(), contact));
    if (!options->is_new) mention_near(session, contact.name);
  };
}

}  // namespace stead
