#include "core/formula/diagnosis.h"

#include "core/formula/functions.h"
#include "core/formula/names.h"

#include <array>
#include <unordered_set>

namespace bilevel {
namespace {

using Kind = Token::Kind;
using Tokens = std::vector<Token>;

std::string_view typed(std::string_view text, const Token& token) {
    return text.substr(static_cast<std::size_t>(token.begin), static_cast<std::size_t>(token.length));
}
std::string quoted(std::string_view word) { return "‘" + std::string(word) + "’"; }
std::string quoted(std::string_view text, const Token& token) { return quoted(typed(text, token)); }

Error at(const Token& first, const Token& last, std::string message) {
    return {.message = std::move(message), .position = first.begin, .length = last.end() - first.begin};
}
Error at(const Token& token, std::string message) { return at(token, token, std::move(message)); }

bool touch(const Token& a, const Token& b) { return a.end() == b.begin; }

/// Characters that mean something elsewhere get a better answer than "unexpected".
std::string characterProblem(std::string_view character) {
    const std::string name = quoted(character);
    if (character == "!") return "there is no ‘!’: write x==0 for “not x”";
    if (character == "%") return "there is no ‘%’: the remainder of a/b is a-b*floor(a/b)";
    if (character == "&") return "write ‘&&’ for “and”";
    if (character == "|") return "write ‘||’ for “or”";
    if (character == "[" || character == "]" || character == "{" || character == "}")
        return "only round parentheses can be used, not " + name;
    if (character == "\"" || character == "'") return "a formula has no texts, so no " + name;
    if (character == ".") return "‘.’ without a digit after it";
    if (character == ";") return "one formula only: there is no ‘;’";
    const auto first = static_cast<unsigned char>(character[0]);
    if (first < ' ' || first == 127) return "an invisible control character";
    if (first >= 128 && character.size() == 1) return "a byte that is no text in UTF-8";
    if (first >= 128) return "unexpected character " + name + "; names are made of a to z, digits and ‘_’";
    return "unexpected character " + name;
}

std::optional<Error> numberProblem(std::string_view text, const Tokens& tokens, std::size_t k) {
    const Token& number = tokens[k];
    if (!readLiteral(number.spelling).inRange)
        return at(number, quoted(text, number) + " is too large or too small for a number");
    if (k + 1 == tokens.size() || !touch(number, tokens[k + 1])) return std::nullopt;
    const Token& next = tokens[k + 1];
    const auto whole = [&](std::string_view why) {
        const auto length = static_cast<std::size_t>(next.end() - number.begin);
        const auto word = text.substr(static_cast<std::size_t>(number.begin), length);
        return at(number, next, quoted(word) + " is not a number" + std::string(why));
    };
    if (next.kind == Kind::Number || next.is(".")) return whole("");
    if (next.is("e") || next.is("E")) return whole(": digits are missing after the exponent");
    const bool hexadecimal = number.is("0") && next.kind == Kind::Name && next.length > 1 &&
                             (next.spelling[0] == 'x' || next.spelling[0] == 'X');
    if (hexadecimal) return whole(": only decimal numbers can be used");
    return std::nullopt;
}

/// Walks the words once, knowing which parentheses are open.
class Objector {
public:
    Objector(std::string_view text, const Tokens& tokens, std::span<const Symbol> symbols)
        : text_(text), tokens_(tokens), symbols_(symbols) {
        for (const Symbol& symbol : symbols) known_.insert(symbol.name);
    }

    std::optional<Error> first() {
        for (std::size_t k = 0; k < tokens_.size(); ++k)
            if (auto error = problem(k)) return error;
        return std::nullopt;
    }

private:
    std::optional<Error> problem(std::size_t k) {
        const Token& token = tokens_[k];
        switch (token.kind) {
            case Kind::Unknown:
                return at(token, characterProblem(typed(text_, token)));
            case Kind::Number:
                return numberProblem(text_, tokens_, k);
            case Kind::Name:
                return nameProblem(k);
            case Kind::Operator:
                return raisedProblem(k);
            case Kind::Assign:
                return at(token, "a formula cannot set a value; use ‘==’ to compare");
            case Kind::Open:
                open_.push_back(k > 0 && findFunction(tokens_[k - 1].spelling) != nullptr);
                if (open_.size() > maximumNesting)
                    return at(token, "more than 1000 parentheses inside one another");
                return std::nullopt;
            case Kind::Close:
                if (!open_.empty()) open_.pop_back();
                return std::nullopt;
            case Kind::Comma:
                return open_.empty() || !open_.back() ? std::optional(commaProblem(k)) : std::nullopt;
            default:
                return std::nullopt;
        }
    }

    /// x²^3 would be x^(2^3), which is not how it looks.
    std::optional<Error> raisedProblem(std::size_t k) const {
        const bool raised =
            k > 1 && tokens_[k - 1].kind == Kind::Number && tokens_[k - 1].begin == tokens_[k - 2].begin;
        if (!raised || !tokens_[k].is("^")) return std::nullopt;
        return at(tokens_[k - 1], tokens_[k], "a power of a power needs parentheses: (x²)^3 or x^(2^3)");
    }

    Error commaProblem(std::size_t k) const {
        const bool between = k > 0 && k + 1 < tokens_.size() && tokens_[k - 1].kind == Kind::Number &&
                             tokens_[k + 1].kind == Kind::Number && touch(tokens_[k - 1], tokens_[k]) &&
                             touch(tokens_[k], tokens_[k + 1]);
        if (!between) return at(tokens_[k], "‘,’ can only stand between the arguments of a function");
        const Token& whole = tokens_[k - 1];
        const Token& fraction = tokens_[k + 1];
        return at(whole, fraction, "use ‘.’ as decimal point: " + whole.spelling + "." + fraction.spelling);
    }

    std::optional<Error> nameProblem(std::size_t k) const {
        const Token& name = tokens_[k];
        const bool called = k + 1 < tokens_.size() && tokens_[k + 1].kind == Kind::Open;
        if (findFunction(name.spelling) != nullptr) {
            if (called) return std::nullopt;
            return at(name, quoted(name.spelling) + " is a function: write " + name.spelling + "(…)");
        }
        if (known_.contains(name.spelling) || findNumber(name.spelling) != nullptr) return std::nullopt;
        return at(name, (called ? "unknown function " : "unknown name ") + quoted(name.spelling) +
                            suggestion(name.spelling, symbols_, called));
    }

    std::string_view text_;
    const Tokens& tokens_;
    std::span<const Symbol> symbols_;
    std::unordered_set<std::string_view> known_;
    std::vector<bool> open_;  ///< for every open parenthesis: does it hold the arguments of a function?
};

/// Finds where operands and operators stop alternating. It runs only after muParser has refused, and decides
/// nothing.
class Walker {
public:
    Walker(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

    std::optional<Error> first() {
        for (std::size_t k = 0; k < tokens_.size(); ++k)
            if (auto error = operandNext_ ? readOperand(k) : readOperator(k)) return error;
        if (operandNext_) return at(tokens_.back(), "a value is missing after " + quoted(text_, tokens_.back()));
        if (open_.size() > 1) return unclosed();
        return pendingQuestion();
    }

private:
    struct Group {
        std::size_t open = 0;                ///< its "("; unused for the formula as a whole
        const Function* function = nullptr;  ///< whose arguments it holds
        std::size_t arguments = 1;
        std::vector<std::size_t> questions = {};  ///< every "?" that still waits for its ":"
    };

    std::optional<Error> readOperand(std::size_t k) {
        const Token& token = tokens_[k];
        const Token* before = k > 0 ? &tokens_[k - 1] : nullptr;
        switch (token.kind) {
            case Kind::Number:
                operandNext_ = false;
                return std::nullopt;
            case Kind::Name:
                operandNext_ = findFunction(token.spelling) != nullptr;
                return std::nullopt;
            case Kind::Open:
                open(k);
                return std::nullopt;
            case Kind::Close:
                return missingBefore(k);
            case Kind::Operator:
                if (!token.is("-") && !token.is("+")) return missingBefore(k);
                if (before != nullptr && isSign_)
                    return at(*before, token,
                              "two signs in a row: write " + before->spelling + "(" + token.spelling + "…)");
                isSign_ = true;
                return std::nullopt;
            default:
                return missingBefore(k);
        }
    }

    std::optional<Error> readOperator(std::size_t k) {
        const Token& token = tokens_[k];
        isSign_ = false;
        switch (token.kind) {
            case Kind::Close:
                return close(k);
            case Kind::Comma:
                if (auto error = pendingQuestion()) return error;
                ++open_.back().arguments;
                break;
            case Kind::Question:
                open_.back().questions.push_back(k);
                break;
            case Kind::Colon:
                if (open_.back().questions.empty()) return at(token, "‘:’ without a ‘?’ before it");
                open_.back().questions.pop_back();
                break;
            case Kind::Operator:
                break;
            default:
                return missingOperator(k);
        }
        operandNext_ = true;
        return std::nullopt;
    }

    void open(std::size_t k) {
        isSign_ = false;
        open_.push_back({.open = k, .function = k > 0 ? findFunction(tokens_[k - 1].spelling) : nullptr});
    }

    std::optional<Error> close(std::size_t k) {
        if (open_.size() == 1) return at(tokens_[k], "‘)’ without a ‘(’ before it");
        if (auto error = pendingQuestion()) return error;
        const Group group = open_.back();
        open_.pop_back();
        if (group.function != nullptr && !group.function->takes(group.arguments))
            return wrongCount(group, group.arguments, k);
        return std::nullopt;
    }

    Error wrongCount(const Group& group, std::size_t count, std::size_t close) const {
        const auto& help = group.function->help;
        const std::string wanted = help.arguments < 0    ? "one or more arguments"
                                   : help.arguments == 1 ? "1 argument"
                                                         : std::to_string(help.arguments) + " arguments";
        return at(tokens_[group.open - 1], tokens_[close],
                  quoted(help.name) + " takes " + wanted + ", not " + std::to_string(count));
    }

    Error missingBefore(std::size_t k) const {
        const Token& token = tokens_[k];
        if (k == 0) return at(token, "a value is missing before " + quoted(text_, token));
        const Token& before = tokens_[k - 1];
        if (token.kind == Kind::Close && before.kind == Kind::Open) {
            const Group& group = open_.back();
            return group.function != nullptr ? wrongCount(group, 0, k)
                                             : at(before, token, "nothing stands between the parentheses");
        }
        if (token.kind == Kind::Close) return at(before, "a value is missing after " + quoted(text_, before));
        if (before.kind == Kind::Open) return at(token, "a value is missing before " + quoted(text_, token));
        return at(before, token,
                  "a value is missing between " + quoted(text_, before) + " and " + quoted(text_, token));
    }

    Error missingOperator(std::size_t k) const {
        const Token& before = tokens_[k - 1];
        const Token& token = tokens_[k];
        const auto plain = [&](const Token& t) {
            return t.kind == Kind::Number || t.kind == Kind::Name ? std::string(typed(text_, t))
                                                                  : quoted(text_, t);
        };
        const bool numbers = before.kind == Kind::Number && token.kind == Kind::Number;
        return at(before, token,
                  (numbers ? "an operator is missing between " : "missing ‘*’ between ") + plain(before) +
                      " and " + plain(token));
    }

    std::optional<Error> pendingQuestion() const {
        const auto& questions = open_.back().questions;
        if (questions.empty()) return std::nullopt;
        return at(tokens_[questions.back()], "‘?’ without its ‘:’: write condition ? value : other value");
    }

    std::optional<Error> unclosed() const { return at(tokens_[open_.back().open], "‘(’ is never closed"); }

    std::string_view text_;
    const Tokens& tokens_;
    bool operandNext_ = true, isSign_ = false;
    std::vector<Group> open_{{}};
};

}  // namespace

std::optional<Error> objection(std::string_view text, const Tokens& tokens, std::span<const Symbol> symbols) {
    return Objector(text, tokens, symbols).first();
}

std::optional<Error> diagnosis(std::string_view text, const Tokens& tokens) {
    return Walker(text, tokens).first();
}

}  // namespace bilevel
