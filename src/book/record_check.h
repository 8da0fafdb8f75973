#pragma once

#include "stead/check.h"
#include "stead/scanner.h"
#include "stead/splice.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace stead {

/// A finding, and the byte of the text that it is about; its place is not known yet.
using Spot = std::pair<std::size_t, Finding>;

/// The way from a record to a value in it: names of members, numbers of elements.
using Path = std::vector<std::variant<std::string_view, std::size_t>>;

/// Where the value at `path` of the record at byte `begin` stands; where there is none, `begin`.
std::size_t locate(std::string_view text, std::size_t begin, const Path& path);

/// Who can be referred to, by each id that a contact has or had.
class Directory {
 public:
  struct Who {
    std::string id;              ///< The one in force.
    std::optional<bool> is_org;  ///< Absent: the record is broken.
  };

  /// Adds a contact by its id in force.
  void add(const std::string& id, std::optional<bool> is_org) { people_[id] = {id, is_org}; }
  /// Adds an id that the contact `id` had; false where it means somebody already.
  bool add_former(const std::string& was, const std::string& id, bool is_org) {
    return people_.emplace(was, Who{id, is_org}).second;
  }
  const Who* find(const std::string& handle) const;
  /// Whom an unknown handle may have meant, as a hint. To look through all names for each of many
  /// takes long, so after some it is empty.
  std::string hint_for(const std::string& handle);

 private:
  std::unordered_map<std::string, Who> people_;
  std::map<std::string, std::string> hints_;
};

/// Looks at the record at `record` of `text`: types, references, and what its fields demand of each
/// other.
void check_record(Collection collection, std::string_view text, Extent record, Directory& directory,
                  std::vector<Spot>& spots);

}  // namespace stead
