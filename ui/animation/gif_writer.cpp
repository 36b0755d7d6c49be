#include "ui/animation/gif_writer.h"

#include "core/io/file.h"

#include <gif_lib.h>

#include <array>
#include <cmath>
#include <cstring>

namespace bilevel::ui {
namespace {

constexpr int colourBits = 8, colourCount = 256;

/// The smallest rectangle outside which two pictures of one size are equal; empty where they are.
QRect changed(const QImage& before, const QImage& now) {
    const auto row = [](const QImage& image, int y) {
        return reinterpret_cast<const QRgb*>(image.constScanLine(y));
    };
    int left = now.width(), right = -1, top = now.height(), bottom = -1;
    for (int y = 0; y < now.height(); ++y) {
        const QRgb *a = row(before, y), *b = row(now, y);
        if (std::memcmp(a, b, static_cast<std::size_t>(now.width()) * sizeof(QRgb)) == 0) continue;
        int first = 0, last = now.width() - 1;
        while (a[first] == b[first]) ++first;
        while (a[last] == b[last]) --last;
        left = std::min(left, first);
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y;
    }
    return {QPoint(left, top), QPoint(right, bottom)};
}

class GifWriter : public FrameSink {
public:
    GifWriter(Footage footage, GifPalette palette) : footage_(std::move(footage)), palette_(std::move(palette)) {
        int error = 0;
        gif_ = EGifOpen(this, &GifWriter::append, &error);
        good_ = gif_ != nullptr && begin();
    }
    ~GifWriter() override { close(); }

    Result<bool> add(const QImage& frame) override {
        QRect part = frame.rect();
        if (count_ > 0) part = changed(before_, frame);
        if (part.isEmpty()) part = QRect(0, 0, 1, 1);  // its time passes nevertheless
        good_ = good_ && putControl() && putPart(frame, part);
        if (!good_) return notWritten("there is not enough memory for a GIF of this size");
        before_ = frame;
        ++count_;
        return true;
    }

    Result<bool> finish() override {
        if (!close()) return notWritten("there is not enough memory for a GIF of this size");
        return writeFile(footage_.path, bytes_);
    }

private:
    static int append(GifFileType* gif, const GifByteType* bytes, int count) {
        auto* self = static_cast<GifWriter*>(gif->UserData);
        self->bytes_.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
        return count;
    }

    bool begin() {
        std::array<GifColorType, colourCount> colours{};
        for (std::size_t i = 0; i < palette_.colours().size(); ++i) {
            const auto byte = [](int value) { return static_cast<GifByteType>(value); };
            const QRgb c = palette_.colours()[i];
            colours[i] = {byte(qRed(c)), byte(qGreen(c)), byte(qBlue(c))};
        }
        ColorMapObject* map = GifMakeMapObject(colourCount, colours.data());
        if (!map) return false;
        EGifSetGifVersion(gif_, true);
        const bool done =
            EGifPutScreenDesc(gif_, footage_.size.width(), footage_.size.height(), colourBits, 0, map) == GIF_OK;
        GifFreeMapObject(map);
        return done && (!footage_.loop || putLoop()) && EGifPutComment(gif_, footage_.link.c_str()) == GIF_OK;
    }

    bool putLoop() {
        const std::array<GifByteType, 3> endless{1, 0, 0};
        return EGifPutExtensionLeader(gif_, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
               EGifPutExtensionBlock(gif_, 11, "NETSCAPE2.0") == GIF_OK &&
               EGifPutExtensionBlock(gif_, static_cast<int>(endless.size()), endless.data()) == GIF_OK &&
               EGifPutExtensionTrailer(gif_) == GIF_OK;
    }

    /// How long the frame stays. Hundredths of a second are coarse: rounding the sum, not each, keeps the whole
    /// exact.
    bool putControl() {
        const auto until = [this](int frames) { return std::lround(100 * frames / footage_.fps); };
        const GraphicsControlBlock control{DISPOSE_DO_NOT, false,
                                           static_cast<int>(until(count_ + 1) - until(count_)),
                                           count_ > 0 ? GifPalette::transparent : NO_TRANSPARENT_COLOR};
        std::array<GifByteType, 4> block{};
        EGifGCBToExtension(&control, block.data());
        return EGifPutExtension(gif_, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(block.size()), block.data()) ==
               GIF_OK;
    }

    bool putPart(const QImage& frame, const QRect& part) {
        if (EGifPutImageDesc(gif_, part.x(), part.y(), part.width(), part.height(), false, nullptr) != GIF_OK)
            return false;
        row_.resize(static_cast<std::size_t>(part.width()));
        for (int y = part.top(); y <= part.bottom(); ++y) {
            const auto* now = reinterpret_cast<const QRgb*>(frame.constScanLine(y)) + part.x();
            const auto* was =
                count_ > 0 ? reinterpret_cast<const QRgb*>(before_.constScanLine(y)) + part.x() : nullptr;
            for (std::size_t x = 0; x < row_.size(); ++x)
                row_[x] = was && was[x] == now[x] ? GifPalette::transparent : palette_.nearest(now[x]);
            if (EGifPutLine(gif_, row_.data(), part.width()) != GIF_OK) return false;
        }
        return true;
    }

    bool close() {
        int error = 0;
        if (gif_ && EGifCloseFile(std::exchange(gif_, nullptr), &error) != GIF_OK) good_ = false;
        return good_;
    }

    const Footage footage_;
    GifPalette palette_;
    GifFileType* gif_ = nullptr;
    bool good_ = false;
    int count_ = 0;
    QImage before_;
    std::vector<GifByteType> row_;
    std::string bytes_;
};

}  // namespace

std::unique_ptr<FrameSink> writeGif(const Footage& footage, GifPalette palette) {
    return std::make_unique<GifWriter>(footage, std::move(palette));
}

}  // namespace bilevel::ui
