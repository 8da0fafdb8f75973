#include <xxhash.h>

#include <memory>

#include "stead/store.h"

namespace stead {
namespace {

/// A digest that is being made.
class Hash {
 public:
  Hash() : state_(new_state()) { XXH3_128bits_reset(state_.get()); }
  Hash(const Hash& other) : state_(new_state()) {
    XXH3_copyState(state_.get(), other.state_.get());
  }
  Hash& operator=(const Hash&) = delete;

  void add(std::string_view text) { XXH3_128bits_update(state_.get(), text.data(), text.size()); }

  std::string digits() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  using State = std::unique_ptr<XXH3_state_t, Free>;

  static State new_state() {
    State state(XXH3_createState());
    if (!state) throw std::bad_alloc();
    return state;
  }

  State state_;
};

}  // namespace

std::string digest(std::string_view text) { return digest(Pieces{text}); }

std::string digest(const Pieces& text) {
  Hash hash;
  for (const std::string_view piece : text) hash.add(piece);
  return hash.digits();
}

std::pair<std::string, std::string> digests(std::string_view old, const Pieces& text) {
  Hash hash;
  auto piece = text.begin();
  for (; piece != text.end() && piece->data() == old.data() && piece->size() <= old.size();
       ++piece) {
    hash.add(*piece);
    old.remove_prefix(piece->size());
  }
  Hash before = hash;
  before.add(old);
  for (; piece != text.end(); ++piece) hash.add(*piece);
  return {before.digits(), hash.digits()};
}

}  // namespace stead
