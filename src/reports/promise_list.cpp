#include "stead/promise_list.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace stead {
namespace {

using Stage = ListedPromise::Stage;
using Json = nlohmann::ordered_json;

struct StageName {
  Stage stage;
  std::string_view title;
  std::string_view word;  ///< In JSON.
};

constexpr std::array<StageName, 6> kStages{{{Stage::late, "Late", "late"},
                                            {Stage::today, "Today", "today"},
                                            {Stage::this_week, "This week", "this_week"},
                                            {Stage::later, "Later", "later"},
                                            {Stage::undated, "No date", "undated"},
                                            {Stage::closed, "Closed", "closed"}}};

Stage stage_of(const Promise& promise, const Now& now) {
  if (!promise.is_open()) return Stage::closed;
  if (!promise.due) return Stage::undated;
  if (is_late(promise, now)) return Stage::late;
  if (promise.due->day == now.today) return Stage::today;
  return promise.due->day < monday_of(now.today) + Days{7} ? Stage::this_week : Stage::later;
}

bool is_wanted(const ListedPromise& listed, const PromiseListRequest& request) {
  using Side = PromiseListRequest::Side;
  const Promise& promise = listed.promise;
  if (request.side != Side::both && promise.is_mine() != (request.side == Side::mine)) return false;
  if (request.due && !(promise.due && request.due->contains(promise.due->day))) return false;
  const bool was_late = listed.timing && !listed.timing->on_time;
  if (request.late && listed.stage != Stage::late && !was_late) return false;
  return !request.filter || request.filter(promise);
}

ListedPromise listed(const Book& book, const Now& now, Promise promise) {
  ListedPromise listed;
  listed.stage = stage_of(promise, now);
  if (listed.stage == Stage::late) {
    listed.days_late = static_cast<int>((now.today - promise.due->day).count());
  }
  listed.timing = timing_of(promise);
  listed.who = book.name_of(promise.other_side());
  if (!promise.is_follow_up() && !promise.for_whom.empty()) {
    const Contact* who = book.contact(promise.other_side());
    listed.for_whom = book.name_of(promise.for_whom);
    listed.for_their_org = who != nullptr && !who->org.empty() &&
                           book.canonical(who->org) == book.canonical(promise.for_whom);
  }
  listed.promise = std::move(promise);
  return listed;
}

/// What comes first: by section, then by date; closed ones with the newest first.
auto place_in_list(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  const std::optional<When>& date = listed.stage == Stage::closed ? promise.closed : promise.due;
  const auto days = date ? date->day.time_since_epoch().count() : 0;
  const int minute = date && date->time ? date->time->minute : -1;
  const int direction = listed.stage == Stage::closed ? -1 : 1;
  return std::tuple(listed.stage, direction * days, direction * minute);
}

std::string days_text(int days) { return fmt::format("{} {}", days, days == 1 ? "day" : "days"); }

Text whose(const ListedPromise& listed) {
  const std::string_view before = listed.promise.is_follow_up() ? "about "
                                  : listed.promise.is_mine()    ? "to "
                                                                : "from ";
  return Text(before, Tone::faint) + Text(listed.who, Tone::strong) + Text(": ", Tone::faint);
}

Text outcome(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  if (promise.status == "broken") return Text("broken", Tone::bad);
  if (promise.status != "kept") return Text(promise.status, Tone::faint);
  if (promise.is_follow_up()) return Text("done", Tone::good);
  if (!listed.timing || listed.timing->on_time) return Text("kept", Tone::good);
  const int days = listed.timing->days;
  return Text(days == 0 ? "kept late" : fmt::format("kept {} late", days_text(days)),
              Tone::warning);
}

Text date_of(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  if (listed.stage == Stage::closed) {
    if (!promise.closed) return outcome(listed);  // a fault, which `check` names
    return outcome(listed) + Text(", " + long_date(*promise.closed), Tone::faint);
  }
  if (!promise.due) return {};
  const Tone tone = listed.stage == Stage::late    ? Tone::bad
                    : listed.stage == Stage::today ? Tone::warning
                                                   : Tone::plain;
  const std::string date = long_date(*promise.due);
  if (listed.days_late == 0) return Text(date, tone);
  return Text(fmt::format("{}, {} late", date, days_text(listed.days_late)), tone);
}

Item item_of(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  const std::vector<Text> lines = lines_of(promise.text);
  Item item{.text = whose(listed) + (lines.empty() ? Text() : lines.front()),
            .aside = date_of(listed),
            .lead = Text(promise.id, Tone::code)};
  if (!listed.for_whom.empty() && !listed.for_their_org)
    item.text += Text(", for " + listed.for_whom, Tone::faint);
  if (promise.every) item.text += Text(", " + every(*promise.every), Tone::faint);
  if (lines.size() > 1) item.below.assign(lines.begin() + 1, lines.end());
  for (const Part& part : promise.parts) {
    item.below.emplace_back("done " + long_date(part.on) + ": " + part.text, Tone::faint);
  }
  return item;
}

Json promise_json(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  Json json{{"id", promise.id},  {"by", promise.by},     {"to", promise.to},
            {"who", listed.who}, {"text", promise.text}, {"made", to_string(promise.made)}};
  if (!promise.for_whom.empty()) json["for"] = promise.for_whom;
  if (promise.due) json["due"] = to_string(*promise.due);
  if (promise.every) json["every"] = to_string(*promise.every);
  json["when"] = kStages[static_cast<std::size_t>(listed.stage)].word;
  if (listed.stage == Stage::late) json["days_late"] = listed.days_late;
  if (promise.is_open()) return json;
  json["status"] = promise.status;
  json["closed"] = nullptr;
  if (promise.closed) json["closed"] = to_string(*promise.closed);
  if (listed.timing) {
    json["on_time"] = listed.timing->on_time;
    json["days_late"] = listed.timing->days;
  }
  return json;
}

}  // namespace

PromiseList promise_list_report(const Book& book, const Now& now,
                                const PromiseListRequest& request) {
  PromiseList list{.today = now.today, .closed = request.closed};
  list.narrowed = request.filter || request.due || request.late ||
                  request.side != PromiseListRequest::Side::both;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    if (book.promise_state(i).is_open() == request.closed) continue;
    ListedPromise each = listed(book, now, book.promise(i));
    if (is_wanted(each, request)) list.promises.push_back(std::move(each));
  }
  std::ranges::stable_sort(list.promises, {}, place_in_list);
  return list;
}

Document to_document(const PromiseList& list) {
  Document document;
  const std::size_t count = list.promises.size();
  document.add(title(list.closed ? "Closed promises" : "Promises",
                     count == 0 ? "" : fmt::format("{}", count)));
  if (count == 0) {
    document.add(Paragraph{list.narrowed ? "No promise fits."
                           : list.closed ? "No promise was closed yet."
                                         : "No promise is open."});
  }
  for (const StageName& name : kStages) {
    Items items;
    for (const ListedPromise& each : list.promises) {
      if (each.stage == name.stage) items.items.push_back(item_of(each));
    }
    if (items.items.empty()) continue;
    if (!list.closed) document.add(section(std::string(name.title), items.items.size()));
    document.add(std::move(items));
  }
  return document;
}

Table to_table(const PromiseList& list) {
  Table table;
  for (const char* name :
       {"id", "by", "to", "who", "for", "text", "made", "due", "when", "status", "closed"}) {
    table.columns.push_back({.title = name, .fit = Fit::whole});
  }
  const auto text = [](const std::optional<When>& when) { return when ? to_string(*when) : ""; };
  for (const ListedPromise& each : list.promises) {
    const Promise& promise = each.promise;
    table.rows.push_back({promise.id, promise.by, promise.to, each.who, promise.for_whom,
                          promise.text, to_string(promise.made), text(promise.due),
                          kStages[static_cast<std::size_t>(each.stage)].word, promise.status,
                          text(promise.closed)});
  }
  return table;
}

std::string to_json(const PromiseList& list) {
  Json json{{"schema", "stead.promises/1"},
            {"today", to_string(list.today)},
            {"promises", Json::array()}};
  for (const ListedPromise& each : list.promises) json["promises"].push_back(promise_json(each));
  return json.dump(2) + "\n";
}

}  // namespace stead
