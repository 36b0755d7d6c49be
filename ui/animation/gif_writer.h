#pragma once

#include "ui/animation/frame_sink.h"
#include "ui/animation/gif_palette.h"

namespace bilevel::ui {

/// More than this, and viewers take a delay for a mistake.
inline constexpr double mostGifFrames = 50;  // a second

/// A GIF: one palette for all frames, and of each frame only what has changed.
std::unique_ptr<FrameSink> writeGif(const Footage& footage, GifPalette palette);

}  // namespace bilevel::ui
