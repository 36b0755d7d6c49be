#include "core/formula/assemble.h"

#include <array>

namespace bilevel {
namespace {

constexpr int none = -1;
constexpr std::size_t forever = ~std::size_t{0};

std::array<NodeId, 3> operandsOf(const Step& step) { return {step.a, step.b, step.c}; }

}  // namespace

Constants constantsOf(const Lowered& lowered, const std::vector<Step>& steps) {
    Constants constants{.registers = std::vector<int>(lowered.graph.size(), none)};
    const auto add = [&](NodeId id) {
        if (id == noNode || !lowered.graph.isConstant(id) || constants.registers[id] != none) return;
        constants.registers[id] = static_cast<int>(constants.values.size());
        constants.values.push_back(lowered.graph.constantValue(id));
    };
    for (const Step& step : steps)
        for (const NodeId operand : operandsOf(step)) add(operand);
    for (const NodeId output : lowered.outputs) add(output);
    return constants;
}

Tape allocate(const Lowered& lowered, const Schedule& schedule, const Constants& constants, int inputs) {
    const auto& steps = schedule.steps;
    std::vector<int> place = constants.registers;
    const int firstInput = static_cast<int>(constants.values.size());
    for (NodeId id = 0; id < lowered.graph.size(); ++id)
        if (const int input = lowered.graph.inputIndex(id); input >= 0) place[id] = firstInput + input;

    std::vector<std::size_t> lastUse(lowered.graph.size(), 0);
    for (std::size_t k = 0; k < steps.size(); ++k)
        for (const NodeId operand : operandsOf(steps[k]))
            if (operand != noNode) lastUse[operand] = k;
    for (const NodeId output : lowered.outputs) lastUse[output] = forever;

    const int firstFree = firstInput + inputs;
    int next = firstFree;
    std::vector<int> free;
    const auto take = [&] {
        if (free.empty()) return next++;
        const int last = free.back();
        free.pop_back();
        return last;
    };
    Tape tape{.runs = schedule.runs};
    const auto at = [&](NodeId id) {
        return id == noNode ? std::uint16_t{0} : static_cast<std::uint16_t>(place[id]);
    };
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const Step& step = steps[k];
        Instruction instruction{.result = 0, .a = at(step.a), .b = at(step.b), .c = at(step.c)};
        // Results first: no instruction overwrites its own operands, so that kernels may treat them as apart.
        place[step.result] = take();
        instruction.result = at(step.result);
        if (step.second != noNode) {
            place[step.second] = take();
            instruction.b = at(step.second);
        }
        for (const NodeId operand : operandsOf(step))
            if (operand != noNode && lastUse[operand] == k && place[operand] >= firstFree) {
                free.push_back(place[operand]);
                lastUse[operand] = forever;  // an operand that appears twice is freed once
            }
        tape.instructions.push_back(instruction);
    }
    for (const NodeId output : lowered.outputs) tape.outputs.push_back(at(output));
    tape.registers = static_cast<std::size_t>(next);
    return tape;
}

}  // namespace bilevel
