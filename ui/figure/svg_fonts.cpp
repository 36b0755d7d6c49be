#include "ui/figure/svg_fonts.h"

namespace bilevel::ui {

QByteArray withFallbackFonts(QByteArray svg, const Theme& theme) {
    const auto attribute = [](const QString& families) { return ("font-family=\"" + families + '"').toUtf8(); };
    for (const QFont& font : {theme.text(12), theme.math(12), theme.mono(12)}) {
        QStringList families = font.families();
        const QString first = families.first();
        for (QString& family : families)
            if (family.contains(' ')) family = '\'' + family + '\'';
        svg.replace(attribute(first), attribute(families.join(QStringLiteral(", "))));
    }
    return svg;
}

}  // namespace bilevel::ui
