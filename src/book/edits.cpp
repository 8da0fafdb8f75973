#include "stead/edits.h"

#include "stead/record.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

constexpr std::string_view kIdSigns = "23456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kPromiseIdLength = 7;
constexpr std::size_t kInteractionIdLength = 8;
constexpr std::size_t kBookIdLength = 12;

bool is_reserved(std::string_view handle) { return handle == "me" || handle == "them"; }

}  // namespace

const Change* Edits::changed(Collection collection, std::string_view id) const {
  const auto place = places_.find({collection, std::string(id)});
  return place == places_.end() ? nullptr : &changes_[place->second];
}

std::optional<std::size_t> Edits::find(Collection collection, std::string_view id) const {
  return new_ids_.contains(id) ? std::nullopt : book_.find(collection, id);
}

std::optional<std::string> Edits::text(Collection collection, std::string_view id) const {
  if (const Change* change = changed(collection, id)) return change->after;
  const auto index = find(collection, id);
  if (!index) return std::nullopt;
  return std::string(book_.record(collection, *index));
}

/// What was put here was read before, so only the book's own records can be broken; the book says
/// where.
template <typename Record, typename Read>
std::optional<Record> Edits::get(Collection collection, std::string_view id, Read read) const {
  if (const Change* change = changed(collection, id)) {
    return change->after ? std::optional(read_record<Record>(*change->after)) : std::nullopt;
  }
  const auto index = find(collection, id);
  return index ? std::optional<Record>(read(*index)) : std::nullopt;
}

std::optional<Contact> Edits::exact_contact(std::string_view id) const {
  return get<Contact>(Collection::contacts, id,
                      [this](std::size_t index) { return book_.contact(index); });
}

std::optional<Contact> Edits::contact(std::string_view handle) const {
  if (changed(Collection::contacts, handle) != nullptr) return exact_contact(handle);
  return exact_contact(book_.canonical(handle));
}

std::optional<Promise> Edits::promise(std::string_view id) const {
  return get<Promise>(Collection::promises, id,
                      [this](std::size_t index) { return book_.promise(index); });
}

std::optional<Interaction> Edits::interaction(std::string_view id) const {
  return get<Interaction>(Collection::interactions, id,
                          [this](std::size_t index) { return book_.interaction(index); });
}

void Edits::set(Collection collection, const std::string& id, std::optional<std::string> after) {
  const auto place = places_.find({collection, id});
  if (place == places_.end()) {
    auto before = text(collection, id);
    if (before == after) return;
    places_[{collection, id}] = changes_.size();
    changes_.push_back({collection, id, std::move(before), std::move(after)});
    return;
  }
  const std::size_t index = place->second;
  changes_[index].after = std::move(after);
  if (changes_[index].before != changes_[index].after) return;
  changes_.erase(changes_.begin() + static_cast<std::ptrdiff_t>(index));
  places_.erase(place);
  for (auto& [record, other] : places_) other -= other > index ? 1 : 0;
}

template <typename Record>
void Edits::put_record(Collection collection, const std::optional<Record>& before,
                       const Record& record) {
  std::string after =
      before ? rewrite_record(*text(collection, record.id), *before, record) : write_record(record);
  // What is written has to read as what was meant: a writer's mistake must never reach the file.
  std::vector<Fault> faults;
  if (read_record<Record>(after, 0, faults) != record || !faults.empty()) {
    throw Error(Status::unwritable, "'{}' cannot be written{}; nothing was written", record.id,
                faults.empty() ? "" : fmt::format(": {}", faults.front().what()));
  }
  set(collection, record.id, std::move(after));
}

void Edits::put(const Contact& record) {
  put_record(Collection::contacts, exact_contact(record.id), record);
}
void Edits::put(const Promise& record) {
  put_record(Collection::promises, promise(record.id), record);
}
void Edits::put(const Interaction& record) {
  put_record(Collection::interactions, interaction(record.id), record);
}

void Edits::remove(Collection collection, std::string_view id) {
  set(collection, std::string(id), std::nullopt);
}

bool Edits::apply(const Change& change) {
  if (text(change.collection, change.id) != change.before) return false;
  set(change.collection, change.id, change.after);
  const auto place = places_.find({change.collection, change.id});
  if (place != places_.end()) changes_[place->second].after_follows = change.after_follows;
  return true;
}

std::string Edits::new_handle(std::string_view name) const {
  const std::string base = handle_from(name);
  std::string handle = base;
  for (int n = 2;
       is_reserved(handle) || text(Collection::contacts, handle) || book_.find_contact(handle);
       ++n) {
    handle = fmt::format("{}-{}", base, n);
  }
  return handle;
}

bool Edits::is_taken(std::string_view id) const {
  return text(Collection::promises, id) || text(Collection::interactions, id);
}

std::string Edits::new_id(std::size_t length) {
  std::string id;
  do {
    id.clear();
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < length; ++i) {
      if (i % 8 == 0) bits = random_();
      id += kIdSigns[(bits & 0xFFU) % kIdSigns.size()];
      bits >>= 8U;
    }
    // An id of digits alone would look like a number or a year where it is typed.
  } while (std::ranges::all_of(id, [](char c) { return c <= '9'; }) || is_taken(id));
  new_ids_.insert(id);
  return id;
}

std::string Edits::new_promise_id() { return new_id(kPromiseIdLength); }
std::string Edits::new_interaction_id() { return new_id(kInteractionIdLength); }
std::string Edits::new_book_id() { return new_id(kBookIdLength); }

}  // namespace stead
