#include "stead/store.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/xattr.h>

#include <algorithm>
#include <thread>

#include "scratch_folder.h"

using namespace stead;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// The failure that `call` ends with; it has to end with one.
template <typename Call>
Error error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no Error was thrown");
  return Error::usage("none");
}

/// Adds a line at the end.
Writer adding(const std::string& line) {
  return {.rewrite = [line](std::string_view old) { return Pieces{old, line, "\n"}; }};
}

ino_t inode_of(const fs::path& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_ino;
}

}  // namespace

TEST_CASE("a book is read from its front, as far as wanted") {
  const ScratchFolder folder;
  const std::string text = std::string(700'000, 'a') + "MARK" + std::string(700'000, 'b') + "END";
  write_file(folder / "book.json", text);
  std::optional<BookReader> reader = BookReader::open(folder / "book.json");
  REQUIRE(reader);
  const std::string_view front = reader->read_until("MARK");
  CHECK(front.size() < text.size());
  CHECK(front.find("MARK") == 700'000);
  CHECK(reader->read_until("MARK") == front);
  CHECK(reader->read_all() == text);
  CHECK(reader->read_until("never there") == text);
  CHECK(front == text.substr(0, front.size()));
}

TEST_CASE("a marker is found across the border of two readings") {
  const ScratchFolder folder;
  for (std::size_t before = (256 << 10) - 4; before <= 256 << 10; ++before) {
    write_file(folder / "book.json", std::string(before, 'a') + "MARK" + std::string(900'000, 'b'));
    std::optional<BookReader> reader = BookReader::open(folder / "book.json");
    CHECK(reader->read_until("MARK").size() < 600'000);
  }
}

TEST_CASE("where there is no book there is nothing to read") {
  const ScratchFolder folder;
  CHECK_FALSE(BookReader::open(folder / "book.json"));
  CHECK_FALSE(BookReader::open(folder / "no/such/folder/book.json"));
}

TEST_CASE("what is not a regular file of a fitting size is refused at once") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  const auto refusal = [&] { return error_of([&] { BookReader::open(book); }); };
  SUBCASE("a folder") {
    fs::create_directory(book);
    CHECK(refusal().what() == fmt::format("'{}' is a folder, not a book", book.native()));
  }
  SUBCASE("a pipe that nobody writes to") {
    ::mkfifo(book.c_str(), 0600);
    CHECK(refusal().what() == fmt::format("'{}' is not a regular file", book.native()));
  }
  SUBCASE("a device") {
    fs::create_symlink("/dev/null", book);
    CHECK(refusal().what() == fmt::format("'{}' is not a regular file", book.native()));
  }
  SUBCASE("a link to itself") {
    fs::create_symlink("book.json", book);
    CHECK(refusal().status() == Status::unreadable);
  }
  SUBCASE("a file of more than 256 MiB") {
    write_file(book, "");
    fs::resize_file(book, kLargestBook + 1);
    CHECK(refusal().what() == fmt::format("'{}' has 268435457 bytes; a book has at most 268435456 "
                                          "(256 MiB)",
                                          book.native()));
  }
}

TEST_CASE("a book that is rewritten in place is read anew, or refused once it was shown") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "first");
  std::optional<BookReader> reader = BookReader::open(folder / "book.json");
  write_file(folder / "book.json", "second, and longer");
  CHECK(reader->read_all() == "second, and longer");
  write_file(folder / "book.json", "third");
  CHECK(error_of([&] { reader->read_all(); }).status() == Status::unreadable);
}

TEST_CASE("a book that is replaced stays whole for who reads it") {
  const ScratchFolder folder;
  write_file(folder / "book.json", std::string(500'000, 'a'));
  std::optional<BookReader> reader = BookReader::open(folder / "book.json");
  reader->read_until("a");
  REQUIRE(update(folder / "book.json", adding("more")));
  CHECK(reader->read_all() == std::string(500'000, 'a'));
}

TEST_CASE("no file is ever opened as standard input, output or error") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text");
  const int saved = ::dup(0);
  ::close(0);
  const int number = BookReader::open(folder / "book.json")->file().number();
  ::dup2(saved, 0);
  ::close(saved);
  CHECK(number >= 3);
}

TEST_CASE("an update puts the pieces together and tells both digests") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  const std::string old = std::string(300'000, 'a') + std::string(300'000, 'b');
  write_file(book, old);
  std::string digests;
  Pieces many;
  const bool written = update(
      book, {.rewrite =
                 [&](std::string_view now) {
                   many.push_back(now.substr(0, 300'000));
                   for (int i = 0; i < 100'000; ++i) many.push_back("12");
                   many.push_back(now.substr(300'000));
                   return many;
                 },
             .before_swap = [&](const std::string& before,
                                const std::string& after) { digests = before + " " + after; }});
  CHECK(written);
  std::string expected = std::string(300'000, 'a');
  for (int i = 0; i < 100'000; ++i) expected += "12";
  expected += std::string(300'000, 'b');
  CHECK(read_file(book) == expected);
  CHECK(digests == digest(old) + " " + digest(expected));
  CHECK(folder.names() == std::set<std::string>{"book.json"});
}

TEST_CASE("a digest does not depend on how a text is cut up") {
  CHECK(digest("one two") == digest(Pieces{"one", "", " two"}));
  CHECK(digest("one two") != digest("one  two"));
  // The test vector of XXH3 with 128 bits for no bytes at all.
  CHECK(digest("") == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("the digests of an old and a new text are the same when their front is read once") {
  const std::string old = "one two three";
  const std::string_view view = old;
  const std::vector<Pieces> texts{
      {},
      {""},
      {view},
      {view, " four"},
      {view.substr(0, 4), view.substr(4)},
      {view.substr(0, 4), "a", view.substr(4)},
      {"a", view},
      {view.substr(0, 4), view.substr(8)},
      {view.substr(4), view.substr(0, 4)},
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(i);
    CHECK(digests(old, texts[i]) == std::pair(digest(old), digest(texts[i])));
  }
}

TEST_CASE("where nothing changes nothing is written") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  write_file(book, "text");
  const auto time = fs::last_write_time(book);
  const ino_t inode = inode_of(book);
  CHECK_FALSE(update(book, {.rewrite = [](std::string_view) { return std::nullopt; }}));
  CHECK_FALSE(update(book, {.rewrite = [](std::string_view old) {
                       return Pieces{old.substr(0, 2), "xt"};
                     }}));
  CHECK(fs::last_write_time(book) == time);
  CHECK(inode_of(book) == inode);
}

TEST_CASE("an update of no book is refused and says how to make one") {
  const ScratchFolder folder;
  const Error error = error_of([&] { update(folder / "book.json", adding("x")); });
  CHECK(error.status() == Status::unreadable);
  CHECK(error.what() == fmt::format("there is no book at '{}'", (folder / "book.json").native()));
  CHECK(error.hint() == "stead init");
}

TEST_CASE("what a callback throws leaves the book and its folder as they were") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text");
  Writer writer = adding("more");
  SUBCASE("while it rewrites") {
    writer.rewrite = [](std::string_view) -> std::optional<Pieces> { throw Error::usage("no"); };
  }
  SUBCASE("before the swap") {
    writer.before_swap = [](const std::string&, const std::string&) { throw Error::usage("no"); };
  }
  CHECK(error_of([&] { update(folder / "book.json", writer); }).status() == Status::usage);
  CHECK(read_file(folder / "book.json") == "text");
  CHECK(folder.names() == std::set<std::string>{"book.json"});
}

TEST_CASE("a book keeps its permissions and attributes, whatever the umask") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  write_file(book, "text\n");
  const Umask open(0);
  for (const mode_t mode : {0600u, 0640u, 0664u, 0604u}) {
    ::chmod(book.c_str(), mode);
    REQUIRE(update(book, adding("x")));
    CHECK(mode_of(book) == mode);
  }
  if (::setxattr(book.c_str(), "user.stead", "kept", 4, 0) == 0) {
    REQUIRE(update(book, adding("x")));
    char value[4] = {};
    CHECK(::getxattr(book.c_str(), "user.stead", value, sizeof value) == 4);
    CHECK(std::string_view(value, 4) == "kept");
  }
}

TEST_CASE("while it is written nobody else can read it") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text");
  ::chmod((folder / "book.json").c_str(), 0600);
  const Umask open(0);
  mode_t mode = 0;
  Writer writer = adding("more");
  writer.before_swap = [&](const std::string&, const std::string&) {
    for (const std::string& name : folder.names()) {
      if (name.ends_with(".tmp")) mode = mode_of(folder / name);
    }
  };
  update(folder / "book.json", writer);
  CHECK(mode == 0600);
}

TEST_CASE("a book without any write permission stays as it is, also for root") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  write_file(book, "text");
  ::chmod(book.c_str(), 0444);
  const Error error = error_of([&] { update(book, adding("x")); });
  CHECK(error.status() == Status::unwritable);
  CHECK(error.what() == fmt::format("'{}' is read-only", book.native()));
  CHECK(error.hint() == "chmod u+w " + book.native());
  CHECK(read_file(book) == "text");
}

TEST_CASE("symbolic links are followed and stay links") {
  const ScratchFolder folder;
  fs::create_directory(folder / "real");
  write_file(folder / "real/target.json", "text\n");
  fs::create_symlink("target.json", folder / "real/second");
  fs::create_symlink("real/second", folder / "book.json");
  REQUIRE(update(folder / "book.json", adding("more")));
  CHECK(fs::read_symlink(folder / "book.json") == "real/second");
  CHECK(fs::read_symlink(folder / "real/second") == "target.json");
  CHECK(read_file(folder / "real/target.json") == "text\nmore\n");
  CHECK(folder.names() == std::set<std::string>{"book.json", "real"});
}

TEST_CASE("a hard link that is parted is said") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text\n");
  fs::create_hard_link(folder / "book.json", folder / "other.json");
  Writer writer = adding("more");
  std::string said;
  writer.notice = [&](std::string_view notice) { said = notice; };
  REQUIRE(update(folder / "book.json", writer));
  CHECK(said == fmt::format("'{}' was a hard link; the other names of the file keep the old text",
                            (folder / "book.json").native()));
  CHECK(read_file(folder / "other.json") == "text\n");
}

TEST_CASE("a book that would be too large is not written") {
  const ScratchFolder folder;
  write_file(folder / "book.json", std::string(1 << 20, 'a'));
  const Error error = error_of([&] {
    update(folder / "book.json",
           {.rewrite = [](std::string_view old) { return Pieces(257, old); }});
  });
  CHECK(error.status() == Status::unwritable);
  CHECK(folder.names() == std::set<std::string>{"book.json"});
}

TEST_CASE("somebody else's change is not lost, nor is ours") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  write_file(book, "text\n");
  const auto replace = [&] {
    write_file(folder / "foreign", "theirs\n");
    fs::rename(folder / "foreign", book);
  };
  int swaps = 0;
  int taken_back = 0;
  std::vector<std::string> seen;
  Writer writer = adding("ours");
  writer.rewrite = [&, add = writer.rewrite](std::string_view old) {
    seen.emplace_back(old);
    return add(old);
  };
  writer.before_swap = [&](const std::string&, const std::string&) { ++swaps; };
  writer.not_swapped = [&] { ++taken_back; };
  SUBCASE("replaced while the text is made") {
    writer.rewrite = [&, rewrite = writer.rewrite](std::string_view old) {
      if (seen.empty()) replace();
      return rewrite(old);
    };
  }
  SUBCASE("rewritten in place while the text is made") {
    writer.rewrite = [&, rewrite = writer.rewrite](std::string_view old) {
      if (seen.empty()) write_file(book, "theirs\n");
      return rewrite(old);
    };
  }
  SUBCASE("replaced at the last moment") {
    writer.before_swap = [&](const std::string&, const std::string&) {
      if (++swaps == 1) replace();
    };
  }
  CHECK(update(book, writer));
  CHECK(seen == std::vector<std::string>{"text\n", "theirs\n"});
  CHECK(read_file(book) == "theirs\nours\n");
  CHECK(swaps == 2);
  CHECK(taken_back == 1);
  CHECK(folder.names() == std::set<std::string>{"book.json"});
}

TEST_CASE("a book that never comes to rest is left to the others after eight attempts") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  write_file(book, "0");
  int calls = 0;
  Writer writer;
  writer.rewrite = [&](std::string_view) {
    write_file(book, std::to_string(++calls));
    return Pieces{"ours"};
  };
  CHECK(error_of([&] { update(book, writer); }).status() == Status::unwritable);
  CHECK(calls == 8);
  CHECK(read_file(book) == "8");
  CHECK(folder.names() == std::set<std::string>{"book.json"});
}

TEST_CASE("a book that goes away meanwhile is not made anew") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text");
  Writer writer = adding("more");
  writer.before_swap = [&](const std::string&, const std::string&) {
    fs::remove(folder / "book.json");
  };
  CHECK(error_of([&] { update(folder / "book.json", writer); }).status() == Status::unreadable);
  CHECK(folder.names().empty());
}

TEST_CASE("what a killed writer left is removed, unless it may be the only copy of a change") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  const auto leftover = [&](std::string_view read_by_writer, std::string_view text) {
    const std::string tag = digest(read_by_writer).substr(0, 16);
    write_file(folder / fmt::format(".book.json.{}0123456789abcdef.tmp", tag), text);
  };
  write_file(book, "now\n");
  std::string said;
  Writer writer = adding("more");
  writer.notice = [&](std::string_view notice) { said += notice; };
  SUBCASE("killed before the swap") { leftover("now\n", "half of what was to"); }
  SUBCASE("killed after the swap") { leftover("old\n", "old\n"); }
  SUBCASE("killed after the swap, and something else came out") {
    leftover("old\n", "theirs\n");
    REQUIRE(update(book, writer));
    const std::set<std::string> names = folder.names();
    REQUIRE(names.size() == 2);
    const std::string kept = *std::next(names.begin());
    CHECK(kept.starts_with("book.json.conflict-"));
    CHECK(read_file(folder / kept) == "theirs\n");
    CHECK(said == fmt::format("'{}' was changed by another program at the same time; a text that "
                              "is not in it now was kept beside it, as '{}'",
                              book.native(), kept));
    fs::remove(folder / kept);
    said.clear();
  }
  update(book, writer);
  CHECK(folder.names() == std::set<std::string>{"book.json"});
  CHECK(said.empty());
}

TEST_CASE("files that only look like ours stay") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text");
  const std::set<std::string> others{".book.json.tmp", ".book.json.0123.tmp",
                                     ".book.json.0123456789abcdef0123456789abcdef0.tmp",
                                     ".other.json.0123456789abcdef0123456789abcdef.tmp"};
  for (const std::string& name : others) write_file(folder / name, "theirs");
  REQUIRE(update(folder / "book.json", adding("more")));
  std::set<std::string> expected = others;
  expected.insert("book.json");
  CHECK(folder.names() == expected);
}

TEST_CASE("one writer waits for another, as long as it was told to") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "text\n");
  Writer writer = adding("more");
  writer.patience = 0ms;
  const int other = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(::flock(other, LOCK_EX) == 0);
  const Error error = error_of([&] { update(folder / "book.json", writer); });
  CHECK(error.status() == Status::unwritable);
  CHECK(error.what() ==
        fmt::format("'{}' is locked by another program", (folder / "book.json").native()));
  ::close(other);
  CHECK(update(folder / "book.json", writer));
}

TEST_CASE("many writers at once lose nothing") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "");
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 5; ++i) {
        update(folder / "book.json", adding(std::to_string(thread * 5 + i)));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string text = read_file(folder / "book.json");
  CHECK(std::ranges::count(text, '\n') == 40);
  for (int i = 0; i < 40; ++i) CHECK(("\n" + text).find(fmt::format("\n{}\n", i)) != text.npos);
}

TEST_CASE("a new book and its folders are private, whatever the umask") {
  const ScratchFolder folder;
  for (const mode_t mask : {0u, 022u, 0777u}) {
    const Umask umask(mask);
    const fs::path parent = folder / fmt::format("under-{:o}", mask);
    create(parent / "stead/book.json", "text");
    CHECK(read_file(parent / "stead/book.json") == "text");
    CHECK(mode_of(parent / "stead/book.json") == 0600);
    CHECK(mode_of(parent / "stead") == 0700);
    CHECK(mode_of(parent) == 0700);
  }
}

TEST_CASE("a new book never replaces anything") {
  const ScratchFolder folder;
  const fs::path book = folder / "book.json";
  write_file(book, "text");
  const Error error = error_of([&] { create(book, "new"); });
  CHECK(error.status() == Status::usage);
  CHECK(error.what() == fmt::format("there is a book at '{}' already", book.native()));
  CHECK(read_file(book) == "text");
  CHECK(folder.names() == std::set<std::string>{"book.json"});
}
