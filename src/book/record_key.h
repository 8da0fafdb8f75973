#pragma once

#include "stead/splice.h"
#include "stead/talks.h"
#include "stead/time_reader.h"
#include "stead/views.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// What finds a record and orders it among its like: a contact by its id, a promise by `made`, an
/// interaction by `at`. What is absent, or no text, is empty.
struct RecordKey {
  std::string_view id;
  std::string_view made;
  std::string_view at;
};

/// Reads the key of the record at `record` of `text`; what has escapes is resolved into `decoded`.
/// Throws Fault where the grammar is broken.
RecordKey key_of(std::string_view text, Extent record, std::deque<std::string>& decoded);

/// Only the id, which in the layout of stead-book(5) comes first and is found at once.
std::string_view id_of(std::string_view text, Extent record, std::deque<std::string>& decoded);

/// Only the time of an interaction whose id and time come first, as stead-book(5) writes them;
/// empty where that needs a real reading.
std::string_view time_as_written(std::string_view record);

/// The same of any interaction, which in the layout of stead-book(5) comes next to the id.
std::string_view time_of(std::string_view text, Extent record, std::deque<std::string>& decoded);

/// Only the name of a contact, which in the layout of stead-book(5) comes next to the id and is
/// found at once; nothing where it needs a real reading.
std::optional<std::string_view> name_as_written(std::string_view record);

/// Only the org of a contact, the same way: as long as its own members before that come first.
std::optional<std::string_view> org_as_written(std::string_view record);

/// Reads an interaction's front where the record is written as stead-book(5) has it and tells no
/// more than usual; much faster than a real reading. False where it needs that, with nothing
/// sensible in `meeting`.
bool read_as_written(std::string_view record, Meeting& meeting, TimeReader& times);

/// The same for what is kept of each interaction for all walks; nothing else in it is looked at but
/// for where it ends.
bool read_as_written(std::string_view record, TalkFront& talk, TimeReader& times);

/// The same for what sums of help see of an interaction.
bool read_as_written(std::string_view record, HelpView& help, TimeReader& times);

/// The same for a promise about which nobody was told anything and that has no parts.
bool read_as_written(std::string_view record, PromiseState& state);

}  // namespace stead
