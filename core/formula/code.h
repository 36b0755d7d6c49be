#pragma once

#include "core/formula/operation.h"
#include "core/formula/program.h"

#include <cstdint>
#include <vector>

namespace bilevel {

/// Registers of one operation. The second result of SinCos is `b`.
struct Instruction {
    std::uint16_t result, a, b, c;
};

/// `length` instructions of one kind. Elementary functions go through a run in vectors: there, none may use the
/// result of another.
struct Run {
    Operation operation;
    std::uint32_t length;
};

/// Straight-line code. Registers are numbered: constants, inputs, intermediate values.
struct Tape {
    std::vector<Instruction> instructions = {};
    std::vector<Run> runs = {};  ///< together as long as `instructions`
    std::vector<std::uint16_t> outputs = {};
    std::size_t registers = 0;
};

struct Program::Code {
    int inputs = 0;
    std::vector<double> constants;
    Tape scalar;  ///< few, long runs: one dispatch for many instructions
    Tape batch;   ///< short lives: few registers, which are as long as a block of lanes
};

}  // namespace bilevel
