#include "cli/command.h"
#include "cli/embedded.h"
#include "stead/nearest.h"

#include <array>

namespace stead {
namespace {

std::string_view script_for(const std::string& shell) {
  if (shell == "bash") return embedded_file("completions/stead.bash");
  if (shell == "zsh") return embedded_file("completions/_stead");
  if (shell == "fish") return embedded_file("completions/stead.fish");
  constexpr std::array<std::string_view, 3> kShells{"bash", "zsh", "fish"};
  const std::string meant = did_you_mean(nearest(shell, kShells));
  throw Error::usage("there is no completion for '{}'", shell)
      .with_hint(meant.empty()
                     ? "stead completion bash, stead completion zsh or stead completion fish"
                     : meant);
}

}  // namespace

Action completion_command(Syntax& syntax) {
  auto shell = std::make_shared<std::string>();
  syntax.example(
      "$ stead completion bash\n"
      "# Completion of stead for bash: stead itself answers what may stand there.\n"
      "…");
  syntax.required("shell", "bash|zsh|fish", *shell,
                  "Yours; as in: source <(stead completion bash)");
  return [shell](Session& session) { session.print(script_for(*shell)); };
}

}  // namespace stead
