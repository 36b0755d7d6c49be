#include "ui/formula/math_operation.h"

namespace bilevel::ui {

const char* uprightName(Operation operation) {
    switch (operation) {
        case Operation::Sign:
            return "sgn";
        case Operation::Expm1:
            return "expm1";
        case Operation::Log:
            return "ln";
        case Operation::Log1p:
            return "log1p";
        case Operation::Log2:
            return "log2";
        case Operation::Log10:
            return "log10";
        case Operation::Sin:
            return "sin";
        case Operation::Cos:
            return "cos";
        case Operation::Tan:
            return "tan";
        case Operation::Asin:
            return "arcsin";
        case Operation::Acos:
            return "arccos";
        case Operation::Atan:
            return "arctan";
        case Operation::Sinh:
            return "sinh";
        case Operation::Cosh:
            return "cosh";
        case Operation::Tanh:
            return "tanh";
        case Operation::Asinh:
            return "arsinh";
        case Operation::Acosh:
            return "arcosh";
        case Operation::Atanh:
            return "artanh";
        case Operation::Erf:
            return "erf";
        case Operation::Sigmoid:
            return "sigmoid";
        case Operation::Softplus:
            return "softplus";
        case Operation::Minimum:
            return "min";
        case Operation::Maximum:
            return "max";
        case Operation::Atan2:
            return "atan2";
        case Operation::Hypot:
            return "hypot";
        default:
            return nullptr;
    }
}

const char* relationSign(Operation operation) {
    switch (operation) {
        case Operation::Less:
            return "<";
        case Operation::LessEqual:
            return "≤";
        case Operation::Greater:
            return ">";
        case Operation::GreaterEqual:
            return "≥";
        case Operation::Equal:
            return "=";
        case Operation::NotEqual:
            return "≠";
        case Operation::And:
            return "∧";
        case Operation::Or:
            return "∨";
        default:
            return nullptr;
    }
}

}  // namespace bilevel::ui
