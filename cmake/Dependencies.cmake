# Installed copies come first. What is missing is fetched: the very releases that Debian 12 has, so
# that nobody builds with a version that was never tested.
include(FetchContent)

FetchContent_Declare(fmt SYSTEM
  URL https://github.com/fmtlib/fmt/archive/9.1.0.tar.gz
  URL_HASH SHA256=5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2
  FIND_PACKAGE_ARGS 9)
FetchContent_Declare(nlohmann_json SYSTEM
  URL https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
  URL_HASH SHA256=8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f
  FIND_PACKAGE_ARGS 3.11)
FetchContent_Declare(CLI11 SYSTEM
  URL https://github.com/CLIUtils/CLI11/archive/v2.1.2.tar.gz
  URL_HASH SHA256=26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb
  FIND_PACKAGE_ARGS 2.1)
FetchContent_Declare(utf8proc SYSTEM
  URL https://github.com/JuliaStrings/utf8proc/archive/v2.8.0.tar.gz
  URL_HASH SHA256=a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc
  FIND_PACKAGE_ARGS)
FetchContent_Declare(xxHash SYSTEM
  URL https://github.com/Cyan4973/xxHash/archive/v0.8.1.tar.gz
  URL_HASH SHA256=3bb6b7d6f30c591dd65aaaff1c8b7a5b94d81687998ca9400082c739a690436c
  SOURCE_SUBDIR only-its-header-is-used
  FIND_PACKAGE_ARGS)
FetchContent_Declare(doctest SYSTEM
  URL https://github.com/doctest/doctest/archive/v2.4.9.tar.gz
  URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856
  FIND_PACKAGE_ARGS 2.4)

# What we ask of ourselves is not asked of a fetched project, and neither its tests nor its own files
# to install come along.
block()
  set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)
  set(CMAKE_POLICY_VERSION_MINIMUM 3.5)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  set(BUILD_SHARED_LIBS OFF)
  set(BUILD_TESTING OFF)
  set(DOCTEST_NO_INSTALL ON)
  set(DOCTEST_WITH_TESTS OFF)
  set(UTF8PROC_INSTALL OFF)
  FetchContent_MakeAvailable(fmt nlohmann_json CLI11 utf8proc xxHash)
  if($CACHE{BUILD_TESTING})
    FetchContent_MakeAvailable(doctest)
  endif()

  if(NOT TARGET utf8proc::utf8proc)
    add_library(utf8proc::utf8proc ALIAS utf8proc)
  endif()
  if(NOT TARGET xxHash::xxhash)
    set(xxHash_INCLUDE_DIR ${xxhash_SOURCE_DIR} CACHE PATH "Where the fetched xxhash.h is" FORCE)
    find_package(xxHash REQUIRED)
  endif()
endblock()
