#include "stead/draft.h"

#include "scratch_folder.h"
#include "stead/error.h"
#include "stead/store.h"

#include <doctest/doctest.h>

#include <array>
#include <new>
#include <optional>

namespace {

using stead::Draft;
namespace fs = std::filesystem;

std::string refusal(const Draft& draft) {
  try {
    draft.text();
  } catch (const stead::Error& error) {
    CHECK(error.status() == stead::Status::usage);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a draft is private under any umask, and goes with all that lies beside it") {
  const ScratchFolder scratch;
  const fs::path home = scratch / "state" / "stead";
  for (const mode_t mask : {0U, 022U, 0777U}) {
    const Umask other(mask);
    std::optional<Draft> draft(std::in_place, home, "record.json", "one\n");
    CHECK(draft->file().filename() == "record.json");
    CHECK(draft->file().parent_path().parent_path() == home);
    CHECK(mode_of(draft->file()) == 0600);
    CHECK(mode_of(draft->file().parent_path()) == 0700);
    CHECK(mode_of(home) == 0700);
    CHECK(draft->text() == "one\n");
    write_file(draft->file().parent_path() / "record.json~", "an editor's copy");
    draft->discard();
    CHECK(fs::is_empty(home));
  }
}

TEST_CASE("a draft holds what an editor left, in the same file or another one") {
  const ScratchFolder scratch;
  const Draft draft(scratch.path(), "record.json", "one\n");
  write_file(draft.file(), "two\n");
  CHECK(draft.text() == "two\n");
  write_file(scratch / "new", "three\n");
  fs::rename(scratch / "new", draft.file());
  CHECK(draft.text() == "three\n");
}

TEST_CASE("a draft that nobody discards stays, whatever ends its use") {
  const ScratchFolder scratch;
  fs::path file;
  try {
    const Draft draft(scratch.path(), "record.json", "one\n");
    file = draft.file();
    throw std::bad_alloc();
  } catch (const std::bad_alloc&) {
    CHECK(read_file(file) == "one\n");
  }
}

TEST_CASE("a draft says where there is anything but texts that are known") {
  const ScratchFolder scratch;
  const Draft draft(scratch.path(), "record.json", "one\n");
  const std::array<std::string, 2> known{"one\n", "two\n"};
  const fs::path beside = draft.folder() / "record.json~";
  CHECK(draft.other_than(known) == std::nullopt);
  for (const char* text : {"two\n", " \n", ""}) {
    write_file(beside, text);
    CHECK(draft.other_than(known) == std::nullopt);
  }
  write_file(beside, "three\n");
  CHECK(draft.other_than(known) == draft.folder());
  write_file(draft.file(), "four\n");
  CHECK(draft.other_than(known) == draft.file());
  write_file(draft.file(), "two\n");
  fs::remove(beside);
  fs::create_symlink(draft.file(), beside);
  CHECK(draft.other_than(known) == draft.folder());
  fs::remove(beside);
  fs::create_directory(beside);
  CHECK(draft.other_than(known) == draft.folder());
  fs::remove(beside);
  fs::resize_file(draft.file(), stead::kLargestBook + 1);
  CHECK(draft.other_than(known) == draft.file());
  fs::remove(draft.file());
  CHECK(draft.other_than(known) == std::nullopt);
  fs::remove(draft.folder());
  CHECK(draft.other_than(known) == std::nullopt);
}

TEST_CASE("a draft reads nothing but a regular file of its own") {
  const ScratchFolder scratch;
  write_file(scratch / "secret", "secret");
  const Draft draft(scratch.path(), "record.json", "one\n");
  const std::string path = draft.file().string();
  fs::remove(draft.file());
  CHECK(refusal(draft) == "the edited text is gone: '" + path + "'");
  const std::string other =
      "the edited text cannot be read: '" + path + "' is no regular file any more";
  fs::create_symlink(scratch / "secret", draft.file());
  CHECK(refusal(draft) == other);
  fs::remove(draft.file());
  fs::create_directory(draft.file());
  CHECK(refusal(draft) == other);
  fs::remove(draft.file());
  REQUIRE(::mkfifo(draft.file().c_str(), 0600) == 0);
  CHECK(refusal(draft) == other);
}

TEST_CASE("a draft that cannot be written leaves nothing") {
  const ScratchFolder scratch;
  write_file(scratch / "file", "in the way");
  CHECK_THROWS_AS(Draft(scratch / "file", "record.json", "one\n"), stead::Error);
  CHECK(scratch.names() == std::set<std::string>{"file"});
}
