#include "ui/trace/certificate_view.h"

#include "core/io/gallery.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QClipboard>
#include <QTest>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;

class CertificateViewTest : public testing::Test {
protected:
    CertificateViewTest() {
        EXPECT_TRUE(document.open(*readStudy(findInGallery("mirrlees")->text)));
        view.resize(900, 320);
        view.show();
        QObject::connect(&document, &Document::judged, &view, &CertificateView::refresh);
        EXPECT_TRUE(QTest::qWaitFor([&] { return document.runs()[1].certificate != nullptr; }, patience));
    }
    QString cell(const QString& field, int column) const {
        const QAbstractItemModel* model = view.table().model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->headerData(row, Qt::Vertical).toString() == field)
                return model->data(model->index(row, column)).toString();
        return "no such field";
    }

    Theme theme = Theme::make(false, 1);
    Document document;
    CertificateView view{document, theme};
};

TEST_F(CertificateViewTest, SaysWhereEachRunReallyEnded) {
    EXPECT_EQ(cell("Verdict", 1), "wrong branch");
    EXPECT_TRUE(cell("q", 1).startsWith("0.96")) << cell("q", 1).toStdString();
    EXPECT_TRUE(cell("y*", 1).startsWith("−0.97") || cell("y*", 1).startsWith("−0.98"));
    EXPECT_NE(cell("Verdict", 2), "wrong branch");
}

TEST_F(CertificateViewTest, JudgesThePointUnderTheMouse) {
    EXPECT_EQ(cell("Verdict", 0), "");
    EXPECT_FALSE(view.sentence().isEmpty());
    view.judge(Point{Vector::Constant(1, 0.5), Vector::Constant(1, -1.5)});
    view.judge(Point{Vector::Constant(1, 0.2), Vector::Constant(1, 0.995)});  // the last one counts
    ASSERT_TRUE(QTest::qWaitFor([&] { return cell("Verdict", 0) == "not stationary"; }, patience));
    EXPECT_TRUE(view.sentence().contains("hypergradient"));
    view.judge({});
    EXPECT_EQ(cell("Verdict", 0), "not stationary") << "what was seen last stays to be read";
}

TEST_F(CertificateViewTest, CopiesAColumnAsJson) {
    auto* table = view.findChild<QTableView*>();
    table->setCurrentIndex(table->model()->index(0, 1));
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().contains("\"verdict\": \"wrong_branch\""));
}

TEST_F(CertificateViewTest, ChoosingAColumnSelectsItsRun) {
    auto* table = view.findChild<QTableView*>();
    table->setCurrentIndex(table->model()->index(0, 2));
    EXPECT_EQ(document.selected(), 1);
}

TEST(DocumentTruth, WaitsUntilTheHandRests) {
    Document document;
    ASSERT_TRUE(document.open(*readStudy(findInGallery("mirrlees")->text)));
    ASSERT_TRUE(QTest::qWaitFor([&] { return document.runs()[0].certificate != nullptr; }, patience));
    document.setDragging(true);
    Study moved = document.study();
    moved.problem.start["x"] = 0.7;
    ASSERT_TRUE(document.edit("Move start", moved, "drag"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return document.runs()[0].trajectory->coordinate(0)[0] == 0.7; }, patience));
    QTest::qWait(100);
    EXPECT_EQ(document.runs()[0].certificate, nullptr);
    EXPECT_FALSE(document.runs()[0].trajectory->column("true_gap").empty()) << "its chart keeps its place";
    document.setDragging(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return document.runs()[0].certificate != nullptr; }, patience));
}

TEST(DocumentTruth, SaysOfTheEndsFirst) {
    Document document;
    std::vector<bool> rows;
    QObject::connect(&document, &Document::judged, [&] {
        EXPECT_TRUE(document.runs()[0].certificate);
        rows.push_back(document.runs()[0].hasTruth);
    });
    ASSERT_TRUE(document.open(*readStudy(findInGallery("mirrlees")->text)));
    ASSERT_TRUE(QTest::qWaitFor([&] { return document.runs()[0].hasTruth; }, patience));
    EXPECT_EQ(rows, (std::vector<bool>{false, true}));
    EXPECT_TRUE(std::isfinite(document.runs()[0].trajectory->column("true_gap").back()));
}

TEST(DocumentTruth, StaysWithItsRunWhenTheListIsReordered) {
    Document document;
    ASSERT_TRUE(document.open(*readStudy(findInGallery("mirrlees")->text)));
    Study turned = document.study();
    std::swap(turned.runs[0], turned.runs[1]);  // while the judge is at work, or before
    ASSERT_TRUE(document.edit("Reorder", turned));
    ASSERT_TRUE(QTest::qWaitFor([&] { return document.runs()[0].certificate && document.runs()[1].certificate; },
                                patience));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return document.runs()[0].hasTruth && document.runs()[1].hasTruth; }, patience));
    for (const RunView& run : document.runs()) {
        EXPECT_EQ(run.certificate->point.y[0], run.trajectory->coordinate(1).back());
        EXPECT_TRUE(std::isfinite(run.trajectory->column("true_gap").back()));
    }
}

}  // namespace
}  // namespace bilevel::ui
