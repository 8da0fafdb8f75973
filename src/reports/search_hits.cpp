#include "stead/search_hits.h"

#include "reports/handle_set.h"
#include "reports/needle.h"
#include "stead/record.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// What was looked for, and who has it in a name.
struct Sought {
  Needle needle;
  HandleSet named;
};

using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

/// Marks in order, those that touch made one.
Marks merged(Marks marks) {
  std::ranges::sort(marks);
  Marks result;
  for (const auto& [begin, length] : marks) {
    if (!result.empty() && begin <= result.back().first + result.back().second) {
      auto& last = result.back();
      last.second = std::max(last.second, begin + length - last.first);
    } else {
      result.emplace_back(begin, length);
    }
  }
  return result;
}

/// How an interaction took place, in front of the names: `mail from`, `with`.
std::string way_of(const Interaction& interaction) {
  const std::string_view how = interaction.via == "note"    ? "on"
                               : interaction.from == "them" ? "from"
                               : interaction.from == "me"   ? "to"
                                                            : "with";
  if (interaction.with.empty()) return interaction.via;
  return interaction.via + (interaction.via.empty() ? "" : " ") + std::string(how);
}

/// Looks through one record after the other.
class Search {
 public:
  Search(const Book& book, const std::vector<std::string>& words) : book_(book) {
    for (const std::string& word : words) {
      Needle needle(word);
      if (!needle.empty()) sought_.push_back({std::move(needle), {}});
    }
    // Names matter only beside a word of the record's own.
    if (sought_.size() > 1) find_names();
  }

  std::vector<Hit> hits() {
    if (sought_.empty()) return {};
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      if (may_have_all(book_.record(Collection::contacts, i))) look_at(book_.contact(i));
    }
    std::vector<Hit> hits = std::exchange(hits_, {});
    for (std::size_t i = book_.size(Collection::interactions); i-- > 0;) {
      if (may_have_all(text_part(book_.record(Collection::interactions, i)))) {
        look_at(book_.interaction(i));
      }
    }
    for (std::size_t i = 0; i < book_.size(Collection::promises); ++i) {
      if (may_have_all(book_.record(Collection::promises, i))) look_at(book_.promise(i));
    }
    sort_by(hits_, time_back);
    std::ranges::move(hits_, std::back_inserter(hits));
    return hits;
  }

 private:
  /// A key that puts the newest first.
  static std::tuple<Days, int> time_back(const Hit& hit) {
    return {kLastDay - hit.at->day, hit.at->time ? -hit.at->time->minute : 1};
  }

  void find_names() {
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      const ContactNames names = book_.names(i);
      for (Sought& each : sought_) {
        const auto has = [&](std::string_view name) { return each.needle.is_in(name); };
        if (!has(names.name) && std::ranges::none_of(names.aliases, has)) continue;
        each.named.add(names.id);
        for (const std::string_view was : names.was) each.named.add(was);
      }
    }
  }

  /// The end of an interaction's record where its text is: the only text in it that is looked at.
  static std::string_view text_part(std::string_view record) {
    constexpr std::string_view kKey = "\"text\"";
    constexpr std::size_t kRarest = 3;  // its 'x', of which a record has not many
    for (std::size_t at = record.find('x'); at < record.size(); at = record.find('x', at + 1)) {
      if (at < kRarest) continue;
      const std::string_view rest = record.substr(at - kRarest);
      if (rest.starts_with(kKey)) return rest.substr(kKey.size());
    }
    return record;
  }

  bool may_have_all(std::string_view json) {
    if (find_hidden(json) < json.size()) return true;
    bool one_of_its_own = false;
    for (Sought& each : sought_) {
      const bool here = each.needle.may_be_in_json(json, folder_);
      if (!here && each.named.empty()) return false;
      one_of_its_own = one_of_its_own || here;
    }
    return one_of_its_own;
  }

  // What a record has, put together while its texts are shown to `add`.

  void begin() {
    lines_.clear();
    own_.assign(sought_.size(), false);
    named_.assign(sought_.size(), false);
  }

  void add(const char* field, std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      add_line(field, text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  void add(const char* field, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(field, text);
  }

  void add_line(const char* field, std::string_view line) {
    Marks marks;
    for (std::size_t i = 0; i < sought_.size(); ++i) {
      if (!sought_[i].needle.is_in(line)) continue;
      own_[i] = true;
      const Marks places = sought_[i].needle.places_in(line);
      marks.insert(marks.end(), places.begin(), places.end());
      if (places.empty()) marks.emplace_back(0, 0);
    }
    if (!marks.empty()) lines_.push_back({field, std::string(line), merged(std::move(marks))});
  }

  void add_person(const std::string& handle) {
    if (handle.empty()) return;
    for (std::size_t i = 0; i < sought_.size(); ++i) {
      if (sought_[i].named.has(handle)) named_[i] = true;
    }
  }

  bool has_all() const {
    for (std::size_t i = 0; i < sought_.size(); ++i) {
      if (!own_[i] && !named_[i]) return false;
    }
    return !lines_.empty();
  }

  void look_at(const Contact& contact) {
    begin();
    add("name", contact.name);
    add("aliases", contact.aliases);
    add("title", contact.title);
    add("email", contact.email);
    add("phone", contact.phone);
    add("url", contact.url);
    add("address", contact.address);
    add("place", contact.place);
    for (const YearlyDate& date : contact.dates) add("dates.what", date.what);
    add("tags", contact.tags);
    add("skills", contact.skills);
    add("needs", contact.needs);
    for (const Absence& absence : contact.away) add("away.why", absence.why);
    for (const Cover& cover : contact.cover) add("cover.note", cover.note);
    for (const Heard& heard : contact.heard) {
      if (!heard.retired) add("heard.text", heard.text);
    }
    add("note", contact.note);
    for (const auto& [name, value] : contact.custom) add("custom", name + ": " + value);
    add_person(contact.org);
    if (!has_all()) return;
    hits_.push_back({.collection = Collection::contacts,
                     .id = contact.id,
                     .at = {},
                     .who = {contact.name},
                     .detail = contact.org.empty() ? "" : book_.name_of(contact.org),
                     .archived = contact.archived.has_value(),
                     .lines = std::move(lines_)});
  }

  void look_at(const Promise& promise) {
    begin();
    add("text", promise.text);
    for (const Told& told : promise.told) add("told.text", told.text);
    for (const Part& part : promise.parts) add("parts.text", part.text);
    for (const std::string& handle : {promise.by, promise.to, promise.for_whom}) add_person(handle);
    if (!has_all()) return;
    const std::string_view how = promise.is_follow_up() ? "get back to"
                                 : promise.is_mine()    ? "promised to"
                                                        : "promised";
    hits_.push_back({.collection = Collection::promises,
                     .id = promise.id,
                     .at = promise.made,
                     .who = {book_.name_of(promise.other_side())},
                     .detail = std::string(how),
                     .mine = promise.is_mine(),
                     .lines = std::move(lines_)});
  }

  void look_at(const Interaction& interaction) {
    begin();
    add("text", interaction.text);
    for (const auto* handles : {&interaction.with, &interaction.about}) {
      for (const std::string& handle : *handles) add_person(handle);
    }
    add_person(interaction.for_client);
    add_person(interaction.by);
    if (!has_all()) return;
    Hit hit{.collection = Collection::interactions,
            .id = interaction.id,
            .at = interaction.at,
            .who = {},
            .detail = way_of(interaction),
            .lines = std::move(lines_)};
    for (const std::string& handle : interaction.with) hit.who.push_back(book_.name_of(handle));
    hits_.push_back(std::move(hit));
  }

  const Book& book_;
  std::vector<Sought> sought_;
  JsonFolder folder_;
  std::vector<Hit> hits_;
  std::vector<HitLine> lines_;
  std::vector<bool> own_;
  std::vector<bool> named_;
};

}  // namespace

SearchHits search_report(const Book& book, const std::vector<std::string>& words) {
  return {words, Search(book, words).hits()};
}

}  // namespace stead
