#include "ui/animation/gif_palette.h"

#include <algorithm>
#include <array>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr std::size_t mostColours = 255, exactColours = 64;
constexpr std::array<int, 3> importance{2, 4, 3};  // to the eye, of red, green and blue

constexpr QRgb opaque = 0xff000000U;

struct Counted {
    QRgb colour;
    long count;
};

int channel(QRgb colour, std::size_t k) { return static_cast<int>(colour >> (16 - 8 * k) & 0xffU); }

/// How often each colour occurs, the most frequent first. Every other row is enough.
std::vector<Counted> histogram(const std::vector<QImage>& samples) {
    std::unordered_map<QRgb, long> counts;
    for (const QImage& image : samples)
        for (int y = 0; y < image.height(); y += 2) {
            const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width();) {
                const int begin = x;
                while (x < image.width() && row[x] == row[begin]) ++x;
                counts[row[begin] | opaque] += x - begin;
            }
        }
    std::vector<Counted> all;
    all.reserve(counts.size());
    for (const auto& [colour, count] : counts) all.push_back({colour, count});
    std::ranges::sort(all, [](const Counted& a, const Counted& b) {
        return a.count != b.count ? a.count > b.count : a.colour < b.colour;  // no order of a hash table
    });
    return all;
}

/// Some of the colours, to be represented by one, or to be parted.
class Box {
public:
    explicit Box(std::vector<Counted> colours) : colours_(std::move(colours)) {
        for (std::size_t k = 0; k < 3; ++k) {
            const auto [low, high] =
                std::ranges::minmax(colours_, {}, [k](const Counted& c) { return channel(c.colour, k); });
            const double range = importance[k] * (channel(high.colour, k) - channel(low.colour, k));
            if (range > range_) std::tie(range_, longest_) = std::pair(range, k);
        }
        for (const Counted& c : colours_) count_ += c.count;
    }

    /// What parting it would gain.
    double weight() const { return range_ * range_ * static_cast<double>(count_); }
    /// Halves by number of pixels, along the side on which the colours differ most.
    std::pair<Box, Box> parted() && {
        std::ranges::sort(colours_, {},
                          [this](const Counted& c) { return std::pair(channel(c.colour, longest_), c.colour); });
        std::size_t half = 0;
        for (long before = 0; half + 1 < colours_.size() && (half == 0 || 2 * before < count_); ++half)
            before += colours_[half].count;
        const auto middle = colours_.begin() + static_cast<std::ptrdiff_t>(half);
        return {Box({colours_.begin(), middle}), Box({middle, colours_.end()})};
    }
    QRgb mean() const {
        std::array<long, 3> sums{};
        for (const Counted& c : colours_)
            for (std::size_t k = 0; k < 3; ++k) sums[k] += c.count * channel(c.colour, k);
        const auto at = [&](std::size_t k) { return static_cast<int>((sums[k] + count_ / 2) / count_); };
        return qRgb(at(0), at(1), at(2));
    }

private:
    std::vector<Counted> colours_;
    std::size_t longest_ = 0;
    double range_ = 0;
    long count_ = 0;
};

/// At most `count` colours that stand for all of these.
std::vector<QRgb> medianCut(std::vector<Counted> colours, std::size_t count) {
    std::vector<Box> boxes;
    if (!colours.empty() && count > 0) boxes.emplace_back(std::move(colours));
    while (!boxes.empty() && boxes.size() < count) {
        const auto heaviest = std::ranges::max_element(boxes, {}, &Box::weight);
        if (heaviest->weight() == 0) break;
        auto [low, high] = std::move(*heaviest).parted();
        *heaviest = std::move(low);
        boxes.push_back(std::move(high));
    }
    std::vector<QRgb> means;
    for (const Box& box : boxes) means.push_back(box.mean());
    return means;
}

}  // namespace

GifPalette::GifPalette(const std::vector<QImage>& samples, const std::vector<QRgb>& key)
    : known_(std::size_t{1} << 24, transparent) {
    std::vector<Counted> others;
    const auto isIn = [this](QRgb colour) { return std::ranges::find(colours_, colour) != colours_.end(); };
    for (const QRgb colour : key)
        if (!isIn(colour | opaque) && colours_.size() < exactColours) colours_.push_back(colour | opaque);
    for (const Counted& counted : histogram(samples)) {
        if (colours_.size() >= exactColours) {
            others.push_back(counted);
        } else if (!isIn(counted.colour)) {
            colours_.push_back(counted.colour);
        }
    }
    for (const QRgb colour : medianCut(std::move(others), mostColours - colours_.size()))
        colours_.push_back(colour);
}

std::uint8_t GifPalette::nearest(QRgb colour) {
    std::uint8_t& known = known_[colour & 0xffffffU];
    if (known == transparent) known = search(colour);
    return known;
}

std::uint8_t GifPalette::search(QRgb colour) const {
    std::size_t best = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < colours_.size(); ++i) {
        int distance = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const int d = channel(colour, k) - channel(colours_[i], k);
            distance += importance[k] * d * d;
        }
        if (distance < least) std::tie(least, best) = std::pair(distance, i);
    }
    return static_cast<std::uint8_t>(best);
}

}  // namespace bilevel::ui
