# What every target of ours is built with, and nothing of anyone else's. Warnings are errors in the
# presets for developers only (CMAKE_COMPILE_WARNING_AS_ERROR).
add_library(stead_options INTERFACE)
target_compile_features(stead_options INTERFACE cxx_std_20)
target_compile_options(stead_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
  -Wformat=2 -Wimplicit-fallthrough -Wnon-virtual-dtor -Woverloaded-virtual -Wunused
  -Wno-missing-field-initializers # `{.name = ...}` leaves the rest at its default on purpose
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op>
  # Once std::string and std::optional are inlined, g++ 12 warns of their insides (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict -Wno-maybe-uninitialized>)

# g++ looks for garbage every few megabytes, for a tenth of its time; no source of ours has that much.
target_compile_options(stead_options INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=1000000>)

# A book holds the words of others: an index out of range or an overwritten return address ends the
# program. glibc's own checks need an optimiser.
target_compile_options(stead_options INTERFACE
  -fstack-protector-strong $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
target_compile_definitions(stead_options INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(stead_options INTERFACE -Wl,-z,relro,-z,now)

# The places that the loader has to mend, in a tenth of the bytes (glibc 2.36, binutils 2.38).
include(CheckLinkerFlag)
check_linker_flag(CXX -Wl,-z,pack-relative-relocs STEAD_CAN_PACK_RELOCATIONS)
if(STEAD_CAN_PACK_RELOCATIONS)
  target_link_options(stead_options INTERFACE -Wl,-z,pack-relative-relocs)
endif()

include(CheckIPOSupported)
check_ipo_supported(RESULT STEAD_CAN_LINK_AS_WHOLE OUTPUT ignored LANGUAGES CXX)

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# fmt is the one library whose shared copy would bring the C++ runtime in again.
add_library(stead_fmt INTERFACE)
if(STEAD_STANDALONE)
  target_link_options(stead_options INTERFACE -static-libstdc++ -static-libgcc)
  target_link_libraries(stead_fmt INTERFACE fmt::fmt-header-only)
else()
  target_link_libraries(stead_fmt INTERFACE fmt::fmt)
endif()
