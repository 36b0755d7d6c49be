#include "core/io/solution_csv.h"

#include "core/io/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilevel {
namespace {

using testing::ElementsAre;

struct Solved {
    Problem problem;
    SolutionCurve curve;
};

Solved solved(const std::string& f, const std::string& g, Interval range, int columns,
              const std::vector<std::string>& lower = {"y"}) {
    ProblemText text;
    text.upper = f;
    text.lower = g;
    text.lowerVariables = lower;
    const Problem problem = *Problem::compile(text);
    return {problem, *solveAlong({problem, Vector::Zero(1), 0, range, columns})};
}

TEST(SolutionCsv, HasWhatTheCurveHasWithEveryDigit) {
    const Solved s = solved("x^2 + y", "(y - x/3)^2 + 2", {0, 1}, 4);
    const std::string csv = solutionCsv(s.problem, 0, s.curve);
    const Result<CsvTable> table = readCsv(csv);
    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, ElementsAre("x", "y", "F", "F_pessimistic", "g_min", "solutions", "lower_level"));
    ASSERT_EQ(table->rows.size(), s.curve.columns.size());
    for (std::size_t k = 0; k < table->rows.size(); ++k) {
        const auto& row = table->rows[k];
        const double x = *csvNumber(row[0]), y = *csvNumber(row[1]);
        EXPECT_EQ(x, s.curve.columns[k].x);
        EXPECT_NEAR(y, x / 3, 1e-15);
        EXPECT_NEAR(*csvNumber(row[2]), x * x + x / 3, 1e-14);
        EXPECT_EQ(row[3], row[2]);
        EXPECT_EQ(*csvNumber(row[4]), 2);
        EXPECT_EQ(row[5], "1");
        EXPECT_EQ(row[6], "unique");
    }
}

// Two solutions y = ±1 of one value, which the upper level likes and dislikes.
TEST(SolutionCsv, TellsOptimistsFromPessimists) {
    const Solved s = solved("y", "(y^2 - 1)^2", {0, 1}, 2);
    const std::string csv = solutionCsv(s.problem, 0, s.curve);
    const Result<CsvTable> table = readCsv(csv);
    ASSERT_TRUE(table);
    EXPECT_NEAR(*csvNumber(table->rows[0][2]), -1, 1e-12);
    EXPECT_NEAR(*csvNumber(table->rows[0][3]), 1, 1e-12);
    EXPECT_EQ(table->rows[0][5], "2");
    EXPECT_EQ(table->rows[0][6], "several");
}

TEST(SolutionCsv, SaysWhyThereIsNoSolution) {
    const Solved s = solved("x", "-y^2", {0, 1}, 2);
    const std::string csv = solutionCsv(s.problem, 0, s.curve);
    const Result<CsvTable> table = readCsv(csv);
    ASSERT_TRUE(table);
    EXPECT_THAT(table->rows[0], ElementsAre("0", "", "", "", "", "", "unbounded"));
}

}  // namespace
}  // namespace bilevel
