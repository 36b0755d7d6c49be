#include "core/io/result_table.h"

#include "core/record/row.h"

#include <gtest/gtest.h>

namespace bilevel {
namespace {

Trajectory twoRows() {
    Trajectory t({"x", "y"});
    for (int k = 0; k < 2; ++k) {
        Row row(t);
        row.iterate({Vector::Constant(1, k + 0.1), Vector::Constant(1, -k)});
        row("f", k == 0 ? 3 : 1.0 / 3);
        if (k == 0) row("q_hat", 0.25);  // the last row takes no step
        row("f_gradients", 2 * k);
        row("g_gradients", 5 * k);
        row("hessian_vector_products", 4 * k);
    }
    t.end = End::finished;
    t.cpuSeconds = 0.5;
    return t;
}

TEST(ResultTable, SaysWhereARunEndedWhatItCostAndWhy) {
    const Trajectory t = twoRows();
    const std::vector<NamedRun> runs{{"Mine", &t}};
    EXPECT_EQ(toCsv(tabulate(runs)),
              "run,x,y,f,q_hat,true_gap,iterations,gradients,products,seconds,verdict,end\r\n"
              "Mine,1.1,-1,0.3333333333333333,0.25,,1,7,4,0.5,,finished\r\n");
    EXPECT_EQ(
        toMarkdown(tabulate(runs)),
        "| run | x | y | f | q_hat | true_gap | iterations | gradients | products | seconds | verdict | end |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |\n"
        "| Mine | 1.1 | -1 | 0.333333 | 0.25 |  | 1 | 7 | 4 | 0.5 |  | finished |\n");
}

TEST(ResultTable, PutsTheTruthBesideWhatTheMethodBelieves) {
    const Trajectory t = twoRows();
    Certificate certificate;
    certificate.lowerGap = 0.967;
    certificate.verdict = Verdict::wrongBranch;
    const std::vector<NamedRun> runs{{"Mine", &t, &certificate}};
    EXPECT_NE(toCsv(tabulate(runs)).find("0.25,0.967,1,7,4,0.5,wrong_branch,finished\r\n"), std::string::npos);
}

TEST(ResultTable, BecomesALatexTabular) {
    Trajectory t({"x_1", "y"});
    {
        Row row(t);
        row.iterate({Vector::Constant(1, -1.25), Vector::Constant(1, 1.5e-12)});
        row("f", std::numeric_limits<double>::infinity());
    }
    const std::vector<NamedRun> runs{{"η = 0.5 & more", &t}};
    EXPECT_EQ(toLatex(tabulate(runs)),
              "\\begin{tabular}{lrrrrrrrrrll}\n"
              "  \\hline\n"
              "  run & x\\_1 & y & f & q\\_hat & true\\_gap & iterations & gradients & products & seconds & "
              "verdict & end \\\\\n"
              "  \\hline\n"
              "  $\\eta $ = 0.5 \\& more & $-1.25$ & $1.5 \\cdot 10^{-12}$ & $\\infty$ &  &  & $0$ &  &  & $0$ "
              "&  & running \\\\\n"
              "  \\hline\n"
              "\\end{tabular}\n");
}

TEST(ResultTable, KeepsNamesAndReasonsFromBreakingIt) {
    Trajectory t = twoRows();
    t.end = End::diverged;
    t.reason = "f is \"infinite\", in row 3 | really";
    const std::vector<NamedRun> runs{{"a,b|c", &t}};
    const std::string csv = toCsv(tabulate(runs)), markdown = toMarkdown(tabulate(runs));
    EXPECT_NE(csv.find("\"a,b|c\",1.1"), std::string::npos);
    EXPECT_NE(csv.find("\"diverged: f is \"\"infinite\"\", in row 3 | really\"\r\n"), std::string::npos);
    EXPECT_NE(markdown.find("| a,b\\|c | 1.1"), std::string::npos);
    EXPECT_NE(markdown.find("in row 3 \\| really |\n"), std::string::npos);
}

TEST(ResultTable, LeavesOutWhatAMethodDoesNotHave) {
    Trajectory t({"x", "y"});
    {
        Row row(t);
        row.iterate({Vector::Constant(1, 1), Vector::Constant(1, 2)});
        row("f", 5);
    }
    const std::vector<NamedRun> runs{{"Bare", &t}};
    EXPECT_NE(toCsv(tabulate(runs)).find("Bare,1,2,5,,,0,,,0,,running"), std::string::npos);
}

TEST(ResultTable, IsEmptyWithoutRuns) {
    EXPECT_EQ(toCsv(tabulate({})), "");
    EXPECT_EQ(toMarkdown(tabulate({})), "");
    EXPECT_EQ(toLatex(tabulate({})), "");
}

}  // namespace
}  // namespace bilevel
