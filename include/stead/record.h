#pragma once

#include "stead/model.h"
#include "stead/scanner.h"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Reads the record from byte `at` of `text` to its end: a Contact, a Promise or an Interaction.
/// Members that the type does not have are checked for grammar only.
/// Throws Fault at the first thing that is wrong.
template <typename Record>
Record read_record(std::string_view text, std::size_t at = 0);

/// The same for the shorter views of records, whose members look into `text`: those with escapes
/// are resolved into `decoded`, which has to outlive the record.
template <typename Record>
Record view_record(std::string_view text, std::size_t at, std::deque<std::string>& decoded);

/// The same, but goes on behind a wrong value and lists all of them. Still throws Fault where the
/// grammar is broken.
template <typename Record>
Record read_record(std::string_view text, std::size_t at, std::vector<Fault>& faults);

/// The text of a new record, as stead-book(5) writes it: no blanks, fields in order, empty ones
/// left out.
template <typename Record>
std::string write_record(const Record& record);

/// `text`, which reads as `before`, changed so that it reads as `after`. Only the innermost members
/// that differ are written anew; every other byte, also of members unknown to stead, is kept.
template <typename Record>
std::string rewrite_record(std::string_view text, const Record& before, const Record& after);

/// Could a record have this in it, a member's name or a word? It says so too where an escape may
/// hide it. For walks over many records of which few are read.
bool may_hold(std::string_view record, std::string_view text);

/// Where, from byte `at` on, an escape stands for a character that could do without, so that a text
/// does not look like itself; the end where there is none.
std::size_t find_hidden(std::string_view json, std::size_t at = 0);

/// `text` as a JSON string, quotes included; controls, bidi controls and line separators are
/// escaped.
std::string json_quoted(std::string_view text);

/// Is `text` a handle: NFC, lower-case letters, marks and digits of any script, single hyphens
/// between them?
bool is_handle(std::string_view text);

/// Is `text` a word: not empty, no blanks, nothing in upper case?
bool is_word(std::string_view text);

/// Has `text` the form of a name in the IANA time zone database, such as `Europe/Madrid`, `Japan`
/// or `Etc/GMT+1`: at most 255 bytes, parts of ASCII letters, digits, `+`, `-` and `_` between
/// slashes, each of which begins with a capital?
bool is_zone_name(std::string_view text);

/// Working hours as `me.hours` has them: days of the week and one stretch of the day.
struct Hours {
  unsigned days = 0b0011111;  ///< Bit 0 is Monday.
  int from = 9 * 60;          ///< Minutes since midnight.
  int to = 17 * 60;

  bool operator==(const Hours&) const = default;
};

/// Reads `mon-fri 09:00-17:00` or `mon,wed-thu 08:00-12:30`; nothing where it is not of that form.
std::optional<Hours> hours_from(std::string_view text);

}  // namespace stead
