#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// A word of a formula as typed. The scan knows spellings, not grammar: what may follow what is muParser's affair.
struct Token {
    enum class Kind { Number, Name, Operator, Open, Close, Comma, Question, Colon, Assign, Unknown };
    Kind kind;
    std::string
        spelling;  ///< as muParser spells it: "^" for "**" and for the rise of "²", "-" for "−", "pi" for "π"
    int begin;     ///< bytes in the typed text
    int length;

    int end() const { return begin + length; }
    bool is(std::string_view text) const { return spelling == text; }
};

/// The words of a formula.
std::vector<Token> scan(std::string_view text);

/// The text that muParser gets.
std::string spell(const std::vector<Token>& tokens);

/// A number at the beginning of a text, read independently of the locale.
struct Literal {
    int length = 0;  ///< 0: there is none
    double value = 0;
    bool inRange = true;
};
Literal readLiteral(std::string_view text);

}  // namespace bilevel
