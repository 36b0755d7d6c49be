#pragma once

#include <string>
#include <string_view>

namespace bilevel {

/// What a file is, told by its first bytes; for people. Empty where it is no picture or document that we know.
std::string_view figureKind(std::string_view bytes);

/// What a figure says about itself, a text with everything that could hold a link: the text chunks of a PNG, the
/// comments of a GIF, the metadata of a PDF; of formats that keep text as it is (SVG, LaTeX, MP4), everything. A
/// file that is cut or wrong says what it still can.
std::string figureMetadata(std::string_view bytes);

}  // namespace bilevel
