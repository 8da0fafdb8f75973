#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Length of the UTF-8 sequence that `text` starts with, 1 to 4; 0 when it is not a valid one
/// (also for overlong forms, surrogates and code points over U+10FFFF) or `text` is empty.
std::size_t utf8_length(std::string_view text);

/// Where the first byte that is not UTF-8 stands, or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Removes the first code point from valid UTF-8 `text` and returns it.
char32_t take_code_point(std::string_view& text);

/// Appends `code` as UTF-8.
void append_utf8(std::string& text, char32_t code);

/// How names are compared: case folded, accents gone, compatibility forms made plain, and the
/// letters that Unicode does not decompose written out (Ł→l, Ø→o, ß→ss, ı→i …). `jose` and
/// `José`, `STRASSE` and `Straße` have the same fold. Invalid UTF-8 is left as it is.
std::string fold(std::string_view text);

/// The words of a text as they are matched: folded runs of letters, marks and digits.
std::vector<std::string> folded_words(std::string_view text);

/// A handle made from a name: NFC, lower-case letters, marks and digits of any script, every other
/// run one `-`, none at the ends; `contact` when nothing is left.
std::string handle_from(std::string_view name);

/// How many terminal columns `text` takes (East Asian Width, combining marks, emoji sequences,
/// flags), the same under every locale.
std::size_t columns(std::string_view text);

/// Text of others made fit for a terminal or a pipe: what would move the cursor, change colours,
/// turn the direction of writing or is no UTF-8 is shown (`\u{1b}`, `\x{ff}`), never sent. Newline
/// and tab are escaped too, unless `keep_newlines`.
std::string shown(std::string_view text, bool keep_newlines = false);

/// Would `shown` change this code point? Controls, bidi controls, line separators, BOM, tags.
bool is_unsafe(char32_t code);

/// Breaks text at blanks into lines of at most `width` columns; a longer word is broken between
/// graphemes. Newlines in the text stay. An empty text is one empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The front of `text` that fits into `width` columns, with `…` at its end where something was cut.
std::string cut(std::string_view text, std::size_t width);

/// Text that a user typed or a file brought, fit for the book: valid UTF-8 without control
/// characters but newline and tab. Throws Error (usage) that says what is wrong with `what`.
void require_clean(std::string_view text, std::string_view what);

}  // namespace stead
