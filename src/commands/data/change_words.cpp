#include "commands/data/change_words.h"

#include "stead/scanner.h"
#include "stead/store.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace stead {
namespace {

/// A member of a record: a text's value, of anything else its JSON text.
struct MemberText {
  std::string key;
  std::string value;
  bool is_list = false;
  bool is_object = false;

  bool operator==(const MemberText&) const = default;
};

std::vector<MemberText> members_of(const std::string& record) {
  std::vector<MemberText> members;
  Scanner scanner(record);
  scanner.object([&](const JsonString& key) {
    std::string name = key.value();
    const char first = scanner.peek();
    std::string value = first == '"' ? scanner.string().value() : std::string(scanner.value());
    members.push_back({std::move(name), std::move(value), first == '[', first == '{'});
  });
  return members;
}

std::string value_of(const std::vector<MemberText>& members, std::string_view key) {
  const auto found = std::ranges::find(members, key, &MemberText::key);
  return found == members.end() ? "" : found->value;
}

/// What a record is, in few words.
std::string summary(Collection collection, const std::string& record) {
  const std::vector<MemberText> members = members_of(record);
  switch (collection) {
    case Collection::contacts: return value_of(members, "name");
    case Collection::promises: return value_of(members, "text");
    case Collection::interactions:
      return value_of(members, "at").substr(0, 10) + ' ' + value_of(members, "text");
  }
  return {};
}

Text one_line(char sign, const Change& change, const std::string& words) {
  return Text(fmt::format("{} {} ", sign, singular_of(change.collection)), Tone::faint) +
         Text(change.id, Tone::code) + ": " + words;
}

std::string members_in_words(const std::string& object) {
  std::string words;
  for (const MemberText& member : members_of(object)) {
    words += (words.empty() ? "" : ", ") + member.key + ' ' + member.value;
  }
  return words;
}

/// The elements of a list, each in words: `by sam-ortiz, agreed 2026-05-02`.
std::vector<std::string> elements_of(const std::string& list) {
  std::vector<std::string> elements;
  Scanner scanner(list);
  scanner.array([&] {
    std::string words;
    if (scanner.peek() == '"') {
      words = scanner.string().value();
    } else if (scanner.peek() != '{') {
      words = scanner.value();
    } else {
      words = members_in_words(std::string(scanner.value()));
    }
    elements.push_back(std::move(words));
  });
  return elements;
}

/// A list that changed: only the elements that came or went.
void say_elements(const Change& change, const std::string& key, const std::string& before,
                  const std::string& after, std::vector<Text>& lines) {
  const std::vector<std::string> old_ones = elements_of(before);
  const std::vector<std::string> new_ones = elements_of(after);
  const auto say_missing = [&](const auto& from, const auto& in, const char* verb) {
    for (const std::string& element : from) {
      if (std::ranges::find(in, element) != in.end()) continue;
      lines.push_back(one_line('~', change, key + ' ') + Text(verb, Tone::faint) + element);
    }
  };
  say_missing(old_ones, new_ones, "- ");
  say_missing(new_ones, old_ones, "+ ");
}

/// The members of an object, and of one in it, that changed. `within` is the name in front of
/// theirs: `deed `.
void say_members(const Change& change, const std::string& within,
                 const std::vector<MemberText>& before, const std::vector<MemberText>& after,
                 std::vector<Text>& lines) {
  const auto say = [&](const MemberText& member) {
    const std::string key = within + member.key;
    const std::string old_value = value_of(before, member.key);
    const std::string new_value = value_of(after, member.key);
    if (old_value == new_value) return;
    if (member.is_list) {
      return say_elements(change, key, old_value.empty() ? "[]" : old_value,
                          new_value.empty() ? "[]" : new_value, lines);
    }
    if (member.is_object && !old_value.empty() && !new_value.empty()) {
      return say_members(change, key + ' ', members_of(old_value), members_of(new_value), lines);
    }
    const auto words = [&](const std::string& value) {
      return value.empty() ? "nothing" : member.is_object ? members_in_words(value) : value;
    };
    const Text front = one_line('~', change, key + ' ');
    lines.push_back(front + Text(words(old_value), Tone::faint) + own(" → ") +
                    Text(words(new_value), new_value.empty() ? Tone::faint : Tone::plain));
  };
  for (const MemberText& member : before) say(member);
  for (const MemberText& member : after) {
    if (std::ranges::find(before, member.key, &MemberText::key) == before.end()) say(member);
  }
}

}  // namespace

std::string_view singular_of(Collection collection) {
  constexpr std::array<std::string_view, 3> kNames{"contact", "promise", "interaction"};
  return kNames[static_cast<std::size_t>(collection)];
}

std::string command_line(const Step& step) {
  std::string line = "stead";
  for (const std::string& word : step.words) line += ' ' + shell_word(word);
  return line;
}

std::vector<Text> words_of(const Changes& changes) {
  std::vector<Text> lines;
  for (const Change& change : changes) {
    if (change.before && change.after) {
      say_members(change, {}, members_of(*change.before), members_of(*change.after), lines);
    } else if (change.after) {
      lines.push_back(one_line('+', change, summary(change.collection, *change.after)));
    } else {
      lines.push_back(one_line('-', change, summary(change.collection, *change.before)));
    }
  }
  return lines;
}

Journal journal_of(const Session& session) {
  if (!session.paths.state) {
    throw Error::usage("there is no home folder, and so no journal")
        .with_hint("set HOME or XDG_STATE_HOME");
  }
  return {*session.paths.state, session.paths.book};
}

}  // namespace stead
