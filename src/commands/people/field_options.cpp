#include "commands/people/field_options.h"

#include "commands/people/field_readers.h"

namespace stead {

std::span<const FieldOption> contact_options() {
  static constexpr auto kOptions = std::to_array<FieldOption>({
      {"kind", "", "kind", "person|org", "org is a company or a department", read_kind},
      {"alias", "", "aliases", "NAME", "Another name that finds them", read_line},
      {"org", "", "org", "ORG", "Where they work", read_org},
      {"title", "", "title", "TEXT", "Their role", read_line},
      {"email", "", "email", "ADDRESS", "E-mail", read_email},
      {"phone", "", "phone", "NUMBER", "Phone, as dialled", read_phone},
      {"url", "", "url", "URL", "A page on the web", read_url},
      {"address", "", "address", "TEXT", "A postal address", read_long_text},
      {"place", "", "place", "PLACE", "Town or region", read_line},
      {"tz", "", "tz", "ZONE", "Time zone, such as Europe/Madrid", read_zone},
      {"born", "", "born", "DAY", "Birthday; the year may be unknown", read_year_day},
      {"date", "", "dates", "DAY=TEXT", "Another day that comes every year", read_yearly_date},
      {"tag", "", "tags", "TAG", "client, colleague, or your own", read_words},
      {"skill", "", "skills", "SKILL", "What they can do", read_words},
      {"needs", "", "needs", "NEED", "What a stand-in for this client must be able to do",
       read_words},
      {"capacity", "", "capacity", "N", "How many clients they can cover on one day",
       read_capacity},
      {"every", "", "every", "SPAN", "Be in contact at least this often, such as 2w",
       read_calendar_span},
      {"at-most", "", "at_most", "SPAN", "Quiet for longer than this is urgent",
       read_calendar_span},
      {"reply-within", "", "reply_within", "TIME", "How soon they expect an answer, such as 4h",
       read_working_time},
      {"client-of", "", "client_of", "WHO", "Whose client it is, where not mine", read_contact},
      {"via-whom", "", "via_whom", "WHO", "Who brought you together", read_contact},
      {"note", "", "note", "TEXT", "Anything else; - reads it from standard input", read_long_text},
      {"hours", "", "hours", "HOURS", "Of me: working hours, such as \"mon-fri 09:00-17:00\"",
       read_hours},
      {"rule", "", "rules", "RULE", "Of me: what a tag means, such as client:every=1mon",
       read_rule},
  });
  return kOptions;
}

std::span<const FieldOption> promise_options() {
  static constexpr auto kOptions = std::to_array<FieldOption>({
      {"text", "", "text", "TEXT", "Of a promise or an interaction: what it says", read_long_text},
      {"with", "", "to", "WHO", "With whom it was", read_contact},
      {"for", "", "for", "WHO", "Whom it concerns", read_contact},
      {"made", "", "made", "WHEN", "Of a promise: when it was made", read_past_when},
      {"due", "by", "due", "DATE", "Of a promise: when it is due", read_future_when},
      {"every", "", "every", "SPAN", "", read_calendar_span},
      {"closed", "", "closed", "WHEN", "Of a promise: when it was closed", read_past_when},
  });
  return kOptions;
}

std::span<const FieldOption> interaction_options() {
  static constexpr auto kOptions = std::to_array<FieldOption>({
      {"at", "on", "at", "WHEN", "Of an interaction: when it was", read_past_when},
      {"with", "", "with", "WHO", "Of both: who it was with", read_contacts},
      {"about", "", "about", "WHO", "Of an interaction: who was talked about", read_contacts},
      {"for", "", "for", "WHO", "Of both: whom it concerns", read_contact},
      {"via", "", "via", "VIA", "Of an interaction: call, mail, meeting, chat, visit, note",
       read_words},
      {"from", "", "from", "me|them|both", "Of an interaction: who spoke", read_from},
      {"needs-reply", "", "needs_reply", "", "Of an interaction: they wait for an answer",
       read_flag},
      {"urgent", "", "urgent", "", "Of an interaction: the answer is urgent", read_flag},
      {"went", "", "went", "well|badly", "Of an interaction: how it was for them", read_went},
      {"text", "", "text", "TEXT", "Of both: what it says", read_long_text},
  });
  return kOptions;
}

bool TypedFields::empty() const {
  return unset.empty() && own.empty() &&
         std::ranges::all_of(values, [](const auto& typed) { return typed.second.empty(); });
}

void add_field_options(Syntax& syntax, std::span<const FieldOption> options, TypedFields& typed) {
  for (const FieldOption& field : options) {
    std::string names = fmt::format("--{}", field.name);
    if (syntax.has(names)) continue;
    if (!field.also.empty()) names += fmt::format(",--{}", field.also);
    auto& values = typed.values[std::string(field.name)];
    if (field.value.empty()) {
      syntax.flag(
          names, [&values] { values = {"true"}; }, std::string(field.help));
    } else {
      syntax.option(names, std::string(field.value), values, std::string(field.help));
    }
  }
}

void add_unset_option(Syntax& syntax, TypedFields& typed) {
  syntax.option("--unset", "FIELD[=VALUE]", typed.unset,
                "Empty a field, or take one value out of a list");
}

}  // namespace stead
