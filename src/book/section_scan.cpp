#include "book/section_scan.h"

#include <algorithm>

namespace stead {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kVersion = "1";
constexpr std::array kCollections{Collection::contacts, Collection::promises,
                                  Collection::interactions};

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void SectionScan::run() {
  if (text_.find_first_not_of('\0') == std::string_view::npos) {
    scanner_.fail(0, text_.empty() ? "the file is empty; a sync or a crash may have cut it off"
                                   : "the file holds nothing but NUL bytes, as after a power cut");
  }
  if (text_.starts_with(kByteOrderMark)) scanner_ = Scanner(text_, kByteOrderMark.size());
  scanner_.object([&](const JsonString& key) { top_member(key); });
  scanner_.end();
  check_whole();
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
    scanner_.fail(begin, "'stead' should be 1, the version of the book");
  }
  const auto [line, column] = line_and_column(text_, begin);
  throw Error(Status::unreadable, "the book has version {}, and this stead reads version {}",
              number, kVersion)
      .with_hint("use the newer stead that wrote it; nothing was written")
      .at({file_, line, column});
}

void SectionScan::records(Collection collection) {
  Book::Section& section = sections[static_cast<std::size_t>(collection)];
  has_section_[static_cast<std::size_t>(collection)] = true;
  scanner_.peek();
  section.brackets.begin = scanner_.at();
  scanner_.array([&] { record(collection); });
  section.brackets.end = scanner_.at();
}

void SectionScan::record(Collection collection) {
  scanner_.peek();
  const std::size_t begin = scanner_.at();
  std::string_view id;
  scanner_.object([&](const JsonString& key) {
    if (key != "id") {
      scanner_.value();
      return;
    }
    const JsonString string = scanner_.string();
    id = string.escaped ? decoded_.emplace_back(string.value()) : string.raw;
    auto& ids = collection == Collection::contacts ? handles_ : ids_;
    if (!ids.insert(id).second) {
      scanner_.fail(begin, "a second record has the id '" + std::string(id) + "'");
    }
  });
  if (id.empty()) scanner_.fail(begin, "a record without an 'id'");
  if (collection == Collection::contacts && id == "me") has_me_ = true;
  sections[static_cast<std::size_t>(collection)].records.push_back({begin, scanner_.at()});
}

void SectionScan::check_whole() {
  if (!has_version_) scanner_.fail(0, "\"stead\": 1 is missing: this is not a book");
  for (const Collection collection : kCollections) {
    if (!has_section_[static_cast<std::size_t>(collection)]) {
      scanner_.fail(0, "the list '" + std::string(name_of(collection)) + "' is missing");
    }
  }
  if (!has_me_) {
    scanner_.fail(sections[0].brackets.begin, "the owner's contact, with the id 'me', is missing");
  }
}

}  // namespace stead
