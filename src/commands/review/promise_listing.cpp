#include "commands/review/promise_listing.h"

#include "stead/dates.h"
#include "stead/filter.h"
#include "stead/names.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

/// May the first term be a person? Terms with a key, or joined by `or`, are the filter's.
bool may_begin_with_a_name(const std::vector<std::string>& terms) {
  if (terms.empty() || (terms.size() > 1 && terms[1] == "or")) return false;
  const std::string& first = terms.front();
  return first != "not" && first != "or" && first.find(':') == std::string::npos;
}

/// A first term that names somebody is that person, as in PROMISE; nothing: it is words of a text.
/// The owner is meant by the whole name alone: `jan` is others' word, too.
std::optional<std::vector<std::string>> people_in(const Book& book,
                                                  const std::vector<std::string>& terms) {
  if (!may_begin_with_a_name(terms)) return std::nullopt;
  const std::string& first = terms.front();
  if (first.find(',') != std::string::npos) return contacts_named(book, first, Archived::found);
  const auto who = find_contact_named(book, first, Archived::found);
  if (!who || (who == "me" && first != "me" && fold(first) != fold(book.me().name))) {
    return std::nullopt;
  }
  return std::vector{*who};
}

bool is_with(const Book& book, const Promise& promise, const std::vector<std::string>& people) {
  const auto is_in = [&](std::string_view handle) {
    return std::ranges::find(people, book.canonical(handle)) != people.end();
  };
  return is_in(promise.other_side()) || is_in(promise.for_whom) ||
         (promise.is_follow_up() && is_in("me"));
}

PromiseListRequest request_of(const Session& session, const PromiseListing& options,
                              PromiseListRequest::Side side) {
  PromiseListRequest request;
  request.side = side;
  if (!options.due.empty()) {
    request.due = read_period(options.due, session.now, Direction::forward);
  }
  request.closed = options.closed;
  request.late = options.late;
  if (options.filter.empty()) return request;
  const Book& book = session.book();
  const auto people = people_in(book, options.filter);
  const auto first = options.filter.begin() + (people ? 1 : 0);
  const Filter filter(book, {first, options.filter.end()}, session.now, Collection::promises);
  request.filter = [&book, people, filter](const Promise& promise) {
    return (!people || is_with(book, promise, *people)) && filter.matches(promise);
  };
  return request;
}

/// What nothing has may be a name, or the value of a term, that was mistyped.
void mention_unknown(Session& session, const std::vector<std::string>& terms) {
  const std::string meant = Filter(session.book(), terms, session.now).did_you_mean();
  if (!meant.empty()) return session.hint(meant);
  if (!may_begin_with_a_name(terms) || people_in(session.book(), terms)) return;
  session.hint(fmt::format("nobody is called '{}'; 'stead list' shows the names", terms.front()));
}

}  // namespace

void add_listing_options(Syntax& syntax, PromiseListing& listing) {
  syntax.argument("filter", "[WHO] [FILTER]", listing.filter,
                  "A name, words of the text, or for:acme, since:aug …");
  syntax.flag("--late", listing.late, "Only those past their date; status 1 when there are any");
  syntax.option("--due", "PERIOD", listing.due,
                "Only those due then; looks ahead: ..fri, next week");
  syntax.flag("--closed", listing.closed,
              "Closed ones, the last first, and sums: how all were kept; and of those late, broken "
              "or moved, whether the other side was told in time (by the date in force when it was "
              "said), told late (only after it) or never told");
}

bool list_promises(Session& session, const PromiseListing& listing, PromiseListRequest::Side side) {
  const PromiseList list =
      promise_list_report(session.book(), session.now, request_of(session, listing, side));
  if (list.promises.empty()) mention_unknown(session, listing.filter);
  if (session.format == Format::csv || session.format == Format::tsv) {
    session.show_document(Document().add(to_table(list)));
  } else {
    session.show(list);
  }
  return listing.late && list.count() > 0;
}

}  // namespace stead
