#include "manual_page.h"

#include "examples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <utility>

namespace stead::test {
namespace {

ManualPage read_page(const std::filesystem::path& path) {
  ManualPage page{path.stem().string(), path.extension().string().substr(1), {}};
  std::vector<std::string>* part = &page.parts[""];
  for (const std::string& line : lines_of(contents_of(path))) {
    if (line.starts_with(".Sh ")) {
      part = &page.parts[line.substr(4)];
    } else {
      part->push_back(line);
    }
  }
  return page;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
}

}  // namespace

const std::vector<std::string>& ManualPage::part(const std::string& heading) const {
  const auto found = parts.find(heading);
  REQUIRE_MESSAGE(found != parts.end(), name << "(" << section << ") has no " << heading);
  return found->second;
}

std::vector<std::string> ManualPage::behind(const std::string& macro,
                                            const std::string& heading) const {
  std::vector<std::string> found;
  for (const std::string& line : part(heading)) {
    if (line.starts_with(macro)) found.push_back(line.substr(macro.size()));
  }
  return found;
}

std::vector<std::string> ManualPage::lines() const {
  std::vector<std::string> all;
  for (const auto& [heading, lines] : parts) all.insert(all.end(), lines.begin(), lines.end());
  return all;
}

std::vector<ManualPage> manual_pages() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(STEAD_SOURCE_DIR) / "man")) {
    paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<ManualPage> pages;
  std::ranges::transform(paths, std::back_inserter(pages), read_page);
  return pages;
}

ManualPage manual_page(const std::string& name, const std::string& section) {
  const std::filesystem::path folder = std::filesystem::path(STEAD_SOURCE_DIR) / "man";
  return read_page(folder / (name + "." + section));
}

std::string plain_macros(const std::string& macros) {
  std::istringstream words(macros);
  std::string text;
  bool is_flag = false;
  bool joins = true;  // what comes next stands without a blank
  bool is_optional = false;
  for (std::string word; words >> word;) {
    if (word == "Op") {
      if (!joins) text += ' ';
      text += '[';
      joins = is_optional = true;
    } else if (word == "Fl") {
      is_flag = true;
    } else if (word == "Nm" || word == "Ar" || word == "Cm" || word == "Ic") {
      is_flag = false;
    } else if (word == "..." || word == "," || word == "|") {
      text += word == "..." ? "…" : word;
      joins = word == "|";
    } else {
      if (!joins) text += ' ';
      text += (is_flag ? "-" : "") + plain_text(word);
      joins = is_flag = false;
    }
  }
  return is_optional ? text + ']' : text;
}

std::string plain_text(std::string line) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEscapes{{{"\\(dq", "\""},
                                                                                   {"\\(aq", "'"},
                                                                                   {"\\(lq", "“"},
                                                                                   {"\\(rq", "”"},
                                                                                   {"\\&", ""},
                                                                                   {"\\e", "\\"}}};
  for (const auto& [escape, sign] : kEscapes) replace_all(line, escape, sign);
  return line;
}

std::vector<std::vector<std::string>> displays_of(const std::vector<std::string>& part) {
  std::vector<std::vector<std::string>> displays;
  bool inside = false;
  for (const std::string& line : part) {
    if (line.starts_with(".Bd -literal")) {
      displays.emplace_back();
      inside = true;
    } else if (line == ".Ed") {
      inside = false;
    } else if (inside) {
      displays.back().push_back(plain_text(line));
    }
  }
  return displays;
}

}  // namespace stead::test
