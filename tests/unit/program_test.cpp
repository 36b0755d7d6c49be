#include "formula_support.h"

#include "core/formula/kernels.h"

#include <bit>
#include <cmath>
#include <limits>

namespace bilevel {
namespace {

using test::Desk;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Numbers that break careless code: zeros of both signs, denormals, the largest, and what lies just beyond
/// SLEEF's range.
std::vector<double> awkwardNumbers() {
    std::vector<double> numbers{0.0,
                                0.5,
                                1.0,
                                1.5,
                                2.0,
                                3.0,
                                0.7853981633974483,
                                1.5707963267948966,
                                3.141592653589793,
                                10,
                                100,
                                700,
                                708.5,
                                709.5,
                                710.4,
                                711,
                                745,
                                746,
                                800,
                                1e5,
                                1e8,
                                1e16,
                                1e22,
                                1e100,
                                1.5e154,
                                1e200,
                                1e300,
                                1.7e308,
                                infinity,
                                1e-5,
                                1e-8,
                                1e-17,
                                1e-160,
                                1e-300,
                                2.2250738585072014e-308,
                                1e-310,
                                4.9e-324,
                                std::nextafter(1.0, 0.0),
                                std::nextafter(1.0, 2.0)};
    const std::size_t count = numbers.size();
    for (std::size_t k = 0; k < count; ++k) numbers.push_back(-numbers[k]);
    numbers.push_back(std::numeric_limits<double>::quiet_NaN());
    return numbers;
}

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

/// One program with all functions, in x and, where there are two operands, y.
struct EveryFunction {
    Desk desk;
    std::vector<std::string> texts;
    Program program;

    EveryFunction() {
        for (const FunctionHelp& help : functionHelp())
            texts.push_back(std::string(help.name) + (help.arguments == 1 ? "(x)" : "(x, y)"));
        for (const char* text : {"-x",    "x+y",   "x-y",   "x*y",   "x/y",   "x^2",   "x^3",  "x^-2", "x^2.5",
                                 "x^17",  "x<y",   "x<=y",  "x>y",   "x>=y",  "x==y",  "x!=y", "x&&y", "x||y",
                                 "x?y:1", "x*y+3", "x*y-y", "3-x*y", "x+y+2", "x*y*3", "1/x",  "x/4"})
            texts.emplace_back(text);
        std::vector<NodeId> outputs;
        for (const auto& text : texts) outputs.push_back(desk.type(text));
        program = Program(desk.graph, outputs, 2);
    }
};

TEST(Kernels, GiveTheSameBitsForEveryFunctionEvenOfAwkwardNumbers) {
    const EveryFunction all;
    const auto numbers = awkwardNumbers();
    std::vector<std::vector<double>> in(2);
    for (const double x : numbers)
        for (const double y : numbers) {
            in[0].push_back(x);
            in[1].push_back(y);
        }
    const std::size_t count = in[0].size();
    const std::vector<const double*> from{in[0].data(), in[1].data()};
    std::vector<std::vector<double>> reference;
    for (const Kernels* kernels : availableKernels()) {
        std::vector<std::vector<double>> results(all.texts.size(), std::vector<double>(count));
        std::vector<double*> to;
        for (auto& row : results) to.push_back(row.data());
        BatchEvaluator(all.program, *kernels)(from, to, count);
        if (reference.empty()) reference = results;
        ScalarEvaluator alone(all.program, *kernels);
        std::vector<double> out(all.texts.size());
        for (std::size_t k = 0; k < count; ++k) {
            alone(std::array{in[0][k], in[1][k]}, out);
            for (std::size_t j = 0; j < out.size(); ++j) {
                ASSERT_TRUE(sameBits(out[j], reference[j][k]))
                    << all.texts[j] << " at " << in[0][k] << ", " << in[1][k];
                ASSERT_TRUE(sameBits(results[j][k], reference[j][k]))
                    << all.texts[j] << " at " << in[0][k] << ", " << in[1][k];
            }
        }
    }
}

struct Reference {
    std::string formula;
    double (*function)(double);
};

TEST(Kernels, AreWithinTwoUnitsInTheLastPlaceOfTheCLibrary) {
    const std::vector<Reference> references{
        {"acos(x)", std::acos},   {"acosh(x)", std::acosh}, {"asin(x)", std::asin},   {"asinh(x)", std::asinh},
        {"atan(x)", std::atan},   {"atanh(x)", std::atanh}, {"cos(x)", std::cos},     {"cosh(x)", std::cosh},
        {"erf(x)", std::erf},     {"exp(x)", std::exp},     {"expm1(x)", std::expm1}, {"log(x)", std::log},
        {"log10(x)", std::log10}, {"log1p(x)", std::log1p}, {"log2(x)", std::log2},   {"sin(x)", std::sin},
        {"sinh(x)", std::sinh},   {"sqrt(x)", std::sqrt},   {"tan(x)", std::tan},     {"tanh(x)", std::tanh},
        {"floor(x)", std::floor}, {"ceil(x)", std::ceil},   {"abs(x)", std::fabs}};
    std::vector<double> numbers = awkwardNumbers();
    for (int k = -400; k <= 400; ++k) numbers.push_back(k * 0.0371);
    for (const auto& [formula, function] : references) {
        Desk desk;
        ScalarEvaluator evaluate(Program(desk.graph, std::array{desk.type(formula)}, 1));
        for (const double x : numbers) {
            double value = 0;
            evaluate(std::span(&x, 1), std::span(&value, 1));
            const double expected = function(x);
            if (std::isnan(expected) || std::isinf(expected) || std::abs(expected) < 1e-305) {
                const bool same =
                    std::isnan(expected) ? std::isnan(value) : value == expected || std::abs(value) < 1e-305;
                EXPECT_TRUE(same) << formula << " at " << x << ": " << value << ", not " << expected;
            } else {
                EXPECT_NEAR(value, expected, 3 * std::abs(std::nextafter(expected, 0) - expected))
                    << formula << " at " << x;
            }
        }
    }
}

TEST(Program, ComputesAllOutputsAtOnce) {
    Desk desk;
    const std::vector<NodeId> outputs{desk.type("x*y"), desk.type("7"), desk.type("y"), desk.type("x*y"),
                                      desk.type("sin(x)")};
    const Program program(desk.graph, outputs, 3);
    EXPECT_EQ(program.inputs(), 3);
    EXPECT_EQ(program.outputs(), 5);
    ScalarEvaluator evaluate(program);
    std::vector<double> out(5);
    evaluate(std::array{2.0, 3.0, 0.0}, out);
    EXPECT_EQ(out, (std::vector{6.0, 7.0, 3.0, 6.0, out[4]}));
    EXPECT_DOUBLE_EQ(out[4], std::sin(2.0));
}

TEST(Batch, WritesOnlyTheOutputsThatAreWanted) {
    Desk desk;
    const Program program(
        desk.graph,
        std::array{desk.type("x + 1"), desk.type("x*y"), desk.type("5"), desk.type("x"), desk.type("x*y")}, 3);
    BatchEvaluator evaluate(program);
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{127}, std::size_t{128},
                                    std::size_t{129}, std::size_t{1000}}) {
        std::vector<double> x(count), y(count, 2), product(count + 1, -1), five(count + 1, -1),
            same(count + 1, -1), again(count + 1, -1);
        for (std::size_t k = 0; k < count; ++k) x[k] = static_cast<double>(k);
        evaluate(std::array<const double*, 3>{x.data(), y.data(), y.data()},
                 std::array<double*, 5>{nullptr, product.data(), five.data(), same.data(), again.data()}, count);
        for (std::size_t k = 0; k < count; ++k) {
            ASSERT_EQ(product[k], 2 * x[k]);
            ASSERT_EQ(again[k], 2 * x[k]);
            ASSERT_EQ(five[k], 5);
            ASSERT_EQ(same[k], x[k]);
        }
        EXPECT_EQ(product[count], -1);  // nothing is written behind the end
        EXPECT_EQ(five[count], -1);
        EXPECT_EQ(same[count], -1);
    }
}

TEST(Batch, CanBeCopiedAndMoved) {
    Desk desk;
    BatchEvaluator first(Program(desk.graph, std::array{desk.type("exp(x)*y + sin(x)")}, 3));
    BatchEvaluator second = first;
    BatchEvaluator third = std::move(first);
    const std::vector<double> x(200, 0.5), y(200, 2);
    std::vector<double> a(200), b(200);
    second(std::array{x.data(), y.data(), y.data()}, std::array{a.data()}, 200);
    third(std::array{x.data(), y.data(), y.data()}, std::array{b.data()}, 200);
    EXPECT_EQ(a, b);
    EXPECT_DOUBLE_EQ(a[199], std::exp(0.5) * 2 + std::sin(0.5));
}

TEST(Program, SharesWhatFormulasHaveInCommon) {
    Desk desk;
    const NodeId f = desk.type("exp(x*y)^2 + sin(x*y)");
    const Program alone(desk.graph, std::array{f}, 3);
    const Program both(desk.graph, std::array{f, desk.slope(f)}, 3);
    EXPECT_LE(both.instructions(), alone.instructions() + 4);
}

TEST(Program, RefusesWhatNeedsTooManyRegisters) {
    Desk desk;
    std::vector<NodeId> outputs;
    for (int k = 0; k < 66'000; ++k)
        outputs.push_back(
            desk.graph.binary(Operation::Multiply, desk.graph.input(0), desk.graph.constant(k + 0.5)));
    const auto program = Program::compile(desk.graph, outputs, 3);
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().message,
              "the formulas are too large together: they need more than 65000 intermediate values");
    EXPECT_TRUE(Program::compile(desk.graph, std::span(outputs).first(1000), 3));
}

}  // namespace
}  // namespace bilevel
