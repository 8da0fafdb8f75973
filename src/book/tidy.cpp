#include "stead/tidy.h"

#include "book/record_key.h"
#include "stead/layout.h"
#include "stead/record.h"
#include "stead/scanner.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

namespace stead {
namespace {

/// JSON on one line, with every text in it as stead writes it.
std::string written_anew(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      Scanner scanner(text, at);
      out += json_quoted(scanner.string().value());
      at = scanner.at();
    } else {
      if (c > ' ') out += c;
      ++at;
    }
  }
  return out;
}

struct TidyMember {
  JsonString key;
  std::string_view value;
};

std::vector<TidyMember> members_of(std::string_view object) {
  std::vector<TidyMember> members;
  Scanner scanner(object);
  scanner.object([&](const JsonString& key) { members.push_back({key, scanner.value()}); });
  return members;
}

/// The text of an object, put together member by member.
class ObjectText {
 public:
  void add(std::string_view key, std::string_view value) {
    if (text_.size() > 1) text_ += ',';
    text_.append("\"").append(key).append("\":").append(value);
  }
  std::string finish() { return std::move(text_) + '}'; }

 private:
  std::string text_ = "{";
};

template <HasFields Object>
std::string tidy_object(std::string_view text);

/// What a value of a field is, by the type that it has in the model.
template <typename Value>
struct Tidy {
  static std::string of(std::string_view text) { return written_anew(text); }
};

template <HasFields Object>
struct Tidy<Object> {
  static std::string of(std::string_view text) { return tidy_object<Object>(text); }
};

template <HasFields Object>
struct Tidy<std::optional<Object>> : Tidy<Object> {};

template <HasFields Element>
struct Tidy<std::vector<Element>> {
  static std::string of(std::string_view text) {
    std::string out = "[";
    Scanner scanner(text);
    scanner.array([&] {
      if (out.size() > 1) out += ',';
      out += tidy_object<Element>(scanner.value());
    });
    return out + ']';
  }
};

/// An object of whatever was there: its names are ours, its values are not.
std::string tidy_values(std::string_view text) {
  ObjectText out;
  for (const TidyMember& member : members_of(text)) {
    const std::string key = json_quoted(member.key.value());
    out.add(key.substr(1, key.size() - 2), on_one_line(member.value));
  }
  return out.finish();
}

bool is_empty_text(std::string_view value) {
  return value == "[]" || value == "{}" || value == "\"\"";
}

/// The text of an object that reads as one of this type.
template <HasFields Object>
std::string tidy_object(std::string_view text) {
  std::vector<TidyMember> members = members_of(text);
  ObjectText out;
  each_field<Object>([&](const FieldSpec& field, auto member) {
    using Value = std::remove_cvref_t<decltype(std::declval<Object&>().*member)>;
    const auto found =
        std::ranges::find_if(members, [&](const TidyMember& m) { return m.key == field.name; });
    if (found == members.end()) return;
    const std::string value =
        field.type == Type::values ? tidy_values(found->value) : Tidy<Value>::of(found->value);
    if (field.required || !is_empty_text(value)) out.add(field.name, value);
    members.erase(found);
  });
  for (const TidyMember& unknown : members) {
    out.add(unknown.key.raw, on_one_line(unknown.value));
  }
  return out.finish();
}

template <typename Record>
std::string tidy_record(std::string_view text) {
  std::vector<Fault> faults;
  read_record<Record>(text, 0, faults);
  // Where a value is none of its type there is no telling what belongs where.
  return faults.empty() ? tidy_object<Record>(text) : on_one_line(text);
}

std::string tidy_record(Collection collection, std::string_view text) {
  switch (collection) {
    case Collection::contacts: return tidy_record<Contact>(text);
    case Collection::promises: return tidy_record<Promise>(text);
    case Collection::interactions: return tidy_record<Interaction>(text);
  }
  return {};
}

/// The records of a collection in their order, as they stand.
std::vector<std::string_view> in_order(const Book& book, Collection collection) {
  struct Keyed {
    std::string_view key;
    std::string_view record;
  };
  std::deque<std::string> decoded;
  std::vector<Keyed> all;
  for (const Extent record : book.section(collection).records) {
    const RecordKey key = key_of(book.text(), record, decoded);
    all.push_back({collection == Collection::contacts   ? key.id
                   : collection == Collection::promises ? key.made
                                                        : key.at,
                   record.of(book.text())});
  }
  std::ranges::stable_sort(all, {}, &Keyed::key);
  std::vector<std::string_view> records;
  for (const Keyed& each : all) records.push_back(each.record);
  return records;
}

void append_section(std::string& out, const Book& book, Collection collection) {
  out.append(",\n\"").append(name_of(collection)).append("\": [\n");
  const char* separator = "";
  for (const std::string_view record : in_order(book, collection)) {
    out += separator + tidy_record(collection, record);
    separator = ",\n";
  }
  out += *separator == '\0' ? "]" : "\n]";
}

/// What a book has beside its version and its collections.
void append_unknown(std::string& out, std::string_view text) {
  const auto is_known = [](const JsonString& key) {
    return key == "stead" || std::ranges::any_of(kCollections, [&](Collection collection) {
             return key == name_of(collection);
           });
  };
  for (const TidyMember& member : members_of(text.substr(text.find('{')))) {
    if (is_known(member.key)) continue;
    out.append(",\n\"").append(member.key.raw).append("\": ");
    out += on_one_line(member.value);
  }
}

}  // namespace

std::string tidy_text(const Book& book) {
  std::string out = "{\n\"stead\": 1";
  for (const Collection collection : kCollections) append_section(out, book, collection);
  append_unknown(out, book.text());
  return out + "\n}\n";
}

}  // namespace stead
