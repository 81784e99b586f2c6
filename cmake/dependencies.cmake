# The libraries, each from Debian 12. HACKING.md says why each is there.

find_package(PkgConfig REQUIRED)
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0>=2.74 gio-2.0)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0>=2.9.14)
pkg_check_modules(XSLT REQUIRED IMPORTED_TARGET libxslt>=1.1.35 libexslt)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pango>=1.50 pangocairo pangoft2 fontconfig)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo>=1.16 cairo-pdf)
pkg_check_modules(RSVG REQUIRED IMPORTED_TARGET librsvg-2.0>=2.54 gdk-pixbuf-2.0)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf>=11)

# libhyphen comes without a pkg-config file.
find_path(HYPHEN_INCLUDE_DIR hyphen.h REQUIRED)
find_library(HYPHEN_LIBRARY hyphen REQUIRED)
add_library(bb_hyphen INTERFACE)
target_include_directories(bb_hyphen SYSTEM INTERFACE ${HYPHEN_INCLUDE_DIR})
target_link_libraries(bb_hyphen INTERFACE ${HYPHEN_LIBRARY})

# xsltproc turns the design tokens into CSS and FO attribute sets while building.
find_program(XSLTPROC xsltproc REQUIRED)
