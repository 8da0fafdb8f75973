#include "reports/others_client.h"

#include <algorithm>
#include <array>

namespace stead {
namespace {

bool is_of_another(const Book& book, const Contact& contact) {
  return contact.has_tag("client") && !contact.client_of.empty() &&
         book.canonical(contact.client_of) != "me";
}

}  // namespace

const Contact* client_of_another(const Book& book, const Promise& promise) {
  for (const std::string* handle : std::array{&promise.for_whom, &promise.other_side()}) {
    const Contact* who = handle->empty() ? nullptr : book.contact(*handle);
    if (who == nullptr) continue;
    if (is_of_another(book, *who)) return who;
    const Contact* org = who->org.empty() ? nullptr : book.contact(who->org);
    if (org != nullptr && is_of_another(book, *org)) return org;
  }
  return nullptr;
}

bool is_cover_over(const Book& book, const Contact& client, Day today) {
  bool has_any = false;
  bool lasts = false;
  for (const Contact* contact : {&client, book.contact(client.client_of)}) {
    if (contact == nullptr) continue;
    for (const Cover& cover : contact->cover) {
      if (book.canonical(cover.by) != "me") continue;
      has_any = true;
      lasts = lasts || today <= cover.to.value_or(kLastDay);
    }
  }
  return has_any && !lasts;
}

}  // namespace stead
