#include "exchange/packet_series.h"

#include "stead/promise_life.h"

namespace stead {

std::string PacketSeries::id_of(const Promise& promise) {
  if (!promise.every || edits_.promise(promise.id)) return promise.id;
  if (!ids_) gather();
  const auto same = ids_->find(key_of(promise));
  return same == ids_->end() ? promise.id : same->second;
}

void PacketSeries::gather() {
  ids_.emplace();
  const Book& book = edits_.book();
  for (const std::size_t i : book.holding(Collection::promises, "\"every\"")) {
    const Promise promise = book.promise(i);
    if (promise.every && promise.first_due) ids_->emplace(key_of(promise), promise.id);
  }
}

PacketSeries::Key PacketSeries::key_of(const Promise& promise) const {
  const Book& book = edits_.book();
  const std::optional<When> due = original_due(promise);
  return {std::string(book.canonical(promise.by)), std::string(book.canonical(promise.to)),
          to_string(*promise.every), to_string(*promise.first_due) + ' ' + promise.text,
          due ? to_string(*due) : ""};
}

}  // namespace stead
