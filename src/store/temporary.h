#pragma once

#include <string>

#include "stead/descriptor.h"
#include "stead/store.h"
#include "store/location.h"

namespace stead {

/// A file beside the one at `place` that is to take its place: nobody else can read it before, and
/// it goes when it was not used. All of its functions throw Error (unwritable).
class Temporary {
 public:
  /// Makes the file; it must not be there yet.
  Temporary(const Location& place, std::string name);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();

  void write(const Pieces& text);

  /// Takes over the owner, the group, the permissions, the ACL and the extended attributes of
  /// `original`; where one of these cannot be kept, there are fewer permissions, never more.
  void take_after(const Descriptor& original);

  /// Gives it to its owner alone (0600), whatever the umask.
  void make_private();

  /// Brings it to the disk and closes it. A failed sync is never tried again, for the system may
  /// have forgotten what it did not write.
  void finish();

  const std::string& name() const { return name_; }

  /// The name belongs to another file now, which has to stay.
  void let_go() { ours_ = false; }

 private:
  const Location& place_;
  std::string name_;
  Descriptor file_;
  bool ours_ = true;
};

}  // namespace stead
