#include "ui/kit/icon.h"

#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace bilevel::ui {
namespace {

/// What an icon is made of, on a grid from −12 to 12.
struct Shape {
    QPainterPath lines;  ///< stroked
    QPainterPath fills;  ///< stroked and filled
};

void line(QPainterPath& path, double x0, double y0, double x1, double y1) {
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
}

void chain(QPainterPath& path, std::initializer_list<QPointF> points) {
    bool first = true;
    for (const QPointF& point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
}

void triangle(QPainterPath& path, double x, double width, double halfHeight) {
    chain(path, {{x, -halfHeight}, {x + width, 0}, {x, halfHeight}});
    path.closeSubpath();
}

Shape mirrored(const Shape& shape) {
    const QTransform mirror = QTransform::fromScale(-1, 1);
    return {mirror.map(shape.lines), mirror.map(shape.fills)};
}

Shape forward() {
    Shape s;
    triangle(s.fills, -6, 9, 6);
    line(s.lines, 6, -6, 6, 6);
    return s;
}

Shape last() {
    Shape s;
    triangle(s.fills, -8, 7, 5.5);
    triangle(s.fills, -0.5, 7, 5.5);
    line(s.lines, 8.6, -5.5, 8.6, 5.5);
    return s;
}

Shape loop() {
    Shape s;
    const QRectF circle(-7, -7, 14, 14);
    s.lines.arcMoveTo(circle, 60);
    s.lines.arcTo(circle, 60, 280);
    line(s.lines, 3.6, -6.2, 4.6, -9.6);
    line(s.lines, 3.6, -6.2, 7.2, -5.6);
    return s;
}

Shape sun() {
    Shape s;
    s.lines.addEllipse(QPointF(), 4, 4);
    for (int ray = 0; ray < 8; ++ray) {
        const double angle = ray * std::numbers::pi / 4, x = std::cos(angle), y = std::sin(angle);
        line(s.lines, 6.6 * x, 6.6 * y, 8.8 * x, 8.8 * y);
    }
    return s;
}

Shape moon() {
    QPainterPath disc, shadow;
    disc.addEllipse(QPointF(), 8, 8);
    shadow.addEllipse(QPointF(4, -3.2), 7, 7);
    return {disc.subtracted(shadow), {}};
}

Shape exportFile() {
    Shape s;
    line(s.lines, 0, 4, 0, -8);
    chain(s.lines, {{-4, -4}, {0, -8}, {4, -4}});
    chain(s.lines, {{-8, 2}, {-8, 8}, {8, 8}, {8, 2}});
    return s;
}

Shape help() {
    Shape s;
    s.lines.addEllipse(QPointF(), 9, 9);
    s.lines.moveTo(-2.6, -2.4);
    s.lines.cubicTo(-2.4, -6, 3.4, -6, 3, -2);
    s.lines.cubicTo(2.8, -0.2, 0, 0, 0, 2.2);
    s.fills.addEllipse(QPointF(0, 5.2), 0.3, 0.3);
    return s;
}

Shape eye() {
    Shape s;
    s.lines.moveTo(-9, 0);
    s.lines.quadTo(0, -9.5, 9, 0);
    s.lines.quadTo(0, 9.5, -9, 0);
    s.lines.addEllipse(QPointF(), 2.6, 2.6);
    return s;
}

Shape warning() {
    Shape s;
    chain(s.lines, {{0, -8}, {9, 7.5}, {-9, 7.5}});
    s.lines.closeSubpath();
    line(s.lines, 0, -2.6, 0, 2.4);
    s.fills.addEllipse(QPointF(0, 5), 0.3, 0.3);
    return s;
}

Shape partial() {  // ∂
    Shape s;
    s.lines.addEllipse(QRectF(-6, -1.5, 11.5, 10.5));
    s.lines.moveTo(5.5, 3.7);
    s.lines.cubicTo(7.5, -8, -0.5, -13, -4.6, -7.4);
    return s;
}

Shape sliders() {
    Shape s;
    for (const auto& [y, knob] : {std::pair(-5.5, 3.0), std::pair(0.0, -3.5), std::pair(5.5, 1.5)}) {
        line(s.lines, -8, y, 8, y);
        s.fills.addEllipse(QPointF(knob, y), 1.6, 1.6);
    }
    return s;
}

Shape corners() {
    Shape s;
    for (const double x : {-1.0, 1.0})
        for (const double y : {-1.0, 1.0}) chain(s.lines, {{8 * x, 4 * y}, {8 * x, 8 * y}, {4 * x, 8 * y}});
    return s;
}

Shape simple(Icon icon) {
    Shape s;
    switch (icon) {
        case Icon::play:
            triangle(s.fills, -5, 12, 7);
            break;
        case Icon::pause:
            s.fills.addRoundedRect(QRectF(-5.8, -6.8, 3.2, 13.6), 0.6, 0.6);
            s.fills.addRoundedRect(QRectF(2.6, -6.8, 3.2, 13.6), 0.6, 0.6);
            break;
        case Icon::screen:
            s.lines.addRoundedRect(QRectF(-9, -7, 18, 12), 2, 2);
            line(s.lines, 0, 5, 0, 9);
            line(s.lines, -5, 9, 5, 9);
            break;
        case Icon::chevronDown:
            chain(s.lines, {{-4.5, -2}, {0, 2.6}, {4.5, -2}});
            break;
        case Icon::chevronUp:
            chain(s.lines, {{-4.5, 2}, {0, -2.6}, {4.5, 2}});
            break;
        case Icon::chevronRight:
            chain(s.lines, {{-2, -4.5}, {2.6, 0}, {-2, 4.5}});
            break;
        case Icon::plus:
            line(s.lines, 0, -7, 0, 7);
            [[fallthrough]];
        case Icon::minus:
            line(s.lines, -7, 0, 7, 0);
            break;
        case Icon::close:
            line(s.lines, -5.5, -5.5, 5.5, 5.5);
            line(s.lines, -5.5, 5.5, 5.5, -5.5);
            break;
        case Icon::copy:
            s.lines.addRoundedRect(QRectF(-3.5, -3.5, 11, 11), 2, 2);
            chain(s.lines, {{-6.8, 3.5}, {-7.5, 3.5}, {-7.5, -7.5}, {3.5, -7.5}, {3.5, -6.8}});
            break;
        case Icon::menu:
            for (const double y : {-5.0, 0.0, 5.0}) line(s.lines, -7.5, y, 7.5, y);
            break;
        case Icon::more:
            for (const double x : {-6.0, 0.0, 6.0}) s.fills.addEllipse(QPointF(x, 0), 0.8, 0.8);
            break;
        case Icon::pencil:
            chain(s.lines, {{-8, 8}, {-7, 4}, {4.5, -7.5}, {7.5, -4.5}, {-4, 7}});
            s.lines.closeSubpath();
            break;
        case Icon::zoomIn:
            s.lines.addEllipse(QPointF(-2, -2), 6, 6);
            line(s.lines, 2.4, 2.4, 8, 8);
            line(s.lines, -4.6, -2, 0.6, -2);
            line(s.lines, -2, -4.6, -2, 0.6);
            break;
        case Icon::camera:
            s.lines.addRoundedRect(QRectF(-9, -5.5, 18, 13), 2, 2);
            chain(s.lines, {{-4, -5.5}, {-2.5, -8}, {2.5, -8}, {4, -5.5}});
            s.lines.addEllipse(QPointF(0, 1), 3.4, 3.4);
            break;
        case Icon::file:
            chain(s.lines, {{-6, -8.5}, {2, -8.5}, {6.5, -4}, {6.5, 8.5}, {-6, 8.5}});
            s.lines.closeSubpath();
            line(s.lines, -2.8, 0, 3.2, 0);
            line(s.lines, -2.8, 4, 3.2, 4);
            break;
        case Icon::folder:
            chain(s.lines, {{-8.5, 7}, {-8.5, -6.5}, {-2.5, -6.5}, {-0.5, -4}, {8.5, -4}, {8.5, 7}});
            s.lines.closeSubpath();
            break;
        case Icon::check:
            chain(s.lines, {{-6.5, 0.5}, {-2, 5}, {6.5, -5}});
            break;
        default:
            break;
    }
    return s;
}

Shape shapeOf(Icon icon) {
    switch (icon) {
        case Icon::forward:
            return forward();
        case Icon::back:
            return mirrored(forward());
        case Icon::last:
            return last();
        case Icon::first:
            return mirrored(last());
        case Icon::loop:
            return loop();
        case Icon::reset:
            return mirrored(loop());
        case Icon::sun:
            return sun();
        case Icon::moon:
            return moon();
        case Icon::exportFile:
            return exportFile();
        case Icon::help:
            return help();
        case Icon::eye:
            return eye();
        case Icon::eyeOff: {
            Shape s = eye();
            line(s.lines, -7.5, 7.5, 7.5, -7.5);
            return s;
        }
        case Icon::warning:
            return warning();
        case Icon::partial:
            return partial();
        case Icon::sliders:
            return sliders();
        case Icon::fit:
            return corners();
        default:
            return simple(icon);
    }
}

}  // namespace

void drawIcon(QPainter& painter, Icon icon, QRectF box, QColor colour, double stroke) {
    const Shape shape = shapeOf(icon);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(box.width() / 24, box.width() / 24);
    painter.setPen(QPen(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape.lines);
    painter.setBrush(colour);
    painter.drawPath(shape.fills);
    painter.restore();
}

}  // namespace bilevel::ui
