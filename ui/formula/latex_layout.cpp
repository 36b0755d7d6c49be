#include "ui/formula/latex_layout.h"

#include <QHash>

#include <optional>
#include <utility>

namespace bilevel::ui {
namespace {

/// What a symbol is to its neighbours; spaces follow from it.
enum class Role { ordinary, binary, relation, opening, closing, punctuation, function };

struct Sign {
    QString text;
    Role role = Role::ordinary;
    bool italic = false;
};

const QHash<QString, Sign>& commands() {
    static const QHash<QString, Sign> signs = [] {
        QHash<QString, Sign> all{{"nabla", {"∇"}},
                                 {"partial", {"∂", Role::ordinary, true}},
                                 {"top", {"⊤"}},
                                 {"cdot", {"·", Role::binary}},
                                 {"sum", {"∑", Role::function}},
                                 {"min", {"min", Role::function}},
                                 {"max", {"max", Role::function}},
                                 {"arg", {"arg", Role::function}},
                                 {"ln", {"ln", Role::function}},
                                 {"le", {"≤", Role::relation}},
                                 {"ge", {"≥", Role::relation}},
                                 {"approx", {"≈", Role::relation}},
                                 {"leftarrow", {"←", Role::relation}},
                                 {"ldots", {"…"}},
                                 {"langle", {"⟨", Role::opening}},
                                 {"rangle", {"⟩", Role::closing}},
                                 {"lVert", {"‖", Role::opening}},
                                 {"rVert", {"‖", Role::closing}}};
        const QStringList greek = QStringLiteral(
                                      "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ "
                                      "iota ι kappa κ lambda λ "
                                      "mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ chi χ psi ψ omega ω")
                                      .split(' ');
        for (qsizetype i = 0; i + 1 < greek.size(); i += 2)
            all.insert(greek[i], {greek[i + 1], Role::ordinary, true});
        return all;
    }();
    return signs;
}

Sign signOf(QChar c) {
    if (c.isLetter()) return {c, Role::ordinary, true};
    switch (c.unicode()) {
        case '+':
            return {c, Role::binary};
        case '-':
            return {QStringLiteral("−"), Role::binary};
        case '=':
        case '<':
        case '>':
        case ':':
            return {c, Role::relation};
        case '(':
        case '[':
            return {c, Role::opening};
        case ')':
        case ']':
            return {c, Role::closing};
        case ',':
        case ';':
            return {c, Role::punctuation};
        default:
            return {c};
    }
}

/// Something that may carry scripts.
struct Atom {
    MathBox box;
    Role role = Role::ordinary;
};

std::optional<math::Accent> accentOf(const QString& command) {
    if (command == "hat") return math::Accent::hat;
    if (command == "bar") return math::Accent::bar;
    if (command == "tilde") return math::Accent::tilde;
    return {};
}

/// Reads from left to right; each function leaves the place after what it has read.
class Reader {
public:
    explicit Reader(std::string_view latex)
        : text_(QString::fromUtf8(latex.data(), static_cast<qsizetype>(latex.size()))) {}

    std::vector<MathBox> parts(const MathStyle& style) {
        std::vector<MathBox> all;
        while (at_ < text_.size()) {
            if (MathBox part = line(style, true); part.width() > 0) all.push_back(std::move(part));
            if (!take("\\quad")) ++at_;  // a brace too many
        }
        return all;
    }

private:
    bool take(const char* what) {
        const QLatin1String word(what);
        if (QStringView(text_).mid(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }
    void skipBlanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    /// Up to a closing brace, a \right or the end; `cut`: or up to a \quad.
    MathBox line(const MathStyle& style, bool cut) {
        std::vector<MathBox> boxes;
        Role before = Role::opening;  // a sign at the beginning stands for itself
        for (skipBlanks(); at_ < text_.size() && text_[at_] != '}'; skipBlanks()) {
            const QStringView rest = QStringView(text_).mid(at_);
            if (rest.startsWith(QLatin1String("\\right"))) break;
            if (cut && rest.startsWith(QLatin1String("\\quad"))) break;
            Atom next = scripted(style);
            const bool alone = before != Role::ordinary && before != Role::closing;
            if (next.role == Role::binary && alone) next.role = Role::ordinary;
            boxes.push_back(math::gap(spaceBetween(before, next.role) * style.em()));
            boxes.push_back(std::move(next.box));
            before = next.role;
        }
        return math::row(boxes);
    }

    /// In em, as TeX has it: relations stand freer than operations, and scripts hold together.
    double spaceBetween(Role left, Role right) const {
        constexpr double thin = 1.0 / 6, medium = 4.0 / 18, thick = 5.0 / 18;
        const bool word = left == Role::function && right != Role::opening && right != Role::punctuation;
        if (word || (right == Role::function && (left == Role::ordinary || left == Role::closing))) return thin;
        if (scriptDepth_ > 0) return 0;
        if (left == Role::punctuation) return thin;
        if (left == Role::binary || right == Role::binary) return medium;
        const bool first = left == Role::opening && right == Role::relation;
        return (left == Role::relation || right == Role::relation) && !first ? thick : 0;
    }

    Atom scripted(const MathStyle& style) {
        Atom base = atom(style);
        MathBox below, above;
        std::vector<MathBox> primes;
        for (skipBlanks(); at_ < text_.size(); skipBlanks()) {
            if (take("'"))
                primes.push_back(math::text(style.script(), QStringLiteral("′"), false));
            else if (take("_"))
                below = script(style);
            else if (take("^"))
                above = script(style);
            else
                break;
        }
        if (!primes.empty()) {
            if (above.width() > 0) primes.push_back(above);
            above = math::row(primes);
        }
        if (below.width() > 0 || above.width() > 0) base.box = math::scripts(style, base.box, below, above);
        return base;
    }

    MathBox script(const MathStyle& style) {
        ++scriptDepth_;
        MathBox box = argument(style.script());
        --scriptDepth_;
        return box;
    }

    /// A group in braces, or a single atom.
    MathBox argument(const MathStyle& style) {
        skipBlanks();
        if (!take("{")) return at_ < text_.size() ? atom(style).box : MathBox();
        MathBox inside = line(style, false);
        take("}");
        return inside;
    }

    Atom atom(const MathStyle& style) {
        if (text_[at_] == '{') return {argument(style)};
        if (text_[at_] == '\\') return command(style);
        if (text_[at_].isDigit()) return number(style);
        const Sign sign = signOf(text_[at_++]);
        return {math::text(style, sign.text, sign.italic), sign.role};
    }

    Atom number(const MathStyle& style) {
        const qsizetype begin = at_;
        const auto isPoint = [this] {
            return text_[at_] == '.' && at_ + 1 < text_.size() && text_[at_ + 1].isDigit();
        };
        while (at_ < text_.size() && (text_[at_].isDigit() || isPoint())) ++at_;
        return {math::text(style, text_.mid(begin, at_ - begin), false)};
    }

    QString commandName() {
        const qsizetype begin = ++at_;
        while (at_ < text_.size() && text_[at_].isLetter()) ++at_;
        if (at_ == begin && at_ < text_.size()) ++at_;
        return text_.mid(begin, at_ - begin);
    }

    Atom command(const MathStyle& style) {
        const QString name = commandName();
        if (name == "frac") {
            const MathBox above = argument(style.inFraction());
            return {math::fraction(style, above, argument(style.inFraction()))};
        }
        if (name == "sqrt") return {math::root(style, argument(style))};
        if (name == "text") return {words(style)};
        if (name == "left") return {fenced(style)};
        if (name == "quad") return {math::gap(style.em())};
        if (name == ",") return {math::gap(style.em() / 6)};
        if (const auto accent = accentOf(name)) return {math::accented(style, argument(style), *accent)};
        if (const auto sign = commands().constFind(name); sign != commands().cend())
            return {math::text(style, sign->text, sign->italic), sign->role};
        return {math::text(style, '\\' + name, false)};
    }

    MathBox words(const MathStyle& style) {
        take("{");
        const qsizetype begin = at_;
        while (at_ < text_.size() && text_[at_] != '}') ++at_;
        const QString inside = text_.mid(begin, at_ - begin);
        take("}");
        return math::text(style, inside, false);
    }

    /// After \left: the bracket, what is inside, \right and its bracket.
    MathBox fenced(const MathStyle& style) {
        take("(");
        const MathBox inside = line(style, false);
        if (take("\\right")) take(")");
        return math::fenced(style, inside, math::Fence::parentheses);
    }

    QString text_;
    qsizetype at_ = 0;
    int scriptDepth_ = 0;
};

}  // namespace

std::vector<MathBox> layoutLatex(const MathStyle& style, std::string_view latex) {
    return Reader(latex).parts(style);
}

}  // namespace bilevel::ui
