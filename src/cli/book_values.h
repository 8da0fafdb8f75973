#pragma once

#include "cli/candidates.h"
#include "cli/line_context.h"
#include "stead/book.h"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Adds to the candidates what the book has: each kind of value in a function of its own. `before`
/// are the words that were typed for the same argument. Throws what the context throws.
class BookValues {
 public:
  BookValues(Candidates& candidates, LineContext& context, const std::vector<std::string>& before)
      : candidates_(candidates), context_(context), before_(before) {}

  void people();
  /// Those tagged `client`; everybody where none fits, as a client may be new.
  void clients();
  void orgs();  ///< Everybody where none fits.
  /// Where a piece of a text begins with `@`, handles.
  void mentions();

  /// Open promises by their ids and the people in them; behind a person, the words of theirs.
  void open_promises();
  /// Behind a person, what was heard from them and is not retired.
  void heard();
  void closed_promises();  ///< The same of closed ones, but for the words.
  void ids();              ///< Of all promises.

  void tags();
  void skills();  ///< Needs are skills as well.
  void places();
  /// The owner's own fields, ready for a value.
  void own_fields();
  /// A column of the list of contacts, maybe with a `-` in front: the other way round.
  void column();
  void columns();  ///< Several, with commas between them.
  /// The fields of the records that the line lists.
  void fields();

 private:
  using Wanted = std::function<bool(const ContactNames&)>;

  const Book& book() { return context_.book(); }
  const std::string& begun() const { return candidates_.begun(); }
  bool people_if(const Wanted& wanted);
  std::vector<Promise> promises_that(bool are_open);
  void offer_promises(const std::vector<Promise>& promises);
  std::string in_words(const Promise& promise);
  void words_of_promise();
  template <typename WordsOf>
  void words_in_use(std::initializer_list<std::string_view> fields, WordsOf words_of);
  template <typename Record>
  void fields_of();

  Candidates& candidates_;
  LineContext& context_;
  const std::vector<std::string>& before_;
};

}  // namespace stead
