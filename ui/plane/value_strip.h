#pragma once

#include "ui/ground/value_curve.h"
#include "ui/plane/plane_item.h"
#include "ui/plane/scene_path.h"

#include <QGraphicsItem>

namespace bilevel::ui {

/// What stands under a plane, on the same horizontal axis: its objective at the exact lower solutions, and the
/// iterates projected on it. Of each run the objective where it is, and a stem to what the lower level would make
/// of its x: the longer the stem, the less the run's value can be believed.
class ValueStrip : public QGraphicsItem {
public:
    /// Shows what `plane`, which must outlive it, shows.
    ValueStrip(const PlaneItem& plane, const Theme& theme, QGraphicsItem* parent = nullptr);

    /// Where the curve is drawn, in the parent's coordinates; `labels` is the room for numbers left of it.
    void setArea(const QRectF& area, double labels);
    void setSolutions(const SolutionsPtr& solutions);
    /// The plane has other contents.
    void renew();
    /// The plane shows another row.
    void moveHeads();
    void setCrosshair(const std::optional<double>& x);

    const ValueCurve& curve() const { return curve_; }
    const PlaneMap& map() const { return map_; }
    bool isEmpty() const { return map_.area.isEmpty(); }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    /// A run's iterate at the row that is shown.
    struct Head {
        QPointF at;
        std::optional<QPointF> onCurve;
        int marker = 0;
        double radius = 4;
        QColor colour;
        QRectF bounds() const;
    };

    Interval rangeWithEnds() const;
    QPointF namePlace(const QRectF& ink) const;
    std::vector<Head> headsNow() const;
    /// Keeps what does not move with the row as a picture.
    void keepStill(double pixelRatio);
    void paintStill(QPainter& painter);
    void paintCurve(QPainter& painter) const;
    void paintPaths(QPainter& painter) const;
    void paintLabels(QPainter& painter);
    void paintHead(QPainter& painter, const Head& head) const;

    const PlaneItem& plane_;
    const Theme& theme_;
    PlaneMap map_;
    double labelRoom_ = 0;
    SolutionsPtr solutions_;
    ValueCurve curve_;
    std::vector<Head> heads_;
    std::optional<double> crosshair_;
    QPixmap still_;
    bool stale_ = true;
    bool keeping_ = false;  ///< what is painted now is kept: letters may come from a cache
    TagPainter tags_;
};

}  // namespace bilevel::ui
