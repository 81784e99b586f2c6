# What every target of this project is compiled and linked with.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON) # gnu17: GLib's cleanup attributes, realpath, fmemopen

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Debug, RelWithDebInfo or Release" FORCE)
endif()

# The sRGB profile that every PDF names; Debian's icc-profiles-free has it here.
set(BB_ICC_PROFILE /usr/share/color/icc/sRGB.icc CACHE FILEPATH "sRGB colour profile")

function(bb_compile_options target)
  target_compile_options(
    ${target}
    PRIVATE
      -Wall
      -Wextra
      -Wpedantic
      -Wshadow
      -Wstrict-prototypes
      -Wmissing-prototypes
      -Wold-style-definition
      -Wpointer-arith
      -Wwrite-strings
      -Wundef
      -Wvla
      -Wformat=2
      -Wimplicit-fallthrough
      -Wno-overlength-strings
      -fno-common
      -fvisibility=hidden
      -fstack-protector-strong
      $<$<BOOL:${BLUEBOOK_WERROR}>:-Werror>)
  target_compile_definitions(
    ${target}
    PRIVATE _GNU_SOURCE
            BB_VERSION="${PROJECT_VERSION}"
            BB_ICC_PROFILE="${BB_ICC_PROFILE}"
            G_LOG_DOMAIN="bluebook"
            GLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74
            GLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74
            $<$<CONFIG:Debug>:BB_DEBUG>
            $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  if(BLUEBOOK_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${BLUEBOOK_SANITIZE}
                                             -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${BLUEBOOK_SANITIZE})
  endif()
  if(BLUEBOOK_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(BLUEBOOK_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage)
    target_link_options(${target} PRIVATE --coverage)
  endif()
endfunction()
