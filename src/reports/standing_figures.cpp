#include "reports/standing_parts.h"

#include "stead/deed.h"
#include "stead/promise_life.h"
#include "stead/sort_by.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace stead {
namespace {

constexpr Span kYear{1, Span::Unit::year};

/// `kept 2 days early`, `broken`.
std::string how_it_ended(const Promise& promise) {
  if (promise.status != "kept") return promise.status;
  const std::optional<Timing> timing = timing_of(promise);
  return timing ? "kept " + in_words(*timing) : "kept";
}

std::string how_told(Telling telling) {
  switch (telling) {
    case Telling::in_time: return "told in time";
    case Telling::late: return "told late";
    case Telling::never: break;
  }
  return "never told";
}

/// The day on which it was known how well they were kept in the loop.
Day day_of_telling(const Promise& promise) {
  const std::vector<ToldStep> told = told_in_order(promise);
  if (!told.empty()) return told.back().told.on.day;
  if (promise.closed) return promise.closed->day;
  return promise.due ? promise.due->day : promise.made.day;
}

/// Adds up the figures of one contact. The words of the evidence are made only where it is shown.
class FigureMaker {
 public:
  FigureMaker(const Book& book, const Now& now, const std::optional<TextsById>& questions)
      : book_(book),
        now_(now),
        year_ago_(add(now.today, kYear, -1)),
        two_years_ago_(add(now.today, kYear, -2)),
        questions_(questions) {}

  void promise(const Promise& promise) {
    if (promise.closed && (promise.status == "kept" || promise.status == "broken")) {
      count(Kind::kept, promise.closed->day, promise.status == "kept", [&] {
        return Evidence{.id = promise.id, .how = how_it_ended(promise), .text = promise.text};
      });
    }
    if (const auto timing = timing_of(promise)) {
      count(Kind::on_time, promise.closed->day, timing->on_time, [&] {
        return Evidence{.id = promise.id, .how = how_it_ended(promise), .text = promise.text};
      });
    }
    if (!needs_telling(promise, now_)) return;
    const Telling telling = telling_of(promise);
    count(Kind::told, day_of_telling(promise), telling == Telling::in_time, [&] {
      return Evidence{.id = promise.id, .how = how_told(telling), .text = promise.text};
    });
  }

  void reply(const Reply& reply) {
    if (!reply.within) return;
    count(Kind::answered, reply.asked.day, reply.in_time, [&] {
      const int working_day = WorkingTime(book_.me(), now_).day_length();
      const auto question = questions_->find(reply.question);
      return Evidence{
          .id = reply.question,
          .how = fmt::format("answered after {}, expected within {}",
                             in_words(reply.took, working_day), to_string(*reply.within)),
          .text = question == questions_->end() ? "" : question->second};
    });
  }

  /// The time from one contact to the next, or from the last one to today where it is too long by
  /// now.
  void contacts(const std::vector<Traces::Met>& met, Span every) {
    for (std::size_t i = 0; i + 1 < met.size(); ++i) {
      gap(met[i + 1].day, met[i].day, every, met[i].interaction);
    }
    if (met.empty() || now_.today <= add(met.front().day, every)) return;
    gap(met.front().day, now_.today, every, std::nullopt);
  }

  void heard(const std::string& who, const Heard& heard) {
    if (heard.retired && !heard.reflected) return;
    count(Kind::said_back, heard.on, heard.reflected.has_value(), [&] {
      return Evidence{.id = who,
                      .how = heard.reflected ? "said back on " + long_date(*heard.reflected)
                                             : "not yet said back",
                      .text = heard.text};
    });
  }

  void deed(const Traces::Helped& done) {
    if (done.deed.dir != "got") return;
    const std::optional<Day> thanked = done.deed.thanked;
    count(Kind::thanked, done.at.day, thanked.has_value(), [&] {
      const Interaction deed = book_.interaction(done.interaction);
      return Evidence{.id = deed.id,
                      .how = thanked ? "thanked on " + long_date(*thanked) : "not yet thanked",
                      .text = deed_in_words(book_, deed)};
    });
  }

  void talk(const Traces::Met& met) {
    count(Kind::went_well, met.day, met.good,
          [&] { return of_interaction(met.interaction, met.good ? "went well" : "went badly"); });
  }

  std::vector<Figure> take() {
    std::vector<Figure> figures;
    for (Figure& figure : figures_) {
      if (figure.share.all == 0) continue;
      sort_by(figure.evidence,
              [](const Evidence& each) { return kLastDay - each.day.value_or(kFirstDay); });
      figures.push_back(std::move(figure));
    }
    return figures;
  }

 private:
  using Kind = Figure::Kind;

  template <typename EvidenceOf>
  void count(Kind kind, std::optional<Day> day, bool good, EvidenceOf evidence_of) {
    Figure& figure = figures_[static_cast<std::size_t>(kind)];
    figure.kind = kind;
    count(figure.share, good);
    if (day && two_years_ago_ < *day && *day <= now_.today) {
      count(*day <= year_ago_ ? figure.year_before : figure.last_year, good);
    }
    if (!questions_) return;
    Evidence evidence = evidence_of();
    evidence.day = day;
    evidence.good = good;
    figure.evidence.push_back(std::move(evidence));
  }
  static void count(Share& share, bool good) {
    ++share.all;
    share.good += good ? 1U : 0U;
  }

  void gap(Day from, Day to, Span every, std::optional<std::size_t> interaction) {
    if (to <= two_years_ago_) return;
    count(Kind::in_touch, to, to <= add(from, every), [&] {
      const auto days = (to - from).count();
      const std::string after =
          fmt::format("{} day{} after {}", days, days == 1 ? "" : "s", long_date(from));
      if (interaction) return of_interaction(*interaction, after);
      return Evidence{.id = {}, .how = after, .text = "no contact until today"};
    });
  }

  Evidence of_interaction(std::size_t index, std::string how) const {
    Interaction interaction = book_.interaction(index);
    return {.id = std::move(interaction.id),
            .how = std::move(how),
            .text = std::move(interaction.text)};
  }

  static constexpr std::size_t kKinds = 8;

  const Book& book_;
  const Now& now_;
  Day year_ago_;
  Day two_years_ago_;
  const std::optional<TextsById>& questions_;
  std::array<Figure, kKinds> figures_{};
};

}  // namespace

std::vector<Figure> figures_of(const Book& book, const Contact& contact, const Traces& known,
                               const std::optional<Cadence>& cadence, const Now& now,
                               const std::optional<TextsById>& questions) {
  FigureMaker maker(book, now, questions);
  for (const Promise& promise : known.promises) maker.promise(promise);
  for (const Reply& reply : known.replies) maker.reply(reply);
  const bool is_set = cadence && cadence->source != Cadence::Source::learned;
  if (is_set) maker.contacts(known.contacts, cadence->every);
  for (const Heard& heard : contact.heard) maker.heard(contact.id, heard);
  for (const Traces::Helped& deed : known.deeds) maker.deed(deed);
  for (const Traces::Met& met : known.went) maker.talk(met);
  return maker.take();
}

}  // namespace stead
