#include "stead/friends.h"
#include "stead/text.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace stead {
namespace {

/// FNV-1a, 64 bits; http://www.isthe.com/chongo/tech/comp/fnv/.
std::uint64_t hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// The `uid` of what is nothing but its text.
std::string uid_of(std::string_view kind, std::string_view text) {
  return fmt::format("friends:{:016x}", hash(fmt::format("{}\n{}", kind, text)));
}

/// The contacts of the book and of the import, as the file names them.
class People {
 public:
  explicit People(Edits& edits) : edits_(edits) {
    const Book& book = edits.book();
    for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) add(book.contact(i));
  }

  /// The handle of somebody, who is made where the book has nobody of the name.
  std::string handle_of(const FriendsPerson& person) {
    const std::string uid = uid_of("person", fold(person.name));
    std::string handle = find(person.name, uid);
    const bool is_new = handle.empty();
    if (is_new) handle = edits_.new_handle(person.name);
    Contact contact = is_new ? Contact{} : *edits_.contact(handle);
    contact.id = handle;
    if (is_new) contact.name = person.name;
    complete(contact, person, uid);
    edits_.put(contact);
    add(contact);
    (is_new ? made_ : met_).insert(handle);
    return handle;
  }

  /// The handle of somebody whom an event names.
  std::string handle_of(const std::string& name) {
    std::string handle = find(name, uid_of("person", fold(name)));
    if (handle.empty() || !is_counted(handle)) return handle_of(FriendsPerson{name, {}, {}, {}});
    return handle;
  }

  std::size_t made() const { return made_.size(); }
  std::size_t met() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(met_, [&](const auto& handle) { return !made_.contains(handle); }));
  }

 private:
  using HandlesByKey = std::unordered_map<std::string, std::set<std::string>>;

  bool is_counted(const std::string& handle) const {
    return made_.contains(handle) || met_.contains(handle);
  }

  void add(const Contact& contact) {
    for (const std::string& uid : contact.uid) by_uid_[uid].insert(contact.id);
    by_name_[fold(contact.name)].insert(contact.id);
    for (const std::string& alias : contact.aliases) by_alias_[fold(alias)].insert(contact.id);
  }

  /// Whom the name means; empty where nobody has it.
  std::string find(const std::string& name, const std::string& uid) const {
    const std::string folded = fold(name);
    for (const auto& [handles, key] :
         {std::pair<const HandlesByKey&, const std::string&>{by_uid_, uid},
          {by_name_, folded},
          {by_alias_, folded}}) {
      const auto found = handles.find(key);
      if (found == handles.end()) continue;
      if (found->second.size() > 1) throw_several(name, found->second);
      return *found->second.begin();
    }
    return {};
  }

  [[noreturn]] static void throw_several(const std::string& name,
                                         const std::set<std::string>& handles) {
    const std::string& one = *handles.begin();
    const std::string& other = *std::next(handles.begin());
    throw Error::usage("'{}' is the name of {} contacts in the book, such as {} and {}", name,
                       handles.size(), one, other)
        .with_hint(fmt::format("'stead merge {} {}', or 'stead rename' one of them", one, other));
  }

  /// Adds what the contact lacks; what it has stays.
  static void complete(Contact& contact, const FriendsPerson& person, const std::string& uid) {
    const auto is_called = [&](const std::string& name) {
      const auto same = [folded = fold(name)](const std::string& other) {
        return fold(other) == folded;
      };
      return same(contact.name) || std::ranges::any_of(contact.aliases, same);
    };
    for (const std::string& name : person.nicknames) {
      if (!is_called(name)) contact.aliases.push_back(name);
    }
    for (const std::string& tag : person.tags) {
      if (!contact.has_tag(tag)) contact.tags.push_back(tag);
    }
    if (contact.place.empty()) contact.place = person.place;
    if (std::ranges::find(contact.uid, uid) == contact.uid.end()) contact.uid.push_back(uid);
  }

  Edits& edits_;
  HandlesByKey by_uid_;
  HandlesByKey by_name_;
  HandlesByKey by_alias_;
  std::unordered_set<std::string> made_;
  std::unordered_set<std::string> met_;
};

/// Brings in activities and notes.
class Events {
 public:
  Events(Edits& edits, People& people) : edits_(edits), people_(people) {
    const Book& book = edits.book();
    for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
      for (std::string& uid : book.interaction(i).uid) known_.insert(std::move(uid));
    }
  }

  /// Adds an event unless the book has it; true when it was added.
  bool add(const FriendsEvent& event, std::string_view kind) {
    const std::vector<std::string> with = handles_of(event);
    std::string uid = uid_of_next(event, kind);
    if (known_.contains(uid)) return false;
    Interaction interaction;
    interaction.id = edits_.new_interaction_id();
    interaction.at = {event.day, std::nullopt};
    interaction.with = with;
    if (kind == "note") interaction.via = "note";
    interaction.text = event.text;
    interaction.uid = {std::move(uid)};
    edits_.put(interaction);
    return true;
  }

 private:
  /// Those who took part beside me, each once.
  std::vector<std::string> handles_of(const FriendsEvent& event) {
    std::vector<std::string> handles;
    for (const std::string& name : event.names) {
      std::string handle = people_.handle_of(name);
      const bool again = std::ranges::find(handles, handle) != handles.end();
      if (!again && handle != "me") handles.push_back(std::move(handle));
    }
    return handles;
  }

  /// The same line may stand in the file several times: the n-th of them has a uid of its own,
  /// wherever it stands.
  std::string uid_of_next(const FriendsEvent& event, std::string_view kind) {
    const std::string text = fmt::format("{}\n{}", to_string(event.day), event.text);
    const int before = seen_[fmt::format("{}\n{}", kind, text)]++;
    return uid_of(kind, before == 0 ? text : fmt::format("{}\n{}", text, before + 1));
  }

  Edits& edits_;
  People& people_;
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, int> seen_;
};

std::size_t count_places(const FriendsFile& friends) {
  std::set<std::string> places(friends.places.begin(), friends.places.end());
  for (const FriendsPerson& person : friends.people) places.insert(person.place);
  for (const auto* events : {&friends.activities, &friends.notes}) {
    for (const FriendsEvent& event : *events) {
      places.insert(event.places.begin(), event.places.end());
    }
  }
  places.erase("");
  return places.size();
}

}  // namespace

FriendsSummary friends_changes(const FriendsFile& friends, Edits& edits) {
  FriendsSummary summary;
  People people(edits);
  for (const FriendsPerson& person : friends.people) people.handle_of(person);
  Events events(edits, people);
  for (const FriendsEvent& activity : friends.activities) {
    ++(events.add(activity, "activity") ? summary.activities_new : summary.activities_known);
  }
  for (const FriendsEvent& note : friends.notes) {
    ++(events.add(note, "note") ? summary.notes_new : summary.notes_known);
  }
  summary.people_new = people.made();
  summary.people_met = people.met();
  summary.places = count_places(friends);
  return summary;
}

}  // namespace stead
