#include "core/formula/parse.h"
#include "core/formula/program.h"
#include "formula_muparser.h"
#include "formula_quad.h"
#include "formula_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

using test::Quad;
using test::RandomFormula;

std::vector<Symbol> symbols(Graph& graph) {
    return {{"x", graph.input(0)}, {"y", graph.input(1)}, {"z", graph.input(2)}};
}

double value(const Graph& graph, NodeId root, const std::array<double, 3>& x) {
    double result = 0;
    ScalarEvaluator(Program(graph, std::span(&root, 1), 3))(x, std::span(&result, 1));
    return result;
}

/// Rounding errors on the way, in units of what is large on the way.
bool closeTo(double value, double reference, double largest) {
    if (std::isnan(reference) || std::isnan(value)) return std::isnan(reference) == std::isnan(value);
    return value == reference || std::abs(value - reference) <= 1e-13 * (1 + largest);
}

TEST(RandomFormulas, HaveTheValueThatMuParserGives) {
    RandomFormula random(41);
    test::MuParser reference;
    for (int k = 0; k < 20000; ++k) {
        const std::string text = random.wild(3);
        Graph graph;
        const auto root = parse(graph, text, symbols(graph));
        ASSERT_TRUE(root) << text << "\n" << root.error().message;
        const std::array x{random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(-2, 2)};
        const double ours = value(graph, *root, x), theirs = reference.value(text, x);
        const double largest = test::evaluateQuad(graph, *root, std::vector<Quad>(x.begin(), x.end())).largest;
        ASSERT_TRUE(closeTo(ours, theirs, largest)) << text << "\nours " << ours << ", muParser's " << theirs;
    }
}

TEST(RandomWords, AreAFormulaExactlyWhereMuParserSaysSo) {
    RandomFormula random(43);
    test::MuParser reference;
    int accepted = 0;
    for (int k = 0; k < 50000; ++k) {
        std::string text = random.words(1 + random.below(9));
        // what we understand and muParser does not
        if (text.find("**") != std::string::npos) continue;
        for (auto blank = text.find(" ("); blank != std::string::npos; blank = text.find(" ("))
            text.erase(blank, 1);
        Graph graph;
        const auto root = parse(graph, text, symbols(graph));
        accepted += root ? 1 : 0;
        if (root) {
            ASSERT_TRUE(reference.accepts(text)) << text;
            continue;
        }
        const Error& error = root.error();
        // what muParser takes and we refuse on purpose
        const bool onPurpose =
            error.message.starts_with("‘,’ can only stand") || error.message.starts_with("use ‘.’");
        ASSERT_TRUE(onPurpose || !reference.accepts(text)) << text << "\n" << error.message;
        ASSERT_FALSE(error.message.starts_with("this is not a formula")) << text << "\n" << error.message;
        ASSERT_GE(error.position, 0) << text;
        ASSERT_GT(error.length, 0) << text << "\n" << error.message;
        ASSERT_LE(error.position + error.length, static_cast<int>(text.size())) << text << "\n" << error.message;
    }
    EXPECT_GT(accepted, 1000);
}

TEST(RandomBytes, AreRefusedWithAPlaceAndAReason) {
    RandomFormula random(47);
    for (int k = 0; k < 50000; ++k) {
        std::string text = random.below(2) == 0 ? random.wild(3) : std::string();
        for (int edits = 1 + random.below(4); edits > 0; --edits) {
            const auto at = static_cast<std::size_t>(random.below(static_cast<int>(text.size()) + 1));
            text.insert(at, 1, static_cast<char>(random.below(256)));
        }
        Graph graph;
        const auto root = parse(graph, text, symbols(graph));
        if (root) continue;
        const Error& error = root.error();
        ASSERT_FALSE(error.message.empty());
        ASSERT_FALSE(error.message.starts_with("this is not a formula")) << text << "\n" << error.message;
        ASSERT_GE(error.position, 0) << text;
        ASSERT_LE(error.position + error.length, static_cast<int>(text.size())) << text << "\n" << error.message;
    }
}

}  // namespace
}  // namespace bilevel
