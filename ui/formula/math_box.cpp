#include "ui/formula/math_box.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilevel::ui {

MathBox::MathBox(double width, double ascent, double descent, Content content)
    : width_(width),
      ascent_(ascent),
      descent_(descent),
      content_(std::make_shared<const Content>(std::move(content))) {}

void MathBox::draw(QPainter& painter, QPointF baseline) const {
    if (!content_) return;
    const QColor ink = painter.pen().color();
    for (const Content::Text& text : content_->texts) {
        painter.setFont(text.font);
        painter.drawText(baseline + text.at, text.text);
    }
    for (const QRectF& bar : content_->bars) {
        // A bar on whole pixels is a line; between them it is a grey smear.
        const QRectF placed = bar.translated(baseline);
        painter.fillRect(QRectF(placed.x(), std::round(placed.y()), placed.width(), placed.height()), ink);
    }
    if (!content_->fill.isEmpty()) painter.fillPath(content_->fill.translated(baseline), ink);
    if (!content_->stroke.isEmpty()) {
        const QPen pen(ink, content_->strokeWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        painter.strokePath(content_->stroke.translated(baseline), pen);
    }
    for (const Content::Part& part : content_->parts) part.box.draw(painter, baseline + part.at);
}

QString MathBox::text() const {
    if (!content_) return {};
    QString all = content_->opening;
    for (const Content::Text& piece : content_->texts) all += piece.text;
    for (const Content::Part& part : content_->parts) all += part.box.text();
    return all + content_->closing;
}

namespace math {
namespace {

double lineWidth(const MathStyle& style) { return std::max(1.0, 0.05 * style.em()); }

/// Height above the baseline about which fractions, brackets and signs are centred.
double axis(const MathStyle& style) { return 0.25 * style.em(); }

}  // namespace

MathBox text(const MathStyle& style, const QString& string, bool italic) {
    const QFont font = style.font(italic);
    const QFontMetricsF metrics(font);
    const QRectF ink = metrics.tightBoundingRect(string);
    // An italic letter leans over its advance width; without this its neighbour would touch it.
    const double lean = italic ? std::max(0.0, ink.right() - metrics.horizontalAdvance(string)) : 0;
    MathBox::Content content;
    content.texts.push_back({{0, 0}, string, font});
    return {metrics.horizontalAdvance(string) + lean, std::max(-ink.top(), metrics.xHeight()),
            std::max(0.0, ink.bottom()), std::move(content)};
}

MathBox gap(double width) { return {width, 0, 0, {}}; }

MathBox row(const std::vector<MathBox>& boxes) {
    if (boxes.size() == 1) return boxes.front();
    double width = 0, ascent = 0, descent = 0;
    MathBox::Content content;
    for (const MathBox& box : boxes) {
        content.parts.push_back({{width, 0}, box});
        width += box.width();
        ascent = std::max(ascent, box.ascent());
        descent = std::max(descent, box.descent());
    }
    return {width, ascent, descent, std::move(content)};
}

MathBox fraction(const MathStyle& style, const MathBox& numerator, const MathBox& denominator) {
    const double em = style.em(), line = std::round(lineWidth(style)), pad = 0.15 * em, side = 0.1 * em;
    const double bar = std::max(numerator.width(), denominator.width()) + 0.2 * em;
    const double above = axis(style) + line / 2 + pad + numerator.descent();
    const double below = pad + line / 2 - axis(style) + denominator.ascent();
    MathBox::Content content;
    content.parts.push_back({{side + (bar - numerator.width()) / 2, -above}, numerator});
    content.parts.push_back({{side + (bar - denominator.width()) / 2, below}, denominator});
    content.bars.push_back({side, -axis(style) - line / 2, bar, line});
    return {bar + 2 * side, above + numerator.ascent(), below + denominator.descent(), std::move(content)};
}

MathBox scripts(const MathStyle& style, const MathBox& base, const MathBox& subscript,
                const MathBox& superscript) {
    const double em = style.em(), space = 0.04 * em;
    const double rise =
        std::max({0.36 * em, base.ascent() - 0.45 * superscript.ascent(), superscript.descent() + 0.22 * em});
    const double drop = std::max(0.16 * em, base.descent() - 0.1 * em);
    double ascent = base.ascent(), descent = base.descent();
    MathBox::Content content;
    content.parts.push_back({{0, 0}, base});
    if (superscript.width() > 0) {
        content.parts.push_back({{base.width() + space, -rise}, superscript});
        ascent = std::max(ascent, rise + superscript.ascent());
    }
    if (subscript.width() > 0) {
        content.parts.push_back({{base.width(), drop}, subscript});
        descent = std::max(descent, drop + subscript.descent());
    }
    const double width = std::max(subscript.width(), superscript.width() > 0 ? superscript.width() + space : 0.0);
    return {base.width() + width, ascent, descent, std::move(content)};
}

MathBox root(const MathStyle& style, const MathBox& inside) {
    const double em = style.em(), line = lineWidth(style), air = 0.12 * em, hook = 0.62 * em;
    const double ascent = std::max(inside.ascent(), 0.5 * em), top = -ascent - air,
                 bottom = inside.descent() + 0.02 * em;
    MathBox::Content content;
    content.opening = "√(";
    content.closing = ")";
    content.parts.push_back({{hook, 0}, inside});
    content.strokeWidth = line;
    content.stroke.moveTo(0.06 * em, bottom - 0.36 * (bottom - top));
    content.stroke.lineTo(0.18 * em, bottom - 0.42 * (bottom - top));
    content.stroke.lineTo(0.34 * em, bottom);
    content.stroke.lineTo(hook - 0.06 * em, top);
    content.stroke.lineTo(hook + inside.width() + 0.06 * em, top);
    return {hook + inside.width() + 0.12 * em, ascent + air + line, bottom, std::move(content)};
}

}  // namespace math
}  // namespace bilevel::ui
