#include "book/section_scan.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace stead {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kVersion = "1";

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool IdSet::add(const JsonString& id) {
  const auto at = static_cast<std::size_t>(id.raw.data() - text_.data()) - 1;
  return id.escaped ? put(id.value(), at) : put(id.raw, at);
}

bool IdSet::put(std::string_view id, std::size_t at) {
  return places_.put(id, static_cast<std::uint32_t>(at),
                     [&](std::size_t there) { return is_at(there, id); });
}

std::optional<std::size_t> IdSet::find(std::string_view id) const {
  return places_.find(id, [&](std::size_t there) { return is_at(there, id); });
}

bool IdSet::is_at(std::size_t at, std::string_view id) const {
  return Scanner(text_, at).string() == id;
}

void SectionScan::run() {
  if (text_.find_first_not_of('\0') == std::string_view::npos) {
    throw Fault(0, text_.empty() ? "the file is empty; a sync or a crash may have cut it off"
                                 : "the file holds nothing but NUL bytes, as after a power cut");
  }
  if (text_.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw Fault(0, "the file is larger than 4 GiB");
  }
  if (text_.starts_with(kByteOrderMark)) scanner_ = Scanner(text_, kByteOrderMark.size());
  scanner_.object([&](const JsonString& key) { top_member(key); });
  scanner_.end();
  check_whole();
}

void SectionScan::fault(std::size_t offset, const std::string& what) {
  if (faults_ == nullptr) throw Fault(offset, what);
  faults_->emplace_back(offset, what);
}

void SectionScan::top_member(const JsonString& key) {
  if (key == "stead") return version();
  for (const Collection collection : kCollections) {
    if (key == name_of(collection)) return records(collection);
  }
  scanner_.value();
}

void SectionScan::version() {
  scanner_.peek();
  const std::size_t begin = scanner_.at();
  const std::string_view number = scanner_.value();
  has_version_ = true;
  if (number == kVersion) return;
  if (!is_number(number) || number == "0") {
    return fault(begin, "'stead' should be 1, the version of the book");
  }
  const auto [line, column] = line_and_column(text_, begin);
  throw Error(Status::unreadable, "the book has version {}, and this stead reads version {}",
              number, kVersion)
      .with_hint("use the newer stead that wrote it")
      .at({file_, line, column});
}

void SectionScan::records(Collection collection) {
  Book::Section& section = sections[static_cast<std::size_t>(collection)];
  has_section_[static_cast<std::size_t>(collection)] = true;
  scanner_.peek();
  section.brackets.begin = scanner_.at();
  section.records.reserve((text_.size() - scanner_.at()) / kShortRecord);
  scanner_.array([&] { record(collection); });
  section.brackets.end = scanner_.at();
}

void SectionScan::record(Collection collection) {
  scanner_.peek();
  const std::size_t begin = scanner_.at();
  std::optional<JsonString> id;
  scanner_.object([&](const JsonString& key) {
    if (scanner_.peek() != '"') {
      scanner_.value();
      return;
    }
    const JsonString text = scanner_.string();  // as most are
    if (!id && key == "id") id = text;
  });
  if (!id || id->raw.empty()) {
    if (faults_ == nullptr) throw Fault(begin, "a record without an 'id'");
    lacks_id = true;
  } else if (!ids_.add(collection, *id)) {
    fault(begin, "a second record has the id '" + id->value() + "'");
  } else if (collection == Collection::contacts && *id == "me") {
    has_me_ = true;
  }
  sections[static_cast<std::size_t>(collection)].records.push_back({begin, scanner_.at()});
}

void SectionScan::check_whole() {
  if (!has_version_) fault(0, "\"stead\": 1 is missing: this is not a book");
  for (const Collection collection : kCollections) {
    if (!has_section_[static_cast<std::size_t>(collection)]) {
      fault(0, "the list '" + std::string(name_of(collection)) + "' is missing");
    }
  }
  if (!has_me_ && has_section_[0]) {
    fault(sections[0].brackets.begin, "the owner's contact, with the id 'me', is missing");
  }
}

}  // namespace stead
