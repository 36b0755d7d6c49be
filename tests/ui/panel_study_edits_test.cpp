#include "core/problem/problem.h"
#include "studies.h"
#include "ui/panel/study_edits.h"

#include <gmock/gmock.h>

namespace bilevel::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Study richStudy() {
    Study study = sampleStudy();
    ProblemText& problem = study.problem;
    problem.definitions = {{"s", "exp(x) + a"}, {"x10", "s^2"}};
    problem.parameters = {{.name = "a", .value = 1}};
    problem.upper = "(x - 1)^2 + x10 + max(x, y)";
    problem.bounds = {{"x", {-3, 3}}};
    problem.solution = KnownSolution{.point = {{"x", 1}}, .upperObjective = {}, .status = "optimal"};
    study.runs[0].start = {{"x", 2}};
    return study;
}

TEST(Rename, ChangesWholeWordsOnly) {
    EXPECT_EQ(renamedIn("x*exp(x) - x1 + max(x, y_x)²", "x", "speed"), "speed*exp(speed) - x1 + max(speed, y_x)²");
    EXPECT_EQ(renamedIn("  x−x ", "x", "u"), "  u−u ") << "spaces and signs stay as typed";
    EXPECT_EQ(renamedIn("1e5*e", "e5", "q"), "1e5*e");
}

TEST(Rename, KeepsTheStudyValidAndReachesEverything) {
    const Study study = renamed(richStudy(), "x", "speed");
    EXPECT_TRUE(Problem::compile(study.problem));
    EXPECT_THAT(study.problem.upperVariables, ElementsAre("speed"));
    EXPECT_EQ(study.problem.upper, "(speed - 1)^2 + x10 + max(speed, y)");
    EXPECT_EQ(study.problem.definitions[0].formula, "exp(speed) + a");
    EXPECT_EQ(study.problem.bounds.at("speed").maximum, 3);
    EXPECT_EQ(study.problem.start.at("speed"), -1.5);
    EXPECT_EQ(study.problem.start.count("x"), 0u);
    EXPECT_EQ(study.problem.view->horizontal, "speed");
    EXPECT_EQ(study.problem.solution->point.at("speed"), 1);
    EXPECT_EQ(study.runs[0].start.at("speed"), 2);
    EXPECT_EQ(renamed(study, "speed", "x"), richStudy()) << "and back";
}

TEST(Names, MustBeFreeAndLegal) {
    const ProblemText problem = richStudy().problem;
    for (const char* taken : {"x", "y", "a", "s", "sin", "pi", "2x", "", "x y"})
        EXPECT_FALSE(newNameProblem(problem, taken).empty()) << taken;
    EXPECT_TRUE(newNameProblem(problem, "speed").empty());
    for (const Place place : {Place::upper, Place::lower, Place::parameter, Place::definition})
        EXPECT_TRUE(newNameProblem(problem, freshName(problem, place)).empty());
    EXPECT_EQ(freshName(problem, Place::upper), "x2");
}

TEST(Removing, SaysWhoStillNeedsTheName) {
    const ProblemText problem = richStudy().problem;
    EXPECT_THAT(usersOf(problem, "x"), ElementsAre("f", "g", "s"));
    EXPECT_THAT(usersOf(problem, "s"), ElementsAre("x10"));
    EXPECT_EQ(whyNotRemoved(problem, "x"), "‘x’ cannot go: f, g and s use it");
    EXPECT_EQ(whyNotRemoved(problem, "a"), "‘a’ cannot go: s uses it");
    EXPECT_THAT(usersOf(problem, "unused"), IsEmpty());
}

TEST(Removing, ForgetsAllThatIsSaidAboutAVariable) {
    Study study = withVariable(richStudy(), Place::upper, "x2");
    study.problem.bounds["x2"] = {0, 1};
    study.problem.start["x2"] = 0.5;
    study.problem.view->horizontal = "x2";
    EXPECT_TRUE(Problem::compile(study.problem));
    const Study without = withoutVariable(study, "x2");
    EXPECT_TRUE(Problem::compile(without.problem));
    EXPECT_EQ(without.problem.bounds.count("x2"), 0u);
    EXPECT_EQ(without.problem.start.count("x2"), 0u);
    EXPECT_FALSE(without.problem.view);
}

}  // namespace
}  // namespace bilevel::ui
