#pragma once

#include "ui/formula/math_box.h"
#include "ui/step/step_line.h"

#include <QAbstractScrollArea>
#include <QPixmap>

namespace bilevel::ui {

/// The rule of a method, typeset line by line, with live numbers beside it. Formulas are laid out when the run or
/// the size changes; when only the row does, the numbers are written anew in their places, and nothing else moves.
/// Too many lines are set smaller, then scrolled. The menu of the right mouse button copies the rule as LaTeX.
class StepSheet : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit StepSheet(const Theme& theme, QWidget* parent = nullptr);

    /// The same run with new numbers keeps its layout.
    void setRun(const RunView& run);
    void clear();
    /// A row of the run's trajectory.
    void setRow(int row);

    /// A number and its place, in the coordinates of the whole sheet.
    struct Place {
        LiveValue value;
        MathBox symbol;
        QPointF baseline;  ///< of the symbol; the number follows an equals sign
        QRectF place;      ///< of the number
        QString text;
    };
    const std::vector<Place>& places() const { return placed_; }
    /// Height of everything, in pixels.
    double extent() const { return extent_; }
    QSize sizeHint() const override { return {400, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Formula {
        QPointF at;
        MathBox box;
    };
    void arrange();
    double arrange(double width, double size);
    double placeFormula(const std::vector<MathBox>& parts, double column, double top, double em);
    double placeValues(const std::vector<LiveValue>& values, QRectF room);
    void write();
    void paintStill();
    void paintNoRule(QPainter& painter) const;

    const Theme& theme_;
    std::vector<StepLine> lines_;
    TrajectoryPtr trajectory_;
    const Algorithm* algorithm_ = nullptr;  ///< with these settings, whose update can be copied
    Settings settings_;
    int row_ = 0;
    double size_ = 0;  ///< of the letters, in theme units
    std::vector<Formula> formulas_;
    std::vector<Place> placed_;
    double extent_ = 0;
    QPixmap still_;  ///< formulas and symbols
};

}  // namespace bilevel::ui
