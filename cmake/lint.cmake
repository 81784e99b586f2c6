# Targets that CI runs: format (rewrite), format-check (complain), lint (clang-tidy).

file(GLOB_RECURSE BB_ALL_C ${PROJECT_SOURCE_DIR}/src/*.[ch] ${PROJECT_SOURCE_DIR}/tests/*.[ch])
find_program(CLANG_FORMAT clang-format)
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)

if(CLANG_FORMAT)
  add_custom_target(format COMMAND ${CLANG_FORMAT} -i ${BB_ALL_C} VERBATIM)
  add_custom_target(format-check COMMAND ${CLANG_FORMAT} --dry-run --Werror ${BB_ALL_C} VERBATIM)
endif()
if(RUN_CLANG_TIDY)
  add_custom_target(lint COMMAND ${RUN_CLANG_TIDY} -quiet -p ${CMAKE_BINARY_DIR}
                                 ${PROJECT_SOURCE_DIR}/src VERBATIM)
endif()
