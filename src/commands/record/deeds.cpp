#include "commands/record/deeds.h"

#include "commands/record/sentences.h"
#include "stead/balance.h"
#include "stead/dates.h"
#include "stead/deed.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/record.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace stead {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool begins_with_number(std::string_view text) {
  const bool is_signed = text.size() > 1 && (text[0] == '-' || text[0] == '+');
  return !text.empty() && is_digit(text[is_signed ? 1 : 0]);
}

/// `€100`, `$ 100`, `EUR 100`. In words, as in `found me €100 of savings`, it may be said.
bool begins_with_money(std::string_view text) {
  constexpr auto kMoney = std::to_array<std::string_view>(
      {"€", "$", "£", "¥", "eur", "euro", "euros", "usd", "gbp", "chf"});
  const std::string folded = fold(text);
  return std::ranges::any_of(kMoney, [&](std::string_view money) {
    if (!folded.starts_with(money)) return false;
    const std::size_t number = folded.find_first_not_of(' ', money.size());
    return number != std::string::npos && begins_with_number(folded.substr(number));
  });
}

/// Makes one deed of what was typed.
class DeedNoting {
 public:
  DeedNoting(Session& session, const DeedWords& words, std::string_view dir)
      : session_(session), words_(words), command_(fmt::format("stead {}", dir)) {
    note_.deed = Deed{};
    note_.deed->dir = dir;
  }

  void note() {
    note_.id = session_.edits().new_interaction_id();
    note_.via = "note";
    take_when();
    take_who();
    take_kind();
    words_.even ? take_settlement() : take_help();
    take_client();
    session_.edits().put(note_);
    session_.say_with_undo(sentence() + ".");
    hint_at_kind();
    if (!words_.even) hint_if_settled();
  }

 private:
  Deed& deed() { return *note_.deed; }

  /// The call up to and with the kind, for hints.
  std::string call() const {
    return fmt::format("{} {} {}", command_, shell_word(words_.who), note_.deed->kind);
  }

  void take_when() {
    note_.at = {session_.now.today, {}};
    if (!words_.on.empty()) note_.at = read_when(words_.on, session_.now, Direction::back);
    warn_of_future(session_, note_.at);
  }

  void take_who() {
    note_.with = contacts_named(session_.book(), words_.who);
    if (std::ranges::find(note_.with, "me") == note_.with.end()) return;
    throw Error::usage("help goes from one to another, not to yourself")
        .with_hint(command_ + " WHO KIND TEXT");
  }

  void take_kind() {
    deed().kind = fold(words_.kind);
    // A number is the beginning of an amount, and the kind was forgotten.
    const bool is_number = !deed().kind.empty() && '0' <= deed().kind[0] && deed().kind[0] <= '9';
    if (is_word(deed().kind) && !is_number) return;
    throw Error::usage("the kind of help is one word, not '{}'", words_.kind)
        .with_hint(fmt::format("such as {}: {} {} {} …", fmt::join(kKnownDeeds, ", "), command_,
                               shell_word(words_.who), kKnownDeeds.front()));
  }

  void take_help() {
    deed().unasked = words_.unasked;
    std::vector<std::string> rest = words_.rest;
    if (brings_somebody(deed().kind)) {
      take_brought(rest);
      set_text(session_.text_argument(rest, "the text"));
      return;
    }
    const std::string text = session_.text_argument(rest, "the text");
    const auto amount = leading_amount(text);
    if (!amount) refuse_number(text);
    if (amount) deed().amount = amount->value;
    set_text(amount ? amount->rest : std::string_view(text));
  }

  /// What looks like an amount and is none, such as `100€`, would be kept as words and count once.
  void refuse_number(const std::string& text) const {
    if (!begins_with_number(text) && !begins_with_money(text)) return;
    throw Error::usage("'{}' does not begin with an amount of help", text)
        .with_hint(
            fmt::format("an amount is in hours, days, weeks or times, never money: {} 2 days "
                        "TEXT, {} 1x TEXT",
                        call(), call()));
  }

  /// The first of the words is who was sent or introduced; whoever is new comes into the book.
  void take_brought(std::vector<std::string>& rest) {
    if (rest.empty()) {
      throw Error::usage("whom was the {} about?", deed().kind)
          .with_hint(fmt::format("{} NAME TEXT, the name as one word or in quotes", call()));
    }
    note_.about = named(session_, rest.front(), Unknown::added);
    hint_at_orgs();
    rest.erase(rest.begin());
    for (const std::string& handle : note_.about) {
      if (handle == "me") throw Error::usage("nobody is sent to themselves");
      if (std::ranges::find(note_.with, handle) != note_.with.end()) {
        throw Error::usage("{} cannot be on both sides of it", name_in_full(session_, handle))
            .with_hint(fmt::format("{} NAME TEXT, where NAME is who was sent", call()));
      }
    }
  }

  /// Work comes from organisations as often as from people.
  void hint_at_orgs() {
    for (const std::string& handle : note_.about) {
      if (session_.book().find_contact(handle)) continue;
      session_.hint(fmt::format("if {} is an organisation: stead set {} --kind org",
                                name_in_full(session_, handle), handle));
    }
  }

  void set_text(std::string_view text) { note_.text = trimmed(text); }

  void take_settlement() {
    deed().even = true;
    if (words_.unasked) throw Error::usage("--even settles what was done; nothing is unasked");
    const std::string text = session_.text_argument(words_.rest, "the text");
    if (leading_amount(text)) {
      throw Error::usage("--even settles all of it, so it has no amount")
          .with_hint(call() + " --even");
    }
    set_text(text);
    for (const std::string& who : note_.with) require_something_to_settle(who);
  }

  void require_something_to_settle(const std::string& who) {
    const Book& book = session_.book();
    std::vector<std::string> kinds;
    for (const Interaction& each : deeds_in(book, {.who = who})) {
      const std::string& kind = each.deed->kind;
      if (kind == deed().kind) return;
      if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
    }
    throw Error::usage("there is no {} between you and {} to settle", deed().kind,
                       book.name_of(who))
        .with_hint(kinds.empty()
                       ? fmt::format("no help either way is in the book: stead brief {}", who)
                       : fmt::format("what there is: {}", fmt::join(kinds, ", ")));
  }

  void take_client() {
    if (words_.for_client.empty()) return;
    note_.for_client = contact_named(session_.book(), words_.for_client);
    if (note_.for_client == "me") throw Error::usage("--for names a client, not yourself");
  }

  /// `You gave Cem Ay cover, 5d, for Borealis: his Delta week`.
  Text sentence() {
    Text text;
    if (deed().even) {
      text = Text("You and ") + people(session_, note_.with) + " are even on " + deed().kind;
    } else if (deed().dir == "gave") {
      text = Text("You gave ") + people(session_, note_.with) + " " + one_of_kind(deed().kind);
    } else {
      text = people(session_, note_.with) + " gave you " + one_of_kind(deed().kind);
    }
    if (!note_.about.empty()) text += " of " + people(session_, note_.about);
    if (deed().amount) text += ", " + Text(in_words(*deed().amount), Tone::strong);
    if (deed().unasked) text += ", unasked";
    if (!note_.for_client.empty()) text += ", for " + people(session_, {note_.for_client});
    text += ", " + Text(long_date(note_.at), Tone::strong);
    return note_.text.empty() ? text : text + ": " + first_line(note_.text);
  }

  /// What lies before a day on which the two were even is in no balance.
  void hint_if_settled() {
    for (const std::string& who : note_.with) {
      const std::optional<When> even = even_since(session_.book(), who, deed().kind);
      if (!even || before(*even, note_.at)) continue;
      session_.hint(fmt::format(
          "you and {} are even on {} since {}, so this is settled, too: stead balance {}",
          session_.book().name_of(who), deed().kind, long_date(even->day), who));
    }
  }

  void hint_at_kind() {
    const auto meant = nearest(deed().kind, kKnownDeeds);
    if (meant.empty() || std::ranges::find(kKnownDeeds, deed().kind) != kKnownDeeds.end()) return;
    session_.hint(fmt::format("did you mean '{}'? '{}' is a kind of your own now", meant.front(),
                              deed().kind));
  }

  Session& session_;
  const DeedWords& words_;
  std::string command_;
  Interaction note_;
};

}  // namespace

void add_deed_words(Syntax& syntax, DeedWords& words, const std::string& who_help) {
  syntax.required("who", "WHO", words.who, who_help);
  syntax.required("kind", "KIND", words.kind,
                  "cover, advice, credit, favour, invitation, a word of yours; or referral and "
                  "introduction, with NAME");
  syntax.argument("rest", "AMOUNT|CONTACT|TEXT", words.rest,
                  "5 days, 3h, 2 times; or who was sent or introduced; then what for; - reads it");
  syntax.option("--for", "CLIENT", words.for_client, "The client whose matter it was");
  syntax.option("--on", "WHEN", words.on, "When it was; looks back; else today");
  syntax.flag("--unasked", words.unasked, "It was given before it was asked for");
  syntax.flag("--even", words.even, "All of this kind is settled; nothing is deleted");
}

void note_deed(Session& session, const DeedWords& words, std::string_view dir) {
  DeedNoting(session, words, dir).note();
}

}  // namespace stead
