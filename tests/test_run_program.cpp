#include "run_program.h"

#include "scratch_folder.h"

#include <doctest/doctest.h>

#include <csignal>

namespace {

using stead::run_program;

/// A shell that runs `script`, with `$0` being the file `out` of the folder.
stead::Program shell(const ScratchFolder& folder, const std::string& script) {
  return {.words = {"sh", "-c", script, folder / "out"}};
}

/// Writes down the signals that a process ignores, proc(5).
constexpr auto kIgnored = "sed -n 's/^SigIgn:[^0-9a-f]*//p' /proc/self/status > \"$0\"";

unsigned long ignored_by_a_child() {
  const ScratchFolder folder;
  REQUIRE(run_program(shell(folder, kIgnored)) == 0);
  return std::stoul(read_file(folder / "out"), nullptr, 16);
}

unsigned long bit_of(int signal) { return 1UL << static_cast<unsigned>(signal - 1); }

/// Another way to take a signal, for as long as this lives.
class Disposition {
 public:
  Disposition(int signal, void (*handler)(int))
      : signal_(signal), before_(std::signal(signal, handler)) {}
  Disposition(const Disposition&) = delete;
  Disposition& operator=(const Disposition&) = delete;
  ~Disposition() { std::signal(signal_, before_); }

 private:
  int signal_;
  void (*before_)(int);
};

}  // namespace

TEST_CASE("a program is waited for, and its exit status is known") {
  CHECK(run_program({.words = {"true"}}) == 0);
  CHECK(run_program({.words = {"sh", "-c", "exit 7"}}) == 7);
  CHECK(run_program({.words = {"sh", "-c", "kill -TERM $$"}}) == 128 + SIGTERM);
  CHECK(run_program({.words = {"sh", "-c", "[ \"$1\" = 'a b' ]", "sh", "a b"}}) == 0);
}

TEST_CASE("a program that cannot be started is none") {
  const ScratchFolder folder;
  write_file(folder / "text", "no program\n");
  CHECK(run_program({.words = {"stead-there-is-no-such-program"}}) == std::nullopt);
  CHECK(run_program({.words = {folder / "text"}}) == std::nullopt);
  CHECK(run_program({.words = {folder.path()}, .input = "text"}) == std::nullopt);
}

TEST_CASE("a program gets the environment and what is added to it") {
  CHECK(run_program({.words = {"sh", "-c", "[ \"$STEAD_TEST\" = 'a b' ] && [ -n \"$PATH\" ]"},
                     .environment = {{"STEAD_TEST", "a b"}}}) == 0);
  CHECK(run_program({.words = {"/bin/sh", "-c", "[ \"$PATH\" = /none ]"},
                     .environment = {{"PATH", "/none"}}}) == 0);
}

TEST_CASE("a program reads the whole input, or leaves it early") {
  const ScratchFolder folder;
  const std::string text(1'000'000, 'x');
  stead::Program program = shell(folder, "cat > \"$0\"");
  program.input = text;
  CHECK(run_program(program) == 0);
  CHECK((read_file(folder / "out") == text));
  program.words = {"sh", "-c", "exec <&-; exit 3"};
  CHECK(run_program(program) == 3);
  program.input = "";
  program.words = {"sh", "-c", "! read line"};
  CHECK(run_program(program) == 0);
}

TEST_CASE("a child has the signals that stead keeps from itself, unless they were off before") {
  const unsigned long ours = bit_of(SIGINT) | bit_of(SIGQUIT) | bit_of(SIGPIPE) | bit_of(SIGXFSZ);
  const Disposition file_size(SIGXFSZ, SIG_IGN);
  {
    const Disposition interrupt(SIGINT, SIG_DFL);
    CHECK((ignored_by_a_child() & ours) == 0);
  }
  const Disposition interrupt(SIGINT, SIG_IGN);
  CHECK((ignored_by_a_child() & ours) == bit_of(SIGINT));
}

TEST_CASE("how a program ended is known though stead was started with SIGCHLD ignored") {
  const Disposition child(SIGCHLD, SIG_IGN);
  CHECK(run_program({.words = {"sh", "-c", "exit 7"}}) == 7);
  CHECK((ignored_by_a_child() & bit_of(SIGCHLD)) == 0);  // nor do its own programs lose theirs
  struct sigaction after {};
  ::sigaction(SIGCHLD, nullptr, &after);
  CHECK((after.sa_handler == SIG_IGN));
}

TEST_CASE("an interrupt while a program runs is not for stead") {
  const Disposition interrupt(SIGINT, SIG_DFL);
  const Disposition quit(SIGQUIT, SIG_DFL);
  CHECK(run_program({.words = {"sh", "-c", "kill -INT $PPID; kill -QUIT $PPID"}}) == 0);
}
