#include "formula_support.h"

#include "../property/formula_quad.h"

#include <cmath>
#include <limits>

namespace bilevel {
namespace {

using test::Desk;
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Rule {
    std::string formula, derivative;
};

/// ∂/∂x as a person would write it.
TEST(Derivatives, ReadAsInATextbook) {
    const std::vector<Rule> rules{
        {"7", "0"},
        {"x", "1"},
        {"y", "0"},
        {"x + y", "1"},
        {"y - x", "-1"},
        {"3*x - 2*x", "1"},
        {"x*y", "y"},
        {"x/y", "1/y"},
        {"y/x", "-y/x^2"},
        {"(x-1.2)^2/2", "x - 1.2"},
        {"(x-1)^2+(y-2)^2+x*y", "2*(x - 1) + y"},
        {"1/3*x^3", "x^2"},
        {"x^2/6", "x/3"},
        {"2*x^2/6", "2*x/3"},
        {"0.1*x^3", "0.3*x^2"},
        {"x^1.5", "1.5*sqrt(x)"},
        {"x^(1/3)", "x^(-2/3)/3"},
        {"x^-1", "-x^(-2)"},
        {"x^sqrt(2)", "sqrt(2)*x^(sqrt(2) - 1)"},
        {"x^y", "y == 0 ? 0 : y*x^(y - 1)"},
        {"y^x", "y^x == 0 ? 0 : y^x*log(y)"},
        {"2^x", "log(2)*2^x"},
        {"pi*x^2", "2*pi*x"},
        {"sin(pi*x)", "pi*cos(pi*x)"},
        {"abs(x)", "sign(x)"},
        {"acos(x)", "-1/sqrt(1 - x^2)"},
        {"acosh(x)", "1/sqrt(x^2 - 1)"},
        {"asin(x)", "1/sqrt(1 - x^2)"},
        {"asinh(x)", "1/sqrt(x^2 + 1)"},
        {"atan(x)", "1/(1 + x^2)"},
        {"atan2(x, y)", "y/(x^2 + y^2)"},
        {"atan2(y, x)", "-y/(y^2 + x^2)"},
        {"atanh(x)", "1/(1 - x^2)"},
        {"avg(x, y)", "1/2"},
        {"ceil(x)", "0"},
        {"cos(x)", "-sin(x)"},
        {"cosh(x)", "sinh(x)"},
        {"erf(x)", "2*exp(-x^2)/sqrt(pi)"},
        {"exp(2*x)", "2*exp(2*x)"},
        {"exp(-x^2)", "-2*x*exp(-x^2)"},
        {"expm1(x)", "exp(x)"},
        {"floor(x)", "0"},
        {"hypot(x, y)", "hypot(x, y) == 0 ? 0 : x/hypot(x, y)"},
        {"ln(x)", "1/x"},
        {"log(x)", "1/x"},
        {"log10(x)", "1/(log(10)*x)"},
        {"log1p(x)", "1/(1 + x)"},
        {"log2(x)", "1/(log(2)*x)"},
        {"max(x, y)", "y <= x ? 1 : 0"},
        {"min(x, y)", "x <= y ? 1 : 0"},
        {"pow(x, 3)", "3*x^2"},
        {"sigmoid(x)", "sigmoid(x)*sigmoid(-x)"},
        {"sign(x)", "0"},
        {"sin(x)", "cos(x)"},
        {"sin(x^2)", "2*x*cos(x^2)"},
        {"sinh(x)", "cosh(x)"},
        {"softplus(x)", "sigmoid(x)"},
        {"sqrt(x)", "1/(2*sqrt(x))"},
        {"sum(x, y, x)", "2"},
        {"tan(x)", "1 + tan(x)^2"},
        {"tanh(x)", "1/cosh(x)^2"},
        {"x > y", "0"},
        {"x > 0 ? x*log(x) : y", "x > 0 ? log(x) + 1 : 0"},
        {"x*(x > y && y > 0)", "x > y && y > 0"},
    };
    for (const auto& [formula, derivative] : rules) {
        Desk desk;
        EXPECT_EQ(desk.text(desk.slope(desk.type(formula))), derivative) << formula;
    }
}

/// Every function against differences in quadruple precision, twice.
TEST(Derivatives, AreRightForEveryFunction) {
    for (const FunctionHelp& help : functionHelp()) {
        const std::string name(help.name);
        for (double x : {-0.8, -0.3, 0.2, 0.7}) {
            const bool positive = name.starts_with("log") || name == "ln" || name == "sqrt";
            if (name == "acosh" || positive) x = x * x + (positive ? 0.1 : 1.1);
            Desk desk;
            const NodeId f = desk.type(name + (help.arguments == 1 ? "(x)"
                                               : name == "pow"     ? "(1.5 + x, y)"
                                                                   : "(x, y)"));
            const std::vector<double> at{x, 0.45, 0};
            EXPECT_NEAR(desk.value(desk.slope(f), at), test::slope(desk.graph, f, at, 0), 1e-14)
                << name << " at " << x;
            const double curvature = test::curvature(desk.graph, f, at, 0, 0);
            EXPECT_NEAR(desk.value(desk.curvature(f), at), curvature, 1e-13 * (1 + std::abs(curvature)))
                << name << " at " << x;
            if (help.arguments == 1) continue;
            EXPECT_NEAR(desk.value(desk.slope(f, 1), at), test::slope(desk.graph, f, at, 1), 1e-14)
                << name << " at " << x;
        }
    }
}

struct Kink {
    std::string formula;
    double x, y;
    double value, slopeX, slopeY;
};

TEST(Derivatives, AreDefinedAtKinksAndIgnoreBranchesNotTaken) {
    const std::vector<Kink> kinks{
        {"abs(x)", 0, 0, 0, 0, 0},
        {"abs(x)*y", -1, 2, 2, -2, 1},
        {"sign(x)*y", 0, 3, 0, 0, 0},
        {"max(x, y)", 1, 1, 1, 1, 0},
        {"min(x, y)", 1, 1, 1, 1, 0},
        {"max(x, 0)^2", 0, 0, 0, 0, 0},
        {"hypot(x, y)", 0, 0, 0, 0, 0},
        {"hypot(x, y)", 3, 4, 5, 0.6, 0.8},
        {"x > 0 ? x*log(x) : 0", 0, 0, 0, 0, 0},
        {"x > 0 ? x*log(x) : 0", 2, 0, 2 * std::log(2), 1 + std::log(2), 0},
        {"x > 0 ? sqrt(x) : -sqrt(-x)", -4, 0, -2, 0.25, 0},
        {"x != 0 ? sin(x)/x : 1", 0, 0, 1, 0, 0},
        {"min(1, x > 0 ? 1/x : y)", 0, 3, 1, 0, 0},
        {"x^0", 0, 0, 1, 0, 0},
        {"x^1", 0, 0, 0, 1, 0},
        {"x^2", 0, 0, 0, 0, 0},
        {"x^1.5", 0, 0, 0, 0, 0},
        {"x^-1", -4, 0, -0.25, -0.0625, 0},
        {"x^y", 0, 2, 0, 0, 0},
        {"x^y", 0, 1, 0, 1, 0},
        {"0^y", 0, 2, 0, 0, 0},
        {"2^y", 0, 1, 2, 0, 2 * std::log(2)},
        {"exp(-1/x^2)", 0.01, 0, 0, 0, 0},
        {"tanh(x)", 400, 0, 1, 0, 0},
        {"softplus(x)", 800, 0, 800, 1, 0},
        {"softplus(x)", -800, 0, 0, 0, 0},
        {"sigmoid(x)", -800, 0, 0, 0, 0},
        {"sigmoid(x)", 800, 0, 1, 0, 0},
        {"sqrt(x)", 0, 0, 0, infinity, 0},
    };
    for (const auto& [formula, x, y, value, slopeX, slopeY] : kinks) {
        Desk desk;
        const NodeId f = desk.type(formula);
        const std::vector<double> at{x, y, 0};
        EXPECT_DOUBLE_EQ(desk.value(f, at), value) << formula;
        EXPECT_DOUBLE_EQ(desk.value(desk.slope(f, 0), at), slopeX) << formula;
        EXPECT_DOUBLE_EQ(desk.value(desk.slope(f, 1), at), slopeY) << formula;
    }
}

TEST(Derivatives, HaveSecondOnesAtKinksToo) {
    Desk desk;
    const std::vector<double> origin{0, 0, 0};
    EXPECT_EQ(desk.value(desk.curvature(desk.type("abs(x)")), origin), 0);
    EXPECT_EQ(desk.value(desk.curvature(desk.type("hypot(x, y)")), origin), 0);
    EXPECT_EQ(desk.value(desk.curvature(desk.type("x > 0 ? x^3*log(x) : 0")), origin), 0);
    EXPECT_EQ(desk.value(desk.curvature(desk.type("x^2.5")), origin), 0);
    EXPECT_EQ(desk.value(desk.curvature(desk.type("max(x, y)^2")), origin), 2);
}

TEST(Derivatives, OfAPowerWithANegativeBaseAreExactInTheBaseAndUndefinedInTheExponent) {
    Desk desk;
    const NodeId f = desk.type("x^y");
    EXPECT_EQ(desk.value(desk.slope(f, 0), {-2, 2, 0}), -4);
    EXPECT_TRUE(std::isnan(desk.value(desk.slope(f, 1), {-2, 2, 0})));
}

/// Rosenbrock's function: the derivatives are in every textbook.
TEST(Hessian, IsTheLowerTriangleRowByRow) {
    Desk desk;
    const std::vector<int> inputs{0, 1};
    const NodeId f = desk.type("100*(y - x^2)^2 + (1 - x)^2");
    const auto slopes = gradient(desk.graph, f, inputs);
    const auto triangle = hessian(desk.graph, slopes, inputs);
    ASSERT_EQ(triangle.size(), 3u);
    const std::vector<double> at{-1.2, 1, 0};
    EXPECT_NEAR(desk.value(slopes[0], at), -215.6, 1e-12);
    EXPECT_NEAR(desk.value(slopes[1], at), -88, 1e-12);
    EXPECT_NEAR(desk.value(triangle[0], at), 1330, 1e-11);
    EXPECT_NEAR(desk.value(triangle[1], at), 480, 1e-12);
    EXPECT_EQ(desk.value(triangle[2], at), 200);
}

TEST(HessianVector, IsTheDerivativeAlongADirection) {
    Desk desk;
    desk.addInput("u");
    desk.addInput("v");
    const std::vector<int> inputs{0, 1};
    const auto slopes = gradient(desk.graph, desk.type("x^2*y"), inputs);
    const auto product = hessianVector(desk.graph, slopes, inputs, std::vector{3, 4});
    EXPECT_EQ(desk.text(product[0]), "2*x*v + 2*y*u");
    EXPECT_EQ(desk.text(product[1]), "2*x*u");
}

TEST(Derivatives, OfDeepFormulasNeedNoStack) {
    Desk desk;
    std::string sum = "x", choice;
    for (int k = 0; k < 15000; ++k) sum += "+x*y";
    for (int k = 0; k < 900; ++k) choice += "x>" + std::to_string(k) + "?x*y:";
    EXPECT_EQ(desk.value(desk.slope(desk.type(sum)), {1, 1, 0}), 15001);
    EXPECT_EQ(desk.value(desk.slope(desk.type(choice + "z")), {0.5, 3, 0}), 3);
}

}  // namespace
}  // namespace bilevel
