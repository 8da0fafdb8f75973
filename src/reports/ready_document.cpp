#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/ready.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

const char* be(const ReadyReport& report, bool is_one) {
  if (report.is_over) return is_one ? "was" : "were";
  return is_one ? "is" : "are";
}

Heading heading(const ReadyReport& report) {
  const std::size_t all = report.clients.size();
  const std::size_t ready = report.ready();
  Text text;
  if (all == 0) {
    text = "You have no clients in the book";
  } else if (ready == all) {
    const char* verb = be(report, all == 1);
    text = Text(all == 1   ? fmt::format("Your client {} ready", verb)
                : all == 2 ? fmt::format("Both clients {} ready", verb)
                           : fmt::format("All {} clients {} ready", all, verb),
                Tone::good);
  } else {
    text = Text(fmt::format("{} of {} clients {} ready", ready, all, be(report, ready == 1)),
                Tone::warning);
  }
  if (!report.without.empty()) text += " without " + in_a_row(report.without_names);
  return title(std::move(text), long_period(report.period));
}

/// Who drops out, and whom that leaves alone.
std::string without_sentence(const ReadyReport& report) {
  const auto relying = std::ranges::count_if(report.clients, &ReadyClient::relies_on_them);
  const std::string names = in_a_row(report.without_names);
  if (relying == 0) return "None of your clients relies on " + names + " then.";
  const auto alone = std::ranges::count_if(report.clients, [](const ReadyClient& client) {
    return client.relies_on_them && client.is_alone();
  });
  const std::string front =
      fmt::format("{} client{} on {} then; ", relying, relying == 1 ? " relies" : "s rely", names);
  if (alone == 0) return front + "somebody else is there for each.";
  return front + fmt::format("{} would stand alone.", alone);
}

/// In the few words that a table has room for.
std::string_view short_words(Doubt doubt) {
  switch (doubt) {
    case Doubt::only_offered: return "not agreed";
    case Doubt::agreed_long_ago: return "agreed over a year ago";
    case Doubt::not_briefed: return "not briefed";
    case Doubt::scope_in_part: return "covers only a part";
    case Doubt::over_capacity: return "too many clients";
    case Doubt::client_not_told: return "client not told";
    case Doubt::no_phone: return "no phone number";
  }
  return {};
}

Text missing(const Candidate& answer) {
  std::vector<Text> words;
  for (const bool counts : {true, false}) {
    for (const Doubt doubt : answer.doubts) {
      if (keeps_from_ready(doubt) != counts) continue;
      words.emplace_back(short_words(doubt), counts ? Tone::warning : Tone::faint);
    }
  }
  return joined(words);
}

/// Who covers, how to reach them, what is missing.
std::vector<Text> cells(const Covering& covering) {
  const Candidate* answer = covering.answer();
  if (answer == nullptr) return {Text("NOBODY", Tone::bad), Text(), Text()};
  const Text phone = answer->phone.empty() ? Text() : Text(answer->phone.front());
  return {Text(answer->name, answer->cover.agreed ? Tone::good : Tone::warning), phone,
          missing(*answer)};
}

/// A row of the table: days on which all that is said is the same.
struct Row {
  Text client;
  Period days;
  std::vector<Text> said;
};

std::vector<Row> rows_of(const ReadyReport& report) {
  std::vector<Row> rows;
  for (const ReadyClient& client : report.clients) {
    const Text name(client.name, client.relies_on_them ? Tone::strong : Tone::plain);
    for (std::size_t i = 0; i < client.stretches.size();) {
      // Stretches may differ in those who are not the answer.
      const std::vector<Text> said = cells(client.stretches[i].covering);
      Period days = client.stretches[i].period;
      for (++i; i < client.stretches.size() && cells(client.stretches[i].covering) == said; ++i) {
        days.last = client.stretches[i].period.last;
      }
      rows.push_back({name, days, said});
    }
  }
  return rows;
}

void add_table(Document& document, const std::vector<Row>& rows) {
  Table table{{{"client", Align::left, Fit::wrap},
               {"who covers", Align::left, Fit::wrap},
               {"phone", Align::left, Fit::whole},
               {"missing", Align::left, Fit::wrap}},
              {}};
  for (const Row& row : rows) {
    std::vector<Text> line{row.client};
    line.insert(line.end(), row.said.begin(), row.said.end());
    table.rows.push_back(std::move(line));
  }
  document.add(std::move(table));
}

/// With the days a table would be too wide for most pages.
void add_schedule(Document& document, const std::vector<Row>& rows, Period period) {
  Items items;
  for (const Row& row : rows) {
    Item item{.text = row.said[0], .aside = row.said[1], .lead = row.client};
    item.below.emplace_back(row.days == period ? "on all days" : long_period(row.days));
    if (!row.said[2].empty()) item.below.push_back(row.said[2]);
    items.items.push_back(std::move(item));
  }
  document.add(std::move(items));
}

void add_clients(Document& document, const ReadyReport& report) {
  const std::vector<Row> rows = rows_of(report);
  if (rows.size() > report.clients.size()) {
    add_schedule(document, rows, report.period);
  } else {
    add_table(document, rows);
  }
}

void add_steps(Document& document, const ReadyReport& report) {
  if (report.steps.empty()) return;
  document.add(section("To do", report.steps.size()));
  Items items;
  for (const ReadyStep& step : report.steps) {
    std::string text = step.text;
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    Item item{.text = text, .below = {Text(step.command, Tone::code)}};
    if (step.clients.size() > 1) {
      item.aside = Text(fmt::format("{} clients", step.clients.size()), Tone::faint);
    }
    items.items.push_back(std::move(item));
  }
  document.add(std::move(items));
}

}  // namespace

Document to_document(const ReadyReport& report) {
  Document document;
  document.add(heading(report));
  if (report.clients.empty()) return document;
  if (!report.without.empty()) document.add(Paragraph{Text(without_sentence(report))});
  add_clients(document, report);
  add_steps(document, report);
  return document;
}

Table to_table(const ReadyReport& report) {
  Table table{{{"client"}, {"days"}, {"who covers"}, {"phone"}, {"missing"}}, {}};
  for (Row& row : rows_of(report)) {
    std::vector<Text> line{std::move(row.client), long_period(row.days)};
    line.insert(line.end(), row.said.begin(), row.said.end());
    table.rows.push_back(std::move(line));
  }
  return table;
}

}  // namespace stead
