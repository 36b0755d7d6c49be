// How a run looks in the list.

#include "ui/kit/icon.h"
#include "ui/kit/marker.h"
#include "ui/panel/run_row.h"

#include <QFontMetricsF>
#include <QPainter>

namespace bilevel::ui {

void RunRow::paintEvent(QPaintEvent*) {
    ++paints_;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintGround(p);
    if (!face_.visible || !face_.known) p.setOpacity(0.45);
    paintLegend(p);
    paintName(p);
    paintValues(p);
}

void RunRow::paintGround(QPainter& p) const {
    const QRectF box = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    QColor ground = Qt::transparent;
    if (face_.selected) {
        ground = theme_.run(face_.style);
        ground.setAlpha(theme_.dark ? 38 : 22);
    } else if (underMouse()) {
        ground = theme_.sunken;
    }
    p.setPen(hasFocus() ? QPen(theme_.accent, 1) : QPen(Qt::NoPen));
    p.setBrush(ground);
    p.drawRoundedRect(box, theme_.pxf(7), theme_.pxf(7));
}

void RunRow::paintLegend(QPainter& p) const {
    const QColor colour = theme_.run(face_.style);
    const double y = height() / 2.0, left = theme_.pxf(10), right = theme_.pxf(34);
    if (isLit() || !face_.visible) {
        const double side = theme_.pxf(17);
        drawIcon(p, face_.visible ? Icon::eye : Icon::eyeOff,
                 QRectF(left - theme_.pxf(1), y - side / 2, side, side), colour, 2.2);
    } else {
        const double width = theme_.pxf(face_.selected ? 3.6 : 2.6);
        p.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(QPointF(left, y), QPointF(right, y));
        p.setPen(QPen(theme_.surface, casedCore * width, Qt::SolidLine, Qt::RoundCap));
        if (face_.style.cased()) p.drawLine(QPointF(left, y), QPointF(right, y));
    }
    p.setPen(QPen(theme_.surface, 1.4));
    p.setBrush(colour);
    drawMarker(p, face_.style.marker, {right, y}, theme_.pxf(face_.selected ? 5.6 : 4.8));
}

/// The name; after it a sheet where it is data, a ring where it starts on its own, and a sign where something is
/// wrong; a menu when lit.
void RunRow::paintName(QPainter& p) const {
    const QFont font = theme_.text(13, face_.selected ? QFont::Bold : QFont::Medium);
    const QFontMetricsF metrics(font);
    const double sign = theme_.pxf(14), air = theme_.pxf(5), y = height() / 2.0;
    const bool warned = !face_.trouble.isEmpty() || !face_.reservations.isEmpty();
    double room = nameRight() - nameLeft();
    if (isLit()) room -= menuArea().width();
    for (const bool taken : {warned, face_.ownStart, face_.recorded})
        if (taken) room -= sign + air;
    const QString shown = metrics.elidedText(face_.name, Qt::ElideRight, room);
    p.setFont(font);
    p.setPen(theme_.ink);
    p.drawText(QRectF(nameLeft(), 0, nameRight() - nameLeft(), height()), Qt::AlignVCenter, shown);

    double x = nameLeft() + metrics.horizontalAdvance(shown) + air;
    if (face_.recorded) {
        drawIcon(p, Icon::file, QRectF(x, y - sign / 2, sign, sign), theme_.ink3, 1.9);
        x += sign + air;
    }
    if (face_.ownStart) {
        p.setPen(QPen(theme_.run(face_.style), theme_.pxf(1.6)));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(QPointF(x + sign / 2, y), theme_.pxf(4), theme_.pxf(4));
        x += sign + air;
    }
    if (warned)
        drawIcon(p, Icon::warning, QRectF(x, y - sign / 2, sign, sign),
                 face_.trouble.isEmpty() ? theme_.bracket : theme_.error, 2.2);
    if (!isLit()) return;
    const double side = theme_.pxf(17);
    drawIcon(p, Icon::more,
             QRectF(menuArea().center().x() - side / 2, menuArea().center().y() - side / 2 + 1, side, side),
             theme_.ink2, 2.2);
}

void RunRow::paintValues(QPainter& p) const {
    p.setFont(theme_.mono(11));
    const auto column = [&](double fromRight, const QString& value, const QColor& ink) {
        p.setPen(ink);
        p.drawText(QRectF(0, 0, width() - theme_.pxf(fromRight), height()), Qt::AlignVCenter | Qt::AlignRight,
                   value);
    };
    column(firstColumn, first_, theme_.ink2);
    column(secondColumn, second_, dated_ ? theme_.ink3 : theme_.ink2);
}

}  // namespace bilevel::ui
