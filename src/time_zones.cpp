#include "time_zones.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>

namespace stead {
namespace {

constexpr const char* kZone = "TZ";

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

/// The zone that is in force as long as this lives; the one before comes back then.
class ZoneInForce {
 public:
  explicit ZoneInForce(const std::string& name) : before_(variable(kZone)) { set(":" + name); }
  ZoneInForce(const ZoneInForce&) = delete;
  ZoneInForce& operator=(const ZoneInForce&) = delete;
  ~ZoneInForce() { set(before_); }

 private:
  static void set(const std::optional<std::string>& zone) {
    if (zone) {
      setenv(kZone, zone->c_str(), 1);
    } else {
      unsetenv(kZone);
    }
    tzset();
  }

  std::optional<std::string> before_;
};

}  // namespace

std::optional<bool> has_zone(const std::string& name) {
  const std::filesystem::path zones = variable("TZDIR").value_or("");
  const std::filesystem::path folder = zones.empty() ? "/usr/share/zoneinfo" : zones;
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return std::nullopt;
  return std::filesystem::is_regular_file(folder / name, ignored);
}

std::optional<int> zone_offset(const std::string& name, std::int64_t instant) {
  if (!has_zone(name).value_or(false)) return std::nullopt;
  const ZoneInForce zone(name);
  const auto seconds = static_cast<std::time_t>(instant * 60);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return std::nullopt;
  return static_cast<int>(local.tm_gmtoff / 60);
}

}  // namespace stead
