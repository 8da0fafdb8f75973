#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace stead {

/// How the program ends; the numbers are its exit statuses, the same for every command.
enum class Status {
  done = 0,         ///< Done, or the answer is yes.
  no = 1,           ///< The answer to a question is no.
  usage = 2,        ///< The call was wrong; nothing was written.
  unreadable = 3,   ///< The book cannot be read.
  unwritable = 4,   ///< The book, or the output, cannot be written; the old book is intact.
  unconfirmed = 5,  ///< The book was written, but what comes after failed: it may not survive a
                    ///< power cut, or the output or the journal cannot be written.
};

/// A place in a file that a person can go to; lines and columns count from 1, columns in code
/// points.
struct Place {
  std::string file;
  std::size_t line = 1;
  std::size_t column = 1;

  bool operator==(const Place&) const = default;
};

/// Why stead could not do what it was asked.
///
/// Throw one wherever the work cannot go on: `run` catches it, prints "stead: what()" and then
/// the hint, and exits with `status()`. What a caller may well expect to be absent is a
/// std::optional instead.
class Error : public std::runtime_error {
 public:
  /// Write the text as git does: no capital, no full stop, names in single quotes.
  template <typename... Args>
  explicit Error(Status status, fmt::format_string<Args...> text, Args&&... args)
      : std::runtime_error(fmt::format(text, std::forward<Args>(args)...)), status_(status) {}

  /// The same for a call that makes no sense, by far the most frequent: Status::usage.
  template <typename... Args>
  static Error usage(fmt::format_string<Args...> text, Args&&... args) {
    return Error(Status::usage, text, std::forward<Args>(args)...);
  }

  /// Adds what the user can do about it, as a whole command where there is one.
  Error&& with_hint(std::string hint) && {
    hint_ = std::move(hint);
    return std::move(*this);
  }

  /// Adds where it went wrong; it is printed in front of the text.
  Error&& at(Place place) && {
    place_ = std::move(place);
    return std::move(*this);
  }

  Status status() const { return status_; }
  const std::string& hint() const { return hint_; }
  const std::optional<Place>& place() const { return place_; }

 private:
  Status status_;
  std::string hint_;
  std::optional<Place> place_;
};

}  // namespace stead
