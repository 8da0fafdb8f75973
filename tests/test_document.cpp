#include "stead/document.h"

#include <doctest/doctest.h>

using namespace stead;

TEST_CASE("a text is made of strings and joined to longer ones") {
  const std::string name = "Ana Ruiz";
  const Text text = Text(name, Tone::strong) + ", " + "CTO" + Text(" late", Tone::bad);
  CHECK(text.runs() ==
        std::vector<Run>{{"Ana Ruiz", Tone::strong}, {", CTO"}, {" late", Tone::bad}});
  CHECK(text.plain() == "Ana Ruiz, CTO late");
}

TEST_CASE("words of stead's own stay apart from those of the book") {
  const Text text = "a – b" + own(" – ") + "c";
  CHECK(text.runs() == std::vector<Run>{{"a – b"}, {" – ", Tone::plain, true}, {"c"}});
}

TEST_CASE("an empty string says nothing") {
  CHECK(Text("").empty());
  CHECK(Text("", Tone::bad) == Text());
  CHECK((Text("") + "a" + "") == Text("a"));
}

TEST_CASE("a text can be added to itself") {
  Text text = Text("a") + Text("b", Tone::bad);
  text += text;
  CHECK(text.plain() == "abab");
}

TEST_CASE("joining leaves out what is empty") {
  CHECK(joined({"a", "", Text("b", Tone::faint), ""}) == "a, " + Text("b", Tone::faint));
  CHECK(joined({"a", "b"}, own(" · ")).plain() == "a · b");
  CHECK(joined({}) == Text());
}

TEST_CASE("a long text is taken apart at its newlines") {
  CHECK(lines_of("") == std::vector<Text>{});
  CHECK(lines_of("a") == std::vector<Text>{"a"});
  CHECK(lines_of("a\n\nb\n", Tone::faint) ==
        std::vector<Text>{{"a", Tone::faint}, "", {"b", Tone::faint}});
}

TEST_CASE("a document is named after its first heading") {
  Document document;
  CHECK(document.title().empty());
  document.add(Paragraph{"Good morning."})
      .add(title("The week of " + Text("Jan", Tone::strong), "32"))
      .add(section("Promises", 3));
  CHECK(document.title() == "The week of Jan");
  CHECK(document.blocks[2] == Block(Heading{"Promises", "3", 2}));
}
