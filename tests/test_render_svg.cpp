#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "harness.h"
#include "sample_documents.h"
#include "stead/render.h"
#include "stead/text.h"
#include "xml_elements.h"

using namespace stead;

namespace {

using stead::test::XmlElement;
using stead::test::XmlReader;

bool can_be_drawn(const Block& block) {
  return std::holds_alternative<Heading>(block) || std::holds_alternative<Paragraph>(block) ||
         std::holds_alternative<Note>(block) || std::holds_alternative<Bars>(block) ||
         std::holds_alternative<Stacks>(block) || std::holds_alternative<HeatStrip>(block) ||
         std::holds_alternative<HeatMap>(block);
}

/// What of a page can be drawn.
Document picture_of(Document page) {
  std::erase_if(page.blocks, [](const Block& block) { return !can_be_drawn(block); });
  return page;
}

std::string svg_of_page(const Document& page) {
  const auto svg = render_svg(page);
  REQUIRE(svg);
  return *svg;
}

std::vector<std::string> names_in(const std::string& svg) {
  std::vector<std::string> names;
  for (const XmlElement& element : XmlReader(svg).read()) names.push_back(element.name);
  return names;
}

}  // namespace

TEST_CASE("a picture has a title, a description and one colour for each theme") {
  Document page;
  page.add(title("Contacts", "a year")).add(Paragraph{"7 contacts."});
  page.add(HeatMap{{"Mon"}, {{"Aug", {HeatCell{"Mon: 7", 7}}}}});
  const std::string svg = svg_of_page(page);
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 "));
  CHECK(svg.find("<title id=\"title\">Contacts</title>\n<desc id=\"desc\">7 contacts.</desc>") !=
        std::string::npos);
  CHECK(svg.find("prefers-color-scheme: dark") != std::string::npos);
  CHECK(svg.find("<title>Mon: 7</title></rect>") != std::string::npos);
  CHECK(names_in(svg).front() == "svg");
}

TEST_CASE("a bar is as long as its value beside the others, and nothing has none") {
  const std::string svg =
      svg_of_page(Document{{Bars{{{"a", 100, "100"}, {"b", 50, "50"}, {"c", 0, "0"}}}}});
  std::vector<double> widths;
  for (const XmlElement& element : XmlReader(svg).read()) {
    if (element.name == "rect" && element.attributes.at("class") == "accent") {
      widths.push_back(std::stod(element.attributes.at("width")));
    }
  }
  REQUIRE(widths.size() == 2);
  CHECK(widths[0] == doctest::Approx(2 * widths[1]).epsilon(0.01));
}

TEST_CASE("what is no picture cannot be one") {
  CHECK_FALSE(render_svg(sample::weekly()));
  CHECK_FALSE(render_svg(Document{{title("x"), Table{}}}));
  CHECK(render_svg(Document{}));
}

TEST_CASE("nothing hostile is in a picture, from whichever place") {
  const std::set<std::string> known{"svg", "title", "desc", "style", "rect", "g", "text", "tspan"};
  const std::vector<std::string> harmless =
      names_in(svg_of_page(picture_of(sample::filled_with("x"))));
  for (const std::string& hostile : sample::hostile_texts()) {
    CAPTURE(hostile);
    const std::string svg = svg_of_page(picture_of(sample::filled_with(hostile)));
    const std::vector<XmlElement> elements = XmlReader(svg).read();
    for (const XmlElement& element : elements) {
      CHECK(known.contains(element.name));
      for (const auto& [name, value] : element.attributes) {
        CHECK_FALSE(name.starts_with("on"));
        CHECK(name.find("href") == std::string::npos);
      }
    }
    // The style sheet is the same whatever the page holds, and loads nothing.
    const std::size_t begin = svg.find("<style>");
    const std::string style = svg.substr(begin, svg.find("</style>") - begin);
    const std::string plain = svg_of_page(picture_of(sample::filled_with("x")));
    CHECK(plain.find(style) != std::string::npos);
    CHECK(style.find("url") == std::string::npos);
    CHECK(style.find("@import") == std::string::npos);
    CHECK(shown(svg, true) == svg);
    CHECK(names_in(svg).size() >= harmless.size());
  }
}

TEST_CASE(
    "every picture that stead prints is well-formed, and other pages say that they are none") {
  stead::test::Harness stead;
  stead.run("init --sample -q");
  for (const char* line :
       {"chart contacts", "chart promises", "chart replies", "chart contacts ana",
        "chart contacts 2020..2026", "chart promises 2020..2026 --mine"}) {
    CAPTURE(line);
    const auto result = stead.run(std::string(line) + " --format svg");
    CHECK(result.status == 0);
    CHECK(XmlReader(result.out).read().front().name == "svg");
  }
  CHECK(stead.run("stats --format svg") ==
        stead::test::Result{2, "",
                            "stead: this cannot be printed as svg\n"
                            "hint: --format text, md, html or json\n"});
}
