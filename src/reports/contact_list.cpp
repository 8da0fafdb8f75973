#include "stead/contact_list.h"

#include "stead/contact_times.h"
#include "stead/fields.h"
#include "stead/record.h"
#include "stead/scanner.h"
#include "stead/text.h"
#include "stead/yearly.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace stead {
namespace {

constexpr std::string_view kLast = "last";
constexpr std::string_view kBirthday = "birthday";
constexpr std::string_view kTurns = "turns";
constexpr std::string_view kNull = "null";

/// Is it a column that no contact has as a field?
bool is_made(std::string_view column) {
  return column == kLast || column == kBirthday || column == kTurns;
}

/// What rows are ordered by: first the size, then the words, then the time of day.
struct SortKey {
  bool empty = true;
  std::int64_t size = 0;
  std::string words;
  std::int64_t instant = 0;
  std::string name;

  auto rank() const { return std::tie(size, words, instant); }
};

std::int64_t days_of(Span span) {
  switch (span.unit) {
    case Span::Unit::day: return span.count;
    case Span::Unit::week: return std::int64_t{7} * span.count;
    case Span::Unit::month: return std::int64_t{30} * span.count;
    case Span::Unit::year: return std::int64_t{365} * span.count;
  }
  return 0;
}

std::int64_t minutes_of(Work work) {
  switch (work.unit) {
    case Work::Unit::minute: return work.count;
    case Work::Unit::hour: return std::int64_t{60} * work.count;
    case Work::Unit::day: return std::int64_t{480} * work.count;
  }
  return 0;
}

/// The size of a value that has one.
std::int64_t size_of(Type type, const std::string& value) {
  if (type == Type::number) return std::stoll(value);
  if (type == Type::span) return days_of(*span_from(value));
  if (type == Type::work) return minutes_of(*work_from(value));
  return 0;
}

/// A column, and what it is of a contact; a key of one's own has no field.
struct Source {
  std::string_view name;
  std::optional<FieldSpec> field;

  explicit Source(std::string_view column) : name(column), field(find_field<Contact>(column)) {}
  /// Does it hold handles, for which people want names?
  bool names_contacts() const {
    return (field->type == Type::handle && name != "id") || name == "cover" || name == "past";
  }
};

/// Makes the rows; what takes a walk over the book is made when it is first needed.
class ListMaker {
 public:
  ListMaker(const Book& book, const ContactListRequest& request)
      : book_(book),
        request_(request),
        columns_(request.columns.begin(), request.columns.end()),
        sort_(request.sort),
        group_(request.group),
        year_{request.today, add(request.today, {1, Span::Unit::year}) - Days(1)} {}

  ContactList make() {
    std::vector<Sorted> rows;
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      const Contact contact = book_.read_contact(i);
      if (contact.id == "me" || (contact.archived && !request_.archived)) continue;
      if (!request_.wanted(contact)) continue;
      rows.push_back({key_of(i, contact), row_of(i, contact), {}});
      if (!group_.name.empty()) rows.back().groups = values_in(i, contact, group_);
    }
    std::ranges::stable_sort(
        rows, [this](const Sorted& a, const Sorted& b) { return comes_before(a.key, b.key); });
    ContactList list{
        .columns = request_.columns, .rows = {}, .group = request_.group, .groups = {}};
    if (!group_.name.empty()) list.groups = groups_of(rows);
    for (Sorted& each : rows) list.rows.push_back(std::move(each.row));
    return list;
  }

 private:
  struct Sorted {
    SortKey key;
    ContactRow row;
    std::vector<std::string> groups;
  };

  /// Those with the same value, in the order of their values; whoever has none is last.
  std::vector<ContactGroup> groups_of(const std::vector<Sorted>& rows) const {
    std::map<std::tuple<bool, std::int64_t, std::string, std::string>, ContactGroup> groups;
    const auto add = [&](const std::string& value, std::size_t row) {
      const std::int64_t size = value.empty() ? 0 : size_in(group_, value);
      ContactGroup& group = groups[{value.empty(), size, fold(value), value}];
      group.value = value;
      if (group.rows.empty() || group.rows.back() != row) group.rows.push_back(row);
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const std::string& value : rows[i].groups) add(value, i);
      if (rows[i].groups.empty()) add("", i);
    }
    std::vector<ContactGroup> list;
    for (auto& [key, group] : groups) list.push_back(std::move(group));
    return list;
  }

  static std::int64_t size_in(const Source& column, const std::string& value) {
    if (column.name == kTurns) return std::stoll(value);
    return size_of(column.field ? column.field->type : Type::text, value);
  }

  /// The birthday from today on, and how old they are then.
  std::vector<std::string> birthday_of(const Contact& contact, std::string_view column) const {
    if (!contact.born) return {};
    const std::optional<Day> day = first_in(*contact.born, year_);
    if (!day) return {};
    if (column == kBirthday) return {to_string(*day)};
    const std::optional<int> years = years_on(*contact.born, *day);
    if (!years) return {};
    return {std::to_string(*years)};
  }

  /// The values of any column.
  std::vector<std::string> values_in(std::size_t index, const Contact& contact,
                                     const Source& column) {
    if (column.name != kLast) return values_of(contact, column);
    const auto last = last_of(index);
    if (!last) return {};
    return {to_string(last->day)};
  }

  std::optional<When> last_of(std::size_t index) {
    if (!last_) last_.emplace(book_);
    return last_->with(index);
  }

  SortKey key_of(std::size_t index, const Contact& contact) {
    SortKey key;
    key.name = fold(contact.name);
    if (sort_.name == kLast) {
      const auto last = last_of(index);
      key.empty = false;
      if (last) key.words = to_string(last->day);
      if (last && last->time) key.instant = last->instant();
      return key;
    }
    const std::vector<std::string> values = values_of(contact, sort_);
    key.empty = values.empty();
    if (key.empty) return key;
    key.size = size_in(sort_, values.front());
    for (const std::string& value : values) key.words += fold(value) + ' ';
    return key;
  }

  bool comes_before(const SortKey& a, const SortKey& b) const {
    if (a.empty != b.empty) return b.empty;
    if (a.rank() == b.rank()) return a.name < b.name;
    return request_.reverse ? b.rank() < a.rank() : a.rank() < b.rank();
  }

  /// The values of a column as people read them.
  std::vector<std::string> values_of(const Contact& contact, const Source& column) const {
    if (is_made(column.name)) return birthday_of(contact, column.name);
    if (!column.field) {
      const auto own =
          std::ranges::find(contact.custom, column.name, &NamedTexts::value_type::first);
      return own == contact.custom.end() ? std::vector<std::string>() : std::vector{own->second};
    }
    std::vector<std::string> values = field_values(contact, column.name);
    if (column.names_contacts()) {
      for (std::string& value : values) value = book_.name_of(value);
    }
    return values;
  }

  /// The members of a record as they stand in the book, for each column; `null` where there is
  /// none.
  std::vector<std::string> members_of(std::string_view record) const {
    std::vector<std::string> texts(columns_.size(), std::string(kNull));
    Scanner scanner(record);
    scanner.object([&](const JsonString& key) {
      const std::string_view value = scanner.value();
      for (std::size_t i = 0; i < texts.size(); ++i) {
        if (key == columns_[i].name) texts[i] = value;
      }
    });
    return texts;
  }

  ContactRow row_of(std::size_t index, const Contact& contact) {
    const auto members = members_of(book_.record(Collection::contacts, index));
    ContactRow row{contact.id, contact.name, {}};
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Source& column = columns_[i];
      ContactCell& cell = row.cells.emplace_back(ContactCell{{}, members[i]});
      if (column.name == kLast) {
        const auto last = last_of(index);
        cell.json = last ? json_quoted(to_string(*last)) : kNull;
        if (last) cell.values = {to_string(last->day)};
        continue;
      }
      cell.values = values_of(contact, column);
      if (column.field) continue;
      if (column.name == kTurns && !cell.values.empty()) {
        cell.json = cell.values.front();
        continue;
      }
      cell.json = cell.values.empty() ? kNull : json_quoted(cell.values.front());
    }
    return row;
  }

  const Book& book_;
  const ContactListRequest& request_;
  std::vector<Source> columns_;
  Source sort_;
  Source group_;
  Period year_;  ///< From today on.
  std::optional<LastContacts> last_;
};

/// `Last contact`, `At most`; keys of one's own stay as they are.
std::string title_of(const std::string& column) {
  if (column == kLast) return "Last contact";
  if (column == "id") return "Handle";
  if (!is_made(column) && !find_field<Contact>(column)) return column;
  std::string title = column;
  std::ranges::replace(title, '_', ' ');
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

Column column_of(const std::string& name) {
  const auto field = find_field<Contact>(name);
  Column column{title_of(name)};
  if (is_made(name) || name == "id" || name == "phone" || name == "away") column.fit = Fit::whole;
  if (name == "note" || name == "heard" || name == "address") column.fit = Fit::wrap;
  if (name == kTurns || (field && field->type == Type::number)) column.align = Align::right;
  return column;
}

Text text_of(const std::string& column, const ContactCell& cell) {
  std::string text;
  for (const std::string& value : cell.values) text += (text.empty() ? "" : ", ") + value;
  std::ranges::replace(text, '\n', ' ');
  return {text, column == "name" ? Tone::strong : column == "id" ? Tone::code : Tone::plain};
}

/// The places of all rows.
std::vector<std::size_t> all_of(const ContactList& list) {
  std::vector<std::size_t> all(list.rows.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

Table table_of(const ContactList& list, const std::vector<std::size_t>& rows) {
  Table table;
  for (const std::string& column : list.columns) table.columns.push_back(column_of(column));
  for (const std::size_t row : rows) {
    std::vector<Text>& cells = table.rows.emplace_back();
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
      cells.push_back(text_of(list.columns[i], list.rows[row].cells[i]));
    }
  }
  return table;
}

/// The list with the handle behind each name that several have: `Ana Ruiz (ana-ruiz-2)`.
ContactList told_apart(ContactList list) {
  const auto has = [&](std::string_view column) {
    return std::ranges::find(list.columns, column) != list.columns.end();
  };
  if (!has("name") || has("id")) return list;
  std::map<std::string, int> bearers;
  for (const ContactRow& row : list.rows) ++bearers[row.name];
  for (ContactRow& row : list.rows) {
    if (bearers[row.name] == 1) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (list.columns[i] == "name") row.cells[i].values.front() += fmt::format(" ({})", row.id);
    }
  }
  return list;
}

/// `, "group": …, "groups": […]`; empty where there are none.
std::string groups_json(const ContactList& list) {
  if (list.group.empty()) return {};
  std::string json = fmt::format(",\n  \"group\": {},\n  \"groups\": [", json_quoted(list.group));
  const char* separator = "\n    ";
  for (const ContactGroup& group : list.groups) {
    std::vector<std::string> ids;
    for (const std::size_t row : group.rows) ids.push_back(json_quoted(list.rows[row].id));
    json +=
        fmt::format("{}{{\"value\": {}, \"contacts\": [{}]}}", separator,
                    group.value.empty() ? kNull : json_quoted(group.value), fmt::join(ids, ", "));
    separator = ",\n    ";
  }
  return json + (list.groups.empty() ? "]" : "\n  ]");
}

/// What heads those with nothing in a field: `no tags`, `no last contact`.
Text nothing_in(const std::string& column) {
  std::string title = title_of(column);
  if (column == kLast || find_field<Contact>(column)) title = fold(title);
  return own("no " + title, Tone::faint);
}

}  // namespace

ContactList contact_list(const Book& book, const ContactListRequest& request) {
  return ListMaker(book, request).make();
}

bool is_column(const Book& book, std::string_view name) {
  if (is_made(name) || find_field<Contact>(name)) return true;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    for (const auto& [key, value] : book.contact(i).custom) {
      if (key == name) return true;
    }
  }
  return false;
}

Document to_document(const ContactList& whole) {
  const ContactList list = told_apart(whole);
  Document document;
  if (list.group.empty()) {
    document.add(table_of(list, all_of(list)));
    return document;
  }
  for (const ContactGroup& group : list.groups) {
    document.add(section(group.value.empty() ? nothing_in(list.group) : Text(group.value),
                         group.rows.size()));
    document.add(table_of(list, group.rows));
  }
  return document;
}

Table to_table(const ContactList& list) {
  if (list.group.empty()) return table_of(list, all_of(list));
  Table table = table_of(list, {});
  table.columns.insert(table.columns.begin(), column_of(list.group));
  for (const ContactGroup& group : list.groups) {
    for (std::vector<Text>& row : table_of(list, group.rows).rows) {
      row.insert(row.begin(), Text(group.value));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

std::string to_json(const ContactList& list) {
  std::string json = "{\n  \"schema\": \"stead.list/1\",\n  \"contacts\": [";
  const char* separator = "\n    ";
  for (const ContactRow& row : list.rows) {
    json += fmt::format("{}{{\"id\": {}, \"name\": {}", separator, json_quoted(row.id),
                        json_quoted(row.name));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (list.columns[i] == "id" || list.columns[i] == "name") continue;
      json += fmt::format(", {}: {}", json_quoted(list.columns[i]), row.cells[i].json);
    }
    json += '}';
    separator = ",\n    ";
  }
  json += list.rows.empty() ? "]" : "\n  ]";
  return json + groups_json(list) + "\n}\n";
}

}  // namespace stead
