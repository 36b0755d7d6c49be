#include "ui/formula/math_layout.h"

#include "ui/formula/math_symbol.h"
#include "ui/formula/math_typesetter.h"

namespace bilevel::ui {

std::vector<MathBox> layoutFormula(const MathStyle& style, const Graph& graph, NodeId root, const Names& names,
                                   bool spellRoot) {
    MathTypesetter layout(graph, names, spellRoot ? root : noNode);
    const Operation operation = graph[root].operation;
    const bool named = !spellRoot && names.of(root) != nullptr;
    if (!named && (operation == Operation::Add || operation == Operation::Subtract))
        return layout.terms(style, root);
    return {layout.box(style, root)};
}

MathBox layoutLead(const MathStyle& style, std::string_view name) {
    return math::row({layoutName(style, name), spacedSign(style, "=", 0.28)});
}

MathBox layoutPartialLead(const MathStyle& style, std::string_view function, std::string_view variable) {
    const MathStyle inner = style.inFraction();
    const MathBox d = math::text(inner, "∂", true);
    const MathBox quotient = math::fraction(style, math::row({d, layoutName(inner, function)}),
                                            math::row({d, layoutName(inner, variable)}));
    return math::row({quotient, spacedSign(style, "=", 0.28)});
}

}  // namespace bilevel::ui
