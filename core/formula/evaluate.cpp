#include "core/formula/kernels.h"
#include "core/formula/program.h"

#include <algorithm>
#include <cassert>

namespace bilevel {

ScalarEvaluator::ScalarEvaluator(const Program& program) : ScalarEvaluator(program, pointKernels()) {}

ScalarEvaluator::ScalarEvaluator(const Program& program, const Kernels& kernels)
    : program_(program), kernels_(&kernels), registers_(program.code().scalar.registers) {
    std::ranges::copy(program.code().constants, registers_.begin());
}

void ScalarEvaluator::operator()(std::span<const double> in, std::span<double> out) {
    const Program::Code& code = program_.code();
    assert(in.size() == static_cast<std::size_t>(code.inputs) && out.size() == code.scalar.outputs.size());
    double* const registers = registers_.data();
    std::ranges::copy(in, registers + code.constants.size());
    kernels_->run(code.scalar.runs.data(), code.scalar.runs.size(), code.scalar.instructions.data(), registers);
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = registers[code.scalar.outputs[k]];
}

BatchEvaluator::BatchEvaluator(const Program& program) : BatchEvaluator(program, laneKernels()) {}

BatchEvaluator::BatchEvaluator(const Program& program, const Kernels& kernels)
    : program_(program), scratch_(program.code().batch.registers), places_(program.code().batch.registers) {
    const Program::Code& code = program.code();
    const auto isConstant = [&](std::uint16_t place) { return place < code.constants.size(); };
    for (std::size_t k = 0; k < code.batch.instructions.size(); ++k) {
        const Instruction& i = code.batch.instructions[k];
        const Operation operation = code.batch.runs[k].operation;
        const int operands = operandCount(operation);
        kernels_.push_back(kernels.laneKernel(operation, {.a = operands > 1 && isConstant(i.a),
                                                          .b = operands > 1 && isConstant(i.b),
                                                          .c = operands > 2 && isConstant(i.c)}));
    }
}

void BatchEvaluator::operator()(std::span<const double* const> in, std::span<double* const> out,
                                std::size_t count) {
    assert(in.size() == static_cast<std::size_t>(program_.inputs()));
    assert(out.size() == static_cast<std::size_t>(program_.outputs()));
    for (std::size_t first = 0; first < count; first += lanes)
        block(in, out, first, std::min(lanes, count - first));
}

void BatchEvaluator::block(std::span<const double* const> in, std::span<double* const> out, std::size_t first,
                           std::size_t count) {
    const Program::Code& code = program_.code();
    const Tape& tape = code.batch;
    const std::size_t constants = code.constants.size();
    const bool whole = count == lanes;  // then inputs are read and outputs written where the caller has them
    // Kernels take constants, inputs and registers alike, and write to registers only.
    for (std::size_t k = 0; k < constants; ++k) places_[k] = const_cast<double*>(&code.constants[k]);
    for (std::size_t k = constants; k < tape.registers; ++k) places_[k] = scratch_[k].values.data();
    for (std::size_t k = 0; k < in.size(); ++k)
        if (whole)
            places_[constants + k] = const_cast<double*>(in[k] + first);
        else  // the lanes behind keep what they had: computed along, and not copied out
            std::copy_n(in[k] + first, count, places_[constants + k]);
    for (std::size_t k = 0; whole && k < out.size(); ++k)
        if (out[k] != nullptr && tape.outputs[k] >= constants + in.size())
            places_[tape.outputs[k]] = out[k] + first;

    for (std::size_t k = 0; k < kernels_.size(); ++k) {
        const Instruction& i = tape.instructions[k];
        kernels_[k](places_[i.result], places_[i.a], places_[i.b], places_[i.c]);
    }

    for (std::size_t k = 0; k < out.size(); ++k) {
        if (out[k] == nullptr) continue;
        const double* const result = places_[tape.outputs[k]];
        if (tape.outputs[k] < constants)
            std::fill_n(out[k] + first, count, *result);
        else if (result != out[k] + first)
            std::copy_n(result, count, out[k] + first);
    }
}

}  // namespace bilevel
