#include "core/io/finished_run.h"
#include "core/io/study_carrier.h"
#include "core/io/trace_csv.h"
#include "studies.h"
#include "ui/animation/animation.h"
#include "ui/animation/mp4_writer.h"
#include "ui/export/export_dialog.h"
#include "ui/figure/figure.h"

#include <gtest/gtest.h>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>

namespace bilevel::ui {
namespace {

/// A study that uses what a study can say: settings, a start of its own, a style, a hidden run.
Study richStudy() {
    Study study = sampleStudy(25);
    study.problem.name = "α < β & “quotes”";
    study.runs[0].settings = {{"eta", 0.1 + 0.2}, {"barrier", std::string("gap")}};
    study.runs[0].start = {{"x", 1.0 / 3}};
    study.runs[0].label = "η small";
    study.runs[0].colour = 5;
    study.runs[1].visible = false;
    return study;
}

std::string traceOf(const Study& study) {
    const Problem problem = *Problem::compile(study.problem);
    std::vector<FinishedRun> runs;
    for (const StudyRun& wanted : study.runs) {
        const RunRequest request = *requestRun(study, problem, wanted);
        runs.push_back({request, run(request)});
    }
    return writeTrace(study, runs);
}

class CarriedStudy : public testing::Test {
protected:
    std::string path(const std::string& name) const {
        return folder_.filePath(QString::fromStdString(name)).toStdString();
    }
    static void expectStudyIn(const std::string& bytes, const std::string& name) {
        const Result<Study> read = readAnyStudy(bytes);
        ASSERT_TRUE(read) << name << ": " << read.error().message;
        EXPECT_EQ(*read, richStudy()) << name;
        EXPECT_EQ(traceOf(*read), traceOf(richStudy())) << name;
    }
    void expectStudyInFile(const std::string& name) const { expectStudyIn(*readFile(path(name)), name); }

    QTemporaryDir folder_;
};

TEST_F(CarriedStudy, ComesBackFromAFigureOfEveryFormatWithTheSameTrace) {
    for (const char* name : {"a.png", "a.svg", "a.pdf", "a.tex"}) {
        const Result<bool> written = writeFigure(richStudy(), {.output = path(name), .view = "upper", .dpi = 60});
        ASSERT_TRUE(written) << written.error().message;
        expectStudyInFile(name);
    }
}

TEST_F(CarriedStudy, ComesBackWhateverTheLooks) {
    FigureOptions options{.output = {},
                          .view = "all",
                          .dpi = 60,
                          .dark = true,
                          .transparent = true,
                          .outlines = true,
                          .filled = true,
                          .caption = true};
    for (const char* name : {"b.png", "b.svg", "b.pdf"}) {
        options.output = path(name);
        ASSERT_TRUE(writeFigure(richStudy(), options));
        expectStudyInFile(name);
    }
}

TEST_F(CarriedStudy, ComesBackFromAnImageThatAnotherProgramHasSavedAgain) {
    ASSERT_TRUE(writeFigure(richStudy(), {.output = path("a.png"), .view = "upper", .dpi = 60}));
    QImage image(QString::fromStdString(path("a.png")));
    ASSERT_TRUE(image.copy(0, 0, 50, 50).save(QString::fromStdString(path("cropped.png"))));
    expectStudyInFile("cropped.png");
}

TEST_F(CarriedStudy, ComesBackFromAnAnimation) {
    AnimationOptions options{.output = {}, .view = "upper", .width = 200, .fps = 10, .seconds = 0.3};
    std::vector<std::string> outputs{"a.gif", "frames/"};
    if (canWriteMp4()) outputs.emplace_back("a.mp4");
    for (const std::string& name : outputs) {
        options.output = path(name);
        const Result<bool> written = writeAnimation(richStudy(), options, {}, [](double) { return true; });
        ASSERT_TRUE(written) << written.error().message;
        expectStudyInFile(name == "frames/" ? "frames/frame-0002.png" : name);
    }
}

TEST_F(CarriedStudy, ComesBackFromTheClipboard) {
    const Study study = richStudy();
    const Theme theme = Theme::make(false, 1);
    ExportDialog dialog(computeContent(study, *Problem::compile(study.problem), {}, -1), "Sample", theme);
    dialog.copy();
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    expectStudyIn(held->data("image/svg+xml").toStdString(), "SVG");
    QBuffer png;  // as the clipboard hands an image to other programs
    png.open(QIODevice::WriteOnly);
    ASSERT_TRUE(qvariant_cast<QImage>(held->imageData()).save(&png, "PNG"));
    expectStudyIn(png.data().toStdString(), "PNG");
}

}  // namespace
}  // namespace bilevel::ui
