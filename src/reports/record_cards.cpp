#include "stead/record_cards.h"

#include "reports/card_words.h"
#include "reports/json_parts.h"
#include "stead/phrases.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace stead {
namespace {

std::string record_json(Collection collection, const std::string& record) {
  const Json json =
      object({{"schema", "stead.show/1"}, {"collection", std::string(name_of(collection))}});
  return with_texts(json.dump(2), {{"record", record}});
}

/// What every record may have besides: `snoozed`, `uid`, `conflict`, and members unknown to stead.
template <typename Record>
void add_rest(Fields& fields, const Record& record, const std::string& text) {
  for (const auto& [kind, day] : record.snoozed) {
    add_field(fields, "quiet", kind + " until " + long_date(day));
  }
  add_field(fields, "imported", listed(record.uid));
  for (const auto& [field, lost] : record.conflict) {
    add_field(fields, "conflict", conflict_words(field, lost));
  }
  const std::vector<std::string> unknown = unknown_members<Record>(text);
  if (!unknown.empty()) {
    add_field(fields, "also there", listed(unknown) + ": stead show " + record.id + " --json");
  }
}

void add_people(Fields& fields, const PromiseCard& card) {
  const Promise& promise = card.promise;
  if (promise.is_follow_up()) {
    add_field(fields, "your intention about", called(card.names, promise.for_whom));
    return;
  }
  add_field(fields, promise.is_mine() ? "promised to" : "promised by",
            called(card.names, promise.other_side()));
  if (!promise.for_whom.empty()) add_field(fields, "for", called(card.names, promise.for_whom));
}

std::string ending_label(const Promise& promise) {
  if (promise.status == "released") return "no longer wanted";
  if (promise.status == "broken") return "not delivered";
  return promise.is_follow_up() ? "done" : promise.status;
}

/// When that was, and how it stood against the date.
Text ending_words(const Promise& promise) {
  Text date(promise.closed ? long_date(*promise.closed) : "yes");
  const std::optional<Timing> timing = timing_at_end(promise);
  if (!timing || promise.is_follow_up()) return date;
  if (promise.status == "broken" || (promise.status != "kept" && timing->on_time)) return date;
  return date + ", " + Text(in_words(*timing), timing->on_time ? Tone::good : Tone::warning);
}

/// `twice, 6 days later in all`; empty where the date was never moved.
std::string moved_words(const Promise& promise) {
  const Moves moves = moves_of(promise);
  if (moves.count == 0) return {};
  std::string how_often = times(static_cast<std::size_t>(moves.count));
  const bool has_days = std::ranges::any_of(
      promise.told, [](const Told& told) { return days_moved(told).has_value(); });
  if (!has_days) return how_often;
  return how_often + ", " + moved_in_words(moves.days) + (moves.count == 1 ? "" : " in all");
}

void add_course(Fields& fields, const PromiseCard& card) {
  const Promise& promise = card.promise;
  if (promise.due) {
    add_field(fields, "due", {Text(long_date(*promise.due)) + late_words(promise, card.now)});
  }
  if (promise.every) add_field(fields, "every", to_string(*promise.every));
  if (promise.first_due) add_field(fields, "series from", long_date(*promise.first_due));
  add_field(fields, "after", promise.after);
  std::vector<Text> told;
  for (const std::string& each : told_words(promise)) told.emplace_back(each);
  add_field(fields, told_label(promise), std::move(told));
  add_field(fields, "moved", moved_words(promise));
  std::vector<Text> parts;
  for (const Part& part : promise.parts) {
    parts.emplace_back(long_date(part.on) + ": " + part.text);
  }
  add_field(fields, "part done", std::move(parts));
  if (promise.told.empty() && needs_telling(promise, card.now)) {
    add_field(fields, "told", untold_words(promise));
  }
  if (promise.is_open()) return;
  add_field(fields, ending_label(promise), {ending_words(promise)});
  if (!promise.done_by.empty()) add_field(fields, "done by", called(card.names, promise.done_by));
}

}  // namespace

PromiseCard promise_card(const Book& book, std::size_t index, const Now& now) {
  PromiseCard card{
      now, book.promise(index), std::string(book.record(Collection::promises, index)), {}};
  add_names(card.names, book, card.promise);
  return card;
}

Document to_document(const PromiseCard& card) {
  Document page;
  page.add(title(card.promise.text, "promise " + card.promise.id));
  Fields fields;
  add_people(fields, card);
  add_field(fields, "made", long_date(card.promise.made));
  add_course(fields, card);
  add_rest(fields, card.promise, card.record);
  page.add(std::move(fields));
  return page;
}

std::string to_json(const PromiseCard& card) {
  return record_json(Collection::promises, card.record);
}

InteractionCard interaction_card(const Book& book, std::size_t index) {
  InteractionCard card{
      book.interaction(index), std::string(book.record(Collection::interactions, index)), {}};
  add_names(card.names, book, card.interaction);
  return card;
}

Document to_document(const InteractionCard& card) {
  const Interaction& interaction = card.interaction;
  Document page;
  page.add(title(long_date(interaction.at), "interaction " + interaction.id));
  Fields fields;
  add_field(fields, "with", all_called(card.names, interaction.with));
  add_field(fields, "about", all_called(card.names, interaction.about));
  if (!interaction.for_client.empty()) {
    add_field(fields, "for", called(card.names, interaction.for_client));
  }
  add_field(fields, "via", interaction.via);
  if (!interaction.from.empty()) {
    add_field(fields, "from", interaction.from == "me" ? "you" : "them");
  }
  if (interaction.needs_reply) {
    add_field(fields, "needs a reply", interaction.urgent ? "yes, urgent" : "yes");
  }
  if (!interaction.went.empty()) add_field(fields, "went", interaction.went + " for them");
  if (!interaction.by.empty()) add_field(fields, "done by", called(card.names, interaction.by));
  if (interaction.deed) {
    const Deed& deed = *interaction.deed;
    add_field(fields, "help", deed_words(deed));
    if (!deed.outcome.empty()) {
      add_field(fields, "outcome",
                deed.outcome + (deed.outcome_on ? ", " + long_date(*deed.outcome_on) : ""));
    }
    if (deed.thanked) add_field(fields, "thanked", long_date(*deed.thanked));
  }
  add_field(fields, "text", lines_of(interaction.text));
  add_rest(fields, interaction, card.record);
  page.add(std::move(fields));
  return page;
}

std::string to_json(const InteractionCard& card) {
  return record_json(Collection::interactions, card.record);
}

}  // namespace stead
