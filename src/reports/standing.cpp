#include "stead/standing.h"

#include "reports/standing_parts.h"
#include "stead/contact_times.h"
#include "stead/deed.h"
#include "stead/people.h"
#include "stead/promise_life.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// Gathers what is known of each contact that is asked for.
class StandingMaker {
 public:
  StandingMaker(const Book& book, const Now& now, const StandingRequest& request)
      : book_(book),
        now_(now),
        request_(request),
        rules_(book.me().rules),
        working_(book.me(), now),
        known_(book.size(Collection::contacts)),
        has_cadence_(known_.size()),
        is_wanted_(known_.size(), request.who.empty()) {
    if (request.who.empty()) return;
    for (const std::size_t i : people_of(book, *book.find_contact(request.who))) {
      is_wanted_[i] = true;
    }
  }

  std::vector<Standing> make() {
    add_promises();
    add_talks();  // from then on all talks are known, and so are those with deeds
    add_questions();
    add_deeds();
    find_cadences();
    walk();
    std::vector<std::size_t> those = candidates();
    const LastContacts last(book_, those);
    const Rhythms rhythms(book_, now_.today);
    std::vector<Standing> people;
    people.reserve(those.size());  // grown, it would be there twice for a moment
    for (const std::size_t i : those) {
      // Read and let go: there may be thousands.
      const Contact contact = book_.read_contact(i);
      Standing standing = standing_of(i, contact, last, rhythms);
      if (is_shown(standing, contact)) people.push_back(std::move(standing));
    }
    put_in_order(people);
    return people;
  }

 private:
  void add_promises() {
    for (std::size_t i = 0; i < book_.size(Collection::promises); ++i) {
      Promise promise = book_.promise(i);
      if (book_.canonical(promise.by) != "me") continue;
      const auto to = book_.find_contact(promise.to);
      if (to && is_wanted_[*to] && !is_me(*to)) known_[*to].promises.push_back(std::move(promise));
    }
  }

  void add_questions() {
    std::vector<Waiting> questions = questions_in(book_);
    std::erase_if(questions, [&](const Waiting& question) {
      return !is_wanted_[*book_.find_contact(question.who)];
    });
    if (request_.explain) {
      questions_.emplace();
      for (const Waiting& question : questions) questions_->emplace(question.id, question.text);
    }
    for (Reply& reply : replies_to(book_, now_, questions)) {
      known_[*book_.find_contact(reply.who)].replies.push_back(std::move(reply));
    }
    for (Waiting& waiting : waiting_among(std::move(questions), book_, now_)) {
      known_[*book_.find_contact(waiting.who)].waiting.push_back(std::move(waiting));
    }
  }

  void add_deeds() {
    std::function<bool(std::string_view)> is_theirs;
    if (!request_.who.empty()) {
      is_theirs = [this](std::string_view handle) {
        const auto contact = book_.find_contact(handle);
        return contact && is_wanted_[*contact];
      };
    }
    std::vector<OpenHelp> deeds = deeds_with(book_, is_theirs);
    for (const OpenHelp& each : deeds) {
      if (each.deed.even) continue;
      for (const std::string_view who : each.with) {
        const auto with = book_.find_contact(who);
        if (with) known_[*with].deeds.push_back({each.index, each.at, each.deed});
      }
    }
    for (const Account& account : accounts_of(book_, std::move(deeds))) {
      if (!is_time_to_give(account, now_.today)) continue;
      if (const auto who = book_.find_contact(account.who)) {
        known_[*who].to_return = *not_returned(account);
      }
    }
  }

  void find_cadences() {
    const std::vector<bool> may_be_set = may_have_cadence(book_);
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!is_wanted_[i] || !may_be_set[i]) continue;
      has_cadence_[i] = set_cadence_of(book_.read_contact(i), rules_).has_value();
    }
  }

  /// The days of contact with those who have a cadence that is set, or whose org has one.
  void walk() {
    const std::vector<std::uint32_t>& orgs = book_.orgs();
    book_.newest_first([&](const Talk& talk) {
      if (!talk.is_contact) return true;
      for (const std::uint32_t contact : talk.with) {
        add_contact(contact, talk);
        if (orgs[contact] != Book::kNoContact) add_contact(orgs[contact], talk);
      }
      return true;
    });
  }

  /// How talks were for them, of the few of which it is known.
  void add_talks() {
    book_.newest_first([&](const Talk& talk) {
      if (!talk.is_contact || !talk.tells_how_it_went) return true;
      const bool went_well = book_.meeting(talk.index).went == "well";
      for (const std::uint32_t contact : talk.with) {
        if (!is_wanted_[contact]) continue;
        std::vector<Traces::Met>& went = known_[contact].went;
        if (went.empty() || went.back().interaction != talk.index) {
          went.push_back({talk.at.day, talk.index, went_well});
        }
      }
      return true;
    });
  }

  void add_contact(std::uint32_t contact, const Talk& talk) {
    if (!has_cadence_[contact]) return;
    std::vector<Traces::Met>& met = known_[contact].contacts;
    if (met.empty() || met.back().day != talk.at.day) met.push_back({talk.at.day, talk.index});
  }

  bool is_me(std::size_t index) const { return book_.id(Collection::contacts, index) == "me"; }

  /// Those of whom there may be something to say.
  std::vector<std::size_t> candidates() const {
    std::vector<bool> may_say(known_.size(), !request_.who.empty());
    for (const std::string_view text : {std::string_view("\"heard\""), kClient, kColleague}) {
      for (const std::size_t i : book_.holding(Collection::contacts, text)) may_say[i] = true;
    }
    std::vector<std::size_t> those;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!is_wanted_[i] || is_me(i)) continue;
      const Traces& known = known_[i];
      const bool may_be = may_say[i] || has_cadence_[i] || !known.promises.empty() ||
                          !known.replies.empty() || !known.waiting.empty() ||
                          !known.deeds.empty() || !known.went.empty();
      if (may_be) those.push_back(i);
    }
    return those;
  }

  std::optional<Cadence> cadence_of(std::size_t i, const Contact& contact,
                                    const Rhythms& rhythms) const {
    if (has_cadence_[i]) return set_cadence_of(contact, rules_);
    const auto rhythm = contact.is_org() ? std::nullopt : rhythms.of(i);
    return rhythm ? std::optional(learned(*rhythm, contact)) : std::nullopt;
  }

  Standing standing_of(std::size_t i, const Contact& contact, const LastContacts& last,
                       const Rhythms& rhythms) {
    Traces known = std::exchange(known_[i], {});  // let go with the contact, too
    // Clocks of far places may have put a day behind the one after it.
    sort_by(known.contacts, [](const Traces::Met& met) { return kLastDay - met.day; });
    sort_by(known.deeds, [](const Traces::Helped& each) {
      return std::tuple(each.at.day, each.at.time.has_value(), each.at.instant());
    });
    Standing standing{.who = contact.id,
                      .name = contact.name,
                      .is_org = contact.is_org(),
                      .org = contact.org.empty() ? "" : std::string(book_.canonical(contact.org)),
                      .archived = contact.archived,
                      .promises = sums_of(known.promises, now_),
                      .replies = sums_of(known.replies, working_),
                      .limit = reply_limit_of(book_, contact),
                      .waiting = known.waiting.size(),
                      .cadence = cadence_of(i, contact, rhythms),
                      .last = last.with(i)};
    add_deeds_to(standing, known);
    standing.figures = figures_of(book_, contact, known, standing.cadence, now_, questions_);
    if (contact.archived) return standing;
    standing.help = help_for(book_, standing, contact, known, now_, Quiet::left_out);
    if (!standing.help) {
      standing.quiet = help_for(book_, standing, contact, known, now_, Quiet::too);
    }
    return standing;
  }

  void add_deeds_to(Standing& standing, const Traces& known) const {
    for (const Traces::Helped& each : known.deeds) {
      const bool gave = each.deed.dir == "gave";
      standing.gave += gave ? 1U : 0U;
      standing.got += gave ? 0U : 1U;
      standing.credit += gave && each.deed.kind == "credit" ? 1U : 0U;
      standing.unasked += gave && each.deed.unasked ? 1U : 0U;
      if (!request_.explain) continue;
      const Interaction deed = book_.interaction(each.interaction);
      standing.deeds.push_back({.id = deed.id,
                                .day = each.at.day,
                                .good = gave,
                                .how = gave ? "you gave" : "you got",
                                .text = deed_in_words(book_, deed)});
    }
    std::ranges::reverse(standing.deeds);
  }

  bool is_shown(const Standing& standing, const Contact& contact) const {
    if (!request_.who.empty()) return standing.who == request_.who || !standing.archived;
    if (standing.archived) return false;
    return standing.has_evidence() || contact.has_tag(kClient) || contact.has_tag(kColleague);
  }

  void put_in_order(std::vector<Standing>& people) const {
    sort_by(people, [&](const Standing& each) {
      const bool is_asked_for = each.who == request_.who;
      return std::tuple(!is_asked_for, !each.help, each.help ? each.help->kind : Help::Kind::begin,
                        each.help ? -each.help->days : 0, !each.has_evidence(), fold(each.name));
    });
  }

  const Book& book_;
  const Now& now_;
  const StandingRequest& request_;
  const std::vector<Rule>& rules_;
  WorkingTime working_;
  std::vector<Traces> known_;      ///< By the index of the contact.
  std::vector<bool> has_cadence_;  ///< One that is set.
  std::vector<bool> is_wanted_;
  std::optional<TextsById> questions_;
};

}  // namespace

const Figure* Standing::figure(Figure::Kind kind) const {
  const auto found = std::ranges::find(figures, kind, &Figure::kind);
  return found == figures.end() ? nullptr : &*found;
}

bool Standing::has_evidence() const {
  return !figures.empty() || promises.all() > 0 || replies.answered > 0 || waiting > 0 ||
         gave > 0 || got > 0;
}

Trend trend_of(const Figure& figure) {
  const auto [now, before] = std::pair(figure.last_year, figure.year_before);
  if (now.all == 0 || before.all == 0) return Trend::unknown;
  // In whole numbers, so that a tenth is exactly one.
  const auto difference = static_cast<std::int64_t>(now.good * before.all) -
                          static_cast<std::int64_t>(before.good * now.all);
  const auto tenth = static_cast<std::int64_t>(now.all * before.all);
  if (10 * difference > tenth) return Trend::better;
  return 10 * difference < -tenth ? Trend::worse : Trend::same;
}

StandingReport standing_report(const Book& book, const Now& now, const StandingRequest& request) {
  return {.now = now,
          .working_day = WorkingTime(book.me(), now).day_length(),
          .request = request,
          .people = StandingMaker(book, now, request).make()};
}

}  // namespace stead
