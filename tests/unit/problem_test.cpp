#include "core/problem/oracle.h"

#include <gtest/gtest.h>

namespace bilevel {
namespace {

ProblemText text(const std::string& upper, const std::string& lower) {
    ProblemText t;
    t.upper = upper;
    t.lower = lower;
    return t;
}

Error errorOf(const ProblemText& t) {
    const Result<Problem> problem = Problem::compile(t);
    EXPECT_FALSE(problem);
    return problem ? Error{} : problem.error();
}

TEST(Problem, SaysWhichFormulaIsWrongAndWhere) {
    const Error error = errorOf(text("x + y", "sni(y)"));
    EXPECT_EQ(error.path, "problem.lower.objective");
    EXPECT_EQ(error.position, 0);
    EXPECT_EQ(error.length, 3);
}

TEST(Problem, ADefinitionMayUseThoseAboveItOnly) {
    ProblemText t = text("a", "y^2");
    t.definitions = {{"a", "b + 1"}, {"b", "x"}};
    EXPECT_EQ(errorOf(t).path, "problem.definitions[0].formula");
    std::swap(t.definitions[0], t.definitions[1]);
    EXPECT_TRUE(Problem::compile(t));
}

TEST(Problem, RefusesANameThatIsTaken) {
    ProblemText t = text("x", "y");
    t.parameters = {{"y", 1, 0, 2}};
    EXPECT_EQ(errorOf(t).path, "problem.parameters[0].name");
    t = text("x", "y");
    t.lowerVariables = {"sin"};
    EXPECT_EQ(errorOf(t).path, "problem.lower.variables[0]");
}

TEST(Problem, RefusesCrossedBounds) {
    ProblemText t = text("x", "y^2");
    t.bounds["y"] = {2, 1};
    EXPECT_EQ(errorOf(t).path, "problem.bounds.y");
}

TEST(Problem, HasAtMostAsManyInputsAsAFormula) {
    ProblemText t = text("1", "1");
    t.upperVariables.clear();
    for (int i = 0; i < 62; ++i) t.upperVariables.push_back("v" + std::to_string(i));
    EXPECT_NE(errorOf(t).message.find("63"), std::string::npos);
    t.upperVariables.pop_back();
    EXPECT_TRUE(Problem::compile(t));
}

TEST(Problem, AMissingStartIsZeroMovedIntoTheBounds) {
    ProblemText t = text("x", "y^2");
    t.bounds["y"] = {1, 3};
    const Point start = Problem::compile(t)->start();
    EXPECT_EQ(start.x[0], 0);
    EXPECT_EQ(start.y[0], 1);
}

TEST(Problem, ProjectionKeepsANaN) {
    ProblemText t = text("x", "y^2");
    t.bounds["y"] = {1, 3};
    Point z{Vector::Constant(1, 7), Vector::Constant(1, std::nan(""))};
    Problem::compile(t)->project(z);
    EXPECT_EQ(z.x[0], 7);
    EXPECT_TRUE(std::isnan(z.y[0]));
}

TEST(Oracle, AnswersWithExactGradientsAndProducts) {
    ProblemText t = text("x1*y + x2^3", "x1^2*y^2 + sin(x2)*w*y");
    t.upperVariables = {"x1", "x2"};
    t.lowerVariables = {"y", "w"};
    Oracle oracle(*Problem::compile(t));
    Point z{Vector(2), Vector(2)};
    z.x << 2, 0.5;
    z.y << 3, -1;
    const Value f = oracle.f(z);
    EXPECT_DOUBLE_EQ(f.value, 6.125);
    EXPECT_DOUBLE_EQ(f.gradient.x[0], 3);
    EXPECT_DOUBLE_EQ(f.gradient.x[1], 0.75);
    EXPECT_DOUBLE_EQ(f.gradient.y[0], 2);
    EXPECT_EQ(f.gradient.y[1], 0);

    const Vector gy = oracle.gradientYG(z.x, z.y);
    EXPECT_DOUBLE_EQ(gy[0], 2 * 4 * 3 + std::sin(0.5) * -1);
    EXPECT_DOUBLE_EQ(gy[1], std::sin(0.5) * 3);
    EXPECT_EQ(gy, oracle.g(z).gradient.y);

    Vector v(2);
    v << 1, 2;
    const Vector hv = oracle.hessianVector(z, v);  // [[2 x1², sin x2], [sin x2, 0]] v
    EXPECT_DOUBLE_EQ(hv[0], 8 + 2 * std::sin(0.5));
    EXPECT_DOUBLE_EQ(hv[1], std::sin(0.5));
    const Vector jv = oracle.jacobianVector(z, v);  // ∇x of (2 x1² y + sin(x2) w) + 2 sin(x2) y
    EXPECT_DOUBLE_EQ(jv[0], 4 * 2 * 3);
    EXPECT_DOUBLE_EQ(jv[1], std::cos(0.5) * (-1 + 2 * 3));
    EXPECT_EQ(oracle.cost(), (Cost{1, 2, 1, 1}));
}

TEST(ProblemText, ChoosesAViewThatShowsStartAndSolution) {
    ProblemText t = text("x", "y^2");
    t.start = {{"x", -3}, {"y", 1}};
    t.solution = KnownSolution{{{"x", 5}}, {}, ""};
    t.bounds["y"] = {-2, 2};
    const View view = t.resolvedView();
    EXPECT_EQ(view.horizontal, "x");
    EXPECT_LT(view.horizontalRange.minimum, -3);
    EXPECT_GT(view.horizontalRange.maximum, 5);
    EXPECT_EQ(view.verticalRange, (Interval{-2, 2}));
}

}  // namespace
}  // namespace bilevel
