#include "ui/document/job.h"
#include "tests/ui/studies.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

namespace bilevel::ui {
namespace {

RunRequest request(int iterations) {
    const Problem problem = *Problem::compile(sampleStudy().problem);
    return {problem, &algorithms().front(), algorithms().front().defaults(), problem.start(), iterations};
}

TEST(Job, AnswersOnlyTheLastRequest) {
    Job job;
    QSignalSpy finished(&job, &Job::finished);
    for (int i = 0; i < 20; ++i) job.start({request(2'000'000), request(2'000'000)});
    job.start({request(50)});
    ASSERT_TRUE(finished.wait(20000));
    QTest::qWait(100);
    ASSERT_EQ(finished.count(), 1);
    const auto answers = finished.front().front().value<Answers>();
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(answers[0]->rows(), 51);
}

TEST(Job, MayBeClosedWhileItRuns) {
    Job job;
    job.start({request(50'000'000)});
    QTest::qWait(20);
    EXPECT_TRUE(job.isRunning());
}

}  // namespace
}  // namespace bilevel::ui
