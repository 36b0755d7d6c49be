#include "studies.h"
#include "ui/kit/number_text.h"
#include "ui/panel/run_list.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

namespace bilevel::ui {
namespace {

struct List {
    Theme theme = Theme::make(false, 1);
    Document document;
    Player player;
    std::unique_ptr<RunList> list;

    explicit List(Study study = sampleStudy()) {
        list = std::make_unique<RunList>(document, player, theme);
        EXPECT_TRUE(document.open(std::move(study)));
        list->resize(280, 300);
        list->show();
        wait();
    }
    ~List() { list.reset(); }

    void wait() {
        QSignalSpy computed(&document, &Document::trajectoriesChanged);
        computed.wait(5000);
        player.setRows(document.rows());
    }
    const std::vector<StudyRun>& runs() const { return document.study().runs; }
};

TEST(RunList, ShowsTheValuesOfTheRowLookedAt) {
    List l;
    ASSERT_EQ(l.list->count(), 2);
    const Trajectory& t = *l.document.runs()[0].trajectory;
    for (const int row : {0, 7, 30}) {
        l.player.seek(row);
        const auto k = static_cast<std::size_t>(row);
        EXPECT_EQ(l.list->row(0).first(), liveText(t.column("f")[k]));
        EXPECT_EQ(l.list->row(0).second(), liveText(t.column("q_hat")[k]));
    }
    l.player.seek(t.rows() - 1);
    EXPECT_EQ(l.list->row(0).second(), liveText(t.column("q_hat")[static_cast<std::size_t>(t.rows()) - 2]))
        << "the last row takes no step: the value before it stays";
}

TEST(RunList, SelectsByClickAndHidesByItsEye) {
    List l;
    RunRow& second = l.list->row(1);
    QTest::mouseClick(&second, Qt::LeftButton, {}, {120, 15});
    EXPECT_EQ(l.document.selected(), 1);
    QTest::mouseClick(&second, Qt::LeftButton, {}, second.eyeArea().center());
    EXPECT_FALSE(l.runs()[1].visible);
    EXPECT_EQ(second.first(), "–");
    QTest::keyClick(&second, Qt::Key_Space);
    EXPECT_TRUE(l.runs()[1].visible);
    EXPECT_EQ(l.document.selected(), 1) << "the eye does not select";
}

TEST(RunList, AddsDuplicatesAndRemoves) {
    List l;
    l.list->add(algorithms().back());
    ASSERT_EQ(l.runs().size(), 3u);
    EXPECT_EQ(l.runs()[2].method, algorithms().back().id);
    EXPECT_EQ(l.document.selected(), 2);
    l.list->duplicate(0);
    EXPECT_EQ(l.runs()[3], l.runs()[0]);
    l.list->remove(0);
    EXPECT_EQ(l.runs().size(), 3u);
    EXPECT_EQ(l.list->count(), 3);
    for (int i = 0; i < 3; ++i) l.document.undoStack().undo();
    EXPECT_EQ(l.document.study(), sampleStudy());
    while (l.list->count() > 0) l.list->remove(0);
    EXPECT_EQ(l.document.selected(), -1);
}

TEST(RunList, SaysWhyARunDiverged) {
    Study study = sampleStudy(400);
    for (const Parameter& p : algorithms()[0].parameters)
        if (p.logarithmic && p.kind == Parameter::Kind::real && p.maximum > 1)
            study.runs[0].settings[std::string(p.id)] = p.maximum;  // steps far too long
    study.problem.upper = "(x - 1)^4 + (y - 1)^4";
    study.runs[0].method = algorithms()[0].id;
    List l(study);
    ASSERT_EQ(l.document.runs()[0].trajectory->end, End::diverged);
    EXPECT_TRUE(l.list->row(0).toolTip().contains("Diverged")) << l.list->row(0).toolTip().toStdString();
    EXPECT_TRUE(l.list->row(0).accessibleDescription().contains("row"));
}

TEST(RunList, KeepsAMethodItDoesNotKnow) {
    Study study = sampleStudy();
    study.runs[1].method = "from_the_future";
    const List l(study);
    EXPECT_TRUE(l.list->row(1).toolTip().contains("from_the_future"));
    EXPECT_EQ(l.document.study(), study);
}

TEST(RunList, CountsIterationsInWholeNumbers) {
    List l;
    NumberEdit& edit = l.list->iterations();
    const auto enter = [&](const char* text) {
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    };
    enter("120");
    EXPECT_EQ(l.document.study().iterations, 120);
    for (const char* wrong : {"0", "1.5", "2000000", "-3"}) {
        enter(wrong);
        EXPECT_EQ(l.document.study().iterations, 120) << wrong;
        EXPECT_TRUE(edit.property("wrong").toBool()) << wrong;
    }
}

}  // namespace
}  // namespace bilevel::ui
