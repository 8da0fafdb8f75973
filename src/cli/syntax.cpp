#include "cli/syntax.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <utility>

namespace stead {
namespace {

template <typename Value>
CLI::Option* add(CLI::App& app, const std::string& names, const std::string& type, Value& value,
                 const std::string& help) {
  return app.add_option(names, value, help)->type_name(type);
}

}  // namespace

void Syntax::example(const std::string& transcript) { app_.footer(transcript); }

void Syntax::argument(const std::string& name, const std::string& type, std::string& value,
                      const std::string& help) {
  add(app_, name, type, value, help);
}

void Syntax::argument(const std::string& name, const std::string& type,
                      std::vector<std::string>& values, const std::string& help) {
  add(app_, name, type, values, help);
}

void Syntax::required(const std::string& name, const std::string& type, std::string& value,
                      const std::string& help) {
  add(app_, name, type, value, help)->required();
}

void Syntax::required(const std::string& name, const std::string& type,
                      std::vector<std::string>& values, const std::string& help) {
  add(app_, name, type, values, help)->required();
}

void Syntax::option(const std::string& names, const std::string& type, std::string& value,
                    const std::string& help) {
  add(app_, names, type, value, help);
}

void Syntax::option(const std::string& names, const std::string& type,
                    std::vector<std::string>& values, const std::string& help) {
  add(app_, names, type, values, help)->allow_extra_args(false)->take_all();
}

void Syntax::flag(const std::string& names, bool& given, const std::string& help) {
  app_.add_flag(names, given, help);
}

void Syntax::flag(const std::string& names, std::function<void()> when_given,
                  const std::string& help) {
  app_.add_flag_function(
      names, [when_given = std::move(when_given)](std::int64_t) { when_given(); }, help);
}

bool Syntax::has(const std::string& name) const {
  return app_.get_option_no_throw(name) != nullptr;
}

void Syntax::group(const std::string& title, const std::vector<std::string>& names) {
  for (const std::string& name : names) app_.get_option(name)->group(title);
}

Syntax Syntax::word(const std::string& name, const std::string& help) {
  app_.require_subcommand(1);
  CLI::App* word = app_.add_subcommand(name, help);
  word->fallthrough();
  return Syntax(*word);
}

bool Syntax::is_given() const { return app_.parsed(); }

}  // namespace stead
