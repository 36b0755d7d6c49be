#pragma once

// Included by kernels.cpp alone; see there.

#include "core/formula/kernel_functions.h"
#include "core/formula/operation.h"

namespace bilevel {
namespace {

/// Which function an operation is. Calls the one member of the visitor that fits its kind.
template <class Visitor>
[[gnu::always_inline]] inline auto visit(Operation operation, const Visitor& visitor) {
    using enum Operation;
    switch (operation) {
        case Negate:
            return visitor.template arithmetic1<Negation>();
        case Abs:
            return visitor.template arithmetic1<Magnitude>();
        case Sign:
            return visitor.template arithmetic1<Signum>();
        case Floor:
            return visitor.template arithmetic1<RoundDown>();
        case Ceil:
            return visitor.template arithmetic1<RoundUp>();
        case Sqrt:
            return visitor.template arithmetic1<Root>();
        case Square:
            return visitor.template arithmetic1<Squaring>();
        case Exp:
            return visitor.template elementary1<Elementary<Sleef::exp>>();
        case Expm1:
            return visitor.template elementary1<Elementary<Sleef::expm1>>();
        case Log:
            return visitor.template elementary1<Elementary<Sleef::log>>();
        case Log1p:
            return visitor.template elementary1<Log1pFunction>();
        case Log2:
            return visitor.template elementary1<Elementary<Sleef::log2>>();
        case Log10:
            return visitor.template elementary1<Elementary<Sleef::log10>>();
        case Sin:
            return visitor.template trigonometric<true, false>();
        case Cos:
            return visitor.template trigonometric<false, true>();
        case SinCos:
            return visitor.template trigonometric<true, true>();
        case Tan:
            return visitor.template elementary1<Elementary<Sleef::tan>>();
        case Asin:
            return visitor.template elementary1<Elementary<Sleef::asin>>();
        case Acos:
            return visitor.template elementary1<Elementary<Sleef::acos>>();
        case Atan:
            return visitor.template elementary1<Elementary<Sleef::atan>>();
        case Sinh:
            return visitor.template elementary1<SinhFunction>();
        case Cosh:
            return visitor.template elementary1<CoshFunction>();
        case Tanh:
            return visitor.template elementary1<Elementary<Sleef::tanh>>();
        case Asinh:
            return visitor.template elementary1<AsinhFunction>();
        case Acosh:
            return visitor.template elementary1<AcoshFunction>();
        case Atanh:
            return visitor.template elementary1<Elementary<Sleef::atanh>>();
        case Erf:
            return visitor.template elementary1<Elementary<Sleef::erf>>();
        case Add:
            return visitor.template arithmetic2<Sum>();
        case Subtract:
            return visitor.template arithmetic2<Difference>();
        case Multiply:
            return visitor.template arithmetic2<Product>();
        case Divide:
            return visitor.template arithmetic2<Quotient>();
        case Power:
            return visitor.template elementary2<Sleef::pow>();
        case Minimum:
            return visitor.template arithmetic2<Smaller>();
        case Maximum:
            return visitor.template arithmetic2<Larger>();
        case Atan2:
            return visitor.template elementary2<Sleef::atan2>();
        case Hypot:
            return visitor.template elementary2<Sleef::hypot>();
        case Less:
            return visitor.template arithmetic2<IsLess>();
        case LessEqual:
            return visitor.template arithmetic2<IsLessEqual>();
        case Equal:
            return visitor.template arithmetic2<IsEqual>();
        case NotEqual:
            return visitor.template arithmetic2<IsNotEqual>();
        case And:
            return visitor.template arithmetic2<Both>();
        case Or:
            return visitor.template arithmetic2<Either>();
        case Select:
            return visitor.template arithmetic3<Selection>();
        case MultiplyAdd:
            return visitor.template arithmetic3<ProductPlus>();
        case MultiplySubtract:
            return visitor.template arithmetic3<ProductMinus>();
        case SubtractProduct:
            return visitor.template arithmetic3<MinusProduct>();
        case AddAdd:
            return visitor.template arithmetic3<SumOfThree>();
        case MultiplyMultiply:
            return visitor.template arithmetic3<ProductOfThree>();
        default:
            __builtin_unreachable();  // lower() leaves no other operation
    }
}

}  // namespace
}  // namespace bilevel
