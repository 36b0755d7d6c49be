#pragma once

#include "ui/plane/plane_item.h"
#include "ui/plane/ticks.h"
#include "ui/plane/value_strip.h"

#include <QCategoryAxis>
#include <QChart>

namespace bilevel::ui {

/// A plane with its axes: the same in a window and in a file. Lives in a graphics scene.
class PlaneChart : public QChart {
    Q_OBJECT
public:
    explicit PlaneChart(const Theme& theme, QGraphicsItem* parent = nullptr);

    PlaneItem& item() { return *item_; }
    const PlaneItem& item() const { return *item_; }
    ValueStrip& strip() { return *strip_; }
    const ValueStrip& strip() const { return *strip_; }
    void setContent(PlaneContent content);
    void setRow(int row);
    /// The exact lower level, for the curves of the plane and the strip below it; nullptr for none.
    void setSolutions(const SolutionsPtr& solutions);
    void setCrosshair(const std::optional<QPointF>& at, const std::vector<Reading>& readings);
    /// The theme has new colours or sizes.
    void restyle();

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    void arrange();
    double stripHeight(double room) const;
    void styleAxis(QCategoryAxis& axis) const;
    static void setTicks(QCategoryAxis& axis, const Interval& range, const std::vector<Tick>& ticks);
    QString title(const std::string& variable, bool upper) const;

    const Theme& theme_;
    QCategoryAxis* horizontal_;
    QCategoryAxis* vertical_;
    PlaneItem* item_;
    ValueStrip* strip_;
};

}  // namespace bilevel::ui
