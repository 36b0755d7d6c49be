#include "ui/animation/animation.h"

#include "core/io/file.h"
#include "core/io/study_link.h"
#include "ui/animation/gif_writer.h"
#include "ui/animation/mp4_writer.h"
#include "ui/animation/png_sequence.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <optional>

namespace bilevel::ui {
namespace {

enum class Format { gif, mp4, pictures };

constexpr int smallestSide = 160, largestSide = 7680;
constexpr double slowest = 1, fastest = 120, shortest = 0.1, longest = 600;
constexpr int paletteSamples = 7;

std::optional<Format> formatOf(const std::string& path) {
    const QString name = QString::fromStdString(path).toLower();
    if (name.endsWith('/') || QFileInfo(QString::fromStdString(path)).isDir()) return Format::pictures;
    if (name.endsWith(".gif")) return Format::gif;
    if (name.endsWith(".mp4")) return Format::mp4;
    return {};
}

Error ofOutput(Error error) {
    if (error.path.empty()) error.path = "output";
    return error;
}

}  // namespace

Error notWritten(std::string message) { return {std::move(message), -1, 0, "output"}; }

std::optional<Error> wrongAnimation(const AnimationOptions& o) {
    const auto side = [](int pixels) { return pixels >= smallestSide && pixels <= largestSide; };
    const std::optional<Format> format = formatOf(o.output);
    if (!format)
        return impossible("an animation ends in .gif or .mp4, or in / for a folder of pictures; ‘" + o.output +
                          "’ does not");
    if (const auto parts = findParts(o.view); !parts) return parts.error();
    if (!side(o.width) || (o.height && !side(*o.height)))
        return impossible("an animation is between 160 and 7680 pixels wide and high");
    if (!(o.fps >= slowest && o.fps <= fastest))
        return impossible("an animation has between 1 and 120 frames a second");
    if (*format == Format::gif && o.fps > mostGifFrames)
        return impossible("a GIF has at most 50 frames a second; an MP4 may have more");
    if (!(o.seconds >= shortest && o.seconds <= longest))
        return impossible("an animation lasts between 0.1 and 600 seconds");
    return {};
}

QSize animationSize(const FigureContent& content, const AnimationOptions& o) {
    const int height = o.height ? *o.height : Film::naturalHeight(content, *findParts(o.view), o.width);
    const QSize size(o.width, std::min(height, largestSide));
    // Its colours are stored for two by two pixels at a time.
    return formatOf(o.output) == Format::mp4 ? QSize((size.width() + 1) / 2 * 2, (size.height() + 1) / 2 * 2)
                                             : size;
}

Animation::Animation(FigureContent content, const AnimationOptions& o)
    : footage_{.path = o.output,
               .size = animationSize(content, o),
               .fps = o.fps,
               .frames = std::max(1, static_cast<int>(std::lround(o.fps * o.seconds))),
               .loop = o.loop,
               .link = studyLink(content.study)},
      film_(std::move(content), *findParts(o.view), footage_.size, o.dark) {}

Result<std::unique_ptr<Animation>> Animation::begin(FigureContent content, const AnimationOptions& options) {
    if (auto wrong = wrongAnimation(options)) return *wrong;
    std::unique_ptr<Animation> animation(new Animation(std::move(content), options));
    Result<std::unique_ptr<FrameSink>> sink = animation->openSink();
    if (!sink) return ofOutput(sink.error());
    animation->sink_ = *std::move(sink);
    return animation;
}

Result<std::unique_ptr<FrameSink>> Animation::openSink() {
    const Format format = *formatOf(footage_.path);
    if (format == Format::pictures) return writePngSequence(footage_);
    if (const Result<bool> may = mayWrite(footage_.path); !may) return may.error();
    if (format == Format::mp4) return writeMp4(footage_);
    std::vector<QImage> samples;
    for (int k = 0; k < paletteSamples; ++k)
        samples.push_back(film_.frame(positionOf(k * (frames() - 1) / (paletteSamples - 1))));
    return writeGif(footage_, GifPalette(samples, film_.keyColours()));
}

/// From the start to the end, whatever the number of frames.
int Animation::positionOf(int frame) const {
    if (frames() < 2) return film_.positions() - 1;
    return static_cast<int>(std::lround(static_cast<double>(film_.positions() - 1) * frame / (frames() - 1)));
}

Result<bool> Animation::step() {
    if (finished_) return true;
    if (done_ < frames()) {
        const Result<bool> added = sink_->add(film_.frame(positionOf(done_)));
        if (!added) return ofOutput(added.error());
        ++done_;
    }
    if (done_ < frames()) return true;
    const Result<bool> written = sink_->finish();
    if (!written) return ofOutput(written.error());
    finished_ = true;
    return true;
}

Result<bool> writeAnimation(const Study& study, const AnimationOptions& options, Pace pace,
                            const std::function<bool(double)>& keepGoing) {
    if (auto wrong = wrongAnimation(options)) return *wrong;  // before the work, not after it
    const Result<Problem> problem = Problem::compile(study.problem);
    if (!problem) return problem.error();
    FigureContent content =
        computeContent(study, *problem, pace, 0, findParts(options.view)->shows(Term::Group::truth));
    content.shown = options.shown;
    Result<std::unique_ptr<Animation>> animation = Animation::begin(std::move(content), options);
    if (!animation) return animation.error();
    while (!(*animation)->isDone()) {
        if (const Result<bool> stepped = (*animation)->step(); !stepped) return stepped;
        const double share = (*animation)->framesDone() / static_cast<double>((*animation)->frames());
        if (!keepGoing(share) && !(*animation)->isDone()) return false;
    }
    return true;
}

}  // namespace bilevel::ui
