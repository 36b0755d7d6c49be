#include "ui/ground/clip.h"
#include "ui/trace/chart_picture.h"
#include "ui/trace/downsample.h"

#include <QFontMetricsF>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double ribbonGap = 11;                         // the lowest label above and a flag's name below need it
constexpr double markDistance = 90;                      // px between the marks of a line, at least
constexpr double fineDetail = 0.05, coarseDetail = 0.4;  // px that a line may leave out

bool endedEarly(const Trajectory& trajectory) {
    return trajectory.end == End::diverged || trajectory.end == End::stopped || trajectory.end == End::converged;
}

ValueRange rangeOf(const ChartContent& content, double first, double last) {
    ValueRange range;
    for (const ChartLine& line : content.lines) {
        auto [from, to] = line.rowsBetween(first, last);
        from = std::max(0, from);
        to = std::min(to, line.rows() - 1);
        while (from <= to && line.at(from) < first) ++from;
        while (to >= from && line.at(to) > last) --to;
        for (int row = from; row <= to; ++row) range.add(line.values[static_cast<std::size_t>(row)]);
    }
    return range;
}

double widestLabel(const AxisScale& scale, const Theme& theme) {
    const QFontMetricsF metrics(theme.text(11));
    double widest = 0;
    for (const AxisScale::Tick& tick : scale.ticks)
        widest =
            std::max(widest, metrics.horizontalAdvance(QTextDocumentFragment::fromHtml(tick.label).toPlainText()));
    return widest;
}

/// Caption on top, labels below, ribbons at the foot of the plot; the labels of the axes decide the rest.
void layOut(ChartPicture& picture, const ChartContent& content, QSizeF size, const Theme& theme,
            const ValueRange& values, const AxisScale* keep) {
    const double captionHeight = theme.pxf(24), labelHeight = theme.pxf(22), right = theme.pxf(14);
    picture.caption = {0, 0, size.width(), captionHeight};
    const double top = captionHeight + theme.pxf(8);
    double bottom = std::max(top + 1, size.height() - labelHeight);

    const auto flags = static_cast<double>(content.flags.size());
    const bool alone = content.plan.quantities.empty();
    const double room = alone ? bottom - top : theme.pxf(28);
    const double ribbon = flags > 0 ? std::min(theme.pxf(alone ? 22 : 9), room / flags) : 0;
    const double foot = alone ? bottom - top : flags * ribbon + (flags > 0 ? theme.pxf(ribbonGap) : 0);
    bottom = std::max(top + 1, bottom - foot);

    const bool logarithmic = content.plan.first().kind == Term::Kind::logarithmic;
    const auto scale = logarithmic ? logarithmicScale : linearScale;
    picture.up = keep && keep->suits(values) ? *keep : scale(values, bottom - top, theme.pxf(34));
    if (alone) picture.up.ticks.clear();
    picture.belowFloor = logarithmic && values.belowFloor;

    double left = widestLabel(picture.up, theme);
    for (const Term* const flag : content.plan.flags)
        left = std::max(left, QFontMetricsF(theme.math(13)).horizontalAdvance(QString::fromUtf8(flag->symbol)));
    left = std::min(left + theme.pxf(9), 0.4 * size.width());
    picture.plot = QRectF(QPointF(left, top), QPointF(std::max(left + 1, size.width() - right), bottom));
    if (flags > 0) {
        const double begin = alone ? top : bottom + theme.pxf(ribbonGap);
        picture.ribbonArea = QRectF(left, begin, picture.plot.width(), flags * ribbon);
    }
}

/// A value between two gaps becomes a line of no length, or it would not be drawn.
QPolygonF placed(const std::vector<QPointF>& points, const ChartPicture& picture) {
    QPolygonF line;
    const auto isGap = [&](std::size_t i) { return i >= points.size() || std::isnan(points[i].y()); };
    for (std::size_t i = 0; i < points.size(); ++i) {
        line << picture.at(points[i].x(), points[i].y());
        if (!isGap(i) && isGap(i + 1) && isGap(i - 1)) line << line.back();
    }
    return line;
}

ChartPicture::Path pathOf(const ChartLine& line, const ChartPicture& picture, const Theme& theme, bool coarse) {
    const auto [from, to] = line.rowsBetween(picture.across.low, picture.across.high);
    const int columns = std::max(2, static_cast<int>(picture.plot.width()) / (coarse ? 2 : 1));
    std::vector<QPointF> drawn = downsample(line.values, from, to, columns);
    if (line.run.costs)
        for (QPointF& point : drawn) point.setX(line.at(static_cast<int>(point.x())));
    const QPolygonF points = placed(drawn, picture);
    const double width = line.selected ? (line.beside ? 1.5 : 2.8) : (line.beside ? 0.9 : 1.4);
    QList<QPolygonF> parts = clipLine(points, picture.plot);
    for (QPolygonF& part : parts) part = simplifyLine(part, coarse ? coarseDetail : fineDetail);
    return {.parts = std::move(parts),
            .colour = theme.run(line.run.style),
            .width = theme.pxf(width),
            .selected = line.selected,
            .cased = line.run.style.cased(),
            .marker = line.run.style.marker};
}

/// Two or three to a line, those of one line between those of the others.
std::vector<QPointF> marksOf(const ChartLine& line, const ChartPicture& picture, double share,
                             const Theme& theme) {
    std::vector<QPointF> marks;
    const double distance = std::max(theme.pxf(markDistance), picture.plot.width() / 3);
    for (int i = 0;; ++i) {
        const double x = picture.plot.left() + (share + i) * distance;
        if (!(x < picture.plot.right())) break;
        const double across = picture.value(x);
        if (across > line.at(line.rows() - 1)) break;
        const auto row = static_cast<std::size_t>(line.run.rowAtCost(across));
        const QPointF at = picture.at(line.at(static_cast<int>(row)), line.values[row]);
        if (std::isfinite(at.y()) && picture.plot.contains(at)) marks.push_back(at);
    }
    return marks;
}

/// Columns of equal share become one piece.
ChartPicture::Ribbon ribbonOf(const ChartLine& line, const ChartPicture& picture, QRectF band,
                              const Theme& theme) {
    ChartPicture::Ribbon ribbon{.band = band, .pieces = {}, .colour = theme.run(line.run.style)};
    const int rows = static_cast<int>(line.values.size());
    const int columns = static_cast<int>(std::ceil(band.width()));
    for (int column = 0; column < columns; ++column) {
        const double left = band.left() + column, right = std::min(left + 1, band.right());
        const double begin = picture.value(left), end = picture.value(right);
        if (begin > line.at(rows - 1)) break;
        const int from = std::max(0, static_cast<int>(std::floor(line.run.rowAtCost(begin))));
        const int to = std::min(rows, std::max(from + 1, static_cast<int>(std::floor(line.run.rowAtCost(end)))));
        double sum = 0;
        int count = 0;
        for (int row = from; row < to; ++row) {
            const double value = line.values[static_cast<std::size_t>(row)];
            if (!std::isfinite(value)) continue;
            sum += value != 0 ? 1 : 0;
            ++count;
        }
        const double share = count > 0 ? sum / count : 0;
        if (share == 0) continue;
        if (!ribbon.pieces.empty() && ribbon.pieces.back().right == left && ribbon.pieces.back().share == share)
            ribbon.pieces.back().right = right;
        else
            ribbon.pieces.push_back({left, right, share});
    }
    return ribbon;
}

void addEnding(ChartPicture& picture, const ChartLine& line, const Theme& theme) {
    if (line.beside || !endedEarly(*line.run.trajectory)) return;
    const auto last =
        std::find_if(line.values.rbegin(), line.values.rend(), [](double v) { return std::isfinite(v); });
    if (last == line.values.rend()) return;
    const QPointF at = picture.at(line.at(static_cast<int>(line.values.rend() - last) - 1), *last);
    const double margin = 1;  // rounding
    if (!picture.plot.adjusted(-margin, -margin, margin, margin).contains(at)) return;
    picture.endings.push_back({at, theme.run(line.run.style), line.run.trajectory->end != End::converged});
}

}  // namespace

QPointF ChartPicture::at(double place, double value) const {
    return {x(place), plot.bottom() - plot.height() * up.share(value)};
}

double ChartPicture::value(double x) const {
    return across.low + (across.high - across.low) * (x - plot.left()) / plot.width();
}

ChartPicture composeChart(const ChartContent& content, double first, double last, QSizeF size, const Theme& theme,
                          Detail detail, const AxisScale* keep) {
    ChartPicture picture;
    const bool coarse = detail == Detail::coarse;
    layOut(picture, content, size, theme, rangeOf(content, first, last), coarse ? keep : nullptr);
    const double label =
        QFontMetricsF(theme.text(11)).horizontalAdvance(QString::number(std::max(last, 1e3), 'f', 0));
    const bool countable = content.time.clock.pace.measure != Measure::time;
    const auto scale = countable ? countScale : exactScale;
    picture.across = scale(first, last, picture.plot.width(), label + theme.pxf(20));

    const auto lines = static_cast<double>(content.lines.size());
    for (const ChartLine& line : content.lines) {
        picture.paths.push_back(pathOf(line, picture, theme, coarse));
        const double share = (static_cast<double>(picture.paths.size()) - 0.5) / lines;
        if (lines > 1 && !coarse && !line.beside)
            picture.paths.back().marks = marksOf(line, picture, share, theme);
        addEnding(picture, line, theme);
    }
    const double height =
        picture.ribbonArea.height() / std::max<double>(1, static_cast<double>(content.flags.size()));
    QRectF band(picture.ribbonArea.topLeft(), QSizeF(picture.plot.width(), height));
    for (const ChartLine& flag : content.flags) {
        const double air = std::min(theme.pxf(2), 0.2 * height);
        picture.ribbons.push_back(ribbonOf(flag, picture, band.adjusted(0, 0, 0, -air), theme));
        band.translate(0, height);
    }
    return picture;
}

}  // namespace bilevel::ui
