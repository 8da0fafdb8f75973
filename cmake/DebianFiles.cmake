# Run by cpack on what is installed for the package: puts it where the Debian Policy Manual wants it
# (12.1 man pages, 12.5 copyright, 12.7 changelog) and zsh on Debian looks for it.
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
set(doc ${share}/doc/${CPACK_PACKAGE_NAME})

string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC) # honours SOURCE_DATE_EPOCH
file(WRITE ${doc}/changelog
  "${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
  "  * What changed is in NEWS.md.\n\n"
  " -- ${CPACK_PACKAGE_CONTACT}  ${now}\n")
file(RENAME ${doc}/LICENSE ${doc}/copyright)

file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)

file(GLOB pages ${share}/man/man*/*)
execute_process(COMMAND gzip -9n ${doc}/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)
