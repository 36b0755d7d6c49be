#include "core/formula/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace bilevel {
namespace {

using Kind = Token::Kind;

struct Spelling {
    std::string_view typed, meant;
    Kind kind;
};

// Longer spellings before their beginnings.
constexpr std::array spellings{
    Spelling{"**", "^", Kind::Operator},      Spelling{"<=", "<=", Kind::Operator},
    Spelling{">=", ">=", Kind::Operator},     Spelling{"==", "==", Kind::Operator},
    Spelling{"!=", "!=", Kind::Operator},     Spelling{"&&", "&&", Kind::Operator},
    Spelling{"||", "||", Kind::Operator},     Spelling{"+", "+", Kind::Operator},
    Spelling{"-", "-", Kind::Operator},       Spelling{"*", "*", Kind::Operator},
    Spelling{"/", "/", Kind::Operator},       Spelling{"^", "^", Kind::Operator},
    Spelling{"<", "<", Kind::Operator},       Spelling{">", ">", Kind::Operator},
    Spelling{"=", "=", Kind::Assign},         Spelling{"(", "(", Kind::Open},
    Spelling{")", ")", Kind::Close},          Spelling{",", ",", Kind::Comma},
    Spelling{"?", "?", Kind::Question},       Spelling{":", ":", Kind::Colon},
    Spelling{"\u2212", "-", Kind::Operator},  // minus sign
    Spelling{"\u2013", "-", Kind::Operator},  // en dash
    Spelling{"\u00b7", "*", Kind::Operator},  // middle dot
    Spelling{"\u22c5", "*", Kind::Operator},  // dot operator
    Spelling{"\u00d7", "*", Kind::Operator},  // multiplication sign
    Spelling{"\u2217", "*", Kind::Operator},  // asterisk operator
    Spelling{"\u00f7", "/", Kind::Operator},  // division sign
    Spelling{"\u2215", "/", Kind::Operator},  // division slash
    Spelling{"\u2264", "<=", Kind::Operator}, Spelling{"\u2265", ">=", Kind::Operator},
    Spelling{"\u2260", "!=", Kind::Operator}, Spelling{"\u03c0", "pi", Kind::Name},
};

constexpr std::array<std::string_view, 10> blanks{" ",  "\t",     "\n",     "\r",     "\v",
                                                  "\f", "\u00a0", "\u2009", "\u202f", "\ufeff"};

constexpr std::array<std::string_view, 10> raisedDigits{"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                                        "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
constexpr std::string_view raisedMinus = "\u207b";

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// Bytes of the UTF-8 character at text[0]; 1 where that is not UTF-8.
std::size_t characterLength(std::string_view text) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const std::size_t length = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : byte(0) >= 0xc0 ? 2 : 1;
    if (length > text.size()) return 1;
    for (std::size_t k = 1; k < length; ++k)
        if ((byte(k) & 0xc0) != 0x80) return 1;
    return length;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<Token> tokens() {
        while (at_ < text_.size())
            if (!blank() && !number() && !name() && !known() && !raised())
                take(Kind::Unknown, characterLength(rest()));
        return std::move(tokens_);
    }

private:
    std::string_view rest() const { return text_.substr(at_); }

    void add(Kind kind, std::string_view spelling, std::size_t begin) {
        tokens_.push_back({.kind = kind,
                           .spelling = std::string(spelling),
                           .begin = static_cast<int>(begin),
                           .length = static_cast<int>(at_ - begin)});
    }

    void take(Kind kind, std::size_t length) {
        at_ += length;
        add(kind, text_.substr(at_ - length, length), at_ - length);
    }

    bool begins(std::string_view spelling) const { return rest().starts_with(spelling); }

    bool blank() {
        const auto found = std::ranges::find_if(blanks, [&](auto space) { return begins(space); });
        if (found == blanks.end()) return false;
        at_ += found->size();
        return true;
    }

    bool number() {
        const int length = readLiteral(rest()).length;
        if (length > 0) take(Kind::Number, static_cast<std::size_t>(length));
        return length > 0;
    }

    bool name() {
        if (!isLetter(rest()[0])) return false;
        std::size_t length = 1;
        while (length < rest().size() && (isLetter(rest()[length]) || isDigit(rest()[length]))) ++length;
        take(Kind::Name, length);
        return true;
    }

    bool known() {
        const auto found = std::ranges::find_if(spellings, [&](const Spelling& s) { return begins(s.typed); });
        if (found == spellings.end()) return false;
        at_ += found->typed.size();
        add(found->kind, found->meant, at_ - found->typed.size());
        return true;
    }

    /// "x¹²" is x^12 and "x⁻¹" is x^-1; all words of it point at the raised characters.
    bool raised() {
        const std::size_t begin = at_;
        const bool negative = begins(raisedMinus);
        if (negative) at_ += raisedMinus.size();
        std::string number;
        while (const auto digit = raisedDigit()) number += *digit;
        if (number.empty()) {
            at_ = begin;
            return false;
        }
        add(Kind::Operator, "^", begin);
        if (negative) add(Kind::Operator, "-", begin);
        add(Kind::Number, number, begin);
        return true;
    }

    std::optional<char> raisedDigit() {
        const auto found = std::ranges::find_if(raisedDigits, [&](auto digit) { return begins(digit); });
        if (found == raisedDigits.end()) return std::nullopt;
        at_ += found->size();
        return static_cast<char>('0' + (found - raisedDigits.begin()));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

bool isWord(char c) { return isLetter(c) || isDigit(c) || c == '.'; }

}  // namespace

std::vector<Token> scan(std::string_view text) { return Scanner(text).tokens(); }

std::string spell(const std::vector<Token>& tokens) {
    std::string text;
    for (const Token& token : tokens) {
        // A blank keeps apart what would read as one word. muParser wants none between a function and its "(".
        const bool apart =
            !text.empty() && token.kind != Kind::Open && isWord(text.back()) == isWord(token.spelling[0]);
        if (apart) text += ' ';
        text += token.spelling;
    }
    return text;
}

Literal readLiteral(std::string_view text) {
    const bool begins =
        !text.empty() && (isDigit(text[0]) || (text[0] == '.' && text.size() > 1 && isDigit(text[1])));
    if (!begins) return {};
    Literal literal;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), literal.value);
    literal.length = static_cast<int>(end - text.data());
    literal.inRange = problem == std::errc();
    return literal;
}

}  // namespace bilevel
