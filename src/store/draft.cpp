#include "stead/draft.h"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>

#include "stead/book_place.h"
#include "stead/store.h"
#include "stead/text.h"
#include "store/bytes.h"
#include "store/location.h"
#include "store/temporary.h"

namespace stead {
namespace {

constexpr std::string_view kFront = "edit-";

}  // namespace

namespace fs = std::filesystem;

Draft::Draft(const fs::path& home, const std::string& name, std::string_view text)
    : file_(in_full(home) / (std::string(kFront) + random_digits()) / name) {
  try {
    write(name, text);
  } catch (...) {
    discard();
    throw;
  }
}

void Draft::write(const std::string& name, std::string_view text) {
  Location place = locate_making_folders(file_);
  Temporary file(place, name);
  file.write({text});
  file.make_private();
  file.finish();
  file.let_go();
  folder_ = std::move(place.folder);
}

std::string Draft::text() const { return text_of(file_.filename()); }

std::string Draft::text_of(const std::string& name) const {
  const fs::path path = folder() / name;
  Descriptor file = open_to_read(folder_, name);
  if (!file && errno == ENOENT) throw Error::usage("the edited text is gone: '{}'", path.native());
  struct stat status {};
  if (!file || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    throw Error::usage("the edited text cannot be read: '{}' is no regular file any more",
                       path.native());
  }
  return std::string(BookReader(std::move(file), path).read_all());
}

bool Draft::holds_one_of(const std::string& name, std::span<const std::string> texts) const {
  try {
    const std::string text = text_of(name);
    return trimmed(text).empty() || std::ranges::find(texts, text) != texts.end();
  } catch (const Error&) {
    return false;  // what was not read may be all that somebody wrote
  }
}

std::optional<fs::path> Draft::other_than(std::span<const std::string> texts) const {
  std::error_code failed;
  const bool is_file = fs::is_regular_file(fs::symlink_status(file_, failed));
  if (is_file && !holds_one_of(file_.filename(), texts)) return file_;
  fs::directory_iterator entry(folder(), failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    if (!holds_one_of(entry->path().filename(), texts)) return folder();
  }
  const bool is_gone = failed == std::errc::no_such_file_or_directory;
  return failed && !is_gone ? std::optional(folder()) : std::nullopt;
}

void Draft::discard() const {
  std::error_code ignored;
  fs::remove_all(folder(), ignored);
}

std::vector<fs::path> drafts_in(const fs::path& home) {
  std::vector<fs::path> drafts;
  std::error_code failed;
  fs::directory_iterator entry(home, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    std::error_code unknown;
    const bool is_draft =
        entry->path().filename().native().starts_with(kFront) && entry->is_directory(unknown);
    if (is_draft) drafts.push_back(entry->path());
  }
  std::ranges::sort(drafts);
  return drafts;
}

}  // namespace stead
