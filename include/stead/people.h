#pragma once

#include "stead/book.h"

#include <cstddef>
#include <vector>

namespace stead {

/// The contact at `index`, and where it is an org all who work there now, archived ones too; by
/// their indices in the book, in ascending order. Only contacts that may be among them are read.
std::vector<std::size_t> people_of(const Book& book, std::size_t index);

}  // namespace stead
