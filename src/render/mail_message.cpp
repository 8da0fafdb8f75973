#include "stead/mail_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "stead/text.h"

namespace stead {
namespace {

constexpr std::size_t kLine = 76;
constexpr std::size_t kShort = 60;
/// What a name cannot have as it is (RFC 5322, specials).
constexpr std::string_view kSpecials = "\"(),.:;<>@[\\]=?";
/// No text in quoted-printable can hold it: there, a `=` has two digits behind it.
constexpr std::string_view kBoundary = "=_stead_alternative";

bool is_printable(char c) { return ' ' < c && c < '\x7f'; }

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view three = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8U | (k < three.size() ? static_cast<unsigned char>(three[k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += k <= three.size() ? kDigits[bits >> (18 - 6 * k) & 63U] : '=';
    }
  }
  return text;
}

/// Words as encoded words of 75 characters at most, none of which ends within a character.
std::string encoded_words(std::string_view words) {
  constexpr std::size_t kBytes = 42;  // 56 digits of base64, and 12 signs around them
  std::string text;
  while (!words.empty()) {
    std::string_view rest = words;
    while (!rest.empty() && words.size() - rest.size() + 4 <= kBytes) take_code_point(rest);
    text += text.empty() ? "" : "\n ";
    text += fmt::format("=?UTF-8?B?{}?=", base64(words.substr(0, words.size() - rest.size())));
    words = rest;
  }
  return text;
}

/// Words of a header as they are, where they are short and have none of these signs; else encoded.
std::string header_words(std::string_view words, std::string_view signs) {
  const bool is_plain =
      words.size() <= kShort && std::ranges::all_of(words, [&](char c) {
        return c == ' ' || (is_printable(c) && signs.find(c) == std::string_view::npos);
      });
  return is_plain ? std::string(words) : encoded_words(words);
}

/// One line of a part, in quoted-printable. A dot or `From ` at the beginning is for those programs
/// that would take it for an end.
void add_quoted(std::string& out, std::string_view line) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool is_last = i + 1 == line.size();
    const bool is_blank = (c == ' ' || c == '\t') && !is_last;
    const bool is_end = i == 0 && (c == '.' || line.starts_with("From "));
    const bool stays = (is_printable(c) && c != '=' && !is_end) || is_blank;
    const std::string quoted =
        stays ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
    if (width + quoted.size() > kLine - (is_last ? 0 : 1)) {
      out += "=\n";
      width = 0;
    }
    out += quoted;
    width += quoted.size();
  }
  out += '\n';
}

std::string part(std::string_view type, std::string_view text) {
  std::string out = fmt::format(
      "--{}\nContent-Type: {}; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n",
      kBoundary, type);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add_quoted(out, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  if (text.find('@', at + 1) != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) {
    return is_printable(c) && std::string_view("\"(),:;<>[\\]").find(c) == std::string_view::npos;
  });
}

std::string mail_message(const MailMessage& message) {
  const std::string name = header_words(shown(message.name), kSpecials);
  const std::string who =
      name.empty() ? message.address
                   : fmt::format("{}{}<{}>", name,
                                 name.size() + message.address.size() > kShort ? "\n " : " ",
                                 message.address);
  return fmt::format(
             "From: {0}\nTo: {0}\nSubject: {1}\nDate: {2}\nAuto-Submitted: auto-generated\n"
             "MIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary=\"{3}\"\n\n",
             who, header_words(shown(message.subject), "=?"), message.date, kBoundary) +
         part("text/plain", message.text) + part("text/html", message.html) +
         fmt::format("--{}--\n", kBoundary);
}

}  // namespace stead
