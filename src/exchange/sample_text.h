#pragma once

#include <string_view>

namespace stead {

/// The records of the sample, a line each, with days and ids that `sample_book` fills in:
///
///   <-3> <0> <9>      so many days from today; but for today, none that is a Saturday or a Sunday
///   <tue-1> <fri+2>   a day of last week, of the week after next
///   <-25+1mon>        and a span later
///   <tue-1 14:30>     at a time of day
///   <p estimate>      a promise's id, the same for the same name; <i> a new interaction's
///   <book>            a book's name
extern const std::string_view kSampleContacts;
extern const std::string_view kSamplePromises;
extern const std::string_view kSampleInteractions;

}  // namespace stead
