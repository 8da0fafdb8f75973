#pragma once

#include "stead/contact_card.h"

#include <cstddef>
#include <string>

namespace stead {

/// All that a book has about one promise.
struct PromiseCard {
  Now now;
  Promise promise;
  std::string record;  ///< Its text in the book.
  NamesByHandle names;
};
PromiseCard promise_card(const Book& book, std::size_t index, const Now& now);

Document to_document(const PromiseCard& card);
std::string to_json(const PromiseCard& card);

/// All that a book has about one interaction.
struct InteractionCard {
  Interaction interaction;
  std::string record;  ///< Its text in the book.
  NamesByHandle names;
};
InteractionCard interaction_card(const Book& book, std::size_t index);

Document to_document(const InteractionCard& card);
std::string to_json(const InteractionCard& card);

}  // namespace stead
