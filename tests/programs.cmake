# Tests that run the program or read the tree.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(SHARED ${PROJECT_SOURCE_DIR}/../shared)

function(rejoinder_program_test name)
  add_test(NAME ${name} COMMAND ${ARGN})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

rejoinder_program_test("checks: no include climbs a floor"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/checks/floors.py ${PROJECT_SOURCE_DIR})
rejoinder_program_test("checks: profiles have fixtures and the README names commands that are"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/checks/tree.py ${PROJECT_SOURCE_DIR})
rejoinder_program_test("checks: docs/profile-format.md describes every key of profiles and phrase books"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/checks/profile_keys.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: every fixture comes out as its truth says"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/fixtures.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR}/fixtures)
rejoinder_program_test("golden: the JSON of every fixture is as its schema says"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/schema.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: tables, graphs and corpora hold what the JSON holds, and the README's queries run"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/exports.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: with pseudonyms no output holds a name"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/pseudonyms.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: manual and completions are those of the tables"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/manual.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: every command of the tutorial runs"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/tutorial.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: an installed program finds its configuration and brings its manual"
  ${CMAKE_CURRENT_SOURCE_DIR}/golden/install.sh ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR})
rejoinder_program_test("golden: what extract writes analyses as its source does"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/round_trip.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR}/fixtures
  ${SHARED}/pages)
rejoinder_program_test("golden: new-case makes a case that passes, and approve renews one that does not"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/make_cases.py $<TARGET_FILE:rejoinder> ${PROJECT_SOURCE_DIR}/fixtures)
rejoinder_program_test("golden: the founding pages come out as their truth says"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/founding_pages.py $<TARGET_FILE:rejoinder> ${SHARED})
rejoinder_program_test("golden: real Invision pages hold what their index says"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/real_invision_pages.py $<TARGET_FILE:rejoinder> ${SHARED})
rejoinder_program_test("golden: the text of the benchmark's forum pages stays as near its reference as it is"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/wcxb.py $<TARGET_FILE:rejoinder> ${SHARED})
rejoinder_program_test("golden: posts and quotes of the real pages are found as docs/coverage.md says"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/coverage.py $<TARGET_FILE:rejoinder> ${SHARED})
rejoinder_program_test("golden: generated threads come out as their truth says"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/generated_threads.py $<TARGET_FILE:rejoinder> ${SHARED})
rejoinder_program_test("golden: pages in any order, some of them twice, give the same report"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/page_order.py $<TARGET_FILE:rejoinder>
  ${PROJECT_SOURCE_DIR}/fixtures ${SHARED})
rejoinder_program_test("golden: real debates give their quotes back as well as they did"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/iac.py $<TARGET_FILE:rejoinder> ${SHARED} --threads 80)
rejoinder_program_test("golden: docs/measures.md is the table of measures"
  bash -c "diff <($<TARGET_FILE:rejoinder> measures) ${PROJECT_SOURCE_DIR}/docs/measures.md")
rejoinder_program_test("golden: measures of random graphs are those of NetworkX"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/networkx_graphs.py $<TARGET_FILE:graph_measures>)
rejoinder_program_test("golden: camps are the sides that people saw in real debates, as often as they were"
  Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/golden/iac_camps.py $<TARGET_FILE:rejoinder> ${SHARED})
rejoinder_program_test("golden: the sample reports are what the program writes"
  ${CMAKE_CURRENT_SOURCE_DIR}/golden/samples.sh $<TARGET_FILE:rejoinder> compare)

# Each table of tests/cli/cases holds one case a line: arguments, exit code, output, files.
foreach(table IN ITEMS program analyze audit run extract explain split compare evaluate profile bad_input)
  rejoinder_program_test("cli: ${table}"
    Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/run_cases.py --program $<TARGET_FILE:rejoinder>
    ${CMAKE_CURRENT_SOURCE_DIR}/cli/cases/${table}.txt)
endforeach()

# Every header compiles alone.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/include/*.hpp ${PROJECT_SOURCE_DIR}/src/*.hpp)
set(alone_sources)
foreach(header IN LISTS headers)
  string(REPLACE "/" "_" stem ${header})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/alone/${stem}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${PROJECT_SOURCE_DIR}/${header}\"\n")
  list(APPEND alone_sources ${source})
endforeach()
add_library(headers_alone OBJECT ${alone_sources})
target_include_directories(headers_alone PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(headers_alone PRIVATE rejoinder_warnings lexbor::lexbor PkgConfig::TOMLPP nlohmann_json::nlohmann_json
  CLI11::CLI11 Boost::headers fmt::fmt)
