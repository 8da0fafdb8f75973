# Files that the program prints are built into it as they are, so that there is no second copy to
# keep up to date. Sets embedded_sources; src/cli/embedded.h is what the code sees.
file(GLOB embedded_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  completions/* schema/*.json)
foreach(embedded_file IN LISTS embedded_files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${embedded_file})
  file(READ ${embedded_file} embedded_text)
  string(APPEND embedded_cases
    "  if (path == \"${embedded_file}\") return R\"stead(${embedded_text})stead\";\n")
endforeach()

set(embedded_sources ${PROJECT_BINARY_DIR}/embedded.cpp)
file(CONFIGURE OUTPUT ${embedded_sources} @ONLY CONTENT [[
#include "cli/embedded.h"

namespace stead {

std::string_view embedded_file(std::string_view path) {
@embedded_cases@  return {};
}

}  // namespace stead
]])
