// Formulas as Python, computed by Python: the second opinion is NumPy's.

#include "core/formula/derive.h"
#include "core/formula/parse.h"
#include "core/formula/print.h"
#include "core/formula/program.h"
#include "formula_quad.h"
#include "formula_random.h"
#include "tests/unit/python.h"

#include <cmath>

namespace bilevel {
namespace {

struct Sample {
    std::string text;
    double value, largest;
};

/// Formulas and derivatives with their values, each a line of a Python script that prints its own.
class PythonLines {
public:
    PythonLines() {
        script_ << "import math\nimport numpy as np\nnp.seterr(all='ignore')\n"
                   "def show(v):\n    assert isinstance(v, (float, int)), type(v)\n    print(format(v, '.17g'))\n";
    }

    void add(const Graph& graph, NodeId root, const std::array<double, 3>& at) {
        const Names names{.inputs = {"x", "y", "z"}, .definitions = {}};
        script_.precision(17);
        script_ << "x, y, z = np.float64(" << at[0] << "), np.float64(" << at[1] << "), np.float64(" << at[2]
                << ")\n";
        const std::string expression = printPython(graph, root, names);
        script_ << "show(" << expression << ")\n";
        double value = 0;
        ScalarEvaluator(Program(graph, std::span(&root, 1), 3))(at, std::span(&value, 1));
        const double largest =
            test::evaluateQuad(graph, root, std::vector<test::Quad>(at.begin(), at.end())).largest;
        samples_.push_back({expression, value, largest});
    }

    void compare(const std::string& name) {
        const auto folder = test::emptyFolder(name);
        std::ofstream(folder / "lines.py") << script_.str();
        const std::string command = test::pythonWithNumpy() + ' ' + (folder / "lines.py").string() + " >" +
                                    (folder / "out").string() + " 2>" + (folder / "err").string();
        ASSERT_EQ(std::system(command.c_str()), 0) << test::contents(folder / "err");
        std::ifstream out(folder / "out");
        int onTheRim =
            0;  // of a function's domain: acosh(log(e)) exists, or not, by the last bit of the logarithm
        for (const Sample& sample : samples_) {
            std::string line;
            ASSERT_TRUE(std::getline(out, line)) << sample.text;
            const double theirs = std::strtod(line.c_str(), nullptr);
            if (theirs == sample.value || (std::isnan(theirs) && std::isnan(sample.value))) continue;
            if (std::isnan(theirs) != std::isnan(sample.value)) {
                ++onTheRim;
                continue;
            }
            EXPECT_LE(std::abs(theirs - sample.value), 1e-13 * (1 + sample.largest))
                << sample.text << "\nours " << sample.value << ", Python's " << theirs;
        }
        EXPECT_LE(onTheRim, 3);
        std::filesystem::remove_all(folder);
    }

private:
    std::ostringstream script_;
    std::vector<Sample> samples_;
};

std::vector<Symbol> symbols(Graph& graph) {
    return {{"x", graph.input(0)}, {"y", graph.input(1)}, {"z", graph.input(2)}};
}

TEST(RandomFormulas, HaveTheSameValueAsPython) {
    if (test::pythonWithNumpy().empty()) GTEST_SKIP() << "there is no Python with NumPy";
    test::RandomFormula random(45);
    PythonLines lines;
    for (int k = 0; k < 1500; ++k) {
        Graph graph;
        const auto root = parse(graph, random.wild(3), symbols(graph));
        ASSERT_TRUE(root);
        lines.add(graph, *root, {random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(-2, 2)});
    }
    lines.compare("random_values");
}

TEST(RandomFormulas, HaveTheSameSlopesAsPython) {
    if (test::pythonWithNumpy().empty()) GTEST_SKIP() << "there is no Python with NumPy";
    test::RandomFormula random(42);
    PythonLines lines;
    for (int k = 0; k < 400; ++k) {
        Graph graph;
        const auto root = parse(graph, random.smooth(3), symbols(graph));
        ASSERT_TRUE(root);
        const std::array x{random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(-2, 2)};
        for (const NodeId slope : gradient(graph, *root, std::array{0, 1, 2})) lines.add(graph, slope, x);
    }
    lines.compare("random_slopes");
}

TEST(Formulas, MeanInPythonWhatTheyMeanHere) {
    if (test::pythonWithNumpy().empty()) GTEST_SKIP() << "there is no Python with NumPy";
    PythonLines lines;
    for (const char* text : {"-x^2",
                             "2^-x",
                             "(-8)^(1/3)",
                             "(x - 5)^0.5",
                             "1/0",
                             "1/(x - x)",
                             "1/min(0, 1)",
                             "1/max(0, x - x)",
                             "x^y^z",
                             "(x^y)^z",
                             "min(x, y, z)",
                             "max(z, y, x)",
                             "abs(-3)/abs(x)",
                             "sign(x) + sign(-y) + sign(0)",
                             "x < y ? 1 : 2",
                             "(x < y) + (y < x) + (x == x)",
                             "x < y && y < z || z < x ? x : y",
                             "1/(x > 100)",
                             "0 == 0 ? (x > 0 ? 1 : 2) : 3",
                             "x - (y - z)",
                             "x/(y/z)",
                             "x/y*z",
                             "x*(y/z)",
                             "-(-x)",
                             "x - -y",
                             "erf(x) + atan2(y, x)",
                             "hypot(x, y)^2",
                             "sigmoid(x) + softplus(y)",
                             "log(-x^2)",
                             "1e300*1e300 - x",
                             "floor(x) + ceil(y)",
                             "10^400 + x",
                             "10^-2*x",
                             "pow(0, 0) + x",
                             "pow(-2, 3)*x",
                             "(x > 0) && y",
                             "expm1(x) + log1p(x^2)",
                             "_pi*x + _e",
                             "(x ? 2 : 3)^y",
                             "-x^2*-y",
                             "-(x + y)*z",
                             "asinh(x) + acosh(2 + x) + atanh(x/10) + asin(x/10) + acos(y/10) + atan(z)"}) {
        Graph graph;
        const auto root = parse(graph, text, symbols(graph));
        ASSERT_TRUE(root) << text << root.error().message;
        for (const std::array<double, 3>& at : {std::array{1.5, -0.75, 0.25}, std::array{-2.0, 3.0, -1.0}})
            lines.add(graph, *root, at);
    }
    lines.compare("chosen");
}

}  // namespace
}  // namespace bilevel
