#include "stead/merging.h"

#include "stead/record.h"
#include "stead/removal.h"
#include "stead/scanner.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace stead {
namespace {

bool is_empty(const std::string& value) { return value.empty(); }
template <typename Value>
bool is_empty(const std::optional<Value>& value) {
  return !value;
}
template <typename Value>
bool is_empty(const std::vector<Value>& list) {
  return list.empty();
}

/// Have the two elements of a list the same key?
template <typename Object>
bool is_same(const Object& a, const Object& b) {
  bool same = true;
  each_field<Object>([&](const FieldSpec& field, auto member) {
    same = same && (!field.key || a.*member == b.*member);
  });
  return same;
}

/// Fills what `mine` does not say; false where the two say different things.
template <typename Object>
bool fill(Object& mine, const Object& theirs) {
  bool agree = true;
  each_field<Object>([&](const FieldSpec&, auto member) {
    if constexpr (requires { is_empty(mine.*member); }) {
      if (is_empty(theirs.*member) || mine.*member == theirs.*member) return;
      if (is_empty(mine.*member)) {
        mine.*member = theirs.*member;
      } else {
        agree = false;
      }
    }  // what cannot be empty is a key, and the same
  });
  return agree;
}

/// A member of a record as JSON.
template <typename Value>
std::string json_of(const FieldSpec& field, Value Contact::*member, const Value& value) {
  Contact only;
  only.*member = value;
  const std::string record = write_record(only);
  const std::size_t front = std::string_view("{\"\":").size() + field.name.size();
  return record.substr(front, record.size() - front - 1);
}

/// What Meaning 10 calls references: each that names `from` names `into`.
class Renaming {
 public:
  Renaming(const Contact& into, const Contact& from) : into_(into.id), from_(from.was) {
    from_.push_back(from.id);
    both_ = from_;
    both_.push_back(into.id);
    both_.insert(both_.end(), into.was.begin(), into.was.end());
  }

  template <typename Record>
  Record operator()(Record record) const {
    each_field<Record>([&](const FieldSpec& field, auto member) { rename(field, record.*member); });
    return record;
  }

  /// Does it name either of the two?
  bool is_either(const std::string& handle) const { return has(both_, handle); }

 private:
  static bool has(const std::vector<std::string>& handles, const std::string& handle) {
    return std::ranges::find(handles, handle) != handles.end();
  }

  template <typename Value>
  void rename(const FieldSpec&, Value&) const {}

  void rename(const FieldSpec& field, std::string& value) const {
    if (field.type == Type::handle && field.name != "id" && has(from_, value)) value = into_;
  }

  /// A list of handles names the contact once.
  void rename(const FieldSpec& field, std::vector<std::string>& list) const {
    if (field.type != Type::handle) return;
    if (std::ranges::none_of(list, [&](const std::string& each) { return has(from_, each); })) {
      return;
    }
    bool is_there = false;
    std::erase_if(list, [&](const std::string& each) {
      return is_either(each) && std::exchange(is_there, true);
    });
    for (std::string& each : list) {
      if (is_either(each)) each = into_;
    }
  }

  template <HasFields Object>
  void rename(const FieldSpec&, std::vector<Object>& list) const {
    for (Object& each : list) each = (*this)(std::move(each));
    // Two elements may have become one.
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = i + 1; j < list.size();) {
        if (is_same(list[i], list[j]) && fill(list[i], list[j])) {
          list.erase(list.begin() + static_cast<std::ptrdiff_t>(j));
        } else {
          ++j;
        }
      }
    }
  }

  std::string into_;
  std::vector<std::string> from_;
  std::vector<std::string> both_;
};

/// Puts all that one contact has into another.
class Joining {
 public:
  Joining(Contact into, const Contact& from) : into_(std::move(into)), from_(from) {}

  Contact join(const std::vector<std::pair<std::string, std::string>>& unknown) {
    join_special();
    each_field<Contact>([&](const FieldSpec& field, auto member) {
      if (std::ranges::find(kSpecial, field.name) == kSpecial.end()) {
        join(field, member, into_.*member, from_.*member);
      }
    });
    for (const auto& lost : from_.conflict) lose(lost.first, lost.second);
    for (const auto& [name, value] : unknown) lose(name, value);
    return std::move(into_);
  }

 private:
  static constexpr std::array<std::string_view, 8> kSpecial{
      "id", "name", "kind", "was", "note", "client_of", "archived", "conflict"};

  void join_special() {
    const auto is_name = [&](const std::string& each) { return fold(each) == fold(from_.name); };
    if (!is_name(into_.name) && std::ranges::none_of(into_.aliases, is_name)) {
      into_.aliases.push_back(from_.name);
    } else if (into_.name != from_.name) {
      lose("name", json_quoted(from_.name));  // another spelling
    }
    into_.was.push_back(from_.id);
    into_.was.insert(into_.was.end(), from_.was.begin(), from_.was.end());
    if (!from_.note.empty() && from_.note != into_.note) {
      into_.note += (into_.note.empty() ? "" : "\n") + from_.note;
    }
    join_owner();
    if (!from_.archived) into_.archived.reset();
  }

  /// Whose client it is: a client of mine stays one.
  void join_owner() {
    const auto is_mine = [](const Contact& each) {
      return each.has_tag("client") && each.client_of.empty();
    };
    if (is_mine(into_) && !from_.client_of.empty()) {
      lose("client_of", json_quoted(from_.client_of));
    } else {
      join({.name = "client_of"}, &Contact::client_of, into_.client_of, from_.client_of);
    }
  }

  /// Keeps a value that is not in force. One field has one such value; more go into the note.
  void lose(std::string_view field, const std::string& json) {
    for (const auto& [name, value] : into_.conflict) {
      if (name != field) continue;
      if (value == json) return;
      into_.note += fmt::format("{}{}: {}", into_.note.empty() ? "" : "\n", field, json);
      return;
    }
    into_.conflict.emplace_back(field, json);
  }

  template <typename Value>
  void join(const FieldSpec& field, Value Contact::*member, Value& mine, const Value& theirs) {
    if (is_empty(mine)) {
      mine = theirs;
    } else if (!is_empty(theirs) && mine != theirs) {
      lose(field.name, json_of(field, member, theirs));
    }
  }

  void join(const FieldSpec&, std::vector<std::string> Contact::*, std::vector<std::string>& mine,
            const std::vector<std::string>& theirs) {
    for (const std::string& each : theirs) {
      if (std::ranges::find(mine, each) == mine.end()) mine.push_back(each);
    }
  }

  template <HasFields Object>
  void join(const FieldSpec& field, std::vector<Object> Contact::*member, std::vector<Object>& mine,
            const std::vector<Object>& theirs) {
    std::vector<Object> lost;
    for (const Object& each : theirs) {
      const auto same =
          std::ranges::find_if(mine, [&](const Object& one) { return is_same(one, each); });
      if (same == mine.end()) {
        mine.push_back(each);
      } else if (!fill(*same, each)) {
        lost.push_back(each);
      }
    }
    if (!lost.empty()) lose(field.name, json_of(field, member, lost));
  }

  void join(const FieldSpec& field, NamedTexts Contact::*member, NamedTexts& mine,
            const NamedTexts& theirs) {
    NamedTexts lost;
    for (const auto& each : theirs) {
      const auto same =
          std::ranges::find(mine, each.first, [](const auto& one) { return one.first; });
      if (same == mine.end()) {
        mine.push_back(each);
      } else if (same->second != each.second) {
        lost.push_back(each);
      }
    }
    if (!lost.empty()) lose(field.name, json_of(field, member, lost));
  }

  /// Whatever is to be quiet stays so for the longer of two times.
  void join(const FieldSpec&, NamedDays Contact::*, NamedDays& mine, const NamedDays& theirs) {
    for (const auto& each : theirs) {
      const auto same =
          std::ranges::find(mine, each.first, [](const auto& one) { return one.first; });
      if (same == mine.end()) {
        mine.push_back(each);
      } else {
        same->second = std::max(same->second, each.second);
      }
    }
  }

  Contact into_;
  const Contact& from_;
};

/// Members of a contact's text that stead does not know, with their values as JSON.
std::vector<std::pair<std::string, std::string>> unknown_members(std::string_view record) {
  std::set<std::string, std::less<>> known;
  each_field<Contact>([&](const FieldSpec& field, auto) { known.emplace(field.name); });
  std::vector<std::pair<std::string, std::string>> unknown;
  Scanner scanner(record);
  scanner.object([&](const JsonString& key) {
    scanner.peek();
    const std::size_t begin = scanner.at();
    scanner.value();
    const std::string name = key.value();
    if (known.contains(name)) return;
    unknown.emplace_back(name, record.substr(begin, scanner.at() - begin));
  });
  return unknown;
}

/// Nobody works at, stands in for or was brought by themselves.
void take_out_itself(Contact& contact, const Renaming& renaming) {
  for (std::string* handle : {&contact.org, &contact.client_of, &contact.via_whom}) {
    if (renaming.is_either(*handle)) handle->clear();
  }
  std::erase_if(contact.past, [&](const PastOrg& past) { return renaming.is_either(past.org); });
  std::erase_if(contact.cover, [&](const Cover& cover) { return renaming.is_either(cover.by); });
}

}  // namespace

Merging merging_of(const Book& book, std::string_view into, std::string_view from) {
  Contact stays = *book.contact(into);
  Contact goes = *book.contact(from);
  const Renaming renaming(stays, goes);
  take_out_itself(stays, renaming);
  take_out_itself(goes, renaming);
  const std::size_t index = *book.find_contact(from);
  Merging merging;
  merging.contact = Joining(renaming(stays), renaming(goes))
                        .join(unknown_members(book.record(Collection::contacts, index)));
  const References found = references_to(book, from);
  for (const std::size_t i : found.contacts) {
    if (book.contact(i).id != stays.id) merging.contacts.push_back(renaming(book.contact(i)));
  }
  for (const std::size_t i : found.promises) {
    Promise promise = renaming(book.promise(i));
    if (promise.for_whom == promise.other_side() && !promise.is_follow_up()) {
      promise.for_whom.clear();
    }
    merging.promises.push_back(std::move(promise));
  }
  for (const std::size_t i : found.interactions) {
    merging.interactions.push_back(renaming(book.interaction(i)));
  }
  for (const auto& [field, value] : merging.contact.conflict) merging.differing.push_back(field);
  return merging;
}

}  // namespace stead
