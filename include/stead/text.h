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

/// Removes the first code point from `text`, which must not be empty, and returns it; a byte that
/// is not UTF-8 goes alone and comes back as U+FFFD.
char32_t take_code_point(std::string_view& text);

/// `text` without blanks, tabs and line breaks at its ends.
std::string_view trimmed(std::string_view text);

/// Where `part` first stands in `text`, from byte `at` of it on; npos where it does not. The same
/// as `text.find(part, at)`, but it leaps over what cannot be it.
std::size_t find_part(std::string_view text, std::string_view part, std::size_t at = 0);

/// Appends `code` as UTF-8.
void append_utf8(std::string& text, char32_t code);

/// How names are compared: case folded, accents gone, compatibility forms made plain, typographic
/// apostrophes and hyphens made ASCII, invisible characters dropped, and the letters that Unicode
/// does not decompose written out as CLDR's Latin-ASCII does (Ł→l, Ø→o, ß→ss, ı→i …). `jose` and
/// `José`, `STRASSE` and `Straße` have the same fold. The accents are those of Latin, Greek and
/// Cyrillic letters and the vowel points of Hebrew and Arabic; marks that are letters of their own
/// (Indic vowel signs, Thai tones, the Japanese voiced sound mark) stay. Folding twice changes
/// nothing more. Text that is not UTF-8 only has its ASCII letters lowered.
std::string fold(std::string_view text);

/// The words of a text as they are matched: folded runs of letters, marks and digits.
std::vector<std::string> folded_words(std::string_view text);

/// A handle made from a name: NFC, lower-case letters, marks and digits of any script, every other
/// run one `-`, none at the ends, invisible characters dropped; `contact` when nothing is left.
/// Making a handle of a handle gives the same one. Whether it is reserved or taken is not looked
/// at.
std::string handle_from(std::string_view name);

/// How many terminal columns `text` takes, the same under every locale: East Asian wide characters
/// take two, combining marks none, and emoji two, also flags, sequences joined to one picture, and
/// characters that U+FE0F makes a picture. Control characters count nothing: measure what `shown`
/// returns. A byte that is not UTF-8 counts one.
std::size_t columns(std::string_view text);

/// Text of others made fit for a terminal or a pipe: what `is_unsafe`, a byte that is not UTF-8,
/// and combining marks after eight in a row are shown (`\u{1b}`, `\x{ff}`), never sent. Newline and
/// tab become `\n` and `\t`, unless `keep_newlines` keeps them both.
std::string shown(std::string_view text, bool keep_newlines = false);

/// Would a terminal, or a reader's eye, be led astray by this code point? Control characters (also
/// newline and tab), those that turn the direction of writing, line separators, the byte order
/// mark, annotations, tags, surrogates and noncharacters.
bool is_unsafe(char32_t code);

/// Is there a letter in it that is written from right to left?
bool has_right_to_left(std::string_view text);

/// Breaks text at blanks, and beside wide characters, into lines of at most `width` columns; a
/// longer word is broken between graphemes. Newlines in the text stay, blanks at the end of a line
/// go, a tab is a blank. An empty text is one empty line; a width of 0 is taken as 1. A grapheme
/// wider than `width` has a line of its own.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The front of `text` that fits into `width` columns, with `ellipsis` at its end where something
/// was cut. Where not even that fits, the front of `ellipsis`.
std::string cut(std::string_view text, std::size_t width, std::string_view ellipsis = "…");

/// `word` as a shell takes it for one word: as it stands where it has only ASCII letters, digits
/// and
/// `_./:=@%+,-`, and letters of other scripts; else in the plainest quotes that do.
std::string shell_word(std::string_view word);

/// The most bytes that a text in the book may have.
inline constexpr std::size_t kLongestText = std::size_t{1} << 20;

/// Text that a user typed or a file brought, fit for the book: valid UTF-8 without control
/// characters but newline and tab, not longer than kLongestText. Throws Error (usage) that says
/// what is wrong with `what`, a noun with its article such as `the name`.
void require_clean(std::string_view text, std::string_view what);

}  // namespace stead
