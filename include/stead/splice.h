#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Where something lies in a text: from byte `begin` to before byte `end`.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Extent&) const = default;
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// A text in pieces: views of an old text, and new text that is kept here.
class EditedText {
 public:
  EditedText() = default;
  EditedText(EditedText&&) = default;
  EditedText& operator=(EditedText&&) = default;
  // The views of a copy would look into the texts of the other.
  EditedText(const EditedText&) = delete;
  EditedText& operator=(const EditedText&) = delete;

  void view(std::string_view text) {
    if (!text.empty()) views_.push_back(text);
  }
  void own(std::string text) { view(owned_.emplace_back(std::move(text))); }

  const std::vector<std::string_view>& views() const { return views_; }
  std::string joined() const;

 private:
  std::vector<std::string_view> views_;
  std::deque<std::string> owned_;
};

/// Changes items between two brackets, the members of an object or the elements of a list, and
/// leaves every other byte as it is: commas are set where they belong, and a new item is laid out
/// as its neighbour is.
class Splice {
 public:
  /// `items` lie in `text`, in order, between the brackets at `brackets.begin` and before
  /// `brackets.end`; all three must outlive the Splice.
  Splice(std::string_view text, Extent brackets, std::span<const Extent> items)
      : text_(text), brackets_(brackets), items_(items) {}

  void replace(std::size_t item, std::string text) { edits_[item].replacement = std::move(text); }
  void remove(std::size_t item) { edits_[item].removed = true; }
  /// Puts a new item in front of `item`, behind others put there before; at `items.size()`, last.
  void insert(std::size_t item, std::string text) {
    edits_[item].inserted.push_back(std::move(text));
  }
  bool changes_something() const { return !edits_.empty(); }

  /// The text from bracket to bracket, both included. Gives its new items away: call it once.
  void write(EditedText& out);

 private:
  struct Edit {
    std::vector<std::string> inserted;
    std::optional<std::string> replacement;
    bool removed = false;
  };

  std::string_view gap_before(std::size_t item) const;
  std::string_view gap_after(std::size_t item) const;
  std::string_view tail() const;
  void write_run(EditedText& out, std::size_t first, std::size_t last);
  void comma(EditedText& out);

  std::string_view text_;
  Extent brackets_;
  std::span<const Extent> items_;
  std::map<std::size_t, Edit> edits_;
  bool empty_ = true;
};

}  // namespace stead
