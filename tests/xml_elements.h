#pragma once

#include <doctest/doctest.h>

#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stead::test {

/// An element of XML as it begins.
struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
};

/// Reads a small part of XML 1.0, as strictly as the whole: elements that end where they should,
/// attributes in double quotes, each once, the five entities and numbers, one root. No comments, no
/// instructions, no CDATA. A test fails where it is anything else.
class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : text_(text) {}

  std::vector<XmlElement> read() {
    element();
    while (at_ < text_.size() && text_[at_] == '\n') ++at_;
    CHECK_MESSAGE(at_ == text_.size(), "there is something behind the root");
    return elements_;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void expect(std::string_view part) {
    REQUIRE_MESSAGE(text_.substr(at_).starts_with(part),
                    "expected " << part << " before " << text_.substr(at_, 40));
    at_ += part.size();
  }
  std::string name() {
    const std::size_t begin = at_;
    while (std::isalnum(static_cast<unsigned char>(peek())) != 0 || peek() == '-' ||
           peek() == ':') {
      ++at_;
    }
    REQUIRE(at_ > begin);
    return std::string(text_.substr(begin, at_ - begin));
  }
  void blanks() {
    while (peek() == ' ' || peek() == '\n') ++at_;
  }
  void entity() {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
      if (text_.substr(at_).starts_with(known)) return expect(known);
    }
    FAIL("an unknown entity before " << text_.substr(at_, 40));
  }
  /// Text up to one of the signs that end it.
  std::string text_until(std::string_view ends) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && ends.find(peek()) == std::string_view::npos) {
      const auto byte = static_cast<unsigned char>(peek());
      if (byte < 0x20 && byte != '\n' && byte != '\t') FAIL("a control character");
      if (byte == '<') FAIL("a < in an attribute");
      if (peek() == '&') {
        entity();
      } else {
        ++at_;
      }
    }
    return std::string(text_.substr(begin, at_ - begin));
  }
  void element() {
    expect("<");
    XmlElement& one = elements_.emplace_back();
    const std::string own = one.name = name();
    for (blanks(); peek() != '>' && peek() != '/'; blanks()) {
      const std::string attribute = name();
      expect("=\"");
      CHECK(elements_.back().attributes.emplace(attribute, text_until("\"")).second);
      expect("\"");
    }
    if (peek() == '/') return expect("/>");
    expect(">");
    for (;;) {
      text_until("<");
      if (text_.substr(at_).starts_with("</")) break;
      element();
    }
    expect("</" + own + ">");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<XmlElement> elements_;
};

}  // namespace stead::test
