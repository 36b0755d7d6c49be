#include "ui/formula/math_layout.h"
#include "core/formula/derive.h"
#include "core/formula/parse.h"
#include "core/io/gallery.h"
#include "core/io/study.h"
#include "core/problem/problem.h"
#include "ui/formula/math_symbol.h"

#include <gtest/gtest.h>

namespace bilevel::ui {
namespace {

const Theme theme = Theme::make(false, 1);
const MathStyle style{&theme, 17};

MathBox letter(const char* text) { return math::text(style, text, true); }

TEST(MathBox, FractionIsTallerAndWiderThanItsParts) {
    const MathBox above = letter("x"), below = math::row({letter("y"), letter("z")});
    const MathBox fraction = math::fraction(style, above, below);
    EXPECT_GT(fraction.height(), above.height() + below.height());
    EXPECT_GT(fraction.width(), std::max(above.width(), below.width()));
    EXPECT_GT(fraction.descent(), 0);
}

TEST(MathBox, ScriptsAreRaisedAndLowered) {
    const MathBox x = letter("x"), two = math::text(style.script(), "2", false);
    const MathBox raised = math::scripts(style, x, {}, two), lowered = math::scripts(style, x, two, {});
    EXPECT_GT(raised.ascent(), x.ascent());
    EXPECT_DOUBLE_EQ(raised.descent(), x.descent());
    EXPECT_GT(lowered.descent(), x.descent());
    EXPECT_DOUBLE_EQ(lowered.ascent(), x.ascent());
    const MathBox both = math::scripts(style, x, two, two);
    EXPECT_LT(both.width(), x.width() + 2 * two.width()) << "one above the other";
}

TEST(MathBox, BracketsGrowWithWhatTheyHold) {
    const MathBox small = math::fenced(style, letter("x"), math::Fence::parentheses);
    const MathBox tall =
        math::fenced(style, math::fraction(style, letter("x"), letter("y")), math::Fence::parentheses);
    EXPECT_GT(tall.height(), 1.4 * small.height());
}

/// The letters and signs of a formula of x, y, x1, alpha and rate, in the order of drawing.
std::string typeset(const char* formula) {
    Graph graph;
    Names names;
    std::vector<Symbol> symbols;
    for (const char* name : {"x", "y", "x1", "alpha", "rate"}) {
        symbols.push_back({name, graph.input(static_cast<int>(symbols.size()))});
        names.inputs.emplace_back(name);
    }
    const Result<NodeId> root = parse(graph, formula, symbols);
    if (!root) return root.error().message;
    return math::row(layoutFormula(style, graph, *root, names)).text().toStdString();
}

struct Typeset {
    const char* formula;
    const char* text;
};

TEST(MathLayout, WritesNoMoreParenthesesThanNeeded) {
    for (const auto& [formula, text] : {Typeset{"(x+1)*y", "(x+1)y"},
                                        {"((x))+(y*2)", "x+y·2"},
                                        {"x-(y-1)", "x−(y−1)"},
                                        {"(x-y)-1", "x−y−1"},
                                        {"x+(y-1)", "x+y−1"},
                                        {"(x*y)*2", "xy·2"},
                                        {"(x+y)^2", "(x+y)2"},
                                        {"(x^2)^3", "(x2)3"},
                                        {"x^(y+1)", "xy+1"},
                                        {"(x+1)/(y-1)", "x+1y−1"},
                                        {"-(x+y)", "−(x+y)"},
                                        {"2*-x", "2(−x)"},
                                        {"x<-1", "x<−1"},
                                        {"(-x)^2", "(−x)2"},
                                        {"-x^2", "−x2"},
                                        {"x*(y/2)", "xy2"},
                                        {"abs(x)^2", "|x|2"},
                                        {"sqrt(x+1)^3", "(√(x+1))3"}})
        EXPECT_EQ(typeset(formula), text) << formula;
}

TEST(MathLayout, WritesLikeMathematics) {
    for (const auto& [formula, text] : {Typeset{"2*x", "2x"},
                                        {"2*3", "2·3"},
                                        {"alpha*x1", "αx1"},
                                        {"exp(x)", "ex"},
                                        {"log(x)", "ln(x)"},
                                        {"sin(x)^2", "sin2(x)"},
                                        {"1/sin(x)", "1sin(x)"},
                                        {"pi*x", "πx"},
                                        {"-0.5*x", "−0.5x"},
                                        {"x+-2*y", "x−2y"},
                                        {"x - -2*y", "x+2y"},
                                        {"1e-8*x", "10−8x"},
                                        {"0.1234567890", "0.123457"},
                                        {"x>=y", "x≥y"},
                                        {"min(x,y,1)", "min(x, y, 1)"},
                                        {"x>0 ? x : -x", "xif x>0−xotherwise"},
                                        {"asin(x)", "arcsin(x)"},
                                        {"x && y", "x∧y"},
                                        {"rate*x", "ratex"},
                                        {"log10(x)", "log10(x)"},
                                        {"-x*y/2", "−xy2"}})
        EXPECT_EQ(typeset(formula), text) << formula;
}

TEST(MathLayout, KeepsATypedQuotientWhereItWasTyped) {
    EXPECT_EQ(typeset("1/2*x"), "12x");  // one half, then x
    Graph graph;
    Names names{.inputs = {"x"}, .definitions = {}};
    const Symbol x[]{{"x", graph.input(0)}};
    const auto width = [&](const char* formula) {
        return math::row(layoutFormula(style, graph, *parse(graph, formula, x), names)).width();
    };
    EXPECT_GT(width("1/2*x"), width("1*x/2")) << "beside the fraction, not in it";
}

TEST(MathLayout, ShowsDefinitionsByName) {
    Graph graph;
    const Symbol x[]{{"x", graph.input(0)}};
    const NodeId square = *parse(graph, "x^2 + 1", x);
    const Symbol both[]{x[0], {"s", square}};
    const NodeId root = *parse(graph, "2*s + x", both);
    const Names names{.inputs = {"x"}, .definitions = {{square, "s"}}};
    EXPECT_EQ(math::row(layoutFormula(style, graph, root, names)).text(), "2s+x");
    EXPECT_EQ(math::row(layoutFormula(style, graph, square, names)).text(), "s");
    EXPECT_EQ(math::row(layoutFormula(style, graph, square, names, true)).text(), "x2+1");
}

TEST(MathLayout, GivesUpOnWhatNobodyReads) {
    Graph graph;
    NodeId node = graph.input(0);
    for (int i = 0; i < 60; ++i)  // 2^60 letters if it were written out
        node = graph.binary(Operation::Add, graph.unary(Operation::Sin, node), graph.unary(Operation::Cos, node));
    const Names names{.inputs = {"x"}, .definitions = {}};
    const MathBox box = math::row(layoutFormula(style, graph, node, names));
    EXPECT_TRUE(box.text().contains("…"));
    EXPECT_LT(box.text().size(), 20000);

    NodeId deep = graph.input(0);
    for (int i = 0; i < 20000; ++i) deep = graph.unary(i % 2 ? Operation::Sin : Operation::Cos, deep);
    EXPECT_TRUE(math::row(layoutFormula(style, graph, deep, names)).text().contains("…"));
}

TEST(MathLayout, LongSumsAreListsOfTerms) {
    Graph graph;
    NodeId sum = graph.input(0);
    for (int i = 0; i < 400; ++i) sum = graph.binary(Operation::Add, sum, graph.input(i % 2));
    const Names names{.inputs = {"x", "y"}, .definitions = {}};
    EXPECT_EQ(layoutFormula(style, graph, sum, names).size(), 401u);
}

TEST(MathLayout, TypesetsTheWholeGallery) {
    ASSERT_FALSE(gallery().empty());
    for (const GalleryEntry& entry : gallery()) {
        const Result<Study> study = readStudy(entry.text);
        ASSERT_TRUE(study) << entry.id;
        const Result<Problem> problem = Problem::compile(study->problem);
        ASSERT_TRUE(problem) << entry.id;
        for (const Problem::Objective* objective : {&problem->upper(), &problem->lower()}) {
            std::vector<NodeId> nodes = objective->gradient;
            nodes.push_back(objective->value);
            for (const NodeId node : nodes) {
                const MathBox box = math::row(layoutFormula(style, problem->graph(), node, problem->names()));
                EXPECT_FALSE(box.text().contains("…")) << entry.id;
                EXPECT_GT(box.width(), 0) << entry.id;
            }
        }
    }
}

TEST(MathSymbol, ReadsNamesAsMathematiciansDo) {
    const auto symbol = [](const char* name) {
        const MathSymbol s = MathSymbol::of(name);
        return (s.base + '|' + s.subscript).toStdString();
    };
    EXPECT_EQ(symbol("x"), "x|");
    EXPECT_EQ(symbol("x12"), "x|12");
    EXPECT_EQ(symbol("alpha"), "α|");
    EXPECT_EQ(symbol("lambda_max"), "λ|max");
    EXPECT_EQ(symbol("v_beta"), "v|β");
    EXPECT_EQ(symbol("rate"), "rate|");
    EXPECT_EQ(symbol("_x"), "_x|");
}

TEST(MathSymbol, LowersTheLevelOfAStep) {
    const auto box = [](const char* symbol) { return layoutSymbol(style, symbol); };
    EXPECT_GT(box("αx").descent(), box("α").descent());
    EXPECT_EQ(box("λ > 0").text().toStdString(), "λ > 0");
    EXPECT_LT(box("λ > 0").descent(), 0.1 * style.em()) << "a formula has no index at its end";
    EXPECT_EQ(box("‖∇q̂‖").text().toStdString(), "‖∇q̂‖");
}

}  // namespace
}  // namespace bilevel::ui
