#include "reports/nudge_document.h"

#include "reports/page_words.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// What is to be done, with the name in it to be found at a glance.
Text what_words(const Nudge& nudge) {
  const std::size_t at = nudge.name.empty() ? std::string::npos : nudge.what.find(nudge.name);
  if (at == std::string::npos) return {nudge.what};
  return Text(nudge.what.substr(0, at)) + Text(nudge.name, Tone::strong) +
         Text(nudge.what.substr(at + nudge.name.size()));
}

std::string part_words(const UrgencyPart& part, const Nudge& nudge) {
  switch (part.what) {
    case UrgencyPart::What::kind: return std::string(word_of(nudge.kind));
    case UrgencyPart::What::days: return part.points < 0 ? "days left" : "days past";
    case UrgencyPart::What::follow_up: return "to yourself";
    case UrgencyPart::What::here: return "you are there";
    default: return std::string(word_of(part.what));
  }
}

/// `urgency 88: late 65, days past 3, client 10, …`
std::string explanation(const Nudge& nudge) {
  std::string text = fmt::format("urgency {}", nudge.urgency());
  const char* separator = ": ";
  for (const UrgencyPart& part : nudge.parts) {
    text += fmt::format("{}{} {}", separator, part_words(part, nudge), part.points);
    separator = ", ";
  }
  return text;
}

/// ` --kind thank,give`, or nothing.
std::string of_kinds(const NextReport& report) {
  std::string text;
  for (const NudgeKind kind : report.kinds) {
    text.append(text.empty() ? " --kind " : ",").append(word_of(kind));
  }
  return text;
}

}  // namespace

Item nudge_item(const Nudge& nudge, NudgeLook look) {
  Item item{.text = what_words(nudge), .aside = {}, .below = {}, .lead = {}};
  if (look.with_id) item.aside = Text(nudge.id(), Tone::faint);
  item.below.emplace_back(nudge.why, Tone::faint);
  if (look.explained) item.below.emplace_back(explanation(nudge), Tone::faint);
  if (look.with_message && !nudge.message.empty()) {
    item.below.push_back(Text("write: ", Tone::faint) + Text(nudge.message));
  }
  item.below.push_back(command(nudge.command));
  return item;
}

Items nudge_items(std::span<const Nudge> nudges, NudgeLook look) {
  Items items;
  for (const Nudge& nudge : nudges) items.items.push_back(nudge_item(nudge, look));
  return items;
}

Document to_document(const NextReport& report) {
  Document document;
  const std::size_t all = report.nudges.size() + report.more;
  const std::string count = report.more == 0 ? fmt::format("{}", all)
                                             : fmt::format("{} of {}", report.nudges.size(), all);
  document.add(title("Do next", all == 0 ? Text() : Text(count)));
  if (all == 0 && !report.kinds.empty()) {
    document.add(Paragraph{"Nothing of this kind is waiting to be done."});
    return document;
  }
  if (all == 0) {
    document.add(Paragraph{"Nothing is waiting to be done. A good day to call somebody you like."});
    return document;
  }
  document.add(nudge_items(
      report.nudges, {.with_id = true, .with_message = true, .explained = report.is_explained}));
  if (report.more > 0) {
    document.add(
        Paragraph{more(report.more, fmt::format("stead next {}{}", all, of_kinds(report)))});
  }
  return document;
}

}  // namespace stead
