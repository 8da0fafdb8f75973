#include "commands/record/closing.h"
#include "commands/record/sentences.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/promise_life.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

struct TellOptions {
  std::vector<std::string> words;
  std::string by;
  std::string on;
};

/// Notes one telling on one promise after the other.
class Noting {
 public:
  Noting(Session& session, const TellOptions& options, std::string text)
      : session_(session),
        options_(options),
        text_(std::move(text)),
        on_(time_said(session, options.on)) {
    if (!options_.by.empty() && options_.by != "none") {
      by_ = read_when(options_.by, session_.now, Direction::forward);
      hint_if_past(session_, by_);
    }
  }

  void note(Promise promise) {
    refuse_nobody_told(promise);
    Told told{.on = time_of(promise), .text = text_, .due_was = {}, .due = {}};
    refuse_same(promise, told);
    hint_if_before(session_, promise, on_);
    move_date(promise, told);
    promise.told.push_back(told);
    session_.edits().put(promise);
    session_.say(promise.is_follow_up()
                     ? "Put off: " + standing(promise, told)
                     : told_words(promise, told) + " " + standing(promise, told));
  }

 private:
  void refuse_nobody_told(const Promise& promise) const {
    if (!promise.is_follow_up() || !options_.by.empty()) return;
    throw Error::usage("'{}' is between you and yourself: there is nobody to tell",
                       first_line(promise.text))
        .with_hint(fmt::format("'stead tell {} --by DATE' puts it off", promise.id));
  }

  /// Now, unless another time is said. What is told second on a day carries its time, so that the
  /// order is known.
  When time_of(const Promise& promise) const {
    const Day today = session_.now.today;
    const auto is_today = [today](const Told& each) { return each.on.day == today; };
    if (on_) return *on_;
    return std::ranges::any_of(promise.told, is_today) ? session_.now.moment()
                                                       : noted_now(session_, promise);
  }

  /// Two tellings are told apart by their time and their text.
  void refuse_same(const Promise& promise, const Told& told) const {
    const auto same = std::ranges::find_if(promise.told, [&](const Told& each) {
      return each.on == told.on && each.text == told.text;
    });
    if (same == promise.told.end()) return;
    if (!options_.by.empty() && by_ != promise.due) {
      throw Error::usage("another telling {} was noted for {} already",
                         told.text.empty() ? "without words" : "in the same words",
                         long_date(told.on))
          .with_hint("say in other words what is new, or take that one back first: stead undo");
    }
    throw Error::usage("that was noted for {} already", long_date(told.on))
        .with_hint("say it in other words, or when it was: --on 'today 14:30'");
  }

  void move_date(Promise& promise, Told& told) const {
    if (options_.by.empty()) return;
    if (!by_ && !promise.due) {
      throw Error::usage("'{}' has no date that could be taken away", first_line(promise.text));
    }
    if (by_ == promise.due) return;
    for (const Told& each : promise.told) {
      if (!changes_the_date(each) || !is_told_before(told, each)) continue;
      throw Error::usage("the date was changed after that already, on {}", long_date(each.on))
          .with_hint("leave out --by, or say a later --on, with the time of day if it is that day");
    }
    if (by_ && by_->day >= session_.now.today && promise.due && before(*by_, *promise.due))
      hint_of_earlier(*promise.due);
    told.due_was = promise.due;
    told.due = by_;
    promise.due = by_;
  }

  /// A day of the week means the next one, which may be too soon for a date that was to be put off.
  void hint_of_earlier(const When& due) const {
    When later = *by_;
    while (later.day <= due.day && later.day <= kLastDay - kWeek) later.day += kWeek;
    session_.hint_of_undo(
        fmt::format("if a later day is meant: stead undo, then --by {}", to_string(later.day)));
  }

  /// `Told Ana Ruiz (Acme) in time: two days more.`
  Text told_words(const Promise& promise, const Told& told) {
    Text words = promise.is_mine() ? "Told " + people(session_, {promise.to})
                                   : people(session_, {promise.by}) + " told you";
    words += timing(promise, told) + time_words(on_);
    if (!told.text.empty()) words += ": " + Text(first_line(told.text));
    return words + ".";
  }

  static Text timing(const Promise& promise, const Told& told) {
    const std::vector<ToldStep> steps = told_in_order(promise);
    const auto step = std::ranges::find(steps, told, &ToldStep::told);
    if (!step->due_then) return {};
    if (step->is_in_time()) return " " + Text("in time", Tone::good);
    const auto days = (told.on.day - step->due_then->day).count();
    return " " + Text(days == 0
                          ? "after the hour it was due"
                          : fmt::format("{} {} after it was due", days, days == 1 ? "day" : "days"),
                      Tone::warning);
  }

  /// Where the promise stands now: `Now due Tue 2026-08-11, was Fri 2026-08-07: estimate.`
  Text standing(const Promise& promise, const Told& told) {
    const auto date = [](const std::optional<When>& when) {
      return Text(long_date(*when), Tone::strong);
    };
    Text words;
    if (told.due) {
      const bool is_earlier = told.due_was && before(*told.due, *told.due_was);
      words = "now due " + date(told.due);
      words += !told.due_was
                   ? std::string(", had no date")
                   : (is_earlier ? ", earlier than " : ", was ") + long_date(*told.due_was);
    } else if (told.due_was) {
      words = "no longer due " + date(told.due_was);
    } else {
      words = promise.due ? "still due " + date(promise.due) : Text("still without a date");
    }
    Text text(first_line(promise.text));
    if (promise.is_follow_up()) text += other_side_words(session_, promise);
    return text + ", " + words + ".";
  }

  Session& session_;
  const TellOptions& options_;
  std::string text_;
  std::optional<When> on_;
  std::optional<When> by_;
};

}  // namespace

Action tell_command(Syntax& syntax) {
  const auto options = std::make_shared<TellOptions>();
  syntax.example(
      "$ stead tell bo he needs two days more --by fri\n"
      "Bo Lind told you in time: he needs two days more. VPN credentials, now due Fri\n"
      "2026-08-07, was Wed 2026-08-05.");
  syntax.required("words", "PROMISE [TEXT]", options->words,
                  "Which promise, and what was said of it; on theirs: they told you; - reads it");
  syntax.option("--by", "DATE|none", options->by,
                "The date is moved; 'none' takes it away; else it stays");
  syntax.option("--on", "WHEN", options->on, "When it was said; looks back; else today");
  return [options](Session& session) {
    const PromisesToTellOf named = promises_to_tell_of(session.book(), options->words);
    const std::string text = session.text_argument(named.words, "what was told");
    if (!named.words.empty() && trimmed(text).empty()) {
      throw Error::usage("what was told is empty")
          .with_hint(fmt::format("say it, or leave it out: stead tell {} TEXT",
                                 named.promises.front().id));
    }
    Noting telling(session, *options, text);
    for (const Promise& promise : named.promises) telling.note(promise);
  };
}

}  // namespace stead
