#include "stead/check.h"

#include "book/mend.h"
#include "book/record_check.h"
#include "book/record_key.h"
#include "book/section_scan.h"
#include "stead/record.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

using Sections = std::array<Book::Section, 3>;

Finding finding(std::string message, std::string hint = "") {
  return {.severity = Finding::Severity::fault,
          .place = {},
          .collection = std::nullopt,
          .id = "",
          .message = std::move(message),
          .hint = std::move(hint)};
}

/// Collects what there is to say, by byte.
class Check {
 public:
  Check(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  CheckReport run() {
    try {
      if (const auto sections = find_sections()) records(*sections);
    } catch (const Error& newer) {  // what a newer version means cannot be judged
      is_book_ = false;
      Finding only = finding(newer.what(), newer.hint());
      only.place = newer.place().value_or(Place{file_, 1, 1});
      return {{only}, false};
    }
    return report();
  }

 private:
  void not_a_book(const Fault& fault, std::string hint = "") {
    is_book_ = false;
    spots_.emplace_back(fault.offset(), finding(fault.what(), std::move(hint)));
  }

  /// Where the records are, also in a text whose broken lines had to be left out; nothing where
  /// there is no telling.
  std::optional<Sections> find_sections() {
    std::optional<Fault> broken;
    if (auto sections = scan(text_, broken)) return sections;
    for (const ConflictMarks& marks : find_conflict_marks(text_)) conflict(marks);
    if (!is_layout_of_lines(text_)) {
      if (!is_in_conflict(broken->offset())) not_a_book(*broken);
      return std::nullopt;
    }
    mended_ = mend(text_);
    std::optional<Fault> still_broken;
    auto sections = scan(mended_.text, still_broken);
    if (!sections || (mended_.faults.empty() && spots_.empty())) {
      not_a_book(*broken);
      return std::nullopt;
    }
    for (const Fault& fault : mended_.faults) not_a_book(fault);
    return sections;
  }

  /// Finds the records of `text`. Nothing, and the fault, where its grammar is broken; other faults
  /// are taken down.
  std::optional<Sections> scan(std::string_view text, std::optional<Fault>& broken) {
    SectionScan scan(text, file_);
    std::vector<Fault> faults;
    scan.collect(faults);
    try {
      scan.run();
    } catch (const Fault& fault) {
      broken = fault;
      return std::nullopt;
    }
    if (scan.lacks_id) is_book_ = false;  // said with the record
    for (const Fault& fault : faults) not_a_book(fault);
    return std::move(scan.sections);
  }

  void conflict(const ConflictMarks& marks) {
    conflicts_.push_back(marks.extent);
    const auto last_line = line_and_column(text_, marks.extent.end).first;
    not_a_book(
        Fault(marks.extent.begin,
              fmt::format("git could not merge this: two versions, as far as line {}", last_line)),
        "keep one of the two, and take out the lines with the marks of git");
  }

  bool is_in_conflict(std::size_t offset) const {
    return std::ranges::any_of(
        conflicts_, [&](Extent extent) { return extent.begin <= offset && offset <= extent.end; });
  }

  std::string_view readable() const { return mended_.text.empty() ? text_ : mended_.text; }

  bool is_broken(Extent record) const {
    return std::ranges::binary_search(mended_.broken, record.begin);
  }

  void records(const Sections& sections) {
    Directory directory = list_contacts(sections[0]);
    for (const Collection collection : kCollections) {
      const Book::Section& section = sections[static_cast<std::size_t>(collection)];
      for (const Extent record : section.records) {
        if (is_broken(record)) continue;
        check_record(collection, readable(), record, directory, spots_);
      }
      order(collection, section);
    }
  }

  Directory list_contacts(const Book::Section& contacts) {
    Directory directory;
    std::vector<Contact> former;
    for (const Extent record : contacts.records) {
      std::vector<Fault> ignored;  // they are found again when the record is checked
      auto contact = read_record<Contact>(readable().substr(0, record.end), record.begin, ignored);
      directory.add(contact.id, is_broken(record) ? std::nullopt : std::optional(contact.is_org()));
      if (!contact.was.empty()) former.push_back(std::move(contact));
    }
    for (const Contact& contact : former) {
      for (const std::string& was : contact.was) {
        directory.add_former(was, contact.id, contact.is_org());
      }
    }
    return directory;
  }

  void order(Collection collection, const Book::Section& section) {
    constexpr std::array<std::string_view, 3> kOrders{"id", "'made'", "time"};
    std::string latest;
    std::optional<std::size_t> first;
    std::size_t count = 0;
    for (const Extent record : section.records) {
      std::deque<std::string> decoded;
      const RecordKey key = key_of(readable(), record, decoded);
      const std::string_view mine = collection == Collection::contacts   ? key.id
                                    : collection == Collection::promises ? key.made
                                                                         : key.at;
      if (mine.empty()) continue;  // that is a fault, and said
      if (mine < latest) {
        if (!first) first = record.begin;
        ++count;
      } else {
        latest = mine;
      }
    }
    if (!first) return;
    Finding note = finding(
        fmt::format("{} of the {} {} not in the order of {}", count, name_of(collection),
                    count == 1 ? "is" : "are", kOrders[static_cast<std::size_t>(collection)]),
        "'stead check --tidy' puts them in order");
    note.severity = Finding::Severity::note;
    note.collection = collection;
    spots_.emplace_back(*first, std::move(note));
  }

  /// Puts the findings in order and their places to them, in one walk through the text.
  CheckReport report() {
    std::ranges::stable_sort(spots_, {}, &Spot::first);
    CheckReport report{{}, is_book_};
    Place place{file_, 1, 1};
    std::size_t at = 0;
    for (const Spot& spot : spots_) {
      for (; at < spot.first && at < text_.size(); ++at) {
        if (text_[at] == '\n') {
          ++place.line;
          place.column = 1;
        } else if ((static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80) {
          ++place.column;
        }
      }
      report.findings.push_back(spot.second);
      report.findings.back().place = place;
    }
    return report;
  }

  std::string_view text_;
  const std::string& file_;
  bool is_book_ = true;
  Mended mended_;
  std::vector<Extent> conflicts_;
  std::vector<Spot> spots_;
};

}  // namespace

std::size_t CheckReport::faults() const {
  return static_cast<std::size_t>(
      std::ranges::count(findings, Finding::Severity::fault, &Finding::severity));
}

std::size_t CheckReport::notes() const { return findings.size() - faults(); }

CheckReport check(std::string_view text, const std::string& file) {
  return Check(text, file).run();
}

}  // namespace stead
