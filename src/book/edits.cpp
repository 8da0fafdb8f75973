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

template <typename Record>
std::optional<Record> read_optional(const std::optional<std::string>& text) {
  return text ? std::optional(read_record<Record>(*text)) : std::nullopt;
}

bool is_reserved(std::string_view handle) { return handle == "me" || handle == "them"; }

}  // namespace

std::optional<std::string> Edits::text(Collection collection, std::string_view id) const {
  for (const Change& change : changes_) {
    if (change.collection == collection && change.id == id) return change.after;
  }
  const auto index = book_.find(collection, id);
  if (!index) return std::nullopt;
  return std::string(book_.record(collection, *index));
}

std::optional<Contact> Edits::contact(std::string_view handle) const {
  const auto changed = text(Collection::contacts, handle);
  if (changed) return read_optional<Contact>(changed);
  const Contact* found = book_.contact(handle);
  if (found == nullptr || found->id == handle) return std::nullopt;
  return contact(found->id);  // by an id that it had before a merge
}

std::optional<Promise> Edits::promise(std::string_view id) const {
  return read_optional<Promise>(text(Collection::promises, id));
}

std::optional<Interaction> Edits::interaction(std::string_view id) const {
  return read_optional<Interaction>(text(Collection::interactions, id));
}

void Edits::set(Collection collection, const std::string& id, std::optional<std::string> after) {
  const auto is_it = [&](const Change& change) {
    return change.collection == collection && change.id == id;
  };
  auto change = std::ranges::find_if(changes_, is_it);
  if (change == changes_.end()) {
    changes_.push_back({collection, id, text(collection, id), std::nullopt});
    change = std::prev(changes_.end());
  }
  change->after = std::move(after);
  if (change->before == change->after) changes_.erase(change);
}

template <typename Record>
void Edits::put_record(Collection collection, const Record& record) {
  const auto before = text(collection, record.id);
  std::string after =
      before ? rewrite_record(*before, read_record<Record>(*before), record) : write_record(record);
  // What is written has to read as what was meant: a writer's mistake must never reach the file.
  if (read_record<Record>(after) != record) {
    throw Error(Status::unwritable,
                "'{}' cannot be written so that it reads the same; nothing was "
                "written",
                record.id);
  }
  set(collection, record.id, std::move(after));
}

void Edits::put(const Contact& contact) { put_record(Collection::contacts, contact); }
void Edits::put(const Promise& promise) { put_record(Collection::promises, promise); }
void Edits::put(const Interaction& interaction) {
  put_record(Collection::interactions, interaction);
}

void Edits::remove(Collection collection, std::string_view id) {
  set(collection, std::string(id), std::nullopt);
}

bool Edits::apply(const Change& change) {
  if (text(change.collection, change.id) != change.before) return false;
  set(change.collection, change.id, change.after);
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
  return id;
}

std::string Edits::new_promise_id() { return new_id(kPromiseIdLength); }
std::string Edits::new_interaction_id() { return new_id(kInteractionIdLength); }
std::string Edits::new_book_id() { return new_id(kBookIdLength); }

}  // namespace stead
