#pragma once

#include "ui/document/player.h"
#include "ui/trace/axis_range.h"
#include "ui/trace/chart_axes.h"
#include "ui/trace/chart_picture.h"

#include <QChartView>
#include <QMenu>
#include <QPixmap>

#include <memory>

namespace bilevel::ui {

/// One chart over iterations or cost: lines of all visible runs, a cursor where the player is, a veil over the
/// future.
///
/// The chart is drawn once into a pixmap; a frame is a blit of the strip the cursor crossed, the veil, the cursor
/// and its dots. Dragging across zooms all charts of the range, a click or a drag near the cursor seeks, the wheel
/// zooms at the mouse (with Shift: pans), a double click resets. Its menu, and Ctrl+C, copy the numbers that it
/// shows.
class TraceChart : public QChartView {
    Q_OBJECT
public:
    TraceChart(ChartPlan plan, Player& player, AxisRange& range, const Theme& theme, QWidget* parent = nullptr);

    const ChartContent& content() const { return content_; }
    const ChartPicture& picture();
    void setContent(ChartContent content);
    Detail detail() const { return detail_; }
    void setDetail(Detail detail);

    /// Draws the chart with its caption, without cursor or veil, at the size that `target` has in the painter's
    /// own units. Nothing outside the target, whatever the device.
    void paintTo(QPainter& painter, const QRectF& target) const;

    /// Puts the chart's numbers on the clipboard, as CSV: all, or those of the part that is shown.
    void copyNumbers(bool all) const;
    /// What a right click offers.
    std::unique_ptr<QMenu> makeMenu();

Q_SIGNALS:
    void traceWanted(bool all);  ///< as a file: of every visible run, whatever the chart shows of it

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Grip { none, undecided, seek, zoom };

    void invalidate();
    void refresh();
    void refreshBackdrop(const QSize& pixels);
    void showPosition(int position);
    QRect strip(int from, int to);
    double cursor() const { return content_.time.at(player_.row()); }  ///< on the horizontal axis
    bool isNearCursor(double x);
    void seekTo(double x);
    void paintNow(QPainter& painter);
    void paintHead(QPainter& painter, const ChartLine& line);
    void paintSelection(QPainter& painter);

    Player& player_;
    AxisRange& range_;
    const Theme& theme_;
    ChartContent content_;
    ChartAxes axes_;
    ChartPicture picture_;
    /// Axes, grid and caption, and what they were drawn for. While something is dragged they stand still.
    struct Backdrop {
        QPixmap pixmap;
        QRectF plot, ribbonArea;
        AxisScale across, up;
    };
    Backdrop backdrop_;
    QPixmap cache_;
    Detail detail_ = Detail::full;
    bool stale_ = true;
    int shownPosition_ = 0, positionBeforeClick_ = 0;
    Grip grip_ = Grip::none;
    double pressedAt_ = 0, draggedTo_ = 0;
};

}  // namespace bilevel::ui
