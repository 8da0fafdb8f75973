#include "reports/card_words.h"
#include "reports/page_words.h"
#include "stead/balance.h"
#include "stead/calendar_words.h"
#include "stead/deed.h"
#include "stead/phrases.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace stead {
namespace {

constexpr std::size_t kNames = 3;

/// What one side alone gave of a kind, with when and whom: `they sent you Delta GmbH in June`.
class OneSide {
 public:
  OneSide(const BalanceReport& report, const Balance& balance, const HelpSum& sum)
      : report_(report), sum_(sum), is_mine_(sum.gave > 0) {
    for (const Interaction& each : balance.help) {
      const bool same_unit = each.deed->amount.value_or(Amount{}).unit == sum.unit;
      if (each.deed->kind == sum.kind && same_unit) add(each);
    }
  }

  std::string words() const {
    if (!names_.empty()) return brought();
    const Amount amount{is_mine_ ? sum_.gave : sum_.got, sum_.unit};
    std::string text = is_mine_ ? "you " : "they ";
    if (sum_.kind == "cover") {
      text += "covered " + in_words(amount);
    } else {
      text += fmt::format("gave {} {}", whom(), one_of_kind(sum_.kind));
      if (count_ > 1 || amount != Amount{}) text += ", " + in_words(amount) + ",";
    }
    if (count_ == 1) return text + " " + when();
    return fmt::format("{}{} the last time {}", text, text.back() == ',' ? "" : ",", when());
  }

 private:
  void add(const Interaction& deed) {
    ++count_;
    for (const std::string& handle : deed.about) {
      const std::string name = called(report_.names, handle);
      if (std::ranges::find(names_, name) == names_.end()) names_.push_back(name);
    }
  }

  std::string_view whom() const { return is_mine_ ? "them" : "you"; }
  std::string when() const { return time_ago(sum_.last, report_.today); }

  /// `they introduced you to Delta GmbH, Eta and 3 others, the last time in May`.
  std::string brought() const {
    const std::size_t shown = shown_of(names_.size(), kNames);
    std::string names;
    for (std::size_t i = 0; i < shown; ++i) {
      const bool is_last = i + 1 == names_.size();
      names += (i == 0 ? "" : is_last ? " and " : ", ") + names_[i];
    }
    if (shown < names_.size()) names += fmt::format(" and {} others", names_.size() - shown);
    const std::string verb = sum_.kind == "introduction" ? fmt::format("introduced {} to", whom())
                             : sum_.kind == "referral"
                                 ? fmt::format("sent {}", whom())
                                 : fmt::format("gave {} {} about", whom(), one_of_kind(sum_.kind));
    return fmt::format("{} {} {}{}{}", is_mine_ ? "you" : "they", verb, names,
                       count_ > 1 ? ", the last time " : " ", when());
  }

  const BalanceReport& report_;
  const HelpSum& sum_;
  bool is_mine_;
  std::size_t count_ = 0;
  std::vector<std::string> names_;
};

Text words_of(const BalanceReport& report, const Balance& balance, const HelpSum& sum) {
  if (sum.gave > 0 && sum.got > 0) {
    return help_sentence(sum) + ", the last time " + time_ago(sum.last, report.today);
  }
  const std::string words = OneSide(report, balance, sum).words();
  return sum.gave > 0 ? words : words + ", not returned yet";
}

Text with_command(std::string_view why, std::string line) {
  return Text(why, Tone::faint) + command(std::move(line));
}

Text thanks(const Balance& balance) {
  return with_command("not thanked yet: ", "stead thank " + balance.who);
}

/// The command for whoever is one of many.
std::string line_for(const Balance& balance) {
  switch (balance.leaning) {
    case Leaning::theirs: return how_to_give(balance.who);
    case Leaning::mine: return "stead brief " + balance.who;
    case Leaning::level: break;
  }
  return "stead balance " + balance.who;
}

/// One of everybody: what there is in a line for each kind, and what to do.
Item person(const BalanceReport& report, const Balance& balance) {
  Text text(balance.name, Tone::strong);
  if (balance.leaning == Leaning::mine && !balance.phone.empty()) {
    text += Text("  " + balance.phone, Tone::faint);
  }
  const auto days = static_cast<int>((report.today - balance.since).count());
  Item item{.text = std::move(text),
            .aside = command(line_for(balance)),
            .below = {},
            .lead = days > 0    ? Text(length_of(days))
                    : days == 0 ? Text("today")
                                : Text(long_date(balance.since))};
  for (const HelpSum& sum : balance.sums) item.below.push_back(words_of(report, balance, sum));
  if (balance.is_to_thank()) item.below.push_back(thanks(balance));
  return item;
}

void add_people(Document& document, const BalanceReport& report, Leaning leaning,
                std::string_view heading) {
  Items items;
  for (const Balance& balance : report.people) {
    if (balance.leaning == leaning) items.items.push_back(person(report, balance));
  }
  if (items.items.empty()) return;
  document.add(section(heading, items.items.size()));
  document.add(std::move(items));
}

Document of_everybody(const BalanceReport& report) {
  Document document;
  document.add(title(
      "Give and take",
      report.people.empty() ? Text() : Text(counted(report.people.size(), "person", "people"))));
  if (report.people.empty()) {
    document.add(
        Paragraph{"No help is noted that is not settled. The next time you help somebody:"});
    document.add(Paragraph{command("stead gave WHO KIND TEXT")});
    return document;
  }
  add_people(document, report, Leaning::theirs, "Whom to help next");
  add_people(document, report, Leaning::mine, "Who would gladly help you");
  add_people(document, report, Leaning::level, "Help that went both ways");
  return document;
}

/// `Sun 2026-04-05, you: 5 days, for Borealis: looked after it`.
Text deed_line(const BalanceReport& report, const Interaction& each) {
  const Deed& deed = *each.deed;
  std::vector<Text> parts;
  if (deed.amount) parts.emplace_back(in_words(*deed.amount));
  if (!each.about.empty()) parts.emplace_back("about " + all_called(report.names, each.about));
  if (!each.for_client.empty()) parts.emplace_back("for " + called(report.names, each.for_client));
  if (deed.unasked) parts.emplace_back("unasked");
  Text text(long_date(each.at.day) + (deed.dir == "gave" ? ", you" : ", they"), Tone::faint);
  const Text what = joined(parts);
  if (!what.empty()) text += ": " + what;
  if (each.text.empty()) return text;
  return text + ": " + each.text.substr(0, each.text.find('\n'));
}

Item kind_item(const BalanceReport& report, const Balance& balance, const HelpSum& sum) {
  Item item{.text = words_of(report, balance, sum), .aside = {}, .below = {}, .lead = {}};
  for (const Interaction& each : balance.help) {
    const bool same_unit = each.deed->amount.value_or(Amount{}).unit == sum.unit;
    if (each.deed->kind != sum.kind || !same_unit) continue;
    item.below.push_back(deed_line(report, each));
  }
  return item;
}

/// What is worth doing.
Fields steps(const Balance& balance) {
  Fields steps;
  const auto add = [&](const char* why, const std::string& line) {
    steps.fields.push_back({why, {command(line)}});
  };
  if (balance.is_to_thank()) add("thank them", "stead thank " + balance.who);
  const bool is_theirs = balance.leaning == Leaning::theirs;
  add(is_theirs ? "what would help them" : "before you call", "stead brief " + balance.who);
  if (is_theirs) add("when you did it", how_to_give(balance.who));
  for (const HelpSum& sum : balance.sums) {
    if (sum.gave == 0 || sum.got == 0) continue;
    add("call it even", fmt::format("stead gave {} {} --even", balance.who, sum.kind));
  }
  return steps;
}

/// `Even on cover since Mon 2026-08-03, and on favour since …`, or nothing.
Text settled_words(const BalanceReport& report) {
  std::vector<std::string> all;
  for (const Settled& each : report.settled) {
    const std::string whom =
        each.who == report.asked ? "" : "with " + called(report.names, each.who) + " ";
    all.push_back(fmt::format("{}on {} since {}", whom, each.kind, long_date(each.on)));
  }
  return all.empty() ? Text() : Text("You are even " + in_a_row(all) + ".", Tone::faint);
}

Document of_one(const BalanceReport& report) {
  Document document;
  document.add(title("You and " + report.asked_name));
  if (report.people.empty()) {
    document.add(Paragraph{"No help either way is noted, or all of it is settled."});
    document.add(
        Fields{{{"to note some", {command("stead gave " + report.asked + " KIND TEXT")}}}});
  }
  for (const Balance& balance : report.people) {
    if (report.people.size() > 1 || balance.who != report.asked)
      document.add(section(balance.name));
    Items items;
    for (const HelpSum& sum : balance.sums) {
      items.items.push_back(kind_item(report, balance, sum));
    }
    document.add(std::move(items)).add(steps(balance));
  }
  if (Text settled = settled_words(report); !settled.empty()) {
    document.add(Paragraph{std::move(settled)});
  }
  return document;
}

}  // namespace

Document to_document(const BalanceReport& report) {
  return report.asked.empty() ? of_everybody(report) : of_one(report);
}

}  // namespace stead
