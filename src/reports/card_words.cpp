#include "reports/card_words.h"

#include "stead/fields.h"
#include "stead/layout.h"
#include "stead/scanner.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stead {

std::string called(const NamesByHandle& names, std::string_view handle) {
  if (handle == "me") return "you";
  const auto found = names.find(handle);
  return found == names.end() ? std::string(handle) : found->second;
}

void add_name(NamesByHandle& names, const Book& book, const std::string& handle) {
  if (!handle.empty()) names.try_emplace(handle, book.name_of(handle));
}

void add_names(NamesByHandle& names, const Book& book, const Promise& promise) {
  for (const std::string* handle :
       {&promise.by, &promise.to, &promise.for_whom, &promise.done_by}) {
    add_name(names, book, *handle);
  }
}

void add_names(NamesByHandle& names, const Book& book, const Interaction& interaction) {
  for (const std::string& handle : interaction.with) add_name(names, book, handle);
  for (const std::string& handle : interaction.about) add_name(names, book, handle);
  add_name(names, book, interaction.for_client);
  add_name(names, book, interaction.by);
}

std::string all_called(const NamesByHandle& names, const std::vector<std::string>& handles) {
  std::string text;
  for (const std::string& handle : handles) {
    text += (text.empty() ? "" : ", ") + called(names, handle);
  }
  return text;
}

std::string counted_days(long days) { return fmt::format("{} day{}", days, days == 1 ? "" : "s"); }

Text late_words(const Promise& promise, const Now& now) {
  if (!is_late(promise, now)) return {};
  const long days = (now.today - promise.due->day).count();
  return Text(", ") + Text(days == 0 ? "late" : counted_days(days) + " late", Tone::bad);
}

Text due_words(const Promise& promise, const Now& now) {
  if (!promise.due) return {};
  return Text("due " + long_date(*promise.due)) + late_words(promise, now);
}

std::string told_label(const Promise& promise) {
  return promise.is_follow_up() ? "put off" : promise.is_mine() ? "told" : "told you";
}

std::vector<std::string> told_words(const Promise& promise) {
  std::vector<std::string> all;
  for (const auto& step : told_in_order(promise)) {
    const Told& told = step.told;
    std::string text = long_date(told.on);
    if (step.due_then && !promise.is_follow_up())
      text += step.is_in_time() ? ", in time" : ", late";
    if (!told.text.empty()) text += ": " + told.text;
    if (told.due_was && told.due) {
      text += fmt::format("; from {} to {}", long_date(*told.due_was), long_date(*told.due));
    } else if (told.due) {
      text += "; now due " + long_date(*told.due);
    } else if (told.due_was) {
      text += "; no longer due " + long_date(*told.due_was);
    }
    all.push_back(std::move(text));
  }
  return all;
}

std::string untold_words(const Promise& promise) {
  if (!promise.is_mine()) return "you were not told";
  return promise.is_open() ? "they have not been told" : "they were not told";
}

std::string with_texts(std::string json,
                       const std::vector<std::pair<std::string, std::string>>& texts) {
  json.erase(json.size() - 2);  // the line break and the brace
  for (const auto& [name, text] : texts) json += fmt::format(",\n  \"{}\": {}", name, text);
  return json + "\n}\n";
}

std::string list_of(const std::vector<std::string>& texts) {
  if (texts.empty()) return "[]";
  return fmt::format("[\n    {}\n  ]", fmt::join(texts, ",\n    "));
}

std::string deed_words(const Deed& deed) {
  if (deed.even) return deed.kind + ": even";
  std::string text = deed.dir + ' ' + deed.kind;
  if (deed.amount) text += ", " + to_string(*deed.amount);
  if (deed.unasked) text += ", unasked";
  return text;
}

Text happened(const NamesByHandle& names, const Interaction& interaction, std::string_view known) {
  std::vector<Text> front;
  if (!interaction.via.empty()) front.emplace_back(interaction.via, Tone::accent);
  if (interaction.deed) front.emplace_back(deed_words(*interaction.deed), Tone::accent);
  std::vector<std::string> others = interaction.with;
  std::erase(others, known);
  if (!others.empty()) front.emplace_back("with " + all_called(names, others));
  Text text = joined(front, " ");
  if (!text.empty() && !interaction.text.empty()) text += ": ";
  text += Text(interaction.text);
  return text;
}

template <typename Record>
std::vector<std::string> unknown_members(const std::string& record) {
  std::vector<std::string> unknown;
  Scanner scanner(record);
  scanner.object([&](const JsonString& key) {
    if (!find_field<Record>(key.value())) unknown.push_back(key.value());
    scanner.value();
  });
  return unknown;
}

template std::vector<std::string> unknown_members<Contact>(const std::string&);
template std::vector<std::string> unknown_members<Promise>(const std::string&);
template std::vector<std::string> unknown_members<Interaction>(const std::string&);

std::string conflict_words(const std::string& field, std::string_view lost) {
  return field + " could also be " + on_one_line(lost);
}

void add_field(Fields& fields, std::string_view label, const std::string& value) {
  if (!value.empty()) fields.fields.push_back({label, {value}});
}

void add_field(Fields& fields, std::string_view label, std::vector<Text> values) {
  if (!values.empty()) fields.fields.push_back({label, std::move(values)});
}

}  // namespace stead
