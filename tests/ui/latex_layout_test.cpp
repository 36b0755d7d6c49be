// The formulas that methods say of themselves, typeset: every sign is known, and stands where TeX would put it.

#include "ui/formula/latex_layout.h"

#include "core/algorithms/algorithm.h"

#include <QBuffer>
#include <QSvgGenerator>

#include <gtest/gtest.h>

namespace bilevel::ui {
namespace {

const Theme theme = Theme::make(false, 1);
const MathStyle style{&theme, 17};

MathBox whole(std::string_view latex) { return math::row(layoutLatex(style, latex)); }
std::string signs(std::string_view latex) { return whole(latex).text().toStdString(); }

TEST(LatexLayout, KnowsEverySignOfEveryMethod) {
    int lines = 0;
    for (const Algorithm& algorithm : algorithms())
        for (const RuleLine& line : algorithm.rule) {
            const MathBox box = whole(line.latex);
            EXPECT_FALSE(box.text().contains('\\')) << algorithm.id << ": " << box.text().toStdString();
            EXPECT_FALSE(box.text().contains('{') || box.text().contains('_')) << box.text().toStdString();
            EXPECT_GT(box.width(), 2 * style.em()) << line.latex;
            EXPECT_LT(box.height(), 5 * style.em()) << line.latex;
            ++lines;
        }
    EXPECT_GT(lines, 100);
}

TEST(LatexLayout, WritesWhatIsMeant) {
    EXPECT_EQ(signs(R"(\delta = \nabla f + \lambda \nabla \hat q)"), "δ=∇f+λ∇q\u0302");
    EXPECT_EQ(signs(R"(x \leftarrow x - \xi_x \delta_x)"), "x←x−ξxδx");
    EXPECT_EQ(signs(R"(\lVert a \rVert \le \langle b, c' \rangle)"), "‖a‖≤⟨b,c′⟩");
    EXPECT_EQ(signs(R"(\bar d, \tilde d)"), "d\u0304,d\u0303");
    EXPECT_EQ(signs(R"(T\text{ times from }y)"), "T times from y");
    EXPECT_EQ(signs(R"(\sqrt{2.5})"), "√(2.5)");
}

TEST(LatexLayout, ShowsWhatItDoesNotKnow) { EXPECT_EQ(signs(R"(a + \mathbb{R})"), "a+\\mathbbR"); }

TEST(LatexLayout, SurvivesFormulasThatAreBroken) {
    for (const char* latex : {"", "}", "{", "x_", "\\", "\\frac{a", "\\left(a", "\\right)", "\\text", "^^^"})
        EXPECT_GE(layoutLatex(style, latex).size(), 0U) << latex;
}

TEST(LatexLayout, IsCutWhereALineMayBreak) {
    EXPECT_EQ(layoutLatex(style, R"(a = b,\quad c = d)").size(), 2U);
    EXPECT_EQ(layoutLatex(style, R"(\frac{a\quad b}{c})").size(), 1U);
}

TEST(LatexLayout, StacksFractionsAndLowersIndices) {
    EXPECT_GT(whole(R"(\frac{a}{b})").height(), 1.5 * whole("a").height());
    EXPECT_GT(whole("a_b").descent(), whole("a").descent());
    EXPECT_GT(whole("a^2").ascent(), whole("a").ascent());
    EXPECT_GT(whole(R"(\hat a)").ascent(), whole("a").ascent() + 2);
    EXPECT_DOUBLE_EQ(whole(R"(\hat a)").width(), whole("a").width());
    EXPECT_GT(whole(R"(\left(\frac{a}{b}\right))").height(), whole(R"(\frac{a}{b})").height());
}

TEST(LatexLayout, GivesAirToOperationsButNotToSigns) {
    const double minus = whole("-").width(), ab = whole("a").width() + whole("b").width();
    EXPECT_GT(whole("a - b").width(), ab + minus + 0.3 * style.em());
    EXPECT_NEAR(whole("(-b)").width(), whole("(").width() + minus + whole("b").width() + whole(")").width(), 1e-9);
    EXPECT_NEAR(whole("x_{a-b}").width(), whole("x_{ab}").width() + 0.7 * minus, 0.5) << "scripts hold together";
}

TEST(LatexLayout, StaysTextAndShapesInAFile) {
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize({400, 100});
    QPainter painter(&svg);
    painter.setPen(Qt::black);
    whole(R"(\lambda = \frac{\sqrt{\hat q}}{2})").draw(painter, {10, 50});
    painter.end();
    const QByteArray file = buffer.data();
    EXPECT_TRUE(file.contains("<text")) << file.toStdString();
    EXPECT_TRUE(file.contains("<path")) << file.toStdString();
    EXPECT_FALSE(file.contains("<image"));
}

}  // namespace
}  // namespace bilevel::ui
