// The one source of all arithmetic that formulas do, compiled once per instruction set (KERNELS names the set).
// What is defined here has internal linkage, and nothing inline comes in from elsewhere: the linker would keep one
// copy of it for all sets, perhaps one that the machine cannot run.

#include "core/formula/kernels.h"

#if defined(__AVX512F__)
#include "core/formula/sleef_avx512.h"
#elif defined(__AVX__)
#include "core/formula/sleef_avx.h"
#else
#include "core/formula/sleef_portable.h"
#endif

#include "core/formula/kernels_lanes.h"
#include "core/formula/kernels_point.h"

namespace bilevel {
namespace {

void run(const Run* runs, std::size_t count, const Instruction* instructions, double* registers) {
    for (std::size_t k = 0; k < count; ++k)
        instructions = visit(runs[k].operation, PointVisitor{instructions, runs[k].length, registers});
}

LaneKernel laneKernel(Operation operation, ConstantOperands constant) {
    return visit(operation, LaneVisitor{constant});
}

}  // namespace

extern const Kernels KERNELS;
const Kernels KERNELS{run, laneKernel};

}  // namespace bilevel
