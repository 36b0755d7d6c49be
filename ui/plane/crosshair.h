#pragma once

#include "ui/kit/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace bilevel::ui {

/// A number with its name, for reading off.
struct Reading {
    QString name, value;
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Two hairlines through a place in the plane, and a small card of numbers in a corner away from it.
struct Crosshair {
    QPointF at;                     ///< scene coordinates, inside `area`
    std::vector<Reading> readings;  ///< two columns of two; empty for no card
    QRectF area, card;

    /// What must be painted anew when it changes.
    std::vector<QRectF> bounds() const;
};

Crosshair makeCrosshair(QPointF at, const std::vector<Reading>& readings, const QRectF& area, const Theme& theme);
void paintCrosshair(QPainter& painter, const Crosshair& crosshair, const Theme& theme);

}  // namespace bilevel::ui
