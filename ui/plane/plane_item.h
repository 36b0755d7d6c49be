#pragma once

#include "ui/ground/solution_lines.h"
#include "ui/plane/crosshair.h"
#include "ui/plane/landmarks.h"
#include "ui/plane/overlay.h"
#include "ui/plane/path_layers.h"

#include <QGraphicsItem>

namespace bilevel::ui {

/// The contents of a plane inside its axes. On a widget it paints from cached layers and asks for no more than
/// what changed; on anything else (a file) it paints shapes, unless it was told that more pictures follow.
class PlaneItem : public QGraphicsItem {
public:
    explicit PlaneItem(const Theme& theme, QGraphicsItem* parent = nullptr);

    /// Where the axes leave room, in the parent's coordinates.
    void setArea(const QRectF& area);
    void setContent(PlaneContent content);
    /// Of the same coordinates as the content; nullptr for none.
    void setGround(GroundPtr ground);
    /// The exact lower level along what is shown; nullptr for none.
    void setSolutions(SolutionsPtr solutions);
    const SolutionsPtr& solutions() const { return solutions_; }
    void setRow(int row);
    /// The step that is looked at closely; nullptr for none.
    void setStep(SeenStepPtr step);
    /// This picture lives for a moment only: where full quality would take long, lines become hairlines.
    void setHurried(bool on);
    /// Paints from layers of this pixel ratio without a widget, too: for the frames of a film.
    void setLayered(double pixelRatio) { filmRatio_ = pixelRatio; }
    /// Of the layers to paint from on a widget, or in a film; 0: shapes.
    double layerRatio(const QWidget* widget) const;
    /// A cross at a data point, and what to read there; nullopt for none.
    void setCrosshair(const std::optional<QPointF>& at, const std::vector<Reading>& readings);
    void setFocusRing(bool on);
    /// The theme has new colours or sizes.
    void restyle();

    const PlaneMap& map() const { return map_; }
    bool hasContent() const { return content_.has_value(); }
    /// Only where hasContent().
    const PlaneContent& content() const { return *content_; }
    const Ground* ground() const { return ground_.get(); }
    const SolutionLines& solutionLines() const { return lines_; }
    const Overlay& overlay() const { return overlay_; }
    /// Where the start ring lies, if it is in view.
    const std::optional<QPointF>& startPlace() const { return landmarks_.start; }
    int row() const { return row_; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void rearrange();
    void traceSolutions();
    Landmarks landmarksNow() const;
    void moveLandmarks();
    void moveOverlay();
    void placeCrosshair();
    void paintLayers(QPainter& painter, const QRectF& exposed);
    void paintShapes(QPainter& painter) const;
    void paintFrame(QPainter& painter) const;
    void paintFront(QPainter& painter, const QRectF& exposed, bool cached);
    void bringLayersUpToDate(double pixelRatio);
    bool hairlinePaths() const;
    double widestContour() const;
    QPixmap ghostLayer() const;
    QPixmap blankLayer() const;

    const Theme& theme_;
    PlaneMap map_;
    std::optional<PlaneContent> content_;
    GroundPtr ground_;
    SolutionsPtr solutions_;
    SolutionLines lines_;  ///< of the solutions, as far as they belong to the content
    int row_ = 0;
    bool hurried_ = false, focusRing_ = false;
    std::optional<QPointF> crosshairAt_;
    std::vector<Reading> readings_;

    SeenStepPtr step_;
    Overlay overlay_;
    Landmarks landmarks_;
    std::optional<Crosshair> crosshair_;
    TagPainter tags_;

    double pixelRatio_ = 0;  ///< of the layers; 0: there are none yet
    double filmRatio_ = 0;   ///< 0: shapes, where there is no widget
    bool groundStale_ = true, pathsStale_ = true;
    QPixmap groundLayer_, ghosts_;
    PathLayers layers_;
};

}  // namespace bilevel::ui
