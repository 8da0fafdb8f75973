#include <xxhash.h>

#include <memory>

#include "stead/store.h"

namespace stead {

std::string digest(std::string_view text) { return digest(Pieces{text}); }

std::string digest(const Pieces& text) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  for (const std::string_view piece : text) {
    XXH3_128bits_update(state.get(), piece.data(), piece.size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace stead
