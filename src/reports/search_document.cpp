#include "stead/search_hits.h"

#include "reports/json_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
namespace stead {
namespace {

/// A line with what was found in it emphasised.
Text marked(const HitLine& line) {
  Text text;
  std::size_t at = 0;
  for (const auto& [begin, length] : line.marks) {
    text += Text(line.text.substr(at, begin - at));
    text += Text(line.text.substr(begin, length), Tone::strong);
    at = begin + length;
  }
  return text += Text(line.text.substr(at));
}

Item contact_item(const Hit& hit) {
  Item item{.text = hit.who.front()};
  for (const HitLine& line : hit.lines) {
    if (line.field == "name") {
      item.text = marked(line);
    } else {
      item.below.push_back(Text(line.field.substr(0, line.field.find('.')) + ": ", Tone::faint) +
                           marked(line));
    }
  }
  if (!hit.detail.empty()) item.text += Text(" (" + hit.detail + ")", Tone::faint);
  if (hit.archived) item.text += Text(", archived", Tone::faint);
  return item;
}

/// `call with Jo Park: `, `promised to Ana Ruiz: `, `Bo Lind promised: `.
Text label_of(const Hit& hit) {
  const std::string who = fmt::format("{}", fmt::join(hit.who, ", "));
  std::string label = hit.detail;
  if (hit.collection == Collection::promises) {
    label = hit.mine ? hit.detail + ' ' + who : who + ' ' + hit.detail;
  } else if (!who.empty()) {
    label += ' ' + who;
  }
  return label.empty() ? Text() : Text(label + ": ", Tone::faint);
}

Item dated_item(const Hit& hit) {
  Item item{.lead = long_date(*hit.at)};
  item.text = label_of(hit) + marked(hit.lines.front());
  for (std::size_t i = 1; i < hit.lines.size(); ++i) item.below.push_back(marked(hit.lines[i]));
  return item;
}

Json hit_json(const Hit& hit) {
  Json json = object({{"collection", name_of(hit.collection)}, {"id", hit.id}});
  if (hit.at) json["at"] = to_string(*hit.at);
  json["who"] = hit.who;
  if (hit.archived) json["archived"] = true;
  json["lines"] = Json::array();
  for (const HitLine& line : hit.lines) {
    json["lines"].push_back(object({{"field", line.field}, {"text", line.text}}));
  }
  return json;
}

}  // namespace

Document to_document(const SearchHits& found) {
  Document document;
  document.add(title("Found", fmt::format("{}", found.hits.size())));
  if (found.hits.empty()) {
    const bool one = found.words.size() == 1;
    document.add(Paragraph{fmt::format("Nothing in the book has {}'{}'.", one ? "" : "all of ",
                                       fmt::join(found.words, " "))});
    return document;
  }
  Items contacts;
  Items dated;
  for (const Hit& hit : found.hits) {
    if (hit.collection == Collection::contacts) {
      contacts.items.push_back(contact_item(hit));
    } else {
      dated.items.push_back(dated_item(hit));
    }
  }
  if (!contacts.items.empty()) {
    document.add(section("People and organisations", contacts.items.size()));
    document.add(std::move(contacts));
  }
  if (!dated.items.empty()) {
    document.add(section("What happened", dated.items.size()));
    document.add(std::move(dated));
  }
  return document;
}

std::string to_json(const SearchHits& found) {
  Json json =
      object({{"schema", "stead.search/1"}, {"words", found.words}, {"hits", Json::array()}});
  for (const Hit& hit : found.hits) json["hits"].push_back(hit_json(hit));
  return json.dump(2) + "\n";
}

}  // namespace stead
