#include "ui/animation/png_sequence.h"

#include "core/io/file.h"
#include "ui/figure/carry_study.h"

#include <QBuffer>
#include <QDir>
#include <QFuture>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtConcurrent>

#include <cstdio>
#include <deque>
#include <optional>

namespace bilevel::ui {
namespace {

constexpr int fewestDigits = 4;

bool holdsOnlyFrames(const QString& folder) {
    static const QRegularExpression frame("^frame-\\d+\\.png$");
    const QStringList names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::all_of(names, [](const QString& name) { return frame.match(name).hasMatch(); });
}

Result<bool> writePng(const std::string& path, QImage frame, const std::string& link) {
    carryStudy(frame, link);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    if (!frame.save(&out, "PNG")) return notWritten("there is not enough memory for pictures of this size");
    return writeFile(path, {out.data().constData(), static_cast<std::size_t>(out.data().size())});
}

bool move(const QString& from, const QString& to) {
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// Pictures are compressed on other threads, while the next frame is painted.
class PngSequence : public FrameSink {
public:
    explicit PngSequence(Footage footage)
        : footage_(std::move(footage)),
          target_(QDir::cleanPath(QString::fromStdString(footage_.path))),
          digits_(std::max(fewestDigits, static_cast<int>(std::to_string(footage_.frames).size()))),
          folder_(QFileInfo(target_).absolutePath() + "/.bilevelscope-XXXXXX") {}
    ~PngSequence() override {
        for (QFuture<Result<bool>>& picture : waiting_) picture.waitForFinished();
    }

    Result<bool> begin() const {
        if (QFileInfo(target_).isFile()) return refusal("it is a file");
        if (QFileInfo::exists(target_) && !holdsOnlyFrames(target_))
            return refusal("it is a folder that holds something else than frames");
        if (!folder_.isValid()) return refusal("no folder can be made there");
        return true;
    }

    Result<bool> add(const QImage& frame) override {
        const std::string path =
            folder_.filePath(QStringLiteral("frame-%1.png").arg(++count_, digits_, 10, QChar('0'))).toStdString();
        waiting_.push_back(QtConcurrent::run(
            &pool_, [path, frame, link = footage_.link] { return writePng(path, frame, link); }));
        while (waiting_.size() > static_cast<std::size_t>(pool_.maxThreadCount()))
            if (auto error = nextError()) return *error;
        return true;
    }

    Result<bool> finish() override {
        while (!waiting_.empty())
            if (auto error = nextError()) return *error;
        QFile::setPermissions(folder_.path(), customary());
        // An empty folder may be replaced at once, another one has to step aside first.
        const QString aside = folder_.path() + "-before";
        const bool stepped = !move(folder_.path(), target_) && move(target_, aside);
        if (stepped && !move(folder_.path(), target_)) {
            move(aside, target_);
            return refusal("the folder that is there cannot be replaced");
        }
        if (stepped) QDir(aside).removeRecursively();
        folder_.setAutoRemove(false);
        return QFileInfo::exists(target_) ? Result<bool>(true) : refusal("the folder cannot be moved there");
    }

private:
    Error refusal(const std::string& why) const {
        return notWritten("cannot write ‘" + footage_.path + "’: " + why);
    }

    /// Temporary folders are for their owner alone; this one becomes a folder like others.
    static QFile::Permissions customary() {
        return QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
               QFile::ReadOther | QFile::ExeOther;
    }

    /// Waits for the oldest picture that is being written.
    std::optional<Error> nextError() {
        const Result<bool> written = waiting_.front().takeResult();
        waiting_.pop_front();
        if (written) return {};
        // Nobody knows the temporary folder.
        const QString message = QString::fromStdString(written.error().message);
        return notWritten(QString(message).replace(folder_.path(), target_).toStdString());
    }

    const Footage footage_;
    const QString target_;
    const int digits_;
    QTemporaryDir folder_;
    int count_ = 0;
    QThreadPool pool_;  ///< its own: Qt paints on the global one
    std::deque<QFuture<Result<bool>>> waiting_;
};

}  // namespace

Result<std::unique_ptr<FrameSink>> writePngSequence(const Footage& footage) {
    auto sequence = std::make_unique<PngSequence>(footage);
    if (const Result<bool> begun = sequence->begin(); !begun) return begun.error();
    return std::unique_ptr<FrameSink>(std::move(sequence));
}

}  // namespace bilevel::ui
