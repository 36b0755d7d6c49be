#include "ui/figure/figure.h"

#include "core/io/file.h"
#include "core/io/study_link.h"
#include "ui/figure/carry_study.h"
#include "ui/figure/figure_page.h"
#include "ui/figure/pgf_figure.h"
#include "ui/figure/svg_fonts.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>
#include <optional>

namespace bilevel::ui {
namespace {

constexpr double unitsPerInch = 96;
constexpr int pdfDpi = 1200;
constexpr double mostPixels = 2e8;

enum class Format { svg, pdf, png, tex };

std::optional<Format> formatOf(const std::string& path) {
    const QString name = QString::fromStdString(path).toLower();
    if (name.endsWith(".svg")) return Format::svg;
    if (name.endsWith(".pdf")) return Format::pdf;
    if (name.endsWith(".png")) return Format::png;
    if (name.endsWith(".tex")) return Format::tex;
    return {};
}

std::optional<Error> wrongOption(const FigureOptions& o) {
    if (!formatOf(o.output))
        return impossible("a figure ends in .svg, .pdf, .png or .tex; ‘" + o.output + "’ does not");
    return wrongFigure(o);
}

void writeSvg(QBuffer& out, const FigurePage& page, double pixelsPerUnit) {
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setResolution(static_cast<int>(unitsPerInch));
    svg.setSize(page.size().toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), page.size()));
    svg.setTitle(page.title());
    page.paint(svg, 1, pixelsPerUnit);
    out.buffer() = withFallbackFonts(out.data(), page.theme());
    carryStudy(out.buffer(), page.study());
}

void writePdf(QBuffer& out, const FigurePage& page, double pixelsPerUnit) {
    QPdfWriter pdf(&out);
    pdf.setResolution(pdfDpi);
    pdf.setPageSize(QPageSize(page.size() * 72 / unitsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({});
    pdf.setTitle(page.title());
    pdf.setCreator(QStringLiteral("Bilevelscope " BILEVELSCOPE_VERSION));
    carryStudy(pdf, page.study());
    page.paint(pdf, pdfDpi / unitsPerInch, pixelsPerUnit);
}

bool writePng(QBuffer& out, const FigurePage& page, int dpi) {
    QImage image = page.image(dpi / unitsPerInch);
    const int dotsPerMeter = static_cast<int>(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    carryStudy(image, studyLink(page.study()));
    return !image.isNull() && image.save(&out, "PNG");
}

}  // namespace

Result<bool> writeFigure(const Study& study, const FigureOptions& options) {
    if (auto wrong = wrongOption(options)) return *wrong;
    const Result<Problem> problem = Problem::compile(study.problem);
    if (!problem) return problem.error();
    FigureContent content = computeContent(study, *problem, options.pace, options.position,
                                           findParts(options.view)->shows(Term::Group::truth));
    content.step = options.step;
    content.shown = options.shown;
    return writeFigure(content, options);
}

Result<bool> writeFigure(const FigureContent& content, const FigureOptions& options) {
    if (auto wrong = wrongOption(options)) return *wrong;
    if (formatOf(options.output) == Format::tex)
        return writePgfFigure(content, *findParts(options.view), options.widthMm, options.output);
    const Result<QByteArray> bytes = renderFigure(content, options);
    if (!bytes) return bytes.error();
    const Result<bool> written =
        writeFile(options.output, {bytes->constData(), static_cast<std::size_t>(bytes->size())});
    if (written) return true;
    Error error = written.error();
    error.path = "output";
    return error;
}

Result<QByteArray> renderFigure(const FigureContent& content, const FigureOptions& options) {
    if (auto wrong = wrongOption(options)) return *wrong;
    const FigurePage page(content, options);
    const double pixelsPerUnit = options.dpi / unitsPerInch;
    if (page.size().width() * page.size().height() * pixelsPerUnit * pixelsPerUnit > mostPixels)
        return impossible(
            "a figure of this size at this resolution has too many pixels; make it smaller or coarser");
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    switch (*formatOf(options.output)) {
        case Format::svg:
            writeSvg(out, page, pixelsPerUnit);
            break;
        case Format::pdf:
            writePdf(out, page, pixelsPerUnit);
            break;
        case Format::png:
            if (!writePng(out, page, options.dpi))
                return Error{"there is not enough memory for a picture of this size"};
            break;
        case Format::tex:
            return impossible("a LaTeX figure is two files: its text and its data");
    }
    out.close();
    return out.data();
}

Result<QImage> previewFigure(const FigureContent& content, const FigureOptions& options, QSize most) {
    if (auto wrong = wrongFigure(options)) return *wrong;
    const FigurePage page(content, options);
    return page.image(std::min(most.width() / page.size().width(), most.height() / page.size().height()));
}

}  // namespace bilevel::ui
