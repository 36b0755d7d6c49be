#pragma once

#include "ui/animation/frame_sink.h"

namespace bilevel::ui {

/// A folder of pictures, frame-0001.png and so on. A folder of this name is replaced where it is empty or holds
/// nothing but such pictures; the error says that it does not.
Result<std::unique_ptr<FrameSink>> writePngSequence(const Footage& footage);

}  // namespace bilevel::ui
