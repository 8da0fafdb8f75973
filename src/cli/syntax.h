#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace stead {

/// What a command takes. Its file declares it here; parser, help, completion and tests read it from
/// CLI11, which is behind this so that no command has to be compiled with it.
///
/// What is declared must outlive the parse. `type` is what help calls a value (`WHO`); it decides
/// what completion offers (cli/values.h). Where a vector is to be filled, an argument takes all
/// words that are left, and an option may be repeated.
class Syntax {
 public:
  explicit Syntax(CLI::App& app) : app_(app) {}

  /// What help begins with: a call, and what it prints.
  void example(const std::string& transcript);

  /// A value that is known by its place, and that may be left out.
  void argument(const std::string& name, const std::string& type, std::string& value,
                const std::string& help);
  void argument(const std::string& name, const std::string& type, std::vector<std::string>& values,
                const std::string& help);
  /// The same, but it has to be there.
  void required(const std::string& name, const std::string& type, std::string& value,
                const std::string& help);
  void required(const std::string& name, const std::string& type, std::vector<std::string>& values,
                const std::string& help);

  /// A value behind `--name`; several names are separated by commas.
  void option(const std::string& names, const std::string& type, std::string& value,
              const std::string& help);
  void option(const std::string& names, const std::string& type, std::vector<std::string>& values,
              const std::string& help);

  /// An option without a value.
  void flag(const std::string& names, bool& given, const std::string& help);
  void flag(const std::string& names, std::function<void()> when_given, const std::string& help);

  /// Is there an option with this name, dashes included?
  bool has(const std::string& name) const;
  /// In help these options share a paragraph, of which `title` says what they are.
  void group(const std::string& title, const std::vector<std::string>& names);

  /// A word of the command, such as `covers` of `who`; one of them has to be given.
  Syntax word(const std::string& name, const std::string& help);
  /// Was this word given? For after the parse.
  bool is_given() const;

 private:
  CLI::App& app_;
};

}  // namespace stead
