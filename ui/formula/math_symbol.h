#pragma once

#include "ui/formula/math_box.h"

#include <string_view>

namespace bilevel::ui {

/// A name as mathematics writes it: alpha is α, x1 is x with a subscript, v_max is v with a subscript max.
struct MathSymbol {
    QString base, subscript;

    static MathSymbol of(std::string_view name);
    bool isOneLetter() const { return base.size() == 1; }
};

/// The name in italics with its subscript, and a superscript where that is not empty.
MathBox layoutName(const MathStyle& style, std::string_view name, const MathBox& superscript = {});

/// The symbol of a setting or of a recorded quantity: "ξx" is ξ with the subscript x, the level whose step it is.
MathBox layoutSymbol(const MathStyle& style, std::string_view symbol);

/// At most six significant digits, a real minus sign, powers of ten where decimals would be many; π and e by their
/// letters.
MathBox layoutNumber(const MathStyle& style, double value);
/// Is layoutNumber a product (1.5·10⁻⁸), which as a base or a factor reads as more than one thing?
bool isPowerOfTen(double value);

}  // namespace bilevel::ui
