# Every third-party library in one place. Debian's packages come first; lexbor and rapidfuzz-cpp, which older
# distributions lack, fall back to a fixed release.

find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(LibArchive REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(simdjson REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(TOMLPP REQUIRED IMPORTED_TARGET tomlplusplus)
find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)

include(FetchContent)

find_path(LEXBOR_INCLUDE lexbor/html/html.h)
find_library(LEXBOR_LIBRARY lexbor)
if(LEXBOR_INCLUDE AND LEXBOR_LIBRARY)
  add_library(lexbor::lexbor UNKNOWN IMPORTED)
  set_target_properties(lexbor::lexbor PROPERTIES
    IMPORTED_LOCATION ${LEXBOR_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${LEXBOR_INCLUDE})
else()
  message(STATUS "lexbor is not installed: fetching its sources")
  set(LEXBOR_BUILD_SHARED OFF CACHE BOOL "")
  FetchContent_Declare(lexbor GIT_REPOSITORY https://github.com/lexbor/lexbor.git GIT_TAG v3.0.1)
  FetchContent_MakeAvailable(lexbor)
  add_library(lexbor::lexbor ALIAS lexbor_static)
endif()

find_package(rapidfuzz CONFIG QUIET)
if(NOT rapidfuzz_FOUND)
  message(STATUS "rapidfuzz-cpp is not installed: fetching its sources")
  FetchContent_Declare(rapidfuzz GIT_REPOSITORY https://github.com/rapidfuzz/rapidfuzz-cpp.git GIT_TAG v3.3.3)
  FetchContent_MakeAvailable(rapidfuzz)
endif()
