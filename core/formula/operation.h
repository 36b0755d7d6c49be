#pragma once

#include <cstddef>
#include <cstdint>

namespace bilevel {

/// What a node, or an instruction of a program, does with its operands. The order matters: operandCount() reads
/// the number of operands from it.
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
    // only in programs: each rounds exactly as the operations that it stands for
    Square,            ///< a·a
    SinCos,            ///< sin a and, as a second result, cos a
    MultiplyAdd,       ///< a·b + c
    MultiplySubtract,  ///< a·b − c
    SubtractProduct,   ///< c − a·b
    AddAdd,            ///< (a + b) + c
    MultiplyMultiply,  ///< (a·b)·c
};
inline constexpr std::size_t operations = static_cast<std::size_t>(Operation::MultiplyMultiply) + 1;

constexpr int operandCount(Operation operation) {
    if (operation <= Operation::Input) return 0;
    if (operation <= Operation::Softplus || operation == Operation::Square || operation == Operation::SinCos)
        return 1;
    return operation <= Operation::Or ? 2 : 3;
}

constexpr bool isCommutative(Operation operation) {
    return operation == Operation::Add || operation == Operation::Multiply || operation == Operation::Equal ||
           operation == Operation::NotEqual || operation == Operation::And || operation == Operation::Or;
}

/// An elementary function: a library call, dear compared with arithmetic, and cheaper by the dozen.
constexpr bool isElementary(Operation operation) {
    return (operation >= Operation::Exp && operation <= Operation::Softplus) || operation == Operation::Power ||
           operation == Operation::Atan2 || operation == Operation::Hypot || operation == Operation::SinCos;
}

/// Also asked by those who typeset formulas.
constexpr bool isComparison(Operation operation) {
    return operation >= Operation::Less && operation <= Operation::NotEqual;
}

}  // namespace bilevel
