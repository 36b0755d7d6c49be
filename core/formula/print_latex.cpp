#include "core/formula/decimal.h"
#include "core/formula/functions.h"
#include "core/formula/latex_names.h"
#include "core/formula/print.h"
#include "core/formula/writer.h"

#include <cmath>
#include <numbers>
#include <optional>

namespace bilevel {
namespace {

using enum Operation;

struct Infix {
    std::string_view sign;
    int binding;
};

std::optional<Infix> infix(Operation operation) {
    switch (operation) {
        case Add:
            return Infix{" + ", binding::sum};
        case Subtract:
            return Infix{" - ", binding::sum};
        case Less:
            return Infix{" < ", binding::comparison};
        case LessEqual:
            return Infix{" \\le ", binding::comparison};
        case Greater:
            return Infix{" > ", binding::comparison};
        case GreaterEqual:
            return Infix{" \\ge ", binding::comparison};
        case Equal:
            return Infix{" = ", binding::comparison};
        case NotEqual:
            return Infix{" \\ne ", binding::comparison};
        case And:
            return Infix{" \\land ", binding::conjunction};
        case Or:
            return Infix{" \\lor ", binding::disjunction};
        default:
            return std::nullopt;
    }
}

std::string command(Operation operation) {
    switch (operation) {
        case Log:
            return "\\ln";
        case Log2:
            return "\\log_{2}";
        case Log10:
            return "\\log_{10}";
        case Asin:
            return "\\arcsin";
        case Acos:
            return "\\arccos";
        case Atan:
            return "\\arctan";
        case Asinh:
            return "\\operatorname{arsinh}";
        case Acosh:
            return "\\operatorname{arcosh}";
        case Atanh:
            return "\\operatorname{artanh}";
        case Sin:
        case Cos:
        case Tan:
        case Sinh:
        case Cosh:
        case Tanh:
        case Minimum:
        case Maximum:
            return "\\" + std::string(functionName(operation));
        default:
            return "\\operatorname{" + std::string(functionName(operation)) + "}";
    }
}

class LatexPrinter {
public:
    LatexPrinter(const Graph& graph, const Names& names, bool exact)
        : graph_(graph), names_(names), exact_(exact) {}

    Pieces operator()(const Piece& piece) const {
        if (const auto* name = names_.of(piece.node)) return {{.text = latexName(*name)}};
        const Node& node = graph_[piece.node];
        if (node.operation == Constant) return number(graph_.constantValue(piece.node), piece);
        if (node.operation == Input) return {{.text = latexName(names_.inputs.at(node.a))}};
        if (node.operation == Select) return cases(node, piece);
        if (const auto sign = infix(node.operation)) return operation(node, *sign, piece);
        if (node.operation == Power)
            return power({.node = node.a, .binding = binding::atom}, {.node = node.b}, piece);
        if (!exact_ && isProduct(node.operation)) return product(piece);
        if (node.operation == Multiply) return typedProduct(node, piece);
        if (node.operation == Divide) return over({.node = node.a}, {.node = node.b}, piece);
        if (node.operation == Negate)
            return negative({.node = node.a, .binding = binding::product, .afterSign = true}, piece);
        return call(node, piece);
    }

private:
    static bool isProduct(Operation operation) {
        return operation == Multiply || operation == Divide || operation == Reciprocal || operation == Negate;
    }

    static Pieces enclose(bool parentheses, Pieces pieces, std::string left = "(", std::string right = ")") {
        if (!parentheses) return pieces;
        pieces.insert(pieces.begin(), {.text = "\\left" + std::move(left)});
        pieces.push_back({.text = "\\right" + std::move(right)});
        return pieces;
    }

    static bool isNamed(double value) { return value == std::numbers::pi || value == std::numbers::e; }

    static Pieces number(double value, const Piece& place) {
        if (value == std::numbers::pi) return {{.text = "\\pi"}};
        if (value == std::numbers::e) return {{.text = "\\mathrm{e}"}};
        std::string text = decimal(value);
        const auto exponent = text.find('e');
        if (exponent != std::string::npos) {
            const std::string mantissa = text.substr(0, exponent) + " \\cdot ";
            text = (mantissa == "1 \\cdot " ? "" : mantissa) + "10^{" + text.substr(exponent + 1) + "}";
        }
        const bool sign = std::signbit(value) && (place.afterSign || place.binding > binding::product);
        return enclose(sign || (exponent != std::string::npos && place.binding > binding::product),
                       {{.text = text}});
    }

    /// A chain of choices is one brace with a row for each.
    Pieces cases(const Node& node, const Piece& place) const {
        Pieces pieces{{.text = "\\begin{cases}"}};
        const Node* row = &node;
        for (;;) {
            pieces.push_back({.node = row->b});
            pieces.push_back({.text = " & \\text{if } "});
            pieces.push_back({.node = row->a});
            pieces.push_back({.text = " \\\\ "});
            if (graph_[row->c].operation != Select || names_.of(row->c) != nullptr) break;
            row = &graph_[row->c];
        }
        pieces.push_back({.node = row->c});
        pieces.push_back({.text = " & \\text{otherwise}\\end{cases}"});
        return enclose(place.binding > binding::choice, std::move(pieces));
    }

    Pieces operation(const Node& node, const Infix& infix, const Piece& place) const {
        const auto [sign, own] = infix;
        const bool parentheses = place.binding > own;
        const bool anyOrder = !exact_ && node.operation == Add;
        return enclose(parentheses,
                       {{.node = node.a, .binding = own, .afterSign = place.afterSign && !parentheses},
                        {.text = std::string(sign)},
                        {.node = node.b, .binding = anyOrder ? own : own + 1, .afterSign = own == binding::sum}});
    }

    static Pieces power(Piece base, Piece exponent, const Piece& place) {
        return enclose(place.binding > binding::power,
                       {std::move(base), {.text = "^{"}, std::move(exponent), {.text = "}"}});
    }

    static Pieces over(Piece numerator, Piece denominator, const Piece& place) {
        return enclose(
            place.binding > binding::product,
            {{.text = "\\frac{"}, std::move(numerator), {.text = "}{"}, std::move(denominator), {.text = "}"}});
    }

    static Pieces negative(Piece operand, const Piece& place) {
        return enclose(place.afterSign || place.binding > binding::product, {{.text = "-"}, std::move(operand)});
    }

    Pieces typedProduct(const Node& node, const Piece& place) const {
        const bool parentheses = place.binding > binding::product;
        return enclose(
            parentheses,
            {{.node = node.a, .binding = binding::product, .afterSign = place.afterSign && !parentheses},
             {.text = between(node.b)},
             {.node = node.b, .binding = binding::product, .afterSign = true}});
    }

    /// Factors stand side by side, unless the second would read as the end of a number.
    std::string between(NodeId second) const {
        for (;;) {
            const Node& node = graph_[second];
            if (names_.of(second) != nullptr) return "\\,";
            if (node.operation == Power || node.operation == Multiply) {
                second = node.a;
                continue;
            }
            const bool digit = node.operation == Constant && !isNamed(graph_.constantValue(second));
            return digit ? " \\cdot " : "\\,";
        }
    }

    Pieces product(const Piece& place) const {
        const auto [negative, above, below] = fraction(graph_, place.node, names_);
        const bool parentheses = place.binding > binding::product || (negative && place.afterSign);
        Pieces pieces;
        if (negative) pieces.push_back({.text = "-"});
        if (below.empty()) {
            factors(pieces, above, binding::product, negative || (place.afterSign && !parentheses));
        } else {
            const auto part = [&](const std::vector<Factor>& list) {  // a sum alone needs no parentheses there
                factors(pieces, list, list.size() == 1 ? binding::choice : binding::product, false);
            };
            pieces.push_back({.text = "\\frac{"});
            part(above);
            pieces.push_back({.text = "}{"});
            part(below);
            pieces.push_back({.text = "}"});
        }
        return enclose(parentheses, std::move(pieces));
    }

    void factors(Pieces& pieces, const std::vector<Factor>& factors, int binding, bool afterSign) const {
        if (factors.empty()) pieces.push_back({.text = "1"});
        for (const auto& [base, exponent] : factors) {
            if (base != factors.front().base) pieces.push_back({.text = between(base)});
            const bool power = exponent > 1;
            pieces.push_back({.node = base, .binding = power ? binding::atom : binding, .afterSign = afterSign});
            if (power) pieces.push_back({.text = "^{" + decimal(exponent) + "}"});
            afterSign = true;
        }
    }

    Pieces call(const Node& node, const Piece& place) const {
        const Piece a{.node = node.a};
        switch (node.operation) {
            case Abs:
                return enclose(true, {a}, "|", "|");
            case Floor:
                return enclose(true, {a}, "\\lfloor ", "\\rfloor");
            case Ceil:
                return enclose(true, {a}, "\\lceil ", "\\rceil");
            case Sqrt:
                return {{.text = "\\sqrt{"}, a, {.text = "}"}};
            case Exp:
                return power({.text = "\\mathrm{e}"}, a, place);
            case Expm1:
                return enclose(place.binding > binding::sum, {{.text = "\\mathrm{e}^{"}, a, {.text = "} - 1"}});
            case Log1p:
                return {{.text = "\\ln\\left(1 + "},
                        {.node = node.a, .binding = binding::sum, .afterSign = true},
                        {.text = "\\right)"}};
            case Reciprocal:
                return over({.text = "1"}, a, place);
            case Hypot:
                return {{.text = "\\sqrt{"},
                        {.node = node.a, .binding = binding::atom},
                        {.text = "^{2} + "},
                        {.node = node.b, .binding = binding::atom},
                        {.text = "^{2}}"}};
            default:
                return function(node);
        }
    }

    Pieces function(const Node& node) const {
        Pieces pieces{{.text = command(node.operation) + "\\left("}};
        for (const NodeId argument : arguments(graph_, node, names_)) {
            pieces.push_back({.node = argument});
            pieces.push_back({.text = ", "});
        }
        pieces.back().text = "\\right)";
        return pieces;
    }

    const Graph& graph_;
    const Names& names_;
    bool exact_;
};

}  // namespace

std::string printLatex(const Graph& graph, NodeId root, const Names& names) {
    return write(root, LatexPrinter(graph, names, !graph.isDerived(root)));
}

}  // namespace bilevel
