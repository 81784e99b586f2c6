# What the program reads at run time, laid out in the build tree as it is when installed:
# <prefix>/bin/bluebook finds <prefix>/share/bluebook beside itself, in both places. The build tree
# links to the sources, so that an edited template is used at once.

set(BB_SHARE ${CMAKE_BINARY_DIR}/share/bluebook)
file(MAKE_DIRECTORY ${BB_SHARE})
foreach(part templates styles fonts)
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/${part} ${BB_SHARE}/${part} SYMBOLIC)
endforeach()

install(DIRECTORY templates fonts DESTINATION ${CMAKE_INSTALL_DATADIR}/bluebook
        PATTERN README.md EXCLUDE)
install(DIRECTORY styles DESTINATION ${CMAKE_INSTALL_DATADIR}/bluebook
        FILES_MATCHING PATTERN *.css PATTERN looks.xsl)
install(FILES docs/bluebook.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
