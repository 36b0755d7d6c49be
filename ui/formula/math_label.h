#pragma once

#include "ui/formula/math_layout.h"

#include <QWidget>

#include <functional>

namespace bilevel::ui {

/// Typeset formulas, one under the other. Too wide a line is broken before a term, then set a little smaller; what
/// still does not fit is reached by dragging, by the wheel with Shift, or by the arrow keys. As high as its width
/// demands.
class MathLabel : public QWidget {
    Q_OBJECT
public:
    using Content = std::function<std::vector<MathLine>(const MathStyle&)>;

    /// `size` of the letters in theme units.
    MathLabel(const Theme& theme, double size, QWidget* parent = nullptr);

    /// `content` is called again when the theme changes.
    void setContent(Content content);
    /// The same in words, for those who cannot see it.
    void setText(const QString& text);
    /// One more thing that can be copied, in the menu of the right mouse button. `content` is asked when it is
    /// chosen.
    void addCopy(const QString& name, std::function<QString()> content);

    /// Part of the content that lies outside the label, in pixels.
    double hiddenWidth() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Placed {
        QPointF at;
        MathBox box;
    };
    void rebuild();
    void arrange();
    QSizeF place(double width);
    void scrollTo(double offset);
    void fadeEdges(QPainter& painter) const;

    const Theme& theme_;
    double size_;
    Content content_;
    std::vector<MathLine> lines_;
    std::vector<Placed> placed_;
    QSizeF extent_;  ///< of what is placed, before shrinking
    double shrink_ = 1;
    double offset_ = 0;   ///< scrolled to the right, in pixels
    double grabbed_ = 0;  ///< offset_ + mouse position at the beginning of a drag
};

}  // namespace bilevel::ui
