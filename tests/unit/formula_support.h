#pragma once

#include "core/formula/derive.h"
#include "core/formula/parse.h"
#include "core/formula/print.h"
#include "core/formula/program.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace bilevel::test {

/// A graph with the inputs x, y, z, to type formulas into.
class Desk {
public:
    Desk() {
        for (const char* name : {"x", "y", "z"}) addInput(name);
    }

    void addInput(const std::string& name) {
        const auto index = static_cast<int>(names.inputs.size());
        symbols.push_back({name, graph.input(index)});
        names.inputs.push_back(name);
    }

    NodeId type(const std::string& text) {
        const auto result = parse(graph, text, symbols);
        if (result) return *result;
        ADD_FAILURE() << text << "\n" << result.error().message;
        return graph.constant(0);
    }

    std::string text(NodeId id) const { return printText(graph, id, names); }
    std::string latex(NodeId id) const { return printLatex(graph, id, names); }

    NodeId slope(NodeId id, int input = 0) { return gradient(graph, id, std::array{input})[0]; }
    NodeId curvature(NodeId id, int input = 0) {
        return hessian(graph, std::array{slope(id, input)}, std::array{input})[0];
    }

    double value(NodeId id, const std::vector<double>& x) const {
        double result = 0;
        ScalarEvaluator(Program(graph, std::span(&id, 1), static_cast<int>(x.size())))(x, std::span(&result, 1));
        return result;
    }
    double value(const std::string& formula, double x = 0, double y = 0, double z = 0) {
        return value(type(formula), {x, y, z});
    }

    Graph graph;
    std::vector<Symbol> symbols;
    Names names;
};

}  // namespace bilevel::test
