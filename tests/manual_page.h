#pragma once

#include <map>
#include <string>
#include <vector>

namespace stead::test {

/// A page of the manual as its author wrote it, in the macros of mdoc(7).
struct ManualPage {
  std::string name;                                       ///< `stead-log`
  std::string section;                                    ///< `1`
  std::map<std::string, std::vector<std::string>> parts;  ///< Lines below each `.Sh`.

  const std::vector<std::string>& part(const std::string& heading) const;
  /// What stands behind `macro` in the lines of a part that begin with it: `.It `, `.Xr `.
  std::vector<std::string> behind(const std::string& macro, const std::string& heading) const;
  /// All lines.
  std::vector<std::string> lines() const;
};

/// Every page in man/, in the order of their names.
std::vector<ManualPage> manual_pages();

/// The page `stead-log` of section 1; fails the test where there is none.
ManualPage manual_page(const std::string& name, const std::string& section);

/// A line of macros as it reads on the page: `Op Ar TEXT ...` is `[TEXT…]`, `Fl q , Fl -quiet` is
/// `-q, --quiet`.
std::string plain_macros(const std::string& macros);

/// A line of text as it reads on the page, escapes resolved.
std::string plain_text(std::string line);

/// The lines of the `.Bd -literal` displays of a part, one list a display.
std::vector<std::vector<std::string>> displays_of(const std::vector<std::string>& part);

}  // namespace stead::test
