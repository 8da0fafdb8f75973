#include "stead/addresses.h"

#include "reports/json_parts.h"

namespace stead {
namespace {

std::string other(const Book& book, const Contact& contact) {
  if (contact.org.empty()) return contact.title;
  const std::string org = book.name_of(contact.org);
  return contact.title.empty() ? org : contact.title + ", " + org;
}

}  // namespace

AddressList address_list(
    const Book& book,
    const std::function<bool(const ContactNames& contact, std::string_view mail)>& wanted) {
  AddressList list;
  for (const std::size_t i : book.holding(Collection::contacts, "\"email\"")) {
    const Contact& contact = book.contact(i);
    if (contact.archived) continue;
    const ContactNames names = book.names(i);
    for (const std::string& mail : contact.email) {
      if (!wanted(names, mail)) continue;
      list.addresses.push_back({mail, contact.id, contact.name, other(book, contact)});
    }
  }
  return list;
}

Document to_document(const AddressList& list) {
  Table table{{{"Mail", Align::left, Fit::whole}, {"Name"}, {"Who"}}, {}};
  for (const Address& each : list.addresses) {
    table.rows.push_back({each.mail, each.name, each.other});
  }
  return Document().add(std::move(table));
}

std::string to_json(const AddressList& list) {
  auto addresses = Json::array();
  for (const Address& each : list.addresses) {
    addresses.push_back(
        object({{"mail", each.mail}, {"id", each.id}, {"name", each.name}, {"other", each.other}}));
  }
  const Json json = object({{"schema", "stead.addresses/1"}, {"addresses", std::move(addresses)}});
  return json.dump(2) + '\n';
}

}  // namespace stead
