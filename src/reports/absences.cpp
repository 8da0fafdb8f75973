#include "stead/absences.h"

#include "stead/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace stead {
namespace {

/// The days of an absence that are looked at: an open end is looked at for a year.
Period days_of(const Absence& absence) {
  const Day year_later = add(absence.from.day, {.count = 1, .unit = Span::Unit::year});
  return {absence.from.day, absence.to ? absence.to->day : year_later};
}

std::string words(const Absence& absence) {
  std::string text = long_date(absence.from);
  if (!absence.to) return text + ", no end known";
  if (*absence.to != absence.from) text += " to " + long_date(*absence.to);
  return text;
}

std::string words(Period period) {
  if (period.first == period.last) return long_date(period.first);
  return long_date(period.first) + " to " + long_date(period.last);
}

bool has_arrangement(const Book& book, const Contact& client, std::string_view who, Period period) {
  return std::ranges::any_of(client.cover, [&](const Cover& cover) {
    const Period in_force{cover.from.value_or(kFirstDay), cover.to.value_or(kLastDay)};
    return in_force.overlaps(period) && book.canonical(cover.by) == who;
  });
}

/// Clients of somebody else's that the owner of the book covers in a period.
std::vector<std::string> clients_i_cover(const Book& book, std::string_view owner, Period period) {
  std::vector<std::string> clients;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (book.record(Collection::contacts, i).find("client_of") == std::string_view::npos) continue;
    const Contact& client = book.contact(i);
    if (client.archived || client.client_of.empty() || book.canonical(client.client_of) != owner) {
      continue;
    }
    const Contact* colleague = book.contact(owner);
    if (has_arrangement(book, client, "me", period) ||
        (colleague != nullptr && has_arrangement(book, *colleague, "me", period))) {
      clients.push_back(client.id);
    }
  }
  return clients;
}

std::vector<std::string> touched_clients(const Book& book, std::string_view who, Period period) {
  if (who == "me") return my_clients(book);
  std::vector<std::string> clients;
  for (const std::string& client : my_clients(book)) {
    if (has_arrangement(book, *book.contact(client), who, period)) clients.push_back(client);
  }
  for (std::string& client : clients_i_cover(book, who, period)) {
    clients.push_back(std::move(client));
  }
  return clients;
}

Text cover_line(const CoverStretch& stretch) {
  const Candidate* answer = stretch.covering.answer();
  if (answer == nullptr) return Text("nobody", Tone::bad);
  if (!answer->cover.agreed) return Text(answer->name + ", has not agreed yet", Tone::warning);
  return Text(answer->name, Tone::good);
}

nlohmann::ordered_json json_of(const Absence& absence) {
  nlohmann::ordered_json json{{"from", to_string(absence.from)}, {"to", nullptr}};
  if (absence.to) json["to"] = to_string(*absence.to);
  json["why"] = absence.why;
  return json;
}

}  // namespace

AbsencesReport absences_report(const Book& book, Period period) {
  AbsencesReport report{period, {}};
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (book.record(Collection::contacts, i).find("\"away\"") == std::string_view::npos) continue;
    const Contact& contact = book.contact(i);
    if (contact.archived) continue;
    for (const Absence& absence : contact.away) {
      if (!absence.overlaps(period)) continue;
      report.absences.push_back({contact.id, contact.name, contact.has_tag("colleague"), absence});
    }
  }
  std::ranges::stable_sort(report.absences, [](const AbsenceRow& a, const AbsenceRow& b) {
    return std::tuple(a.absence.from.day, fold(a.name)) <
           std::tuple(b.absence.from.day, fold(b.name));
  });
  return report;
}

Document to_document(const AbsencesReport& report) {
  Document document;
  document.add(title("Away", words(report.period)));
  if (report.absences.empty()) {
    document.add(Paragraph{Text("Nobody is away.", Tone::faint)});
    return document;
  }
  Table table{{{"who", Align::left, Fit::shrink},
               {"when", Align::left, Fit::whole},
               {"why", Align::left, Fit::wrap}},
              {}};
  for (const AbsenceRow& row : report.absences) {
    table.rows.push_back({Text(row.name, row.who == "me" ? Tone::strong : Tone::plain),
                          words(row.absence), Text(row.absence.why, Tone::faint)});
  }
  document.add(std::move(table));
  return document;
}

std::string to_json(const AbsencesReport& report) {
  nlohmann::ordered_json json{{"schema", "stead.away/1"},
                              {"from", to_string(report.period.first)},
                              {"to", to_string(report.period.last)},
                              {"absences", nlohmann::ordered_json::array()}};
  for (const AbsenceRow& row : report.absences) {
    nlohmann::ordered_json absence{{"id", row.who}, {"name", row.name}};
    absence.update(json_of(row.absence));
    json["absences"].push_back(std::move(absence));
  }
  return json.dump(2) + '\n';
}

std::vector<Period> TouchedClient::gaps() const {
  std::vector<Period> gaps;
  for (const CoverStretch& stretch : stretches) {
    if (stretch.covering.is_agreed()) continue;
    if (!gaps.empty() && gaps.back().last + Days(1) == stretch.period.first) {
      gaps.back().last = stretch.period.last;
    } else {
      gaps.push_back(stretch.period);
    }
  }
  return gaps;
}

bool AbsenceReport::has_gaps() const {
  return std::ranges::any_of(clients,
                             [](const TouchedClient& client) { return !client.gaps().empty(); });
}

AbsenceReport absence_report(const Book& book, std::string_view who, const Absence& absence) {
  AbsenceReport report{std::string(book.canonical(who)), book.name_of(who), absence, {}};
  const Period period = days_of(absence);
  for (const std::string& client : touched_clients(book, report.who, period)) {
    report.clients.push_back(
        {client, book.name_of(client), covering_in(book, client, period, report.who)});
  }
  std::ranges::stable_sort(report.clients, {},
                           [](const TouchedClient& client) { return fold(client.name); });
  return report;
}

Document to_document(const AbsenceReport& report) {
  Document document;
  if (report.clients.empty()) return document;
  Table table{{{"client", Align::left, Fit::shrink},
               {"days", Align::left, Fit::whole},
               {"who covers", Align::left, Fit::wrap}},
              {}};
  for (const TouchedClient& client : report.clients) {
    Text name = client.name;
    for (std::size_t i = 0; i < client.stretches.size(); ++i) {
      const CoverStretch& stretch = client.stretches[i];
      // The same person on several stretches differs in what is not ready, which is not shown here.
      if (i > 0 && cover_line(client.stretches[i - 1]) == cover_line(stretch)) continue;
      Period days = stretch.period;
      for (std::size_t j = i + 1;
           j < client.stretches.size() && cover_line(client.stretches[j]) == cover_line(stretch);
           ++j) {
        days.last = client.stretches[j].period.last;
      }
      table.rows.push_back({name, words(days), cover_line(stretch)});
      name = Text();
    }
  }
  document.add(std::move(table));
  return document;
}

std::string to_json(const AbsenceReport& report) {
  nlohmann::ordered_json json{{"schema", "stead.absence/1"},
                              {"who", report.who},
                              {"absence", json_of(report.absence)},
                              {"clients", nlohmann::ordered_json::array()}};
  for (const TouchedClient& client : report.clients) {
    auto gaps = nlohmann::ordered_json::array();
    for (const Period& gap : client.gaps()) {
      gaps.push_back({{"from", to_string(gap.first)}, {"to", to_string(gap.last)}});
    }
    json["clients"].push_back({{"id", client.client}, {"name", client.name}, {"gaps", gaps}});
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
