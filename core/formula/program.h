#pragma once

#include "core/formula/graph.h"
#include "core/formula/lanes.h"
#include "core/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bilevel {

struct Kernels;

/// Straight-line code for a set of formulas, in a scalar and in a batch layout. Immutable after construction and
/// cheap to copy (shared), so any number of threads may evaluate one program, each with its own evaluator.
class Program {
public:
    Program() = default;
    /// `outputs` are evaluated together and share their common parts; `inputs` is how many input values a caller
    /// passes (every input the formulas use has an index below it). For formulas of known size; compile() is for
    /// whatever a person may have typed.
    Program(const Graph& graph, std::span<const NodeId> outputs, int inputs);
    /// The same, refusing what needs more than maximumRegisters.
    static Result<Program> compile(const Graph& graph, std::span<const NodeId> outputs, int inputs);
    static constexpr int maximumRegisters = 65'000;

    int inputs() const;
    int outputs() const;
    int instructions() const;

    struct Code;
    const Code& code() const { return *code_; }

private:
    std::shared_ptr<const Code> code_;
};

/// Evaluates a program at one point at a time. Owns its registers: one per thread. Allocates only in the
/// constructor.
class ScalarEvaluator {
public:
    ScalarEvaluator() = default;
    explicit ScalarEvaluator(const Program& program);
    /// With a certain set of kernels, for tests: they all give the same bits.
    ScalarEvaluator(const Program& program, const Kernels& kernels);
    /// in: program.inputs() values; out: program.outputs() values.
    void operator()(std::span<const double> in, std::span<double> out);

private:
    Program program_;
    const Kernels* kernels_ = nullptr;
    std::vector<double> registers_;
};

/// Evaluates a program at many points: blocks of lanes, the widest instruction set that the machine has, the same
/// bits as ScalarEvaluator. Owns its scratch: one per thread. Allocates only in the constructor.
class BatchEvaluator {
public:
    BatchEvaluator() = default;
    explicit BatchEvaluator(const Program& program);
    /// With a certain set of kernels, for tests: they all give the same bits.
    BatchEvaluator(const Program& program, const Kernels& kernels);
    /// in[k]: `count` values of input k; out[j]: room for `count` values of output j, or nullptr where not wanted.
    /// No two of the output arrays, nor an input and an output array, may overlap.
    void operator()(std::span<const double* const> in, std::span<double* const> out, std::size_t count);

private:
    void block(std::span<const double* const> in, std::span<double* const> out, std::size_t first,
               std::size_t count);

    Program program_;
    std::vector<LaneKernel> kernels_;  ///< by instruction
    std::vector<Lanes> scratch_;       ///< by register
    std::vector<double*> places_;      ///< by register: where it is in this block
};

}  // namespace bilevel
