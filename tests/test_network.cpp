#include "stead/network.h"

#include "harness.h"
#include "sample_documents.h"
#include "stead/render.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace stead;

namespace {

using nlohmann::json;
using stead::test::Harness;
using stead::test::kMonday;
using stead::test::Result;

/// Takes DOT apart by its grammar (graphviz.org/doc/info/lang.html) as far as we write it: throws
/// where a statement is none. Gives the labels as Graphviz shows them.
class DotReader {
 public:
  explicit DotReader(const std::string& text) : text_(text) {}

  struct Found {
    std::vector<std::string> nodes{};  ///< Their labels.
    int edges = 0;
  };

  Found read() {
    Found found;
    want("digraph stead {");
    while (!next_is("}")) {
      if (next_is("graph") || next_is("node") || next_is("edge")) {
        take_word();
        attributes();
      } else {
        quoted();
        const bool is_edge = next_is("->");
        if (is_edge) {
          want("->");
          quoted();
          ++found.edges;
        }
        const std::string label = attributes();
        if (!is_edge) found.nodes.push_back(label);
      }
      want(";");
    }
    want("}");
    skip();
    if (at_ != text_.size()) throw std::runtime_error("something behind the end");
    return found;
  }

 private:
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool next_is(const std::string& what) {
    skip();
    return text_.compare(at_, what.size(), what) == 0;
  }
  void want(const std::string& what) {
    if (!next_is(what)) throw std::runtime_error("no " + what + " at " + text_.substr(at_, 40));
    at_ += what.size();
  }
  std::string take_word() {
    skip();
    std::string word;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0)) {
      word += text_[at_++];
    }
    if (word.empty()) throw std::runtime_error("no word at " + text_.substr(at_, 40));
    return word;
  }
  std::string quoted() {
    want("\"");
    std::string label;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\n') throw std::runtime_error("a string over the end of a line");
      if (text_.compare(at_, 5, "&amp;") == 0) {
        label += '&';
        at_ += 4;
      } else if (text_[at_] == '&') {
        throw std::runtime_error("an entity of others");
      } else if (text_[at_] == '\\') {
        ++at_;
        if (text_[at_] != '"' && text_[at_] != '\\') throw std::runtime_error("an escape");
        label += text_[at_];
      } else {
        label += text_[at_];
      }
    }
    want("\"");
    return label;
  }
  std::string attributes() {
    std::string label;
    want("[");
    while (!next_is("]")) {
      const std::string name = take_word();
      want("=");
      const std::string value = next_is("\"") ? quoted() : take_word();
      if (name == "label") label = value;
    }
    want("]");
    return label;
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

NetworkReport network_in(const std::string& text, const std::string& around = {}) {
  return network_report(Book::strict(text, "book.json"), around, kMonday);
}

std::vector<std::string> ids(const NetworkReport& report) {
  std::vector<std::string> all;
  for (const NetworkNode& node : report.nodes) all.push_back(node.id);
  return all;
}

/// How many branches a tree has that are not roots.
int below_roots(const std::vector<Branch>& branches, bool are_roots = true) {
  int count = 0;
  for (const Branch& branch : branches) {
    count += (are_roots ? 0 : 1) + below_roots(branch.branches, false);
  }
  return count;
}

/// How many pairs hang together.
int pairs(const NetworkReport& report) {
  std::set<std::pair<std::size_t, std::size_t>> all;
  for (const NetworkTie& tie : report.ties) {
    all.insert({std::min(tie.from, tie.to), std::max(tie.from, tie.to)});
  }
  return static_cast<int>(all.size());
}

}  // namespace

TEST_CASE("the network of a practice has its clients, people, cover, referrals and introductions") {
  Harness stead(test::small_practice());
  stead.run("got ana referral delta -q");
  stead.run("gave bo introduction 'Kim Cho' -q");
  const json network = json::parse(stead.run("network --json").out);
  std::vector<std::string> ties;
  for (const json& tie : network["ties"]) {
    ties.push_back(fmt::format("{} {} {}{}", tie["from"].get<std::string>(),
                               tie["kind"].get<std::string>(), tie["to"].get<std::string>(),
                               tie["firm"] == true ? "" : "?"));
  }
  CHECK(std::ranges::find(ties, "acme client_of me") != ties.end());
  CHECK(std::ranges::find(ties, "ana-ruiz works_at acme") != ties.end());
  CHECK(std::ranges::find(ties, "sam-ortiz covers acme") != ties.end());
  CHECK(std::ranges::find(ties, "bo-lind covers acme?") != ties.end());
  CHECK(std::ranges::find(ties, "ana-ruiz sent delta-gmbh") != ties.end());
  CHECK(std::ranges::find(ties, "kim-cho introduced_to bo-lind") != ties.end());
}

TEST_CASE("around somebody are those within two steps, and the owner leads no further") {
  const std::string text = R"({"stead":1,"contacts":[
{"id":"a","name":"A","kind":"org","tags":["client"],"cover":[{"by":"s","agreed":"2026-01-01"}]},
{"id":"b","name":"B","kind":"org","tags":["client"]},
{"id":"gone","name":"Gone","org":"a","archived":"2026-01-01"},
{"id":"me","name":"Me"},
{"id":"old","name":"Old"},
{"id":"p","name":"P","org":"a","via_whom":"q"},
{"id":"q","name":"Q","via_whom":"r"},
{"id":"r","name":"R","via_whom":"t"},
{"id":"s","name":"S"},
{"id":"t","name":"T","cover":[{"by":"old","to":"2026-08-02","agreed":"2026-01-01"}]}
],"promises":[],"interactions":[]})";
  using Ids = std::vector<std::string>;
  CHECK(ids(network_in(text)) == Ids{"a", "b", "me", "p", "q", "r", "s", "t"});
  CHECK(network_in(text).alone == 1);
  CHECK(ids(network_in(text, "p")) == Ids{"a", "me", "p", "q", "r", "s"});
  CHECK(ids(network_in(text, "a")) == Ids{"a", "me", "p", "q", "s"});
  CHECK(ids(network_in(text, "me")) == Ids{"a", "b", "me", "p", "s"});
  CHECK(ids(network_in(text, "gone")) == Ids{"a", "gone", "me", "p", "s"});
  CHECK(ids(network_in(text, "old")) == Ids{"old"});
}

TEST_CASE("in the tree each two that hang together are named once, however deep it is") {
  json contacts = json::array({{{"id", "me"}, {"name", "Me"}}});
  for (int i = 0; i < 400; ++i) {
    json one{{"id", fmt::format("n{:03}", i)}, {"name", fmt::format("Nr {}", i)}};
    if (i > 0) one["via_whom"] = fmt::format("n{:03}", i - 1);
    if (i % 3 == 0) one["client_of"] = fmt::format("n{:03}", (i * 7 + 1) % 400);
    if (i % 3 == 0) one["tags"] = {"client"};
    contacts.push_back(one);
  }
  const std::string text = json{
      {"stead", 1},
      {"contacts", contacts},
      {"promises", json::array()},
      {"interactions",
       json::array()}}.dump();
  for (const std::string& book : {text, test::small_practice()}) {
    const NetworkReport report = network_in(book);
    const Document page = to_document(report);
    int found = 0;
    for (const Block& block : page.blocks) {
      if (const auto* tree = std::get_if<Tree>(&block)) found += below_roots(tree->branches);
    }
    CHECK(found == pairs(report));
  }
}

TEST_CASE("a graph is well-formed DOT, whatever names there are") {
  std::vector<std::string> names = sample::hostile_texts();
  for (const char* more : {"\"", "\\", "\\\\\"", "a\"];evil->x[label=\"", "<b>bold</b>", "<<b>>",
                           "&lt;b&gt;", "\\N\\G\\l", "line\nnext", "-> ; // /* #"}) {
    names.emplace_back(more);
  }
  Graph graph{"<b>\"\\", {}, {}};
  for (const std::string& name : names) graph.nodes.push_back({name, name, true, Stroke::strong});
  for (std::size_t i = 1; i < names.size(); ++i) {
    graph.edges.push_back({i - 1, i, names[i], Stroke::faint});
  }
  const std::string dot = render_dot(graph);
  const DotReader::Found found = DotReader(dot).read();
  REQUIRE(found.nodes.size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(found.nodes[i] == shown(names[i]));
  CHECK(found.edges == static_cast<int>(names.size()) - 1);
}

TEST_CASE("--format dot prints the network as a graph, and is for nothing else") {
  Harness stead(test::small_practice());
  const Result result = stead.run("network --format dot");
  CHECK(result.status == 0);
  CHECK(DotReader(result.out).read().nodes.size() ==
        json::parse(stead.run("network --json").out)["contacts"].size());
  CHECK(stead.run("weekly --format dot") ==
        Result{2, "",
               "stead: this cannot be printed as dot\nhint: --format text, md, html or json\n"});
}
