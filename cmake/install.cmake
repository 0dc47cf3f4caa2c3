# What `cmake --install` and the Debian package put where: the program, its configuration, its manual, completions.

set(manual_dir ${PROJECT_BINARY_DIR}/manual)
add_custom_command(
  OUTPUT ${manual_dir}/rejoinder.1 ${manual_dir}/rejoinder.bash ${manual_dir}/rejoinder.zsh ${manual_dir}/rejoinder.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${manual_dir}
  COMMAND rejoinder manual > ${manual_dir}/rejoinder.1
  COMMAND rejoinder completions bash > ${manual_dir}/rejoinder.bash
  COMMAND rejoinder completions zsh > ${manual_dir}/rejoinder.zsh
  COMMAND rejoinder completions fish > ${manual_dir}/rejoinder.fish
  DEPENDS rejoinder
  COMMENT "Writing the manual and the completions"
  VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual_dir}/rejoinder.1)

install(TARGETS rejoinder)
install(DIRECTORY config DESTINATION ${CMAKE_INSTALL_DATADIR}/rejoinder)
install(FILES docs/rejoinder.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/rejoinder)
install(FILES README.md LICENSE CHANGELOG.md docs/commands.md docs/formats.md docs/profile-format.md docs/tutorial.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${manual_dir}/rejoinder.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual_dir}/rejoinder.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME rejoinder)
install(FILES ${manual_dir}/rejoinder.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _rejoinder)
install(FILES ${manual_dir}/rejoinder.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# `cpack -G DEB`: needs only packages of Debian 12, because lexbor, which is newer, is linked in.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rejoinder)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Rejoinder project <rejoinder@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "rebuild who answered whom in forum threads")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Reads the pages of forum threads, rebuilds quote and reply trees, measures the debate\n and reports its structure and the moderation in it.")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
include(CPack)
