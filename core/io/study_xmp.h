#pragma once

#include "core/io/study.h"

namespace bilevel {

/// The study as XMP (ISO 16684), the metadata that PDF and SVG files have a place for: its link, its title, and
/// the program that made it. An XML element, ASCII but for the title.
std::string studyXmp(const Study& study);
/// The same as a packet, which is how a PDF holds it.
std::string studyXmpPacket(const Study& study);

}  // namespace bilevel
