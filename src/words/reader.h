#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stead/dates.h"

namespace stead::words {

/// A run of digits, a run of letters (every byte that is not ASCII is one), `..`, or one other
/// sign.
struct Token {
  enum class Kind { number, word, sign };
  Kind kind;
  std::string text;   ///< In lower case.
  std::size_t begin;  ///< Where it stands in the source.
  std::size_t end;
  bool spaced;  ///< Is there a blank in front of it?
};
std::vector<Token> tokens_of(std::string_view text);

/// Where the days are that a text speaks of.
struct Context {
  const Now* now;
  Direction reading;  ///< What `3d` means: ahead, or back.
  Direction seeking;  ///< Which way the nearest `fri` is sought from `origin`, which counts.
  Day origin;
};

/// Why a text that looks like a date is none: what follows its name in the message, and the hint.
struct Refusal {
  std::string reason;
  std::string hint;
};

/// What is left of some tokens while productions read them from the front. A copy is a place to
/// come back to: a production that returns nothing may have moved its reader, so try it on a copy.
class Reader {
 public:
  Reader(std::string_view source, std::span<const Token> tokens, const Context& context)
      : source_(source), tokens_(tokens), context_(context) {}

  const Context& context() const { return context_; }
  std::string_view source() const { return source_; }
  bool at_end() const { return tokens_.empty(); }

  /// The same text, with other days to find in it.
  Reader with(const Context& context) const { return Reader(source_, tokens_, context); }

  /// Takes this very word, with or without a blank in front of it.
  bool word(std::string_view text);

  /// Takes this sign, without a blank in front of it unless it comes first.
  bool sign(std::string_view text);

  /// Takes a number of so many digits, without a blank in front of it if it follows a sign other
  /// than a comma.
  std::optional<int> number(std::size_t least, std::size_t most);

  /// Takes a word that `names` has, in full or by three letters (and tues, thur, thurs, sept);
  /// which.
  std::optional<unsigned> name(std::span<const std::string_view> names);

  /// Takes one of these words; which.
  std::optional<unsigned> one_of(std::span<const std::string_view> words);

  /// Takes every token up to the next blank, and returns them as they were written.
  std::string_view run();

  /// Notes that what was read is no date after all. The first reason stays; it counts only if the
  /// whole text is read.
  void refuse(Refusal refusal);
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  const Token* next() const { return tokens_.empty() ? nullptr : &tokens_.front(); }
  void skip();

  std::string_view source_;
  std::span<const Token> tokens_;
  Context context_;
  bool first_ = true;
  bool joined_ = false;  ///< Does what comes next belong to the sign before it?
  std::optional<Refusal> refusal_;
};

/// A rule of the grammar: reads from the front, or returns nothing.
template <typename T>
using Production = std::optional<T> (*)(Reader&);

/// What the first production says that reads something.
template <typename T>
std::optional<T> first_of(std::span<const Production<T>> productions, Reader& in) {
  for (const Production<T> production : productions) {
    Reader probe = in;
    if (auto value = production(probe)) {
      in = probe;
      return value;
    }
  }
  return std::nullopt;
}

/// A value, why there is none, or neither.
template <typename T>
struct Outcome {
  std::optional<T> value;
  std::optional<Refusal> refusal;
};

/// What the first production says that reads everything.
template <typename T>
Outcome<T> whole(std::span<const Production<T>> productions, const Reader& in) {
  for (const Production<T> production : productions) {
    Reader probe = in;
    const auto value = production(probe);
    if (!value || !probe.at_end()) continue;
    if (probe.refusal()) return {std::nullopt, probe.refusal()};
    return {value, std::nullopt};
  }
  return {};
}

}  // namespace stead::words
