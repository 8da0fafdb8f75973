#include "store/temporary.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <string_view>
#include <vector>

#include "store/bytes.h"

namespace stead {
namespace {

constexpr const char* kAcl = "system.posix_acl_access";

/// The attributes that belong to the content and its owner. Others (of security modules that sign
/// or label what a program wrote) are for the system to set.
bool is_carried(std::string_view attribute) {
  return attribute.starts_with("user.") || attribute.starts_with("trusted.") ||
         attribute == "security.selinux" || attribute == kAcl;
}

std::vector<std::string> attributes_of(const Descriptor& file) {
  const ssize_t size = ::flistxattr(file.number(), nullptr, 0);
  if (size <= 0) return {};
  std::string list(static_cast<std::size_t>(size), '\0');
  const ssize_t length = ::flistxattr(file.number(), list.data(), list.size());
  list.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
  std::vector<std::string> names;
  for (std::size_t at = 0; at < list.size(); at += names.back().size() + 1) {
    names.emplace_back(list.c_str() + at);
  }
  return names;
}

bool copy_attribute(const Descriptor& from, const Descriptor& to, const std::string& name) {
  const ssize_t size = ::fgetxattr(from.number(), name.c_str(), nullptr, 0);
  if (size < 0) return false;
  std::string value(static_cast<std::size_t>(size), '\0');
  const ssize_t length = ::fgetxattr(from.number(), name.c_str(), value.data(), value.size());
  return length >= 0 && ::fsetxattr(to.number(), name.c_str(), value.data(),
                                    static_cast<std::size_t>(length), 0) == 0;
}

/// A new file may have got a list from its folder that the old one does not have.
bool remove_acl(const Descriptor& file) {
  return ::fremovexattr(file.number(), kAcl) == 0 || errno == ENODATA || errno == EOPNOTSUPP;
}

/// Returns false when the access control list could not be made what it is on `from`.
bool copy_attributes(const Descriptor& from, const Descriptor& to) {
  bool had_acl = false;
  bool kept = true;
  for (const std::string& name : attributes_of(from)) {
    if (!is_carried(name)) continue;
    const bool copied = copy_attribute(from, to, name);
    if (name == kAcl) had_acl = true, kept = copied;
  }
  return had_acl ? kept : remove_acl(to);
}

}  // namespace

Temporary::Temporary(const Location& place, std::string name)
    : place_(place), name_(std::move(name)), file_(uninterrupted([&] {
        return ::openat(place_.folder.number(), name_.c_str(),
                        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
      })) {
  if (!file_) throw system_error(Status::unwritable, "write", place_.path);
}

Temporary::~Temporary() {
  if (ours_) ::unlinkat(place_.folder.number(), name_.c_str(), 0);
}

void Temporary::write(const Pieces& text) {
  if (!write_all(file_, text)) throw system_error(Status::unwritable, "write", place_.path);
}

void Temporary::take_after(const Descriptor& original) {
  struct stat old {};
  struct stat own {};
  if (::fstat(original.number(), &old) != 0 || ::fstat(file_.number(), &own) != 0) {
    throw system_error(Status::unwritable, "write", place_.path);
  }
  mode_t mode = old.st_mode & mode_t{07777};
  if (own.st_uid != old.st_uid && ::fchown(file_.number(), old.st_uid, gid_t(-1)) != 0) {
    mode &= mode_t{0777};
  }
  if (own.st_gid != old.st_gid && ::fchown(file_.number(), uid_t(-1), old.st_gid) != 0) {
    mode &= mode_t{0700};
  }
  if (!copy_attributes(original, file_)) mode &= mode_t{0700};
  if (::fchmod(file_.number(), mode) != 0) {
    throw system_error(Status::unwritable, "keep the permissions of", place_.path);
  }
}

void Temporary::make_private() {
  if (::fchmod(file_.number(), 0600) != 0) {
    throw system_error(Status::unwritable, "write", place_.path);
  }
}

void Temporary::finish() {
  if (::fsync(file_.number()) != 0 || !file_.close())
    throw system_error(Status::unwritable, "write", place_.path);
}

}  // namespace stead
