#include "stead/nearest.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using Names = std::vector<std::string>;

constexpr std::array<std::string_view, 10> kCommands{
    "log", "list", "promise", "promises", "keep", "help", "weekly", "who", "stats", "standing"};

TEST_CASE("a slip is a letter missing, too many, wrong, or two swapped") {
  CHECK(edit_distance("log", "log") == 0);
  CHECK(edit_distance("lg", "log") == 1);
  CHECK(edit_distance("loog", "log") == 1);
  CHECK(edit_distance("lag", "log") == 1);
  CHECK(edit_distance("lgo", "log") == 1);
  CHECK(edit_distance("", "log") == 3);
  CHECK(edit_distance("log", "") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("letters of any script count one, and so do bytes of none") {
  CHECK(edit_distance("Ω", "a") == 1);
  CHECK(edit_distance("анна", "ана") == 1);
  CHECK(edit_distance("a\xff", "a") == 1);
}

TEST_CASE("the distance is the same both ways") {
  for (const std::string_view a : kCommands) {
    for (const std::string_view b : kCommands) CHECK(edit_distance(a, b) == edit_distance(b, a));
  }
}

TEST_CASE("only the nearest names are offered, in the order of the candidates") {
  CHECK(nearest("lgo", kCommands) == Names{"log"});
  CHECK(nearest("prmise", kCommands) == Names{"promise"});
  CHECK(nearest("helep", kCommands) == Names{"help"});
  CHECK(nearest("hep", kCommands) == Names{"help"});
  CHECK(nearest("kelp", kCommands) == Names{"keep", "help"});
  CHECK(nearest("kepp", kCommands) == Names{"keep"});
  CHECK(nearest("hee", std::array<std::string_view, 3>{"keep", "her", "see"}) ==
        Names{"her", "see"});
}

TEST_CASE("the front of a name finds it, whatever follows") {
  CHECK(nearest("sta", kCommands) == Names{"stats", "standing"});
  CHECK(nearest("prom", kCommands) == Names{"promise", "promises"});
  CHECK(nearest("prom", kCommands, 1) == Names{"promise"});
}

TEST_CASE("what is too far, or too short to tell, offers nothing") {
  CHECK(nearest("frobnicate", kCommands).empty());
  CHECK(nearest("", kCommands).empty());
  CHECK(nearest("l", kCommands).empty());
  CHECK(nearest("bo", std::array<std::string_view, 1>{"jo"}).empty());
  CHECK(nearest("log", std::span<const std::string_view>{}).empty());
}

TEST_CASE("case and accents are no distance") {
  const Names people{"José Müller", "Joan Park"};
  CHECK(nearest("jose muler", people) == Names{"José Müller"});
  CHECK(nearest("JOAN PRAK", people) == Names{"Joan Park"});
}

TEST_CASE("a hint asks with every name it has") {
  CHECK(did_you_mean(Names{}).empty());
  CHECK(did_you_mean(Names{"log"}) == "did you mean 'log'?");
  CHECK(did_you_mean(Names{"keep", "help"}) == "did you mean 'keep' or 'help'?");
  CHECK(did_you_mean(Names{"a", "b", "c"}) == "did you mean 'a', 'b' or 'c'?");
}

}  // namespace
