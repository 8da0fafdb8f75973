#include "cli/command.h"
#include "stead/dates.h"

#include <nlohmann/json.hpp>

namespace stead {
namespace {

std::string distance(int days) {
  if (days == 0) return "today";
  if (days == 1) return "tomorrow";
  if (days == -1) return "yesterday";
  return days > 0 ? fmt::format("in {} days", days) : fmt::format("{} days ago", -days);
}

Text words(const DateReading& reading) {
  if (reading.error) return Text(reading.error->what(), Tone::warning);
  Text text;
  if (reading.when) {
    text += Text(long_date(*reading.when), Tone::strong);
  } else {
    text += Text(long_date(reading.period->first), Tone::strong) + own(" – ") +
            Text(long_date(reading.period->last), Tone::strong);
  }
  return text +
         Text(fmt::format("  {}, week {}", distance(reading.days_from_today), reading.week.week),
              Tone::faint);
}

/// What the command answers.
struct DateAnswer {
  DateExplanation explanation;
};

Document to_document(const DateAnswer& answer) {
  const DateExplanation& explanation = answer.explanation;
  Fields fields;
  fields.fields.push_back({"in a log", {words(explanation.back)}});
  fields.fields.push_back({"as a due date", {words(explanation.forward)}});
  Document document;
  document.add(std::move(fields));
  return document;
}

nlohmann::ordered_json json_of(const DateReading& reading) {
  nlohmann::ordered_json json;
  if (reading.error) {
    json["error"] = reading.error->what();
    return json;
  }
  if (reading.when) json["when"] = to_string(*reading.when);
  if (reading.period) {
    json["first"] = to_string(reading.period->first);
    json["last"] = to_string(reading.period->last);
  }
  json["days_from_today"] = reading.days_from_today;
  json["week"] = reading.week.week;
  return json;
}

std::string to_json(const DateAnswer& answer) {
  const DateExplanation& explanation = answer.explanation;
  const nlohmann::ordered_json json{{"schema", "stead.date/1"},
                                    {"expression", explanation.expression},
                                    {"back", json_of(explanation.back)},
                                    {"forward", json_of(explanation.forward)}};
  return json.dump(2) + '\n';
}

}  // namespace

Action date_command(Syntax& syntax) {
  auto expression = std::make_shared<std::vector<std::string>>();
  syntax.example(
      "$ stead date fri\n"
      "in a log       Fri 2026-07-31  3 days ago, week 31\n"
      "as a due date  Fri 2026-08-07  in 4 days, week 32");
  syntax.required("expression", "EXPR", *expression, "A day, a time or a period");
  return [expression](Session& session) {
    const DateExplanation explanation =
        explain_date(session.text_argument(*expression, "the date"), session.now);
    if (explanation.back.error && explanation.forward.error) throw *explanation.forward.error;
    session.show(DateAnswer{explanation});
  };
}

}  // namespace stead
