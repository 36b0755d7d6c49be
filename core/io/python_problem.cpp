#include "core/io/python_problem.h"

#include "core/formula/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace bilevel {
namespace {

/// What a name of the problem must not be: words of the language, and what the script calls its own.
constexpr auto taken = std::to_array<std::string_view>(
    {"False",  "None",          "True",  "and",       "as",      "assert",  "async",  "await",     "break",
     "class",  "continue",      "def",   "del",       "elif",    "else",    "except", "finally",   "for",
     "from",   "global",        "if",    "import",    "in",      "is",      "lambda", "nonlocal",  "not",
     "or",     "pass",          "raise", "return",    "try",     "while",   "with",   "yield",     "np",
     "math",   "abs",           "min",   "max",       "float",   "print",   "format", "range",     "enumerate",
     "int",    "len",           "sys",   "f",         "g",       "grad_f",  "grad_g", "hessian_g", "clip_x",
     "clip_y", "upper",         "lower", "main",      "START_X", "START_Y", "X_MIN",  "X_MAX",     "Y_MIN",
     "Y_MAX",  "AutomaticStep", "solve", "ITERATIONS"});

/// Parts of a formula that occur more than once get a name from this size on; smaller ones are as easily repeated.
constexpr int worthNaming = 5;

class ProblemWriter {
public:
    explicit ProblemWriter(const Problem& problem) : problem_(problem), graph_(problem.graph()) {
        for (const std::string& input : problem.names().inputs) names_.inputs.push_back(unique(input));
        for (const DefinitionText& definition : problem.text().definitions)
            for (const auto& [node, name] : problem.names().definitions)
                if (name == definition.name) names_.definitions[node] = unique(name);
    }

    std::string write(bool second) {
        std::string out = parameters() + bounds();
        const Problem::Objective &f = problem_.upper(), &g = problem_.lower();
        out += function("f", "The upper objective.", {f.value}, [&] { return spell(f.value); });
        out += function("g", "The lower objective.", {g.value}, [&] { return spell(g.value); });
        out += function("grad_f", "The gradient of f in the upper and in the lower variables.", f.gradient,
                        [&] { return gradient(f); });
        out += function("grad_g", "The gradient of g in the upper and in the lower variables.", g.gradient,
                        [&] { return gradient(g); });
        if (second)
            out += function("hessian_g", "The lower Hessian of g, and the derivative of its lower gradient by x.",
                            g.hessian, [&] { return hessian(g); });
        return out;
    }

private:
    std::string unique(std::string name) {
        while (std::ranges::find(taken, name) != taken.end() || used_.contains(name)) name += '_';
        used_.insert(name);
        return name;
    }

    std::string spell(NodeId node) const { return printPython(graph_, node, names_); }

    std::string parameters() const {
        std::string out;
        const auto values = problem_.parameterValues();
        for (std::size_t i = 0; i < values.size(); ++i)
            out += names_.inputs[problem_.variables().size() + i] + " = np.float64(" + pythonNumber(values[i]) +
                   ")\n";
        return out.empty() ? out : "# Parameters\n" + out + "\n\n";
    }

    std::string bounds() const {
        std::string out;
        const std::vector<std::string>&x = problem_.text().upperVariables, &y = problem_.text().lowerVariables;
        for (const auto& [level, variables] : {std::pair{'x', &x}, std::pair{'y', &y}}) {
            const std::string level1(1, level);
            out += "def clip_" + level1 + '(' + level1 + "):\n";
            if (!problem_.isBounded()) {
                out += "    \"\"\"The problem has no bounds.\"\"\"\n    return " + level1 + "\n\n\n";
                continue;
            }
            out += "    \"\"\"Every component moved into its bounds.\"\"\"\n    return np.clip(" + level1 + ", " +
                   ends(*variables, &Interval::minimum) + ", " + ends(*variables, &Interval::maximum) + ")\n\n\n";
        }
        return out;
    }

    std::string ends(const std::vector<std::string>& variables, double Interval::*end) const {
        std::string list;
        for (const std::string& variable : variables)
            list += (list.empty() ? "" : ", ") + pythonNumber(problem_.text().boundsOf(variable).*end);
        return '[' + list + ']';
    }

    /// A function of both vectors; what its formulas share is computed first.
    template <class Result>
    std::string function(const std::string& name, const std::string& meaning, const std::vector<NodeId>& roots,
                         const Result& result) {
        const Names plain = names_;
        const auto nx = static_cast<std::ptrdiff_t>(problem_.nx()), n = nx + problem_.ny();
        std::string out = "def " + name + "(upper, lower):\n    \"\"\"" + meaning + "\"\"\"\n";
        out += unpack(std::span(names_.inputs).first(static_cast<std::size_t>(nx)), "upper");
        out += unpack(
            std::span(names_.inputs).subspan(static_cast<std::size_t>(nx), static_cast<std::size_t>(n - nx)),
            "lower");
        int next = 1;
        for (const NodeId id : worthComputingOnce(roots)) {
            const auto known = names_.definitions.find(id);
            const std::string called = known == names_.definitions.end() ? temporary(next++) : known->second;
            Names others = names_;
            others.definitions.erase(id);
            out += "    " + called + " = " + printPython(graph_, id, others) + '\n';
            names_.definitions[id] = called;
        }
        out += "    return " + result() + "\n\n\n";
        names_ = plain;
        return out;
    }

    static std::string unpack(std::span<const std::string> names, const std::string& vector) {
        std::string list;
        for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
        return "    " + list + (names.size() == 1 ? ", = " : " = ") + vector + '\n';
    }

    std::string temporary(int number) const {
        std::string name = "u" + std::to_string(number);
        while (used_.contains(name)) name += '_';
        return name;
    }

    /// Definitions that the roots need, and parts of some size that they need more than once, in the order in
    /// which they can be computed.
    std::vector<NodeId> worthComputingOnce(const std::vector<NodeId>& roots) const {
        const std::vector<bool> needed = cone(graph_, roots);
        std::vector<int> uses(needed.size(), 0), size(needed.size(), 1);
        for (const NodeId root : roots) ++uses[root];
        for (NodeId id = 0; id < needed.size(); ++id) {
            if (!needed[id]) continue;
            for (const NodeId operand : Operands(graph_[id])) {
                ++uses[operand];
                size[id] = std::min(size[id] + size[operand], worthNaming);
            }
        }
        std::vector<NodeId> all;
        for (NodeId id = 0; id < needed.size(); ++id)
            if (needed[id] && (names_.of(id) != nullptr || (uses[id] > 1 && size[id] >= worthNaming)))
                all.push_back(id);
        return all;
    }

    std::string vector(std::span<const NodeId> nodes) const {
        std::string list;
        for (const NodeId node : nodes) list += (list.empty() ? "" : ", ") + spell(node);
        return "[" + list + "]";
    }

    std::string gradient(const Problem::Objective& objective) const {
        const auto all = std::span(objective.gradient);
        const auto nx = static_cast<std::size_t>(problem_.nx());
        return "(\n        np.array(" + vector(all.first(nx)) + ", dtype=float),\n        np.array(" +
               vector(all.subspan(nx)) + ", dtype=float),\n    )";
    }

    std::string hessian(const Problem::Objective& objective) const {
        const auto nx = static_cast<std::size_t>(problem_.nx()), n = nx + static_cast<std::size_t>(problem_.ny());
        const auto rows = [&](std::size_t first, std::size_t last) {
            std::string list;
            for (std::size_t j = nx; j < n; ++j) {
                std::vector<NodeId> row;
                for (std::size_t i = first; i < last; ++i) {
                    const auto [low, high] = std::minmax(i, j);
                    row.push_back(objective.hessian[high * (high + 1) / 2 + low]);
                }
                list += (list.empty() ? "" : ", ") + vector(row);
            }
            return "np.array([" + list + "], dtype=float)";
        };
        return "(\n        " + rows(nx, n) + ",\n        " + rows(0, nx) + ",\n    )";
    }

    const Problem& problem_;
    const Graph& graph_;
    Names names_;                 ///< as Python knows them
    std::set<std::string> used_;  ///< all of them
};

}  // namespace

std::string pythonProblem(const Problem& problem, bool second) { return ProblemWriter(problem).write(second); }

std::string pythonNumber(double value) {
    if (std::isnan(value)) return "np.nan";
    if (std::isinf(value)) return value > 0 ? "np.inf" : "-np.inf";
    return decimal(value);
}

}  // namespace bilevel
