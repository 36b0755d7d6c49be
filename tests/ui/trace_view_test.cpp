#include "ui/trace/trace_view.h"

#include "tests/ui/studies.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;
enum Tab { convergence, barrier, norms, truth, table };

class TraceViewTest : public testing::Test {
protected:
    TraceViewTest() {
        QObject::connect(&document, &Document::trajectoriesChanged, &player,
                         [this] { player.setRows(document.rows()); });
        EXPECT_TRUE(document.open(sampleStudy()));
        EXPECT_TRUE(answered.wait(patience));
        view.resize(1000, 300);
        view.show();
    }
    void startAt(double x) {
        Study study = document.study();
        study.problem.start["x"] = x;
        ASSERT_TRUE(document.edit("Move start", study, "drag"));
        ASSERT_TRUE(answered.wait(patience));
    }
    std::set<std::string_view> drawn() const {
        std::set<std::string_view> ids;
        for (const TraceChart* const chart : view.charts())
            for (const Term* const term : chart->content().plan.quantities) ids.insert(term->id);
        return ids;
    }

    Theme theme = Theme::make(false, 1);
    Document document;
    QSignalSpy answered{&document, &Document::trajectoriesChanged};
    Player player;
    TraceView view{document, player, theme};
};

TEST_F(TraceViewTest, ShowsOneChartPerQuantityThatIsRecorded) {
    view.showTab(convergence);
    EXPECT_GE(view.charts().size(), 3U);
    EXPECT_TRUE(drawn().contains("f"));
    EXPECT_TRUE(drawn().contains("q_hat"));
    view.showTab(norms);
    EXPECT_TRUE(drawn().contains("lower_residual"));
    EXPECT_FALSE(drawn().contains("f"));
    view.showTab(table);
    EXPECT_TRUE(view.charts().empty());
}

TEST_F(TraceViewTest, ShowsTheTruthBesideTheBeliefOnceItIsComputed) {
    view.showTab(convergence);
    EXPECT_TRUE(drawn().contains("true_gap"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return document.runs()[0].hasTruth; }, patience));
    EXPECT_TRUE(std::isfinite(document.runs()[0].trajectory->column("true_gap").back()));
    view.showTab(truth);
    EXPECT_TRUE(drawn().contains("kkt_residual"));
}

TEST_F(TraceViewTest, DrawsNewTrajectoriesInTheChartsThatAreThere) {
    view.showTab(convergence);
    const auto charts = view.charts();
    const double before = charts[0]->content().lines.back().values[0];
    startAt(0.5);
    EXPECT_EQ(view.charts(), charts);
    EXPECT_NE(charts[0]->content().lines.back().values[0], before);
}

TEST_F(TraceViewTest, KeepsTheZoomWhileAParameterChanges) {
    view.range().zoomTo(10, 30);
    startAt(0.5);
    EXPECT_DOUBLE_EQ(view.range().first(), 10);
    EXPECT_DOUBLE_EQ(view.range().last(), 30);
}

TEST_F(TraceViewTest, ForgetsTheZoomWithTheStudy) {
    view.range().zoomTo(10, 30);
    ASSERT_TRUE(document.open(sampleStudy(40)));
    ASSERT_TRUE(answered.wait(patience));
    EXPECT_DOUBLE_EQ(view.range().first(), 0);
    EXPECT_DOUBLE_EQ(view.range().last(), 40);
}

TEST_F(TraceViewTest, IsCoarseDuringADragAndCarefulAfterIt) {
    document.setDragging(true);
    startAt(0.5);
    QTest::qWait(300);  // however long the hand rests
    EXPECT_EQ(view.charts()[0]->detail(), Detail::coarse);
    document.setDragging(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.charts()[0]->detail() == Detail::full; }, patience));
}

TEST_F(TraceViewTest, FollowsTheSelection) {
    document.select(1);
    for (const TraceChart* const chart : view.charts())
        for (const ChartLine& line : chart->content().lines)
            EXPECT_EQ(line.selected, line.run.style == document.runs()[1].style);
}

TEST_F(TraceViewTest, PutsMoreThanFourChartsWhereTheyFit) {
    for (const QSize size : {QSize(1200, 240), QSize(1200, 560), QSize(420, 240)}) {
        view.resize(size);
        for (const Tab tab : {convergence, barrier, norms}) {
            view.showTab(tab);
            QTest::qWait(10);
            for (const TraceChart* const chart : view.charts()) {
                EXPECT_GE(chart->width(), 180);
                EXPECT_GE(chart->height(), 100);
                EXPECT_LE(chart->geometry().bottom(), chart->parentWidget()->height());
            }
        }
    }
}

TEST_F(TraceViewTest, ChangesItsLooksWithTheTheme) {
    const QColor light = view.charts()[0]->viewport()->grab().toImage().pixelColor(2, 200);
    theme = Theme::make(true, 1.4);
    apply(theme);
    QTest::qWait(10);
    const QColor dark = view.charts()[0]->viewport()->grab().toImage().pixelColor(2, 200);
    EXPECT_GT(light.lightness(), 200);
    EXPECT_LT(dark.lightness(), 60);
    qApp->setStyleSheet({});
}

}  // namespace
}  // namespace bilevel::ui
