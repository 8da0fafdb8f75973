#include "stead/document.h"

#include <algorithm>
#include <utility>

namespace stead {

Text::Text(std::string text, Tone tone) : Text(Run{std::move(text), tone}) {}
Text::Text(std::string_view text, Tone tone) : Text(Run{std::string(text), tone}) {}
Text::Text(const char* text, Tone tone) : Text(Run{text, tone}) {}

Text::Text(Run run) {
  if (!run.text.empty()) runs_.push_back(std::move(run));
}

std::string Text::plain() const {
  std::string words;
  for (const Run& run : runs_) words += run.text;
  return words;
}

Text& Text::operator+=(const Text& more) {
  const std::vector<Run> added = more.runs_;  // `more` may be this very text
  for (const Run& run : added) {
    if (!runs_.empty() && runs_.back().tone == run.tone && runs_.back().own == run.own) {
      runs_.back().text += run.text;
    } else {
      runs_.push_back(run);
    }
  }
  return *this;
}

Text own(std::string text, Tone tone) { return Text(Run{std::move(text), tone, true}); }

Text joined(const std::vector<Text>& texts, const Text& separator) {
  Text all;
  for (const Text& text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

std::vector<Text> lines_of(std::string_view text, Tone tone) {
  std::vector<Text> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end), tone);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Heading title(Text text, Text aside) { return {std::move(text), std::move(aside), 1}; }

Heading section(Text text, Text aside) { return {std::move(text), std::move(aside), 2}; }

Heading section(Text text, std::size_t count) {
  return section(std::move(text), Text(std::to_string(count)));
}

Document& Document::add(Block block) {
  blocks.push_back(std::move(block));
  return *this;
}

std::string Document::title() const {
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) return heading->text.plain();
  }
  return {};
}

}  // namespace stead
