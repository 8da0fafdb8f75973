#include "stead/book_place.h"

#include "stead/error.h"

namespace stead {

namespace fs = std::filesystem;

fs::path in_full(const fs::path& path) {
  std::error_code error;
  fs::path full = fs::absolute(path, error);
  if (!error) return full;
  throw Error(Status::unreadable, "'{}' cannot be found from here: {}", path.native(),
              error.message())
      .with_hint("the current folder may be gone: cd to one that is there");
}

BookPlace place_of_book(const fs::path& book) {
  std::error_code error;
  BookPlace place;
  place.file = fs::weakly_canonical(book, error);
  if (error) {
    throw Error(Status::unreadable, "'{}' cannot be followed: {}", book.string(), error.message());
  }
  place.file = in_full(place.file);
  place.exists = fs::exists(place.file, error);
  if (fs::is_directory(place.file.parent_path(), error)) place.lock = place.file.parent_path();
  return place;
}

}  // namespace stead
