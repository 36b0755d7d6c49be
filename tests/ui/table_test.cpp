#include "ui/trace/trace_table.h"

#include "tests/ui/studies.h"
#include "tests/ui/trace_runs.h"

#include <gtest/gtest.h>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;
constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::Fatal;

TEST(TraceModel, KeepsTheRulesOfItemModels) {
    const Theme theme = Theme::make(false, 1);
    TraceModel model(theme);
    const QAbstractItemModelTester tester(&model, strict);
    model.show(recordedRun({{"f", {1, 2, 3}}}));
    model.show(recordedRun({{"f", {1, 2, 4}}}));
    model.show(recordedRun({{"f", {1, 2}}, {"g", {1, nan}}}));
    model.show({});
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.columnCount(), 0);
}

TEST(TraceModel, ShowsWhatTheTrajectoryHolds) {
    const Theme theme = Theme::make(false, 1);
    TraceModel model(theme);
    model.show(recordedRun({{"f", {1.0 / 3, 2, nan}}, {"q_hat", {1e-7, 0, -2.5}}}));
    ASSERT_EQ(model.rowCount(), 3);
    ASSERT_EQ(model.columnCount(), 5);
    const auto text = [&](int row, int column) { return model.data(model.index(row, column)).toString(); };
    EXPECT_EQ(text(2, 0), "2");
    EXPECT_EQ(text(1, 1), "1");
    EXPECT_EQ(text(1, 2), "−1");
    EXPECT_EQ(text(0, 3), "0.333333");
    EXPECT_EQ(text(2, 3), "–");
    EXPECT_EQ(text(1, 4), "0");
    EXPECT_EQ(model.data(model.index(0, 3), Qt::ToolTipRole).toString(), "f = 0.3333333333333333");
    EXPECT_EQ(model.exact(0, 4).toDouble(), 1e-7);
    EXPECT_EQ(model.exact(2, 3), "") << "no value";
}

TEST(TraceModel, HeadsColumnsWithTheirSymbolsAndSaysWhatTheyMean) {
    constexpr static Term terms[]{{"inner", "ŷ", "where it ends", Term::Kind::point, Term::Group::table}};
    const Algorithm toy = method(terms);
    const Theme theme = Theme::make(false, 1);
    TraceModel model(theme);
    model.show(recordedRun({{"f", {1}}, {"inner_y", {2}}, {"unheard_of", {3}}}, &toy));
    const auto head = [&](int column, int role) {
        return model.headerData(column, Qt::Horizontal, role).toString();
    };
    EXPECT_EQ(head(0, Qt::DisplayRole), "k");
    EXPECT_EQ(head(1, Qt::DisplayRole), "x");
    EXPECT_EQ(head(3, Qt::ToolTipRole), "upper objective (f)");
    EXPECT_EQ(head(4, Qt::DisplayRole), "ŷ [y]");
    EXPECT_TRUE(head(4, Qt::ToolTipRole).startsWith("where it ends"));
    EXPECT_EQ(head(5, Qt::DisplayRole), "unheard_of");
}

class TraceTableTest : public testing::Test {
protected:
    TraceTableTest() {
        EXPECT_TRUE(document.open(sampleStudy()));
        EXPECT_TRUE(answered.wait(patience));
        player.setRows(document.rows());
        table.resize(800, 260);
        table.show();
    }
    QPoint middleOf(int row) { return table.visualRect(table.model()->index(row, 1)).center(); }

    Theme theme = Theme::make(false, 1);
    Document document;
    QSignalSpy answered{&document, &Document::trajectoriesChanged};
    Player player;
    TraceTable table{document, player, theme};
};

TEST_F(TraceTableTest, ListsTheSelectedRun) {
    document.select(1);
    table.refresh();
    const Trajectory& run = *document.runs()[1].trajectory;
    EXPECT_EQ(table.model()->rowCount(), run.rows());
    EXPECT_EQ(table.model()->columnCount(), static_cast<int>(run.columns().size()) + 1);
}

TEST_F(TraceTableTest, ItsCurrentRowFollowsThePlayer) {
    player.seek(47);
    EXPECT_EQ(table.currentIndex().row(), 47);
    EXPECT_TRUE(table.viewport()->rect().contains(middleOf(47)));
}

TEST_F(TraceTableTest, ClickingARowSeeks) {
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, middleOf(4));
    EXPECT_EQ(player.row(), 4);
}

TEST_F(TraceTableTest, KeepsASelectionOfSeveralRows) {
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, middleOf(1));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier, middleOf(4));
    EXPECT_EQ(table.selectionModel()->selectedRows().size(), 4);
    EXPECT_EQ(player.row(), 4);
}

TEST_F(TraceTableTest, CopiesTheSelectionWithAllItsDigits) {
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, middleOf(2));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier, middleOf(3));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[0].startsWith("iteration\tx\ty\tf\t")) << qPrintable(lines[0]);
    const QStringList fields = lines[2].split('\t');
    EXPECT_EQ(fields[0], "3");
    EXPECT_EQ(fields[1].toDouble(), document.runs()[0].trajectory->coordinate(0)[3]) << "to the last bit";
    const QByteArray csv = QApplication::clipboard()->mimeData()->data("text/csv");
    EXPECT_EQ(csv.count('\n'), 3);
    EXPECT_EQ(csv.split('\n')[2].count(','), fields.size() - 1);
}

TEST_F(TraceTableTest, KeepsItsPlaceWhenNumbersChange) {
    player.seek(40);
    const int scrolled = table.verticalScrollBar()->value();
    Study study = document.study();
    study.problem.start["x"] = 0.25;
    ASSERT_TRUE(document.edit("Move start", study));
    ASSERT_TRUE(answered.wait(patience));
    table.refresh();
    EXPECT_EQ(table.verticalScrollBar()->value(), scrolled);
    EXPECT_EQ(table.currentIndex().row(), 40);
}

}  // namespace
}  // namespace bilevel::ui
