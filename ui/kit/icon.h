#pragma once

#include <QColor>
#include <QPainter>

namespace bilevel::ui {

/// The pictures on buttons. All are paths: sharp at every size and on every display.
enum class Icon {
    play,
    pause,
    back,
    forward,
    first,
    last,
    loop,
    sun,
    moon,
    exportFile,
    screen,
    help,
    reset,
    chevronDown,
    chevronRight,
    chevronUp,
    eye,
    eyeOff,
    plus,
    minus,
    close,
    copy,
    warning,
    menu,
    more,
    sliders,
    pencil,
    zoomIn,
    fit,
    camera,
    folder,
    file,
    check,
    partial,
};

/// Draws the icon into the square `box`; `stroke` is the line width on a grid of 24 units.
void drawIcon(QPainter& painter, Icon icon, QRectF box, QColor colour, double stroke = 1.7);

}  // namespace bilevel::ui
