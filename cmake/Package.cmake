# `cpack` in the build folder makes a package for Debian of what is installed; script/package builds
# and checks it. DEBFULLNAME and DEBEMAIL, deb-changelog's, say who maintains it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME stead)
set(CPACK_PACKAGE_CONTACT "The stead authors <stead@localhost>")
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "command-line personal CRM")
set(CPACK_PACKAGE_DESCRIPTION [[
Keeps contacts, promises and what happened with whom in one JSON file, and
answers who stands in for a client while you are away. It is for people whose
work comes through people: freelancers, consultants, and departments with
clients of their own.]])
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/DebianFiles.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS tzdata)
include(CPack)
