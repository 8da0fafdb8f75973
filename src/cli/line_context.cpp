#include "cli/line_context.h"

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/paths.h"

namespace stead {

void LineContext::open() {
  path_ = find_paths(world_, options_.book).book;
  reader_ = BookReader::open(path_);
  if (!reader_) throw no_book_at(path_);
}

const Book& LineContext::book() {
  if (book_) return *book_;
  open();
  book_ = Book::front(reader_->read_until(Book::kFrontEnd), path_.string());
  return book_ ? *book_ : whole_book();
}

const Book& LineContext::whole_book() {
  if (!reader_) open();
  return book_.emplace(Book::reading(reader_->read_all(), path_.string()));
}

Now LineContext::now() const { return clock_of(world_, options_); }

}  // namespace stead
