#include "commands/record/last_log.h"
#include "commands/record/log_extras.h"
#include "commands/record/same_day.h"
#include "commands/record/sentences.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/record.h"
#include "stead/text.h"
#include "stead/via.h"
#include "stead/waiting.h"

#include <algorithm>
#include <sstream>

namespace stead {
namespace {

struct LogOptions {
  std::string who;
  std::vector<std::string> text;
  std::string via;
  std::string at;
  bool from_them = false;
  bool to_them = false;
  std::vector<std::string> about;
  std::string for_client;
  bool needs_reply = false;
  bool urgent = false;
  std::string went;
  LogExtras extras;
  bool amend = false;
  bool create = false;
};

/// Makes one log, or changes the last one, and whatever goes with it.
class Logging {
 public:
  Logging(Session& session, const LogOptions& options)
      : session_(session),
        options_(options),
        unknown_(options.create ? Unknown::added : Unknown::refused) {}

  void add() {
    log_.id = session_.edits().new_interaction_id();
    log_.at = {session_.now.today, {}};
    take_or_ask_who();
    const bool is_dated = take_or_ask_text();
    if (options_.who.empty() && !is_dated && options_.at.empty()) ask_when();
    take_options();
    session_.edits().put(log_);
    session_.say_with_undo("Logged" + what() + where_and_when() + details() + ".");
    log_.needs_reply ? hint_of_answers(session_, log_) : hint_of_questions(session_, log_);
    add_extras(session_, log_, options_.extras);
  }

  void amend() {
    log_ = last_log(session_);
    const Interaction before = log_;
    take_amended_words();
    take_options();
    session_.edits().put(log_);
    add_extras(session_, log_, options_.extras);
    if (session_.edits().changes().empty()) {
      throw Error::usage("nothing to change in the log of {}: {}", long_date(log_.at),
                         first_line(log_.text))
          .with_hint("give the new text, or options: stead log --amend --via call");
    }
    if (log_ != before) {
      session_.say_with_undo("Changed the log" + where_and_when() + details() + ": " +
                             first_line(log_.text) + ".");
      log_.needs_reply ? hint_of_answers(session_, log_) : hint_of_questions(session_, log_);
    }
  }

 private:
  // What is said of it.

  /// ` a call`, ` an outing`; nothing where no way is known.
  Text what() const {
    if (log_.via.empty()) return {};
    const bool vowel = std::string_view("aeiou").find(log_.via.front()) != std::string_view::npos;
    return fmt::format(" {} {}", vowel ? "an" : "a", log_.via);
  }

  Text where_and_when() {
    Text text = " for yourself";
    if (!log_.with.empty()) {
      const std::string_view how = log_.via == "note"    ? "on"
                                   : log_.from == "them" ? "from"
                                   : log_.from == "me"   ? "to"
                                                         : "with";
      text = fmt::format(" {} ", how) + people(session_, log_.with);
    }
    return text + ", " + Text(long_date(log_.at), Tone::strong);
  }

  Text details() {
    Text text;
    if (!log_.about.empty()) text += ", about " + people(session_, log_.about);
    if (!log_.for_client.empty()) text += ", for " + people(session_, {log_.for_client});
    if (!log_.went.empty()) text += ", it went " + log_.went;
    if (log_.needs_reply) {
      const auto due = answer_due(session_.book(), session_.now, log_.with, log_.at);
      text += log_.urgent ? ", an answer is urgent" : ", an answer is expected";
      if (due) text += " by " + Text(long_date(*due), Tone::strong);
    }
    return text;
  }

  // What is taken from the call, or asked for.

  void take_or_ask_who() {
    const auto take = [&](const std::string& who) {
      log_.with = named(session_, who, unknown_);
      std::erase(log_.with, "me");
    };
    if (!options_.who.empty()) return take(options_.who);
    session_.ask("Who was it with?", "who it was with", "stead log WHO TEXT", take);
  }

  /// Is there a day in front of the text?
  bool take_or_ask_text() {
    bool is_dated = false;
    const auto take = [&](const std::string& text) {
      is_dated = take_text(text);
      if (log_.text.empty() && options_.via.empty()) throw no_text();
    };
    if (options_.text.empty() && options_.via.empty()) {
      session_.ask("What happened?", "what happened", no_text().hint(), take);
    } else {
      take(session_.text_argument(options_.text, "the text"));
    }
    return is_dated;
  }

  /// What happened has to be said, or at least how they met.
  Error no_text() const {
    return Error::usage("the text is missing")
        .with_hint(fmt::format("stead log {} TEXT, or --via call without one",
                               options_.who.empty() ? "WHO" : shell_word(options_.who)));
  }

  /// Is there a day in front of the text?
  bool take_text(const std::string& text) {
    const auto dated = date_before_colon(text, session_.now, Direction::back);
    if (!dated) {
      set_text(text);
      return false;
    }
    if (!options_.at.empty()) {
      throw Error::usage("the day is said twice: in front of the text and with --at")
          .with_hint("leave one of them out");
    }
    log_.at = dated->value;
    set_text(std::string(dated->rest));
    return true;
  }

  void ask_when() {
    session_.ask_for_any("When was it? [today]", [&](const std::string& when) {
      if (!trimmed(when).empty()) log_.at = read_when(when, session_.now, Direction::back);
    });
  }

  /// Sets the text; who is mentioned in it is talked about, and who was in the old one no more.
  void set_text(const std::string& text) {
    if (trimmed(text).empty()) return;
    for (const std::string& handle : mentioned_before()) std::erase(log_.about, handle);
    log_.text = trimmed(text);
    for (const std::string& handle : mentioned(text)) add_about(handle);
  }

  std::vector<std::string> mentioned(const std::string& text) const {
    try {
      return contacts_mentioned(session_.book(), text);
    } catch (const Error& error) {
      throw Error::usage("{}", error.what())
          .with_hint("@ names who it is about; write it apart ('@ 9') where it does not");
    }
  }

  std::vector<std::string> mentioned_before() const {
    try {
      return contacts_mentioned(session_.book(), log_.text);
    } catch (const Error&) {
      return {};  // who was mentioned then has another name now
    }
  }

  void add_about(const std::string& handle) {
    if (handle == "me" || std::ranges::find(log_.with, handle) != log_.with.end()) return;
    if (std::ranges::find(log_.about, handle) == log_.about.end()) log_.about.push_back(handle);
  }

  /// The words after --amend are the new text, all of them. Whoever takes up the old line again may
  /// have left the name in: that is not guessed.
  void take_amended_words() {
    if (options_.who.empty()) return;
    if (is_somebody(options_.who)) {
      throw Error::usage("is '{}' a name, or a word of the text? --amend takes the text alone",
                         options_.who)
          .with_hint(
              "leave the name out, or put the whole text into quotes; 'stead set ID --with "
              "WHO' changes who it was with");
    }
    std::vector<std::string> words{options_.who};
    words.insert(words.end(), options_.text.begin(), options_.text.end());
    take_text(session_.text_argument(words, "the text"));
  }

  /// Does each name of the list have a word that is one of a contact's, or is it a handle?
  bool is_somebody(const std::string& list) const {
    const Book& book = session_.book();
    std::istringstream names(list);
    for (std::string name; std::getline(names, name, ',');) {
      if (name.starts_with('@')) name.erase(0, 1);
      if (!book.find_contact(name) && !has_word(book, fold(name))) return false;
    }
    return !list.empty();
  }

  static bool has_word(const Book& book, const std::string& word) {
    const auto is_in = [&](std::string_view name) {
      const std::vector<std::string> words = folded_words(name);
      return fold(name) == word || std::ranges::find(words, word) != words.end();
    };
    for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
      const ContactNames names = book.names(i);
      if (is_in(names.name) || std::ranges::any_of(names.aliases, is_in)) return true;
    }
    return false;
  }

  void take_options() {
    take_when();
    take_via();
    take_direction();
    take_went();
    for (const std::string& list : options_.about) {
      for (const std::string& handle : named(session_, list, unknown_)) add_about(handle);
    }
    if (!options_.for_client.empty()) {
      log_.for_client = one_named(session_, options_.for_client, unknown_, "a matter");
      if (log_.for_client == "me") throw Error::usage("--for names a client, not yourself");
    }
    refuse_nonsense();
  }

  void take_when() {
    if (!options_.at.empty()) log_.at = read_when(options_.at, session_.now, Direction::back);
    warn_of_future(session_, log_.at);
  }

  void take_via() {
    if (options_.via.empty()) return;
    require_clean(options_.via, "--via");
    log_.via = is_word(options_.via) ? options_.via : fold(options_.via);
    if (!is_word(log_.via)) {
      throw Error::usage("--via takes one word, not '{}'", options_.via)
          .with_hint(fmt::format("such as {}", fmt::join(kKnownVia, ", ")));
    }
    const auto meant = nearest(log_.via, kKnownVia);
    if (std::ranges::find(kKnownVia, log_.via) == kKnownVia.end() && !meant.empty()) {
      session_.hint(fmt::format("did you mean '{}'? then: stead log --amend --via {}",
                                meant.front(), meant.front()));
    }
  }

  void take_direction() {
    if (options_.from_them && options_.to_them) {
      throw Error::usage("--from-them and --to-them exclude each other")
          .with_hint("leave both out where both of you spoke");
    }
    if (options_.from_them) log_.from = "them";
    if (options_.to_them) {
      log_.from = "me";
      log_.needs_reply = log_.urgent = false;
    }
    log_.needs_reply |= options_.needs_reply;
    log_.urgent |= options_.urgent;
  }

  void take_went() {
    if (options_.went.empty()) return;
    if (options_.went != "well" && options_.went != "badly") {
      throw Error::usage("--went takes 'well' or 'badly', not '{}'", options_.went)
          .with_hint("it says how it was for them");
    }
    log_.went = options_.went;
  }

  void refuse_nonsense() const {
    if (options_.urgent && !log_.needs_reply) {
      throw Error::usage("--urgent says how soon they need an answer")
          .with_hint("add --from-them --needs-reply");
    }
    if (options_.needs_reply && log_.from != "them") {
      throw Error::usage("--needs-reply is for what came from them").with_hint("add --from-them");
    }
    if (log_.via == "note" && !log_.from.empty()) {
      throw Error::usage("a note is no contact, so nobody spoke to anybody")
          .with_hint("leave out --via note, or who spoke");
    }
    if (log_.with.empty() && !log_.from.empty()) {
      throw Error::usage("nobody else took part, so nobody spoke to anybody");
    }
  }

  Session& session_;
  const LogOptions& options_;
  Unknown unknown_;
  Interaction log_;
};

}  // namespace

Action log_command(Syntax& syntax) {
  const auto options = std::make_shared<LogOptions>();
  syntax.example(
      "$ stead log ana agreed the cut-over is on Friday\n"
      "Logged with Ana Ruiz (Acme Dental), Mon 2026-08-03. Take it back: stead undo");
  syntax.argument("who", "WHO", options->who, "With whom; several are ana,bo");
  syntax.argument("text", "TEXT", options->text,
                  "What happened. 'yesterday: …' says when; - reads it");
  syntax.option("--via", "VIA", options->via,
                "call, mail, meeting, chat, visit, note or another word");
  syntax.option("--at", "WHEN", options->at, "When it was; looks back");
  syntax.flag("--from-them", options->from_them, "They spoke to you");
  syntax.flag("--to-them", options->to_them, "You spoke to them");
  syntax.option("--about", "WHO", options->about, "Who was talked about, as @HANDLE in the text");
  syntax.option("--for", "CLIENT", options->for_client, "The client whose matter it was");
  syntax.flag("--needs-reply", options->needs_reply, "They wait for your answer");
  syntax.flag("--urgent", options->urgent, "The answer comes before all others");
  syntax.option("--went", "well|badly", options->went, "How it was for them");
  syntax.option("--promise", "TEXT", options->extras.promised,
                "What you promised; may end in 'by DATE'");
  syntax.option("--they-promise", "TEXT", options->extras.promised_by_them,
                "What they promised you");
  syntax.option("--heard", "TEXT", options->extras.heard, "What matters to the first named");
  syntax.option("--again", "DATE", options->extras.again, "Remind me to get back to them");
  syntax.flag("--amend", options->amend, "Change the last log: its text, or what options say");
  syntax.flag("--new", options->create, "Add whoever is not in the book yet");
  // Help is to fit on a screen.
  syntax.group("Who spoke, and who waits",
               {"--from-them", "--to-them", "--needs-reply", "--urgent"});
  return [options](Session& session) {
    Logging logging(session, *options);
    options->amend ? logging.amend() : logging.add();
  };
}

}  // namespace stead
