#include "book/record_check.h"

#include "book/record_key.h"
#include "stead/nearest.h"
#include "stead/record.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

/// Each looks at all names; whoever has more than this to mend has another tool at hand.
constexpr std::size_t kMostHints = 20;

void locate_in(Scanner& scanner, const Path& path, std::size_t depth, std::size_t& found) {
  scanner.peek();
  if (depth == path.size()) {
    found = scanner.at();
    scanner.value();
    return;
  }
  const char bracket = scanner.peek();
  const auto* name = std::get_if<std::string_view>(&path[depth]);
  if (name != nullptr && bracket == '{') {
    scanner.object([&](const JsonString& key) {
      key == *name ? locate_in(scanner, path, depth + 1, found) : void(scanner.value());
    });
  } else if (name == nullptr && bracket == '[') {
    std::size_t index = 0;
    scanner.array([&] {
      const bool is_it = index++ == std::get<std::size_t>(path[depth]);
      is_it ? locate_in(scanner, path, depth + 1, found) : void(scanner.value());
    });
  } else {
    scanner.value();
  }
}

Path operator/(Path path, Path::value_type step) {
  path.push_back(step);
  return path;
}

/// Calls `visit(path, handle)` for each reference in a record, but its own id.
template <typename Record, typename Visit>
void each_reference(const Record& record, const Path& path, const Visit& visit);

/// Most types hold no references.
template <typename Value, typename Visit>
void references_in(const FieldSpec&, const Value&, const Path&, const Visit&) {}

template <typename Visit>
void references_in(const FieldSpec& field, const std::string& value, const Path& path,
                   const Visit& visit) {
  if (field.type == Type::handle && field.name != "id" && !value.empty()) visit(path, value);
}

template <HasFields Object, typename Visit>
void references_in(const FieldSpec&, const Object& value, const Path& path, const Visit& visit) {
  each_reference(value, path, visit);
}

template <typename Value, typename Visit>
void references_in(const FieldSpec& field, const std::optional<Value>& value, const Path& path,
                   const Visit& visit) {
  if (value) references_in(field, *value, path, visit);
}

template <typename Element, typename Visit>
void references_in(const FieldSpec& field, const std::vector<Element>& list, const Path& path,
                   const Visit& visit) {
  for (std::size_t i = 0; i < list.size(); ++i) references_in(field, list[i], path / i, visit);
}

template <typename Record, typename Visit>
void each_reference(const Record& record, const Path& path, const Visit& visit) {
  each_field<Record>([&](const FieldSpec& field, auto member) {
    references_in(field, record.*member, path / field.name, visit);
  });
}

/// Looks at one record and puts what it finds to `spots`.
class RecordCheck {
 public:
  RecordCheck(Collection collection, std::string_view text, Extent record, Directory& directory,
              std::vector<Spot>& spots)
      : collection_(collection),
        text_(text.substr(0, record.end)),
        begin_(record.begin),
        directory_(directory),
        spots_(spots) {
    std::deque<std::string> decoded;
    id_ = id_of(text_, record, decoded);
  }

  template <typename Record>
  void run() {
    std::vector<Fault> faults;
    const auto record = read_record<Record>(text_, begin_, faults);
    for (const Fault& fault : faults) add(fault.offset(), fault.what());
    each_reference(record, {}, [this, &faults](const Path& path, const std::string& handle) {
      if (directory_.find(handle) != nullptr) return;  // a place costs a walk through the record
      const std::size_t offset = locate(text_, begin_, path);
      // What is no handle has been said to be none.
      if (std::ranges::find(faults, offset, &Fault::offset) == faults.end()) {
        add(offset, fmt::format("there is no contact '{}'", handle), directory_.hint_for(handle));
      }
    });
    if (faults.empty()) rules(record);
    for (const auto& [field, value] : record.conflict) {
      note({"conflict", field},
           fmt::format("a merge found two values for '{}'; the other is {}", field, value),
           "setting the field clears it");
    }
  }

 private:
  void add(std::size_t offset, std::string message, std::string hint = "",
           Finding::Severity severity = Finding::Severity::fault) {
    spots_.emplace_back(
        offset, Finding{severity, Place(), collection_, id_, std::move(message), std::move(hint)});
  }
  void fault(const Path& path, std::string message, std::string hint = "") {
    add(locate(text_, begin_, path), std::move(message), std::move(hint));
  }
  void note(const Path& path, std::string message, std::string hint) {
    add(locate(text_, begin_, path), std::move(message), std::move(hint), Finding::Severity::note);
  }

  bool is_me(const std::string& handle) const {
    const Directory::Who* who = directory_.find(handle);
    return who != nullptr && who->id == "me";
  }

  void rules(const Contact& contact) {
    if (contact.id == "them") fault({"id"}, "'them' is reserved: no contact can have that id");
    const Directory::Who* org = directory_.find(contact.org);
    if (!contact.org.empty() && org != nullptr && !org->is_org.value_or(true)) {
      fault({"org"}, fmt::format("'{}' is no organisation", contact.org),
            fmt::format("'stead set {} --kind org' if it is one", org->id));
    }
    if (!contact.tz.empty() && !is_zone_name(contact.tz)) {
      fault({"tz"}, "'tz' should be the name of a time zone such as 'Europe/Madrid'");
    }
    if (contact.id != "me") only_on_me(contact);
    for (std::size_t i = 0; i < contact.was.size(); ++i) {
      const Directory::Who* who = directory_.find(contact.was[i]);
      if (who == nullptr || who->id == contact.id) continue;
      note({"was", i}, fmt::format("'{}' finds another contact, '{}'", contact.was[i], who->id),
           "");
    }
  }

  void only_on_me(const Contact& contact) {
    const auto mine = [this](std::string_view field, bool is_there) {
      if (is_there) fault({field}, fmt::format("'{}' is for the contact 'me' alone", field));
    };
    mine("book", !contact.book.empty());
    mine("hours", !contact.hours.empty());
    mine("rules", !contact.rules.empty());
  }

  void rules(const Promise& promise) {
    if (!is_me(promise.by) && !is_me(promise.to)) {
      fault({"by"}, "neither 'by' nor 'to' is 'me'");
    }
    if (!promise.status.empty() && !promise.closed) {
      fault({"status"}, "'status' without 'closed', the day");
    }
    if (promise.status.empty() && promise.closed) {
      fault({"closed"}, "'closed' without 'status': kept, released or broken");
    }
    if (promise.every && !promise.first_due) {
      fault({"every"}, "'every' without 'first_due', the day that the series begins with");
    }
    if (!promise.every && promise.first_due) {
      fault({"first_due"}, "'first_due' without 'every'");
    }
    moves(promise);
  }

  /// A date moves only by a `told`, so each has to begin where the last one ended. Two people who
  /// both moved it before a merge are no fault of anybody.
  void moves(const Promise& promise) {
    bool moved = false;
    std::optional<When> due;
    for (std::size_t i = 0; i < promise.told.size(); ++i) {
      const Told& told = promise.told[i];
      if (!told.due && !told.due_was) continue;
      if (moved && told.due_was != due) {
        note({"told", i}, "this does not begin with the date that was told before", "");
      }
      due = told.due;
      moved = true;
    }
    if (moved && due != promise.due) {
      note({promise.due ? "due" : "told"}, "'due' is not the date that was told last", "");
    }
  }

  void rules(const Interaction& interaction) {
    if (interaction.needs_reply && interaction.from != "them") {
      fault({"needs_reply"}, "'needs_reply' without 'from' being 'them'");
    }
    if (interaction.urgent && !interaction.needs_reply) {
      fault({"urgent"}, "'urgent' without 'needs_reply'");
    }
    if (interaction.deed && interaction.deed->even && interaction.deed->amount) {
      fault({"deed", "amount"}, "'even' settles: it carries no 'amount'");
    }
  }

  Collection collection_;
  std::string_view text_;
  std::size_t begin_;
  Directory& directory_;
  std::vector<Spot>& spots_;
  std::string id_;
};

}  // namespace

std::size_t locate(std::string_view text, std::size_t begin, const Path& path) {
  std::size_t found = begin;
  Scanner scanner(text, begin);
  locate_in(scanner, path, 0, found);
  return found;
}

const Directory::Who* Directory::find(const std::string& handle) const {
  const auto found = people_.find(handle);
  return found == people_.end() ? nullptr : &found->second;
}

std::string Directory::hint_for(const std::string& handle) {
  const auto known = hints_.find(handle);
  if (known != hints_.end()) return known->second;
  if (hints_.size() == kMostHints) return "";
  std::vector<std::string_view> names;
  for (const auto& [name, who] : people_) names.push_back(name);
  std::ranges::sort(names);
  return hints_[handle] = did_you_mean(nearest(handle, names));
}

void check_record(Collection collection, std::string_view text, Extent record, Directory& directory,
                  std::vector<Spot>& spots) {
  RecordCheck check(collection, text, record, directory, spots);
  switch (collection) {
    case Collection::contacts: return check.run<Contact>();
    case Collection::promises: return check.run<Promise>();
    case Collection::interactions: return check.run<Interaction>();
  }
}

}  // namespace stead
