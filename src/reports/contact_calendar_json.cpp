#include "reports/json_parts.h"
#include "stead/contact_calendar.h"

namespace stead {

std::string to_json(const ContactCalendar& calendar) {
  Json json =
      head_json("stead.chart-contacts/1", calendar.today, calendar.subject, calendar.period);
  json["contacts"] = calendar.contacts;
  json["people"] = calendar.people;
  json["quiet_from"] = calendar.quiet ? Json(to_string(calendar.quiet->first)) : Json();
  json["quiet_to"] = calendar.quiet ? Json(to_string(calendar.quiet->last)) : Json();
  json["days"] = Json::array();
  for (const CalendarDay& day : calendar.days) {
    json["days"].push_back(object({{"day", to_string(day.day)}, {"contacts", day.contacts}}));
  }
  return json.dump(2) + "\n";
}

}  // namespace stead
