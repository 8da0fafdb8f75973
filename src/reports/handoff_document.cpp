#include "reports/card_words.h"
#include "stead/handoff.h"
#include "stead/heard_age.h"
#include "stead/periods.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

Heading part(const char* title) { return {.text = title, .aside = {}, .level = 3}; }

/// What is not ready, as whoever it is about should hear it; empty for what only the owner has to
/// see to.
std::string_view words_for_stand_in(Doubt doubt) {
  switch (doubt) {
    case Doubt::only_offered: return "you have not said yes yet";
    case Doubt::agreed_long_ago: return "you said yes over a year ago";
    case Doubt::client_not_told: return "they have not been told whom to call";
    case Doubt::not_briefed:
    case Doubt::scope_in_part:
    case Doubt::over_capacity:
    case Doubt::no_phone: break;
  }
  return {};
}

/// Sets the page: a head, and a section for each client. It is read by the stand-in, so that the
/// owner of the book has a name here, and `you` is nobody else.
class HandoffPage {
 public:
  explicit HandoffPage(const Handoff& handoff) : handoff_(handoff) {
    page_.add(title("Handoff to " + handoff.name, long_period(handoff.period)));
    for (const HandoffClient& client : handoff.clients) add(client);
  }

  Document take() { return std::move(page_); }

 private:
  std::string name(std::string_view handle) const {
    if (handle == "me") return handoff_.me_name;
    if (handle == handoff_.who) return "you";
    return called(handoff_.names, handle);
  }

  static bool is_client(const HandoffClient& client, std::string_view handle) {
    return handle == client.contact.id;
  }

  void add(const HandoffClient& client) {
    page_.add(section(client.contact.name, client.owner_name + "'s client"));
    add_facts(client);
    add_waiting(client);
    add_heard(client);
    add_promises(client);
    add_talks(client);
  }

  void add_facts(const HandoffClient& client) {
    const Contact& contact = client.contact;
    Fields fields;
    add_field(fields, "you cover", days(client));
    add_field(fields, "then", then(client));
    add_field(fields, "owner", joined_lines({client.owner_name}, client.owner_phone));
    add_field(fields, "phone", listed(contact.phone));
    add_field(fields, "email", listed(contact.email));
    add_field(fields, "address", listed(contact.address));
    if (client.org) {
      add_field(fields, "works at", joined_lines({client.org->name}, client.org->phone));
    }
    add_field(fields, "people", people(client));
    add_field(fields, "needs", listed(contact.needs));
    if (contact.reply_within) {
      add_field(fields, "answers", Text("expected within " + to_string(*contact.reply_within)));
    }
    add_field(fields, "terms", terms(client));
    add_field(fields, "if you can't", next(client));
    page_.add(std::move(fields));
    add_notes(client);
  }

  static void add_field(Fields& fields, const char* label, std::vector<Text> values) {
    if (!values.empty()) fields.fields.push_back({label, std::move(values)});
  }
  static void add_field(Fields& fields, const char* label, Text value) {
    if (!value.empty()) fields.fields.push_back({label, {std::move(value)}});
  }

  static Text listed(const std::vector<std::string>& texts) {
    return Text(fmt::format("{}", fmt::join(texts, ", ")));
  }
  static Text joined_lines(std::vector<Text> parts, const std::vector<std::string>& more) {
    for (const std::string& each : more) parts.emplace_back(each);
    return joined(parts);
  }

  static std::vector<Text> days(const HandoffClient& client) {
    std::vector<Text> lines;
    for (const HandoffDays& each : client.days) {
      Text line(long_period(each.days), Tone::strong);
      const std::vector<std::string>& scope = each.stand_in.cover.scope;
      if (!scope.empty()) line += fmt::format(", only {}", fmt::join(scope, ", "));
      lines.push_back(std::move(line));
    }
    return lines;
  }

  /// Who follows on which days, and the owner at last.
  std::vector<Text> then(const HandoffClient& client) const {
    std::vector<Text> lines;
    for (const HandoffNext& each : client.then) {
      Text line = whom(each, handoff_.who);
      line += ", " + during(each.days);
      lines.push_back(std::move(line));
    }
    const std::string back = "back to " + client.owner_name;
    if (client.back) lines.emplace_back(back + " on " + long_date(*client.back));
    if (!client.back && client.then.empty()) lines.emplace_back(back);
    return lines;
  }

  /// Their name and how to reach them, and whether they have agreed, or to what.
  static Text whom(const HandoffNext& each, std::string_view you) {
    if (!each.next) return {"NOBODY", Tone::bad};
    if (each.next->who == you) return {"you", Tone::strong};
    std::vector<Text> parts{Text(each.next->name, Tone::strong)};
    for (const auto* list : {&each.next->phone, &each.next->email}) {
      if (!list->empty()) parts.emplace_back(list->front());
    }
    const std::vector<std::string>& scope = each.next->cover.scope;
    if (!scope.empty()) parts.push_back("only " + listed(scope));
    if (!each.next->cover.agreed) parts.emplace_back("not agreed yet", Tone::warning);
    return joined(parts);
  }

  static std::vector<Text> people(const HandoffClient& client) {
    std::vector<Text> lines;
    for (const Contact& person : client.people) {
      std::vector<Text> parts{Text(person.name, Tone::strong)};
      if (!person.title.empty()) parts.emplace_back(person.title);
      for (const auto* list : {&person.phone, &person.email}) {
        if (!list->empty()) parts.emplace_back(list->front());
      }
      lines.push_back(joined(parts));
    }
    return lines;
  }

  static std::vector<Text> terms(const HandoffClient& client) {
    std::vector<Text> lines;
    for (const HandoffDays& each : client.days) {
      for (Text& line : lines_of(each.stand_in.cover.note)) {
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  /// The days are said where they are not all.
  static std::vector<Text> next(const HandoffClient& client) {
    std::vector<Text> lines;
    for (const HandoffNext& each : client.next) {
      Text line = whom(each, "");
      if (client.next.size() > 1) line = Text(long_period(each.days) + ": ") + line;
      lines.push_back(std::move(line));
    }
    return lines;
  }

  void add_notes(const HandoffClient& client) {
    for (const Doubt doubt : client.days.front().stand_in.doubts) {
      const std::string_view words = words_for_stand_in(doubt);
      if (!words.empty()) page_.add(Note{Text(words)});
    }
  }

  void add_waiting(const HandoffClient& client) {
    for (const Waiting& waiting : client.waiting) {
      Text text(waiting.name, Tone::strong);
      text += " waits for an answer since " + long_date(waiting.at);
      if (waiting.urgent) text += ", urgent";
      if (!waiting.text.empty()) text += ": " + Text(waiting.text);
      page_.add(Note{std::move(text), waiting.urgent || waiting.late ? Tone::bad : Tone::warning});
    }
  }

  void add_heard(const HandoffClient& client) {
    if (client.heard.empty()) return;
    page_.add(part("What matters"));
    Items items;
    for (const BriefHeard& each : client.heard) {
      Text text = is_client(client, each.who) ? Text() : Text(name(each.who) + ": ");
      text += Text(each.heard.text);
      const std::string age = said_when(each.heard, handoff_.now.today);
      if (!age.empty()) text += Text(", " + age, Tone::faint);
      items.items.push_back({.text = std::move(text)});
    }
    page_.add(std::move(items));
  }

  /// Who promised whom, or whom to come back to.
  Text promise_text(const Promise& promise) const {
    const char* whose = promise.is_follow_up() ? "come back to "
                        : promise.is_mine()    ? "promised to "
                                               : "promised by ";
    return Text(whose, Tone::faint) + name(promise.other_side()) + ": " + promise.text +
           late_words(promise, handoff_.now);
  }

  void add_promises(const HandoffClient& client) {
    if (client.promises.empty()) return;
    page_.add(part("Open promises"));
    Items items;
    for (const Promise& promise : client.promises) {
      items.items.push_back(
          {.text = promise_text(promise), .lead = {"due " + long_date(*promise.due), Tone::faint}});
    }
    page_.add(std::move(items));
  }

  /// Who was in it beside the client, who did it where that was not the owner, and what was said.
  Text talk_text(const HandoffClient& client, const Interaction& talk) const {
    std::vector<std::string> others;
    for (const std::string& who : talk.with) {
      if (!is_client(client, who)) others.push_back(name(who));
    }
    std::vector<Text> front;
    if (!talk.via.empty()) front.emplace_back(talk.via, Tone::accent);
    if (!others.empty()) front.emplace_back(fmt::format("with {}", fmt::join(others, ", ")));
    if (!talk.by.empty() && talk.by != "me") front.emplace_back("by " + name(talk.by));
    Text text = joined(front, " ");
    if (!text.empty() && !talk.text.empty()) text += ": ";
    text += Text(talk.text);
    if (!talk.went.empty()) {
      text += Text(", it went " + talk.went, talk.went == "badly" ? Tone::bad : Tone::good);
    }
    return text;
  }

  void add_talks(const HandoffClient& client) {
    if (client.talks.empty()) return;
    page_.add(part("Last talks"));
    Items items;
    for (const Interaction& talk : client.talks) {
      items.items.push_back(
          {.text = talk_text(client, talk), .lead = {long_date(talk.at), Tone::faint}});
    }
    page_.add(std::move(items));
  }

  const Handoff& handoff_;
  Document page_;
};

}  // namespace

Document to_document(const Handoff& handoff) { return HandoffPage(handoff).take(); }

}  // namespace stead
