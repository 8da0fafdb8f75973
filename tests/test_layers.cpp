#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// Who may include whom, and who may ask the system for what. A layer is a folder of src/, and
// `main` is what lies in src/ itself; a header stead/THING.h belongs to the layer that is called
// THING or has THING.cpp.

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string, std::less<>>;

const fs::path kSource = STEAD_SOURCE_DIR;

/// What each layer may include besides itself.
const std::map<std::string, Names, std::less<>> kMayInclude{
    {"error", {}},
    {"time", {"error"}},
    {"text", {"error"}},
    {"book", {"error", "time", "text"}},
    {"store", {"error", "time", "text", "book"}},
    {"words", {"error", "time", "text", "book"}},
    {"exchange", {"error", "time", "text", "book"}},
    {"document", {"error", "time", "text"}},
    {"reports", {"error", "time", "text", "book", "document"}},
    {"render", {"text", "document"}},
    {"cli",
     {"error", "time", "text", "book", "store", "words", "exchange", "document", "reports",
      "render"}},
    {"commands",
     {"error", "time", "text", "book", "store", "words", "exchange", "document", "reports",
      "render", "cli"}},
    {"main", {"error", "time", "text", "cli"}},
};

/// Headers that are layers of their own, and those that have no .cpp to go by.
const std::map<std::string, std::string, std::less<>> kHomes{
    {"error", "error"},   {"time", "time"},        {"text", "text"},      {"ascii", "text"},
    {"model", "book"},    {"field_spec", "book"},  {"contact", "book"},   {"views", "book"},
    {"promise", "book"},  {"interaction", "book"}, {"via", "book"},       {"sort_by", "text"},
    {"talks", "book"},    {"time_reader", "time"}, {"graph", "document"}, {"cover_cost", "reports"},
    {"lead", "document"},
};

/// Who may use what is not ours; every other header of the system is free.
struct Restricted {
  std::string_view header;  ///< What the name between < and > begins with.
  Names layers;
};
const std::vector<Restricted> kRestricted{
    {"CLI/", {"cli"}},
    {"utf8proc.h", {"text", "book"}},
    {"xxhash.h", {"book", "store"}},
    {"iostream", {"main"}},
    {"fstream", {"cli", "store"}},
    {"ctime", {"main", "cli"}},
    {"cstdlib", {"main", "cli", "store"}},
    {"unistd.h", {"main", "cli", "store"}},
    {"fcntl.h", {"main", "cli", "store"}},
    {"sys/", {"main", "cli", "store"}},
};

/// What asks the process or the machine: main does, once, and World holds the answers.
constexpr std::array<std::string_view, 7> kQuestions{
    "getenv", "environ", "isatty", "system_clock::now", "std::cout", "std::cerr", "std::cin"};

/// What asks for files or changes them, and throws the library's own words where no error_code is
/// handed in.
constexpr std::array<std::string_view, 25> kFileCalls{"absolute",
                                                      "canonical",
                                                      "copy",
                                                      "copy_file",
                                                      "create_directories",
                                                      "create_directory",
                                                      "current_path",
                                                      "directory_iterator",
                                                      "equivalent",
                                                      "exists",
                                                      "file_size",
                                                      "is_directory",
                                                      "is_empty",
                                                      "is_regular_file",
                                                      "is_symlink",
                                                      "last_write_time",
                                                      "permissions",
                                                      "read_symlink",
                                                      "recursive_directory_iterator",
                                                      "relative",
                                                      "remove",
                                                      "remove_all",
                                                      "rename",
                                                      "symlink_status",
                                                      "weakly_canonical"};
/// What an error_code is called in this project.
const Names kErrorCodes{"error", "failed", "ignored", "unknown"};

struct File {
  std::string path;  ///< From the top of the source, with slashes.
  std::string text;
};

std::string stem_of(std::string_view path) { return fs::path(path).stem().string(); }

/// The layer that a header of include/stead belongs to, by its name without `.h`.
std::optional<std::string> home_of(const std::string& name, const std::vector<File>& files) {
  if (const auto home = kHomes.find(name); home != kHomes.end()) return home->second;
  if (kMayInclude.contains(name)) return name;
  for (const auto& [layer, allowed] : kMayInclude) {
    const std::string path = "src/" + layer + "/" + name + ".cpp";
    if (std::ranges::find(files, path, &File::path) != files.end()) return layer;
  }
  return std::nullopt;
}

/// The layer of a file of ours.
std::optional<std::string> layer_of(const std::string& path, const std::vector<File>& files) {
  if (path.starts_with("include/stead/")) return home_of(stem_of(path), files);
  if (path == "src/commands/commands.def") return "cli";  // the table is the machinery's
  const std::size_t slash = path.find('/', 4);
  if (slash == std::string::npos) return "main";
  const std::string folder = path.substr(4, slash - 4);
  return kMayInclude.contains(folder) ? std::optional(folder) : std::nullopt;
}

/// Why `layer` may not include <name>, or nothing.
std::string fault_of_system(const std::string& layer, const File& file, const std::string& name) {
  if (name.starts_with("stead/")) return "is ours: write it in quotes";
  const bool is_for_json = file.path == "src/reports/json_parts.h";  // which only sources include
  if (name.starts_with("nlohmann/") && !file.path.ends_with(".cpp") && !is_for_json) {
    return "is heavy: keep it out of headers";
  }
  for (const auto& [header, layers] : kRestricted) {
    if (name.starts_with(header) && !layers.contains(layer)) return "is not for " + layer;
  }
  return {};
}

/// Why `layer` may not include "name", or nothing.
std::string fault_of_own(const std::string& layer, const File& file, const std::string& name,
                         const std::vector<File>& files) {
  std::string path = "src/" + name;
  if (name.starts_with("stead/")) path = "include/" + name;
  if (name.find('/') == std::string::npos) path = fs::path(file.path).parent_path() / name;
  if (name == "reports/json_parts.h" && !file.path.ends_with(".cpp")) {
    return "is heavy: keep it out of headers";
  }
  const auto other = layer_of(path, files);
  if (!other) return "belongs to no layer: give it a src/LAYER/" + stem_of(name) + ".cpp";
  if (*other == layer || kMayInclude.at(layer).contains(*other)) return {};
  return layer + " may not include " + *other;
}

bool is_word(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The question that a line of code asks, if any; what stands behind `//` is no code.
std::string_view question_in(std::string_view line) {
  const std::string_view code = line.substr(0, line.find("//"));
  for (const std::string_view question : kQuestions) {
    const std::size_t at = code.find(question);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + question.size();
    if ((at == 0 || !is_word(code[at - 1])) && (end == code.size() || !is_word(code[end]))) {
      return question;
    }
  }
  return {};
}

/// What is wrong with one line of a file of `layer`, or nothing.
std::string fault_of_line(const std::string& layer, const File& file, const std::string& line,
                          const std::vector<File>& files) {
  if (!line.starts_with("#include ")) {
    const std::string_view question = layer == "main" ? "" : question_in(line);
    return question.empty() ? "" : std::string(question) + ": only main asks the process";
  }
  const std::size_t open = line.find_first_of("<\"");
  const std::size_t close = line.find_first_of(">\"", open + 1);
  const std::string name = line.substr(open + 1, close - open - 1);
  const std::string why = line[open] == '<' ? fault_of_system(layer, file, name)
                                            : fault_of_own(layer, file, name, files);
  return why.empty() ? "" : name + ": " + why;
}

/// What stands in the parentheses that open at `open`.
std::string_view inside(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return text.substr(open + 1, at - open - 1);
  }
  return text.substr(open);
}

/// The last of the arguments, if it is a plain name.
std::string_view last_name(std::string_view arguments) {
  std::size_t begin = arguments.size();
  while (begin > 0 && is_word(arguments[begin - 1])) --begin;
  return arguments.substr(begin);
}

/// May the call whose name begins at `at` throw? One that takes a status that is known does not.
bool may_throw(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  const std::string_view name = text.substr(at, end - at);
  if (std::ranges::find(kFileCalls, name) == kFileCalls.end()) return false;
  const std::size_t open = text.find('(', end);  // behind the name of a variable, or at once
  if (open == std::string_view::npos) return false;
  const std::string_view arguments = inside(text, open);
  if (arguments.empty() && name.ends_with("_iterator")) return false;  // the end of every folder
  if (arguments.find("symlink_status(") != std::string_view::npos) return false;
  return !kErrorCodes.contains(last_name(arguments)) ||
         text.substr(0, at).ends_with(": fs::") ||  // `for (… : …)`: to go on may throw
         text.substr(0, at).ends_with(": std::filesystem::");
}

/// The calls of std::filesystem that throw its own words, a line each: "file:line".
std::string throwing_calls(const std::vector<File>& files) {
  std::ostringstream found;
  for (const File& file : files) {
    for (const std::string_view space : {"fs::", "filesystem::"}) {
      for (std::size_t at = file.text.find(space); at != std::string::npos;
           at = file.text.find(space, at + 1)) {
        if (space == "fs::" && at > 0 && is_word(file.text[at - 1])) continue;
        if (!may_throw(file.text, at + space.size())) continue;
        const auto line = std::ranges::count(file.text.substr(0, at), '\n') + 1;
        found << file.path << ':' << line << '\n';
      }
    }
  }
  return found.str();
}

/// Every breach of the rules, a line each: "file:line: what: why".
std::string breaches(const std::vector<File>& files) {
  std::ostringstream found;
  for (const File& file : files) {
    const auto layer = layer_of(file.path, files);
    if (!layer) {  // of a header, whoever includes it is told
      if (file.path.starts_with("src/")) found << file.path << ": belongs to no layer\n";
      continue;
    }
    std::istringstream lines(file.text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
      const std::string fault = fault_of_line(*layer, file, line, files);
      if (!fault.empty()) found << file.path << ':' << number << ": " << fault << '\n';
    }
  }
  return found.str();
}

std::vector<File> own_files() {
  std::vector<File> files;
  for (const char* folder : {"include", "src"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kSource / folder)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      files.push_back({fs::relative(entry.path(), kSource).generic_string(), text.str()});
    }
  }
  std::ranges::sort(files, {}, &File::path);
  return files;
}

}  // namespace

TEST_CASE("every file includes only what its layer may include") {
  CHECK(breaches(own_files()) == "");
}

TEST_CASE("no call throws what the library has to say about files") {
  CHECK(throwing_calls(own_files()) == "");
}

TEST_CASE("a call that throws is named with file and line") {
  const std::vector<File> files{
      {"src/cli/one.cpp",
       "fs::absolute(a(b), error);\nfs::absolute(a(b));\nstd::filesystem::exists(\n  path);\n"
       "fs::directory_iterator entry(folder, failed);\nentry != fs::directory_iterator();\n"
       "for (auto& e : fs::directory_iterator(folder, failed)) {\n"},
      {"src/cli/two.cpp",
       "fs::is_regular_file(fs::symlink_status(path, unknown));\nfs::path file;\nfs::remove(x);\n"},
  };
  CHECK(throwing_calls(files) ==
        "src/cli/one.cpp:2\nsrc/cli/one.cpp:7\nsrc/cli/one.cpp:3\nsrc/cli/two.cpp:3\n");
}

TEST_CASE("every header that has a home in the table of layers exists") {
  for (const auto& home : kHomes) {
    CAPTURE(home.first);
    CHECK(fs::exists(kSource / "include/stead" / (home.first + ".h")));
  }
}

TEST_CASE("a layer that reaches up is named with file and line") {
  const std::vector<File> files{
      {"include/stead/store.h", "#include \"stead/text.h\"\n"},
      {"include/stead/weekly.h", "#pragma once\n#include \"stead/store.h\"\n"},
      {"src/reports/weekly.cpp", "#include \"stead/weekly.h\"\n#include <vector>\n"},
      {"src/store/store.cpp", "#include \"stead/store.h\"\n#include \"cli/world.h\"\n"},
  };
  CHECK(breaches(files) ==
        "include/stead/weekly.h:2: stead/store.h: reports may not include store\n"
        "src/store/store.cpp:2: cli/world.h: store may not include cli\n");
}

TEST_CASE("what belongs to no layer is for nobody") {
  const std::vector<File> files{
      {"include/stead/lost.h", ""},
      {"src/book/book.cpp", "#include \"stead/lost.h\"\n"},
      {"src/utils/strings.cpp", ""},
  };
  CHECK(breaches(files) ==
        "src/book/book.cpp:1: stead/lost.h: belongs to no layer: give it a src/LAYER/lost.cpp\n"
        "src/utils/strings.cpp: belongs to no layer\n");
}

TEST_CASE("what is heavy or asks the process stays where it belongs") {
  const std::vector<File> files{
      {"src/commands/record/log.cpp", "#include \"cli/command.h\"\n"},
      {"src/main.cpp", "#include <iostream>\nconst char* home = std::getenv(\"HOME\");\n"},
      {"src/render/text.h", "#include <nlohmann/json.hpp>\n"},
      {"src/reports/json_parts.h", "#include <nlohmann/json.hpp>\n"},
      {"src/reports/due.h", "#include \"reports/json_parts.h\"\n"},
      {"src/reports/due.cpp",
       "#include <ctime>\n// not std::cout\nauto now = std::chrono::system_clock::now();\n"},
      {"src/words/date.cpp", "#include <CLI/CLI.hpp>\n"},
  };
  CHECK(breaches(files) ==
        "src/render/text.h:1: nlohmann/json.hpp: is heavy: keep it out of headers\n"
        "src/reports/due.h:1: reports/json_parts.h: is heavy: keep it out of headers\n"
        "src/reports/due.cpp:1: ctime: is not for reports\n"
        "src/reports/due.cpp:3: system_clock::now: only main asks the process\n"
        "src/words/date.cpp:1: CLI/CLI.hpp: is not for words\n");
}
