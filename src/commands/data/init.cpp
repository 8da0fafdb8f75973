#include "cli/command.h"
#include "commands/people/field_readers.h"
#include "stead/record.h"
#include "stead/sample.h"

namespace stead {
namespace {

struct InitOptions {
  std::vector<std::string> name;
  bool sample = false;
};

std::string owner_name(Session& session, const InitOptions& options) {
  if (!options.name.empty()) return read_name({session.text_argument(options.name, "the name")});
  if (session.can_ask()) {
    std::string name;
    session.ask("What is your name?", "your name", R"(stead init "Jan Hale")",
                [&](const std::string& answer) { name = read_name({answer}); });
    return name;
  }
  const std::string name = session.world.account_name();
  if (name.empty()) {
    throw Error::usage("whose book is it?").with_hint("name the owner: stead init \"Jan Hale\"");
  }
  return read_name({name});
}

/// A name for a book that no other book has.
std::string random_book_id(const Session& session) {
  const std::string nobody = new_book_text({.id = "me", .name = "nobody"});
  const Book book = Book::strict(nobody, "");
  return Edits(book, session.world.random).new_book_id();
}

std::string book_text(Session& session, const InitOptions& options) {
  if (options.sample) {
    if (!options.name.empty()) {
      throw Error::usage("the sample has an owner of its own")
          .with_hint("leave out the name: stead init --sample");
    }
    return sample_book(session.now, session.world.random);
  }
  return new_book_text(
      {.id = "me", .name = owner_name(session, options), .book = random_book_id(session)});
}

void init(Session& session, const InitOptions& options) {
  session.new_book = book_text(session, options);
  const std::string path = session.paths.book.string();
  const Book book = Book::strict(session.new_book, path);
  if (session.format == Format::json) {
    session.print(
        json_safe(fmt::format("{{\"schema\":\"stead.init/1\",\"book\":{}}}\n", json_quoted(path))));
    return;
  }
  if (session.options.dry_run) {
    return session.say("Would begin a book at " + Text(path, Tone::code) + ".");
  }
  session.say((options.sample
                   ? "A sample practice, " + Text(book.me().name, Tone::strong) + "'s, is at "
                   : "The book of " + Text(book.me().name, Tone::strong) + " is at ") +
              Text(path, Tone::code) + ".");
  session.hint(options.sample ? "look around: stead weekly; stead list; stead who covers acme"
                              : "go on: stead add \"Ana Ruiz\"; stead log ana TEXT; stead weekly");
}

}  // namespace

Action init_command(Syntax& syntax) {
  auto options = std::make_shared<InitOptions>();
  syntax.example("$ stead init \"Jan Hale\"\nThe book of Jan Hale is at book.json.");
  syntax.argument("name", "NAME", options->name, "Your name; else the one of your account");
  syntax.flag("--sample", options->sample, "Begin with a sample practice to try things on");
  return [options](Session& session) { init(session, *options); };
}

}  // namespace stead
