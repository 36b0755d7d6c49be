#include "ui/plane/verdict_mark.h"

#include <QPainterPath>

namespace bilevel::ui {
namespace {

constexpr double radius = 7.5, rim = 1.5, stroke = 1.9;

/// The sign inside a circle of radius 1.
QPainterPath signOf(Verdict verdict) {
    QPainterPath sign;
    const auto line = [&](std::initializer_list<QPointF> points) {
        sign.moveTo(*points.begin());
        for (const QPointF* p = points.begin() + 1; p != points.end(); ++p) sign.lineTo(*p);
    };
    switch (verdict) {
        case Verdict::bilevelStationary:
            line({{-0.45, 0.02}, {-0.12, 0.36}, {0.48, -0.34}});
            break;
        case Verdict::notStationary:
            line({{-0.4, -0.4}, {0.38, 0.38}});
            line({{-0.16, 0.4}, {0.4, 0.4}, {0.4, -0.16}});
            break;
        case Verdict::wrongBranch:
            line({{-0.36, -0.36}, {0.36, 0.36}});
            line({{-0.36, 0.36}, {0.36, -0.36}});
            break;
        case Verdict::lowerLevelNotSolved:
            line({{0, -0.52}, {0, 0.14}});
            line({{0, 0.47}, {0, 0.5}});
            break;
        case Verdict::notFinite:
            sign.moveTo(-0.26, -0.22);
            sign.cubicTo(-0.26, -0.66, 0.3, -0.62, 0.27, -0.2);
            sign.cubicTo(0.25, 0, 0, -0.04, 0, 0.2);
            line({{0, 0.49}, {0, 0.52}});
            break;
    }
    return sign;
}

QColor colourOf(Verdict verdict, const Theme& theme) {
    switch (verdict) {
        case Verdict::bilevelStationary:
            return theme.ink;
        case Verdict::notStationary:
            return theme.ink3;
        case Verdict::wrongBranch:
        case Verdict::lowerLevelNotSolved:
        case Verdict::notFinite:
            break;
    }
    return theme.error;
}

}  // namespace

QRectF VerdictMark::bounds(const Theme& theme) const {
    const double r = theme.pxf(radius + rim);
    return {at.x() - r, at.y() - r, 2 * r, 2 * r};
}

void paintVerdict(QPainter& painter, const VerdictMark& mark, const Theme& theme) {
    const double r = theme.pxf(radius);
    painter.save();
    painter.translate(mark.at);
    painter.setPen(QPen(theme.dark ? theme.background : QColor(Qt::white), theme.pxf(rim)));
    painter.setBrush(colourOf(mark.verdict, theme));
    painter.drawEllipse(QPointF(0, 0), r, r);
    painter.scale(r, r);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.dark ? theme.background : QColor(Qt::white), stroke / radius, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(signOf(mark.verdict));
    painter.restore();
}

}  // namespace bilevel::ui
