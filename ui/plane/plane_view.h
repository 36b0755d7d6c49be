#pragma once

#include "ui/document/player.h"
#include "ui/ground/ground_job.h"
#include "ui/plane/plane_camera.h"
#include "ui/plane/plane_chart.h"
#include "ui/plane/start_editor.h"

#include <QChartView>
#include <QMenu>
#include <QTimer>

#include <memory>

namespace bilevel::ui {

/// One objective over two coordinates, with the paths of all runs on it. The wheel zooms, a drag pans, the start
/// can be dragged, or moved with the arrow keys after Tab has brought the focus here; double click or R shows the
/// study's view.
class PlaneView : public QChartView {
    Q_OBJECT
public:
    /// All references must outlive the view. `upper`: f lies behind the paths, else g.
    PlaneView(Document& document, Player& player, PlaneCamera& camera, const Theme& theme, bool upper,
              QWidget* parent = nullptr);

    const PlaneItem& item() const { return chart_->item(); }
    /// The step that is looked at closely; nullptr for none.
    void showStep(const SeenStepPtr& step) { chart_->item().setStep(step); }
    /// The exact lower level along what is shown; nullptr for none.
    void showSolutions(const SolutionsPtr& solutions) { chart_->setSolutions(solutions); }
    const ValueStrip& strip() const { return chart_->strip(); }
    /// Is the picture behind the paths the one that belongs to the document as it is now?
    bool isGroundCurrent() const;
    QSize sizeHint() const override { return {560, 440}; }
    /// What can be done at a place of the scene.
    std::unique_ptr<QMenu> makeMenu(QPointF scene);

Q_SIGNALS:
    /// What is under the mouse, for a status line; empty when it leaves.
    void hovered(const QString& text);
    /// The same place with all its coordinates; empty when the mouse leaves.
    void pointed(const std::optional<bilevel::Point>& point);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture { none, moveStart, pan };

    // What is shown.
    void connectSources();
    void adoptTheme();
    void showContent();
    void showRow(int row);
    void showCrosshair();
    void leavePlace();
    std::vector<Reading> readingsAt(QPointF place) const;

    // What lies behind.
    GroundRequest groundRequest(bool coarse) const;
    void showGroundNow();
    void requestGround();
    void receiveGround(const GroundPtr& ground);
    void changeInAHurry();
    void settle();

    // Gestures.
    QPointF scenePoint(const QPointF& viewportPoint) const;
    bool isOverStart(QPointF scene) const;
    void updateCursor(QPointF scene);

    Document& document_;
    Player& player_;
    PlaneCamera& camera_;
    const Theme& theme_;
    const bool upper_;
    PlaneChart* chart_;
    GroundJob job_;
    QTimer rest_;  ///< runs while the picture keeps changing; when it ends, full quality comes back
    bool dependsOnHeld_ = false;
    StartEditor start_;
    Gesture gesture_ = Gesture::none;
    QPointF grabOffset_, lastPan_;  ///< scene units: from the mouse to the start; where the pan was
};

}  // namespace bilevel::ui
