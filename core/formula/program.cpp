#include "core/formula/program.h"

#include <sleef.h>
#include <cmath>

namespace bilevel {

struct Program::Code {
    int inputs = 0;
    std::vector<Node> nodes;        // operands renumbered to registers
    std::vector<double> constants;  // by register
    std::vector<std::uint32_t> outputs;
};

namespace {
using enum Operation;
double apply(Operation operation, double a, double b, double c) {
    switch (operation) {
        case Negate:
            return -a;
        case Reciprocal:
            return 1 / a;
        case Abs:
            return std::fabs(a);
        case Sign:
            return a > 0 ? 1 : a < 0 ? -1 : a;
        case Floor:
            return std::floor(a);
        case Ceil:
            return std::ceil(a);
        case Sqrt:
            return std::sqrt(a);
        case Exp:
            return Sleef_cinz_expd1_u10purec(a);
        case Expm1:
            return Sleef_cinz_expm1d1_u10purec(a);
        case Log:
            return Sleef_cinz_logd1_u10purec(a);
        case Log1p:
            return Sleef_cinz_log1pd1_u10purec(a);
        case Log2:
            return Sleef_cinz_log2d1_u10purec(a);
        case Log10:
            return Sleef_cinz_log10d1_u10purec(a);
        case Sin:
            return Sleef_cinz_sind1_u10purec(a);
        case Cos:
            return Sleef_cinz_cosd1_u10purec(a);
        case Tan:
            return Sleef_cinz_tand1_u10purec(a);
        case Asin:
            return Sleef_cinz_asind1_u10purec(a);
        case Acos:
            return Sleef_cinz_acosd1_u10purec(a);
        case Atan:
            return Sleef_cinz_atand1_u10purec(a);
        case Sinh:
            return Sleef_cinz_sinhd1_u10purec(a);
        case Cosh:
            return Sleef_cinz_coshd1_u10purec(a);
        case Tanh:
            return Sleef_cinz_tanhd1_u10purec(a);
        case Asinh:
            return Sleef_cinz_asinhd1_u10purec(a);
        case Acosh:
            return Sleef_cinz_acoshd1_u10purec(a);
        case Atanh:
            return Sleef_cinz_atanhd1_u10purec(a);
        case Erf:
            return Sleef_cinz_erfd1_u10purec(a);
        case Sigmoid:
            return 1 / (1 + Sleef_cinz_expd1_u10purec(-a));
        case Softplus:
            return std::fmax(a, 0.0) + Sleef_cinz_log1pd1_u10purec(Sleef_cinz_expd1_u10purec(-std::fabs(a)));
        case Add:
            return a + b;
        case Subtract:
            return a - b;
        case Multiply:
            return a * b;
        case Divide:
            return a / b;
        case Power:
            return Sleef_cinz_powd1_u10purec(a, b);
        case Minimum:
            return b < a ? b : a;
        case Maximum:
            return a < b ? b : a;
        case Atan2:
            return Sleef_cinz_atan2d1_u10purec(a, b);
        case Hypot:
            return Sleef_cinz_hypotd1_u05purec(a, b);
        case Less:
            return a < b;
        case LessEqual:
            return a <= b;
        case Greater:
            return a > b;
        case GreaterEqual:
            return a >= b;
        case Equal:
            return a == b;
        case NotEqual:
            return a != b;
        case And:
            return a != 0 && b != 0;
        case Or:
            return a != 0 || b != 0;
        case Select:
            return a != 0 ? b : c;
        default:
            return 0;
    }
}
}  // namespace

Program::Program(const Graph& graph, std::span<const NodeId> outputs, int inputs) {
    auto code = std::make_shared<Code>();
    code->inputs = inputs;
    const auto needed = cone(graph, outputs);
    std::vector<NodeId> place(needed.size(), noNode);
    for (NodeId id = 0; id < needed.size(); ++id) {
        if (!needed[id]) continue;
        Node node = graph[id];
        const bool constant = graph.isConstant(id);
        code->constants.push_back(constant ? graph.constantValue(id) : 0);
        const int count = operandCount(node.operation);
        if (count > 0) node.a = place[node.a];
        if (count > 1) node.b = place[node.b];
        if (count > 2) node.c = place[node.c];
        place[id] = static_cast<NodeId>(code->nodes.size());
        code->nodes.push_back(node);
    }
    for (const NodeId output : outputs) code->outputs.push_back(place[output]);
    code_ = std::move(code);
}

Result<Program> Program::compile(const Graph& graph, std::span<const NodeId> outputs, int inputs) {
    Program program(graph, outputs, inputs);
    if (program.instructions() > maximumRegisters)
        return Error{.message = "the formulas are too large: they need more than 65000 intermediate values"};
    return program;
}

int Program::inputs() const { return code_->inputs; }
int Program::outputs() const { return static_cast<int>(code_->outputs.size()); }
int Program::instructions() const { return static_cast<int>(code_->nodes.size()); }

ScalarEvaluator::ScalarEvaluator(const Program& program)
    : program_(program), registers_(program.code().nodes.size()) {}

void ScalarEvaluator::operator()(std::span<const double> in, std::span<double> out) {
    const auto& code = program_.code();
    for (std::size_t k = 0; k < code.nodes.size(); ++k) {
        const Node& n = code.nodes[k];
        const auto value = [&](NodeId id) { return id < registers_.size() ? registers_[id] : 0.0; };
        registers_[k] = n.operation == Constant ? code.constants[k]
                        : n.operation == Input  ? in[n.a]
                                                : apply(n.operation, value(n.a), value(n.b), value(n.c));
    }
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = registers_[code.outputs[k]];
}

BatchEvaluator::BatchEvaluator(const Program& program) : program_(program) {}

void BatchEvaluator::operator()(std::span<const double* const> in, std::span<double* const> out,
                                std::size_t count) {
    ScalarEvaluator scalar(program_);
    std::vector<double> x(in.size()), y(static_cast<std::size_t>(program_.outputs()));
    for (std::size_t lane = 0; lane < count; ++lane) {
        for (std::size_t k = 0; k < in.size(); ++k) x[k] = in[k][lane];
        scalar(x, y);
        for (std::size_t k = 0; k < out.size(); ++k)
            if (out[k] != nullptr) out[k][lane] = y[k];
    }
}

}  // namespace bilevel
