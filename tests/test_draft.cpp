#include "stead/draft.h"

#include "scratch_folder.h"
#include "stead/error.h"

#include <doctest/doctest.h>

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

TEST_CASE("a draft is private under any umask, and gone with all that lies beside it") {
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
    draft.reset();
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

TEST_CASE("a draft that was kept stays") {
  const ScratchFolder scratch;
  fs::path file;
  {
    Draft draft(scratch.path(), "record.json", "one\n");
    file = draft.file();
    draft.keep();
  }
  CHECK(read_file(file) == "one\n");
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
