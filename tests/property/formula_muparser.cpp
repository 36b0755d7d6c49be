#include "formula_muparser.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace bilevel::test {
namespace {

using One = double (*)(double);
using Two = double (*)(double, double);
using Many = double (*)(const double*, int);

double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }
double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }
double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }
double smallest(const double* x, int count) {
    return std::accumulate(x + 1, x + count, *x, [](double a, double b) { return b < a ? b : a; });
}
double largest(const double* x, int count) {
    return std::accumulate(x + 1, x + count, *x, [](double a, double b) { return a < b ? b : a; });
}
double sum(const double* x, int count) { return std::accumulate(x + 1, x + count, *x); }
double mean(const double* x, int count) { return sum(x, count) / count; }

}  // namespace

MuParser::MuParser() {
    parser_.EnableOptimizer(false);
    parser_.ClearConst();
    parser_.DefineConst("pi", std::numbers::pi);
    parser_.DefineConst("e", std::numbers::e);
    parser_.DefineVar("x", variables_.data());
    parser_.DefineVar("y", variables_.data() + 1);
    parser_.DefineVar("z", variables_.data() + 2);
    parser_.ClearFun();
    const auto one = [&](const char* name, One function) { parser_.DefineFun(name, function, false); };
    const auto two = [&](const char* name, Two function) { parser_.DefineFun(name, function, false); };
    const auto many = [&](const char* name, Many function) { parser_.DefineFun(name, function, false); };
    one("abs", std::abs), one("acos", std::acos), one("acosh", std::acosh), one("asin", std::asin);
    one("asinh", std::asinh), one("atan", std::atan), one("atanh", std::atanh), one("ceil", std::ceil);
    one("cos", std::cos), one("cosh", std::cosh), one("erf", std::erf), one("exp", std::exp),
        one("expm1", std::expm1);
    one("floor", std::floor), one("ln", std::log), one("log", std::log), one("log10", std::log10);
    one("log1p", std::log1p), one("log2", std::log2), one("sigmoid", sigmoid), one("sign", sign),
        one("sin", std::sin);
    one("sinh", std::sinh), one("softplus", softplus), one("sqrt", std::sqrt), one("tan", std::tan),
        one("tanh", std::tanh);
    two("atan2", std::atan2), two("hypot", std::hypot), two("pow", std::pow);
    many("avg", mean), many("max", largest), many("min", smallest), many("sum", sum);
}

bool MuParser::accepts(const std::string& text) {
    try {
        parser_.SetExpr(text);
        parser_.Eval();
        return true;
    } catch (const mu::ParserError&) {
        return false;
    }
}

double MuParser::value(const std::string& text, const std::array<double, 3>& at) {
    variables_ = at;
    parser_.SetExpr(text);
    return parser_.Eval();
}

}  // namespace bilevel::test
