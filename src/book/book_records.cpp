#include "stead/book.h"

#include "book/record_key.h"
#include "stead/record.h"

#include <array>

// What a Book reads of its records; book.cpp finds them in the text.

namespace stead {

template <typename Read>
auto Book::read(Collection collection, std::size_t index, Read read_text) const {
  const Extent where = extent(collection, index);
  try {
    return read_text(text_.substr(0, where.end), where.begin);
  } catch (const Fault& fault) {
    constexpr std::array kSingular{"contact", "promise", "interaction"};
    throw Error(Status::unreadable, "{} '{}': {}", kSingular[index_of(collection)], id_at(where),
                fault.what())
        .with_hint("'stead check' shows every fault in the book")
        .at(place(fault.offset()));
  }
}

const Contact& Book::contact(std::size_t index) const {
  std::unique_ptr<Contact>& cached = contacts_[index];
  if (cached == nullptr) cached = std::make_unique<Contact>(read_contact(index));
  return *cached;
}

Contact Book::read_contact(std::size_t index) const {
  return read(Collection::contacts, index,
              [](auto text, auto at) { return read_record<Contact>(text, at); });
}

const Contact* Book::contact(std::string_view handle) const {
  const auto index = find_contact(handle);
  return index ? &contact(*index) : nullptr;
}

const Contact& Book::me() const {
  const Contact* me = contact("me");
  if (me != nullptr && me->id == "me") return *me;
  throw Error(Status::unreadable, "the owner's contact, with the id 'me', is missing")
      .with_hint("'stead check' shows every fault in the book")
      .at(place(section(Collection::contacts).brackets.begin));
}

const std::vector<std::uint32_t>& Book::orgs() const {
  if (orgs_) return *orgs_;
  orgs_.emplace(size(Collection::contacts), kNoContact);
  for (const std::size_t i : holding(Collection::contacts, "\"org\"")) {
    const auto written = org_as_written(record(Collection::contacts, i));
    const auto org = find_contact(written ? *written : names(i).org);
    if (org) (*orgs_)[i] = static_cast<std::uint32_t>(*org);
  }
  return *orgs_;
}

std::string Book::name_of(std::string_view handle) const {
  const auto index = find_contact(handle);
  if (!index) return std::string(handle);
  const auto name = name_as_written(record(Collection::contacts, *index));
  return std::string(name ? *name : names(*index).name);
}

ContactNames Book::names(std::size_t index) const {
  return read(Collection::contacts, index,
              [this](auto text, auto at) { return view_record<ContactNames>(text, at, decoded_); });
}

ContactKind Book::kind(std::size_t index) const {
  return read(Collection::contacts, index,
              [this](auto text, auto at) { return view_record<ContactKind>(text, at, decoded_); });
}

Promise Book::promise(std::size_t index) const {
  return read(Collection::promises, index,
              [](auto text, auto at) { return read_record<Promise>(text, at); });
}

const PromiseState& Book::promise_state(std::size_t index) const {
  promise_states_.resize(size(Collection::promises));
  std::optional<PromiseState>& kept = promise_states_[index];
  if (!kept) kept = read_promise_state(index);
  return *kept;
}

PromiseState Book::read_promise_state(std::size_t index) const {
  PromiseState state;
  if (read_as_written(record(Collection::promises, index), state)) return state;
  return read(Collection::promises, index,
              [this](auto text, auto at) { return view_record<PromiseState>(text, at, decoded_); });
}

Interaction Book::interaction(std::size_t index) const {
  return read(Collection::interactions, index,
              [](auto text, auto at) { return read_record<Interaction>(text, at); });
}

Meeting Book::meeting(std::size_t index) const {
  Meeting meeting;
  read_meeting(index, meeting);
  return meeting;
}

std::string_view Book::via(std::size_t index) const {
  read_meeting(index, meeting_);
  return meeting_.via;
}

HelpView Book::help(std::size_t index) const {
  HelpView help;
  if (read_as_written(record(Collection::interactions, index), help, times_)) return help;
  return read(Collection::interactions, index,
              [this](auto text, auto at) { return view_record<HelpView>(text, at, decoded_); });
}

void Book::read_meeting(std::size_t index, Meeting& meeting) const {
  if (read_as_written(record(Collection::interactions, index), meeting, times_)) return;
  meeting = read(Collection::interactions, index,
                 [this](auto text, auto at) { return view_record<Meeting>(text, at, decoded_); });
}

/// Reads the interaction at `index` into `front_`.
void Book::read_talk_front(std::size_t index) const {
  if (read_as_written(record(Collection::interactions, index), front_, times_)) return;
  read_meeting(index, meeting_);
  front_ = {.written_at = time_as_written(record(Collection::interactions, index)),
            .at = meeting_.at,
            .with = meeting_.with,
            .by = meeting_.by,
            .is_note = meeting_.via == "note",
            .is_from_me = meeting_.from == "me",
            .is_from_them = meeting_.from == "them",
            .has_deed = !meeting_.deed.empty(),
            .tells_how_it_went = !meeting_.went.empty()};
}

/// Reads the interaction at `index` into the talks, of which it is the next one.
void Book::read_talk(std::size_t index) const {
  if (talks_.size() == 0) talks_.reserve(size(Collection::interactions));
  read_talk_front(index);
  add_talk(index);
}

/// Adds what is in `front_` to the talks.
void Book::add_talk(std::size_t index) const {
  with_.clear();
  for (const std::string_view handle : front_.with) {
    const auto contact = find_contact(handle);
    if (contact) with_.push_back(static_cast<std::uint32_t>(*contact));
  }
  const bool is_mine = front_.by.empty() || canonical(front_.by) == "me";
  talks_.add({.index = static_cast<std::uint32_t>(index),
              .is_note = front_.is_note,
              .is_contact = is_mine && !front_.is_note,
              .may_answer = !front_.is_note && !front_.is_from_them,
              .is_from_me = front_.is_from_me,
              .is_from_them = front_.is_from_them,
              .has_deed = front_.has_deed,
              .tells_how_it_went = front_.tells_how_it_went,
              .at = front_.at,
              .with = {}},
             with_);
}

std::vector<std::size_t> Book::with_deeds() const {
  if (talks_.size() < size(Collection::interactions)) {
    return holding(Collection::interactions, "\"deed\"");
  }
  std::vector<std::size_t> found;
  for (std::size_t place = talks_.size(); place-- > 0;) {
    if (talks_[place].has_deed) found.push_back(talks_[place].index);
  }
  return found;
}

}  // namespace stead
