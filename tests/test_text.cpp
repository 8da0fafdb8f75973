#include "stead/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "random_model.h"
#include "stead/error.h"

using stead::columns;
using stead::cut;
using stead::fold;
using stead::folded_words;
using stead::handle_from;
using stead::shown;
using stead::wrap;
using Strings = std::vector<std::string>;

namespace {

const std::filesystem::path kNames = STEAD_SOURCE_DIR "/../shared/corpus/names";

std::string utf8(char32_t code) {
  std::string text;
  stead::append_utf8(text, code);
  return text;
}

template <typename Visit>
void for_every_code_point(Visit visit) {
  for (char32_t code = 1; code <= 0x10FFFF; ++code) {
    if (code < 0xD800 || code > 0xDFFF) visit(code);
  }
}

void collect_strings(const nlohmann::json& value, Strings& found) {
  if (value.is_string()) found.push_back(value.get<std::string>());
  if (value.is_structured()) {
    for (const auto& child : value) collect_strings(child, found);
  }
}

/// Every string of the JSON files in a folder of the corpus; none when the folder is absent.
Strings strings_in(const std::filesystem::path& folder) {
  Strings found;
  if (!std::filesystem::exists(folder)) return found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    collect_strings(nlohmann::json::parse(file), found);
  }
  return found;
}

bool has_unsafe(std::string_view text) {
  while (!text.empty()) {
    if (stead::is_unsafe(stead::take_code_point(text))) return true;
  }
  return false;
}

std::string message_of(std::string_view text, std::string_view what) {
  try {
    stead::require_clean(text, what);
  } catch (const stead::Error& error) {
    CHECK(error.status() == stead::Status::usage);
    return error.what();
  }
  return "clean";
}

}  // namespace

TEST_CASE("a part is found where std::string_view finds it") {
  constexpr std::string_view kText = "abracadabra";
  for (const std::string_view part : {"", "a", "abra", "cad", "abracadabra", "abracadabras", "x"}) {
    for (std::size_t at = 0; at <= kText.size(); ++at) {
      CAPTURE(part);
      CAPTURE(at);
      CHECK(stead::find_part(kText, part, at) == kText.find(part, at));
    }
  }
}

TEST_CASE("a part of a longer text is found where std::string_view finds it, near each end too") {
  std::mt19937 random(7);
  std::string text;
  while (text.size() < 100) text += "ab\"_"[random() % 4];
  int wrong = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    for (std::size_t size = 0; size <= 24; ++size) {
      std::string part = text.substr(from, size);
      for (const std::size_t at : {std::size_t{0}, from / 2, from, from + 1}) {
        wrong += stead::find_part(text, part, at) != text.find(part, at);
      }
      part.push_back('x');
      wrong += stead::find_part(text, part) != std::string::npos;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("every code point comes back from its UTF-8") {
  int wrong = 0;
  for_every_code_point([&](char32_t code) {
    const std::string text = utf8(code);
    std::string_view rest = text;
    wrong += stead::utf8_length(text) != text.size();
    wrong += stead::take_code_point(rest) != code || !rest.empty();
  });
  CHECK(wrong == 0);
}

TEST_CASE("what is not UTF-8 has no length") {
  for (const std::string_view bad : {"",
                                     "\x80",
                                     "\xBF",
                                     "\xC0\x80",
                                     "\xC1\xBF",
                                     "\xC3",
                                     "\xC3(",
                                     "\xE0\x80\x80",
                                     "\xE0\x9F\xBF",
                                     "\xED\xA0\x80",
                                     "\xED\xBF\xBF",
                                     "\xE2\x82",
                                     "\xE2(\xA1",
                                     "\xF0\x80\x80\x80",
                                     "\xF0\x8F\xBF\xBF",
                                     "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80",
                                     "\xF0\x9F\x98",
                                     "\xF8\x88\x80\x80\x80",
                                     "\xFF"}) {
    CAPTURE(shown(bad));
    CHECK(stead::utf8_length(bad) == 0);
  }
}

TEST_CASE("the first byte that is not UTF-8 is found wherever it stands") {
  CHECK(stead::find_invalid_utf8("") == std::string_view::npos);
  CHECK(stead::find_invalid_utf8("José Müller, 山田太郎 and 👨‍👩‍👧") ==
        std::string_view::npos);
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, 'a');
    text[at] = '\xE9';
    CHECK(stead::find_invalid_utf8(text) == at);
    CHECK(stead::find_invalid_utf8("é" + text) == at + 2);
  }
}

TEST_CASE("a byte that is not UTF-8 is taken alone") {
  std::string_view text = "\xE2\x82z";
  CHECK(stead::take_code_point(text) == 0xFFFD);
  CHECK(stead::take_code_point(text) == 0xFFFD);
  CHECK(stead::take_code_point(text) == U'z');
  CHECK(text.empty());
}

TEST_CASE("names fold without case, accents and letters that have no plain form in Unicode") {
  CHECK(fold("Ana RUIZ") == "ana ruiz");
  CHECK(fold("José") == "jose");
  CHECK(fold("Jose\u0301") == "jose");
  CHECK(fold("STRASSE") == fold("Straße"));
  CHECK(fold("ẞ") == "ss");
  CHECK(fold("Łukasz Øyvind Đorđe Ħal Æsop Œuvre Þór Ðe ŦŦ") ==
        "lukasz oyvind dorde hal aesop oeuvre thor de tt");
  CHECK(fold("Iİıi") == "iiii");
  CHECK(fold("Nguyễn Ñandú Çağ Șt") == "nguyen nandu cag st");
  CHECK(fold("Ἀριστοτέλης ΣΊΣΥΦΟΣ") == "αριστοτελησ σισυφοσ");
  CHECK(fold("Алёна Йод") == "алена иод");
  CHECK(fold("ﬁ Ａｎａ ｶﾀｶﾅ №") == "fi ana カタカナ no");
  CHECK(fold("O’Brien ‘Umar") == "o'brien 'umar");
  CHECK(fold("Jean‑Luc Müller–Lüdenscheidt") == "jean-luc muller-ludenscheidt");
  CHECK(fold("An\u00ADa\u200D\u2066Ruiz\u2069") == "anaruiz");
}

TEST_CASE("marks that are letters of their own stay, vowel points go") {
  CHECK(fold("राम") != fold("रमा"));
  CHECK(fold("ガンマ") != fold("カンマ"));
  CHECK(fold("ガンマ") == "ガンマ");
  CHECK(fold("น้ำ") != fold("นำ"));
  CHECK(fold("מִרְיָם") == "מרים");
  CHECK(fold("مُحَمَّد") == "محمد");
  CHECK(fold("한국") == "한국");
}

TEST_CASE("text that is not UTF-8 folds its ASCII letters only") {
  CHECK(fold("JOS\xC9 \xC3\x89") == "jos\xC9 \xC3\x89");
}

TEST_CASE("folding and making handles are done after the first time") {
  int unstable = 0;
  for_every_code_point([&](char32_t code) {
    if (0x32400 <= code && code < 0xE0000) return;  // not one is assigned
    if (0xE0200 <= code) return;                    // private use
    const std::string folded = fold(utf8(code));
    const std::string handle = handle_from("a" + utf8(code));
    unstable += fold(folded) != folded || handle_from(handle) != handle;
  });
  CHECK(unstable == 0);
}

TEST_CASE("words are runs of letters, marks and digits") {
  CHECK(folded_words("Dr. Ana-María O’Brien (Acme), 2nd") ==
        Strings{"dr", "ana", "maria", "o", "brien", "acme", "2nd"});
  CHECK(folded_words("山田 太郎 राम\u3000١٢") == Strings{"山田", "太郎", "राम", "١٢"});
  CHECK(folded_words("  ...  ") == Strings{});
  CHECK(folded_words("ana@example.org") == Strings{"ana", "example", "org"});
}

TEST_CASE("handles keep the letters of any script and nothing else") {
  CHECK(handle_from("Ana Ruiz") == "ana-ruiz");
  CHECK(handle_from("  Dr. José  O'Brien, Jr. ") == "dr-josé-o-brien-jr");
  CHECK(handle_from("Jose\u0301") == "josé");
  CHECK(handle_from("山田　太郎") == "山田-太郎");
  CHECK(handle_from("İstanbul ǅ") == "istanbul-ǆ");
  CHECK(handle_from("Acme GmbH & Co. KG 2") == "acme-gmbh-co-kg-2");
  CHECK(handle_from("राम") == "राम");
  CHECK(handle_from("me") == "me");
  CHECK(handle_from("\u0301\u0302a - \u0301b") == "a-b");
  CHECK(handle_from("a\u200Bb\u202Ec\u3164") == "abc");
  CHECK(handle_from("") == "contact");
  CHECK(handle_from("🙂 -- !") == "contact");
  CHECK(handle_from("A\xFF") == "contact");
}

TEST_CASE("columns are those of a terminal") {
  CHECK(columns("") == 0);
  CHECK(columns("Ana Ruiz") == 8);
  CHECK(columns("José") == 4);
  CHECK(columns("Jose\u0301") == 4);
  CHECK(columns("山田太郎") == 8);
  CHECK(columns("한국") == 4);
  CHECK(columns("\u1112\u1161\u11AB") == 2);
  CHECK(columns("ｶﾀ") == 2);
  CHECK(columns("שלום") == 4);
  CHECK(columns("नमस्ते") == 4);
  CHECK(columns("🙂") == 2);
  CHECK(columns("👍🏽") == 2);
  CHECK(columns("👨‍👩‍👧‍👦") == 2);
  CHECK(columns("🇫🇷") == 2);
  CHECK(columns("🇫🇷🇩🇪") == 4);
  CHECK(columns("🇫") == 1);
  CHECK(columns("❤") == 1);
  CHECK(columns("❤\uFE0F") == 2);
  CHECK(columns("1\uFE0F\u20E3") == 2);
  CHECK(columns("a\uFE0F") == 1);
  CHECK(columns("\u2068שלום\u2069") == 4);
  CHECK(columns("a\xFFz") == 3);
}

TEST_CASE("what could harm a terminal is shown, never sent") {
  CHECK(shown("Ana Ruiz") == "Ana Ruiz");
  CHECK(shown("José 山田 שלום 👨‍👩‍👧") ==
        "José 山田 שלום 👨‍👩‍👧");
  CHECK(shown("\x1b[31mred") == "\\u{1b}[31mred");
  CHECK(shown("a\rb\x7f\u0085") == "a\\u{d}b\\u{7f}\\u{85}");
  CHECK(shown(std::string_view("a\0b", 3)) == "a\\u{0}b");
  CHECK(shown("a\u202Eb\u2066c\u200Fd\u061C") == "a\\u{202e}b\\u{2066}c\\u{200f}d\\u{61c}");
  CHECK(shown("a\u2028b\uFEFF") == "a\\u{2028}b\\u{feff}");
  CHECK(shown(utf8(0xE0041)) == "\\u{e0041}");
  CHECK(shown("a\xFF\xC3(") == "a\\x{ff}\\x{c3}(");
  CHECK(shown("\xED\xA0\x80") == "\\x{ed}\\x{a0}\\x{80}");
  CHECK(shown("one\ntwo\tx") == "one\\ntwo\\tx");
  CHECK(shown("one\ntwo\tx\r", true) == "one\ntwo\tx\\u{d}");
}

TEST_CASE("eight combining marks in a row are sent, the ninth is shown") {
  std::string marks;
  for (int i = 0; i < 8; ++i) marks += "\u0301";
  CHECK(shown("e" + marks + "x") == "e" + marks + "x");
  CHECK(shown("e" + marks + "\u0302x\u0301") == "e" + marks + "\\u{302}x\u0301");
  CHECK(shown("e" + marks + "\u200D\u0302") == "e" + marks + "\u200D\\u{302}");
}

TEST_CASE("text is wrapped at blanks and keeps its newlines") {
  CHECK(wrap("", 10) == Strings{""});
  CHECK(wrap("one two three", 7) == Strings{"one two", "three"});
  CHECK(wrap("one two three", 80) == Strings{"one two three"});
  CHECK(wrap("one  two   three ", 9) == Strings{"one  two", "three"});
  CHECK(wrap("  indented text", 12) == Strings{"  indented", "text"});
  CHECK(wrap("one\n\ntwo\n", 10) == Strings{"one", "", "two", ""});
  CHECK(wrap("a\tb", 10) == Strings{"a b"});
  CHECK(wrap("abcdefgh ij", 3) == Strings{"abc", "def", "gh", "ij"});
  CHECK(wrap("ab", 0) == Strings{"a", "b"});
}

TEST_CASE("wide text is wrapped between characters but keeps its full stops") {
  CHECK(wrap("山田太郎様", 4) == Strings{"山田", "太郎", "様"});
  CHECK(wrap("ab山田", 4) == Strings{"ab山", "田"});
  CHECK(wrap("山田。太", 4) == Strings{"山", "田。", "太"});
  CHECK(wrap("山", 1) == Strings{"山"});
  CHECK(wrap("👨‍👩‍👧👨‍👩‍👧", 2) ==
        Strings{"👨‍👩‍👧", "👨‍👩‍👧"});
  CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Strings{"e\u0301e\u0301", "e\u0301"});
}

TEST_CASE("text is cut to its columns with a mark where it was cut") {
  CHECK(cut("Ana Ruiz", 8) == "Ana Ruiz");
  CHECK(cut("Ana Ruiz", 7) == "Ana Ru…");
  CHECK(cut("Ana Ruiz", 5) == "Ana…");
  CHECK(cut("Ana Ruiz", 1) == "…");
  CHECK(cut("Ana Ruiz", 0) == "");
  CHECK(cut("山田太郎", 6) == "山田…");
  CHECK(cut("👨‍👩‍👧 family", 4) == "👨‍👩‍👧…");
  CHECK(cut("Ana Ruiz", 6, "...") == "Ana...");
  CHECK(cut("Ana Ruiz", 2, "...") == "..");
}

TEST_CASE("text for the book is UTF-8 without control characters") {
  CHECK(message_of("José\n\t山田", "the name") == "clean");
  CHECK(message_of("", "the name") == "clean");
  CHECK(message_of("Jos\xE9", "the name") == "the name is not UTF-8: '\\x{e9}' after 'Jos'");
  CHECK(message_of("a\x1b[2Jb", "the text") ==
        "the text holds the control character \\u{1b}: 'a\\u{1b}[2Jb'");
  CHECK(message_of("a\u009Bb", "the text") ==
        "the text holds the control character \\u{9b}: 'a\\u{9b}b'");
}

TEST_CASE("strings made to break programs are shown, wrapped and folded whole") {
  const Strings strings = strings_in(kNames / "big-list-of-naughty-strings");
  if (strings.empty()) {
    MESSAGE("skipped: no corpus of naughty strings");
    return;
  }
  CHECK(strings.size() > 400);
  for (const std::string& text : strings) {
    CAPTURE(shown(text));
    const std::string safe = shown(text);
    CHECK_FALSE(has_unsafe(safe));
    CHECK(shown(safe) == safe);
    CHECK(fold(fold(text)) == fold(text));
    CHECK(handle_from(handle_from(text)) == handle_from(text));
    for (const std::size_t width : {2U, 13U, 80U}) {
      CHECK(columns(cut(safe, width)) <= width);
      for (const std::string& line : wrap(safe, width)) CHECK(columns(line) <= width);
    }
  }
}

TEST_CASE("names of all the world have words, a handle and a fold of their own") {
  const Strings names = strings_in(kNames / "cldr-person-names-full");
  if (names.empty()) {
    MESSAGE("skipped: no corpus of names");
    return;
  }
  CHECK(names.size() > 2000);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK_FALSE(has_unsafe(shown(name)));
    CHECK(stead::find_invalid_utf8(fold(name)) == std::string_view::npos);
    CHECK(fold(fold(name)) == fold(name));
    CHECK(folded_words(fold(name)) == folded_words(name));
    CHECK(handle_from(handle_from(name)) == handle_from(name));
    CHECK(columns(name + name) == 2 * columns(name));
  }
}

TEST_CASE("a word for the shell is quoted only where it has to be, in the plainest way") {
  using stead::shell_word;
  for (const char* plain : {"ana", "a_b./c:d=e@f%g+h,i-j", "--by", "José", "北京", "2026-08-03"}) {
    CHECK(shell_word(plain) == plain);
  }
  CHECK(shell_word("") == "\"\"");
  CHECK(shell_word("Ana Ruiz") == "\"Ana Ruiz\"");
  CHECK(shell_word("it's") == "\"it's\"");
  CHECK(shell_word("~") == "\"~\"");
  CHECK(shell_word("=ls") == "\"=ls\"");
  CHECK(shell_word("{a,b}") == "\"{a,b}\"");
  CHECK(shell_word("[ab]") == "\"[ab]\"");
  CHECK(shell_word("no!") == "'no!'");
  CHECK(shell_word("$HOME") == "'$HOME'");
  CHECK(shell_word("don't say \"x\"") == "'don'\\''t say \"x\"'");
}

TEST_CASE("a shell reads a quoted word as what it was") {
  constexpr std::string_view kSigns = "ab9 \t\n'\"\\$`!*?[]{}()<>|&;#~=%^-+,.:/@_";
  stead::random_model::Dice dice(7);
  Strings words{"", "é", "a\u00a0b", "\xff", "-n"};
  for (int i = 0; i < 400; ++i) {
    std::string word;
    for (std::size_t length = dice.below(9); length > 0; --length) {
      word += kSigns[dice.below(kSigns.size())];
    }
    words.push_back(word);
  }
  std::string command = "printf '%s|'";
  std::string expected;
  for (const std::string& word : words) {
    command += ' ' + stead::shell_word(word);
    expected += word + '|';
  }
  std::string printed;
  FILE* const shell = ::popen(command.c_str(), "r");
  REQUIRE(shell != nullptr);
  std::array<char, 4096> part{};
  for (std::size_t size = 1; size > 0;) {
    size = std::fread(part.data(), 1, part.size(), shell);
    printed.append(part.data(), size);
  }
  CHECK(::pclose(shell) == 0);
  CHECK(printed == expected);
}
