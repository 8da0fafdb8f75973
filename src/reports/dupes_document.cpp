#include "stead/dupes.h"

#include <fmt/format.h>

namespace stead {
namespace {

std::string in_words(const DupeReason& reason) {
  switch (reason.kind) {
    case DupeReason::Kind::uid: return "the same in an import: " + reason.what;
    case DupeReason::Kind::email: return "the same address: " + reason.what;
    case DupeReason::Kind::phone: return "the same number: " + reason.what;
    case DupeReason::Kind::name: return "the same name";
    case DupeReason::Kind::alias: return "one is also called " + reason.what;
    case DupeReason::Kind::words: return "the same words in another order";
    case DupeReason::Kind::typo: return "one letter apart";
  }
  return {};
}

Text named(const std::string& name, const std::string& handle) {
  return Text(name, Tone::strong) + Text(" (" + handle + ")", Tone::faint);
}

}  // namespace

Document to_document(const DupesReport& report) {
  Document document;
  const std::size_t count = report.dupes.size();
  document.add(title("May be the same", count == 0 ? "" : fmt::format("{}", count)));
  if (count == 0) {
    document.add(Paragraph{"No two contacts look like the same one."});
    return document;
  }
  Items items;
  for (const Dupe& dupe : report.dupes) {
    std::vector<Text> reasons;
    for (const DupeReason& reason : dupe.reasons) reasons.emplace_back(in_words(reason));
    items.items.push_back(
        {.text = named(dupe.keep_name, dupe.keep) + " and " + named(dupe.other_name, dupe.other),
         .aside = {},
         .below = {joined(reasons), Text(dupe.command(), Tone::code)},
         .lead = {}});
  }
  document.add(std::move(items));
  return document;
}

}  // namespace stead
