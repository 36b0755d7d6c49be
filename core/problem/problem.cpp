#include "core/problem/problem.h"

#include "core/formula/derive.h"
#include "core/formula/parse.h"

#include <algorithm>
#include <numeric>

namespace bilevel {
namespace {

Error at(std::string path, Error error) {
    error.path = std::move(path);
    return error;
}

std::string element(std::string_view list, std::size_t index, std::string_view member = {}) {
    std::string path = "problem." + std::string(list) + '[' + std::to_string(index) + ']';
    if (!member.empty()) (path += '.') += member;
    return path;
}

/// The names that formulas may use, in the order they come into being.
class SymbolTable {
public:
    std::optional<Error> add(const std::string& path, const std::string& name, NodeId node) {
        if (std::string why = nameProblem(name); !why.empty()) return Error{std::move(why), -1, 0, path};
        if (std::ranges::any_of(symbols_, [&](const Symbol& s) { return s.name == name; }))
            return Error{
                "the name ‘" + name + "’ is used twice; every variable, parameter and definition needs its own",
                -1, 0, path};
        symbols_.push_back({name, node});
        return {};
    }
    std::span<const Symbol> all() const { return symbols_; }

private:
    std::vector<Symbol> symbols_;
};

std::vector<int> firstInputs(std::size_t count) {
    std::vector<int> inputs(count);
    std::iota(inputs.begin(), inputs.end(), 0);
    return inputs;
}

std::vector<NodeId> concatenate(NodeId value, std::span<const NodeId> rest, std::span<const NodeId> more = {}) {
    std::vector<NodeId> all{value};
    all.insert(all.end(), rest.begin(), rest.end());
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Vector ends(const ProblemText& text, const std::vector<std::string>& variables, double Interval::*end) {
    Vector v(static_cast<Eigen::Index>(variables.size()));
    for (Eigen::Index i = 0; i < v.size(); ++i) v[i] = text.boundsOf(variables[static_cast<std::size_t>(i)]).*end;
    return v;
}

std::optional<Error> checkBounds(const ProblemText& text) {
    for (const auto& [variable, interval] : text.bounds)
        if (!(interval.minimum <= interval.maximum))
            return Error{"the bounds of ‘" + variable + "’ are crossed: the lower one is above the upper one", -1,
                         0, "problem.bounds." + variable};
    return {};
}

}  // namespace

/// Names become inputs and nodes; formulas become nodes; nodes become programs.
class ProblemCompiler {
public:
    explicit ProblemCompiler(ProblemText text) : code_(std::make_shared<Problem::Code>()) {
        code_->text = std::move(text);
    }

    Result<Problem> compile() {
        for (auto step : {&ProblemCompiler::nameInputs, &ProblemCompiler::parseDefinitions,
                          &ProblemCompiler::parseObjectives, &ProblemCompiler::buildPrograms})
            if (std::optional<Error> error = (this->*step)()) return *error;
        setBounds();
        Problem problem;
        problem.code_ = code_;
        return problem;
    }

private:
    ProblemText& text() { return code_->text; }

    std::optional<Error> nameInputs() {
        if (text().upperVariables.empty())
            return Error{"there is no upper variable", -1, 0, "problem.upper.variables"};
        if (text().lowerVariables.empty())
            return Error{"there is no lower variable", -1, 0, "problem.lower.variables"};
        code_->variables = text().variables();
        const std::size_t inputs = code_->variables.size() + text().parameters.size();
        if (inputs > Graph::maximumInputs)
            return Error{"there are " + std::to_string(inputs) + " variables and parameters; " +
                             std::to_string(Graph::maximumInputs) + " are the most that a problem may have",
                         -1, 0, "problem"};
        int next = 0;
        const auto add = [&](const std::string& path, const std::string& name) {
            code_->names.inputs.push_back(name);
            return symbols_.add(path, name, code_->graph.input(next++));
        };
        for (std::size_t i = 0; i < text().upperVariables.size(); ++i)
            if (auto error = add(element("upper.variables", i), text().upperVariables[i])) return error;
        for (std::size_t i = 0; i < text().lowerVariables.size(); ++i)
            if (auto error = add(element("lower.variables", i), text().lowerVariables[i])) return error;
        for (std::size_t i = 0; i < text().parameters.size(); ++i) {
            if (auto error = add(element("parameters", i, "name"), text().parameters[i].name)) return error;
            code_->parameters.push_back(text().parameters[i].value);
        }
        return checkBounds(text());
    }

    std::optional<Error> parseDefinitions() {
        for (std::size_t i = 0; i < text().definitions.size(); ++i) {
            const auto& [name, formula] = text().definitions[i];
            const Result<NodeId> node = parse(code_->graph, formula, symbols_.all());
            if (!node) return at(element("definitions", i, "formula"), node.error());
            if (auto error = symbols_.add(element("definitions", i, "name"), name, *node)) return error;
            // A definition that is just an input or a number keeps its own spelling.
            if (operandCount(code_->graph[*node].operation) > 0) code_->names.definitions.emplace(*node, name);
        }
        return {};
    }

    std::optional<Error> parseObjective(Problem::Objective& objective, const std::string& formula,
                                        const char* path) {
        const Result<NodeId> node = parse(code_->graph, formula, symbols_.all());
        if (!node) return at(path, node.error());
        const std::vector<int> variables = firstInputs(code_->variables.size());
        objective.value = *node;
        objective.gradient = gradient(code_->graph, *node, variables);
        objective.hessian = hessian(code_->graph, objective.gradient, variables);
        return {};
    }

    std::optional<Error> parseObjectives() {
        if (auto error = parseObjective(code_->f, text().upper, "problem.upper.objective")) return error;
        return parseObjective(code_->g, text().lower, "problem.lower.objective");
    }

    std::optional<Error> build(Program& program, std::span<const NodeId> outputs, int inputs, const char* path) {
        Result<Program> built = Program::compile(code_->graph, outputs, inputs);
        if (!built) return at(path, built.error());
        program = *built;
        return {};
    }

    std::optional<Error> buildPrograms() {
        Graph& graph = code_->graph;
        const auto nx = static_cast<int>(text().upperVariables.size()),
                   ny = static_cast<int>(text().lowerVariables.size());
        const auto inputs = static_cast<int>(code_->names.inputs.size());
        const char *upper = "problem.upper.objective", *lower = "problem.lower.objective";
        const std::span<const NodeId> gradientYG(code_->g.gradient.begin() + nx, code_->g.gradient.end()),
            gradientYF(code_->f.gradient.begin() + nx, code_->f.gradient.end());

        std::vector<int> directions(static_cast<std::size_t>(ny));
        std::iota(directions.begin(), directions.end(), inputs);
        const auto products = [&](std::span<const NodeId> gradient) {
            return hessianVector(graph, gradient, firstInputs(code_->variables.size()), directions);
        };

        const struct {
            Program& program;
            std::vector<NodeId> outputs;
            int inputs;
            const char* path;
        } plans[]{
            {code_->fValue, {code_->f.value}, inputs, upper},
            {code_->gValue, {code_->g.value}, inputs, lower},
            {code_->fGradient, concatenate(code_->f.value, code_->f.gradient), inputs, upper},
            {code_->gGradient, concatenate(code_->g.value, code_->g.gradient), inputs, lower},
            {code_->gLowerGradient, {gradientYG.begin(), gradientYG.end()}, inputs, lower},
            {code_->products, products(gradientYG), inputs + ny, lower},
            {code_->upperProducts, products(gradientYF), inputs + ny, upper},
        };
        for (const auto& plan : plans)
            if (auto error = build(plan.program, plan.outputs, plan.inputs, plan.path)) return error;
        return {};
    }

    void setBounds() {
        code_->xMinimum = ends(text(), text().upperVariables, &Interval::minimum);
        code_->xMaximum = ends(text(), text().upperVariables, &Interval::maximum);
        code_->yMinimum = ends(text(), text().lowerVariables, &Interval::minimum);
        code_->yMaximum = ends(text(), text().lowerVariables, &Interval::maximum);
        code_->bounded = !text().bounds.empty();
    }

    std::shared_ptr<Problem::Code> code_;
    SymbolTable symbols_;
};

Result<Problem> Problem::compile(ProblemText text) { return ProblemCompiler(std::move(text)).compile(); }

Point Problem::start() const {
    Point z{Vector(nx()), Vector(ny())};
    for (Eigen::Index i = 0; i < z.size(); ++i) z[i] = text().startOf(variables()[static_cast<std::size_t>(i)]);
    return z;
}

namespace {

/// Componentwise; a NaN stays a NaN, so that it is noticed.
void clamp(Vector& v, const Vector& minimum, const Vector& maximum) {
    for (Eigen::Index i = 0; i < v.size(); ++i) v[i] = Interval{minimum[i], maximum[i]}.clamp(v[i]);
}

}  // namespace

void Problem::project(Point& z) const {
    if (!isBounded()) return;
    clamp(z.x, code_->xMinimum, code_->xMaximum);
    clamp(z.y, code_->yMinimum, code_->yMaximum);
}

void Problem::projectLower(Vector& y) const {
    if (isBounded()) clamp(y, code_->yMinimum, code_->yMaximum);
}

Program Problem::lowerModel() const {
    std::vector<NodeId> outputs{lower().value};
    const auto first = static_cast<std::size_t>(nx()), end = first + static_cast<std::size_t>(ny());
    outputs.insert(outputs.end(), lower().gradient.begin() + nx(), lower().gradient.end());
    for (std::size_t row = first; row < end; ++row)
        for (std::size_t column = first; column <= row; ++column)
            outputs.push_back(lower().hessian[row * (row + 1) / 2 + column]);
    return {graph(), outputs, static_cast<int>(names().inputs.size())};
}

Program Problem::allOf(const Objective& objective) const {
    return {graph(), concatenate(objective.value, objective.gradient, objective.hessian),
            static_cast<int>(names().inputs.size())};
}

}  // namespace bilevel
