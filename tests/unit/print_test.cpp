#include "formula_support.h"

namespace bilevel {
namespace {

using test::Desk;

struct Spelling {
    std::string typed, printed;
};

TEST(PrintText, UsesNoMoreParenthesesThanNeeded) {
    const std::vector<Spelling> spellings{
        {"((x))+(y*z)", "x + y*z"},
        {"(x+y)*z", "(x + y)*z"},
        {"x-(y-z)", "x - (y - z)"},
        {"(x-y)-z", "x - y - z"},
        {"x+(y+z)", "x + (y + z)"},
        {"x/(y*z)", "x/(y*z)"},
        {"x/y*z", "x/y*z"},
        {"x*(y/z)", "x*(y/z)"},
        {"(x^y)^z", "(x^y)^z"},
        {"x^(y^z)", "x^y^z"},
        {"-x^2", "-x^2"},
        {"(-x)^2", "(-x)^2"},
        {"-(x+y)", "-(x + y)"},
        {"-(x*y)", "-(x*y)"},
        {"-x*y", "-x*y"},
        {"x*-y", "x*(-y)"},
        {"x--y", "x - (-y)"},
        {"-(-x)", "-(-x)"},
        {"2^-x", "2^(-x)"},
        {"x^-2", "x^(-2)"},
        {"-2*x", "-2*x"},
        {"x<-1", "x < -1"},
        {"(x<y)<z", "x < y < z"},
        {"x<(y<z)", "x < (y < z)"},
        {"x>0&&(y>0||z>0)", "x > 0 && (y > 0 || z > 0)"},
        {"x>0&&y>0||z>0", "x > 0 && y > 0 || z > 0"},
        {"x>0?1:(y>0?2:3)", "x > 0 ? 1 : y > 0 ? 2 : 3"},
        {"(x>0?1:2)+y", "(x > 0 ? 1 : 2) + y"},
        {"max(min(x,y),z)", "max(min(x, y), z)"},
        {"max(max(x,y),z)", "max(x, y, z)"},
        {"max(x,max(y,z))", "max(x, max(y, z))"},
        {"ln(x)", "log(x)"},
        {"pow(x,y)", "x^y"},
        {"avg(x,y)", "(x + y)/2"},
    };
    for (const auto& [typed, printed] : spellings) {
        Desk desk;
        const NodeId id = desk.type(typed);
        EXPECT_EQ(desk.text(id), printed);
        EXPECT_EQ(desk.type(printed), id) << typed;
    }
}

TEST(PrintText, KeepsNumbersAsTheyAre) {
    const std::vector<Spelling> spellings{{"0.1", "0.1"},
                                          {"1e5", "100000"},
                                          {"1e20", "1e20"},
                                          {"1.5e-7", "1.5e-7"},
                                          {"123456.789", "123456.789"},
                                          {"1/3", "1/3"},
                                          {"3.14159", "3.14159"},
                                          {"pi", "pi"},
                                          {"e^x", "e^x"},
                                          {"1e-320", "1e-320"},
                                          {"2.50", "2.5"},
                                          {"1e300*x", "1e300*x"},
                                          {"0.00012", "0.00012"}};
    for (const auto& [typed, printed] : spellings) {
        Desk desk;
        EXPECT_EQ(desk.text(desk.type(typed)), printed);
    }
}

TEST(PrintText, CallsDefinitionsByName) {
    Desk desk;
    const NodeId s = desk.type("exp(x) + exp(y)");
    desk.symbols.push_back({"s", s});
    desk.names.definitions[s] = "s";
    EXPECT_EQ(desk.text(desk.type("exp(x)/s")), "exp(x)/s");
    EXPECT_EQ(desk.text(desk.slope(desk.type("exp(x)/s"))), "exp(x)*(1/s - exp(x)/s^2)");
    EXPECT_EQ(desk.text(s), "s");
}

TEST(PrintText, EndsSomewhere) {
    Desk desk;
    NodeId f = desk.type("x");
    for (int k = 0; k < 200; ++k) f = desk.graph.binary(Operation::Add, f, f);  // 2^200 terms
    const std::string text = desk.text(f);
    EXPECT_GT(text.size(), 1'000'000u);
    EXPECT_LT(text.size(), 1'100'000u);
    EXPECT_TRUE(text.ends_with("…"));
    for (int k = 0; k < 200; ++k) f = desk.graph.binary(Operation::Multiply, f, f);
    EXPECT_TRUE(desk.latex(desk.slope(f)).ends_with("…"));
}

TEST(PrintLatex, WritesMathematics) {
    const std::vector<Spelling> spellings{
        {"x^2/2", R"(\frac{x^{2}}{2})"},
        {"1/3*x^3", R"(\frac{1}{3}\,x^{3})"},
        {"(x-1)^2", R"(\left(x - 1\right)^{2})"},
        {"2*x*y", R"(2\,x\,y)"},
        {"x*2", R"(x \cdot 2)"},
        {"x*2^y", R"(x \cdot 2^{y})"},
        {"x*(y+z)", R"(x\,\left(y + z\right))"},
        {"-x*(-y)", R"(-x\,\left(-y\right))"},
        {"(x/y)^2", R"(\left(\frac{x}{y}\right)^{2})"},
        {"sqrt(x+1)", R"(\sqrt{x + 1})"},
        {"exp(-x^2)", R"(\mathrm{e}^{-x^{2}})"},
        {"exp(x)^2", R"(\left(\mathrm{e}^{x}\right)^{2})"},
        {"sin(x)", R"(\sin\left(x\right))"},
        {"log(x)+log2(y)+log10(z)", R"(\ln\left(x\right) + \log_{2}\left(y\right) + \log_{10}\left(z\right))"},
        {"log1p(x)-expm1(y)", R"(\ln\left(1 + x\right) - \left(\mathrm{e}^{y} - 1\right))"},
        {"asin(x)", R"(\arcsin\left(x\right))"},
        {"abs(x)", R"(\left|x\right|)"},
        {"floor(x)+ceil(y)", R"(\left\lfloor x\right\rfloor + \left\lceil y\right\rceil)"},
        {"hypot(x,y+1)", R"(\sqrt{x^{2} + \left(y + 1\right)^{2}})"},
        {"max(x,y,z)", R"(\max\left(x, y, z\right))"},
        {"erf(x)", R"(\operatorname{erf}\left(x\right))"},
        {"pi*e", R"(\pi\,\mathrm{e})"},
        {"1.5e20*x", R"(1.5 \cdot 10^{20}\,x)"},
        {"1e-9", "10^{-9}"},
        {"x<=y && x!=z", R"(x \le y \land x \ne z)"},
        {"x>0?x:y>0?1:0",
         R"(\begin{cases}x & \text{if } x > 0 \\ 1 & \text{if } y > 0 \\ 0 & \text{otherwise}\end{cases})"},
    };
    for (const auto& [typed, printed] : spellings) {
        Desk desk;
        EXPECT_EQ(desk.latex(desk.type(typed)), printed) << typed;
    }
}

TEST(PrintLatex, WritesDerivativesAsFractions) {
    const std::vector<Spelling> spellings{
        {"y/x", R"(-\frac{y}{x^{2}})"},
        {"erf(x)", R"(\frac{2\,\mathrm{e}^{-x^{2}}}{\sqrt{\pi}})"},
        {"log(x+y)", R"(\frac{1}{x + y})"},
        {"(x-1)^3*y", R"(3\,\left(x - 1\right)^{2}\,y)"},
    };
    for (const auto& [typed, printed] : spellings) {
        Desk desk;
        EXPECT_EQ(desk.latex(desk.slope(desk.type(typed))), printed) << typed;
    }
}

TEST(PrintLatex, SetsNamesAsSymbols) {
    const std::vector<Spelling> names{{"x", "x"},
                                      {"x1", "x_{1}"},
                                      {"w12", "w_{12}"},
                                      {"alpha", R"(\alpha)"},
                                      {"lambda2", R"(\lambda_{2})"},
                                      {"Omega", R"(\Omega)"},
                                      {"x_max", R"(x_{\mathrm{max}})"},
                                      {"x1_max", R"(x_{1,\mathrm{max}})"},
                                      {"theta_i", R"(\theta_{i})"},
                                      {"speed", R"(\mathrm{speed})"},
                                      {"speed2", R"(\mathrm{speed}_{2})"},
                                      {"_", R"(\_)"}};
    for (const auto& [name, printed] : names) {
        Desk desk;
        desk.addInput(name);
        EXPECT_EQ(desk.latex(desk.type(name)), printed);
    }
}

}  // namespace
}  // namespace bilevel
