#pragma once

#include "core/formula/code.h"
#include "core/formula/lanes.h"

#include <cstddef>
#include <span>

namespace bilevel {

/// Which operands of a batch instruction are constants.
struct ConstantOperands {
    bool a = false, b = false, c = false;
};

/// All operations, compiled for one instruction set. Every set gives the same bits.
struct Kernels {
    void (*run)(const Run* runs, std::size_t count, const Instruction* instructions, double* registers);
    LaneKernel (*laneKernel)(Operation operation, ConstantOperands constant);
};

/// Those that this machine can run, slowest first.
std::span<const Kernels* const> availableKernels();
const Kernels& pointKernels();  ///< the fastest for one point at a time
const Kernels& laneKernels();   ///< the fastest for blocks of lanes

/// One operation on numbers, by the same kernels: for numbers that are known before a program runs.
double evaluate(Operation operation, double a, double b = 0, double c = 0);

}  // namespace bilevel
