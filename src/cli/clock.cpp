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
  now.today = when.day;
  if (when.time) {
    now.time = *when.time;
  } else {
    now.time.offset = now.offset_at(now.today, now.time.minute);
  }
  return now;
}

}  // namespace stead
