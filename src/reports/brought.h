#pragma once

#include "stead/book.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace stead {

// What the reports about who brought whom share.

/// The referrals and introductions that the owner got, and whom they brought, by the id in force.
struct Brought {
  std::vector<Interaction> deeds;                             ///< The earliest first.
  std::map<std::string, std::vector<std::size_t>> by_whom;    ///< All that brought somebody,
  std::map<std::string, std::vector<std::size_t>> referrals;  ///< and the referrals among them.
  std::map<std::string, std::string> introduced_by;           ///< Who did it the first time.
};
Brought brought_to_me(const Book& book);

/// The contacts whose deeds count for one: of an organisation its people, of a person where they
/// work.
class Company {
 public:
  explicit Company(const Book& book);
  std::vector<std::string> of(const std::string& who) const;

 private:
  const Book& book_;
  std::map<std::string, std::vector<std::string>> people_;
};

}  // namespace stead
