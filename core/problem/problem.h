#pragma once

#include "core/formula/graph.h"
#include "core/formula/print.h"
#include "core/formula/program.h"
#include "core/problem/point.h"
#include "core/problem/problem_text.h"
#include "core/result.h"

#include <memory>
#include <span>
#include <vector>

namespace bilevel {

/// A problem ready to run: formulas compiled, bounds and start as vectors. Immutable and cheap to copy; threads
/// share it freely.
///
/// Every program takes the inputs [x, y, parameters]; those of products take the direction v (one per lower
/// variable) after them.
class Problem {
public:
    /// Errors name the JSON path of the part at fault, and position and length where that part is a formula.
    static Result<Problem> compile(ProblemText text);

    const ProblemText& text() const { return code_->text; }
    int nx() const { return static_cast<int>(code_->text.upperVariables.size()); }
    int ny() const { return static_cast<int>(code_->text.lowerVariables.size()); }
    const std::vector<std::string>& variables() const { return code_->variables; }
    std::span<const double> parameterValues() const { return code_->parameters; }

    Point start() const;
    /// Every component moved into its bounds.
    void project(Point& z) const;
    void projectLower(Vector& y) const;
    Interval upperBounds(Eigen::Index i) const { return {code_->xMinimum[i], code_->xMaximum[i]}; }
    Interval lowerBounds(Eigen::Index j) const { return {code_->yMinimum[j], code_->yMaximum[j]}; }
    bool isBounded() const { return code_->bounded; }

    /// The two objectives as formulas: what is shown is what runs.
    struct Objective {
        NodeId value = noNode;
        std::vector<NodeId> gradient;  ///< upper then lower variables
        std::vector<NodeId> hessian;   ///< lower triangle, row by row
    };
    const Graph& graph() const { return code_->graph; }
    const Names& names() const { return code_->names; }
    const Objective& upper() const { return code_->f; }
    const Objective& lower() const { return code_->g; }

    /// Value of one objective alone (for grounds and grids): inputs [x, y, parameters], one output.
    const Program& upperValue() const { return code_->fValue; }
    const Program& lowerValue() const { return code_->gValue; }
    /// g, ∇y g and ∇²yy g (lower triangle, row by row): all that solving the lower level asks for.
    Program lowerModel() const;
    /// Value, gradient and full Hessian (lower triangle) of an objective, for evaluate and certificates.
    Program allOf(const Objective& objective) const;

private:
    friend class Oracle;
    friend class ProblemCompiler;
    struct Code {
        ProblemText text;
        std::vector<std::string> variables;
        std::vector<double> parameters;
        Vector xMinimum, xMaximum, yMinimum, yMaximum;
        bool bounded = false;
        Graph graph;
        Names names;
        Objective f, g;
        Program fValue, gValue;        ///< value
        Program fGradient, gGradient;  ///< value, gradient
        Program gLowerGradient;        ///< ∇y g
        Program products;              ///< (…, v) ↦ ∇x⟨∇y g, v⟩, ∇yy g · v
        Program upperProducts;         ///< the same of f
    };
    std::shared_ptr<const Code> code_;
};

}  // namespace bilevel
