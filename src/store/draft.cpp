#include "stead/draft.h"

#include <sys/stat.h>

#include <system_error>

#include "stead/store.h"
#include "store/bytes.h"
#include "store/location.h"
#include "store/temporary.h"

namespace stead {

Draft::Draft(const std::filesystem::path& home, const std::string& name, std::string_view text)
    : file_(std::filesystem::absolute(home) / ("edit-" + random_digits()) / name),
      removal_(file_.parent_path()) {
  Location place = locate_making_folders(file_);
  Temporary file(place, name);
  file.write({text});
  file.make_private();
  file.finish();
  file.let_go();
  folder_ = std::move(place.folder);
}

Draft::Removal::~Removal() {
  std::error_code ignored;
  if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
}

std::string Draft::text() const {
  Descriptor file = open_to_read(folder_, file_.filename());
  if (!file && errno == ENOENT) throw Error::usage("the edited text is gone: '{}'", file_.native());
  struct stat status {};
  if (!file || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    throw Error::usage("the edited text cannot be read: '{}' is no regular file any more",
                       file_.native());
  }
  return std::string(BookReader(std::move(file), file_).read_all());
}

}  // namespace stead
