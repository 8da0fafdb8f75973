#include "stead/book.h"

#include "book/find_any.h"
#include "book/record_key.h"
#include "book/section_scan.h"
#include "book/text_index.h"
#include "stead/record.h"
#include "stead/scanner.h"
#include "stead/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <numeric>

namespace stead {
namespace {

// Between the lines of records, in the layout of stead-book(5).
constexpr std::string_view kHead = "{\n\"stead\": 1,\n\"contacts\": [\n";
constexpr std::string_view kBeforePromises = "],\n\"promises\": [\n";
constexpr std::string_view kBeforeInteractions = "],\n\"interactions\": [\n";
constexpr std::string_view kFront = "{\"id\":\"";
constexpr std::string_view kBeforeDeed = ",\"deed\":";
constexpr std::string_view kTail = "]\n}\n";

/// What is wrong at a fault, in words for somebody who may not know what git does to a file.
std::string explain(std::string_view text, const Fault& fault) {
  const bool is_mark = text.substr(std::min(fault.offset(), text.size())).starts_with("<<<<<<< ");
  return is_mark ? "git could not merge this file: two versions stand in it" : fault.what();
}

/// Where the object that begins here ends, as its braces outside of texts have it; the end of the
/// text where its line ends before.
std::size_t object_end(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size(); at = find_any<'"', '{', '}', '\n'>(text, at + 1)) {
    if (text[at] == '\n') break;
    if (text[at] == '{') ++depth;
    if (text[at] == '}' && --depth == 0) return at + 1;
    if (text[at] != '"') continue;
    do {
      if (at < text.size() && text[at] == '\\') ++at;
      at = find_any<'"', '\\', '\n'>(text, at + 1);
    } while (at < text.size() && text[at] == '\\');
    if (at >= text.size() || text[at] == '\n') break;
  }
  return text.size();
}

/// Is there the end of a record's line, with or without a comma?
bool is_line_end(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ',') ++at;
  return at < text.size() && text[at] == '\n';
}

/// Where the brace is that ends the record that begins here, if it has no other brace but those of
/// its deed; else where one stands that does not.
std::size_t plain_end(std::string_view text, std::size_t begin) {
  const std::size_t brace = find_brace(text, begin + 1);
  if (brace == text.size() || text[brace] == '}') return brace;
  if (!text.substr(0, brace).ends_with(kBeforeDeed)) return brace;
  const std::size_t deed_end = find_brace(text, brace + 1);
  return text.substr(deed_end, 2) == "}}" ? deed_end + 1 : brace;
}

/// Where the record that begins here ends, if there is no other one on its line; else the end of
/// the text. Most are plain: no brace is in a text, and the one that the line ends with cannot be,
/// for no line ends inside a text.
std::size_t end_on_line(std::string_view text, std::size_t begin) {
  const std::size_t brace = plain_end(text, begin);
  if (brace == text.size()) return brace;
  const bool is_plain = text[brace] == '}' && is_line_end(text, brace + 1);
  const std::size_t end = is_plain ? brace + 1 : object_end(text, begin);
  return is_line_end(text, end) ? end : text.size();
}

/// Which of the records the byte `at` of the text is in.
std::optional<std::size_t> index_at(const std::vector<Extent>& records, std::size_t at) {
  const auto next = std::ranges::upper_bound(records, at, {}, &Extent::begin);
  if (next == records.begin() || (next - 1)->end <= at) return std::nullopt;
  return static_cast<std::size_t>(next - records.begin()) - 1;
}

/// Of a file with nothing left in it there is nothing to check.
std::string_view remedy(std::string_view text) {
  return text.find_first_not_of('\0') == std::string_view::npos
             ? "put a copy in its place: from a backup, or by 'git checkout' where git has one"
             : "'stead check' shows every fault in the book";
}

/// Runs `work`, and turns its Fault into an Error at its place in the book.
template <typename Work>
auto with_place(const Book& book, Work work) {
  try {
    return work();
  } catch (const Fault& fault) {
    throw Error(Status::unreadable, "{}", explain(book.text(), fault))
        .with_hint(std::string(remedy(book.text())))
        .at(book.place(fault.offset()));
  }
}

}  // namespace

std::string_view name_of(Collection collection) {
  constexpr std::array<std::string_view, 3> kNames{"contacts", "promises", "interactions"};
  return kNames[static_cast<std::size_t>(collection)];
}

Book Book::strict(std::string_view text, std::string file) {
  Book book(text, std::move(file));
  SectionScan scan(text, book.file_);
  with_place(book, [&] { scan.run(); });
  book.sections_ = std::move(scan.sections);
  book.ids_ = std::make_shared<const IdTable>(scan.take_ids());
  return book;
}

Book Book::reading(std::string_view text, std::string file) {
  return reading_for(Expected::records, text, std::move(file));
}

Book Book::walking(std::string_view text, std::string file) {
  return reading_for(Expected::walks, text, std::move(file));
}

Book Book::reading_for(Expected expected, std::string_view text, std::string file) {
  Book book(text, file);
  if (const auto front = book.find_front()) {
    const bool is_found =
        expected == Expected::walks ? book.find_talks(*front) : book.find_interactions(*front);
    if (is_found) return book;
  }
  return strict(text, std::move(file));
}

std::optional<Book> Book::front(std::string_view text, std::string file) {
  Book book(text, std::move(file));
  return book.find_front() ? std::optional(std::move(book)) : std::nullopt;
}

/// Finds contacts and promises that stand a line each; returns where the interactions begin, or
/// nothing where the layout is another one.
std::optional<std::size_t> Book::find_front() {
  if (!text_.starts_with(kHead)) return std::nullopt;
  const auto find_end = [this](std::size_t begin) { return end_on_line(text_, begin); };
  const auto contacts_end = find_lines(Collection::contacts, kHead.size(), find_end, [](Extent) {});
  if (!contacts_end || !text_.substr(*contacts_end).starts_with(kBeforePromises)) {
    return std::nullopt;
  }
  const auto promises_end = find_lines(Collection::promises, *contacts_end + kBeforePromises.size(),
                                       find_end, [](Extent) {});
  if (!promises_end || !text_.substr(*promises_end).starts_with(kBeforeInteractions)) {
    return std::nullopt;
  }
  return *promises_end + kBeforeInteractions.size();
}

/// Finds the records that stand a line each from byte `begin` on: `find_end(begin)` says where the
/// one that begins there ends, or that the text does; `visit` is called with each. Returns where
/// the closing bracket is, or nothing where the layout is another one.
template <typename FindEnd, typename Visit>
std::optional<std::size_t> Book::find_lines(Collection collection, std::size_t begin,
                                            FindEnd find_end, Visit visit) {
  Section& section = sections_[index_of(collection)];
  section.brackets.begin = begin - 2;
  section.records.reserve((text_.size() - begin) / kShortRecord);
  bool comma = true;  // nothing has to separate the first line from what is before it
  // Compared by memcmp with a length that the compiler knows: `starts_with` would be a call.
  while (text_.size() - begin > kFront.size() &&
         std::memcmp(text_.data() + begin, kFront.data(), kFront.size()) == 0) {
    const std::size_t end = find_end(begin);
    if (!comma || end == text_.size()) return std::nullopt;
    section.records.push_back({begin, end});
    visit(Extent{begin, end});
    comma = text_[end] == ',';
    begin = end + (comma ? 2 : 1);
  }
  const bool is_end = text_.substr(begin, 1) == "]" && (!comma || section.records.empty());
  section.brackets.end = begin + 1;
  return is_end ? std::optional(begin) : std::nullopt;
}

/// Finds interactions that stand a line each from byte `begin` to the end of the text, and whether
/// they are in order of time.
bool Book::find_interactions(std::size_t begin) {
  bool is_sorted = true;
  std::string_view latest;
  const auto find_end = [this](std::size_t at) { return end_on_line(text_, at); };
  const auto end = find_lines(Collection::interactions, begin, find_end, [&](Extent record) {
    const std::string_view at = time_as_written(record.of(text_));
    is_sorted = is_sorted && !at.empty() && is_ordered(latest, at);
    latest = at;
  });
  if (is_sorted) time_order_.emplace();
  return end && text_.substr(*end) == kTail;
}

/// Where the interaction on the line that begins here ends, which is read into `front_`; nothing
/// where it is not written as stead-book(5) has it. What was read to the end of the line is one
/// whole object: no brace needs to be looked for.
std::optional<std::size_t> Book::end_of_talk(std::size_t begin) const {
  const std::size_t line_end = text_.find('\n', begin);
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::size_t end = text_[line_end - 1] == ',' ? line_end - 1 : line_end;
  const bool is_read = read_as_written(text_.substr(begin, end - begin), front_, times_);
  return is_read ? std::optional(end) : std::nullopt;
}

/// The same as find_interactions, and reads the talks. Where one is broken, or before the one in
/// front of it, none is kept, and each is read when a walk comes to it, which tells what is wrong.
bool Book::find_talks(std::size_t begin) {
  talks_.reserve((text_.size() - begin) / kShortRecord);
  time_order_.emplace();
  bool are_sound = true;
  bool is_read = false;
  std::string_view latest;
  const auto find_end = [&](std::size_t at) {
    const auto end_as_written = are_sound ? end_of_talk(at) : std::nullopt;
    is_read = end_as_written.has_value();
    return is_read ? *end_as_written : end_on_line(text_, at);
  };
  const auto end = find_lines(Collection::interactions, begin, find_end, [&](Extent) {
    if (!are_sound) return;
    const std::size_t index = size(Collection::interactions) - 1;
    try {
      if (!is_read) read_talk_front(index);
      are_sound = !front_.written_at.empty() && is_ordered(latest, front_.written_at);
      latest = front_.written_at;
      if (are_sound) add_talk(index);
    } catch (const Error&) {
      are_sound = false;
    }
  });
  if (are_sound) {
    talks_.reverse();
  } else {
    talks_ = {};
    time_order_.reset();
  }
  return end && text_.substr(*end) == kTail;
}

std::size_t Book::size(Collection collection) const { return section(collection).records.size(); }

std::size_t Book::index_in_file(std::size_t interaction) const {
  return time_order().empty() ? interaction : time_order()[interaction];
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

std::string_view Book::id_at(Extent record) const {
  return with_place(*this, [&] { return id_of(text_, record, decoded_); });
}

/// The order of interactions by time; empty where that is their order in the file.
const std::vector<std::uint32_t>& Book::time_order() const {
  if (time_order_) return *time_order_;
  const std::vector<Extent>& records = section(Collection::interactions).records;
  const auto time_at = [&](Extent record) { return time_of(text_, record, decoded_); };
  const bool is_sorted = with_place(*this, [&] {
    std::string_view latest;
    return std::ranges::all_of(records, [&](Extent record) {
      const std::string_view before = std::exchange(latest, time_at(record));
      return before <= latest;
    });
  });
  if (is_sorted) return time_order_.emplace();
  std::vector<std::string_view> times;
  with_place(*this, [&] { std::ranges::transform(records, std::back_inserter(times), time_at); });
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return times[i]; });
  return time_order_.emplace(std::move(order));
}

void Book::list_handles() const {
  const std::vector<Extent>& contacts = section(Collection::contacts).records;
  auto handles = std::make_shared<HandleTable>(contacts.size());
  for (const Extent contact : contacts) {
    const std::string_view handle = id_at(contact);
    if (handles->add(handle)) continue;
    throw Error(Status::unreadable, "a second contact has the id '{}'", handle)
        .with_hint("'stead check' shows every fault in the book")
        .at(place(contact.begin));
  }
  handles_ = std::move(handles);
}

std::optional<std::size_t> Book::find_handle(std::string_view handle) const {
  if (handles_ == nullptr) list_handles();
  return handles_->find(handle);
}

std::optional<std::size_t> Book::find(Collection collection, std::string_view id) const {
  const auto in_file = find_in_file(collection, id);
  if (!in_file || collection != Collection::interactions || time_order().empty()) return in_file;
  const auto found = std::ranges::find(time_order(), *in_file);
  return static_cast<std::size_t>(found - time_order().begin());
}

std::optional<std::size_t> Book::find_in_file(Collection collection, std::string_view id) const {
  const std::vector<Extent>& records = section(collection).records;
  if (ids_ != nullptr) {
    const std::optional<std::size_t> at = ids_->find(collection, id);
    return at ? index_at(records, *at) : std::nullopt;
  }
  if (collection == Collection::contacts) return find_handle(id);
  for (std::size_t i = records.size(); i-- > 0;) {  // who reads looks for one
    if (id_at(records[i]) == id) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Book::find_contact(std::string_view handle) const {
  if (ids_ == nullptr && handles_ == nullptr) list_handles();
  const auto found =
      ids_ == nullptr ? handles_->find(handle) : find_in_file(Collection::contacts, handle);
  return found ? found : find_former(handle);
}

/// The contact that had this id before a merge.
std::optional<std::size_t> Book::find_former(std::string_view handle) const {
  if (!former_handles_) {
    std::unordered_map<std::string_view, std::size_t> former;
    for (const std::size_t i : holding(Collection::contacts, "\"was\"")) {
      for (const std::string_view was : names(i).was) former.emplace(was, i);
    }
    former_handles_ = std::move(former);
  }
  const auto former = former_handles_->find(handle);
  return former == former_handles_->end() ? std::nullopt : std::optional(former->second);
}

std::string_view Book::canonical(std::string_view handle) const {
  const auto found = find_contact(handle);
  return found ? id(Collection::contacts, *found) : handle;
}

std::vector<std::size_t> Book::holding(Collection collection, std::string_view text) const {
  const std::vector<Extent>& records = section(collection).records;
  if (records.empty()) return {};
  const std::string_view all = text_.substr(0, records.back().end);
  std::vector<std::size_t> found;
  const auto collect = [&](const auto& next_from) {
    for (std::size_t at = next_from(records.front().begin); at < all.size();) {
      const auto record = std::ranges::upper_bound(records, at, {}, &Extent::begin) - 1;
      found.push_back(static_cast<std::size_t>(record - records.begin()));
      at = next_from(record->end);
    }
  };
  collect([&](std::size_t at) { return std::min(find_part(all, text, at), all.size()); });
  collect([&](std::size_t at) { return find_hidden(all, at); });
  if (collection == Collection::interactions && !time_order().empty()) {
    std::vector<std::size_t> place(records.size());
    for (std::size_t i = 0; i < place.size(); ++i) place[time_order()[i]] = i;
    for (std::size_t& index : found) index = place[index];
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Place Book::place(std::size_t offset) const {
  const auto [line, column] = line_and_column(text_, offset);
  return {file_, line, column};
}

}  // namespace stead
