#include "core/formula/parse.h"

#include "core/formula/compiler.h"
#include "core/formula/diagnosis.h"
#include "core/formula/tokens.h"

namespace bilevel {
namespace {

Error aboutAll(std::string_view text, std::string message) {
    return {.message = std::move(message), .position = 0, .length = static_cast<int>(text.size())};
}

/// An input that dependencies() does not track would have a derivative that is silently zero.
std::optional<Error> tooManyInputs(const Graph& graph, const std::vector<Token>& tokens,
                                   std::span<const Symbol> symbols) {
    for (const Symbol& symbol : symbols) {
        if (graph.inputIndex(symbol.node) < Graph::maximumInputs) continue;
        for (const Token& token : tokens)
            if (token.is(symbol.name))
                return Error{
                    .message = "‘" + symbol.name +
                               "’ is one too many: a problem may have at most 62 variables and parameters",
                    .position = token.begin,
                    .length = token.length};
    }
    return std::nullopt;
}

}  // namespace

Result<NodeId> parse(Graph& graph, std::string_view text, std::span<const Symbol> symbols) {
    if (text.size() > maximumFormulaLength)
        return Error{
            .message = "a formula may have at most 100000 characters; this one has " + std::to_string(text.size()),
            .position = static_cast<int>(maximumFormulaLength),
            .length = static_cast<int>(text.size() - maximumFormulaLength)};
    for (const Symbol& symbol : symbols)
        if (auto problem = nameProblem(symbol.name); !problem.empty()) return Error{.message = std::move(problem)};
    const auto tokens = scan(text);
    if (tokens.empty()) return aboutAll(text, "the formula is empty");
    if (auto error = objection(text, tokens, symbols)) return *std::move(error);
    if (auto error = tooManyInputs(graph, tokens, symbols)) return *std::move(error);

    const Compilation compiled = compile(graph, spell(tokens), symbols);
    if (compiled.node == noNode) {
        if (auto error = diagnosis(text, tokens)) return *std::move(error);
        return aboutAll(text, "this is not a formula: " + compiled.refusal);
    }
    if (compiled.nesting > maximumNesting) return aboutAll(text, "more than 1000 operations inside one another");
    return compiled.node;
}

}  // namespace bilevel
