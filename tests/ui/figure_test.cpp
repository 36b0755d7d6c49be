#include "ui/figure/figure.h"
#include "studies.h"
#include "ui/kit/theme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <cmath>

namespace bilevel::ui {
namespace {

class Figure : public testing::Test {
protected:
    std::string path(const std::string& name) const {
        return folder_.filePath(QString::fromStdString(name)).toStdString();
    }
    QByteArray bytes(const std::string& name) const {
        QFile file(QString::fromStdString(path(name)));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
        return file.readAll();
    }
    QImage image(const std::string& name) const { return QImage(QString::fromStdString(path(name))); }
    QStringList files() const {
        return QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    void write(const FigureOptions& options, const Study& study = sampleStudy()) {
        const Result<bool> written = writeFigure(study, options);
        ASSERT_TRUE(written) << written.error().message;
    }

private:
    QTemporaryDir folder_;
};

int countLike(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == colour;
    return count;
}

/// What an SVG of Qt's draws, with all transforms applied.
struct SvgContent {
    struct Line {
        QColor stroke;
        QPolygonF points;
    };
    std::vector<Line> lines;
    std::vector<QRectF> images;
    QSizeF page;
};

QTransform matrixOf(QStringView text) {
    if (!text.startsWith(u"matrix(")) return {};
    const auto numbers = text.mid(7).chopped(1).split(',');
    const auto n = [&](qsizetype k) { return numbers[k].toDouble(); };
    return {n(0), n(1), n(2), n(3), n(4), n(5)};
}

SvgContent readSvg(const QByteArray& bytes) {
    SvgContent content;
    QXmlStreamReader xml(bytes);
    QTransform transform;
    QColor stroke;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto a = xml.attributes();
        const auto number = [&](const char* name) { return a.value(QLatin1String(name)).toDouble(); };
        if (xml.name() == u"svg") {
            const auto box = a.value("viewBox").split(' ');
            content.page = {box[2].toDouble(), box[3].toDouble()};
        } else if (xml.name() == u"g") {
            if (a.hasAttribute("transform")) transform = matrixOf(a.value("transform"));
            if (a.hasAttribute("stroke")) stroke = QColor(a.value("stroke").toString());
        } else if (xml.name() == u"polyline") {
            QPolygonF points;
            for (const QString& pair : a.value("points").toString().split(' ', Qt::SkipEmptyParts)) {
                const QStringList xy = pair.split(',');
                points << transform.map(QPointF(xy[0].toDouble(), xy[1].toDouble()));
            }
            content.lines.push_back({stroke, points});
        } else if (xml.name() == u"image") {
            content.images.push_back(
                transform.mapRect(QRectF(number("x"), number("y"), number("width"), number("height"))));
        }
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(xml.errorString());
    return content;
}

TEST_F(Figure, IsWrittenInEveryFormatWithNothingBesides) {
    for (const char* name : {"a.svg", "a.pdf", "a.PNG"}) write({.output = path(name), .dpi = 100});
    QStringList written = files();
    written.sort();  // by code points, whatever the language
    EXPECT_EQ(written, QStringList({"a.PNG", "a.pdf", "a.svg"}));
    EXPECT_TRUE(bytes("a.pdf").startsWith("%PDF-"));
    EXPECT_TRUE(bytes("a.svg").contains("<svg"));
}

TEST_F(Figure, RefusesWhatItCannotDrawWithASentence) {
    const FigureOptions good{.output = path("a.png")};
    FigureOptions ending = good, view = good, width = good, height = good, flat = good, dpi = good, huge = good;
    ending.output = path("a.jpeg");
    view.view = "panorama";
    width.widthMm = 0;
    height.heightMm = -5;
    flat.heightMm = 0;
    dpi.dpi = 0;
    huge.heightMm = huge.widthMm = 2000;
    huge.dpi = 2400;
    for (const FigureOptions& wrong : {ending, view, width, height, flat, dpi, huge}) {
        const Result<bool> written = writeFigure(sampleStudy(), wrong);
        ASSERT_FALSE(written);
        EXPECT_NE(written.error().path, "output");
        EXPECT_THAT(written.error().message, testing::HasSubstr(" "));
    }
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(Figure, OfAStudyThatDoesNotCompileSaysWhereTheMistakeIs) {
    Study study = sampleStudy();
    study.problem.lower = "(y - sni(x))^2";
    const Result<bool> written = writeFigure(study, {.output = path("a.svg")});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().path, "problem.lower.objective");
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(Figure, LeavesNothingWhereItCannotBeWritten) {
    for (const char* name : {"missing/a.svg", "missing/a.pdf", "missing/a.png"}) {
        const Result<bool> written = writeFigure(sampleStudy(), {.output = path(name), .dpi = 60});
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().path, "output");
    }
    QDir().mkpath(QString::fromStdString(path("folder.svg")));
    EXPECT_FALSE(writeFigure(sampleStudy(), {.output = path("folder.svg")}));
    EXPECT_EQ(files(), QStringList{"folder.svg"});
}

TEST_F(Figure, InPngHasTheSizeAndResolutionThatWereAskedFor) {
    write({.output = path("a.png"), .widthMm = 127, .heightMm = 63.5, .dpi = 200});
    EXPECT_NEAR(image("a.png").width(), 1000, 1);
    EXPECT_NEAR(image("a.png").height(), 500, 1);
    EXPECT_NEAR(image("a.png").dotsPerMeterX() * 0.0254, 200, 0.1);
}

TEST_F(Figure, InPdfEmbedsItsFontsAndKeepsTheColoursExact) {
    write({.output = path("a.pdf"), .view = "plane"});
    const QByteArray pdf = bytes("a.pdf");
    EXPECT_TRUE(pdf.contains("/FontFile"));
    EXPECT_FALSE(pdf.contains("/DCTDecode")) << "a JPEG would blur the heat map";
    EXPECT_EQ(pdf.count("/Subtype /Image"), 2) << "one heat map per plane, all else is vectors";
}

TEST_F(Figure, InSvgKeepsEveryPathInsideItsPlane) {
    Study study = sampleStudy(40);
    study.runs.resize(1);
    study.runs[0].settings = {{"upper_step_size", 1.2}, {"lower_step_size", 0.9}};  // jumps far out of the view
    write({.output = path("a.svg"), .view = "upper"}, study);
    const SvgContent svg = readSvg(bytes("a.svg"));
    ASSERT_EQ(svg.images.size(), 1u);
    const QRectF plane = svg.images[0].adjusted(-0.05, -0.05, 0.05, 0.05);
    const QColor colour = Theme::make(false, 1).run(0);
    int pathLines = 0;
    for (const SvgContent::Line& line : svg.lines) {
        for (const QPointF& p : line.points)
            EXPECT_TRUE(QRectF(QPointF(0, 0), svg.page).contains(p)) << p.x() << ' ' << p.y();
        if (line.stroke != colour || line.points.boundingRect().top() > plane.bottom()) continue;  // the legend's
        ++pathLines;
        for (const QPointF& p : line.points) EXPECT_TRUE(plane.contains(p)) << p.x() << ' ' << p.y();
    }
    EXPECT_GT(pathLines, 0);
}

TEST_F(Figure, InSvgNamesOtherFontsForReadersWithoutOurs) {
    write({.output = path("a.svg"), .view = "upper"});
    EXPECT_TRUE(bytes("a.svg").contains("sans-serif"));
}

TEST_F(Figure, ShowsTheIterationThatWasAskedFor) {
    write({.output = path("first.png"), .view = "upper", .dpi = 96, .position = 0});
    write({.output = path("last.png"), .view = "upper", .dpi = 96});
    write({.output = path("beyond.png"), .view = "upper", .dpi = 96, .position = 100000});
    const QColor colour = Theme::make(false, 1).run(0);
    EXPECT_GT(countLike(image("last.png"), colour), countLike(image("first.png"), colour) + 100);
    EXPECT_EQ(image("last.png"), image("beyond.png"));
}

TEST_F(Figure, ComparesAtEqualCostAndSaysSo) {
    write({.output = path("iterations.svg")});
    write({.output = path("cost.svg"), .pace = {Measure::gradients, true}});
    EXPECT_FALSE(bytes("iterations.svg").contains("Across"));
    EXPECT_TRUE(bytes("cost.svg").contains("Across: gradients"));
}

TEST_F(Figure, WithoutAGroundBehindItLetsThePaperThrough) {
    write({.output = path("a.png"), .dpi = 60, .transparent = true});
    EXPECT_EQ(qAlpha(image("a.png").pixel(1, 1)), 0);
    write({.output = path("b.png"), .dpi = 60});
    EXPECT_EQ(qAlpha(image("b.png").pixel(1, 1)), 255);
}

TEST_F(Figure, WithOutlinesNeedsNoFonts) {
    write({.output = path("a.svg"), .outlines = true});
    EXPECT_FALSE(bytes("a.svg").contains("<text"));
    EXPECT_GT(bytes("a.svg").count("<path"), 100);
    write({.output = path("a.pdf"), .outlines = true});
    EXPECT_FALSE(bytes("a.pdf").contains("/FontFile"));
}

TEST_F(Figure, WithOutlinesLooksAsWithFonts) {
    const auto inked = [&](const char* name) {
        const QImage picture = image(name);
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) count += qGray(picture.pixel(x, y)) < 120;
        return count;
    };
    write({.output = path("text.png"), .view = "diagnostics", .dpi = 96});
    write({.output = path("shapes.png"), .view = "diagnostics", .dpi = 96, .outlines = true});
    EXPECT_EQ(image("text.png").size(), image("shapes.png").size());
    EXPECT_NEAR(inked("shapes.png"), inked("text.png"), 0.1 * inked("text.png"));
}

TEST_F(Figure, WithFilledContoursHoldsNoImageAndStaysInsideItsPage) {
    write({.output = path("a.svg"), .view = "plane", .filled = true});
    EXPECT_TRUE(readSvg(bytes("a.svg")).images.empty());
    write({.output = path("a.pdf"), .view = "plane", .filled = true});
    EXPECT_FALSE(bytes("a.pdf").contains("/Subtype /Image"));
}

TEST_F(Figure, WithFilledContoursHasTheColoursOfTheHeatMap) {
    write({.output = path("heat.png"), .view = "upper", .dpi = 60});
    write({.output = path("bands.png"), .view = "upper", .dpi = 60, .filled = true});
    const QImage heat = image("heat.png"), bands = image("bands.png");
    double sum = 0;
    for (int y = 0; y < heat.height(); ++y)
        for (int x = 0; x < heat.width(); ++x) sum += std::abs(qGray(heat.pixel(x, y)) - qGray(bands.pixel(x, y)));
    EXPECT_NE(heat, bands);
    EXPECT_LT(sum / (heat.width() * heat.height()), 2);
}

TEST_F(Figure, CanSayHowItWasMade) {
    Study study = sampleStudy();
    study.runs[0].settings = {{"eta", 0.375}};
    write({.output = path("a.svg"), .caption = true}, study);
    const QByteArray svg = bytes("a.svg");
    for (const char* words : {"Sample", "(x - 1)^2 + (y - 1)^2", "0.375", "60 iterations", "Bilevelscope"})
        EXPECT_TRUE(svg.contains(words)) << words;
    write({.output = path("plain.svg")}, study);
    EXPECT_FALSE(bytes("plain.svg").contains("60 iterations"));
    EXPECT_GT(readSvg(svg).page.height(), readSvg(bytes("plain.svg")).page.height() + 10);
}

TEST_F(Figure, ForOneColumnStandsItsPlanesAboveEachOther) {
    write({.output = path("column.svg"), .view = "plane", .widthMm = 89});
    write({.output = path("page.svg"), .view = "plane", .widthMm = 183});
    const auto column = readSvg(bytes("column.svg")).images, page = readSvg(bytes("page.svg")).images;
    ASSERT_EQ(column.size(), 2u);
    ASSERT_EQ(page.size(), 2u);
    EXPECT_GT(column[1].top(), column[0].bottom());
    EXPECT_NEAR(page[1].top(), page[0].top(), 0.01);
}

TEST_F(Figure, IsWhatItsPreviewShows) {
    const Study study = sampleStudy();
    const FigureContent content = computeContent(study, *Problem::compile(study.problem), {}, -1);
    FigureOptions options{.output = path("a.png"), .widthMm = 100, .heightMm = 80, .dpi = 96};
    write(options);
    const Result<QImage> preview = previewFigure(content, options, image("a.png").size());
    ASSERT_TRUE(preview);
    EXPECT_NEAR(preview->width(), image("a.png").width(), 1);
    const Result<QImage> small = previewFigure(content, options, {200, 1000});
    ASSERT_TRUE(small);
    EXPECT_EQ(small->width(), 200);
    options.widthMm = 0;
    EXPECT_FALSE(previewFigure(content, options, {200, 200}));
}

TEST_F(Figure, IsTheSameEveryTime) {
    for (const char* name : {"a.png", "b.png", "a.svg", "b.svg"}) write({.output = path(name), .dpi = 80});
    EXPECT_EQ(bytes("a.png"), bytes("b.png"));
    EXPECT_EQ(bytes("a.svg"), bytes("b.svg"));
}

TEST_F(Figure, IsDarkWhereAskedAndHasEveryViewOfTheWindow) {
    write({.output = path("dark.png"), .dpi = 60, .dark = true});
    EXPECT_LT(qGray(image("dark.png").pixel(1, 1)), 60);
    std::vector<QImage> views;
    for (const char* view : {"all", "plane", "upper", "lower", "diagnostics"}) {
        write({.output = path("view.png"), .view = view, .dpi = 60});
        views.push_back(image("view.png"));
        EXPECT_GT(views.back().height(), 60) << view;
        for (std::size_t k = 0; k + 1 < views.size(); ++k) EXPECT_NE(views[k], views.back()) << view;
    }
}

TEST_F(Figure, OfAProblemWithoutRunsShowsTheProblem) {
    Study study = sampleStudy();
    study.runs.clear();
    write({.output = path("a.png"), .dpi = 60}, study);
    EXPECT_GT(image("a.png").height(), 60);
}

TEST_F(Figure, ShowsAStepWhereAsked) {
    FigureOptions options{.output = path("without.svg"), .view = "upper", .position = 10};
    write(options);
    options.output = path("with.svg");
    options.step = true;
    write(options);
    const SvgContent without = readSvg(bytes("without.svg")), with = readSvg(bytes("with.svg"));
    EXPECT_GT(with.lines.size(), without.lines.size() + 10) << "an inner path, arrows, and a hatched edge";
    EXPECT_EQ(with.images.size(), without.images.size());
    options.position = -1;  // the last row has no step
    write(options);
    EXPECT_TRUE(bytes("with.svg").size() > 0);
}

}  // namespace
}  // namespace bilevel::ui
