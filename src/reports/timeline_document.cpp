#include "stead/calendar_words.h"

#include "reports/json_parts.h"
#include "stead/timeline.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace stead {
namespace {

using Kind = TimelineEntry::Kind;
constexpr std::array<std::string_view, 10> kKinds{"interaction", "promised", "told",   "part",
                                                  "kept",        "released", "broken", "due",
                                                  "heard",       "away"};

/// The name of the month, for a heading: `August 2026`.
std::string month_of(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{} {}", month_name(unsigned{date.month()}), static_cast<int>(date.year()));
}

/// Says each entry in words. Whoever the whole timeline is of is not named again.
class Wording {
 public:
  explicit Wording(const Timeline& timeline)
      : subject_(timeline.who.size() == 1 ? timeline.who.front().id : "") {}

  /// What it is, without its text.
  std::string label(const TimelineEntry& entry) const {
    const bool mine = entry.by && entry.by->id == "me";
    const bool follow_up = mine && entry.with.size() == 1 && entry.with.front().id == "me";
    const std::string to = follow_up ? about(entry) : phrase(" to ", entry.with);
    switch (entry.kind) {
      case Kind::interaction: return interaction(entry);
      case Kind::promised:
        return follow_up ? "planned" + to : mine ? "promised" + to : doer(entry) + "promised";
      case Kind::told:
        if (follow_up) return "put off" + to;
        return mine ? "let " + them(entry.with) + " know" : doer(entry) + "let you know";
      case Kind::part: return mine ? "done in part" + to : doer(entry) + "did a part";
      case Kind::kept: {
        if (follow_up) return "done" + to;
        if (!mine) return doer(entry) + "kept" + timing(entry);
        return "kept" + timing(entry) + (timing(entry).empty() ? to : comma(to));
      }
      case Kind::released:
        return follow_up ? "dropped" + to : "no longer wanted" + comma(side(entry, mine, to));
      case Kind::broken:
        return follow_up ? "not done" + to : "not delivered" + comma(side(entry, mine, to));
      case Kind::due:
        return follow_up ? "get back" + (to.empty() ? "" : " to " + entry.for_whom->name)
                         : "due" + side(entry, mine, to);
      case Kind::heard: return "heard" + phrase(" from ", {*entry.by});
      case Kind::away: return away(entry);
    }
    return {};
  }

  /// What follows its text.
  std::string details(const TimelineEntry& entry) const {
    std::string words;
    if (!entry.promise.empty() && !entry.text.empty())
      words += " (" + first_line(entry.promise) + ")";
    if (!entry.about.empty()) words += ", about " + named(entry.about);
    const bool follow_up =
        !entry.with.empty() && entry.with.front().id == "me" && entry.by && entry.by->id == "me";
    if (entry.for_whom && entry.for_whom->id != subject_ && !follow_up) {
      words += ", for " + entry.for_whom->name;
    }
    if (entry.kind == Kind::interaction && entry.by) words += ", by " + named({*entry.by});
    if (!entry.went.empty()) words += ", went " + entry.went;
    if (entry.kind == Kind::promised && entry.until) words += ", due " + long_date(*entry.until);
    if (entry.kind == Kind::told) words += new_date(entry);
    return words;
  }

 private:
  static std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

  static std::string comma(const std::string& words) { return words.empty() ? "" : "," + words; }

  /// `, now due Tue 2026-08-11, was Fri 2026-08-07`; empty where no date was moved.
  static std::string new_date(const TimelineEntry& entry) {
    if (!entry.until) {
      return entry.due_was ? ", no longer due " + long_date(*entry.due_was) : "";
    }
    return ", now due " + long_date(*entry.until) +
           (entry.due_was ? ", was " + long_date(*entry.due_was) : "");
  }

  static std::string names(const std::vector<TimelinePerson>& people) {
    std::string text;
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (i > 0) text += i + 1 == people.size() ? " and " : ", ";
      text += people[i].id == "me" ? "you" : people[i].name;
    }
    return text;
  }

  /// Names, but `them` for whoever the timeline is of.
  std::string named(std::vector<TimelinePerson> people) const {
    for (TimelinePerson& each : people) {
      if (each.id == subject_) each.name = "them";
    }
    return names(people);
  }

  std::vector<TimelinePerson> others(std::vector<TimelinePerson> people) const {
    std::erase_if(people, [this](const TimelinePerson& each) { return each.id == subject_; });
    return people;
  }

  std::string phrase(std::string_view word, const std::vector<TimelinePerson>& people) const {
    const std::vector<TimelinePerson> rest = others(people);
    return rest.empty() ? "" : std::string(word) + names(rest);
  }

  std::string them(const std::vector<TimelinePerson>& people) const {
    const std::vector<TimelinePerson> rest = others(people);
    return rest.empty() ? "them" : names(rest);
  }

  std::string about(const TimelineEntry& entry) const {
    return entry.for_whom ? phrase(" about ", {*entry.for_whom}) : "";
  }

  /// `Bo Lind ` in front of what somebody else did; `they ` where the timeline is theirs.
  std::string doer(const TimelineEntry& entry) const {
    return (entry.by->id == subject_ ? "they" : entry.by->name) + " ";
  }

  std::string side(const TimelineEntry& entry, bool mine, const std::string& to) const {
    return mine ? to : entry.by->id == subject_ ? " from them" : " from " + entry.by->name;
  }

  static std::string timing(const TimelineEntry& entry) {
    if (!entry.timing || entry.timing->on_time) return {};
    return " " + in_words(*entry.timing);
  }

  std::string away(const TimelineEntry& entry) const {
    const bool named = entry.by->id != subject_;
    const std::string who = entry.by->id == "me" ? "you are "
                            : named              ? entry.by->name + " is "
                                                 : "";
    return who + "away" + (entry.until ? " until " + long_date(*entry.until) : "");
  }

  std::string interaction(const TimelineEntry& entry) const {
    if (entry.deed) return deed(entry);
    const std::string_view how = entry.via == "note"    ? "on "
                                 : entry.from == "them" ? "from "
                                 : entry.from == "me"   ? "to "
                                                        : "with ";
    const std::vector<TimelinePerson> rest = others(entry.with);
    const bool met_subject = rest.size() < entry.with.size();
    std::string who;
    if (!met_subject && !rest.empty()) who = std::string(how) + names(rest);
    if (met_subject && !entry.from.empty()) who = std::string(how) + "them";
    if (met_subject && !rest.empty()) who += (who.empty() ? "with " : " and ") + names(rest);
    return entry.via + (entry.via.empty() || who.empty() ? "" : " ") + who;
  }

  std::string deed(const TimelineEntry& entry) const {
    const Deed& deed = *entry.deed;
    if (deed.even) return "even on " + deed.kind + phrase(" with ", entry.with);
    std::string words = deed.dir + ' ' + deed.kind;
    if (deed.amount) words += ' ' + to_string(*deed.amount);
    return words + phrase(deed.dir == "gave" ? " to " : " from ", entry.with);
  }

  std::string subject_;
};

Tone tone_of(const TimelineEntry& entry) {
  switch (entry.kind) {
    case Kind::kept: return entry.timing && !entry.timing->on_time ? Tone::warning : Tone::good;
    case Kind::broken: return Tone::bad;
    case Kind::due: return Tone::warning;
    case Kind::interaction: return Tone::accent;
    default: return Tone::faint;
  }
}

Item item_of(const TimelineEntry& entry, const Wording& wording, bool ids) {
  const std::vector<Text> lines = lines_of(entry.text.empty() ? entry.promise : entry.text);
  Item item{.lead = long_date(entry.at)};
  const std::string label = wording.label(entry);
  item.text = Text(label, tone_of(entry));
  if (!label.empty() && !lines.empty()) item.text += Text(": ", tone_of(entry));
  if (!lines.empty()) item.text += lines.front();
  item.text += Text(wording.details(entry), Tone::faint);
  if (entry.needs_reply) {
    item.text += Text(entry.urgent ? ", urgent answer wanted" : ", answer wanted", Tone::faint);
  }
  if (lines.size() > 1) item.below.assign(lines.begin() + 1, lines.end());
  if (ids) item.aside = Text(entry.id, Tone::code);
  return item;
}

std::string heading_of(const Timeline& timeline) {
  std::string names;
  for (const TimelinePerson& person : timeline.who) {
    names += (names.empty() ? "" : ", ") + person.name;
  }
  return names.empty() ? "Timeline" : "Timeline of " + names;
}

std::string days_of(const std::optional<Period>& period) {
  if (!period) return {};
  if (period->first == period->last) return long_date(period->first);
  if (period->first == kFirstDay) return "to " + long_date(period->last);
  if (period->last == kLastDay) return "from " + long_date(period->first);
  return long_date(period->first) + " to " + long_date(period->last);
}

Json ids_of(const std::vector<TimelinePerson>& people) {
  Json ids = Json::array();
  for (const TimelinePerson& person : people) ids.push_back(person.id);
  return ids;
}

Json entry_json(const TimelineEntry& entry) {
  Json json =
      object({{"at", to_string(entry.at)}, {"kind", kKinds[static_cast<std::size_t>(entry.kind)]}});
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
  };
  put("id", entry.id);
  if (entry.by) json["by"] = entry.by->id;
  if (!entry.with.empty()) {
    const bool promise = entry.kind != Kind::interaction;
    json[promise ? "to" : "with"] = promise ? Json(entry.with.front().id) : ids_of(entry.with);
  }
  if (!entry.about.empty()) json["about"] = ids_of(entry.about);
  if (entry.for_whom) json["for"] = entry.for_whom->id;
  put("via", entry.via);
  put("from", entry.from);
  if (entry.needs_reply) json["needs_reply"] = true;
  if (entry.urgent) json["urgent"] = true;
  put("went", entry.went);
  if (entry.deed) {
    json["deed"] = entry.deed->kind;
    json["dir"] = entry.deed->dir;
    if (entry.deed->amount) json["amount"] = to_string(*entry.deed->amount);
  }
  put("text", entry.text);
  put("promise", entry.promise);
  if (entry.until) json[entry.kind == Kind::away ? "to" : "due"] = to_string(*entry.until);
  if (entry.due_was) json["due_was"] = to_string(*entry.due_was);
  if (entry.timing) json["on_time"] = entry.timing->on_time;
  return json;
}

}  // namespace

Document to_document(const Timeline& timeline) {
  Document document;
  document.add(title(heading_of(timeline), days_of(timeline.period)));
  if (timeline.entries.empty()) document.add(Paragraph{"Nothing is in the book for that."});
  const Wording wording(timeline);
  std::string current;
  for (const TimelineEntry& entry : timeline.entries) {
    const bool ahead = entry.at.day > timeline.today;
    const std::string heading = ahead ? "Ahead" : month_of(entry.at.day);
    if (heading != current) {
      document.add(section(heading));
      document.add(Items{});
      current = heading;
    }
    std::get<Items>(document.blocks.back()).items.push_back(item_of(entry, wording, timeline.ids));
  }
  return document;
}

std::string to_json(const Timeline& timeline) {
  Json json = object({{"schema", "stead.timeline/1"}, {"today", to_string(timeline.today)}});
  json["who"] = ids_of(timeline.who);
  if (timeline.period) {
    json["from"] = to_string(timeline.period->first);
    json["to"] = to_string(timeline.period->last);
  }
  json["entries"] = Json::array();
  for (const TimelineEntry& entry : timeline.entries) json["entries"].push_back(entry_json(entry));
  return json.dump(2) + "\n";
}

}  // namespace stead
