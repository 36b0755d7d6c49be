#include "ui/figure/figure_legend.h"

#include "ui/kit/marker.h"
#include "ui/trace/measure_text.h"

#include <QFontMetricsF>
#include <QObject>

namespace bilevel::ui {
namespace {

constexpr double rim = 26, line = 20;  // heights of a single line and of every further one
constexpr double sample = 26, sampleGap = 8, wordGap = 20, indent = 4, textSize = 12;

}  // namespace

FigureLegend::FigureLegend(const FigureContent& content, const FigureParts& parts, double width,
                           const Theme& theme)
    : theme_(theme) {
    for (const RunView& run : content.runs)
        if (run.visible && run.trajectory) entries_.push_back({&run, run.label, {}});
    const Measure measure = content.clock.pace.measure;
    if (parts.charts() && measure != Measure::iterations)
        entries_.push_back({nullptr, QObject::tr("Across: %1").arg(measureName(measure).toLower()), {}});
    const QFontMetricsF metrics(theme.text(textSize, QFont::Medium));
    const double left = theme.pxf(indent);
    QPointF at(left, theme.pxf(rim) / 2);
    for (Entry& entry : entries_) {
        const double room =
            (entry.run ? theme.pxf(sample + sampleGap) : 0) + metrics.horizontalAdvance(entry.words);
        if (at.x() > left && at.x() + room > width) at = {left, at.y() + theme.pxf(line)};
        entry.at = at;
        at.rx() += room + theme.pxf(wordGap);
    }
}

double FigureLegend::height() const {
    return entries_.empty() ? theme_.pxf(rim) : entries_.back().at.y() + theme_.pxf(rim) / 2;
}

void FigureLegend::paint(QPainter& painter, const QRectF& place) const {
    painter.setFont(theme_.text(textSize, QFont::Medium));
    for (const auto& [run, words, offset] : entries_) {
        QPointF at = place.topLeft() + offset;
        if (run) {
            const double half = theme_.pxf(7);
            drawSample(painter, {at.x(), at.y() - half, theme_.pxf(sample), 2 * half}, run->style, theme_);
            at.rx() += theme_.pxf(sample + sampleGap);
        }
        painter.setPen(run ? theme_.ink : theme_.ink2);
        const double half = theme_.pxf(rim) / 2;
        painter.drawText(QRectF(at.x(), at.y() - half, place.right() - at.x(), 2 * half),
                         Qt::AlignLeft | Qt::AlignVCenter, words);
    }
}

}  // namespace bilevel::ui
