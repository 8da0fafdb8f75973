#pragma once

#include "stead/names.h"

#include <set>
#include <string>
#include <vector>

namespace stead {

/// Which options of `set` make sense for a record.
struct RecordOptions {
  std::set<std::string> foreign;      ///< Those that only other records take, without dashes.
  std::vector<std::string> to_unset;  ///< What --unset empties, a contact's own fields too.
};

/// Those for a record that is in the book. For completion; defined beside the fields, as commands
/// are.
RecordOptions record_options(const Book& book, const RecordRef& record);

}  // namespace stead
