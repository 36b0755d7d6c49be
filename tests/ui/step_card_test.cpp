// "This step": the rule of the selected run's method with the numbers of the row, and what the step does in words.

#include "ui/step/step_card.h"

#include "core/io/derivation.h"
#include "core/io/narrate.h"
#include "studies.h"

#include <gtest/gtest.h>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <algorithm>

namespace bilevel::ui {
namespace {

struct CardInAWindow {
    Theme theme = Theme::make(false, 1);
    Document document;
    Player player;
    StepCard card{document, player, theme};

    explicit CardInAWindow(Study study = sampleStudy()) {
        (void)document.open(std::move(study));
        card.resize(900, 260);
        card.show();
        EXPECT_TRUE(QTest::qWaitFor([&] {
            return std::ranges::all_of(document.runs(), [](const RunView& r) { return r.trajectory != nullptr; });
        }));
        player.setRows(document.rows());
    }
    QString textOf(const QString& symbol) const {
        for (const StepSheet::Place& place : card.sheet().places())
            if (place.value.symbol == symbol) return place.text;
        return {};
    }
    bool waitForStep(int row) {
        return QTest::qWaitFor([&] { return card.look().seen() && card.look().seen()->row == row; });
    }
};

/// A run of this method that has been computed.
RunView runOf(const Algorithm& algorithm, const Problem& problem) {
    RunView run;
    run.algorithm = &algorithm;
    run.settings = algorithm.defaults();
    run.start = problem.start();
    run.trajectory = std::make_shared<const Trajectory>(bilevel::run(requestFor(run, problem, 5)));
    return run;
}

TEST(StepLines, GiveEveryMethodItsNumbers) {
    const Problem problem = *Problem::compile(sampleStudy().problem);
    for (const Algorithm& algorithm : algorithms()) {
        const RunView run = runOf(algorithm, problem);
        const std::vector<StepLine> lines = stepLines(run);
        EXPECT_GE(lines.size(), 2U) << algorithm.id;
        for (const StepLine& line : lines)
            for (const LiveValue& value : line.values) {
                EXPECT_FALSE(value.symbol.isEmpty()) << algorithm.id;
                EXPECT_FALSE(value.at(*run.trajectory, 2).isEmpty()) << algorithm.id;
            }
    }
}

TEST(StepLines, WriteVectorsFlagsAndGaps) {
    const Problem problem = *Problem::compile(sampleStudy().problem);
    const RunView run = runOf(algorithms().front(), problem);
    LiveValue vector{.symbol = "v", .vector = true, .columns = {"a", "b", "c", "d"}, .setting = {}};
    EXPECT_EQ(vector.at(*run.trajectory, 0), QStringLiteral("(–, –, –, …)"));
    LiveValue flag{.symbol = "on", .flag = true, .columns = {"a"}, .setting = {}};
    EXPECT_EQ(flag.at(*run.trajectory, 0), QStringLiteral("–"));
    LiveValue setting{.symbol = "η", .columns = {}, .setting = "0.5"};
    EXPECT_EQ(setting.at(*run.trajectory, 0), QStringLiteral("0.5"));
}

TEST(StepCard, ShowsTheNumbersOfTheRow) {
    CardInAWindow window;
    const Trajectory& t = *window.document.runs()[0].trajectory;
    for (const int row : {0, 7, 30}) {
        window.player.seek(row);
        const double lambda = t.column("lambda")[static_cast<std::size_t>(row)];
        bool read = false;
        const double shown = window.textOf(QStringLiteral("λ")).replace(QChar(0x2212), '-').toDouble(&read);
        if (read) {
            EXPECT_NEAR(shown, lambda, 1e-3 * std::abs(lambda) + 1e-4) << row;
        }
        EXPECT_EQ(window.card.sentence().sentence().toStdString(),
                  narrate(*window.document.runs()[0].algorithm, t, row));
        EXPECT_EQ(window.card.sentence().accessibleDescription(), window.card.sentence().sentence());
    }
}

TEST(StepCard, KeepsItsLayoutWhileTheRowChanges) {
    CardInAWindow window;
    const auto places = [&] {
        std::vector<QRectF> all;
        for (const StepSheet::Place& place : window.card.sheet().places()) all.push_back(place.place);
        return all;
    };
    const std::vector<QRectF> before = places();
    const QSize size = window.card.sizeHint();
    for (int row = 0; row < 60; row += 7) window.player.seek(row);
    EXPECT_EQ(places(), before);
    EXPECT_EQ(window.card.sizeHint(), size);
}

TEST(StepCard, NumbersDoNotOverlapFormulasFitTheWidth) {
    const Problem problem = *Problem::compile(sampleStudy().problem);
    const Theme theme = Theme::make(false, 1);
    for (const Algorithm& algorithm : algorithms())
        for (const QSize size : {QSize(640, 140), QSize(1100, 300)}) {
            StepSheet sheet(theme);
            sheet.resize(size);
            sheet.show();
            sheet.setRun(runOf(algorithm, problem));
            const std::vector<StepSheet::Place>& places = sheet.places();
            for (std::size_t i = 0; i < places.size(); ++i) {
                EXPECT_LE(places[i].place.left(), size.width()) << algorithm.id;
                for (std::size_t k = i + 1; k < places.size(); ++k)
                    EXPECT_FALSE(places[i].place.intersects(places[k].place)) << algorithm.id;
            }
            EXPECT_LT(sheet.extent(), 700) << algorithm.id;
        }
}

TEST(StepCard, LooksCloselyWhileItCanBeSeen) {
    CardInAWindow window;
    window.player.seek(12);
    ASSERT_TRUE(window.waitForStep(12));
    EXPECT_FALSE(window.card.look().seen()->detail.paths.empty());
    for (int row = 13; row < 40; ++row) window.player.seek(row);
    ASSERT_TRUE(window.waitForStep(39)) << "the last question counts";
    window.player.play(true);
    EXPECT_EQ(window.card.look().seen(), nullptr) << "too much for every frame";
    window.player.play(false);
    ASSERT_TRUE(window.waitForStep(window.player.row()));
    window.card.hide();
    EXPECT_EQ(window.card.look().seen(), nullptr);
}

TEST(StepCard, FollowsTheSelectionAndSaysHowARunEnded) {
    CardInAWindow window;
    window.player.seek(5);
    const QString first = window.card.sentence().sentence();
    window.document.select(1);
    EXPECT_NE(window.card.sentence().sentence(), first);
    window.player.seek(60);
    EXPECT_TRUE(window.card.sentence().sentence().contains("finished"));
    EXPECT_EQ(window.card.look().seen(), nullptr);
    window.document.select(-1);
    EXPECT_TRUE(window.card.sheet().places().empty());
}

TEST(StepCard, CopiesTheUpdateForAPaperUnderTheSettingsChosen) {
    Study study = sampleStudy();
    study.runs[0].settings = {{"barrier", std::string("gap")}};
    CardInAWindow shown(study);
    ASSERT_EQ(shown.card.sheet().actions().size(), 1);
    shown.card.sheet().actions().front()->trigger();
    const RunView& run = shown.document.runs()[0];
    EXPECT_EQ(QGuiApplication::clipboard()->text().toStdString(), ruleLatex(*run.algorithm, run.settings));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains("\\phi = \\eta \\hat q"));
}

}  // namespace
}  // namespace bilevel::ui
