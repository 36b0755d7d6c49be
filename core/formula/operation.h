#pragma once

#include <cstdint>

namespace bilevel {

/// What a node does with its operands. The order matters: operandCount() reads the number of operands from it.
enum class Operation : std::uint8_t {
    // leaves
    Constant,  ///< `a` and `b` hold the low and the high half of a double
    Input,     ///< `a` is the input's index
    // one operand
    Negate,
    Reciprocal,  ///< 1/a, written by derivatives only, so that divisions by the same node share it
    Abs,
    Sign,  ///< 0 at 0
    Floor,
    Ceil,
    Sqrt,
    Exp,
    Expm1,
    Log,
    Log1p,
    Log2,
    Log10,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,
    Erf,
    Sigmoid,   ///< 1/(1 + exp(−a))
    Softplus,  ///< log(1 + exp(a))
    // two operands
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Minimum,  ///< the first operand where both are equal
    Maximum,  ///< the first operand where both are equal
    Atan2,
    Hypot,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,
    Or,
    // three operands
    Select,  ///< a ≠ 0 ? b : c
};

constexpr int operandCount(Operation operation) {
    if (operation <= Operation::Input) return 0;
    if (operation <= Operation::Softplus) return 1;
    return operation <= Operation::Or ? 2 : 3;
}

constexpr bool isCommutative(Operation operation) {
    return operation == Operation::Add || operation == Operation::Multiply || operation == Operation::Equal ||
           operation == Operation::NotEqual || operation == Operation::And || operation == Operation::Or;
}

constexpr bool isComparison(Operation operation) {
    return operation >= Operation::Less && operation <= Operation::NotEqual;
}

}  // namespace bilevel
