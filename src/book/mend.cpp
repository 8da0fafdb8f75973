#include "book/mend.h"

#include <algorithm>
#include <optional>

namespace stead {
namespace {

constexpr std::string_view kHead = "{\n\"stead\": 1,\n\"contacts\": [\n";
constexpr std::string_view kIdFront = "{\"id\":";
constexpr std::string_view kOurs = "<<<<<<< ";
constexpr std::string_view kMiddle = "=======";
constexpr std::string_view kBase = "||||||| ";
constexpr std::string_view kTheirs = ">>>>>>> ";

/// Where the line that begins at `at` ends: at its newline or at the end of the text.
std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

bool is_closing(std::string_view line) { return line == "]" || line == "],"; }

/// Goes through the lines of a text and mends it.
class Mending {
 public:
  explicit Mending(std::string_view text) : text_(text) { mended_.text = text; }

  Mended run() {
    const std::vector<ConflictMarks> conflicts = find_conflict_marks(text_);
    for (const ConflictMarks& marks : conflicts) drop_second(marks);
    // Which commas are too many depends on which version is taken.
    commas_are_faults_ = conflicts.empty();
    for (std::size_t begin = kHead.size(); begin < text_.size();) begin = line(begin) + 1;
    return std::move(mended_);
  }

 private:
  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (mended_.text[i] != '\n') mended_.text[i] = ' ';
    }
  }

  /// One version of what git could not merge is enough to read on.
  void drop_second(const ConflictMarks& marks) {
    blank(marks.middle, marks.extent.end);
    blank(marks.extent.begin, line_end(text_, marks.extent.begin));
  }

  std::string_view line_at(std::size_t begin) const {
    const std::string_view text = mended_.text;
    const std::string_view line = text.substr(begin, line_end(text, begin) - begin);
    return line.substr(0, line.find_last_not_of(" \r") + 1);
  }

  void fault(std::size_t offset, const char* what) { mended_.faults.emplace_back(offset, what); }

  /// Goes over the line, or lines, from `begin` on and returns where the last of them ends.
  std::size_t line(std::size_t begin) {
    const std::string_view line = line_at(begin);
    if (line.starts_with('{')) return record(begin);
    const std::size_t end = line_end(text_, begin);
    if (is_closing(line)) {
      close_list();
    } else if (!line.empty() && line != "}" && !line.starts_with('"')) {
      fault(begin, "this line is no record");
      blank(begin, end);
    }
    return end;
  }

  void close_list() {
    if (last_ && comma_) {
      if (commas_are_faults_) fault(*comma_, "a comma with nothing behind it");
      blank(*comma_, *comma_ + 1);
    }
    last_.reset();
  }

  std::size_t record(std::size_t begin) {
    if (last_ && !comma_) {
      if (commas_are_faults_) fault(begin, "a comma is missing in front of this record");
      mended_.text[begin - 1] = ',';
    }
    last_ = begin;
    Scanner scanner(mended_.text, begin);
    try {
      scanner.value();
      return behind_record(scanner.at());
    } catch (const Fault& found) {
      return drop(begin, found);
    }
  }

  /// Goes over the rest of the line, from byte `at` on; returns where it ends.
  std::size_t behind_record(std::size_t at) {
    const std::size_t end = line_end(text_, at);
    const auto next = [&](std::size_t from) {
      return std::min(text_.find_first_not_of(" \r", from), end);
    };
    comma_.reset();
    at = next(at);
    if (at < end && text_[at] == ',') comma_ = at++;
    at = next(at);
    if (at == end) return end;
    fault(at, "something follows behind the record");
    if (!comma_ && text_[end - 1] == ',') comma_ = end - 1;
    blank(at, comma_ == end - 1 ? end - 1 : end);
    return end;
  }

  /// Takes a broken record out, with the lines that cannot be the next one's.
  std::size_t drop(std::size_t begin, const Fault& found) {
    const std::size_t first_end = line_end(text_, begin);
    std::size_t end = first_end;
    while (end < text_.size() && !is_next(line_at(end + 1))) end = line_end(text_, end + 1);
    if (found.offset() > first_end && end == first_end) {
      fault(first_end, "the line ends before the record does");
    } else {
      mended_.faults.push_back(found);
    }
    mended_.broken.push_back(begin);
    const bool has_comma = text_[end - 1] == ',';
    comma_ = has_comma ? std::optional(end - 1) : std::nullopt;
    const std::size_t kept = id_end(begin, end);
    blank(kept, has_comma ? end - 1 : end);
    mended_.text.replace(kept, 1, "}");
    return end;
  }

  /// The end of what a broken record says of its id, where that can be read.
  std::size_t id_end(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kCloser = 2;  // is left for what closes the record
    const bool has_id = text_.substr(begin).starts_with(kIdFront);
    if (!has_id || end < begin + kIdFront.size() + kCloser) return begin + 1;
    try {
      Scanner scanner(text_.substr(0, end - kCloser), begin + kIdFront.size());
      scanner.string();
      return scanner.at();
    } catch (const Fault&) {  // then the id is lost
    }
    return begin + 1;
  }

  static bool is_next(std::string_view line) {
    return line.starts_with(kIdFront) || is_closing(line);
  }

  std::string_view text_;
  Mended mended_;
  std::optional<std::size_t> last_;   ///< Where the record before begins, in the same list.
  std::optional<std::size_t> comma_;  ///< And the comma behind it.
  bool commas_are_faults_ = true;
};

}  // namespace

std::vector<ConflictMarks> find_conflict_marks(std::string_view text) {
  std::vector<ConflictMarks> found;
  bool is_open = false;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    end = line_end(text, begin);
    const std::string_view line = text.substr(begin, end - begin);
    if (line.starts_with(kOurs)) {
      found.push_back({{begin, end}, end});
      is_open = true;
    } else if (is_open && (line.starts_with(kMiddle) || line.starts_with(kBase))) {
      if (found.back().middle == found.back().extent.end) found.back().middle = begin;
    } else if (is_open && line.starts_with(kTheirs)) {
      if (found.back().middle == found.back().extent.end) found.back().middle = begin;
      found.back().extent.end = end;
      is_open = false;
    }
  }
  return found;
}

bool is_layout_of_lines(std::string_view text) { return text.starts_with(kHead); }

Mended mend(std::string_view text) { return Mending(text).run(); }

}  // namespace stead
