#include "ui/formula/math_box.h"

#include <algorithm>
#include <utility>

namespace bilevel::ui::math {
namespace {

/// Between x = −half and x = half, standing on y = 0.
QPainterPath shapeOf(Accent accent, double half, double height) {
    QPainterPath path;
    switch (accent) {
        case Accent::hat:
            path.moveTo(-half, 0);
            path.lineTo(0, -height);
            path.lineTo(half, 0);
            break;
        case Accent::bar:
            path.moveTo(-half, -height / 2);
            path.lineTo(half, -height / 2);
            break;
        case Accent::tilde:
            path.moveTo(-half, -0.2 * height);
            path.cubicTo(-0.4 * half, -1.5 * height, 0.4 * half, 0.7 * height, half, -0.8 * height);
            break;
    }
    return path;
}

QString combining(Accent accent) {
    return QChar(accent == Accent::hat ? 0x0302 : accent == Accent::bar ? 0x0304 : 0x0303);
}

}  // namespace

MathBox accented(const MathStyle& style, const MathBox& inside, Accent accent) {
    const double em = style.em(), air = 0.1 * em, height = 0.17 * em;
    const double half = std::clamp(0.38 * inside.width(), 0.16 * em, 0.28 * em);
    const double lean = 0.06 * em;  // the top of an italic letter stands to the right of its foot
    const double foot = inside.ascent() + air;
    MathBox::Content content;
    content.parts.push_back({{0, 0}, inside});
    content.stroke = shapeOf(accent, half, height).translated(inside.width() / 2 + lean, -foot);
    content.strokeWidth = std::max(1.0, 0.055 * em);
    content.closing = combining(accent);
    return {inside.width(), foot + height, inside.descent(), std::move(content)};
}

}  // namespace bilevel::ui::math
