#include "cli/command.h"
#include "commands/people/field_options.h"
#include "stead/contact_list.h"
#include "stead/filter.h"
#include "stead/nearest.h"

#include <algorithm>

namespace stead {
namespace {

struct ListOptions {
  std::vector<std::string> filter;
  std::string fields;
  std::string sort;
  std::string group;
};

/// Other names of columns, beside those of the options.
std::string column_named(const Book& book, std::string_view typed) {
  if (typed == "handle") return "id";
  if (is_column(book, typed)) return std::string(typed);
  std::vector<std::string> names{"name", "handle", "last", "birthday", "turns"};
  for (const FieldOption& option : contact_options()) {
    if (option.name == typed) return std::string(option.field);
    names.emplace_back(option.name);
  }
  const std::string meant = did_you_mean(nearest(typed, names));
  throw Error::usage("nobody has a field '{}'", typed)
      .with_hint(meant.empty() ? "'stead add --help' lists the fields" : meant);
}

std::vector<std::string> columns_named(const Book& book, std::string_view typed) {
  std::vector<std::string> columns;
  while (!typed.empty()) {
    const std::size_t comma = std::min(typed.find(','), typed.size());
    std::string column = column_named(book, typed.substr(0, comma));
    if (std::ranges::find(columns, column) == columns.end()) columns.push_back(std::move(column));
    typed.remove_prefix(std::min(comma + 1, typed.size()));
  }
  return columns;
}

ContactListRequest read_request(const ListOptions& options, const Book& book, const Filter& filter,
                                Day today) {
  ContactListRequest request;
  if (!options.fields.empty()) request.columns = columns_named(book, options.fields);
  if (!options.sort.empty()) {
    request.reverse = options.sort.front() == '-';
    request.sort = column_named(book, options.sort.substr(request.reverse ? 1 : 0));
  }
  if (!options.group.empty()) request.group = column_named(book, options.group);
  request.today = today;
  request.archived = filter.asks_for_archived();
  request.wanted = [filter](const Contact& contact) { return filter.matches(contact); };
  return request;
}

}  // namespace

Action list_command(Syntax& syntax) {
  auto options = std::make_shared<ListOptions>();
  syntax.argument("filter", "FILTER", options->filter,
                  "Words, or terms such as tag:client, quiet:30d");
  syntax.option("--fields", "FIELDS", options->fields,
                "What to show, with commas: name,phone,last,badge");
  syntax.option("--sort", "FIELD", options->sort, "By which field; -FIELD turns it round");
  syntax.option("--group", "FIELD", options->group,
                "A table for each tag, org, place or what else");
  syntax.example(
      "$ stead list tag:colleague --fields name,phone --sort -name\n"
      "Name       Phone\n"
      "Sam Ortiz  +1 555 0100\n"
      "Bo Lind    +46 70 111 22 33");
  return [options](Session& session) {
    const Filter filter(session.book(), options->filter, session.now, Collection::contacts);
    const ContactList list = contact_list(
        session.book(), read_request(*options, session.book(), filter, session.now.today));
    const bool reads_well = session.format == Format::text || session.format == Format::markdown ||
                            session.format == Format::html;
    if (!list.rows.empty() || !reads_well) return session.show(list);
    session.note(options->filter.empty() ? "there are no contacts yet" : "no contact fits");
    if (const std::string meant = filter.did_you_mean(); !meant.empty()) session.hint(meant);
  };
}

}  // namespace stead
