#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <string>
#include <vector>

namespace stead {

/// Help that went one way and asks for something in return.
struct HelpGot {
  std::string who;
  Interaction deed;
};

/// What the owner's deeds of the last year leave open.
struct OpenDeeds {
  std::vector<HelpGot> to_thank;    ///< Got, and not thanked for.
  std::vector<HelpGot> unreturned;  ///< The last help between the two was got.
};

/// Looks at the deeds of the year before `today`, each for everybody in it; the newest come first.
/// For a referral or an introduction thanks are due for all of that time, for other help for the
/// three months after it. What was settled (`even`) afterwards is not returned any more.
OpenDeeds open_deeds(const Book& book, Day today);

}  // namespace stead
