#include "core/formula/functions.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace bilevel {
namespace {

using enum Operation;
using Operands1 = std::span<const NodeId>;

template <Operation operation>
NodeId one(Graph& graph, Operands1 x) {
    return graph.unary(operation, x[0]);
}

template <Operation operation>
NodeId two(Graph& graph, Operands1 x) {
    return graph.binary(operation, x[0], x[1]);
}

template <Operation operation>
NodeId many(Graph& graph, Operands1 x) {
    NodeId result = x[0];
    for (const NodeId operand : x.subspan(1)) result = graph.binary(operation, result, operand);
    return result;
}

NodeId average(Graph& graph, Operands1 x) {
    return graph.binary(Divide, many<Add>(graph, x), graph.constant(static_cast<double>(x.size())));
}

constexpr std::array table{
    Function{{"abs", 1, "absolute value"}, one<Abs>},
    Function{{"acos", 1, "inverse cosine"}, one<Acos>},
    Function{{"acosh", 1, "inverse hyperbolic cosine"}, one<Acosh>},
    Function{{"asin", 1, "inverse sine"}, one<Asin>},
    Function{{"asinh", 1, "inverse hyperbolic sine"}, one<Asinh>},
    Function{{"atan", 1, "inverse tangent"}, one<Atan>},
    Function{{"atan2", 2, "angle of the point (second, first)"}, two<Atan2>},
    Function{{"atanh", 1, "inverse hyperbolic tangent"}, one<Atanh>},
    Function{{"avg", -1, "mean"}, average},
    Function{{"ceil", 1, "smallest integer not below"}, one<Ceil>},
    Function{{"cos", 1, "cosine"}, one<Cos>},
    Function{{"cosh", 1, "hyperbolic cosine"}, one<Cosh>},
    Function{{"erf", 1, "error function"}, one<Erf>},
    Function{{"exp", 1, "exponential"}, one<Exp>},
    Function{{"expm1", 1, "exp(x) - 1, exact near 0"}, one<Expm1>},
    Function{{"floor", 1, "largest integer not above"}, one<Floor>},
    Function{{"hypot", 2, "sqrt(x^2 + y^2)"}, two<Hypot>},
    Function{{"ln", 1, "natural logarithm"}, one<Log>},
    Function{{"log", 1, "natural logarithm"}, one<Log>},
    Function{{"log10", 1, "logarithm to base 10"}, one<Log10>},
    Function{{"log1p", 1, "log(1 + x), exact near 0"}, one<Log1p>},
    Function{{"log2", 1, "logarithm to base 2"}, one<Log2>},
    Function{{"max", -1, "largest"}, many<Maximum>},
    Function{{"min", -1, "smallest"}, many<Minimum>},
    Function{{"pow", 2, "x to the power of y"}, two<Power>},
    Function{{"sigmoid", 1, "1/(1 + exp(-x))"}, one<Sigmoid>},
    Function{{"sign", 1, "-1, 0 or 1"}, one<Sign>},
    Function{{"sin", 1, "sine"}, one<Sin>},
    Function{{"sinh", 1, "hyperbolic sine"}, one<Sinh>},
    Function{{"softplus", 1, "log(1 + exp(x))"}, one<Softplus>},
    Function{{"sqrt", 1, "square root"}, one<Sqrt>},
    Function{{"sum", -1, "sum"}, many<Add>},
    Function{{"tan", 1, "tangent"}, one<Tan>},
    Function{{"tanh", 1, "hyperbolic tangent"}, one<Tanh>},
};
static_assert(std::ranges::is_sorted(table, {}, [](const Function& f) { return f.help.name; }));

constexpr auto helpTable = [] {
    std::array<FunctionHelp, table.size()> help;
    std::ranges::transform(table, help.begin(), &Function::help);
    return help;
}();

constexpr std::array numbersTable{NamedNumber{"_e", std::numbers::e}, NamedNumber{"_pi", std::numbers::pi},
                                  NamedNumber{"e", std::numbers::e}, NamedNumber{"pi", std::numbers::pi}};

}  // namespace

std::span<const Function> functions() { return table; }

std::span<const FunctionHelp> functionHelp() { return helpTable; }

const Function* findFunction(std::string_view name) {
    const auto found = std::ranges::lower_bound(table, name, {}, [](const Function& f) { return f.help.name; });
    return found != table.end() && found->help.name == name ? &*found : nullptr;
}

std::span<const NamedNumber> namedNumbers() { return numbersTable; }

const NamedNumber* findNumber(std::string_view name) {
    const auto found = std::ranges::find(numbersTable, name, &NamedNumber::name);
    return found != numbersTable.end() ? &*found : nullptr;
}

std::string_view functionName(Operation operation) {
    switch (operation) {
        case Abs:
            return "abs";
        case Sign:
            return "sign";
        case Floor:
            return "floor";
        case Ceil:
            return "ceil";
        case Sqrt:
            return "sqrt";
        case Exp:
            return "exp";
        case Expm1:
            return "expm1";
        case Log:
            return "log";
        case Log1p:
            return "log1p";
        case Log2:
            return "log2";
        case Log10:
            return "log10";
        case Sin:
            return "sin";
        case Cos:
            return "cos";
        case Tan:
            return "tan";
        case Asin:
            return "asin";
        case Acos:
            return "acos";
        case Atan:
            return "atan";
        case Sinh:
            return "sinh";
        case Cosh:
            return "cosh";
        case Tanh:
            return "tanh";
        case Asinh:
            return "asinh";
        case Acosh:
            return "acosh";
        case Atanh:
            return "atanh";
        case Erf:
            return "erf";
        case Sigmoid:
            return "sigmoid";
        case Softplus:
            return "softplus";
        case Minimum:
            return "min";
        case Maximum:
            return "max";
        case Atan2:
            return "atan2";
        case Hypot:
            return "hypot";
        default:
            return {};
    }
}

}  // namespace bilevel
