#include "cli/clock.h"

#include "stead/dates.h"

namespace stead {

Now clock_of(const World& world, const GlobalOptions& options) {
  const std::string& text = options.now.empty() ? world.variable("STEAD_NOW") : options.now;
  if (text.empty()) return world.now;
  const When when = [&] {
    try {
      return read_when(text, world.now, Direction::back);
    } catch (const Error& error) {
      throw Error::usage("{}: {}", options.now.empty() ? "STEAD_NOW" : "--now", error.what())
          .with_hint(error.hint());
    }
  }();
  Now now = world.now;
  // An hour from the machine's clock would make each run another one.
  constexpr int kNoon = 12 * 60;
  now.today = when.day;
  now.time = when.time ? *when.time : TimeOfDay{kNoon, now.offset_at(when.day, kNoon)};
  return now;
}

}  // namespace stead
