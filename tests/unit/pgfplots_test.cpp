#include "core/io/pgfplots.h"

#include "core/io/latex_text.h"
#include "tests/unit/every_method.h"
#include "tests/unit/python.h"

#include <gmock/gmock.h>

#include <cmath>

namespace bilevel {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// A plane and two charts, with what is hard on TeX: signs in labels, gaps, values that a logarithm does not have.
PgfFigure figure() {
    PgfFigure figure;
    figure.title = "Two\nlines";
    figure.runs = {{"BOME η = 0.5 & 100 % of #1_2", 0xC9300A, 0}, {"T1–T2 \\ {é}", 0x13318F, 9}};
    PgfAxes plane{.title = "$f(x, y)$",
                  .across = "$x$",
                  .up = "$y$",
                  .horizontal = {-2, 2},
                  .vertical = {-1, 1},
                  .plane = true};
    plane.lines = {{"f_contours", PgfLine::Kind::contour, -1, {{-2, 0}, {0, 0.5}, {gap, gap}, {0, -0.5}, {2, 0}}},
                   {"f_path0", PgfLine::Kind::path, 0, {{-1, -1}, {0.25, 0.5}, {1.0 / 3, 1}}},
                   {"f_path1", PgfLine::Kind::path, 1, {}}};
    PgfAxes logarithmic{
        .title = '$' + latexSymbol("‖∇ᵧg‖²") + '$', .across = "iteration", .up = "", .logarithmic = true};
    logarithmic.lines = {{"a_run0", PgfLine::Kind::series, 0, {{0, 1}, {1, 1e-30}, {2, 0}, {3, -1}, {4, 1e250}}}};
    PgfAxes linear{.title = '$' + latexSymbol("⟨∇q̂, δ⟩") + '$', .across = "iteration", .up = ""};
    linear.lines = {{"b_run1", PgfLine::Kind::beside, 1, {{0, 5}, {1, 5}}}};
    figure.axes = {plane, logarithmic, linear};
    return figure;
}

/// Runs pdflatex in a folder; what it complains of.
std::string compile(const std::filesystem::path& folder, const std::string& file) {
    const std::string command =
        "cd " + folder.string() + " && pdflatex -interaction=nonstopmode -halt-on-error " + file + " >out 2>&1";
    return std::system(command.c_str()) == 0 ? "" : test::contents(folder / "out");
}

bool hasLatex(const std::string& package) {
    return std::system("command -v pdflatex kpsewhich >/dev/null 2>&1") == 0 &&
           std::system(("kpsewhich " + package + " >/dev/null 2>&1").c_str()) == 0;
}

TEST(PgfDocument, CompilesAsItIs) {
    if (!hasLatex("pgfplots.sty")) GTEST_SKIP() << "there is no pdflatex with pgfplots";
    const auto folder = test::emptyFolder("pgf");
    const PgfDocument document = pgfDocument(figure(), "figure.csv");
    std::ofstream(folder / "figure.tex") << document.tex;
    std::ofstream(folder / "figure.csv") << document.csv;
    EXPECT_EQ(compile(folder, "figure.tex"), "");
    EXPECT_THAT(test::contents(folder / "figure.log"), HasSubstr("(1 page"));
    EXPECT_THAT(test::contents(folder / "figure.log"), Not(HasSubstr("Overfull")));
    std::filesystem::remove_all(folder);
}

TEST(PgfDocument, HasTwoColumnsOfDataForEveryLine) {
    const std::string csv = pgfDocument(figure(), "figure.csv").csv;
    std::istringstream in(csv);
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(
        line,
        "f_contours_x,f_contours_y,f_path0_x,f_path0_y,f_path1_x,f_path1_y,a_run0_x,a_run0_y,b_run1_x,b_run1_y");
    std::vector<std::string> rows;
    while (std::getline(in, line)) rows.push_back(line);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0], "-2,0,-1,-1,nan,nan,0,1,0,5");
    EXPECT_EQ(rows[2], "nan,nan,0.3333333333,1,nan,nan,2,nan,nan,nan");
    EXPECT_EQ(rows[3], "0,-0.5,nan,nan,nan,nan,3,nan,nan,nan");
}

TEST(PgfDocument, SaysWhatEveryRunIsCalledAndHowItLooks) {
    const std::string tex = pgfDocument(figure(), "figure.csv").tex;
    EXPECT_THAT(tex, HasSubstr("\\definecolor{run0}{HTML}{C9300A}"));
    EXPECT_THAT(tex, HasSubstr("run1/.style={color=run1, mark=halfcircle*"));
    EXPECT_THAT(tex, HasSubstr("\\addlegendentry{BOME $\\eta $ = 0.5 \\& 100 \\% of \\#1\\_2}"));
    EXPECT_THAT(tex, HasSubstr("\\addlegendentry{T1--T2 \\textbackslash{} \\{é\\}}"));
    EXPECT_THAT(tex, HasSubstr("xmin=-2, xmax=2, ymin=-1, ymax=1"));
    EXPECT_THAT(tex, HasSubstr("ymode=log"));
    EXPECT_THAT(tex, HasSubstr("table[x=f_path0_x, y=f_path0_y] {figure.csv}"));
    EXPECT_THAT(tex, testing::StartsWith("% Two lines. "));
}

TEST(PgfDocument, OpensAndClosesWhatItOpens) {
    const std::string tex = pgfDocument(figure(), "figure.csv").tex;
    const auto count = [&](const std::string& what) {
        int n = 0;
        for (auto at = tex.find(what); at != std::string::npos; at = tex.find(what, at + 1)) ++n;
        return n;
    };
    for (const char* environment : {"document", "tikzpicture", "axis", "lrbox"}) {
        EXPECT_GE(count("\\begin{" + std::string(environment) + '}'), 1) << environment;
        EXPECT_EQ(count("\\begin{" + std::string(environment) + '}'),
                  count("\\end{" + std::string(environment) + '}'));
    }
    EXPECT_EQ(count("\\begin{axis}"), 3);
}

TEST(Rules, CompileWithAmsmath) {
    if (!hasLatex("amsmath.sty")) GTEST_SKIP() << "there is no pdflatex";
    const auto folder = test::emptyFolder("rules");
    std::ofstream tex(folder / "rules.tex");
    tex << "\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n";
    for (const Algorithm* algorithm : everyMethod()) {
        for (const RuleLine& line : algorithm->rule) tex << "\\[" << line.latex << "\\]\n";
        for (const Term& term : algorithm->terms) tex << "$" << latexSymbol(term.symbol) << "$\n\n";
    }
    tex << "\\end{document}\n";
    tex.close();
    EXPECT_EQ(compile(folder, "rules.tex"), "");
    std::filesystem::remove_all(folder);
}

TEST(LatexText, SpellsOutWhatTexWouldTakeForItsOwn) {
    EXPECT_EQ(latexText("a_b & 50% #1 {x} $y$ ~ ^ \\"),
              "a\\_b \\& 50\\% \\#1 \\{x\\} \\$y\\$ \\textasciitilde{} \\textasciicircum{} \\textbackslash{}");
    EXPECT_EQ(latexText("q̂ falls, λ ≥ 0"), "$\\hat{q} $ falls, $\\lambda $ $\\ge $ 0");
    EXPECT_EQ(latexText("‖∇f‖"), "$\\Vert \\nabla $f$\\Vert $");
    EXPECT_EQ(latexText("Dagréou – “x”"), "Dagréou -- ``x''");
    EXPECT_EQ(latexText("日本 \xFF"), "?? ?");
    EXPECT_EQ(latexText(""), "");
}

TEST(LatexText, SymbolsBecomeFormulas) {
    EXPECT_EQ(latexSymbol("‖∇ᵧg‖²"), "\\Vert \\nabla _{y} g\\Vert ^{2} ");
    EXPECT_EQ(latexSymbol("min eig H"), "\\mathrm{min}\\ \\mathrm{eig}\\ H");
    EXPECT_EQ(latexSymbol("K̂"), "\\hat{K} ");
}

TEST(LatexText, EveryTermHasASymbolThatLatexKnows) {
    for (const Algorithm* algorithm : everyMethod())
        for (const Term& term : algorithm->terms)
            EXPECT_EQ(latexSymbol(term.symbol).find('?'), std::string::npos) << term.symbol;
    for (const Term& term : glossary())
        EXPECT_EQ(latexSymbol(term.symbol).find('?'), std::string::npos) << term.symbol;
}

}  // namespace
}  // namespace bilevel
