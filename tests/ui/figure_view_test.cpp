#include "core/io/study_carrier.h"
#include "studies.h"
#include "ui/figure/figure.h"

#include <gtest/gtest.h>

namespace bilevel::ui {
namespace {

// What the window has been moved to is what its figures show.
class FigureView : public testing::Test {
protected:
    QByteArray svg(const std::string& view) const {
        const Result<QByteArray> bytes = renderFigure(content_, {.output = "a.svg", .view = view, .dpi = 60});
        EXPECT_TRUE(bytes);
        return *bytes;
    }

    const Study study_ = sampleStudy();
    FigureContent content_ = computeContent(study_, *Problem::compile(study_.problem), {}, -1);
};

TEST_F(FigureView, HasTheRangesOfThePlanes) {
    EXPECT_FALSE(svg("plane").contains(">10.4<"));
    content_.view = {"x", "y", {10, 11}, {-7, -6}};
    const QByteArray there = svg("plane");
    EXPECT_TRUE(there.contains(">10.4<"));
    content_.view = {"y", "x", {10, 11}, {-7, -6}};
    EXPECT_NE(svg("plane"), there) << "the axes change places";
}

TEST_F(FigureView, HasThePartOfTheCharts) {
    EXPECT_FALSE(svg("diagnostics").contains(">14<"));
    content_.axis = Interval{10, 20};
    EXPECT_TRUE(svg("diagnostics").contains(">14<"));
}

TEST_F(FigureView, CarriesTheStudyAsItWas) {
    content_.view = {"x", "y", {10, 11}, {-7, -6}};
    const Result<Study> carried = readAnyStudy(svg("plane").toStdString());
    ASSERT_TRUE(carried);
    EXPECT_EQ(*carried, study_);
}

TEST_F(FigureView, TakesWhatIsKnownOfTheLowerLevel) {
    const SolutionsPtr known = shownSolutions(content_, content_.position, nullptr);
    ASSERT_TRUE(known);
    EXPECT_EQ(shownSolutions(content_, content_.position, known), known) << "the same, and not only its equal";
    content_.view.horizontalRange = {10, 11};
    EXPECT_NE(shownSolutions(content_, content_.position, known), known);
    content_.shown.solutions = content_.shown.values = false;
    EXPECT_EQ(shownSolutions(content_, content_.position, known), nullptr);
}

}  // namespace
}  // namespace bilevel::ui
