#pragma once

#include "cli/candidates.h"
#include "cli/options.h"
#include "cli/world.h"
#include "stead/book.h"
#include "stead/store.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Adds the values that a type name of help stands for, such as `WHO`, `DATE|PERIOD` or
/// `well|badly`: of the alternatives with a `|` between them, one in lower case is the value
/// itself. `before` are the words that were typed for the same argument, as `ana` of `keep ana
/// mig`. Throws what the context throws.
void add_values(Candidates& candidates, LineContext& context, std::string_view type_name,
                const std::vector<std::string>& before = {});

/// Does completion know what a type name stands for, if only that its values cannot be known? A
/// test asks it of every option.
bool is_known_type(std::string_view type_name);

}  // namespace stead
