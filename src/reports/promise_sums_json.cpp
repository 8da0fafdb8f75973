#include "reports/promise_sums_json.h"

#include "reports/json_parts.h"

namespace stead {

std::string counts_json(const SideSums& sums) {
  const Json json{{"kept_early", sums.kept_early},
                  {"kept_on_the_day", sums.kept_on_the_day},
                  {"kept_late", sums.kept_late},
                  {"kept_undated", sums.kept_undated},
                  {"released", sums.released},
                  {"broken", sums.broken},
                  {"open", sums.open},
                  {"late", sums.late},
                  {"told_in_time", sums.told_in_time},
                  {"told_late", sums.told_late},
                  {"never_told", sums.never_told}};
  return json.dump();
}

}  // namespace stead
