# Debian's libxxhash-dev has no CMake package of its own. Defines xxHash::xxhash, which is the header
# alone: whoever includes it compiles it, and nothing has to be loaded when the program starts.
find_path(xxHash_INCLUDE_DIR xxhash.h)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(xxHash DEFAULT_MSG xxHash_INCLUDE_DIR)

if(xxHash_FOUND AND NOT TARGET xxHash::xxhash)
  add_library(xxHash::xxhash INTERFACE IMPORTED)
  set_target_properties(xxHash::xxhash PROPERTIES
    INTERFACE_COMPILE_DEFINITIONS XXH_INLINE_ALL
    INTERFACE_INCLUDE_DIRECTORIES "${xxHash_INCLUDE_DIR}")
endif()
