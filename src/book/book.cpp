#include "stead/book.h"

#include "book/section_scan.h"
#include "stead/record.h"
#include "stead/scanner.h"

#include <algorithm>
#include <numeric>

namespace stead {
namespace {

constexpr std::string_view kIdFront = "{\"id\":\"";
constexpr std::string_view kTimeFront = ",\"at\":\"";

/// Runs `work`, and turns its Fault into an Error at its place in the book.
template <typename Work>
auto with_place(const Book& book, std::string_view what, Work work) {
  try {
    return work();
  } catch (const Fault& fault) {
    throw Error(Status::unreadable, "{}{}", what, fault.what())
        .with_hint("'stead check' shows every fault in the book; nothing was written")
        .at(book.place(fault.offset()));
  }
}

/// The string whose first letter is at `at`, if it has no escape; else an empty view.
std::string_view plain_string(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\"\\\n", at);
  if (end == std::string_view::npos || text[end] != '"') return {};
  return text.substr(at, end - at);
}

}  // namespace

std::string_view name_of(Collection collection) {
  constexpr std::array<std::string_view, 3> kNames{"contacts", "promises", "interactions"};
  return kNames[static_cast<std::size_t>(collection)];
}

Book Book::strict(std::string_view text, std::string file) {
  Book book(text, std::move(file));
  with_place(book, "", [&] { book.scan(text); });
  return book;
}

Book Book::reading(std::string_view text, std::string file) {
  const std::size_t end = text.find(kFrontEnd);
  if (end != std::string_view::npos) {
    Book book(text, file);
    if (book.scan_front(end) && book.find_lines(end + kFrontEnd.size())) return book;
  }
  return strict(text, std::move(file));
}

std::optional<Book> Book::front(std::string_view text, std::string file) {
  const std::size_t end = text.find(kFrontEnd);
  if (end == std::string_view::npos) return std::nullopt;
  Book book(text, std::move(file));
  if (!book.scan_front(end)) return std::nullopt;
  return book;
}

void Book::scan(std::string_view text) {
  SectionScan scan(text, file_);
  scan.run();
  sections_ = std::move(scan.sections);
}

/// The front with an empty end put to it is a whole book, if it is a front at all.
bool Book::scan_front(std::size_t front_end) {
  std::string whole(text_.substr(0, front_end + kFrontEnd.size()));
  whole += "]}";
  try {
    scan(whole);
    return true;
  } catch (const Fault&) {
    return false;
  }
}

/// Finds the interactions that stand a line each from byte `begin` to the end of the file; false
/// where the layout is another one.
bool Book::find_lines(std::size_t begin) {
  Section& section = sections_[index_of(Collection::interactions)];
  section.brackets.begin = begin - 2;
  bool comma = true;  // nothing has to separate the first line from what is before it
  for (;;) {
    const std::size_t end = text_.find('\n', begin);
    if (end == std::string_view::npos) return false;
    if (end == begin + 1 && text_[begin] == ']') break;
    if (!comma || text_[begin] != '{') return false;
    comma = text_[end - 1] == ',';
    const std::size_t record_end = comma ? end - 1 : end;
    if (record_end < begin + 2 || text_[record_end - 1] != '}') return false;
    section.records.push_back({begin, record_end});
    begin = end + 1;
  }
  section.brackets.end = begin + 1;
  return (!comma || section.records.empty()) && text_.substr(begin) == "]\n}\n";
}

std::size_t Book::size(Collection collection) const { return section(collection).records.size(); }

Extent Book::extent(Collection collection, std::size_t index) const {
  const std::vector<Extent>& records = section(collection).records;
  if (collection != Collection::interactions || time_order().empty()) return records[index];
  return records[time_order()[index]];
}

std::size_t Book::offset(Collection collection, std::size_t index) const {
  return extent(collection, index).begin;
}

std::string_view Book::record(Collection collection, std::size_t index) const {
  return extent(collection, index).of(text_);
}

std::string_view Book::id(Collection collection, std::size_t index) const {
  return id_at(extent(collection, index));
}

RecordKey Book::key_at(Extent record) const {
  return with_place(*this, "", [&] {
    return view_record<RecordKey>(text_.substr(0, record.end), record.begin, decoded_);
  });
}

std::string_view Book::id_at(Extent record) const {
  if (text_.substr(record.begin, kIdFront.size()) == kIdFront) {
    const std::string_view id = plain_string(text_, record.begin + kIdFront.size());
    if (!id.empty()) return id;
  }
  return key_at(record).id;
}

std::string_view Book::time_at(Extent record) const {
  if (text_.substr(record.begin, kIdFront.size()) == kIdFront) {
    const std::string_view id = plain_string(text_, record.begin + kIdFront.size());
    const std::size_t next = record.begin + kIdFront.size() + id.size() + 1;
    if (!id.empty() && text_.substr(next, kTimeFront.size()) == kTimeFront) {
      return plain_string(text_, next + kTimeFront.size());
    }
  }
  return key_at(record).at;
}

/// The order of interactions by time; empty where that is their order in the file.
const std::vector<std::uint32_t>& Book::time_order() const {
  if (time_order_) return *time_order_;
  time_order_.emplace();
  const std::vector<Extent>& records = section(Collection::interactions).records;
  const auto earlier = [this](const Extent& a, const Extent& b) { return time_at(a) < time_at(b); };
  if (std::ranges::is_sorted(records, earlier)) return *time_order_;
  time_order_->resize(records.size());
  std::iota(time_order_->begin(), time_order_->end(), 0U);
  std::ranges::stable_sort(*time_order_, [&](std::uint32_t a, std::uint32_t b) {
    return earlier(records[a], records[b]);
  });
  return *time_order_;
}

std::optional<std::size_t> Book::find(Collection collection, std::string_view id) const {
  if (collection == Collection::contacts) {
    if (handles_.empty()) {
      handles_.reserve(size(collection));
      for (std::size_t i = 0; i < size(collection); ++i)
        handles_.emplace(this->id(collection, i), i);
    }
    const auto found = handles_.find(id);
    return found == handles_.end() ? std::nullopt : std::optional(found->second);
  }
  for (std::size_t i = size(collection); i-- > 0;) {  // what is looked for is mostly new
    if (this->id(collection, i) == id) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Book::find_contact(std::string_view handle) const {
  if (const auto found = find(Collection::contacts, handle)) return found;
  if (!former_handles_read_) {
    former_handles_read_ = true;
    for (std::size_t i = 0; i < size(Collection::contacts); ++i) {
      for (const std::string_view was : names(i).was) former_handles_.emplace(was, i);
    }
  }
  const auto found = former_handles_.find(handle);
  return found == former_handles_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view Book::canonical(std::string_view handle) const {
  const auto found = find_contact(handle);
  return found ? id(Collection::contacts, *found) : handle;
}

template <typename Read>
auto Book::read(Collection collection, std::size_t index, Read read_text) const {
  const Extent where = extent(collection, index);
  try {
    return read_text(text_.substr(0, where.end), where.begin);
  } catch (const Fault& fault) {
    constexpr std::array kSingular{"contact", "promise", "interaction"};
    throw Error(Status::unreadable, "{} '{}': {}", kSingular[index_of(collection)], id_at(where),
                fault.what())
        .with_hint("'stead check' shows every fault in the book; nothing was written")
        .at(place(fault.offset()));
  }
}

const Contact& Book::contact(std::size_t index) const {
  std::unique_ptr<Contact>& cached = contacts_[index];
  if (cached == nullptr) {
    cached = std::make_unique<Contact>(read(Collection::contacts, index, [](auto text, auto at) {
      return read_record<Contact>(text, at);
    }));
  }
  return *cached;
}

const Contact* Book::contact(std::string_view handle) const {
  const auto index = find_contact(handle);
  return index ? &contact(*index) : nullptr;
}

const Contact& Book::me() const { return *contact("me"); }

std::string Book::name_of(std::string_view handle) const {
  const auto index = find_contact(handle);
  return std::string(index ? names(*index).name : handle);
}

ContactNames Book::names(std::size_t index) const {
  return read(Collection::contacts, index,
              [this](auto text, auto at) { return view_record<ContactNames>(text, at, decoded_); });
}

Promise Book::promise(std::size_t index) const {
  return read(Collection::promises, index,
              [](auto text, auto at) { return read_record<Promise>(text, at); });
}

Interaction Book::interaction(std::size_t index) const {
  return read(Collection::interactions, index,
              [](auto text, auto at) { return read_record<Interaction>(text, at); });
}

Meeting Book::meeting(std::size_t index) const {
  return read(Collection::interactions, index,
              [this](auto text, auto at) { return view_record<Meeting>(text, at, decoded_); });
}

Place Book::place(std::size_t offset) const {
  const auto [line, column] = line_and_column(text_, offset);
  return {file_, line, column};
}

}  // namespace stead
