#pragma once

#include "cli/options.h"
#include "cli/world.h"
#include "stead/book.h"
#include "stead/store.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace stead {

/// The book that a line names and the time it is for that line. The book is opened, and of it only
/// the front read, when it is first asked for.
class LineContext {
 public:
  LineContext(const World& world, GlobalOptions options, Collection listed)
      : world_(world), options_(std::move(options)), listed_(listed) {}

  const World& world() const { return world_; }
  /// Throws Error where there is no book, or a broken one.
  const Book& book();
  /// The same with all that happened; the one that `book` returned is gone then.
  const Book& whole_book();
  /// Throws Error where --now or STEAD_NOW is no time.
  Now now() const;
  /// The records that a filter on the line chooses from.
  Collection listed() const { return listed_; }

 private:
  void open();

  const World& world_;
  GlobalOptions options_;
  Collection listed_;
  std::filesystem::path path_;
  std::optional<BookReader> reader_;
  std::optional<Book> book_;
};

}  // namespace stead
