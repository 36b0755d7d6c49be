#pragma once

#include <QImage>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace bilevel::ui {

/// The colours of a whole GIF: some exactly, the others by median cut over sample frames. The last of the 256 is
/// kept free, for what has not changed since the frame before.
class GifPalette {
public:
    static constexpr std::uint8_t transparent = 255;

    /// `key` colours are in the palette as they are.
    GifPalette(const std::vector<QImage>& samples, const std::vector<QRgb>& key);

    const std::vector<QRgb>& colours() const { return colours_; }
    /// The index of the colour that looks most like this one.
    std::uint8_t nearest(QRgb colour);

private:
    std::uint8_t search(QRgb colour) const;

    std::vector<QRgb> colours_;
    std::vector<std::uint8_t> known_;  ///< by red, green and blue; transparent: not asked for yet
};

}  // namespace bilevel::ui
