#include "core/formula/decimal.h"
#include "core/formula/functions.h"
#include "core/formula/print.h"
#include "core/formula/writer.h"

#include <cmath>
#include <numbers>

namespace bilevel {
namespace {

using enum Operation;

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
            return {"*", binding::product};
        case Divide:
            return {"/", binding::product};
        case Power:
            return {"^", binding::power};
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
        case And:
            return {" && ", binding::conjunction};
        case Or:
            return {" || ", binding::disjunction};
        default:
            return {};
    }
}

class TextPrinter {
public:
    TextPrinter(const Graph& graph, const Names& names, bool exact)
        : graph_(graph), names_(names), exact_(exact) {}

    Pieces operator()(const Piece& piece) const {
        if (const auto* name = names_.of(piece.node)) return {{.text = *name}};
        const Node& node = graph_[piece.node];
        if (node.operation == Constant) return number(graph_.constantValue(piece.node), piece);
        if (node.operation == Input) return {{.text = names_.inputs.at(node.a)}};
        if (!functionName(node.operation).empty()) return call(node);
        if (node.operation == Select) return select(node, piece);
        if (!exact_ && isProduct(node.operation)) return product(piece);
        if (node.operation == Negate)
            return enclose(piece.afterSign || piece.binding > binding::product,
                           {{.text = "-"}, {.node = node.a, .binding = binding::power, .afterSign = true}});
        return operation(node, piece);
    }

private:
    static bool isProduct(Operation operation) {
        return operation == Multiply || operation == Divide || operation == Reciprocal || operation == Negate;
    }

    static Pieces enclose(bool parentheses, Pieces pieces) {
        if (!parentheses) return pieces;
        pieces.insert(pieces.begin(), {.text = "("});
        pieces.push_back({.text = ")"});
        return pieces;
    }

    static Pieces number(double value, const Piece& place) {
        if (value == std::numbers::pi) return {{.text = "pi"}};
        if (value == std::numbers::e) return {{.text = "e"}};
        return enclose(std::signbit(value) && (place.afterSign || place.binding > binding::product),
                       {{.text = decimal(value)}});
    }

    static Pieces select(const Node& node, const Piece& place) {
        return enclose(place.binding > binding::choice, {{.node = node.a, .binding = binding::disjunction},
                                                         {.text = " ? "},
                                                         {.node = node.b, .binding = binding::disjunction},
                                                         {.text = " : "},
                                                         {.node = node.c, .binding = binding::choice}});
    }

    Pieces call(const Node& node) const {
        Pieces pieces{{.text = std::string(functionName(node.operation)) + "("}};
        for (const NodeId argument : arguments(graph_, node, names_)) {
            pieces.push_back({.node = argument});
            pieces.push_back({.text = ", "});
        }
        pieces.back().text = ")";
        return pieces;
    }

    Pieces operation(const Node& node, const Piece& place) const {
        const auto [sign, own] = infix(node.operation);
        const bool parentheses = place.binding > own;
        const bool rightFirst = node.operation == Power;
        const bool anyOrder = !exact_ && node.operation == Add;
        return enclose(
            parentheses,
            {{.node = node.a, .binding = rightFirst ? own + 1 : own, .afterSign = place.afterSign && !parentheses},
             {.text = std::string(sign)},
             {.node = node.b,
              .binding = rightFirst || anyOrder ? own : own + 1,
              .afterSign = own >= binding::sum}});
    }

    Pieces product(const Piece& place) const {
        const auto [negative, over, under] = fraction(graph_, place.node, names_);
        const bool parentheses = place.binding > binding::product || (negative && place.afterSign);
        Pieces pieces;
        if (negative) pieces.push_back({.text = "-"});
        factors(pieces, over, binding::product, negative || (place.afterSign && !parentheses));
        if (!under.empty()) {
            pieces.push_back({.text = under.size() > 1 ? "/(" : "/"});
            factors(pieces, under, under.size() > 1 ? binding::product : binding::power, under.size() == 1);
            if (under.size() > 1) pieces.push_back({.text = ")"});
        }
        return enclose(parentheses, std::move(pieces));
    }

    static void factors(Pieces& pieces, const std::vector<Factor>& factors, int binding, bool afterSign) {
        if (factors.empty()) pieces.push_back({.text = "1"});
        for (const auto& [base, exponent] : factors) {
            const bool power = exponent > 1;
            pieces.push_back({.node = base, .binding = power ? binding::atom : binding, .afterSign = afterSign});
            pieces.push_back({.text = (power ? "^" + decimal(exponent) : "") + "*"});
            afterSign = true;
        }
        if (!factors.empty()) pieces.back().text.pop_back();
    }

    const Graph& graph_;
    const Names& names_;
    bool exact_;
};

}  // namespace

std::string printText(const Graph& graph, NodeId root, const Names& names) {
    return write(root, TextPrinter(graph, names, !graph.isDerived(root)));
}

}  // namespace bilevel
