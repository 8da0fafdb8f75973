# read_kinds_as_one(TARGET FOLDER...): the sources of each folder of src are compiled as one, but those
# that are built with options of their own. Of reports, what makes documents, what writes JSON and the
# rest are one each. A clean build takes half the time, for templates are read and instantiated once.
# So names in the unnamed namespaces of a kind must differ.
function(read_kinds_as_one target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # GCC takes what is included for a header.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  foreach(folder IN LISTS ARGN)
    file(GLOB sources CONFIGURE_DEPENDS src/${folder}/*.cpp)
    string(MAKE_C_IDENTIFIER ${folder} kind)
    foreach(source IN LISTS sources)
      get_source_file_property(options ${source} COMPILE_OPTIONS)
      if(options)
        continue()
      endif()
      set(group ${kind})
      if(source MATCHES "reports/.*_(document|json)\\.cpp$")
        string(APPEND group _${CMAKE_MATCH_1})
      endif()
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endforeach()
  endforeach()
endfunction()
