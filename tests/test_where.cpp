#include "cli/world.h"
#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <optional>

namespace {

namespace fs = std::filesystem;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

nlohmann::json where(Harness& stead, const std::string& options = "") {
  const Result result = stead.run("where --json " + options);
  CHECK(result.status == 0);
  return nlohmann::json::parse(result.out);
}

}  // namespace

TEST_CASE("where prints the book, what said so, the journal and the lock") {
  Harness stead(small_practice());
  const std::string folder = stead.folder().string();
  const Result before = stead.run("where --format tsv");
  CHECK(before.status == 2);  // no table
  const auto json = where(stead);
  CHECK(json["schema"] == "stead.where/1");
  CHECK(json["book"] == nlohmann::json{{"path", folder + "/book.json"},
                                       {"from", "STEAD_BOOK"},
                                       {"file", folder + "/book.json"},
                                       {"exists", true}});
  CHECK(json["journal"]["folder"] == folder + "/state/stead");
  CHECK(json["journal"]["exists"] == false);
  CHECK(json["lock"] == folder);
  const std::string journal = json["journal"]["file"];
  CHECK(stead.run("where").out == "book     " + folder +
                                      "/book.json\nsaid by  STEAD_BOOK\njournal  " + journal +
                                      "  not there yet\nlock     " + folder + "\n");
  CHECK(stead.run("log ana called").status == 0);
  CHECK(fs::exists(journal));
  CHECK(stead.run("where").out.find("not there") == std::string::npos);
}

TEST_CASE("where names the edited texts that were kept, beside the journal and beside the book") {
  Harness stead(small_practice());
  CHECK(where(stead)["edited"] == nlohmann::json::array());
  stead.environment["EDITOR"] = "ed";
  stead.programs = [](const stead::Program& program) -> std::optional<int> {
    std::ofstream(program.words.back()) << "{";
    return 0;
  };
  CHECK(stead.run("edit ana").status == 2);
  const auto first = where(stead)["edited"];
  CHECK(first.size() == 1);
  const std::string kept = first[0];
  CHECK(kept.starts_with((stead.folder() / "state/stead/edit-").string()));
  CHECK(fs::exists(fs::path(kept) / "record.json"));
  fs::create_directory(stead.folder() / "edit-0");
  std::ofstream(stead.folder() / "edit-file");
  CHECK(stead.run("where").out.ends_with("\nedited   " + kept + "\n         " +
                                         (stead.folder() / "edit-0").string() + "\n"));
}

TEST_CASE("where names an edited text once where the book is beside the journal") {
  Harness stead;
  const fs::path state = stead.folder() / "state/stead";
  fs::create_directories(state / "edit-0");
  stead.environment["STEAD_BOOK"] = state / "book.json";
  CHECK(where(stead)["edited"] == nlohmann::json::array({(state / "edit-0").string()}));
}

TEST_CASE("where follows the book's choice: an option, the environment, XDG, the home") {
  Harness stead;
  const std::string folder = stead.folder().string();
  CHECK(where(stead, "--book other.json")["book"]["from"] == "--book");
  CHECK(where(stead)["book"]["exists"] == false);
  stead.environment.erase("STEAD_BOOK");
  stead.environment["XDG_DATA_HOME"] = folder + "/data";
  CHECK(where(stead)["book"]["path"] == folder + "/data/stead/book.json");
  CHECK(where(stead)["book"]["from"] == "XDG_DATA_HOME");
  CHECK(where(stead)["lock"] == nullptr);
  stead.environment.erase("XDG_DATA_HOME");
  CHECK(where(stead)["book"]["path"] == folder + "/.local/share/stead/book.json");
  CHECK(where(stead)["book"]["from"] == "HOME");
}

TEST_CASE("a relative XDG path is ignored") {
  Harness stead;
  const std::string folder = stead.folder().string();
  stead.environment.erase("STEAD_BOOK");
  stead.environment["XDG_DATA_HOME"] = "data";
  stead.environment["XDG_STATE_HOME"] = "./state";
  CHECK(where(stead)["book"]["path"] == folder + "/.local/share/stead/book.json");
  CHECK(where(stead)["book"]["from"] == "HOME");
  CHECK(where(stead)["journal"]["folder"] == folder + "/.local/state/stead");
}

TEST_CASE("where shows what is behind a link, and that there is no home for a journal") {
  Harness stead(small_practice());
  const fs::path link = stead.folder() / "link.json";
  fs::create_symlink("book.json", link);
  const auto json = where(stead, "--book " + link.string());
  CHECK(json["book"]["path"] == link.string());
  CHECK(json["book"]["file"] == stead.book_path().string());
  stead.environment.erase("HOME");
  stead.environment.erase("XDG_STATE_HOME");
  CHECK(where(stead)["journal"]["file"] == nullptr);
  CHECK(stead.run("where").out.find("nothing can be undone") != std::string::npos);
  stead.environment.erase("STEAD_BOOK");
  CHECK(stead.run("where").status == 2);  // nothing says where the book is
}

TEST_CASE("a journal of a name that no file can have is not there") {
  Harness stead(small_practice());
  stead.environment["XDG_STATE_HOME"] = "/tmp/" + std::string(300, 'a');
  CHECK(where(stead)["journal"]["exists"] == false);
}

TEST_CASE("where refuses a loop of links") {
  Harness stead;
  fs::create_symlink("b", stead.folder() / "a");
  fs::create_symlink("a", stead.folder() / "b");
  CHECK(stead.run("where --book " + (stead.folder() / "a").string()).status == 3);
}
