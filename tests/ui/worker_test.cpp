#include "ui/document/worker.h"
#include "tests/ui/studies.h"
#include "ui/document/judgement.h"

#include <gtest/gtest.h>
#include <QTest>

namespace bilevel::ui {
namespace {

RunRequest request(int iterations) {
    const Problem problem = *Problem::compile(sampleStudy().problem);
    return {problem, &algorithms().front(), algorithms().front().defaults(), problem.start(), iterations};
}

using Runner = Worker<RunRequest, TrajectoryPtr>;
using Answers = std::vector<TrajectoryPtr>;

TEST(Worker, AnswersOnlyTheLastQuestion) {
    std::vector<Answers> heard;
    Runner runner(computeRun, [&](const Answers& answers) { heard.push_back(answers); });
    for (int i = 0; i < 20; ++i) runner.start({request(2'000'000), request(2'000'000)});
    runner.start({request(50)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !heard.empty(); }, 20000));
    QTest::qWait(100);
    ASSERT_EQ(heard.size(), 1u);
    ASSERT_EQ(heard[0].size(), 1u);
    EXPECT_EQ(heard[0][0]->rows(), 51);
}

TEST(Worker, MayBeClosedWhileItRuns) {
    Runner runner(computeRun, [](const Answers&) {});
    runner.start({request(50'000'000)});
    QTest::qWait(20);
    EXPECT_TRUE(runner.isRunning());
}

TEST(Worker, NeverWaitsForItselfHoweverQuicklyQuestionsFollow) {
    const RunRequest small = request(200);
    for (int round = 0; round < 300; ++round) {
        Runner runner(computeRun, [](const Answers&) {});
        for (int question = 0; question < 4; ++question) runner.start({small, small, small});
    }
    bool done = false;
    Runner runner(computeRun, [&](const Answers&) { done = true; });
    for (int question = 0; question < 200; ++question) runner.start({small, small, small});
    EXPECT_TRUE(QTest::qWaitFor([&] { return done; }, 20000));
}

}  // namespace
}  // namespace bilevel::ui
