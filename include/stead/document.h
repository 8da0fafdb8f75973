#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stead {

/// What a piece of text means to its reader. A renderer makes a colour, a weight or an element of
/// it, or nothing at all: what matters is said by the words as well.
enum class Tone {
  plain,
  strong,   ///< Looked for first: names in an answer, totals.
  faint,    ///< Can be skipped: reasons, ages, labels.
  good,     ///< As it should be.
  warning,  ///< Worth a look.
  bad,      ///< Late, missing, failed.
  accent,   ///< Stands out without a judgement.
  code,     ///< To be typed or copied: a command, a handle, an id.
};

/// A stretch of text in one tone.
struct Run {
  std::string text;
  Tone tone = Tone::plain;
  bool own = false;  ///< Stead's own words: see `own`.

  bool operator==(const Run&) const = default;
};

/// What is said in one line or paragraph. It may hold anything that a book holds: renderers make
/// it safe. A newline in it is not a line break but shown as what it is; where lines are meant, a
/// block has a list of them (see `lines_of`).
class Text {
 public:
  Text() = default;
  Text(std::string text, Tone tone = Tone::plain);
  Text(std::string_view text, Tone tone = Tone::plain);
  Text(const char* text, Tone tone = Tone::plain);
  explicit Text(Run run);

  const std::vector<Run>& runs() const { return runs_; }
  bool empty() const { return runs_.empty(); }

  /// The words without their tones.
  std::string plain() const;

  Text& operator+=(const Text& more);
  friend Text operator+(Text front, const Text& more) { return front += more; }

  bool operator==(const Text&) const = default;

 private:
  std::vector<Run> runs_;  ///< None is empty; neighbours differ in more than their text.
};

/// Words that are stead's own and hold nothing of the book. Under `--ascii` the signs
/// `· – — … → ← ✓ ✗ × █ ▓ ▒ ░ ■ ━ ╸ │ ├ └ ─` in them are written in ASCII; those in names and texts
/// stay.
Text own(std::string text, Tone tone = Tone::plain);

/// The texts one after the other with `separator` between them; empty ones are left out.
Text joined(const std::vector<Text>& texts, const Text& separator = ", ");

/// The lines of a long text, such as a note, as a block takes them; a last newline makes no line.
std::vector<Text> lines_of(std::string_view text, Tone tone = Tone::plain);

/// What a report is called, or a part of it.
struct Heading {
  Text text{};
  Text aside{};   ///< Follows it, fainter: a period, a count.
  int level = 1;  ///< 1: the whole page, or its one great answer; 2: a section; 3: within one.

  bool operator==(const Heading&) const = default;
};

/// The heading of a page, and of a section with how much is in it.
Heading title(Text text, Text aside = {});
Heading section(Text text, Text aside = {});
Heading section(Text text, std::size_t count);

/// A sentence or more, filled to the width of the page.
struct Paragraph {
  Text text{};

  bool operator==(const Paragraph&) const = default;
};

/// Something that should not be overlooked. It has a sign of its own after its tone, `!` for
/// warning and bad, so that it says so without colour too.
struct Note {
  Text text{};
  Tone tone = Tone::warning;

  bool operator==(const Note&) const = default;
};

/// One point of a list.
struct Item {
  Text text{};                ///< The main line.
  Text aside{};               ///< At the right end of it: a date, an age, how late.
  std::vector<Text> below{};  ///< Lines under it: why, the command for it, the full text.
  Text lead{};                ///< In a column before it, as wide as the widest of the list: a date.

  bool operator==(const Item&) const = default;
};

/// Points in an order.
struct Items {
  std::vector<Item> items{};

  bool operator==(const Items&) const = default;
};

/// A label and what it stands for, each value on a line of its own.
struct Field {
  Text label{};
  std::vector<Text> values{};

  bool operator==(const Field&) const = default;
};

/// Labels and values, the values below each other. Also options and what they do.
struct Fields {
  std::vector<Field> fields{};

  bool operator==(const Fields&) const = default;
};

enum class Align { left, right };

/// What becomes of a column when its table is wider than the page.
enum class Fit {
  whole,   ///< It keeps its width: dates, numbers, handles.
  shrink,  ///< Its cells are cut on a terminal, and wrapped elsewhere: names, tags.
  wrap,    ///< Its cells are wrapped: texts.
};

struct Column {
  std::string title{};
  Align align = Align::left;
  Fit fit = Fit::shrink;

  bool operator==(const Column&) const = default;
};

/// Rows of one cell per column; a row may end early. Without any title there is no line of titles.
struct Table {
  std::vector<Column> columns{};
  std::vector<std::vector<Text>> rows{};

  bool operator==(const Table&) const = default;
};

/// One bar: `value` is its length beside the others, `text` what is written at its end.
struct Bar {
  Text label{};
  std::int64_t value = 0;  ///< Not negative.
  Text text{};
  Tone tone = Tone::accent;
  std::optional<std::int64_t> mark{};  ///< A line across the bar at that length: what was expected.

  bool operator==(const Bar&) const = default;
};

/// Bars to one scale, the longest as long as there is room.
struct Bars {
  std::vector<Bar> bars{};

  bool operator==(const Bars&) const = default;
};

/// One of the parts that stacks are put together of.
struct StackPart {
  std::string name{};  ///< Stead's own word for it: `late`.
  Tone tone = Tone::accent;

  bool operator==(const StackPart&) const = default;
};

/// One stack: how much there is of each part, in their order. None is negative.
struct Stack {
  Text label{};
  std::vector<std::int64_t> values{};

  bool operator==(const Stack&) const = default;
};

/// Bars to one scale that are put together of parts, at most `kMostParts`. Each part has a tone and
/// a sign of its own, which are explained, with how much there is of it in all.
struct Stacks {
  std::vector<StackPart> parts{};
  std::vector<Stack> stacks{};

  bool operator==(const Stacks&) const = default;
};
inline constexpr std::size_t kMostParts = 5;

/// How much there was of something on a day, or in a longer stretch.
struct HeatCell {
  std::string label{};
  std::int64_t value = 0;  ///< Not negative.

  bool operator==(const HeatCell&) const = default;
};

/// Stretches in a row, each with its label, a sign that is the darker the more there was (see
/// HeatScale), and how much.
struct HeatStrip {
  std::vector<HeatCell> cells{};

  bool operator==(const HeatStrip&) const = default;
};

/// A calendar: a column a week, a row a weekday, each cell the darker the more there was.
struct HeatMap {
  /// `title` is what stands above it: a month, where one begins; mostly nothing.
  struct Week {
    std::string title{};
    std::vector<std::optional<HeatCell>> days{};  ///< One a row; nothing outside of the calendar.

    bool operator==(const Week&) const = default;
  };

  std::vector<std::string> rows{};
  std::vector<Week> weeks{};

  bool operator==(const HeatMap&) const = default;
};

/// Lines that stay as they are: examples, drawings. They are never wrapped.
struct Verbatim {
  std::vector<Text> lines{};

  bool operator==(const Verbatim&) const = default;
};

/// One point of a tree, and what grows from it.
struct Branch {
  Text text{};
  std::vector<Text> below{};  ///< Lines under it: why, when, the command for it.
  std::vector<Branch> branches{};

  bool operator==(const Branch&) const = default;
};

/// Points that lead to others. Each level takes three columns: what is deep is better begun anew.
struct Tree {
  std::vector<Branch> branches{};

  bool operator==(const Tree&) const = default;
};

using Block = std::variant<Heading, Paragraph, Note, Items, Fields, Table, Bars, Stacks, HeatStrip,
                           HeatMap, Verbatim, Tree>;

/// What a report says, before it looks like anything.
struct Document {
  std::vector<Block> blocks{};

  /// Appends a block.
  Document& add(Block block);

  /// The words of its first heading; empty when it has none.
  std::string title() const;

  bool operator==(const Document&) const = default;
};

}  // namespace stead
