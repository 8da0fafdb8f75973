#include "exchange/packet_records.h"

#include "exchange/packet_merge.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace stead {

void refuse_record(std::string_view noun, const std::string& id, std::string_view why) {
  throw Error::usage("the {} '{}' of the packet {}", noun, id, why)
      .with_hint("nothing was written; ask the sender what it is");
}

void note_differences(PacketSummary& summary, const std::string& what,
                      const std::vector<std::string>& fields) {
  if (fields.empty()) return;
  summary.stays.push_back(fmt::format("{}: {} {} in your book as {}", what, fmt::join(fields, ", "),
                                      fields.size() == 1 ? "stays" : "stay",
                                      fields.size() == 1 ? "it is" : "they are"));
}

PacketRecords::PacketRecords(const Packet& packet, Edits& edits, const PacketNames& names,
                             const Handles& concerned, ClientTally& tally, PacketSummary& summary)
    : packet_(packet),
      edits_(edits),
      book_(edits.book()),
      names_(names),
      concerned_(concerned),
      tally_(tally),
      summary_(summary),
      series_(edits) {}

bool PacketRecords::concerns(const Promise& promise) const {
  const std::string& other = promise.other_side();
  return concerned_.contains(book_.canonical(other)) &&
         (promise.for_whom.empty() || concerned_.contains(book_.canonical(promise.for_whom)));
}

bool PacketRecords::is_same(const Promise& a, const Promise& b) const {
  return book_.canonical(a.by) == book_.canonical(b.by) &&
         book_.canonical(a.to) == book_.canonical(b.to);
}

Promise PacketRecords::here(const Promise& theirs) {
  Promise promise = theirs;
  for (std::string* side : {&promise.by, &promise.to, &promise.for_whom}) {
    if (*side != "me") *side = names_.here(*side);
  }
  promise.id = series_.id_of(promise);
  if (const auto before = ids_.find(promise.after); before != ids_.end()) {
    promise.after = before->second;
  }
  ids_.emplace(theirs.id, promise.id);
  return promise;
}

void PacketRecords::take(const Promise& theirs) {
  Promise promise = here(theirs);
  if (edits_.interaction(promise.id)) {
    refuse_record("promise", promise.id, "has the id of something else in your book");
  }
  if (!concerns(promise)) {
    refuse_record("promise", promise.id, "is none of what was handed over");
  }
  const bool is_done = packet_.is_back && promise.status == "kept" && promise.is_mine();
  const std::string done_by = is_done ? summary_.sender : "";
  auto known = edits_.promise(promise.id);
  if (known) return change(*std::move(known), promise, done_by);
  if (is_of_ended_series(promise)) return;
  promise.done_by = done_by;
  if (packet_.is_back && !promise.is_open()) tally_.count(promise);
  edits_.put(promise);
  ++summary_.promises_new;
}

void PacketRecords::change(Promise known, const Promise& promise, const std::string& done_by) {
  if (!concerns(known) || !is_same(known, promise)) {
    refuse_record("promise", promise.id, "is another one in your book");
  }
  const Promise before = known;
  note_differences(summary_, known.id, add_to(known, promise, done_by));
  if (known == before) return;
  if (before.is_open() && !known.is_open()) tally_.count(known);
  ++summary_.promises_changed;
  edits_.put(known);
}

/// On the way back: the next one of a series that was released here meanwhile. It stays away, as
/// do those that follow it.
bool PacketRecords::is_of_ended_series(const Promise& promise) {
  if (!packet_.is_back || promise.after.empty() || !promise.is_open()) return false;
  const auto before = edits_.promise(promise.after);
  if (!before || before->status != "released") return false;
  summary_.stays.push_back(
      fmt::format("{}: no longer wanted in your book, so the next one of {} does not come in",
                  before->id, to_string(*promise.due)));
  return true;
}

bool PacketRecords::concerns(const Interaction& interaction) const {
  const auto concerned = [this](const std::string& handle) {
    return concerned_.contains(book_.canonical(handle));
  };
  return std::ranges::any_of(interaction.with, concerned) ||
         std::ranges::any_of(interaction.about, concerned) ||
         (!interaction.for_client.empty() && concerned(interaction.for_client));
}

void PacketRecords::take(const Interaction& theirs) {
  Interaction interaction = theirs;
  interaction.with = names_.here(theirs.with);
  interaction.about = names_.here(theirs.about);
  interaction.for_client = names_.here(theirs.for_client);
  interaction.by = theirs.by == packet_.receiver.id ? "" : summary_.sender;
  if (edits_.promise(theirs.id)) {
    refuse_record("interaction", theirs.id, "has the id of something else in your book");
  }
  if (!concerns(interaction)) {
    refuse_record("interaction", theirs.id, "is none of what was handed over");
  }
  const auto known = edits_.interaction(theirs.id);
  if (!known) {
    tally_.count(interaction);
    edits_.put(interaction);
    ++summary_.interactions_new;
    return;
  }
  const std::string by(known->by == "me" ? "" : book_.canonical(known->by));
  const bool may_be_known =
      concerns(*known) && (packet_.is_back ? by == summary_.sender : true) && !known->deed;
  if (!may_be_known) refuse_record("interaction", theirs.id, "is another one in your book");
  note_differences(summary_, known->id, differences(*known, interaction));
}

}  // namespace stead
