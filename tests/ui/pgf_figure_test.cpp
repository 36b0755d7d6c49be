#include "ui/figure/pgf_figure.h"

#include "core/io/file.h"
#include "studies.h"
#include "ui/figure/figure.h"

#include <gmock/gmock.h>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

namespace bilevel::ui {
namespace {

/// Two runs on y ↦ (y − x)², whose contours and lower solutions are straight lines.
Study study() {
    Study study;
    study.problem.name = "Lines";
    study.problem.upper = "(x - 0.5)^2 + y^2";
    study.problem.lower = "(y - x)^2";
    study.problem.start = {{"x", -0.5}, {"y", 0.75}};
    study.problem.view = View{"x", "y", {-1, 1}, {-1, 1}};
    study.iterations = 50;
    study.runs = {{.method = "bome"}, {.method = "alternating"}, {.method = "bsg1", .visible = false}};
    return study;
}

class PgfFigureFile : public testing::Test {
protected:
    std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }
    std::string text(const char* name) const { return *readFile(path(name)); }

private:
    QTemporaryDir folder_;
};

/// Every number of a column.
std::vector<double> column(const std::string& csv, const std::string& name) {
    std::istringstream in(csv);
    std::string line, field;
    std::getline(in, line);
    std::istringstream head(line);
    int index = -1, count = 0;
    for (; std::getline(head, field, ','); ++count)
        if (field == name) index = count;
    std::vector<double> all;
    while (index >= 0 && std::getline(in, line)) {
        std::istringstream row(line);
        for (int k = 0; k <= index; ++k) std::getline(row, field, ',');
        if (const double v = std::strtod(field.c_str(), nullptr); !std::isnan(v)) all.push_back(v);
    }
    return all;
}

TEST_F(PgfFigureFile, HasPathsContoursAndChartsOfTheVisibleRuns) {
    ASSERT_TRUE(writeFigure(study(), {.output = path("lines.tex")}));
    const std::string tex = text("lines.tex"), csv = text("lines.csv");
    EXPECT_THAT(tex, testing::HasSubstr("{lines.csv}"));
    EXPECT_THAT(tex, testing::HasSubstr("\\addlegendentry{BOME}"));
    EXPECT_THAT(tex, testing::Not(testing::HasSubstr("BSG")));
    EXPECT_THAT(tex, testing::HasSubstr("title={$\\hat{q} $}"));
    EXPECT_THAT(tex, testing::HasSubstr("title={$\\lambda $ (dashed: $\\phi $)}"));
    for (const char* name : {"f_contours", "g_contours", "g_minima", "f_run0", "g_run1"})
        EXPECT_FALSE(column(csv, name + std::string("_x")).empty()) << name;
    EXPECT_TRUE(column(csv, "f_run2_x").empty());
}

TEST_F(PgfFigureFile, DrawsWhatIsThere) {
    ASSERT_TRUE(writeFigure(study(), {.output = path("lines.tex"), .view = "lower"}));
    const std::string csv = text("lines.csv");
    const std::vector<double> x = column(csv, "g_minima_x"), y = column(csv, "g_minima_y");
    ASSERT_EQ(x.size(), y.size());
    ASSERT_GE(x.size(), 2U);
    for (std::size_t k = 0; k < x.size(); ++k) EXPECT_NEAR(y[k], x[k], 1e-3);
    EXPECT_EQ(column(csv, "g_run0_x").front(), -0.5);
    EXPECT_EQ(column(csv, "g_run0_y").front(), 0.75);
    for (const char* name : {"g_contours_x", "g_contours_y", "g_run0_x", "g_run0_y"})
        for (const double v : column(csv, name)) EXPECT_LE(std::abs(v), 1 + 1e-9) << name;
}

TEST_F(PgfFigureFile, ShowsWhatAWindowHasGoneTo) {
    const Study lines = study();
    FigureContent content = computeContent(lines, *Problem::compile(lines.problem), {}, -1);
    content.view = {"x", "y", {0, 0.5}, {0, 0.5}};
    content.axis = Interval{10, 20};
    ASSERT_TRUE(writeFigure(content, {.output = path("part.tex")}));
    const std::string csv = text("part.csv"), tex = text("part.tex");
    EXPECT_THAT(tex, testing::HasSubstr("xmin=0, xmax=0.5, ymin=0, ymax=0.5"));
    EXPECT_THAT(tex, testing::HasSubstr("xmin=10, xmax=20"));
    for (const char* name : {"f_contours_x", "g_minima_y", "f_run0_x"})
        for (const double v : column(csv, name)) EXPECT_TRUE(v >= 0 && v <= 0.5) << name << ' ' << v;
    for (const double v : column(csv, "chart0_f_run0_x")) EXPECT_TRUE(v >= 10 && v <= 20) << v;
    EXPECT_GE(column(csv, "chart0_f_run0_x").size(), 11u);
}

TEST_F(PgfFigureFile, NamesItsDataSoThatTexCanReadThem) {
    ASSERT_TRUE(writeFigure(study(), {.output = path("my lines%.tex"), .view = "upper"}));
    EXPECT_THAT(text("my lines%.tex"), testing::HasSubstr("{my-lines-.csv}"));
    EXPECT_FALSE(column(text("my-lines-.csv"), "f_run0_x").empty());
}

TEST_F(PgfFigureFile, SaysWhereItCannotBeWritten) {
    const Result<bool> written = writeFigure(study(), {.output = path("nowhere/lines.tex"), .view = "upper"});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().path, "output");
    EXPECT_THAT(written.error().message, testing::HasSubstr("nowhere/lines.tex"));
    QDir().mkpath(QString::fromStdString(path("folder.tex")));
    EXPECT_FALSE(writeFigure(study(), {.output = path("folder.tex"), .view = "upper"}));
    EXPECT_FALSE(QFile::exists(QString::fromStdString(path("folder.csv")))) << "data without their figure";
}

}  // namespace
}  // namespace bilevel::ui
