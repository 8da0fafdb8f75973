#include "run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <span>
#include <string_view>

namespace stead {
namespace {

/// Takes a signal in another way, SIG_IGN or SIG_DFL, for as long as this lives.
class Taken {
 public:
  Taken(int signal, void (*handler)(int)) : signal_(signal) {
    struct sigaction other {};
    other.sa_handler = handler;
    ::sigaction(signal_, &other, &before_);
  }
  Taken(const Taken&) = delete;
  Taken& operator=(const Taken&) = delete;
  ~Taken() { ::sigaction(signal_, &before_, nullptr); }

  bool was_ignored() const { return before_.sa_handler == SIG_IGN; }
  int signal() const { return signal_; }

 private:
  int signal_;
  struct sigaction before_ {};
};

/// What the child starts with: the signals that stead ignores only for itself are as they were.
class Attributes {
 public:
  explicit Attributes(std::span<const Taken> ignored) {
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGXFSZ);  // see world_of_process
    for (const Taken& each : ignored) {
      if (!each.was_ignored()) sigaddset(&defaults, each.signal());
    }
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

/// Which descriptors the child gets: stead's own, or another one as its standard input.
class Files {
 public:
  explicit Files(int input) {
    ::posix_spawn_file_actions_init(&actions_);
    if (input >= 0) ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  ~Files() { ::posix_spawn_file_actions_destroy(&actions_); }

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// A pipe to a child; each end is closed by hand or when it goes.
class Pipe {
 public:
  bool open() { return ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }

  int reading_end() const { return ends_[0]; }
  int writing_end() const { return ends_[1]; }
  void close(std::size_t end) {
    if (ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

/// The environment of this process, with `more` in it.
std::vector<std::string> environment_with(const std::map<std::string, std::string>& more) {
  std::vector<std::string> entries;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (!more.contains(std::string(text.substr(0, text.find('='))))) entries.emplace_back(text);
  }
  for (const auto& [name, value] : more) entries.push_back(name + '=' + value);
  return entries;
}

std::optional<pid_t> start(const Program& program, const Files& files,
                           const Attributes& attributes) {
  std::vector<std::string> words = program.words;
  std::vector<std::string> environment = environment_with(program.environment);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, words.front().c_str(), files.get(), attributes.get(),
                                   pointers(words).data(), pointers(environment).data());
  return error == 0 ? std::optional(child) : std::nullopt;
}

/// Writes the text until all of it went or nobody reads it any more.
void feed(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(pipe, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

int end_of(pid_t child) {
  constexpr int kKilled = 128;  // as shells have it
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kUnknownEnd;
  }
  return WIFSIGNALED(status) ? kKilled + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

std::optional<int> run_program(const Program& program) {
  // Where stead was started with SIGCHLD ignored, the system forgets how a program ended.
  const Taken child_ends(SIGCHLD, SIG_DFL);
  const std::array<Taken, 3> ignored{Taken(SIGINT, SIG_IGN), Taken(SIGQUIT, SIG_IGN),
                                     Taken(SIGPIPE, SIG_IGN)};
  Pipe pipe;
  if (program.input && !pipe.open()) return std::nullopt;
  const auto child = start(program, Files(pipe.reading_end()), Attributes(ignored));
  if (!child) return std::nullopt;
  pipe.close(0);
  if (program.input) feed(pipe.writing_end(), *program.input);
  pipe.close(1);
  return end_of(*child);
}

}  // namespace stead
