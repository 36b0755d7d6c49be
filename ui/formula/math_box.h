#pragma once

#include "ui/kit/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <memory>
#include <vector>

namespace bilevel::ui {

/// Font size and family in which a piece of mathematics is set.
struct MathStyle {
    const Theme* theme = nullptr;
    double size = 17;  ///< in theme units

    double em() const { return theme->pxf(size); }
    QFont font(bool italic) const { return theme->math(size, italic); }
    MathStyle script() const { return {theme, std::max(0.7 * size, smallest)}; }
    MathStyle inFraction() const { return {theme, std::max(0.88 * size, smallest)}; }

    static constexpr double smallest = 9;  ///< below it a projector shows nothing
};

/// A laid-out piece of mathematics: a rectangle about a baseline, and what is drawn in it. A value, cheap to copy;
/// boxes share parts. Everything is text and paths in the painter's pen colour, so it stays vector in SVG and PDF.
class MathBox {
public:
    MathBox() = default;

    double width() const { return width_; }
    double ascent() const { return ascent_; }    ///< above the baseline
    double descent() const { return descent_; }  ///< below the baseline
    double height() const { return ascent_ + descent_; }

    void draw(QPainter& painter, QPointF baseline) const;
    /// Its letters, digits and brackets in the order of drawing.
    QString text() const;

    struct Content;
    /// For the builders below.
    MathBox(double width, double ascent, double descent, Content content);

private:
    double width_ = 0, ascent_ = 0, descent_ = 0;
    std::shared_ptr<const Content> content_;
};

/// What a box draws, relative to its baseline's left end.
struct MathBox::Content {
    struct Text {
        QPointF at;
        QString text;
        QFont font;
    };
    struct Part {
        QPointF at;
        MathBox box;
    };
    std::vector<Text> texts;
    std::vector<Part> parts;
    std::vector<QRectF> bars;
    QPainterPath fill;
    QPainterPath stroke;
    double strokeWidth = 1;
    QString opening = {}, closing = {};  ///< what the paths stand for in text()
};

/// Builders of boxes.
namespace math {

MathBox text(const MathStyle& style, const QString& text, bool italic);
MathBox gap(double width);
MathBox row(const std::vector<MathBox>& boxes);
MathBox fraction(const MathStyle& style, const MathBox& numerator, const MathBox& denominator);
/// Either script may be empty (of width 0).
MathBox scripts(const MathStyle& style, const MathBox& base, const MathBox& subscript, const MathBox& superscript);
MathBox root(const MathStyle& style, const MathBox& inside);

enum class Fence { parentheses, bars, floor, ceiling };
/// Brackets that grow with what they hold.
MathBox fenced(const MathStyle& style, const MathBox& inside, Fence fence);

enum class Accent { hat, bar, tilde };
/// With a mark above, as over the letter of an estimate.
MathBox accented(const MathStyle& style, const MathBox& inside, Accent accent);

struct Case {
    MathBox value, condition;
};
/// A brace on the left, one case per line.
MathBox cases(const MathStyle& style, const std::vector<Case>& lines);

}  // namespace math
}  // namespace bilevel::ui
