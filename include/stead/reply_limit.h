#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace stead {

/// How soon somebody expects an answer, and who says so.
struct ReplyLimit {
  enum class Source {
    own,   ///< Their record.
    org,   ///< That of their org.
    rule,  ///< A rule of the owner's for a tag.
  };

  Work within;
  Source source = Source::own;
  std::string from;  ///< The name of the org, or the tag.

  bool operator==(const ReplyLimit&) const = default;
};

/// What the contact's record says, else that of its org, else the first rule of `me` for a tag of
/// the contact, else for a tag of its org; nothing where none of them says anything.
std::optional<ReplyLimit> reply_limit_of(const Book& book, const Contact& contact);

/// `own`, `org` or `rule`: the word for it in JSON.
std::string_view word_of(ReplyLimit::Source source);

/// `4h`, `4h (as Acme Dental)`, `4h (rule for client)`.
std::string in_words(const ReplyLimit& limit);

}  // namespace stead
