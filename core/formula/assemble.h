#pragma once

#include "core/formula/code.h"
#include "core/formula/lower.h"

namespace bilevel {

/// An instruction that still speaks of nodes: what it computes, and from what.
struct Step {
    Operation operation;
    NodeId result, second = noNode;  ///< `second`: the other result of SinCos
    NodeId a = noNode, b = noNode, c = noNode;
};

/// The steps for the outputs, operands first and soon used: pairs of operations merged into one instruction where
/// that saves a pass without changing a rounding.
std::vector<Step> select(const Lowered& lowered);

/// The same steps in an order that keeps equal, independent operations together.
struct Schedule {
    std::vector<Step> steps = {};
    std::vector<Run> runs = {};
};
Schedule inRuns(const std::vector<Step>& steps, NodeId nodes);
/// The same steps as they are.
Schedule oneByOne(const std::vector<Step>& steps);

/// Numbers the registers: constants first, then inputs, then intermediate values, reused once they are dead.
struct Constants {
    std::vector<double> values = {};
    std::vector<int> registers = {};  ///< by node; -1 where the node is not a constant
};
Constants constantsOf(const Lowered& lowered, const std::vector<Step>& steps);
Tape allocate(const Lowered& lowered, const Schedule& schedule, const Constants& constants, int inputs);

}  // namespace bilevel
