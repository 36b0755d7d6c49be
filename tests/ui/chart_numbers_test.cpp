#include "ui/trace/chart_numbers.h"

#include "studies.h"
#include "trace_runs.h"
#include "ui/trace/export_trace.h"
#include "ui/trace/trace_chart.h"

#include <gmock/gmock.h>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

namespace bilevel::ui {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Two runs of different length; the second one has a gap.
std::vector<RunView> twoRuns() {
    std::vector<RunView> runs{recordedRun({{"f", {4, 2, 1, 0.5}}, {"q_hat", {1, 0.5, 0.25}}}),
                              recordedRun({{"f", {3, 1.5}}, {"q_hat", {nan, 0.1}}})};
    runs[0].label = "Long, \"one\"";
    runs[1].label = "Short";
    return runs;
}

ChartContent chartOf(const char* id, std::vector<RunView> runs, Pace pace = {}) {
    const Clock clock = wind(runs, pace);
    for (const ChartPlan& plan : planCharts(runs, Term::Group::convergence))
        if (plan.first().id == id) return fillChart(plan, runs, 0, clock);
    ADD_FAILURE() << "no chart of " << id;
    return {};
}

TEST(ChartNumbers, AreAColumnForEveryRun) {
    EXPECT_EQ(chartNumbers(chartOf("f", twoRuns()), 0, infinity),
              "iteration,\"f Long, \"\"one\"\"\",f Short\r\n0,4,3\r\n1,2,1.5\r\n2,1,\r\n3,0.5,\r\n");
}

TEST(ChartNumbers, LeaveGapsEmpty) {
    EXPECT_EQ(chartNumbers(chartOf("q_hat", twoRuns()), 0, 1),
              "iteration,\"q_hat Long, \"\"one\"\"\",q_hat Short\r\n0,1,\r\n1,0.5,0.1\r\n");
}

TEST(ChartNumbers, AreThoseOfThePartThatIsShown) {
    EXPECT_EQ(chartNumbers(chartOf("f", twoRuns()), 0.5, 2.9),
              "iteration,\"f Long, \"\"one\"\"\",f Short\r\n1,2,1.5\r\n2,1,\r\n");
    EXPECT_EQ(chartNumbers(chartOf("f", twoRuns()), 2.1, 2.9), "iteration,\"f Long, \"\"one\"\"\",f Short\r\n");
}

TEST(ChartNumbers, HaveTheCostsOfEveryRunWhereTheyAreTheAxis) {
    std::vector<RunView> runs{recordedRun({{"f", {4, 2}}, {"f_gradients", {0, 1}}, {"g_gradients", {0, 10}}})};
    runs[0].label = "A";
    EXPECT_EQ(chartNumbers(chartOf("f", runs, {.measure = Measure::gradients}), 0, 20),
              "iteration,gradients A,f A\r\n0,0,4\r\n1,11,2\r\n");
    EXPECT_EQ(chartNumbers(chartOf("f", runs, {.measure = Measure::gradients}), 5, 20),
              "iteration,gradients A,f A\r\n1,11,2\r\n");
}

TEST(ChartNumbers, AreCopiedByTheChartsMenu) {
    const Theme theme = Theme::make(false, 1);
    Player player;
    AxisRange range;
    range.setRows(100);
    const ChartContent content = chartOf("f", twoRuns());
    TraceChart chart(content.plan, player, range, theme);
    chart.setContent(content);
    const auto texts = [&] {
        QStringList all;
        const std::unique_ptr<QMenu> menu = chart.makeMenu();
        for (const QAction* action : menu->actions())
            if (!action->isSeparator()) all << action->text();
        return all;
    };
    EXPECT_EQ(texts(), (QStringList{"Copy numbers", "Export the trace…"}));
    range.zoomTo(1, 5);
    EXPECT_EQ(texts().size(), 4);

    chart.makeMenu()->actions().front()->trigger();
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), chartNumbers(content, 1, 5));
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->hasFormat("text/csv"));
    chart.makeMenu()->actions()[1]->trigger();
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), chartNumbers(content, 0, infinity));
    QTest::keyClick(&chart, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), chartNumbers(content, 1, 5));

    QSignalSpy wanted(&chart, &TraceChart::traceWanted);
    chart.makeMenu()->actions().back()->trigger();
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_TRUE(wanted.front().front().toBool());
}

TEST(ExportedTrace, HasTheRowsShownOfTheVisibleRuns) {
    Document document;
    Study study = sampleStudy();
    QSignalSpy computed(&document, &Document::trajectoriesChanged);
    ASSERT_TRUE(document.open(study));
    ASSERT_TRUE(computed.wait(20000));
    const auto rows = [](const std::string& csv) {
        std::istringstream in(csv);
        int count = 0;
        for (std::string line; std::getline(in, line);) count += line.starts_with('#') ? 0 : 1;
        return count - 1;
    };
    int all = 0;
    for (const RunView& run : document.runs())
        if (run.visible && run.trajectory) all += run.trajectory->rows();
    EXPECT_EQ(rows(traceOf(document, {})), all);
    EXPECT_EQ(rows(traceOf(document, Interval{2.5, 5})),
              3 * std::ranges::count(document.runs(), true, &RunView::visible));
}

}  // namespace
}  // namespace bilevel::ui
