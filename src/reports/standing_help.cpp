#include "reports/standing_parts.h"

#include "reports/card_words.h"
#include "reports/snoozed.h"
#include "stead/calendar_words.h"
#include "stead/deed.h"
#include "stead/promise_life.h"
#include "stead/record.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace stead {
namespace {

constexpr std::size_t kLongestText = 48;

int days_since(Day day, Day today) { return static_cast<int>((today - day).count()); }

// Not `quoted`: where <iomanip> is seen, std has one of that name.
std::string in_quotes(std::string_view text) {
  return fmt::format("'{}'", cut(text, kLongestText));
}

/// `it is 3 days late`.
std::string lateness(int days) {
  return days == 0 ? "it is late" : fmt::format("it is {} late", counted_days(days));
}

/// Looks for what would help, kind by kind.
class HelpFinder {
 public:
  HelpFinder(const Book& book, const Standing& standing, const Contact& contact,
             const Traces& known, const Now& now, Quiet quiet)
      : book_(book),
        standing_(standing),
        contact_(contact),
        known_(known),
        now_(now),
        quiet_(quiet) {}

  std::optional<Help> find() const {
    using Find = std::optional<Help> (HelpFinder::*)() const;
    for (const Find look : {&HelpFinder::tell, &HelpFinder::answer, &HelpFinder::keep,
                            &HelpFinder::ask, &HelpFinder::reply, &HelpFinder::reconnect,
                            &HelpFinder::reflect, &HelpFinder::thank, &HelpFinder::give}) {
      if (auto help = (this->*look)()) return help;
    }
    return begin();
  }

 private:
  Help made(Help::Kind kind, std::string text, std::string command, Day since,
            std::optional<Day> until = {}) const {
    return {kind, std::move(text), std::move(command), days_since(since, now_.today), until};
  }
  /// Until when a record has it that a kind is to be quiet.
  std::optional<Day> until(const NamedDays& snoozed, std::string_view kind) const {
    return quiet_until(snoozed, kind, now_.today);
  }
  bool is_left_out(const NamedDays& snoozed, std::string_view kind) const {
    return quiet_ == Quiet::left_out && until(snoozed, kind);
  }
  std::string log(std::string_view words) const {
    return fmt::format("stead log {} {}", standing_.who, words);
  }

  /// The promise that has been late longest, of those of whose date they were told, or were not.
  const Promise* late_promise(bool told) const {
    const Promise* longest = nullptr;
    for (const Promise& promise : known_.promises) {
      if (!is_late(promise, now_) || is_left_out(promise.snoozed, "late")) continue;
      if (is_told_of_due(promise) != told) continue;
      if (longest == nullptr || before(*promise.due, *longest->due)) longest = &promise;
    }
    return longest;
  }

  std::optional<Help> tell() const {
    const Promise* promise = late_promise(false);
    if (promise == nullptr) return std::nullopt;
    const Day due = promise->due->day;
    return made(Help::Kind::tell,
                fmt::format("tell them how {} stands: {}", in_quotes(promise->text),
                            lateness(days_since(due, now_.today))),
                "stead tell " + promise->id, due, until(promise->snoozed, "late"));
  }

  std::optional<Help> keep() const {
    const Promise* promise = late_promise(true);
    if (promise == nullptr) return std::nullopt;
    const Day due = promise->due->day;
    return made(Help::Kind::keep,
                fmt::format("deliver {}: {}", in_quotes(promise->text),
                            lateness(days_since(due, now_.today))),
                "stead keep " + promise->id, due, until(promise->snoozed, "late"));
  }

  /// The first that waits, of those who need it now, or of the others.
  std::optional<Help> answer_one(Help::Kind kind, bool now) const {
    const auto first = std::ranges::find_if(known_.waiting, [&](const Waiting& waiting) {
      return (waiting.late || waiting.urgent) == now;
    });
    if (first == known_.waiting.end()) return std::nullopt;
    std::string text = "answer them";
    if (!first->text.empty()) text += ": " + in_quotes(first->text);
    return made(kind, std::move(text), log("answered"), first->at.day);
  }
  std::optional<Help> answer() const { return answer_one(Help::Kind::answer, true); }
  std::optional<Help> reply() const { return answer_one(Help::Kind::reply, false); }

  std::optional<Help> ask() const {
    if (known_.went.empty() || known_.went.front().good) return std::nullopt;
    const Day day = known_.went.front().day;
    // Who talked to them since then has had the chance.
    if (standing_.last && day < standing_.last->day) return std::nullopt;
    return made(
        Help::Kind::ask,
        fmt::format("ask how it is now: the last time, {}, went badly for them", long_date(day)),
        log("called"), day);
  }

  std::optional<Help> reconnect() const {
    const std::optional<Cadence>& cadence = standing_.cadence;
    if (!cadence || is_left_out(contact_.snoozed, "reconnect")) return std::nullopt;
    const std::optional<Day> quiet = until(contact_.snoozed, "reconnect");
    if (!standing_.last) {
      return made(Help::Kind::reconnect, "get in touch: there was no contact yet", log("called"),
                  now_.today, quiet);
    }
    const Day due = add(standing_.last->day, cadence->every);
    if (now_.today <= due) return std::nullopt;
    return made(Help::Kind::reconnect,
                fmt::format("reconnect: the last time was {} ago",
                            length_of(days_since(standing_.last->day, now_.today))),
                log("called"), due, quiet);
  }

  std::optional<Help> reflect() const {
    if (is_left_out(contact_.snoozed, "reflect")) return std::nullopt;
    const Heard* newest = nullptr;
    std::size_t count = 0;
    for (const Heard& heard : contact_.heard) {
      if (heard.retired || heard.reflected) continue;
      ++count;
      if (newest == nullptr || newest->on < heard.on) newest = &heard;
    }
    if (newest == nullptr) return std::nullopt;
    std::string command = "stead reflect " + standing_.who;
    if (count > 1) command += " " + shell_word(newest->text);
    return made(Help::Kind::reflect, "let them know that you heard: " + in_quotes(newest->text),
                std::move(command), newest->on.value_or(now_.today),
                until(contact_.snoozed, "reflect"));
  }

  /// Until when a deed has it that thanks are to be quiet. Few say so, and only those are read.
  std::optional<Day> thanks_until(const Traces::Helped& help) const {
    const bool may_be = may_hold(book_.record(Collection::interactions, help.interaction), "thank");
    if (!may_be) return std::nullopt;
    return until(book_.interaction(help.interaction).snoozed, "thank");
  }

  std::optional<Help> thank() const {
    const auto thankless = std::ranges::find_if(known_.deeds, [&](const Traces::Helped& each) {
      return each.deed.dir == "got" && !each.deed.thanked &&
             !(quiet_ == Quiet::left_out && thanks_until(each));
    });
    if (thankless == known_.deeds.end()) return std::nullopt;
    return made(Help::Kind::thank, "thank them for " + one_of_kind(thankless->deed.kind),
                "stead thank " + standing_.who, thankless->at.day, thanks_until(*thankless));
  }

  std::optional<Help> give() const {
    if (!known_.to_return || is_left_out(contact_.snoozed, "give")) return std::nullopt;
    return made(Help::Kind::give,
                fmt::format("do something for them: they gave you {}, and less of that went back",
                            one_of_kind(known_.to_return->deed.kind)),
                how_to_give(standing_.who), known_.to_return->at.day,
                until(contact_.snoozed, "give"));
  }

  std::optional<Help> begin() const {
    const bool belongs = contact_.has_tag("client") || contact_.has_tag("colleague");
    if (standing_.has_evidence() || !belongs || standing_.last) return std::nullopt;
    return made(Help::Kind::begin, "get in touch", log("called"), now_.today);
  }

  const Book& book_;
  const Standing& standing_;
  const Contact& contact_;
  const Traces& known_;
  const Now& now_;
  Quiet quiet_;
};

}  // namespace

std::optional<Help> help_for(const Book& book, const Standing& standing, const Contact& contact,
                             const Traces& known, const Now& now, Quiet quiet) {
  return HelpFinder(book, standing, contact, known, now, quiet).find();
}

}  // namespace stead
