#pragma once

#include <span>
#include <string_view>

namespace bilevel {

/// A study that travels inside the program. Its id is its file's name in resources/problems, without
/// .bilevel.json.
struct GalleryEntry {
    std::string_view id;
    std::string_view text;  ///< for readStudy()
};

/// All of them, the one to begin with first.
std::span<const GalleryEntry> gallery();
/// nullptr when there is none of that id.
const GalleryEntry* findInGallery(std::string_view id);

}  // namespace bilevel
