#include "core/formula/decimal.h"
#include "core/formula/functions.h"
#include "core/formula/print.h"
#include "core/formula/writer.h"

#include <cmath>
#include <numbers>

namespace bilevel {
namespace {

using enum Operation;

/// What a place asks for that only wants to know whether a number is 0.
constexpr int truth = -1;

struct Infix {
    std::string_view sign;
    int binding;
};

Infix infix(Operation operation) {
    switch (operation) {
        case Add:
            return {" + ", binding::sum};
        case Subtract:
            return {" - ", binding::sum};
        case Multiply:
            return {" * ", binding::product};
        case Divide:
            return {" / ", binding::product};
        case Less:
            return {" < ", binding::comparison};
        case LessEqual:
            return {" <= ", binding::comparison};
        case Greater:
            return {" > ", binding::comparison};
        case GreaterEqual:
            return {" >= ", binding::comparison};
        case Equal:
            return {" == ", binding::comparison};
        case NotEqual:
            return {" != ", binding::comparison};
        default:
            return {};
    }
}

std::string function(Operation operation) {
    switch (operation) {
        case Abs:
            return "abs";
        case Minimum:  // Python's own keep the first of equal numbers, as ours do
            return "min";
        case Maximum:
            return "max";
        case Erf:
            return "math.erf";
        case Asin:
            return "np.arcsin";
        case Acos:
            return "np.arccos";
        case Atan:
            return "np.arctan";
        case Asinh:
            return "np.arcsinh";
        case Acosh:
            return "np.arccosh";
        case Atanh:
            return "np.arctanh";
        case Atan2:
            return "np.arctan2";
        default:
            return "np." + std::string(functionName(operation));
    }
}

class PythonPrinter {
public:
    PythonPrinter(const Graph& graph, const Names& names) : graph_(graph), names_(names) {}

    Pieces operator()(const Piece& piece) const {
        if (piece.binding == truth) return isTrue(piece.node);
        if (const auto* name = names_.of(piece.node)) return {{.text = *name}};
        const Node& node = graph_[piece.node];
        switch (node.operation) {
            case Constant:
                return number(graph_.constantValue(piece.node), piece);
            case Input:
                return {{.text = names_.inputs.at(node.a)}};
            case Select:
                return select(node, piece);
            case Negate:
                return enclose(piece.afterSign || piece.binding > binding::product,
                               {{.text = "-"}, {.node = node.a, .binding = binding::power, .afterSign = true}});
            case Reciprocal:
                return quotient({.text = "1"}, node.a, piece);
            case Divide:
                return quotient({.node = node.a, .binding = binding::product}, node.b, piece);
            case Power:
                return power(node, piece);
            case Sigmoid:
                return enclose(piece.binding > binding::sum,
                               {{.text = "1 / (1 + np.exp(-"},
                                {.node = node.a, .binding = binding::power, .afterSign = true},
                                {.text = "))"}});
            case Softplus:
                return {{.text = "np.logaddexp(0, "}, {.node = node.a}, {.text = ")"}};
            case And:
            case Or:
                return {{.text = "np.float64("}, {.node = piece.node, .binding = truth}, {.text = ")"}};
            default:
                break;
        }
        if (isComparison(node.operation))
            return {{.text = "np.float64("}, {.node = piece.node, .binding = truth}, {.text = ")"}};
        return functionName(node.operation).empty() ? arithmetic(node, piece) : call(node);
    }

private:
    static Pieces enclose(bool parentheses, Pieces pieces, const char* before = "(") {
        if (!parentheses) return pieces;
        pieces.insert(pieces.begin(), {.text = before});
        pieces.push_back({.text = ")"});
        return pieces;
    }

    static Pieces number(double value, const Piece& place) {
        if (value == std::numbers::pi) return {{.text = "np.pi"}};
        if (value == std::numbers::e) return {{.text = "np.e"}};
        if (std::isnan(value)) return {{.text = "np.nan"}};
        const std::string text = std::isinf(value) ? (value > 0 ? "np.inf" : "-np.inf") : decimal(value);
        return enclose(std::signbit(value) && (place.afterSign || place.binding > binding::product),
                       {{.text = text}});
    }

    /// Python's own division refuses 0, NumPy's does not; a number spelt as a formula is Python's.
    bool mayRefuse(NodeId denominator) const {
        if (!graph_.isNumber(denominator)) return false;
        return !graph_.isConstant(denominator) || graph_.constantValue(denominator) == 0;
    }

    Pieces quotient(Piece numerator, NodeId denominator, const Piece& place) const {
        if (mayRefuse(denominator)) {
            numerator.binding = 0;
            return {{.text = "np.divide("},
                    std::move(numerator),
                    {.text = ", "},
                    {.node = denominator},
                    {.text = ")"}};
        }
        const bool parentheses = place.binding > binding::product;
        numerator.afterSign = place.afterSign && !parentheses;
        return enclose(parentheses, {std::move(numerator),
                                     {.text = " / "},
                                     {.node = denominator, .binding = binding::product + 1, .afterSign = true}});
    }

    /// Python's own power of a negative number is complex, NumPy's is nan.
    Pieces power(const Node& node, const Piece& place) const {
        if (graph_.isNumber(node.a))
            return {{.text = "np.power(np.float64("},
                    {.node = node.a},
                    {.text = "), "},
                    {.node = node.b},
                    {.text = ")"}};
        return enclose(place.binding > binding::power,
                       {{.node = node.a, .binding = binding::atom},
                        {.text = "**"},
                        {.node = node.b, .binding = binding::power, .afterSign = true}});
    }

    Pieces arithmetic(const Node& node, const Piece& place) const {
        const auto [sign, own] = infix(node.operation);
        const bool parentheses = place.binding > own;
        return enclose(parentheses,
                       {{.node = node.a, .binding = own, .afterSign = place.afterSign && !parentheses},
                        {.text = std::string(sign)},
                        {.node = node.b, .binding = own + 1, .afterSign = true}});
    }

    /// One of several: where one is a number of Python's own, the result is made NumPy's.
    Pieces choice(bool ofNumbers, bool parentheses, Pieces pieces) const {
        return enclose(ofNumbers || parentheses, std::move(pieces), ofNumbers ? "np.float64(" : "(");
    }

    Pieces call(const Node& node) const {
        Pieces pieces{{.text = function(node.operation) + '('}};
        bool ofNumbers = false;
        for (const NodeId argument : arguments(graph_, node, names_)) {
            pieces.push_back({.node = argument});
            pieces.push_back({.text = ", "});
            ofNumbers = ofNumbers || graph_.isNumber(argument);
        }
        pieces.back().text = ")";
        const bool keepsKind = node.operation == Minimum || node.operation == Maximum || node.operation == Abs ||
                               node.operation == Sign;  // an integer stays one
        return choice((keepsKind && ofNumbers) || node.operation == Erf, false, std::move(pieces));
    }

    Pieces select(const Node& node, const Piece& place) const {
        return choice(graph_.isNumber(node.b) || graph_.isNumber(node.c), place.binding > binding::choice,
                      {{.node = node.b, .binding = binding::disjunction},
                       {.text = " if "},
                       {.node = node.a, .binding = truth},
                       {.text = " else "},
                       {.node = node.c, .binding = binding::choice}});
    }

    Pieces isTrue(NodeId id) const {
        const Node& node = graph_[id];
        if (names_.of(id) == nullptr && isComparison(node.operation)) {
            const auto [sign, own] = infix(node.operation);
            return {{.node = node.a, .binding = own + 1},
                    {.text = std::string(sign)},
                    {.node = node.b, .binding = own + 1}};
        }
        if (names_.of(id) == nullptr && (node.operation == And || node.operation == Or))
            return enclose(true, {{.node = node.a, .binding = truth},
                                  {.text = node.operation == And ? " and " : " or "},
                                  {.node = node.b, .binding = truth}});
        return {{.node = id, .binding = binding::sum}, {.text = " != 0"}};
    }

    const Graph& graph_;
    const Names& names_;
};

}  // namespace

std::string printPython(const Graph& graph, NodeId root, const Names& names) {
    return write(root, PythonPrinter(graph, names));
}

}  // namespace bilevel
