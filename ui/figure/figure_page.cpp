#include "ui/figure/figure_page.h"

#include "ui/figure/figure_caption.h"
#include "ui/figure/outline_device.h"
#include "ui/kit/to_text.h"

#include <QPaintEngine>

namespace bilevel::ui {
namespace {

constexpr double unitsPerMm = 96 / 25.4;  // a unit is 1/96 inch, as in a window
constexpr double printScale = 0.8;        // letters of 10 px are 7.8 pt on paper
constexpr double smallestMm = 20, largestMm = 2000;
constexpr double smallestLetters = 0.25, largestLetters = 8;
constexpr int smallestDpi = 30, largestDpi = 2400;

}  // namespace

FigurePage::FigurePage(const FigureContent& content, const FigureOptions& options)
    : content_(content),
      options_(options),
      parts_(*findParts(options.view)),
      theme_(Theme::make(options.dark, printScale * options.letters)),
      caption_(options.caption ? captionText(content) : QString()) {
    const double width = options.widthMm * unitsPerMm;
    size_ = {width, options.heightMm ? *options.heightMm * unitsPerMm
                                     : naturalHeight(parts_, content_, width, theme_, caption_)};
}

QString FigurePage::title() const { return toText(study().problem.name); }

void FigurePage::paint(QPaintDevice& device, double deviceUnits, double pixelsPerUnit) const {
    QPainter painter(&device);
    if (!options_.outlines) return paint(painter, deviceUnits, pixelsPerUnit);
    OutlineDevice outlines(painter);
    QPainter outliner(&outlines);
    paint(outliner, deviceUnits, pixelsPerUnit);
}

void FigurePage::paint(QPainter& painter, double deviceUnits, double pixelsPerUnit) const {
    painter.scale(deviceUnits, deviceUnits);
    paintFigure(painter, {QPointF(0, 0), size_}, parts_, content_, theme_,
                {.pixelsPerUnit = pixelsPerUnit,
                 .transparent = options_.transparent,
                 .filled = options_.filled,
                 .caption = caption_});
}

QImage FigurePage::image(double pixelsPerUnit) const {
    QImage image((size_ * pixelsPerUnit).toSize(),
                 options_.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(options_.transparent ? QColor(Qt::transparent) : theme_.surface);
    QPainter painter(&image);
    paint(painter, pixelsPerUnit, pixelsPerUnit);
    return image;
}

std::optional<Error> wrongFigure(const FigureOptions& o) {
    const auto isSize = [](double mm) { return mm >= smallestMm && mm <= largestMm; };
    if (const auto parts = findParts(o.view); !parts) return parts.error();
    if (!isSize(o.widthMm) || (o.heightMm && !isSize(*o.heightMm)))
        return impossible("a figure is between 20 and 2000 millimetres wide and high");
    if (o.dpi < smallestDpi || o.dpi > largestDpi)
        return impossible("the resolution lies between 30 and 2400 dots per inch");
    if (!(o.letters >= smallestLetters && o.letters <= largestLetters))
        return impossible("letters are between 0.25 and 8 times as large as in print");
    return {};
}

}  // namespace bilevel::ui
