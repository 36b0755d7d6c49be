# Run by CTest: cmake -DROOT=<source folder> -P layers.cmake. The rules of the house, as code.
cmake_minimum_required(VERSION 3.21)

# forbid(folder pattern reason): no source below `folder` may have a line that matches.
function(forbid folder pattern reason)
    file(GLOB_RECURSE files "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
    foreach(file IN LISTS files)
        file(STRINGS "${file}" hits REGEX "${pattern}")
        if(hits)
            message(SEND_ERROR "${file}: ${reason}\n    ${hits}")
        endif()
    endforeach()
endfunction()

forbid(core "#include <Q"                "core knows no Qt")
forbid(core "#include \"(ui|app)/"       "core is the bottom layer")
forbid(ui   "#include \"app/"            "ui is below app")
set(above formula problem record algorithms run io)  # each room of core may include only those before it
foreach(room IN ITEMS formula problem record algorithms run)
    list(POP_FRONT above)
    list(JOIN above "|" later)
    forbid(core/${room} "#include \"core/(${later})/" "core/${room} includes a room above it")
endforeach()
forbid(core/algorithms "std::mutex|std::thread|std::atomic" "algorithms know no threads")

# The window knows no method and no diagnostic: it reads the registry, the columns and their terms.
# (ui/formula may know how a lambda is written: there it is a letter.)
file(GLOB algorithms "${ROOT}/core/algorithms/*.cpp")
file(GLOB rooms RELATIVE "${ROOT}/ui" "${ROOT}/ui/*")
list(FILTER rooms EXCLUDE REGEX "^formula$|\\.txt$")
foreach(file IN LISTS algorithms)
    file(STRINGS "${file}" ids REGEX "\\.id = \"|^        \\{\"[a-z_]+\", \"")  # ids and terms
    foreach(line IN LISTS ids)
        string(REGEX MATCH "\"([a-z_0-9]+)\"" found "${line}")
        foreach(room IN LISTS rooms)
            forbid(ui/${room} "\"${CMAKE_MATCH_1}\"" "ui names \"${CMAKE_MATCH_1}\", which belongs to a method")
        endforeach()
    endforeach()
endforeach()

file(GLOB_RECURSE sources "${ROOT}/core/*.cpp" "${ROOT}/core/*.h" "${ROOT}/ui/*.cpp" "${ROOT}/ui/*.h" "${ROOT}/app/*.cpp"
    "${ROOT}/app/*.h" "${ROOT}/tests/*.cpp" "${ROOT}/tests/*.h")
foreach(file IN LISTS sources)
    file(READ "${file}" text)
    string(REGEX MATCHALL "\n" newlines "${text}")
    list(LENGTH newlines count)
    if(count GREATER 350)
        message(SEND_ERROR "${file}: ${count} lines; a room is missing")
    endif()
    if(text MATCHES "TODO|FIXME|HACK|[^X]XXX[^X]")
        message(SEND_ERROR "${file}: unfinished work")
    endif()
endforeach()
