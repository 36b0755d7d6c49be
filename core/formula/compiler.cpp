#include "core/formula/compiler.h"

#include "core/formula/functions.h"
#include "core/formula/tokens.h"

#include <muParserBase.h>
#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace bilevel {
namespace {

/// muParser as a compiler: its bytecode is public, and is what we read. It never evaluates anything.
///
/// Its optimiser changes values (0.5 && 0.5 becomes 0) and is off. In a copy it would be on again.
class Compiler : mu::ParserBase {
public:
    explicit Compiler(std::span<const Symbol> symbols) : slots_(symbols.size() + 1) {
        Compiler::InitCharSets();
        Compiler::InitOprt();
        Compiler::InitConst();
        Compiler::InitFun();
        EnableOptimizer(false);
        AddValIdent(readNumber);
        for (std::size_t k = 0; k < symbols.size(); ++k) DefineVar(symbols[k].name, &slots_[k]);
        DefineVar(opener, &slots_.back());
    }
    Compiler(const Compiler&) = delete;
    Compiler& operator=(const Compiler&) = delete;

    /// Throws mu::ParserError.
    std::span<const mu::SToken> compile(const std::string& text) {
        text_ = &text;
        SetExpr(opener);
        GetUsedVar();  // compiles without evaluating
        return {GetByteCode().GetBase(), GetByteCode().GetSize()};
    }

    /// Which symbol a variable of the bytecode is; none for the opener.
    std::optional<std::size_t> symbol(const double* slot) const {
        const auto index = static_cast<std::size_t>(slot - slots_.data());
        return index + 1 < slots_.size() ? std::optional(index) : std::nullopt;
    }

    static double minus(double value) { return -value; }
    static double plus(double value) { return value; }

private:
    /// muParser refuses to be given more than 20 000 characters, but not to work on them. So it is given one
    /// variable that no one can type, and when it meets that, the formula is put behind it: "@,x^2+1" has the
    /// value of its last part.
    static constexpr const char* opener = "@";
    void OnDetectVar(std::string* expression, int& /*begin*/, int& /*end*/) override {
        if (text_ == nullptr) return;
        *expression = std::string(opener) + "," + *text_ + " ";
        text_ = nullptr;
    }

    void InitCharSets() override {
        DefineNameChars("0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@");
        DefineOprtChars("+-*^/?<>=!&|");
        DefineInfixOprtChars("+-");
    }
    void InitOprt() override {
        DefineInfixOprt("-", minus, mu::prINFIX, false);
        DefineInfixOprt("+", plus, mu::prINFIX, false);
    }
    void InitConst() override {
        for (const auto& [name, value] : namedNumbers()) DefineConst(std::string(name), value);
    }
    /// The callbacks are never called; the address of the Function identifies them in the bytecode.
    void InitFun() override {
        for (const Function& function : functions()) {
            void* identity = const_cast<Function*>(&function);
            const std::string name(function.help.name);
            if (function.help.arguments == 1)
                DefineFunUserData(
                    name, +[](void*, double) { return 0.0; }, identity, false);
            else if (function.help.arguments == 2)
                DefineFunUserData(
                    name, +[](void*, double, double) { return 0.0; }, identity, false);
            else
                DefineFunUserData(
                    name, +[](void*, const double*, int) { return 0.0; }, identity, false);
        }
    }
    /// muParser's own reader follows a locale that all parsers of the process share.
    static int readNumber(const char* text, int* position, double* value) {
        const char* end = text;
        const auto continues = [&] {
            const bool exponentSign =
                (*end == '+' || *end == '-') && end != text && (end[-1] == 'e' || end[-1] == 'E');
            return (*end >= '0' && *end <= '9') || *end == '.' || *end == 'e' || *end == 'E' || exponentSign;
        };
        while (continues()) ++end;
        const Literal literal = readLiteral({text, static_cast<std::size_t>(end - text)});
        if (literal.length == 0 || !literal.inRange) return 0;
        *value = literal.value;
        *position += literal.length;
        return 1;
    }

    std::vector<double> slots_;  ///< one per symbol, never read: only their addresses matter
    const std::string* text_ = nullptr;
};

/// Executes bytecode on nodes instead of numbers.
class Machine {
public:
    Machine(Graph& graph, const Compiler& compiler, std::span<const Symbol> symbols)
        : graph_(graph), compiler_(compiler), symbols_(symbols) {}

    Compilation run(std::span<const mu::SToken> code) {
        for (const mu::SToken& token : code)
            if (!step(token)) return {.refusal = "a value is missing"};
        return {.node = stack_.back().node, .nesting = stack_.back().nesting};
    }

private:
    struct Operand {
        NodeId node;
        int nesting;
    };
    using Operands = std::span<const Operand>;

    bool step(const mu::SToken& token) {
        switch (token.Cmd) {
            case mu::cmVAL:
                stack_.push_back({graph_.constant(token.Val.data2), 0});
                return true;
            case mu::cmVAR: {
                const auto symbol = compiler_.symbol(token.Val.ptr);
                stack_.push_back({symbol ? symbols_[*symbol].node : noNode, 0});
                return true;
            }
            case mu::cmFUNC:
                return replace(static_cast<std::size_t>(std::abs(token.Fun.argc)), [&](Operands x) {
                    return Operand{call(token, x), deepest(x) + 1};
                });
            case mu::cmENDIF:  // condition and both values have waited on the stack
                return replace(3, [&](Operands x) {
                    return Operand{graph_.select(x[0].node, x[1].node, x[2].node), deepest(x) + 1};
                });
            case mu::cmIF:
            case mu::cmELSE:
            case mu::cmEND:
                return true;
            default:
                return replace(2, [&](Operands x) {
                    return Operand{graph_.binary(operation(token.Cmd), x[0].node, x[1].node),
                                   std::max(x[0].nesting, x[1].nesting + 1)};
                });
        }
    }

    /// Puts one value in the place of the last `count` ones. False where there are not as many besides the opener:
    /// muParser compiles "2*-" and would notice only when it evaluates.
    template <class Build>
    bool replace(std::size_t count, const Build& build) {
        if (stack_.size() <= count) return false;
        const Operand result = build(Operands(stack_).last(count));
        stack_.resize(stack_.size() - count, {});
        stack_.push_back(result);
        return true;
    }

    static int deepest(Operands operands) {
        return std::ranges::max_element(operands, {}, &Operand::nesting)->nesting;
    }

    NodeId call(const mu::SToken& token, Operands operands) {
        if (const auto* function = static_cast<const Function*>(token.Fun.cb._pUserData)) {
            std::vector<NodeId> nodes;
            for (const Operand& operand : operands) nodes.push_back(operand.node);
            return function->build(graph_, nodes);
        }
        const bool negative = token.Fun.cb._pRawFun == reinterpret_cast<mu::erased_fun_type>(&Compiler::minus);
        return negative ? graph_.unary(Operation::Negate, operands[0].node) : operands[0].node;
    }

    static Operation operation(mu::ECmdCode code) {
        switch (code) {
            case mu::cmLE:
                return Operation::LessEqual;
            case mu::cmGE:
                return Operation::GreaterEqual;
            case mu::cmNEQ:
                return Operation::NotEqual;
            case mu::cmEQ:
                return Operation::Equal;
            case mu::cmLT:
                return Operation::Less;
            case mu::cmGT:
                return Operation::Greater;
            case mu::cmADD:
                return Operation::Add;
            case mu::cmSUB:
                return Operation::Subtract;
            case mu::cmMUL:
                return Operation::Multiply;
            case mu::cmDIV:
                return Operation::Divide;
            case mu::cmPOW:
                return Operation::Power;
            case mu::cmLAND:
                return Operation::And;
            default:
                assert(code == mu::cmLOR);
                return Operation::Or;
        }
    }

    Graph& graph_;
    const Compiler& compiler_;
    std::span<const Symbol> symbols_;
    std::vector<Operand> stack_;
};

}  // namespace

Compilation compile(Graph& graph, const std::string& text, std::span<const Symbol> symbols) {
    try {
        Compiler compiler(symbols);
        return Machine(graph, compiler, symbols).run(compiler.compile(text));
    } catch (const mu::ParserError& error) {
        return {.refusal = error.GetMsg()};
    }
}

}  // namespace bilevel
