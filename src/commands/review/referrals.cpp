#include "stead/referrals.h"
#include "cli/command.h"

namespace stead {

Action referrals_command(Syntax& syntax) {
  syntax.example(
      "$ stead got bo referral \"Delta GmbH\" -q\n"
      "$ stead referrals\n"
      "…\n"
      "Bo Lind\n"
      "…");
  return
      [](Session& session) { session.show(referrals_report(session.book(), session.now.today)); };
}

}  // namespace stead
