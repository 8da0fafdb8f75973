#include "stead/weekly.h"

#include "cli/command.h"
#include "stead/calendar_words.h"
#include "stead/dates.h"
#include "stead/mail_message.h"
#include "stead/render.h"

#include <algorithm>
#include <chrono>

namespace stead {
namespace {

struct WeeklyOptions {
  std::vector<std::string> period;
  bool if_any = false;
  bool mail = false;
};

/// The day and time as a message has it: `Mon, 3 Aug 2026 10:15:00 +0200`.
std::string mail_date(const Now& now) {
  const std::chrono::year_month_day day(now.today);
  const int offset = std::max(now.time.offset, -now.time.offset);
  return fmt::format("{}, {} {} {:04} {:02}:{:02}:00 {}{:02}{:02}", weekday_name(now.today),
                     static_cast<unsigned>(day.day()),
                     month_name(static_cast<unsigned>(day.month())).substr(0, 3),
                     static_cast<int>(day.year()), now.time.minute / 60, now.time.minute % 60,
                     now.time.offset < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::string my_address(const Book& book) {
  const Contact& me = book.me();
  if (me.email.empty()) {
    throw Error::usage("the book has no e-mail address of yours to send it to")
        .with_hint("stead set me --email ADDRESS");
  }
  if (!is_mail_address(me.email.front())) {
    throw Error::usage("'{}' is not an address that a message can be sent to", me.email.front())
        .with_hint("stead set me --email ADDRESS");
  }
  return me.email.front();
}

std::string as_message(const Session& session, const WeeklyReport& report) {
  const Document page = to_document(report);
  constexpr TextStyle kPlain{.width = 72};
  return mail_message(
      {.name = session.book().me().name,
       .address = my_address(session.book()),
       .subject = fmt::format("{}: {} to {}", page.title(), long_date(report.period.first),
                              long_date(report.period.last)),
       .date = mail_date(session.now),
       .text = render_text(page, kPlain),
       .html = render_html(page)});
}

/// `july` is the last one in August and the next one in June: a page is of what is near.
Period nearest_period(const std::string& text, const Now& now) {
  const Period ahead = read_period(text, now, Direction::forward);
  const auto behind = find_period(text, now, Direction::back);
  if (!behind || ahead.first <= now.today) return ahead;
  return now.today - behind->last < ahead.first - now.today ? *behind : ahead;
}

void weekly(Session& session, const WeeklyOptions& options) {
  std::optional<Period> period;
  if (!options.period.empty()) {
    period = nearest_period(session.text_argument(options.period, "the period"), session.now);
  }
  const WeeklyReport report = weekly_report(session.book(), session.now, period);
  if (options.mail && session.format != Format::text) {
    throw Error::usage(
        "--mail makes a message with the page as text and HTML, and takes no --format");
  }
  if (options.mail) my_address(session.book());
  if (options.if_any && !report.asks_for_something()) return;
  if (options.mail) return session.print(as_message(session, report));
  session.show(report);
}

}  // namespace

Action weekly_command(Syntax& syntax) {
  auto options = std::make_shared<WeeklyOptions>();
  syntax.example("$ stead weekly next week\n…");
  syntax.argument("period", "PERIOD", options->period, "Another period than this week");
  syntax.flag("--mail", options->mail, "Print a whole message to yourself, for sendmail -t");
  syntax.flag("--if-any", options->if_any, "Print nothing when there is nothing to do");
  return [options](Session& session) { weekly(session, *options); };
}

}  // namespace stead
