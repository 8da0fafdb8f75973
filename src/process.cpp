#include "process.h"

#include "run_program.h"
#include "time_zones.h"

#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <iostream>
#include <system_error>

namespace stead {
namespace {

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

/// Minutes east of UTC that local time has on `day` at `minute`, by the zone that TZ or the system
/// names.
int local_offset(Day day, int minute) {
  const std::chrono::year_month_day date(day);
  std::tm local{};
  local.tm_year = static_cast<int>(date.year()) - 1900;
  local.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  local.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  local.tm_min = minute;
  local.tm_isdst = -1;
  const std::time_t seconds = std::mktime(&local);
  return static_cast<int>((Days(day.time_since_epoch()).count() * 24 * 60) + minute - seconds / 60);
}

Now present() {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
  localtime_r(&seconds, &local);
  const auto year = std::chrono::year(local.tm_year + 1900);
  const auto month = std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1);
  const Day today{year / month / std::chrono::day(static_cast<unsigned>(local.tm_mday))};
  return {today,
          {local.tm_hour * 60 + local.tm_min, static_cast<int>(local.tm_gmtoff / 60)},
          local_offset,
          zone_offset};
}

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  if (getrandom(&bits, sizeof bits, 0) != static_cast<ssize_t>(sizeof bits)) {
    throw std::system_error(errno, std::generic_category(), "the system gives no random numbers");
  }
  return bits;
}

/// The terminal's columns or rows; nothing where it does not say.
std::optional<std::size_t> terminal_size(unsigned short winsize::*side) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.*side == 0) return std::nullopt;
  return size.*side;
}

/// What stands in front of the first comma of the account's GECOS field, passwd(5).
std::string account_name() {
  const passwd* account = getpwuid(getuid());
  if (account == nullptr) return {};
  const std::string_view full = account->pw_gecos == nullptr ? "" : account->pw_gecos;
  const std::string_view name = full.substr(0, full.find(','));
  return std::string(name.empty() ? account->pw_name : name);
}

}  // namespace

World world_of_process(int argc, char** argv) {
  // A limit on the size of files (ulimit -f) would kill the program in the middle of a write; like
  // this, the write fails and the user is told.
  std::signal(SIGXFSZ, SIG_IGN);
  return {.arguments = {argv + (argc > 0 ? 1 : 0), argv + argc},
          .environment = environment(),
          .now = present(),
          .random = random_bits,
          .in = std::cin,
          .out = std::cout,
          .err = std::cerr,
          .in_is_terminal = isatty(STDIN_FILENO) == 1,
          .out_is_terminal = isatty(STDOUT_FILENO) == 1,
          .err_is_terminal = isatty(STDERR_FILENO) == 1,
          .terminal_columns = terminal_size(&winsize::ws_col),
          .terminal_rows = terminal_size(&winsize::ws_row),
          .account_name = account_name,
          .has_zone = has_zone,
          .run_program = run_program};
}

}  // namespace stead
