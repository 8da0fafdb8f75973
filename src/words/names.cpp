#include "stead/names.h"

#include "book/unicode.h"
#include "stead/text.h"
#include "words/name_fit.h"
#include "words/names_unknown.h"

#include <algorithm>

namespace stead {
namespace {

/// Has the name what was typed as whole words?
bool name_has(const TypedName& typed, std::string_view name) {
  const std::vector<std::string> words = folded_words(name);
  return std::search(words.begin(), words.end(), typed.words.begin(), typed.words.end()) !=
         words.end();
}

/// All contacts that fit best.
struct Found {
  NameFit fit = NameFit::none;
  std::vector<std::string_view> ids;
};

Found find_all(const Book& book, std::string_view text, Archived archived) {
  if (book.find(Collection::contacts, text)) return {NameFit::whole, {text}};
  const TypedName typed(text);
  Found found;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    if (std::ranges::find(names.was, text) != names.was.end()) return {NameFit::whole, {names.id}};
    const NameFit fit = fit_of(typed, names, archived);
    if (fit == NameFit::none || fit < found.fit) continue;
    if (fit > found.fit) found = {fit, {}};
    found.ids.push_back(names.id);
  }
  return found;
}

/// Bo Lind is called `bo` every day, and nobody calls Borealis so: the only person of whose name it
/// is a word goes before organisations with words that merely begin with it.
void prefer_person(const Book& book, std::string_view text, Found& found) {
  const TypedName typed(text);
  std::vector<std::string_view> rivals;
  for (const std::string_view id : found.ids) {
    const ContactNames names = book.names(*book.find_contact(id));
    if (names.kind != "org" || name_has(typed, names.name)) rivals.push_back(id);
  }
  if (rivals.size() != 1) return;
  const ContactNames names = book.names(*book.find_contact(rivals.front()));
  if (names.kind != "org" && name_has(typed, names.name)) found.ids = rivals;
}

/// What was typed for a name, without what is around it.
std::string_view name_in(std::string_view text) {
  require_clean(text, "the name");
  text = trimmed(text);
  if (text.size() > 1 && text.front() == '@') text.remove_prefix(1);
  if (text.empty()) {
    throw Error::usage("a name is empty").with_hint("names look like ana, or ana,bo for several");
  }
  return text;
}

/// The names with orgs; two of one name in one org are told apart by nothing but their handles.
std::vector<std::string> told_apart(const Book& book, const std::vector<std::string_view>& ids) {
  std::vector<std::string> labels;
  for (const std::string_view id : ids) labels.push_back(name_with_org(book, id));
  std::vector<std::string> apart = labels;
  for (std::size_t i = 0; i < std::min(ids.size(), kNamedAtMost); ++i) {
    if (std::ranges::count(labels, labels[i]) == 1) continue;
    apart[i] = fmt::format("{} ({})", book.name_of(ids[i]), ids[i]);
  }
  return apart;
}

[[noreturn]] void throw_ambiguous(const Book& book, std::string_view text, const Found& found) {
  const std::string_view more = found.fit == NameFit::whole ? "" : "say more of the name, or ";
  throw Error::usage("'{}' could be {}", text, either_of(told_apart(book, found.ids)))
      .with_hint(fmt::format("{}use the handle {}", more, found.ids.front()));
}

std::string known_contact(const Book& book, std::string_view text, Archived archived,
                          std::string_view new_option) {
  if (auto id = find_contact_named(book, text, archived)) return *std::move(id);
  const std::string_view name = name_in(text);
  refuse_archived(book, name);
  throw Error::usage("nobody is called '{}'", name)
      .with_hint(hint_for_unknown(book, name, new_option));
}

/// Names that have commas in them, folded: what a comma must not part.
std::vector<std::string> names_with_commas(const Book& book) {
  std::vector<std::string> found;
  const auto add = [&](std::string_view name) {
    if (name.find(',') != std::string_view::npos) found.push_back(fold(name));
  };
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    add(names.name);
    std::ranges::for_each(names.aliases, add);
  }
  return found;
}

/// Takes the first name from a list: up to the last comma that a whole name reaches, else the
/// first.
std::string_view take_name(std::string_view& list, const std::vector<std::string>& with_commas) {
  std::size_t end = std::min(list.find(','), list.size());
  for (std::size_t comma = end; comma < list.size();) {
    comma = std::min(list.find(',', comma + 1), list.size());
    const std::string name = fold(trimmed(list.substr(0, comma)));
    if (std::ranges::find(with_commas, name) != with_commas.end()) end = comma;
  }
  const std::string_view name = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return name;
}

void add_once(std::vector<std::string>& ids, std::string id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
}

/// Takes the signs of a handle from the front of `text`: letters, marks, digits, and hyphens
/// between them.
std::string_view take_handle(std::string_view& text) {
  std::size_t end = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const bool hyphen = rest.front() == '-' && end > 0;
    if (!is_word_part(take_code_point(rest))) {
      if (hyphen) continue;
      break;
    }
    end = text.size() - rest.size();
  }
  const std::string_view handle = text.substr(0, end);
  text.remove_prefix(end);
  return handle;
}

}  // namespace

std::optional<std::string> find_contact_named(const Book& book, std::string_view text,
                                              Archived archived) {
  const std::string_view name = name_in(text);
  Found found = find_all(book, name, archived);
  if (found.ids.size() > 1 && found.fit == NameFit::front) prefer_person(book, name, found);
  if (found.ids.size() > 1) throw_ambiguous(book, name, found);
  if (found.ids.empty()) return std::nullopt;
  return std::string(found.ids.front());
}

std::string contact_named(const Book& book, std::string_view text, Archived archived) {
  return known_contact(book, text, archived, {});
}

std::vector<std::string> contacts_named(const Book& book, std::string_view list, Archived archived,
                                        std::string_view new_option) {
  if (list.find(',') == std::string_view::npos) {
    return {known_contact(book, list, archived, new_option)};
  }
  const std::vector<std::string> with_commas = names_with_commas(book);
  std::vector<std::string> ids;
  while (!list.empty()) {
    const std::string_view name = take_name(list, with_commas);
    add_once(ids, known_contact(book, name, archived, new_option));
  }
  return ids;
}

std::vector<std::string> contacts_mentioned(const Book& book, std::string_view text) {
  std::vector<std::string> ids;
  bool inside_word = false;
  while (!text.empty()) {
    const char32_t code = take_code_point(text);
    if (code == U'@' && !inside_word) {
      const std::string_view handle = take_handle(text);
      inside_word = !handle.empty();
      if (handle.empty()) continue;
      std::string id = contact_named(book, handle, Archived::found);
      if (id != "me") add_once(ids, std::move(id));
    } else {
      inside_word = is_word_part(code) || code == U'@' || code == U'_';
    }
  }
  return ids;
}

std::string name_with_org(const Book& book, std::string_view handle) {
  const auto index = book.find_contact(handle);
  if (!index) return std::string(handle);
  const ContactNames names = book.names(*index);
  const std::string_view apart = names.org.empty() ? names.id : book.canonical(names.org);
  return fmt::format("{} ({})", names.name, apart);
}

}  // namespace stead
