#include "cli/command.h"
#include "stead/addresses.h"
#include "stead/name_offers.h"
#include "stead/nearest.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

constexpr std::array<std::string_view, 3> kPrograms{"mutt", "neomutt", "aerc"};

struct QueryMailOptions {
  std::vector<std::string> words;
  std::string program = "mutt";
};

/// A field between tabs: one line, nothing that a terminal would obey.
std::string field(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return shown(text);
}

/// What mutt and neomutt read of a query: a message on the first line, then
/// `mail<TAB>name<TAB>other` (their manual, "External Address Queries"); aerc the same without the
/// message (aerc-config(5)).
std::string lines_of(const AddressList& list, const std::string& query, bool with_message) {
  std::string lines;
  if (with_message) {
    const std::size_t count = list.addresses.size();
    lines = count == 0 ? fmt::format("stead: no address fits '{}'\n", shown(query))
                       : fmt::format("stead: {} address{}\n", count, count == 1 ? "" : "es");
  }
  for (const Address& each : list.addresses) {
    lines += fmt::format("{}\t{}\t{}\n", field(each.mail), field(each.name), field(each.other));
  }
  return lines;
}

void require_known(const std::string& program) {
  if (std::ranges::find(kPrograms, program) != kPrograms.end()) return;
  const std::string meant = did_you_mean(nearest(program, kPrograms));
  throw Error::usage("--for cannot be '{}'", program)
      .with_hint(meant.empty() ? fmt::format("--for takes {}", fmt::join(kPrograms, ", ")) : meant);
}

void query(Session& session, const QueryMailOptions& options) {
  require_known(options.program);
  const std::string words = fmt::format("{}", fmt::join(options.words, " "));
  require_clean(words, "the query");
  const std::string folded = fold(trimmed(words));
  const AddressList list =
      address_list(session.book(), [&](const ContactNames& names, std::string_view mail) {
        return may_become(folded, names) || fold(mail).find(folded) != std::string::npos;
      });
  if (list.addresses.empty()) session.status = Status::no;
  if (session.format != Format::text) return session.show(list);
  session.print(lines_of(list, words, options.program != "aerc"));
}

}  // namespace

Action query_mail_command(Syntax& syntax) {
  const auto options = std::make_shared<QueryMailOptions>();
  syntax.example(
      "$ stead query-mail jo\n"
      "stead: 1 address\n"
      "jo@example.org\tJo Park\tAcme Dental");
  syntax.argument("words", "WORDS", options->words,
                  "Of a name or an address; without any: all there are");
  syntax.option("--for", fmt::format("{}", fmt::join(kPrograms, "|")), options->program,
                "Which program asks; mutt, if not said");
  return [options](Session& session) { query(session, *options); };
}

}  // namespace stead
