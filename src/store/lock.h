#pragma once

#include "stead/descriptor.h"
#include "stead/store.h"
#include "store/location.h"

namespace stead {

/// Waits until no other stead writes in the folder of `book`, then keeps the others out as long as
/// that folder and what is returned stay open (the latter is empty but on file systems that cannot
/// lock a folder).
///
/// The folder is locked and not the book, for a lock on a file that is about to be replaced guards
/// nothing; and no file is made, for a lock file outlives a killed program.
///
/// Throws Error (unwritable) when `writer.patience` ran out, or when there is no way to lock.
[[nodiscard]] Descriptor lock(const Location& book, const Writer& writer);

}  // namespace stead
