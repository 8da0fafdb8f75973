#include "stead/record.h"
#include "stead/splice.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace stead {
namespace {

/// U+007F–9F, bidi controls, and the line separators: written as \u, like controls.
bool is_escaped(char32_t code) {
  return (code >= 0x7F && code <= 0x9F) || code == 0x061C || code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void append_quoted(std::string& out, char32_t code) {
  switch (code) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\t': out += "\\t"; break;
    case '\r': out += "\\r"; break;
    default:
      if (code < 0x20 || is_escaped(code)) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(code));
      } else {
        append_utf8(out, code);
      }
  }
}

// What JSON text a value has; an empty answer is a value that is left out.
std::string json_of(const std::string& value) { return value.empty() ? "" : json_quoted(value); }
std::string json_of(bool value) { return value ? "true" : ""; }
std::string json_of(int value) { return std::to_string(value); }

template <typename Value>
requires requires(const Value& value) { to_string(value); }
std::string json_of(const Value& value) { return '"' + to_string(value) + '"'; }

template <HasFields Object>
std::string json_of(const Object& object) {
  return write_record(object);
}

template <typename Value>
std::string json_of(const std::optional<Value>& value) {
  return value ? json_of(*value) : "";
}

// An element of a list is there even if it is empty.
std::string json_of_element(const std::string& value) { return json_quoted(value); }
template <HasFields Object>
std::string json_of_element(const Object& object) {
  return write_record(object);
}

template <typename Element>
std::string json_of(const std::vector<Element>& list) {
  if (list.empty()) return "";
  std::string out = "[";
  for (const Element& element : list) {
    if (out.size() > 1) out += ',';
    out += json_of_element(element);
  }
  return out + ']';
}

std::string named_value(const FieldSpec& field, const std::string& value) {
  return field.type == Type::values ? value : json_quoted(value);
}
std::string named_value(const FieldSpec&, Day day) { return json_of(day); }

template <typename Value>
std::string json_of(const FieldSpec& field,
                    const std::vector<std::pair<std::string, Value>>& named) {
  if (named.empty()) return "";
  std::string out = "{";
  for (const auto& [name, value] : named) {
    if (out.size() > 1) out += ',';
    out += json_quoted(name) + ':' + named_value(field, value);
  }
  return out + '}';
}

template <typename Value>
std::string json_of(const FieldSpec&, const Value& value) {
  return json_of(value);
}

/// A member of an object as it stands in a text.
struct Member {
  std::string key;
  Extent key_at;
  Extent value_at;
};

/// The members of an object's text, and surgery on them.
class ObjectSurgery {
 public:
  explicit ObjectSurgery(std::string_view text) : text_(text) {
    Scanner scanner(text);
    scanner.object([&](const JsonString& key) {
      Member& member = members_.emplace_back();
      member.key = key.value();
      member.key_at.begin = static_cast<std::size_t>(key.raw.data() - text.data()) - 1;
      member.key_at.end = member.key_at.begin + key.raw.size() + 2;
      scanner.peek();
      member.value_at.begin = scanner.at();
      scanner.value();
      member.value_at.end = scanner.at();
      items_.push_back({member.key_at.begin, member.value_at.end});
    });
    splice_.emplace(text_, Extent{0, scanner.at()}, items_);
  }
  ObjectSurgery(const ObjectSurgery&) = delete;
  ObjectSurgery& operator=(const ObjectSurgery&) = delete;

  const Member* find(std::string_view key) const {
    const auto found = std::ranges::find(members_, key, &Member::key);
    return found == members_.end() ? nullptr : &*found;
  }

  /// Writes `value` (JSON text; empty: takes the member out). A new member comes behind the last
  /// one that `goes_before` it.
  template <typename GoesBefore>
  void set(std::string_view key, std::string value, GoesBefore goes_before) {
    const Member* member = find(key);
    if (member != nullptr) {
      const auto index = static_cast<std::size_t>(member - members_.data());
      if (value.empty()) return splice_->remove(index);
      const Extent front{member->key_at.begin, member->value_at.begin};
      return splice_->replace(index, std::string(front.of(text_)) + std::move(value));
    }
    if (value.empty()) return;
    std::size_t place = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (goes_before(members_[i].key)) place = i + 1;
    }
    splice_->insert(place, json_quoted(key) + std::string(colon()) + std::move(value));
  }

  std::string_view value_of(const Member& member) const { return member.value_at.of(text_); }

  std::string result() {
    EditedText out;
    splice_->write(out);
    return out.joined();
  }

 private:
  /// The colon with the blanks that this object has around it.
  std::string_view colon() const {
    if (members_.empty()) return ":";
    const Member& model = members_.front();
    return Extent{model.key_at.end, model.value_at.begin}.of(text_);
  }

  std::string_view text_;
  std::vector<Member> members_;
  std::vector<Extent> items_;
  std::optional<Splice> splice_;
};

/// By what an element of a list is known: its key as JSON text.
template <typename Element>
std::string key_of(const Element& element) {
  if constexpr (HasFields<Element>) {
    std::string key;
    each_field<Element>([&](const FieldSpec& field, auto member) {
      if (field.key) key += json_of(field, element.*member) + ',';
    });
    return key;
  } else {
    return element;
  }
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// For each element of `after`, which one of `before` it was: by key; what is left on both sides,
/// if it is as many, in order (so an element whose key was changed keeps its unknown members).
template <typename Element>
std::vector<std::size_t> pair_up(const std::vector<Element>& before,
                                 const std::vector<Element>& after) {
  std::vector<bool> taken(before.size());
  std::vector<std::size_t> pairs(after.size(), kNone);
  std::unordered_map<std::string, std::vector<std::size_t>> places;  // the last one first
  for (std::size_t i = before.size(); i-- > 0;) places[key_of(before[i])].push_back(i);
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto same = places.find(key_of(after[j]));
    if (same == places.end() || same->second.empty()) continue;
    pairs[j] = same->second.back();
    taken[pairs[j]] = true;
    same->second.pop_back();
  }
  const auto left = std::ranges::count(taken, false);
  if (left == 0 || left != std::ranges::count(pairs, kNone)) return pairs;
  std::size_t i = 0;
  for (std::size_t& pair : pairs) {
    if (pair != kNone) continue;
    while (taken[i]) ++i;
    pair = i++;
  }
  return pairs;
}

template <typename Element>
std::string rewrite_element(std::string_view text, const Element& before, const Element& after) {
  if (before == after) return std::string(text);
  if constexpr (HasFields<Element>) return rewrite_record(text, before, after);
  return json_of_element(after);
}

template <typename Element>
std::string rewrite_list(std::string_view text, const std::vector<Element>& before,
                         const std::vector<Element>& after) {
  std::vector<Extent> items;
  Scanner scanner(text);
  scanner.array([&] {
    scanner.peek();
    const std::size_t begin = scanner.at();
    scanner.value();
    items.push_back({begin, scanner.at()});
  });
  Splice splice(text, {0, scanner.at()}, items);
  const std::vector<std::size_t> pairs = pair_up(before, after);
  std::size_t next = 0;  // the first old element that has no fate yet
  for (std::size_t j = 0; j < after.size(); ++j) {
    const std::size_t i = pairs[j];
    if (i == kNone) {
      splice.insert(next, json_of_element(after[j]));
      continue;
    }
    std::string element = rewrite_element(items[i].of(text), before[i], after[j]);
    if (i < next) {  // it moved to the back
      splice.insert(next, std::move(element));
      continue;
    }
    while (next < i) splice.remove(next++);
    if (element != items[i].of(text)) splice.replace(i, std::move(element));
    next = i + 1;
  }
  while (next < items.size()) splice.remove(next++);
  EditedText out;
  splice.write(out);
  return out.joined();
}

// How the value that stands in a text as `text` is rewritten.
template <typename Value>
std::string rewrite_value(const FieldSpec& field, std::string_view, const Value&,
                          const Value& after) {
  return json_of(field, after);
}

template <HasFields Object>
std::string rewrite_value(const FieldSpec&, std::string_view text,
                          const std::optional<Object>& before, const std::optional<Object>& after) {
  return before && after ? rewrite_record(text, *before, *after) : json_of(after);
}

template <typename Element>
std::string rewrite_value(const FieldSpec&, std::string_view text,
                          const std::vector<Element>& before, const std::vector<Element>& after) {
  return after.empty() ? "" : rewrite_list(text, before, after);
}

/// Do the names of `after` follow each other as surgery leaves them: those that stay, then the new?
template <typename Value>
bool keeps_order(const std::vector<std::pair<std::string, Value>>& before,
                 const std::vector<std::pair<std::string, Value>>& after) {
  std::size_t next = 0;
  const auto named_as = [](const std::string& name) {
    return [&name](const auto& named) { return named.first == name; };
  };
  for (const auto& named : before) {
    if (next < after.size() && after[next].first == named.first) {
      ++next;
    } else if (std::ranges::any_of(after, named_as(named.first))) {
      return false;
    }
  }
  return true;
}

template <typename Value>
std::string rewrite_value(const FieldSpec& field, std::string_view text,
                          const std::vector<std::pair<std::string, Value>>& before,
                          const std::vector<std::pair<std::string, Value>>& after) {
  if (after.empty() || !keeps_order(before, after)) return json_of(field, after);
  ObjectSurgery object(text);
  const auto is_last = [](const auto&) { return true; };
  for (const auto& named : before) {
    const auto is_same = [&named](const auto& other) { return other.first == named.first; };
    if (std::ranges::none_of(after, is_same)) object.set(named.first, "", is_last);
  }
  for (const auto& named : after) {
    if (std::ranges::find(before, named) != before.end()) continue;
    object.set(named.first, named_value(field, named.second), is_last);
  }
  return object.result();
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) append_quoted(out, take_code_point(text));
  return out + '"';
}

template <typename Record>
std::string write_record(const Record& record) {
  std::string out = "{";
  each_field<Record>([&](const FieldSpec& field, auto member) {
    const std::string value = json_of(field, record.*member);
    if (value.empty()) return;
    if (out.size() > 1) out += ',';
    out += json_quoted(field.name) + ':' + value;
  });
  return out + '}';
}

template <typename Record>
std::string rewrite_record(std::string_view text, const Record& before, const Record& after) {
  if (before == after) return std::string(text);
  std::vector<std::string_view> order;
  each_field<Record>([&](const FieldSpec& field, auto) { order.push_back(field.name); });
  ObjectSurgery object(text);
  std::size_t index = 0;
  each_field<Record>([&](const FieldSpec& field, auto member) {
    const auto goes_before = [&order, index](std::string_view key) {
      return std::ranges::find(order, key) < order.begin() + static_cast<std::ptrdiff_t>(index);
    };
    ++index;
    if (before.*member == after.*member) return;
    const Member* old = object.find(field.name);
    std::string value =
        old == nullptr ? json_of(field, after.*member)
                       : rewrite_value(field, object.value_of(*old), before.*member, after.*member);
    object.set(field.name, std::move(value), goes_before);
  });
  return object.result();
}

template std::string write_record(const Contact&);
template std::string write_record(const Promise&);
template std::string write_record(const Interaction&);
template std::string rewrite_record(std::string_view, const Contact&, const Contact&);
template std::string rewrite_record(std::string_view, const Promise&, const Promise&);
template std::string rewrite_record(std::string_view, const Interaction&, const Interaction&);

}  // namespace stead
