#include "core/formula/derive.h"
#include "core/formula/kernels.h"
#include "core/formula/parse.h"
#include "core/formula/print.h"
#include "core/formula/program.h"
#include "formula_quad.h"
#include "formula_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace bilevel {
namespace {

using test::Quad;
using test::RandomFormula;

constexpr int variables = 3;
constexpr std::array inputs{0, 1, 2};

struct Parsed {
    Graph graph;
    NodeId root = noNode;
    std::vector<Symbol> symbols;
    Names names{.inputs = {"x", "y", "z"}, .definitions = {}};

    explicit Parsed(const std::string& text) {
        for (int k = 0; k < variables; ++k)
            symbols.push_back({names.inputs[static_cast<std::size_t>(k)], graph.input(k)});
        const auto result = parse(graph, text, symbols);
        if (result)
            root = *result;
        else
            ADD_FAILURE() << text << "\n" << result.error().message;
    }
};

std::vector<double> valuesOf(const Graph& graph, std::span<const NodeId> formulas, std::span<const double> x) {
    ScalarEvaluator evaluate(Program(graph, formulas, static_cast<int>(x.size())));
    std::vector<double> values(formulas.size());
    evaluate(x, values);
    return values;
}

std::vector<double> randomPoint(RandomFormula& random) {
    return {random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5)};
}

double relativeError(double value, double reference) {
    return std::abs(value - reference) / (1 + std::abs(reference));
}

/// Nothing on the way to the value is large, so that rounding is not amplified much.
bool isTame(const Graph& graph, NodeId root, std::span<const double> x) {
    return test::evaluateQuad(graph, root, std::vector<Quad>(x.begin(), x.end())).largest < 20;
}

double exactly(const Graph& graph, NodeId root, std::span<const double> x) {
    return static_cast<double>(test::evaluateQuad(graph, root, std::vector<Quad>(x.begin(), x.end())).value);
}

/// First and second derivatives by differences in quadruple precision.
std::vector<double> slopesByDifferences(const Graph& graph, NodeId root, std::span<const double> x) {
    std::vector<double> slopes;
    for (std::size_t i = 0; i < variables; ++i) slopes.push_back(test::slope(graph, root, x, i));
    return slopes;
}

std::vector<double> curvaturesByDifferences(const Graph& graph, NodeId root, std::span<const double> x) {
    std::vector<double> triangle;
    for (std::size_t i = 0; i < variables; ++i)
        for (std::size_t j = 0; j <= i; ++j) triangle.push_back(test::curvature(graph, root, x, i, j));
    return triangle;
}

/// The largest difference, relative to the largest entry.
double worstError(std::span<const double> values, std::span<const double> reference) {
    double error = 0, size = 1;
    for (std::size_t k = 0; k < values.size(); ++k) {
        error = std::max(error, std::abs(values[k] - reference[k]));
        size = std::max(size, std::abs(reference[k]));
    }
    return error / size;
}

TEST(RandomFormulas, HaveDerivativesThatAreExactButForRounding) {
    RandomFormula random(11);
    int checked = 0;
    while (checked < 1000) {
        const std::string text = random.smooth(4);
        Parsed f(text);
        const auto x = randomPoint(random);
        if (!isTame(f.graph, f.root, x)) continue;
        ++checked;
        const auto slopes = gradient(f.graph, f.root, inputs);
        const auto curvatures = hessian(f.graph, slopes, inputs);
        // our formulas, but evaluated with 113 bits
        std::vector<double> first, second;
        for (const NodeId id : slopes) first.push_back(exactly(f.graph, id, x));
        for (const NodeId id : curvatures) second.push_back(exactly(f.graph, id, x));
        ASSERT_LT(worstError(first, slopesByDifferences(f.graph, f.root, x)), 1e-14) << text;
        ASSERT_LT(worstError(second, curvaturesByDifferences(f.graph, f.root, x)), 1e-13) << text;
    }
}

TEST(RandomFormulas, HaveGradientsTo12DigitsAndHessiansTo11) {
    RandomFormula random(17);
    int checked = 0;
    double worstGradient = 0, worstHessian = 0;
    while (checked < 3000) {
        const std::string text = random.smooth(4);
        Parsed f(text);
        const auto x = randomPoint(random);
        if (!isTame(f.graph, f.root, x)) continue;
        ++checked;
        const auto slopes = gradient(f.graph, f.root, inputs);
        const double first = worstError(valuesOf(f.graph, slopes, x), slopesByDifferences(f.graph, f.root, x));
        const double second = worstError(valuesOf(f.graph, hessian(f.graph, slopes, inputs), x),
                                         curvaturesByDifferences(f.graph, f.root, x));
        ASSERT_LT(first, 1e-12) << text;
        ASSERT_LT(second, 1e-11) << text;
        worstGradient = std::max(worstGradient, first);
        worstHessian = std::max(worstHessian, second);
    }
    RecordProperty("worst_gradient", std::to_string(worstGradient * 1e15) + "e-15");
    RecordProperty("worst_hessian", std::to_string(worstHessian * 1e15) + "e-15");
}

TEST(RandomFormulas, HaveHessianVectorProductsThatAreHessianTimesVector) {
    RandomFormula random(19);
    for (int k = 0; k < 1000; ++k) {
        const std::string text = random.smooth(3);
        Parsed f(text);
        const auto slopes = gradient(f.graph, f.root, inputs);
        const auto curvatures = hessian(f.graph, slopes, inputs);
        constexpr std::array directions{3, 70, 4};  // any index, tracked or not
        const auto products = hessianVector(f.graph, slopes, inputs, directions);
        std::vector<double> x(71);
        for (auto& value : x) value = random.uniform(-1.5, 1.5);
        const auto h = valuesOf(f.graph, curvatures, x);
        const auto hv = valuesOf(f.graph, products, x);
        for (std::size_t i = 0; i < variables; ++i) {
            double expected = 0, size = 1;
            for (std::size_t j = 0; j < variables; ++j) {
                const double term = h[std::max(i, j) * (std::max(i, j) + 1) / 2 + std::min(i, j)] *
                                    x[static_cast<std::size_t>(directions[j])];
                expected += term;
                size += std::abs(term);
            }
            if (size < 1e6) {
                EXPECT_NEAR(hv[i], expected, 1e-11 * size) << text;
            }
        }
    }
}

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

TEST(RandomFormulas, HaveTheSameBitsOnEveryPathAndInstructionSet) {
    RandomFormula random(23);
    constexpr std::size_t count = 300;  // two whole blocks of lanes and a part of one
    for (int k = 0; k < 1500; ++k) {
        const std::string text = k % 2 == 0 ? random.smooth(4) : random.wild(4);
        Parsed f(text);
        auto all = gradient(f.graph, f.root, inputs);
        const auto curvatures = hessian(f.graph, all, inputs);
        all.insert(all.end(), curvatures.begin(), curvatures.end());
        all.push_back(f.root);
        const Program program(f.graph, all, variables);
        std::vector<std::vector<double>> in(variables, std::vector<double>(count));
        for (auto& row : in)
            for (auto& x : row) x = random.below(9) == 0 ? random.below(5) - 2 : random.uniform(-3, 3);
        const std::vector<const double*> from{in[0].data(), in[1].data(), in[2].data()};

        std::vector<std::vector<double>> expected(all.size(), std::vector<double>(count));
        ScalarEvaluator evaluate(program);
        std::vector<double> out(all.size());
        for (std::size_t i = 0; i < count; ++i) {
            evaluate(std::array{in[0][i], in[1][i], in[2][i]}, out);
            for (std::size_t j = 0; j < all.size(); ++j) expected[j][i] = out[j];
        }
        for (const Kernels* kernels : availableKernels()) {
            std::vector<std::vector<double>> results(all.size(), std::vector<double>(count));
            std::vector<double*> to;
            for (auto& row : results) to.push_back(row.data());
            BatchEvaluator(program, *kernels)(from, to, count);
            ScalarEvaluator alone(program, *kernels);
            for (std::size_t i = 0; i < count; ++i) {
                if (i % 50 == 0) alone(std::array{in[0][i], in[1][i], in[2][i]}, out);
                for (std::size_t j = 0; j < all.size(); ++j) {
                    ASSERT_TRUE(sameBits(results[j][i], expected[j][i])) << text << "\noutput " << j;
                    ASSERT_TRUE(i % 50 != 0 || sameBits(out[j], expected[j][i])) << text << "\noutput " << j;
                }
            }
        }
        // the value does not depend on the program that computes it
        ScalarEvaluator value(Program(f.graph, std::span(&f.root, 1), variables));
        for (std::size_t i = 0; i < count; i += 17) {
            double alone = 0;
            value(std::array{in[0][i], in[1][i], in[2][i]}, std::span(&alone, 1));
            ASSERT_TRUE(sameBits(alone, expected.back()[i])) << text;
        }
    }
}

TEST(RandomFormulas, ReadBackAsTheNodeThatWasPrinted) {
    RandomFormula random(29);
    for (int k = 0; k < 10000; ++k) {
        const std::string text = random.wild(4);
        Parsed f(text);
        const std::string printed = printText(f.graph, f.root, f.names);
        const auto again = parse(f.graph, printed, f.symbols);
        ASSERT_TRUE(again) << text << "\n" << printed << "\n" << again.error().message;
        ASSERT_EQ(*again, f.root) << text << "\n" << printed;
    }
}

TEST(RandomFormulas, HaveDerivativesThatReadBackWithTheSameValue) {
    RandomFormula random(31);
    for (int k = 0; k < 2000; ++k) {
        const std::string text = random.smooth(3);
        Parsed f(text);
        const auto x = randomPoint(random);
        if (!isTame(f.graph, f.root, x)) continue;
        auto slopes = gradient(f.graph, f.root, inputs);
        const auto curvatures = hessian(f.graph, slopes, inputs);
        slopes.insert(slopes.end(), curvatures.begin(), curvatures.end());
        const auto values = valuesOf(f.graph, slopes, x);
        for (std::size_t i = 0; i < slopes.size(); ++i) {
            const std::string printed = printText(f.graph, slopes[i], f.names);
            const auto again = parse(f.graph, printed, f.symbols);
            ASSERT_TRUE(again) << text << "\n" << printed << "\n" << again.error().message;
            const double value = valuesOf(f.graph, std::span(&*again, 1), x)[0];
            ASSERT_LT(relativeError(value, values[i]), 1e-10) << text << "\n" << printed;
        }
    }
}

}  // namespace
}  // namespace bilevel
