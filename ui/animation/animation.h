#pragma once

#include "ui/animation/film.h"
#include "ui/animation/frame_sink.h"

#include <functional>
#include <optional>

namespace bilevel::ui {

/// What film to make of a study, how large and how long.
struct AnimationOptions {
    std::string output;              ///< path: ends in .gif or .mp4, or in / for a folder of pictures
    std::string view = "all";        ///< all, plane, upper, lower, diagnostics or truth
    int width = 960;                 ///< pixels
    std::optional<int> height = {};  ///< absent: what suits the view
    double fps = 30, seconds = 4;
    bool loop = true;  ///< of a GIF
    bool dark = false;
    PlaneOptions shown = {};  ///< on the planes; computed content says so itself
};

/// What is wrong with the options, if something is.
std::optional<Error> wrongAnimation(const AnimationOptions& options);
/// In pixels. The options are right.
QSize animationSize(const FigureContent& content, const AnimationOptions& options);

/// Makes an animation frame by frame, so that a window can do other things in between. Destroyed before it is
/// done, it leaves nothing behind.
class Animation {
public:
    /// Errors: what is wrong in words; `path` is "options" where the options are, "output" where nothing can be
    /// written.
    static Result<std::unique_ptr<Animation>> begin(FigureContent content, const AnimationOptions& options);

    int frames() const { return footage_.frames; }
    int framesDone() const { return done_; }
    bool isDone() const { return finished_; }
    /// Paints and writes the next frame; after the last one, puts the file in its place.
    Result<bool> step();

private:
    Animation(FigureContent content, const AnimationOptions& options);
    Result<std::unique_ptr<FrameSink>> openSink();
    int positionOf(int frame) const;

    Footage footage_;
    Film film_;
    std::unique_ptr<FrameSink> sink_;
    int done_ = 0;
    bool finished_ = false;
};

/// Runs the study and writes its animation. `keepGoing` is told the share that is done; where it says no, nothing
/// is left behind and the result is false. Needs a QApplication (any platform), no display. Errors as above, or
/// about the study.
Result<bool> writeAnimation(const Study& study, const AnimationOptions& options, Pace pace,
                            const std::function<bool(double)>& keepGoing);

}  // namespace bilevel::ui
