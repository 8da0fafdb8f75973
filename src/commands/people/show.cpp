#include "cli/command.h"
#include "stead/contact_card.h"
#include "stead/names.h"
#include "stead/record_cards.h"

namespace stead {
namespace {

struct ShowOptions {
  std::string who;
  bool all = false;
};

}  // namespace

Action show_command(Syntax& syntax) {
  const auto options = std::make_shared<ShowOptions>();
  syntax.required("who", "WHO|ID", options->who,
                  "A contact, or the id of a promise or an interaction");
  syntax.flag("--all", options->all, "Of a contact also what is over, and no longer true");
  syntax.example(
      "$ stead show k7q\n"
      "migration estimate  promise k7q2wd4\n"
      "\n"
      "promised to  Ana Ruiz\n"
      "for          Acme Dental\n"
      "made         Mon 2026-07-20\n"
      "due          Fri 2026-07-31, 3 days late\n"
      "told         they have not been told");
  return [options](Session& session) {
    const Book& book = session.book();
    const RecordRef record = record_named(book, options->who);
    switch (record.collection) {
      case Collection::contacts:
        return session.show(contact_card(book, record.id, session.now, options->all));
      case Collection::promises:
        return session.show(
            promise_card(book, *book.find(Collection::promises, record.id), session.now));
      case Collection::interactions:
        return session.show(
            interaction_card(book, *book.find(Collection::interactions, record.id)));
    }
  };
}

}  // namespace stead
