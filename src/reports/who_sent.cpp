#include "stead/who_sent.h"

#include "reports/brought.h"
#include "reports/json_parts.h"

#include <fmt/format.h>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace stead {
namespace {

Sender sender(const Book& book, std::string_view handle) {
  const Contact* contact = book.contact(handle);
  if (contact == nullptr) return {std::string(handle), std::string(handle), {}, {}};
  return {contact->id, contact->name, contact->phone, contact->email};
}

/// Who sent `whom`, in the order of time; a deed that names several of them once.
std::vector<Sent> senders_of(const Book& book, const Brought& brought, const Company& company,
                             const std::string& whom) {
  std::map<std::pair<std::int64_t, std::string>, Interaction> deeds;
  const std::vector<std::string> meant = company.of(whom);
  for (const std::string& each : meant) {
    const auto found = brought.referrals.find(each);
    if (found == brought.referrals.end()) continue;
    for (const std::size_t i : found->second) {
      const Interaction& deed = brought.deeds[i];
      deeds.try_emplace({deed.at.instant(), deed.id}, deed);
    }
  }
  std::vector<Sent> senders;
  for (const auto& [key, deed] : deeds) {
    std::set<std::string> named;
    for (const std::string& handle : deed.with) {
      Sender by = sender(book, handle);
      // Whoever recommends their own company did not send it.
      if (by.who == whom || by.who == kMe || !named.insert(by.who).second) continue;
      senders.push_back({deed.id, deed.at, whom, book.name_of(whom), std::move(by), deed.text,
                         deed.deed->outcome, deed.deed->outcome_on, deed.deed->thanked});
    }
  }
  return senders;
}

std::string outcome_words(const Sent& sent) {
  const std::string on = sent.outcome_on ? " on " + long_date(*sent.outcome_on) : "";
  if (sent.outcome == "won") return "it became work" + on;
  if (sent.outcome == "lost") return "it did not become work";
  if (sent.outcome == "none") return "nothing came of it";
  if (sent.outcome == "asked") return "they asked, and it is open";
  return "what became of it is not noted yet";
}

Text reach(const Sender& by) {
  if (!by.phone.empty()) return Text(by.phone.front(), Tone::strong);
  if (!by.email.empty()) return Text(by.email.front(), Tone::strong);
  return Text("no phone number in the book", Tone::faint);
}

Item item_of(const Sent& sent) {
  Item item{.text = Text(sent.by.name, Tone::strong) + " sent " + sent.whom_name,
            .aside = reach(sent.by)};
  if (!sent.text.empty()) item.below.emplace_back(sent.text);
  const std::string thanked =
      sent.thanked ? "you thanked them on " + long_date(*sent.thanked) : "you can still thank them";
  item.below.emplace_back(
      fmt::format("{}; {}; {}", long_date(sent.at), outcome_words(sent), thanked), Tone::faint);
  return item;
}

Json json_of(const Sender& by) {
  return object({{"id", by.who}, {"name", by.name}, {"phone", by.phone}, {"email", by.email}});
}

Json json_of(std::optional<Day> day) { return day ? Json(to_string(*day)) : Json(nullptr); }

}  // namespace

SentReport sent_report(const Book& book, std::string_view handle) {
  SentReport report{std::string(book.canonical(handle)), book.name_of(handle), {}, {}};
  const Brought brought = brought_to_me(book);
  const Company company(book);
  std::deque<std::string> open{report.asked};
  std::set<std::string> seen{report.asked};
  for (; !open.empty(); open.pop_front()) {
    for (Sent& sent : senders_of(book, brought, company, open.front())) {
      if (seen.insert(sent.by.who).second) open.push_back(sent.by.who);
      report.chain.push_back(std::move(sent));
    }
  }
  if (!report.chain.empty()) return report;
  for (const std::string& each : company.of(report.asked)) {
    const auto found = brought.introduced_by.find(each);
    if (found == brought.introduced_by.end()) continue;
    report.introduced_by = sender(book, found->second);
    return report;
  }
  const std::string& via = book.contact(report.asked)->via_whom;
  if (!via.empty()) report.introduced_by = sender(book, via);
  return report;
}

Document to_document(const SentReport& report) {
  Document document;
  if (report.chain.empty()) {
    document.add(title(Text("NOBODY", Tone::bad) + " is known to have sent " + report.asked_name));
    if (!report.introduced_by) return document;
    Items items;
    items.items.push_back(
        {.text = Text(report.introduced_by->name, Tone::strong) + " introduced you to each other",
         .aside = reach(*report.introduced_by)});
    document.add(std::move(items));
    return document;
  }
  document.add(title("Who sent " + report.asked_name));
  Items items;
  for (const Sent& sent : report.chain) items.items.push_back(item_of(sent));
  document.add(std::move(items));
  return document;
}

std::string to_json(const SentReport& report) {
  Json json = object({{"schema", "stead.sent/1"},
                      {"asked", report.asked},
                      {"name", report.asked_name},
                      {"chain", Json::array()},
                      {"introduced_by", nullptr}});
  for (const Sent& sent : report.chain) {
    json["chain"].push_back(object({{"interaction", sent.interaction},
                                    {"at", to_string(sent.at)},
                                    {"whom", sent.whom},
                                    {"whom_name", sent.whom_name},
                                    {"by", json_of(sent.by)},
                                    {"text", sent.text},
                                    {"outcome", sent.outcome},
                                    {"outcome_on", json_of(sent.outcome_on)},
                                    {"thanked", json_of(sent.thanked)}}));
  }
  if (report.introduced_by) json["introduced_by"] = json_of(*report.introduced_by);
  return json.dump(2) + '\n';
}

}  // namespace stead
