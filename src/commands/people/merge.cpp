#include "cli/command.h"
#include "stead/contact.h"
#include "stead/merging.h"
#include "stead/names.h"
#include "stead/phrases.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

struct MergeOptions {
  std::string into;
  std::string from;
};

/// `3 interactions, 1 promise and 2 contacts`.
std::string renamed_in(const Merging& merging) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view thing) {
    if (count > 0) parts.push_back(counted(count, thing));
  };
  add(merging.interactions.size(), "interaction");
  add(merging.promises.size(), "promise");
  add(merging.contacts.size(), "other contact");
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  }
  return text;
}

/// Nobody stands in for themselves.
void refuse_own_stand_in(const Book& book, const Contact& from) {
  for (const std::size_t i : book.holding(Collection::contacts, "\"cover\"")) {
    const Contact& client = book.contact(i);
    const auto is_theirs = [&](const Cover& cover) { return book.canonical(cover.by) == from.id; };
    if (!client.client_of.empty() || std::ranges::none_of(client.cover, is_theirs)) continue;
    throw Error::usage("{} stands in for {}, and you cannot stand in for yourself", from.name,
                       client.id == kMe ? "your clients" : client.name)
        .with_hint(fmt::format("if {} is you: stead uncover {} {}", from.name, client.id, from.id));
  }
}

void refuse(const Book& book, const Contact& into, const Contact& from) {
  if (into.id == from.id) {
    throw Error::usage("both are {} already", into.name)
        .with_hint(
            fmt::format("'stead show {}' shows every name and handle that finds them", into.id));
  }
  if (from.id == "me") {
    throw Error::usage("you cannot go into somebody else: it is your book")
        .with_hint(fmt::format("stead merge me {}", into.id));
  }
  if (into.id == kMe) refuse_own_stand_in(book, from);
  if (into.is_org() == from.is_org()) return;
  const Contact& org = into.is_org() ? into : from;
  const Contact& person = into.is_org() ? from : into;
  throw Error::usage("{} is an organisation and {} a person: they cannot be the same", org.name,
                     person.name)
      .with_hint(fmt::format("where that is wrong: stead set {} --unset kind", org.id));
}

void carry_out(const Merging& merging, const std::string& from, Edits& edits) {
  edits.put(merging.contact);
  for (const Contact& contact : merging.contacts) edits.put(contact);
  for (const Promise& promise : merging.promises) edits.put(promise);
  for (const Interaction& interaction : merging.interactions) edits.put(interaction);
  edits.remove(Collection::contacts, from);
}

void merge(Session& session, const MergeOptions& options) {
  const Book& book = session.book();
  const Contact& into = *book.contact(contact_named(book, options.into, Archived::found));
  const Contact& from = *book.contact(contact_named(book, options.from, Archived::found));
  refuse(book, into, from);
  const Merging merging = merging_of(book, into.id, from.id);
  const std::string renamed = renamed_in(merging);
  const std::string front =
      fmt::format("{} ({}) into {} ({})", from.name, from.id, into.name, into.id);
  if (!session.confirm(
          fmt::format("Merge {}{}?", front, renamed.empty() ? "" : ", with " + renamed))) {
    return session.say("Nothing was merged.");
  }
  carry_out(merging, from.id, session.edits());
  Text said = "Merged " + Text(from.name, Tone::strong) + " into " + Text(into.name, Tone::strong) +
              (renamed.empty() ? "" : ", with " + renamed) + "; the handle " +
              Text(from.id, Tone::code) + " still finds them.";
  session.say_with_undo(said);
  if (merging.differing.empty()) return;
  session.hint(
      fmt::format("the two differed in {}: 'stead show {}' has both, setting a field "
                  "settles it",
                  fmt::format("{}", fmt::join(merging.differing, ", ")), into.id));
}

}  // namespace

Action merge_command(Syntax& syntax) {
  const auto options = std::make_shared<MergeOptions>();
  syntax.example(
      "$ stead merge jo-park joanna-wit --yes\n"
      "Merged Joanna Wit into Jo Park; the handle joanna-wit still finds them. Take it\n"
      "back: stead undo");
  syntax.required("into", "WHO", options->into, "Who stays");
  syntax.required("from", "WHO", options->from, "Who goes into them");
  return [options](Session& session) { merge(session, *options); };
}

}  // namespace stead
