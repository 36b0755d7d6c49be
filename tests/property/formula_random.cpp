#include "formula_random.h"

#include <array>

namespace bilevel::test {
namespace {

// "#" is an operand, "@" a variable or a number.
constexpr std::array wildPatterns{
    "#+#",         "#-#",         "#*#",        "#/#",        "#^#",      "(#)",           "-(#)",
    "(#)+(#)",     "(#)-(#)",     "(#)*(#)",    "(#)/(#)",    "(#)^(#)",  "(#)^2",         "(#)^3",
    "(#)^-1",      "(#)^0.5",     "(#)^1.5",    "-@^2",       "2^-@^2",   "#*-@",          "#<#",
    "#<=#",        "#>#",         "#>=#",       "#==#",       "#!=#",     "#&&#",          "#||#",
    "#?#:#",       "(#)?(#):(#)", "(#>#?#:#)",  "(#<#)*#",    "abs(#)",   "acos(#)",       "acosh(#)",
    "asin(#)",     "asinh(#)",    "atan(#)",    "atan2(#,#)", "atanh(#)", "avg(#,#,#)",    "ceil(#)",
    "cos(#)",      "cosh(#)",     "erf(#)",     "exp(#)",     "expm1(#)", "floor(#)",      "hypot(#,#)",
    "ln(#)",       "log(#)",      "log10(#)",   "log1p(#)",   "log2(#)",  "max(#,#)",      "max(#,#,#)",
    "min(#,#)",    "min(#,#,#)",  "pow(#,#)",   "sigmoid(#)", "sign(#)",  "sin(#)",        "sinh(#)",
    "softplus(#)", "sqrt(#)",     "sum(#,#,#)", "tan(#)",     "tanh(#)",  "sin(#)*cos(#)",
};

constexpr std::array smoothPatterns{
    "(#)+(#)",
    "(#)+(#)",
    "(#)-(#)",
    "(#)-(#)",
    "(#)*(#)",
    "(#)*(#)",
    "(#)*(#)",
    "(#)/(1.5+(#)^2)",
    "(#)^2",
    "(#)^3",
    "(#)^4",
    "(#)^5",
    "-(#)",
    "(#)/2",
    "(#)/3",
    "1/3*(#)",
    "0.1*(#)",
    "exp(-(#)^2)",
    "exp(sin(#))",
    "expm1(sin(#))",
    "sin(#)",
    "cos(#)",
    "sin(#)*cos(#)",
    "tan(sin(#))",
    "log(1.2+(#)^2)",
    "ln(1.2+abs(#))",
    "log1p((#)^2)",
    "log2(1.3+(#)^2)",
    "log10(2+sin(#))",
    "sqrt(0.7+(#)^2)",
    "sinh(sin(#))",
    "cosh(tanh(#))",
    "tanh(#)",
    "asin(0.9*tanh(#))",
    "acos(0.8*sin(#))",
    "atan(#)",
    "asinh(#)",
    "acosh(1.5+(#)^2)",
    "atanh(0.9*sin(#))",
    "erf(#)",
    "sigmoid(#)",
    "softplus(#)",
    "abs(#)",
    "max(#,#)",
    "min(#,#,#)",
    "avg(#,#)",
    "sum(#,#,#)",
    "(#<#?#:#)",
    "(#>=#&&#!=#?#:#)",
    "(#>#||#<#)*(#)",
    "(1.1+(#)^2)^(0.3*sin(#))",
    "(1.1+abs(#))^1.7",
    "(1.1+(#)^2)^(1/3)",
    "(0.5+(#)^2)^-1.5",
    "(1.2+(#)^2)^-2",
    "pow(1.3+cos(#),#)",
    "2.5^sin(#)",
    "atan2(#,1.3+(#)^2)",
    "atan2(1.2+(#)^2,#)",
    "hypot(#,1+abs(#))",
    "floor(#)*(#)",
    "ceil(#)+(#)",
    "sign(#)*(#)",
    "exp(#)/(exp(#)+exp(#))",
};

constexpr std::array wordList{"x",   "y",   "z",     "1",  "2.5", ".5",   "1e3",  "+",  "-",  "*", "/", "^",
                              "(",   ")",   "(",     ")",  "<",   ">=",   "==",   "&&", "||", "?", ":", ",",
                              "sin", "max", "atan2", "pi", "e",   "sin(", "min(", "-",  "x",  "y"};

}  // namespace

std::string RandomFormula::leaf() {
    switch (below(8)) {
        case 0:
        case 1:
            return "x";
        case 2:
        case 3:
            return "y";
        case 4:
            return "z";
        case 5:
            return std::to_string(below(10));
        case 6:
            return below(4) == 0 ? "pi" : "e";
        default:
            return std::to_string(below(3)) + "." + std::to_string(1 + below(98));
    }
}

std::string RandomFormula::fill(std::string_view pattern, int depth, std::string (RandomFormula::*operand)(int)) {
    std::string text;
    for (const char c : pattern)
        text += c == '#' ? (this->*operand)(depth) : c == '@' ? leaf() : std::string(1, c);
    return text;
}

std::string RandomFormula::wild(int depth) {
    if (depth == 0 || below(7) == 0) return leaf();
    return fill(wildPatterns[static_cast<std::size_t>(below(wildPatterns.size()))], depth - 1,
                &RandomFormula::wild);
}

std::string RandomFormula::smooth(int depth) {
    if (depth == 0 || below(8) == 0) return leaf();
    return fill(smoothPatterns[static_cast<std::size_t>(below(smoothPatterns.size()))], depth - 1,
                &RandomFormula::smooth);
}

std::string RandomFormula::words(int count) {
    std::string text;
    for (int k = 0; k < count; ++k) {
        text += wordList[static_cast<std::size_t>(below(wordList.size()))];
        if (below(3) == 0) text += ' ';
    }
    return text;
}

}  // namespace bilevel::test
