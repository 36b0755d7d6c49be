#include "core/formula/program.h"

#include "core/formula/assemble.h"

#include <cassert>

namespace bilevel {
namespace {

std::shared_ptr<const Program::Code> assemble(const Graph& graph, std::span<const NodeId> outputs, int inputs) {
    const Lowered lowered = lower(graph, outputs);
    const std::vector<Step> steps = select(lowered);
    const Constants constants = constantsOf(lowered, steps);
    auto code = std::make_shared<Program::Code>();
    code->inputs = inputs;
    code->constants = constants.values;
    code->scalar = allocate(lowered, inRuns(steps, lowered.graph.size()), constants, inputs);
    code->batch = allocate(lowered, oneByOne(steps), constants, inputs);
    return code;
}

bool fits(const Program::Code& code) {
    return code.scalar.registers <= Program::maximumRegisters && code.batch.registers <= Program::maximumRegisters;
}

}  // namespace

Program::Program(const Graph& graph, std::span<const NodeId> outputs, int inputs)
    : code_(assemble(graph, outputs, inputs)) {
    assert(fits(*code_));
}

Result<Program> Program::compile(const Graph& graph, std::span<const NodeId> outputs, int inputs) {
    Program program;
    program.code_ = assemble(graph, outputs, inputs);
    if (!fits(*program.code_))
        return Error{.message =
                         "the formulas are too large together: they need more than 65000 intermediate values"};
    return program;
}

int Program::inputs() const { return code_->inputs; }
int Program::outputs() const { return static_cast<int>(code_->scalar.outputs.size()); }
int Program::instructions() const { return static_cast<int>(code_->scalar.instructions.size()); }

}  // namespace bilevel
