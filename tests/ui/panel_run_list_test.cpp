#include "answer.h"
#include "core/io/file.h"
#include "studies.h"
#include "ui/kit/number_text.h"
#include "ui/kit/to_text.h"
#include "ui/panel/method_card.h"
#include "ui/panel/method_menu.h"
#include "ui/panel/run_list.h"
#include "ui/panel/run_menu.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

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

TEST(RunList, RenamesInItsPlace) {
    List l;
    RunRow& row = l.list->row(1);
    QTest::mouseDClick(&row, Qt::LeftButton, {}, {80, 15});
    ASSERT_TRUE(row.editor());
    QTest::keyClicks(row.editor(), "My own");
    QTest::keyClick(row.editor(), Qt::Key_Escape);
    EXPECT_EQ(l.runs()[1].label, "") << "Escape takes it back";
    row.setFocus();
    QTest::keyClick(&row, Qt::Key_F2);
    QTest::keyClicks(row.editor(), "  My own ");
    QTest::keyClick(row.editor(), Qt::Key_Return);
    EXPECT_EQ(l.runs()[1].label, "My own");
    EXPECT_EQ(row.accessibleName(), "My own");
    EXPECT_EQ(l.document.undoStack().undoText(), "Rename a run");
    QTest::keyClick(&row, Qt::Key_F2);
    QTest::keyClick(row.editor(), Qt::Key_Delete);
    QTest::keyClick(row.editor(), Qt::Key_Return);
    EXPECT_EQ(l.runs()[1].label, "") << "without a name it is called after its method";
}

TEST(RunList, MovesARunByKeyAndByMouseInOneStepEach) {
    List l;
    l.list->duplicate(0);
    l.list->rename(0, "A");
    l.list->rename(1, "B");
    l.list->rename(2, "C");
    const auto order = [&] { return l.runs()[0].label + l.runs()[1].label + l.runs()[2].label; };
    const int steps = l.document.undoStack().count();
    l.list->row(0).setFocus();
    QTest::keyClick(&l.list->row(0), Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(order(), "BAC");
    QTest::keyClick(&l.list->row(0), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(order(), "BAC") << "there is no place above the first";

    QTest::qWait(20);  // the new row finds its place
    RunRow& held = l.list->row(0);
    const int below = l.list->row(2).y() - held.y() + held.height() / 2;
    QTest::mousePress(&held, Qt::LeftButton, {}, {80, 10});
    for (const int y : {30, below / 2, below}) QTest::mouseMove(&held, {80, y});
    QTest::mouseRelease(&held, Qt::LeftButton, {}, {80, below});
    EXPECT_EQ(order(), "ACB");
    EXPECT_EQ(l.document.undoStack().count(), steps + 2);
    l.document.undoStack().undo();
    l.document.undoStack().undo();
    EXPECT_EQ(order(), "ABC");
}

TEST(RunList, KeepsTheSelectionWithItsRun) {
    List l;
    l.list->duplicate(0);
    l.list->rename(2, "Mine");
    ASSERT_EQ(l.document.selected(), 2);
    l.list->moveRun(2, 0);
    EXPECT_EQ(l.document.selected(), 0);
    l.list->remove(1);
    EXPECT_EQ(l.document.selected(), 0);
    l.document.undoStack().undo();
    l.document.undoStack().undo();
    EXPECT_EQ(l.runs()[static_cast<std::size_t>(l.document.selected())].label, "Mine");
}

TEST(RunList, OffersEverythingInItsMenu) {
    List l;
    const auto menu = makeRunMenu(*l.list, 1, l.theme);
    const auto action = [](const QMenu& in, const QString& text) {
        for (QAction* item : in.actions())
            if (item->text() == text) return item;
        ADD_FAILURE() << text.toStdString();
        return in.actions().front();
    };
    action(*action(*menu, "Colour")->menu(), "Colour 6")->trigger();
    EXPECT_EQ(l.runs()[1].colour, 5);
    action(*action(*menu, "Marker")->menu(), "Hourglass")->trigger();
    EXPECT_EQ(l.runs()[1].marker, 10);
    EXPECT_EQ(l.document.runs()[1].style, (RunStyle{5, 10}));
    action(*menu, "Hide")->trigger();
    EXPECT_FALSE(l.runs()[1].visible);
    action(*menu, "Move up")->trigger();
    EXPECT_EQ(l.runs()[0].colour, 5);
    EXPECT_FALSE(action(*menu, "Move down")->isEnabled());
    for (int i = 0; i < 4; ++i) l.document.undoStack().undo();
    EXPECT_EQ(l.document.study(), sampleStudy());
}

TEST(RunList, DoesNotPaintARowWhenOnlyTheNumbersOfAnotherChange) {
    List l;
    l.list->setVisible(1, false);
    QTest::qWait(50);
    const int before = l.list->row(1).paints(), other = l.list->row(0).paints();
    l.player.seek(20);
    QTest::qWait(50);
    EXPECT_EQ(l.list->row(1).paints(), before);
    EXPECT_GT(l.list->row(0).paints(), other);
}

TEST(RunList, SavesARunAsAScript) {
    Study study = sampleStudy();
    study.runs[1].method = "f2sa";
    List l(study);
    const auto item = [&](int run) {
        auto menu = makeRunMenu(*l.list, run, l.theme);
        for (QAction* each : menu->actions())
            if (each->text().startsWith("Save as a Python script")) return std::pair(std::move(menu), each);
        return std::pair(std::unique_ptr<QMenu>(), static_cast<QAction*>(nullptr));
    };
    const QTemporaryDir folder;
    chooseFile(folder.filePath("bome"));
    item(0).second->trigger();
    const Result<std::string> script = readFile(folder.filePath("bome.py").toStdString());
    ASSERT_TRUE(script);
    EXPECT_NE(script->find("import numpy as np"), std::string::npos);
    const auto refused = item(1);
    EXPECT_FALSE(refused.second->isEnabled());
    EXPECT_TRUE(refused.second->toolTip().contains("cannot be written as a Python script; BOME"));
}

TEST(MethodMenu, FindsEveryMethodAndEveryPreset) {
    QMenu menu;
    std::set<std::pair<std::string, std::string>> picked;
    fillMethodMenu(menu, [&](const Algorithm& algorithm, const Preset* preset) {
        picked.emplace(algorithm.id, preset ? preset->id : "");
    });
    const std::function<void(QMenu&)> pickAll = [&](QMenu& in) {
        EXPECT_LE(in.actions().size(), 14) << in.title().toStdString();
        for (QAction* action : in.actions()) action->menu() ? pickAll(*action->menu()) : action->trigger();
    };
    pickAll(menu);
    std::size_t expected = 0;
    for (const Algorithm& algorithm : algorithms()) expected += 1 + algorithm.presets.size();
    EXPECT_EQ(picked.size(), expected);
}

TEST(RunList, AddsAPresetWithItsSettings) {
    List l;
    for (const Algorithm& algorithm : algorithms())
        for (const Preset& preset : algorithm.presets) {
            l.list->add(algorithm, &preset);
            EXPECT_EQ(l.runs().back().settings, preset.settings);
        }
}

TEST(MethodCard, SaysWhatTheMethodAssumesAndWhereItFails) {
    for (const Algorithm& algorithm : algorithms()) {
        const QString card = methodCardText(algorithm);
        for (const std::string_view part :
             {algorithm.name, algorithm.summary, algorithm.reference, algorithm.assumptions, algorithm.failures})
            EXPECT_TRUE(card.contains(toText(part).toHtmlEscaped())) << algorithm.id << ": " << part;
        for (const Parameter& parameter : algorithm.parameters)
            EXPECT_TRUE(card.contains(toText(parameter.label).toHtmlEscaped())) << parameter.id;
        for (const Preset& preset : algorithm.presets)
            EXPECT_TRUE(card.contains(toText(preset.source).toHtmlEscaped())) << preset.id;
    }
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
