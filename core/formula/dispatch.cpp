#include "core/formula/kernels.h"

#include <algorithm>
#include <vector>

namespace bilevel {

// One per object library made of kernels.cpp (core/CMakeLists.txt).
extern const Kernels portableKernels;
#ifdef __x86_64__
extern const Kernels avx2Kernels, avx512Kernels;
#endif

std::span<const Kernels* const> availableKernels() {
    static const std::vector<const Kernels*> available = [] {
        std::vector<const Kernels*> kernels{&portableKernels};
#ifdef __x86_64__
        if (__builtin_cpu_supports("avx2")) kernels.push_back(&avx2Kernels);
        if (__builtin_cpu_supports("avx512f")) kernels.push_back(&avx512Kernels);
#endif
        return kernels;
    }();
    return available;
}

const Kernels& pointKernels() {
    // Vectors of eight take longer than vectors of four, and a point rarely has eight equal functions at a time.
    const auto kernels = availableKernels();
    return *kernels[std::min<std::size_t>(kernels.size() - 1, 1)];
}

const Kernels& laneKernels() { return *availableKernels().back(); }

double evaluate(Operation operation, double a, double b, double c) {
    double registers[]{a, b, c, 0};
    const Instruction instruction{.result = 3, .a = 0, .b = 1, .c = 2};
    const Run run{.operation = operation, .length = 1};
    pointKernels().run(&run, 1, &instruction, registers);
    return registers[3];
}

}  // namespace bilevel
