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
/// Its optimiser changes values (0.5 && 0.5 becomes 0) and is off; a copy would have it on again, so never copy
/// this.
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
        for (const mu::SToken& token : code) step(token);
        return {.node = stack_.back().node, .nesting = stack_.back().nesting};
    }

private:
    struct Operand {
        NodeId node;
        int nesting;
    };

    void step(const mu::SToken& token) {
        switch (token.Cmd) {
            case mu::cmVAL:
                push(graph_.constant(token.Val.data2), 0);
                break;
            case mu::cmVAR: {
                const auto symbol = compiler_.symbol(token.Val.ptr);
                push(symbol ? symbols_[*symbol].node : noNode, 0);
                break;
            }
            case mu::cmFUNC:
                call(token);
                break;
            case mu::cmIF:
            case mu::cmELSE:
            case mu::cmEND:
                break;  // condition and branch wait on the stack for cmENDIF
            case mu::cmENDIF: {
                const Operand no = pop(), yes = pop(), condition = pop();
                push(graph_.select(condition.node, yes.node, no.node),
                     std::max({condition.nesting, yes.nesting, no.nesting}) + 1);
                break;
            }
            default: {
                const Operand b = pop(), a = pop();
                push(graph_.binary(operation(token.Cmd), a.node, b.node), std::max(a.nesting, b.nesting + 1));
            }
        }
    }

    void call(const mu::SToken& token) {
        const auto count = static_cast<std::size_t>(std::abs(token.Fun.argc));
        assert(stack_.size() >= count);
        const auto first = stack_.end() - static_cast<std::ptrdiff_t>(count);
        std::vector<NodeId> operands;
        int nesting = 0;
        for (auto operand = first; operand != stack_.end(); ++operand) {
            operands.push_back(operand->node);
            nesting = std::max(nesting, operand->nesting);
        }
        stack_.erase(first, stack_.end());
        NodeId result = operands[0];
        if (const auto* function = static_cast<const Function*>(token.Fun.cb._pUserData))
            result = function->build(graph_, operands);
        else if (token.Fun.cb._pRawFun == reinterpret_cast<mu::erased_fun_type>(&Compiler::minus))
            result = graph_.unary(Operation::Negate, result);
        push(result, nesting + 1);
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

    void push(NodeId node, int nesting) { stack_.push_back({node, nesting}); }

    Operand pop() {
        assert(!stack_.empty());
        const Operand top = stack_.back();
        stack_.pop_back();
        return top;
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
