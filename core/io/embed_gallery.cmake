# embed_gallery(target folder): the studies in `folder` become part of `target`, so that the program is one file.
function(embed_gallery target folder)
    file(GLOB studies CONFIGURE_DEPENDS "${folder}/*.bilevel.json")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${studies})
    set(entries "")
    foreach(study IN LISTS studies)
        get_filename_component(id "${study}" NAME)
        string(REPLACE ".bilevel.json" "" id "${id}")
        file(READ "${study}" text)
        string(APPEND entries "    {\"${id}\", R\"study(${text})study\"},\n")
    endforeach()
    file(CONFIGURE OUTPUT gallery_files.cpp @ONLY CONTENT [[
#include "core/io/gallery.h"

namespace bilevel {
namespace {

constexpr GalleryEntry entries[]{
@entries@};

}  // namespace

extern const std::span<const GalleryEntry> galleryFiles;
const std::span<const GalleryEntry> galleryFiles = entries;

}  // namespace bilevel
]])
    target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/gallery_files.cpp")
endfunction()
