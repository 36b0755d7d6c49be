#include "core/record/term.h"
#include "studies.h"
#include "ui/document/document.h"
#include "ui/document/movable_start.h"
#include "ui/document/step_look.h"
#include "ui/figure/figure_caption.h"
#include "ui/figure/figure_content.h"
#include "ui/overlay/overlay_file.h"
#include "ui/overlay/trace_dialog.h"
#include "ui/panel/param_form.h"
#include "ui/panel/run_row.h"
#include "ui/panel/study_edits.h"
#include "ui/trace/chart_content.h"
#include "ui/trace/trace_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace bilevel::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr int patience = 20000;
constexpr const char* matching =
    "iteration,x,y,f,loss\n0,-1.5,1,6.25,100\n10,0.5,0.5,0.5,1\n30,1,0.84,0.0256,0.01\n";

class OverlayTest : public testing::Test {
protected:
    OverlayTest() { EXPECT_TRUE(document_.open(sampleStudy())); }

    QString file(const char* text, const QString& name = "elsewhere.csv") const {
        QFile out(folder_.filePath(name));
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text);
        return out.fileName();
    }
    Result<bool> overlay(const char* text) { return overlayFile(document_, file(text), theme_, nullptr); }
    /// Overlays, and answers the dialog that opens.
    template <class Answer>
    Result<bool> overlay(const char* text, const Answer& answer) {
        bool asked = false;
        QTimer::singleShot(0, qApp, [&] {
            auto* const dialog = qobject_cast<TraceDialog*>(QApplication::activeModalWidget());
            asked = dialog != nullptr;
            if (dialog) answer(*dialog);
        });
        Result<bool> done = overlay(text);
        EXPECT_TRUE(asked) << "no dialog opened";
        return done;
    }
    void waitForRuns() {
        const auto known = [&] {
            return std::ranges::all_of(document_.runs(),
                                       [](const RunView& run) { return run.trajectory != nullptr; });
        };
        EXPECT_TRUE(QTest::qWaitFor(known, patience));
    }
    const RunView& last() const { return document_.runs().back(); }
    static std::string labelsOf(const QWidget& widget) {
        QStringList said;
        for (const QLabel* label : widget.findChildren<QLabel*>())
            if (label->isVisible()) said << label->text();
        return said.join('|').toStdString();
    }
    static std::vector<double> values(std::span<const double> column) { return {column.begin(), column.end()}; }

    QTemporaryDir folder_;
    const Theme theme_ = Theme::make(false, 1);
    Document document_;
};

TEST_F(OverlayTest, AFileWhoseNamesMatchIsOverlaidAtOnce) {
    ASSERT_TRUE(*overlay(matching));
    ASSERT_EQ(document_.runs().size(), 3u);
    EXPECT_EQ(document_.selected(), 2);
    EXPECT_EQ(last().label, "elsewhere");
    waitForRuns();
    EXPECT_THAT(values(last().trajectory->column("x")), ElementsAre(-1.5, 0.5, 1));
    EXPECT_THAT(values(last().trajectory->column("loss")), ElementsAre(100, 1, 0.01));
    EXPECT_NEAR(last().trajectory->column("g")[0], std::pow(1 - std::sin(-1.5), 2), 1e-15) << "by the formula";
}

TEST_F(OverlayTest, UndoTakesItAwayAndRedoBringsItBack) {
    const Study before = document_.study();
    ASSERT_TRUE(*overlay(matching));
    const Study after = document_.study();
    EXPECT_EQ(document_.undoStack().undoText(), "Overlay elsewhere.csv");
    document_.undoStack().undo();
    EXPECT_EQ(document_.study(), before);
    document_.undoStack().redo();
    EXPECT_EQ(document_.study(), after);
}

TEST_F(OverlayTest, SavedAndOpenedItIsTheSame) {
    ASSERT_TRUE(*overlay(matching));
    const Result<Study> back = readStudy(writeStudy(document_.study()));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, document_.study());
}

TEST_F(OverlayTest, AMissingColumnIsAskedForAndTheChoiceCounts) {
    const bool done = *overlay("iteration,theta,w,loss\n0,3,-1.5,100\n1,4,0.5,1\n", [](TraceDialog& dialog) {
        EXPECT_TRUE(dialog.overlayButton().isEnabled()) << "there is a guess";
        EXPECT_THAT(labelsOf(dialog), HasSubstr("No column is called x, y: this is a guess."));
        dialog.columns().combo(0).setCurrentText("w");
        EXPECT_THAT(dialog.message().toStdString(), HasSubstr("taken twice"));
        EXPECT_FALSE(dialog.overlayButton().isEnabled());
        dialog.columns().combo(1).setCurrentText("theta");
        EXPECT_EQ(dialog.message(), "");
        EXPECT_EQ(dialog.columns().preview(0), "−1.5,  0.5");
        dialog.overlayButton().click();
    });
    ASSERT_TRUE(done);
    waitForRuns();
    EXPECT_THAT(values(last().trajectory->column("x")), ElementsAre(-1.5, 0.5));
    EXPECT_THAT(values(last().trajectory->column("y")), ElementsAre(3, 4));
    EXPECT_THAT(values(last().trajectory->column("f")), ElementsAre(6.25 + 4, 0.25 + 9)) << "by the formula";
}

TEST_F(OverlayTest, WhereNoColumnIsLikelyTheDialogSaysSo) {
    (void)*overlay("iteration,x\n0,1\n1,2\n", [](TraceDialog& dialog) {
        EXPECT_THAT(dialog.message().toStdString(), HasSubstr("no column for the variable ‘y’"));
        EXPECT_FALSE(dialog.overlayButton().isEnabled());
        dialog.reject();
    });
}

TEST_F(OverlayTest, OfSeveralRunsTheWantedOnesAreTaken) {
    const char* stacked =
        "method,iteration,x,y\nbome,0,1,1\nbome,1,1,2\nsoba,0,3,3\nsoba,1,3,4\naid,0,5,5\naid,1,5,6\n";
    ASSERT_TRUE(*overlay(stacked, [](TraceDialog& dialog) {
        ASSERT_EQ(dialog.chips().size(), 3u);
        dialog.chips()[1]->click();
        dialog.overlayButton().click();
    }));
    ASSERT_EQ(document_.runs().size(), 4u);
    EXPECT_EQ(document_.runs()[2].label, "bome");
    EXPECT_EQ(document_.runs()[3].label, "aid");
    EXPECT_NE(document_.runs()[2].style, document_.runs()[3].style);
}

TEST_F(OverlayTest, CancelledNothingChanges) {
    const Study before = document_.study();
    EXPECT_FALSE(*overlay("a,b\n1,2\n", [](TraceDialog& dialog) { dialog.reject(); }));
    EXPECT_EQ(document_.study(), before);
    EXPECT_EQ(document_.undoStack().count(), 0);
}

TEST_F(OverlayTest, AWrongFileIsRefusedInASentenceAndNothingChanges) {
    const Study before = document_.study();
    const auto why = [&](const char* text) {
        const Result<bool> done = overlay(text);
        return done ? std::string() : done.error().message;
    };
    EXPECT_EQ(why("x,y\n1,2\n3,abc\n"), "elsewhere.csv: line 3, column ‘y’: ‘abc’ is not a number");
    EXPECT_EQ(why("x,y\n1,2,3\n"), "elsewhere.csv: line 2: has 3 fields, but the header has 2");
    EXPECT_EQ(why(""), "elsewhere.csv: the file is empty");
    EXPECT_THAT(why("1,2\n3,4\n"), HasSubstr("no header"));
    EXPECT_THAT(why("\x89PNG\r\n"), HasSubstr("not a text file"));
    const Result<bool> missing = overlayFile(document_, folder_.filePath("none.csv"), theme_, nullptr);
    EXPECT_THAT(missing.error().message, HasSubstr("no such file"));
    EXPECT_EQ(document_.study(), before);
}

TEST_F(OverlayTest, TheTruthIsAskedForDataToo) {
    ASSERT_TRUE(*overlay(matching));
    EXPECT_TRUE(QTest::qWaitFor([&] { return last().certificate && last().hasTruth; }, patience));
    EXPECT_NEAR(last().trajectory->column("true_gap")[0], std::pow(1 - std::sin(-1.5), 2), 1e-9);
}

TEST_F(OverlayTest, AnIterationThatWasLeftOutShowsTheRowBefore) {
    ASSERT_TRUE(*overlay(matching));
    waitForRuns();
    EXPECT_EQ(last().rowAt(0), 0);
    EXPECT_EQ(last().rowAt(9), 0);
    EXPECT_EQ(last().rowAt(10), 1);
    EXPECT_EQ(last().rowAt(60), 2);
    EXPECT_EQ(last().positionOf(2), 30);
    EXPECT_TRUE(last().endsBefore(31));
    EXPECT_EQ(last().costAt(1), 10) << "where it stands in a chart over iterations";
    TraceModel table(theme_);
    table.show(last());
    EXPECT_EQ(table.index(1, 0).data().toString(), "10");
}

TEST_F(OverlayTest, MoreIterationsThanTheStudyMakesAreShown) {
    ASSERT_TRUE(*overlay("iteration,x,y\n0,0,0\n500,1,1\n"));
    waitForRuns();
    EXPECT_EQ(document_.rows(), 501);
}

TEST_F(OverlayTest, ItsOwnColumnsHaveChartsAndStandInTheTable) {
    ASSERT_TRUE(*overlay(matching));
    waitForRuns();
    const std::vector<ChartPlan> plans = planCharts(document_.runs(), Term::Group::convergence);
    const auto plan = std::ranges::find(plans, "loss", [](const ChartPlan& p) { return p.first().id; });
    ASSERT_NE(plan, plans.end());
    EXPECT_EQ(plan->first().kind, Term::Kind::logarithmic) << "four decades";
    const ChartContent chart = fillChart(*plan, document_.runs(), document_.selected(), document_.clock());
    ASSERT_EQ(chart.lines.size(), 1u);
    EXPECT_EQ(chart.lines[0].at(1), 10);
    EXPECT_EQ(chart.time.at(7), 7) << "the cursor stands between two rows";
    TraceModel table(theme_);
    table.show(last());
    QStringList headings;
    for (int column = 0; column < table.columnCount(); ++column) headings << table.name(column);
    EXPECT_TRUE(headings.contains("loss"));
}

TEST_F(OverlayTest, TheStartThatIsDraggedIsNotItsOwn) {
    ASSERT_TRUE(*overlay("x,y\n0,0\n1,1\n"));
    waitForRuns();
    EXPECT_TRUE(last().ownStart) << "it does not begin where the others do";
    EXPECT_EQ(loneStarter(document_.runs(), document_.selected()), nullptr);
    const TrajectoryPtr before = last().trajectory;
    Study next = document_.study();
    setMovableStart(next, document_, "x", 0.25);
    ASSERT_TRUE(document_.edit("Move the start", next));
    QSignalSpy answered(&document_, &Document::trajectoriesChanged);
    ASSERT_TRUE(answered.count() > 0 || answered.wait(patience));
    EXPECT_EQ(values(last().trajectory->column("x")), values(before->column("x")));
    EXPECT_EQ(document_.runs()[0].trajectory->column("x")[0], 0.25);
}

TEST_F(OverlayTest, TheFormSaysThatItIsData) {
    ASSERT_TRUE(*overlay(matching));
    ParamForm form(document_, theme_);
    form.show();
    EXPECT_EQ(form.count(), 0u);
    EXPECT_FALSE(form.start().isVisible());
    EXPECT_THAT(
        labelsOf(form),
        HasSubstr(
            "Data from elsewhere.csv, read-only: 3 rows with x, y, iteration, f, loss. The formulas give g."));
}

TEST_F(OverlayTest, ThereIsNoStepToLookAt) {
    ASSERT_TRUE(*overlay(matching));
    waitForRuns();
    EXPECT_EQ(lookAt(last(), document_.problem(), document_.study().iterations, 0), nullptr);
}

TEST_F(OverlayTest, DataThatNoLongerFitSaySoAndAreKept) {
    ASSERT_TRUE(*overlay(matching));
    Study next = document_.study();
    next.problem.lowerVariables.push_back("z");
    ASSERT_TRUE(document_.edit("Add a variable", next));
    EXPECT_EQ(last().algorithm, nullptr);
    RunRow row(theme_, 2);
    row.display(last(), true);
    EXPECT_THAT(row.accessibleDescription().toStdString(),
                HasSubstr("The data of elsewhere.csv have no column for the variable ‘z’"));
    EXPECT_TRUE(document_.study().runs.back().recording);
    document_.undoStack().undo();
    EXPECT_TRUE(last().unavailable.isEmpty());
    waitForRuns();
}

TEST_F(OverlayTest, AVariableThatIsRenamedKeepsItsData) {
    ASSERT_TRUE(*overlay(matching));
    ASSERT_TRUE(document_.edit("Rename", renamed(document_.study(), "x", "u")));
    EXPECT_TRUE(last().unavailable.isEmpty());
    waitForRuns();
    EXPECT_THAT(values(last().trajectory->column("u")), ElementsAre(-1.5, 0.5, 1));
}

TEST_F(OverlayTest, AFigureShowsItAndNamesTheFile) {
    ASSERT_TRUE(*overlay(matching));
    const FigureContent content = computeContent(document_.study(), document_.problem(), {}, -1);
    ASSERT_NE(content.runs.back().trajectory, nullptr);
    EXPECT_EQ(content.runs.back().trajectory->rows(), 3);
    EXPECT_THAT(captionText(content).toStdString(), HasSubstr("elsewhere: data from elsewhere.csv."));
}

}  // namespace
}  // namespace bilevel::ui
