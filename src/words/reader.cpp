#include "words/reader.h"

#include "words/leading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stead::words {
namespace {

Token::Kind kind_of(char c) {
  if (c >= '0' && c <= '9') return Token::Kind::number;
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  return letter ? Token::Kind::word : Token::Kind::sign;
}

std::size_t end_of_token(std::string_view text, std::size_t begin) {
  const Token::Kind kind = kind_of(text[begin]);
  if (kind == Token::Kind::sign) return begin + (text.substr(begin).starts_with("..") ? 2 : 1);
  std::size_t end = begin + 1;
  while (end < text.size() && kind_of(text[end]) == kind) ++end;
  return end;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_short_for(std::string_view word, std::string_view name) {
  static constexpr std::array<std::string_view, 4> kCommon{"tues", "thur", "thurs", "sept"};
  if (word == name || word == name.substr(0, 3)) return true;
  return name.starts_with(word) && std::ranges::find(kCommon, word) != kCommon.end();
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
    const std::size_t end = end_of_token(text, at);
    const bool spaced = !tokens.empty() && tokens.back().end != at;
    tokens.push_back({kind_of(text[at]), lower(text.substr(at, end - at)), at, end, spaced});
    at = end;
  }
  return tokens;
}

void Reader::skip() {
  joined_ = next()->kind == Token::Kind::sign && next()->text != ",";
  tokens_ = tokens_.subspan(1);
  first_ = false;
}

bool Reader::word(std::string_view text) { return one_of(std::span(&text, 1)).has_value(); }

bool Reader::sign(std::string_view text) {
  const Token* token = next();
  if (!token || token->text != text || (token->spaced && !first_)) return false;
  skip();
  return true;
}

std::optional<int> Reader::number(std::size_t least, std::size_t most) {
  const Token* token = next();
  if (!token || token->kind != Token::Kind::number) return std::nullopt;
  if (joined_ && token->spaced) return std::nullopt;
  if (token->text.size() < least || token->text.size() > most) return std::nullopt;
  int value = 0;
  for (const char digit : token->text) value = value * 10 + (digit - '0');
  skip();
  return value;
}

std::optional<unsigned> Reader::name(std::span<const std::string_view> names) {
  const Token* token = next();
  if (!token) return std::nullopt;
  for (unsigned i = 0; i < names.size(); ++i) {
    if (!is_short_for(token->text, names[i])) continue;
    skip();
    return i;
  }
  return std::nullopt;
}

std::optional<unsigned> Reader::one_of(std::span<const std::string_view> words) {
  const Token* token = next();
  if (!token) return std::nullopt;
  const auto found = std::ranges::find(words, std::string_view(token->text));
  if (found == words.end()) return std::nullopt;
  skip();
  return static_cast<unsigned>(found - words.begin());
}

std::string_view Reader::run() {
  if (tokens_.empty()) return {};
  const std::size_t begin = tokens_.front().begin;
  std::size_t end = begin;
  do {
    end = tokens_.front().end;
    skip();
  } while (!tokens_.empty() && !tokens_.front().spaced);
  return source_.substr(begin, end - begin);
}

void Reader::refuse(Refusal refusal) {
  if (!refusal_) refusal_ = std::move(refusal);
}

}  // namespace stead::words
