#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stead {
struct Program;
}

namespace stead::test {

/// What one run of stead did.
struct Result {
  int status = 0;
  std::string out;
  std::string err;

  bool operator==(const Result&) const = default;
};

/// What a failed comparison shows of it.
std::ostream& operator<<(std::ostream& out, const Result& result);

/// stead in a folder of its own, on a day that does not change: Mon 2026-08-03 at 10:15, two hours
/// east of UTC. It runs whole commands in process; random ids come from a fixed sequence.
class Harness {
 public:
  /// A folder without a book.
  Harness();
  /// With a book of this text.
  explicit Harness(const std::string& book);
  ~Harness();
  Harness(const Harness&) = delete;
  Harness& operator=(const Harness&) = delete;

  /// Runs `stead` with these arguments.
  Result run(const std::vector<std::string>& arguments, const std::string& input = {});
  /// Runs a command line as a shell would read it: words, 'single' and "double" quotes.
  Result run(const std::string& line, const std::string& input = {});
  /// The same with the lines that a person types at a terminal.
  Result run_on_terminal(const std::string& line, const std::string& typed = {});

  std::filesystem::path folder() const { return folder_; }
  std::filesystem::path book_path() const { return folder_ / "book.json"; }
  std::string book() const;
  void write_book(const std::string& text) const;

  /// From here on, ids are others than those of another one of these.
  void seed(std::uint64_t state) { random_state_ = state; }

  std::map<std::string, std::string> environment;
  /// The programs that there are, as World has them: there are none until a test makes one.
  std::function<std::optional<int>(const Program&)> programs;
  /// Is standard output a terminal, and how many rows has it?
  bool out_is_terminal = false;
  std::optional<std::size_t> terminal_rows;

 private:
  Result run_with(const std::vector<std::string>& arguments, const std::string& input,
                  bool terminal);

  std::filesystem::path folder_;
  std::uint64_t random_state_ = 1;
};

/// The words of a command line, by a shell's rules of quoting.
std::vector<std::string> split_words(const std::string& line);

/// The whole text of a file; fails the test where there is none.
std::string contents_of(const std::filesystem::path& path);

/// The book of book-fields.md's example, a small practice on 2026-08-03: Jan Hale (me), the clients
/// Acme and Borealis, Ana Ruiz at Acme, the colleagues Bo Lind and Sam Ortiz, Jo Park and Joanna
/// Wit.
std::string small_practice();

}  // namespace stead::test
