#include <unistd.h>

#include <cstdlib>
#include <string_view>

// libstdc++ calls this where one of its assertions fails: an index or an iterator is out of range.
// Its own tells of the source, the line, the function and the condition; the texts for that would
// be a twentieth of the program that is shipped. Linked as a whole, this one needs none of them.
#if defined(NDEBUG) && defined(_GLIBCXX_VERBOSE_ASSERT)
namespace std {              // NOLINT(cert-dcl58-cpp): it is the library's function
void __glibcxx_assert_fail(  // NOLINT(readability-identifier-naming)
    const char* /*file*/, int /*line*/, const char* /*function*/,
    const char* /*condition*/) noexcept {
  constexpr string_view kMessage = "stead: internal error: an index is out of range\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  abort();
}
}  // namespace std
#endif
