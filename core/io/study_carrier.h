#pragma once

#include "core/io/study.h"

namespace bilevel {

/// What a study can travel in.
enum class Carrier {
    file,    ///< JSON, as writeStudy() makes it
    link,    ///< a text with a link in it, see study_link.h
    figure,  ///< a picture or a document that has the link of its study in its metadata
    none,    ///< nothing that we know
};

/// Files that carry a study may be as large as this; the study itself may not.
inline constexpr std::size_t maximumCarrierSize = 256u << 20;

/// Told by the contents, whatever the name.
Carrier carrierOf(std::string_view contents);

/// The JSON of the study that `contents` (bytes of a file, or pasted text) carry, for readStudy(); a file, and
/// what we do not know, as it is. Errors: a link is cut or damaged; a figure carries no study.
Result<std::string> carriedStudy(std::string_view contents);

/// Reads a study from whatever carries it. Errors as of carriedStudy(), and of readStudy() in one line: explain().
Result<Study> readAnyStudy(std::string_view contents);

}  // namespace bilevel
