#include "stead/journal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "stead/record.h"
#include "store/bytes.h"
#include "store/location.h"
#include "store/step_text.h"
#include "store/temporary.h"

namespace stead {
namespace {

namespace fs = std::filesystem;

/// How much is left when the oldest steps go: half, so that this is rare.
constexpr std::size_t kKept = Journal::kLargest / 2;
/// But not the last ones: a layout takes the text of a whole book, and is to be taken back all the
/// same after some commands more.
constexpr int kLastSteps = 8;

fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path full = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path, error) : full;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::optional<BookReader> open_journal(const fs::path& path) {
  const std::optional<Location> place = locate(path);
  if (!place) return std::nullopt;
  Descriptor file = open_to_read(place->folder, place->name);
  if (!file && errno == ENOENT) return std::nullopt;
  if (!file) throw system_error(Status::unreadable, "read", path);
  return BookReader(std::move(file), path);
}

/// Puts `text` in the place of the journal. A name that is always the same will do for the
/// temporary file: the folder is private, and only one program writes.
void replace(const Location& place, const Pieces& text) {
  const std::string name = "." + place.name + ".tmp";
  ::unlinkat(place.folder.number(), name.c_str(), 0);
  Temporary next(place, name);
  next.write(text);
  next.make_private();
  next.finish();
  const int folder = place.folder.number();
  if (::renameat(folder, name.c_str(), folder, place.name.c_str()) != 0) {
    throw system_error(Status::unwritable, "write", place.path);
  }
  next.let_go();
  if (::fsync(folder) != 0) throw system_error(Status::unwritable, "write", place.path);
}

/// The newest whole lines of `text` that fit into kKept, but at least the last kLastSteps.
std::string_view newest(std::string_view text) {
  std::size_t last = text.size();
  for (int i = 0; i < kLastSteps && last > 1; ++i) last = text.rfind('\n', last - 2) + 1;
  const std::size_t start = text.find('\n', text.size() - std::min(text.size(), kKept)) + 1;
  return text.substr(start == 0 ? last : std::min(start, last));
}

/// Makes room for a line of `size` bytes: the oldest steps go, or all where even the last ones
/// would make a file too large to be read.
void make_room(const Location& place, const fs::path& path, std::size_t size) {
  BookReader journal(open_to_read(place.folder, place.name), path);
  const std::string_view all = journal.read_all();
  std::string_view kept = newest(all);
  if (kept.size() > kLargestBook - std::min(size, kLargestBook)) kept = {};
  if (kept.size() < all.size()) replace(place, {kept});
}

std::size_t size_of(const Descriptor& file) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::string::npos;
  return static_cast<std::size_t>(status.st_size);
}

Descriptor open_to_append(const Location& place) {
  return Descriptor(uninterrupted([&] {
    return ::openat(place.folder.number(), place.name.c_str(),
                    O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  }));
}

bool ends_inside_a_line(const Descriptor& file, std::size_t size) {
  char last = '\n';
  return size > 0 && ::pread(file.number(), &last, 1, static_cast<off_t>(size - 1)) == 1 &&
         last != '\n';
}

/// Adds a line and brings it to the disk, or leaves the file as it was.
bool append_line(const Location& place, const Descriptor& file, std::size_t size,
                 const std::string& line) {
  const bool is_new = size == 0;
  const Pieces text{ends_inside_a_line(file, size) ? "\n" : "", line};
  const bool done = (!is_new || ::fchmod(file.number(), 0600) == 0) && write_all(file, text) &&
                    ::fdatasync(file.number()) == 0 &&
                    (!is_new || ::fsync(place.folder.number()) == 0);
  if (!done && ::ftruncate(file.number(), static_cast<off_t>(size)) != 0) return false;
  return done;
}

/// A step that the next one does not start from, although that one starts where it did, was written
/// by a program that died before the book took its place.
std::vector<Step> without_those_that_never_happened(std::vector<Step> steps, std::string_view now) {
  std::vector<Step> happened;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string_view next =
        i + 1 < steps.size() ? std::string_view(steps[i + 1].before) : now;
    if (next != steps[i].before) happened.push_back(std::move(steps[i]));
  }
  return happened;
}

/// The steps done and not taken back, and those taken back; the last ones are the next in turn.
struct Stacks {
  std::vector<const Step*> done;
  std::vector<const Step*> undone;
};

void move_step(const std::string& id, std::vector<const Step*>& from,
               std::vector<const Step*>& to) {
  const auto step = std::ranges::find(from, id, &Step::id);
  if (step == from.end()) return;
  to.push_back(*step);
  from.erase(step);
}

Stacks stacks_of(const std::vector<Step>& steps) {
  Stacks stacks;
  for (const Step& step : steps) {
    switch (step.kind) {
      case Step::Kind::done:
        stacks.done.push_back(&step);
        stacks.undone.clear();
        break;
      case Step::Kind::undone: move_step(step.of, stacks.done, stacks.undone); break;
      case Step::Kind::redone: move_step(step.of, stacks.undone, stacks.done); break;
    }
  }
  return stacks;
}

Changes inverted(const Changes& changes) {
  Changes result(changes.rbegin(), changes.rend());
  for (Change& change : result) {
    std::swap(change.before, change.after);
    std::swap(change.before_follows, change.after_follows);
  }
  return result;
}

}  // namespace

Journal::Journal(const fs::path& state_folder, const fs::path& book)
    : path_(state_folder / ("undo-" + digest(resolved(book).native()) + ".jsonl")) {}

std::vector<Step> Journal::steps(std::string_view now) const {
  std::optional<BookReader> journal = open_journal(path_);
  if (!journal) return {};
  std::vector<Step> steps;
  for (const std::string_view line : lines_of(journal->read_all())) {
    if (std::optional<Step> step = step_from(line)) steps.push_back(std::move(*step));
  }
  return without_those_that_never_happened(std::move(steps), now);
}

std::optional<Reversal> Journal::undo(std::string_view now) const {
  const std::vector<Step> all = steps(now);
  const Stacks stacks = stacks_of(all);
  if (stacks.done.empty()) return std::nullopt;
  const Step& step = *stacks.done.back();
  return Reversal{step, inverted(step.changes), all.back().after == now};
}

std::optional<Reversal> Journal::redo(std::string_view now) const {
  const std::vector<Step> all = steps(now);
  const Stacks stacks = stacks_of(all);
  if (stacks.undone.empty()) return std::nullopt;
  const Step& step = *stacks.undone.back();
  return Reversal{step, step.changes, all.back().after == now};
}

bool Journal::append(Step step) {
  appended_at_.reset();
  try {
    step.id = random_digits();
    const Location place = locate_making_folders(path_);
    Descriptor file = open_to_append(place);
    const std::string line = to_line(step);
    if (file && size_of(file) >= kLargest) {
      make_room(place, path_, line.size());
      file = open_to_append(place);
    }
    const std::size_t size = file ? size_of(file) : std::string::npos;
    if (size == std::string::npos) return false;
    // A larger journal could not be read any more.
    if (line.size() > kLargestBook - size || !append_line(place, file, size, line)) return false;
    appended_at_ = size;
    return true;
  } catch (const Error&) {
    return false;
  }
}

void Journal::withdraw() {
  if (!appended_at_) return;
  if (::truncate(path_.c_str(), static_cast<off_t>(*appended_at_)) == 0) appended_at_.reset();
}

void Journal::forget(const std::function<bool(const Step&)>& concerns) {
  std::optional<BookReader> journal = open_journal(path_);
  if (!journal) return;
  std::set<std::string> forgotten;
  const std::string_view text = journal->read_all();
  Pieces kept;
  for (const std::string_view line : lines_of(text)) {
    const std::optional<Step> step = step_from(line);
    if (step && !forgotten.contains(step->of) && !concerns(*step)) {
      kept.push_back(line);
    } else if (step) {
      forgotten.insert(step->id);
    }
  }
  if (kept.size() < lines_of(text).size()) replace(locate_making_folders(path_), kept);
}

bool mentions(const Step& step, std::string_view id) {
  const std::string value = fmt::format("\"{}\"", id);
  const auto has_value = [&](const std::optional<std::string>& record) {
    return record && record->find(value) != std::string::npos;
  };
  // Not every text of a book was written by stead: an escape may hide the value.
  if (step.text && may_hold(*step.text, value)) return true;
  return std::ranges::find(step.words, id) != step.words.end() ||
         std::ranges::any_of(step.changes, [&](const Change& change) {
           return change.id == id || has_value(change.before) || has_value(change.after);
         });
}

}  // namespace stead
