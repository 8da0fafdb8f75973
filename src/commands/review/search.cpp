#include "cli/command.h"
#include "stead/search_hits.h"
#include "stead/text.h"

namespace stead {

Action search_command(Syntax& syntax) {
  const auto words = std::make_shared<std::vector<std::string>>();
  syntax.example(
      "$ stead search dns\n"
      "Found  1\n"
      "\n"
      "What happened  1\n"
      "  Mon 2026-07-06 16:00  mail from Ana Ruiz: asks about DNS");
  syntax.required("words", "WORDS", *words, "All of them have to occur; 'two words' as they stand");
  return [words](Session& session) {
    for (const std::string& word : *words) {
      require_clean(word, "the word");
      if (fold(word).find_first_not_of(' ') == std::string::npos) {
        throw Error::usage("there is nothing to look for in '{}'", word);
      }
    }
    session.show(search_report(session.book(), *words));
  };
}

}  // namespace stead
