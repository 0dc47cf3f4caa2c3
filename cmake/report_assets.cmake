# The page's style and scripts, with those modules of d3 that it draws with, as a source of the floor `report`.
find_path(REJOINDER_D3 d3-selection/dist/d3-selection.min.js PATHS /usr/share/nodejs DOC "folder that holds d3's modules")
if(NOT REJOINDER_D3)
  message(FATAL_ERROR "d3 is not installed: install Debian's node-d3, or name the folder of its modules with -DREJOINDER_D3=DIR")
endif()

set(script)
foreach(module IN ITEMS array collection color interpolate format time time-format scale axis selection dispatch timer
                        quadtree force)
  list(APPEND script ${REJOINDER_D3}/d3-${module}/dist/d3-${module}.min.js)
endforeach()
set(assets ${PROJECT_SOURCE_DIR}/src/report/html/assets)
foreach(part IN ITEMS page tables tree people timeline start)
  list(APPEND script ${assets}/${part}.js)
endforeach()
set(style)
foreach(part IN ITEMS page post tree charts print)
  list(APPEND style ${assets}/${part}.css)
endforeach()

set(made ${PROJECT_BINARY_DIR}/report_assets.cpp)
list(JOIN style "|" style_paths)
list(JOIN script "|" script_paths)
add_custom_command(OUTPUT ${made}
  COMMAND ${CMAKE_COMMAND} -DOUT=${made} "-DSTYLE=${style_paths}" "-DSCRIPT=${script_paths}"
          -P ${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake
  DEPENDS ${style} ${script} ${PROJECT_SOURCE_DIR}/cmake/embed_assets.cmake
  COMMENT "Joining the style and the scripts of the HTML report" VERBATIM)
target_sources(rejoinder_report PRIVATE ${made})
