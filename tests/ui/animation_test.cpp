#include "ui/animation/animation.h"
#include "studies.h"
#include "ui/animation/gif_palette.h"
#include "ui/animation/mp4_writer.h"

#include <gif_lib.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QTemporaryDir>

namespace bilevel::ui {
namespace {

/// A GIF as a viewer sees it.
struct Gif {
    QSize size;
    std::vector<QImage> frames;  ///< complete pictures
    int hundredths = 0;          ///< all delays together
    bool loops = false;
    std::vector<QRect> parts;  ///< what each frame says anew
};

Gif readGif(const std::string& path) {
    int error = 0;
    GifFileType* file = DGifOpenFileName(path.c_str(), &error);
    EXPECT_NE(file, nullptr);
    if (!file) return {};
    EXPECT_EQ(DGifSlurp(file), GIF_OK);
    Gif gif;
    gif.size = {file->SWidth, file->SHeight};
    QImage canvas(gif.size, QImage::Format_RGB32);
    for (int k = 0; k < file->ImageCount; ++k) {
        const SavedImage& saved = file->SavedImages[k];
        for (int e = 0; e < saved.ExtensionBlockCount; ++e)
            gif.loops |= saved.ExtensionBlocks[e].Function == APPLICATION_EXT_FUNC_CODE;
        GraphicsControlBlock control{};
        EXPECT_EQ(DGifSavedExtensionToGCB(file, k, &control), GIF_OK);
        gif.hundredths += control.DelayTime;
        const GifImageDesc& d = saved.ImageDesc;
        for (int y = 0; y < d.Height; ++y)
            for (int x = 0; x < d.Width; ++x) {
                const int index = saved.RasterBits[y * d.Width + x];
                if (index == control.TransparentColor) continue;
                const GifColorType& c = file->SColorMap->Colors[index];
                canvas.setPixel(d.Left + x, d.Top + y, qRgb(c.Red, c.Green, c.Blue));
            }
        gif.frames.push_back(canvas);
        gif.parts.emplace_back(d.Left, d.Top, d.Width, d.Height);
    }
    DGifCloseFile(file, &error);
    return gif;
}

/// The largest difference in a channel, and the mean one.
std::pair<int, double> difference(const QImage& a, const QImage& b) {
    int most = 0;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
            const int d = std::max(
                {std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())});
            most = std::max(most, d);
            sum += d;
        }
    return {most, sum / (a.width() * a.height())};
}

class AnimationFile : public testing::Test {
protected:
    std::string path(const std::string& name) const { return folder_.path().toStdString() + "/" + name; }
    QStringList files(const QString& below = {}) const {
        return QDir(folder_.filePath(below))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// Small and short: what is asked is not how it looks.
    AnimationOptions options(const std::string& name) const {
        return {.output = path(name), .view = "upper", .width = 320, .height = 240, .fps = 10, .seconds = 0.7};
    }
    static Result<bool> write(const AnimationOptions& o, const Study& study = sampleStudy()) {
        return writeAnimation(study, o, {}, [](double) { return true; });
    }
    static Film film(const AnimationOptions& o, const Study& study = sampleStudy()) {
        return {computeContent(study, *Problem::compile(study.problem), {}, 0), *findParts(o.view),
                QSize(o.width, *o.height), o.dark};
    }
    void spoil(const std::string& name) {
        QFile file(QString::fromStdString(path(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }

private:
    QTemporaryDir folder_;
};

TEST_F(AnimationFile, AsGifShowsEveryFrameForItsTime) {
    AnimationOptions o = options("a.gif");
    o.fps = 30;  // does not divide a hundredth of a second
    o.seconds = 0.5;
    ASSERT_TRUE(write(o));
    const Gif gif = readGif(o.output);
    EXPECT_EQ(gif.size, QSize(320, 240));
    EXPECT_EQ(gif.frames.size(), 15u);
    EXPECT_EQ(gif.hundredths, 50);
    EXPECT_TRUE(gif.loops);
    EXPECT_EQ(files(), QStringList{"a.gif"});
}

TEST_F(AnimationFile, AsGifPlaysOnceWhereAsked) {
    AnimationOptions o = options("a.gif");
    o.loop = false;
    ASSERT_TRUE(write(o));
    EXPECT_FALSE(readGif(o.output).loops);
}

TEST_F(AnimationFile, AsGifLooksLikeTheFilm) {
    const AnimationOptions o = options("a.gif");
    ASSERT_TRUE(write(o));
    const Gif gif = readGif(o.output);
    ASSERT_EQ(gif.frames.size(), 7u);
    Film shown = film(o);
    for (std::size_t k = 0; k < gif.frames.size(); ++k) {
        const auto [most, mean] = difference(gif.frames[k], shown.frame(static_cast<int>(10 * k)));
        EXPECT_LT(most, 48) << k;
        EXPECT_LT(mean, 1.5) << k;
    }
    // What tells the runs apart is exact.
    int exact = 0;
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 320; ++x) exact += gif.frames.back().pixel(x, y) == Theme::make(false, 1).run(0).rgb();
    EXPECT_GT(exact, 40);
}

TEST_F(AnimationFile, AsGifSaysOnlyWhatHasChanged) {
    const AnimationOptions o = options("a.gif");
    ASSERT_TRUE(write(o));
    const Gif gif = readGif(o.output);
    EXPECT_EQ(gif.parts.front(), QRect(0, 0, 320, 240));
    for (std::size_t k = 1; k < gif.parts.size(); ++k)
        EXPECT_LT(gif.parts[k].width() * gif.parts[k].height(), 320 * 240 / 2) << k;
}

TEST_F(AnimationFile, AsPicturesIsAFolderOfThem) {
    AnimationOptions o = options("film/");
    ASSERT_TRUE(write(o));
    QStringList names;
    for (int k = 1; k <= 7; ++k) names << QStringLiteral("frame-000%1.png").arg(k);
    EXPECT_EQ(files("film"), names);
    Film shown = film(o);
    for (int k = 0; k < 7; ++k)
        EXPECT_EQ(QImage(QString::fromStdString(path("film/")) + names[k]).convertToFormat(QImage::Format_RGB32),
                  shown.frame(10 * k));
    EXPECT_EQ(files(), QStringList{"film"});
}

TEST_F(AnimationFile, AsPicturesReplacesOlderOnesButNothingElse) {
    AnimationOptions o = options("film/");
    ASSERT_TRUE(write(o));
    o.seconds = 0.3;
    ASSERT_TRUE(write(o));
    EXPECT_EQ(files("film").size(), 3);
    spoil("film/thesis.tex");
    const Result<bool> written = write(o);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().path, "output");
    EXPECT_THAT(written.error().message, testing::HasSubstr("holds something else"));
    EXPECT_EQ(files("film").size(), 4);
    EXPECT_EQ(files(), QStringList{"film"});
}

TEST_F(AnimationFile, AsMp4IsMadeByFfmpeg) {
    const AnimationOptions o = options("a.mp4");
    const Result<bool> written = write(o);
    if (!canWriteMp4()) {
        ASSERT_FALSE(written);
        EXPECT_THAT(written.error().message, testing::HasSubstr("needs ffmpeg"));
        GTEST_SKIP() << "There is no ffmpeg here, so no MP4 was made.";
    }
    ASSERT_TRUE(written) << written.error().message;
    QFile file(QString::fromStdString(o.output));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().mid(4, 4), "ftyp");
    EXPECT_EQ(files(), QStringList{"a.mp4"});
}

TEST_F(AnimationFile, CanBeGivenUpAndLeavesNothing) {
    for (const char* name : {"a.gif", "a.mp4", "film/"}) {
        int asked = 0;
        const Result<bool> written =
            writeAnimation(sampleStudy(), options(name), {}, [&](double) { return ++asked < 3; });
        if (!written && !canWriteMp4()) continue;
        ASSERT_TRUE(written) << written.error().message;
        EXPECT_FALSE(*written);
        EXPECT_EQ(asked, 3);
        EXPECT_TRUE(files().isEmpty()) << name;
    }
}

TEST_F(AnimationFile, RefusesWhatItCannotMakeWithASentence) {
    const AnimationOptions good = options("a.gif");
    const auto refused = [&](auto change) {
        AnimationOptions wrong = good;
        change(wrong);
        const Result<bool> written = write(wrong);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().path, "options");
        EXPECT_THAT(written.error().message, testing::HasSubstr(" "));
    };
    refused([&](AnimationOptions& o) { o.output = path("a.avi"); });
    refused([](AnimationOptions& o) { o.view = "panorama"; });
    refused([](AnimationOptions& o) { o.width = 0; });
    refused([](AnimationOptions& o) { o.height = 100000; });
    refused([](AnimationOptions& o) { o.height = 0; });
    refused([](AnimationOptions& o) { o.fps = 0; });
    refused([](AnimationOptions& o) { o.fps = 60; });  // a GIF cannot
    refused([](AnimationOptions& o) { o.seconds = std::nan(""); });
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(AnimationFile, LeavesNothingWhereItCannotBeWritten) {
    spoil("file");
    for (const char* name : {"missing/a.gif", "missing/film/", "file/a.gif", "file/film/"}) {
        const Result<bool> written = write(options(name));
        ASSERT_FALSE(written) << name;
        EXPECT_EQ(written.error().path, "output");
    }
    EXPECT_EQ(files(), QStringList{"file"});
}

TEST_F(AnimationFile, OfAFullDiskSaysSo) {
    if (!QFileInfo("/dev/full").isWritable()) GTEST_SKIP() << "There is no full disk here to write to.";
    for (const char* name : {"full.gif", "full.mp4"}) {
        ASSERT_TRUE(QFile::link("/dev/full", QString::fromStdString(path(name))));
        const Result<bool> written = write(options(name));
        ASSERT_FALSE(written);
        EXPECT_THAT(written.error().message, testing::HasSubstr(canWriteMp4() ? "the disk is full" : " "));
        EXPECT_EQ(written.error().path, "output");
    }
}

TEST(Film, GoesBackAsItWent) {
    const Study study = sampleStudy();
    Film film(computeContent(study, *Problem::compile(study.problem), {}, 0), *findParts("all"), {640, 480}, true);
    const QImage early = film.frame(10), late = film.frame(50);
    EXPECT_NE(early, late);
    EXPECT_EQ(film.frame(10), early);
    EXPECT_EQ(film.frame(50), late);
}

TEST(Film, IsTheSameSharperWhenItIsLarger) {
    const Study study = sampleStudy();
    const FigureContent content = computeContent(study, *Problem::compile(study.problem), {}, 0);
    Film small(content, *findParts("upper"), {480, 300}, false),
        large(content, *findParts("upper"), {960, 600}, false);
    const QImage shrunk = large.frame(30).scaled(480, 300, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    EXPECT_LT(difference(small.frame(30), shrunk).second, 12);
}

TEST(GifPalette, KeepsKeyColoursAndCoversTheOthers) {
    QImage rainbow(512, 64, QImage::Format_RGB32);
    for (int x = 0; x < rainbow.width(); ++x)
        for (int y = 0; y < rainbow.height(); ++y)
            rainbow.setPixel(x, y, QColor::fromHsv(x * 359 / 511, 40 + 3 * y, 230).rgb());
    const QRgb key = qRgb(1, 2, 3);
    GifPalette palette({rainbow}, {key});
    EXPECT_EQ(palette.colours()[palette.nearest(key)], key);
    EXPECT_LE(palette.colours().size(), std::size_t{GifPalette::transparent});
    int worst = 0;
    for (int x = 0; x < rainbow.width(); ++x)
        for (int y = 0; y < rainbow.height(); y += 7) {
            const QColor is(rainbow.pixel(x, y)), shown(palette.colours()[palette.nearest(rainbow.pixel(x, y))]);
            worst = std::max(worst, std::abs(is.green() - shown.green()));
        }
    EXPECT_LT(worst, 40);
}

}  // namespace
}  // namespace bilevel::ui
