#pragma once

#include "stead/book.h"
#include "stead/document.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// One mail address of a contact.
struct Address {
  std::string mail;
  std::string id;     ///< Of the contact.
  std::string name;   ///< The contact's.
  std::string other;  ///< What tells the contact from others: title and org.

  bool operator==(const Address&) const = default;
};

/// Mail addresses in the order of the book, the archived contacts' left out.
struct AddressList {
  std::vector<Address> addresses;

  bool operator==(const AddressList&) const = default;
};

/// The addresses for which `wanted` says so, which is asked with the contact and each address.
AddressList address_list(
    const Book& book,
    const std::function<bool(const ContactNames& contact, std::string_view mail)>& wanted);

Document to_document(const AddressList& list);
/// `stead.addresses/1`.
std::string to_json(const AddressList& list);

}  // namespace stead
