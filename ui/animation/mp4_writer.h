#pragma once

#include "ui/animation/frame_sink.h"

namespace bilevel::ui {

/// Is there an ffmpeg to make MP4 files with?
bool canWriteMp4();

/// H.264, made by a child process of ffmpeg. The size must be even. The error says that ffmpeg is missing.
Result<std::unique_ptr<FrameSink>> writeMp4(const Footage& footage);

}  // namespace bilevel::ui
