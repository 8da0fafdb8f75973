#include "stead/splice.h"

#include <algorithm>

namespace stead {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

std::string EditedText::joined() const {
  std::string result;
  for (const std::string_view view : views_) result += view;
  return result;
}

std::string_view Splice::gap_before(std::size_t item) const {
  const std::size_t end = items_[item].begin;
  std::size_t begin = end;
  while (is_blank(text_[begin - 1])) --begin;
  return text_.substr(begin, end - begin);
}

std::string_view Splice::gap_after(std::size_t item) const {
  if (item + 1 == items_.size()) return {};  // that is the tail
  const std::size_t begin = items_[item].end;
  return text_.substr(begin, text_.find(',', begin) - begin);
}

std::string_view Splice::tail() const {
  const std::size_t begin = items_.empty() ? brackets_.begin + 1 : items_.back().end;
  return text_.substr(begin, brackets_.end - 1 - begin);
}

void Splice::comma(EditedText& out) {
  if (!empty_) out.view(",");
  empty_ = false;
}

void Splice::write_run(EditedText& out, std::size_t first, std::size_t last) {
  if (first == last) return;
  comma(out);
  const std::size_t begin = items_[first].begin - gap_before(first).size();
  const std::size_t end = items_[last - 1].end + gap_after(last - 1).size();
  out.view(text_.substr(begin, end - begin));
}

void Splice::write(EditedText& out) {
  out.view(text_.substr(brackets_.begin, 1));
  std::size_t next = 0;
  for (auto& [item, edit] : edits_) {
    write_run(out, next, item);
    next = item;
    for (std::string& text : edit.inserted) {
      comma(out);
      out.view(items_.empty() ? tail() : gap_before(std::min(item, items_.size() - 1)));
      out.own(std::move(text));
    }
    if (edit.removed) {
      ++next;
    } else if (edit.replacement) {
      comma(out);
      out.view(gap_before(item));
      out.own(std::move(*edit.replacement));
      out.view(gap_after(item));
      ++next;
    }
  }
  write_run(out, next, items_.size());
  out.view(tail());
  out.view(text_.substr(brackets_.end - 1, 1));
}

}  // namespace stead
