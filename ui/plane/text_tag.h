#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QString>

namespace bilevel::ui {

/// A short text in front of a picture, with a halo that keeps it readable.
struct TextTag {
    QPointF baseline;  ///< where the first letter begins
    QString text;
    QFont font;
    QColor colour, halo;
    double haloWidth = 4;

    /// What it covers, halo included.
    QRectF bounds() const;
    /// What its letters cover.
    QRectF ink() const;
    /// Moved so that its letters lie `distance` beyond a place, in a direction (a unit vector).
    TextTag beyond(QPointF place, QPointF direction, double distance) const;
    /// Moved as far as needed to lie inside an area.
    TextTag within(const QRectF& area) const;
};

/// Draws tags, on screens from a cache: outlining letters anew in every frame is slow.
class TagPainter {
public:
    /// `cached`: from pixmaps of this device's resolution; else as shapes, at any resolution.
    void draw(QPainter& painter, const TextTag& tag, bool cached);
    void clear() { cache_.clear(); }

private:
    QHash<QString, QPixmap> cache_;
};

}  // namespace bilevel::ui
