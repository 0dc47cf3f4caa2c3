# Script: joins the files of the HTML report's style and of its scripts and writes them as a C++ source, each with the
# SHA-256 by which a page's Content-Security-Policy allows it. Run by CMakeLists.txt with OUT, STYLE, SCRIPT (paths
# parted by "|").
function(join paths result)
  string(REPLACE "|" ";" paths "${paths}")
  set(all "")
  foreach(path IN LISTS paths)
    file(READ "${path}" text)
    string(APPEND all "${text}\n")
  endforeach()
  # What would end the element that holds it, or the raw string below, must not stand in it.
  string(TOLOWER "${all}" lower)
  foreach(end IN ITEMS "</script" "</style" "<!--" ")asset\"")
    string(FIND "${lower}" "${end}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "an asset of the report holds ${end}")
    endif()
  endforeach()
  set(${result} "${all}" PARENT_SCOPE)
endfunction()

join("${STYLE}" style)
join("${SCRIPT}" script)
string(SHA256 style_hash "${style}")
string(SHA256 script_hash "${script}")
file(WRITE "${OUT}.new" "// Made by cmake/embed_assets.cmake.
#include \"report/html/assets.hpp\"

namespace rejoinder::report {
const Asset page_style{R\"asset(${style})asset\", \"${style_hash}\"};
const Asset page_script{R\"asset(${script})asset\", \"${script_hash}\"};
}  // namespace rejoinder::report
")
file(RENAME "${OUT}.new" "${OUT}")
