#pragma once

#include "core/result.h"

#include <QImage>

#include <memory>
#include <string>

namespace bilevel::ui {

/// Takes the frames of an animation, one after the other, and makes a file of them. Destroyed before finish() has
/// succeeded, it leaves nothing behind.
class FrameSink {
public:
    FrameSink() = default;
    virtual ~FrameSink() = default;
    FrameSink(const FrameSink&) = delete;
    FrameSink& operator=(const FrameSink&) = delete;

    /// Frames are opaque, and all of the same size.
    virtual Result<bool> add(const QImage& frame) = 0;
    /// Puts the file in its place.
    virtual Result<bool> finish() = 0;
};

/// What every sink has to know. `path` is that of the file, or of the folder.
struct Footage {
    std::string path;
    QSize size;
    double fps = 30;
    int frames = 1;
    bool loop = true;  ///< where the format knows it
    std::string link;  ///< of the study, for the metadata
};

/// An error about the output, not about what was asked for.
Error notWritten(std::string message);

}  // namespace bilevel::ui
