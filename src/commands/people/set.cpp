#include "cli/command.h"
#include "commands/people/field_options.h"
#include "commands/people/settle.h"
#include "stead/names.h"
#include "stead/text.h"

namespace stead {
namespace {

struct SetOptions {
  std::string who;
  TypedFields typed;
};

constexpr std::size_t kLongestTitle = 40;

std::string title_of(const Book&, const Contact& contact) { return contact.name; }
std::string title_of(const Book&, const Promise& promise) {
  return fmt::format("{} '{}'", promise.id, cut(promise.text, kLongestTitle));
}
std::string title_of(const Book& book, const Interaction& interaction) {
  std::string who;
  for (const std::string& handle : interaction.with) {
    who += (who.empty() ? " with " : ", ") + book.name_of(handle);
  }
  return fmt::format("{} of {}{}", interaction.id, long_date(interaction.at), who);
}

/// `set` mends what was written wrongly; a date that was put off is told.
void hint_of_telling(Session& session, const Promise& before, const Promise& after) {
  if (!after.is_open() || after.is_follow_up() || before.due == after.due || !before.due) return;
  session.hint_of_undo(fmt::format(
      "that counts as the date from the start; if it was moved: stead undo, then stead tell {} "
      "--by {}",
      after.id, after.due ? to_string(*after.due) : "none"));
}
void hint_of_telling(Session&, const auto&, const auto&) {}

template <typename Record>
void change(const TypedFields& typed, const Record& before, Session& session) {
  Record after = before;
  apply(typed, after, session);
  settle(before, after, session);
  session.edits().put(after);
  const Text who(title_of(session.book(), before), Tone::strong);
  const std::vector<Text> changed = differences(session.book(), before, after);
  if (!changed.empty()) {
    session.say(who + ": " + joined(changed, "; ") + ".");
    return hint_of_telling(session, before, after);
  }
  if (before == after) return session.say(who + " is like that already: nothing to change.");
  session.say(who + ": the conflict is settled.");
}

/// With a line for each, help would not fit on a screen.
void put_into_a_group(Syntax& syntax, std::span<const FieldOption> options) {
  std::vector<std::string> names;
  for (const FieldOption& field : options) names.push_back("--" + std::string(field.name));
  syntax.group("Of a contact, as in 'stead add --help'", names);
}

}  // namespace

Action set_command(Syntax& syntax) {
  auto options = std::make_shared<SetOptions>();
  syntax.required("who", "WHO|ID", options->who,
                  "A contact, or the id of a promise or an interaction");
  syntax.argument("fields", "KEY=VALUE", options->typed.own, "Fields of your own");
  add_unset_option(syntax, options->typed);
  add_field_options(syntax, contact_options(), options->typed);
  put_into_a_group(syntax, contact_options());
  add_field_options(syntax, interaction_options(), options->typed);
  add_field_options(syntax, promise_options(), options->typed);
  syntax.example(
      "$ stead set ana --title CIO --tag vip --unset born badge=4711\n"
      "Ana Ruiz: title CIO (was CTO); born taken out (was 05-14); tag vip; badge 4711.");
  return [options](Session& session) {
    const RecordRef record = record_named(session.book(), options->who);
    if (options->typed.empty()) {
      throw Error::usage("nothing is said that should change")
          .with_hint(fmt::format("'stead show {}' shows what there is", record.id));
    }
    switch (record.collection) {
      case Collection::contacts:
        return change(options->typed, *session.edits().contact(record.id), session);
      case Collection::promises:
        return change(options->typed, *session.edits().promise(record.id), session);
      case Collection::interactions:
        return change(options->typed, *session.edits().interaction(record.id), session);
    }
  };
}

}  // namespace stead
