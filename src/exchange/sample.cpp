#include "stead/sample.h"

#include "exchange/sample_text.h"
#include "stead/book.h"
#include "stead/record.h"

#include <array>
#include <cassert>
#include <charconv>
#include <map>
#include <string_view>

namespace stead {
namespace {

constexpr std::array<std::string_view, 5> kWeekdays{"mon", "tue", "wed", "thu", "fri"};

/// What is in front of `separator`, which goes as well; all of it where there is none.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view front = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return front;
}

int take_number(std::string_view& text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  assert(error == std::errc());
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// A Saturday or Sunday gives way to the Friday before, or in the future to the Monday after.
Day working_day(Day day, bool is_past) {
  const Day monday = monday_of(day);
  if (day < monday + Days{5}) return day;
  return is_past ? monday + Days{4} : monday + Days{7};
}

/// Fills in what stands between `<` and `>` in the sample's text.
class Filler {
 public:
  Filler(const Now& now, Edits& edits) : now_(now), edits_(edits) {}

  std::string filled(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      out += take_until(text, '<');
      if (!text.empty()) out += value(take_until(text, '>'));
    }
    return out;
  }

 private:
  std::string value(std::string_view word) {
    if (word == "book") return edits_.new_book_id();
    if (word == "i") return edits_.new_interaction_id();
    if (word.starts_with("p ")) {
      std::string& id = promises_[word.substr(2)];
      if (id.empty()) id = edits_.new_promise_id();
      return id;
    }
    const Day day = take_day(word);
    if (word.empty()) return to_string(day);
    word.remove_prefix(1);
    const int hours = take_number(word);
    word.remove_prefix(1);
    return to_string(now_.at(day, hours * 60 + take_number(word)));
  }

  Day take_day(std::string_view& word) {
    Day day = take_plain_day(word);
    if (word.starts_with('+')) day = add(day, *span_from(take_until(word, ' ').substr(1)));
    return day;
  }

  Day take_plain_day(std::string_view& word) {
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      if (!word.starts_with(kWeekdays[i])) continue;
      word.remove_prefix(kWeekdays[i].size());
      return monday_of(now_.today) + Days{7 * take_number(word) + static_cast<int>(i)};
    }
    const int days = take_number(word);
    return days == 0 ? now_.today : working_day(now_.today + Days{days}, days < 0);
  }

  const Now& now_;
  Edits& edits_;
  std::map<std::string_view, std::string> promises_;
};

template <typename Record>
void put_all(Edits& edits, Filler& filler, std::string_view lines) {
  while (!lines.empty()) {
    edits.put(read_record<Record>(filler.filled(take_until(lines, '\n'))));
  }
}

}  // namespace

std::string sample_book(const Now& now, const Random& random) {
  const std::string empty = new_book_text({.id = "me", .name = "Jan Hale"});
  const Book book = Book::strict(empty, "");
  Edits edits(book, random);
  Filler filler(now, edits);
  put_all<Contact>(edits, filler, kSampleContacts);
  put_all<Promise>(edits, filler, kSamplePromises);
  put_all<Interaction>(edits, filler, kSampleInteractions);
  return with_changes(book, edits.changes()).joined();
}

}  // namespace stead
