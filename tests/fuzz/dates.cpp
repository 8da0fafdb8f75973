// Words for days, periods and amounts: whatever is taken can be printed and read again, whatever is
// refused is a mistake of the user.
#include "stead/dates.h"

#include "stead/text.h"

#include "expect.h"
#include "practice.h"

namespace {

using namespace stead;
using stead::fuzz::expect;
using stead::fuzz::monday;

/// What `read` makes of it; nothing where it says that the user made a mistake.
template <typename Read>
auto attempt(const Read& read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error& error) {
    expect(error.status() == Status::usage, "a word that is none is a mistake of the call");
    return std::nullopt;
  }
}

bool is_in_book(Day day) { return kFirstDay <= day && day <= kLastDay; }

void read_day_or_time(std::string_view text, Direction direction) {
  const auto found = attempt([&] { return find_when(text, monday(), direction); });
  if (!found || !*found) return;
  const When when = **found;
  expect(is_in_book(when.day), "a day is within the years 1 to 9999");
  expect(find_when(to_string(when), monday(), direction) == when, "a date in ISO is read again");
  if (!when.time) {
    expect(find_when(long_date(when), monday(), direction) == when, "a printed date is read again");
  }
}

void read_days(std::string_view text, Direction direction) {
  const auto found = attempt([&] { return find_period(text, monday(), direction); });
  if (!found || !*found) return;
  const Period period = **found;
  expect(is_in_book(period.first) && is_in_book(period.last), "a period is within the years");
  expect(period.first <= period.last, "a period does not end before it begins");
  const std::string printed = to_string(period.first) + ".." + to_string(period.last);
  expect(find_period(printed, monday(), direction) == period, "a period in ISO is read again");
}

template <typename T>
void expect_rest_of(std::string_view text, const std::optional<Leading<T>>& leading) {
  if (!leading || leading->rest.empty()) return;
  const char* begin = leading->rest.data();
  expect(begin >= text.data() && begin + leading->rest.size() <= text.data() + text.size(),
         "what follows is a part of the text");
}

void read_front(std::string_view text, Direction direction) {
  if (const auto when = attempt([&] { return date_before_colon(text, monday(), direction); })) {
    expect_rest_of(text, *when);
  }
  if (const auto period = attempt([&] { return leading_period(text, monday(), direction); })) {
    expect_rest_of(text, *period);
  }
  expect_rest_of(text, leading_amount(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size) {
  const std::string_view text(data, size);
  for (const Direction direction : {Direction::back, Direction::forward}) {
    read_day_or_time(text, direction);
    read_days(text, direction);
    read_front(text, direction);
  }
  if (const auto span = attempt([&] { return read_span(text); })) {
    expect(read_span(to_string(*span)) == *span, "a span that is printed is read again");
  }
  if (const auto work = attempt([&] { return read_work(text); })) {
    expect(read_work(to_string(*work)) == *work, "an effort that is printed is read again");
  }
  if (const auto amount = attempt([&] { return read_amount(text); })) {
    expect(read_amount(to_string(*amount)) == *amount, "an amount that is printed is read again");
  }
  explain_date(text, monday());
  return 0;
}
