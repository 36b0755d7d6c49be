#include "ui/animation/mp4_writer.h"

#include "core/io/file.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace bilevel::ui {
namespace {

constexpr qint64 mostWaiting = 32 << 20;          // bytes that ffmpeg has not taken yet
constexpr int patience = 30000;                   // ms, without any sign of life
constexpr std::size_t longestArgument = 100'000;  // the system takes no more at once; a study this long is rare

QString ffmpeg() { return QStandardPaths::findExecutable("ffmpeg"); }

QStringList arguments(const Footage& footage, const QString& file) {
    const QString size = QStringLiteral("%1x%2").arg(footage.size.width()).arg(footage.size.height());
    QStringList all{"-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr0"};
    all << "-s" << size << "-r" << QString::number(footage.fps) << "-i"
        << "-";
    all << "-c:v"
        << "libx264"
        << "-preset"
        << "veryfast"
        << "-crf"
        << "18"
        << "-pix_fmt"
        << "yuv420p";
    // Said in the file, and meant: players that guess get the colours wrong.
    all << "-vf"
        << "scale=out_color_matrix=bt709:out_range=tv";
    for (const char* what : {"-colorspace", "-color_primaries", "-color_trc"}) all << what << "bt709";
    if (footage.link.size() < longestArgument)
        all << "-metadata"
            << "comment=" + QString::fromStdString(footage.link);
    return all << "-movflags"
               << "+faststart" << file;
}

class Mp4Writer : public FrameSink {
public:
    explicit Mp4Writer(Footage footage) : footage_(std::move(footage)) {
        encoder_.setStandardOutputFile(QProcess::nullDevice());
        encoder_.start(ffmpeg(), arguments(footage_, file()));
    }
    ~Mp4Writer() override {
        if (encoder_.state() == QProcess::NotRunning) return;
        encoder_.kill();
        encoder_.waitForFinished();
    }

    Result<bool> add(const QImage& frame) override {
        if (!encoder_.waitForStarted(patience)) return failure();
        for (int y = 0; y < frame.height(); ++y)
            encoder_.write(reinterpret_cast<const char*>(frame.constScanLine(y)), frame.width() * qint64{4});
        while (encoder_.bytesToWrite() > mostWaiting)
            if (!encoder_.waitForBytesWritten(patience)) return failure();
        if (encoder_.state() == QProcess::NotRunning) return failure();
        return true;
    }

    Result<bool> finish() override {
        while (encoder_.bytesToWrite() > 0)
            if (!encoder_.waitForBytesWritten(patience)) return failure();
        encoder_.closeWriteChannel();
        if (!encoder_.waitForFinished(-1) || encoder_.exitStatus() != QProcess::NormalExit ||
            encoder_.exitCode() != 0)
            return failure();
        QFile made(file());
        if (!made.open(QIODevice::ReadOnly)) return failure();
        const QByteArray bytes = made.readAll();
        return writeFile(footage_.path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }

private:
    QString file() const { return folder_.filePath("film.mp4"); }

    /// In ffmpeg's own words: the last line that it said.
    Error failure() {
        encoder_.closeWriteChannel();
        if (!encoder_.waitForFinished(patience)) encoder_.kill();
        const QString said = QString::fromUtf8(encoder_.readAllStandardError()).trimmed();
        const QString reason = said.isEmpty() ? encoder_.errorString() : said.section('\n', -1);
        return notWritten("ffmpeg could not make the MP4: " + reason.toStdString());
    }

    const Footage footage_;
    QTemporaryDir folder_;
    QProcess encoder_;
};

}  // namespace

bool canWriteMp4() { return !ffmpeg().isEmpty(); }

Result<std::unique_ptr<FrameSink>> writeMp4(const Footage& footage) {
    if (!canWriteMp4())
        return notWritten(
            "an MP4 needs ffmpeg, and there is none on this machine; install it, or make a GIF or a folder of "
            "pictures");
    return std::unique_ptr<FrameSink>(std::make_unique<Mp4Writer>(footage));
}

}  // namespace bilevel::ui
