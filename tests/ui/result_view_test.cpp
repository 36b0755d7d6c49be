#include "ui/trace/result_view.h"
#include "studies.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

namespace bilevel::ui {
namespace {

struct Results {
    Theme theme = Theme::make(false, 1);
    Document document;
    ResultView view{document, theme};

    Results() {
        Study study = sampleStudy();
        study.runs.push_back({.method = "bome", .settings = {{"upper_step_size", 0.001}}, .label = "Slow"});
        QSignalSpy computed(&document, &Document::trajectoriesChanged);
        EXPECT_TRUE(document.open(study));
        EXPECT_TRUE(computed.wait(20000));
        view.resize(900, 200);
        view.show();
    }
    QString cell(int row, int column) const {
        const auto* model = view.findChild<QTableView*>()->model();
        return model->data(model->index(row, column)).toString();
    }
    std::vector<QString> order() const {
        std::vector<QString> names;
        for (int row = 0; row < 3; ++row) names.push_back(cell(row, 0));
        return names;
    }
    static constexpr int upperObjective = 3;  // after the name, x and y
};

TEST(ResultView, HasARowPerRunInTheOrderOfTheList) {
    const Results r;
    EXPECT_EQ(r.order(), (std::vector<QString>{"BOME", "Alternating GD", "Slow"}));
    EXPECT_EQ(r.cell(2, 11), "finished");
    EXPECT_EQ(r.cell(0, 6), "60");
}

TEST(ResultView, SortsByAHeadingAndByKey) {
    Results r;
    const auto f = [&](std::size_t run) { return r.document.runs()[run].trajectory->column("f").back(); };
    std::vector<std::pair<double, QString>> expected{{f(0), "BOME"}, {f(1), "Alternating GD"}, {f(2), "Slow"}};
    std::ranges::sort(expected);
    const auto sorted = [&](bool up) {
        std::vector<QString> names;
        for (const auto& [value, name] : expected) names.insert(up ? names.end() : names.begin(), name);
        return names;
    };
    const QHeaderView* header = r.view.table().horizontalHeader();
    const QPoint place(header->sectionViewportPosition(Results::upperObjective) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(r.order(), sorted(true));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(r.order(), sorted(false));
    r.view.table().setCurrentIndex(r.view.table().model()->index(0, Results::upperObjective));
    QTest::keyClick(&r.view.table(), Qt::Key_S);
    EXPECT_EQ(r.order(), sorted(true));
}

TEST(ResultView, CopiesEveryDigitAndMarkdown) {
    Results r;
    QTest::keyClick(&r.view.table(), Qt::Key_C, Qt::ControlModifier);
    const QString csv = QApplication::clipboard()->mimeData()->data("text/csv");
    EXPECT_EQ(csv.count("\r\n"), 4) << "one chosen row is no choice: all are copied";
    const double x = r.document.runs()[2].trajectory->coordinate(0).back();
    const QString slow = csv.mid(csv.indexOf("Slow"));
    EXPECT_EQ(slow.split(',')[1].toDouble(), x);
    QTest::keyClick(&r.view.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith("| run | x | y | f |"));
    r.view.table().selectionModel()->select(
        QItemSelection(r.view.table().model()->index(1, 0), r.view.table().model()->index(2, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    EXPECT_EQ(r.view.copied().rows.size(), 2u);
}

TEST(ResultView, SelectsTheRunOfTheRow) {
    Results r;
    r.view.table().sortByColumn(0, Qt::DescendingOrder);
    r.view.table().setCurrentIndex(r.view.table().model()->index(0, 0));
    EXPECT_EQ(r.document.selected(), 2) << "Slow comes last in the alphabet";
    r.document.select(1);
    EXPECT_EQ(r.cell(r.view.table().currentIndex().row(), 0), "Alternating GD");
}

}  // namespace
}  // namespace bilevel::ui
