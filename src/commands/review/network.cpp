#include "stead/network.h"
#include "cli/command.h"
#include "stead/names.h"

namespace stead {

Action network_command(Syntax& syntax) {
  const auto around = std::make_shared<std::string>();
  syntax.example(
      "$ stead network --around sam\n"
      "Around Sam Ortiz  6 contacts, 6 ties, within two steps\n"
      "…");
  syntax.option("--around", "WHO", *around, "Only those within two steps of them");
  return [around](Session& session) {
    std::string handle;
    if (!around->empty()) handle = contact_named(session.book(), *around, Archived::found);
    const NetworkReport report = network_report(session.book(), handle, session.now.today);
    if (session.format == Format::dot) return session.print(render_dot(to_graph(report)));
    session.show(report);
  };
}

}  // namespace stead
