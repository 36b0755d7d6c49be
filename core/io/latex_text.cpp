#include "core/io/latex_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace bilevel {
namespace {

struct Spelling {
    char32_t character;
    std::string_view latex;
};

constexpr auto mathematics = std::to_array<Spelling>({
    {U'α', "\\alpha"},      {U'β', "\\beta"},      {U'γ', "\\gamma"},  {U'δ', "\\delta"},  {U'ε', "\\varepsilon"},
    {U'ζ', "\\zeta"},       {U'η', "\\eta"},       {U'θ', "\\theta"},  {U'ι', "\\iota"},   {U'κ', "\\kappa"},
    {U'λ', "\\lambda"},     {U'μ', "\\mu"},        {U'ν', "\\nu"},     {U'ξ', "\\xi"},     {U'π', "\\pi"},
    {U'ρ', "\\rho"},        {U'σ', "\\sigma"},     {U'τ', "\\tau"},    {U'φ', "\\phi"},    {U'χ', "\\chi"},
    {U'ψ', "\\psi"},        {U'ω', "\\omega"},     {U'Γ', "\\Gamma"},  {U'Δ', "\\Delta"},  {U'Θ', "\\Theta"},
    {U'Λ', "\\Lambda"},     {U'Ξ', "\\Xi"},        {U'Π', "\\Pi"},     {U'Σ', "\\Sigma"},  {U'Φ', "\\Phi"},
    {U'Ψ', "\\Psi"},        {U'Ω', "\\Omega"},     {U'µ', "\\mu"},     {U'∇', "\\nabla"},  {U'∂', "\\partial"},
    {U'‖', "\\Vert"},       {U'⟨', "\\langle"},    {U'⟩', "\\rangle"}, {U'≤', "\\le"},     {U'≥', "\\ge"},
    {U'≠', "\\ne"},         {U'≈', "\\approx"},    {U'·', "\\cdot"},   {U'×', "\\times"},  {U'±', "\\pm"},
    {U'→', "\\to"},         {U'←', "\\leftarrow"}, {U'∞', "\\infty"},  {U'√', "\\surd"},   {U'∠', "\\angle"},
    {U'∈', "\\in"},         {U'∫', "\\int"},       {U'⊤', "\\top"},    {U'⊙', "\\odot"},   {U'−', "-"},
    {U'½', "\\frac{1}{2}"}, {U'°', "^{\\circ}"},   {U'²', "^{2}"},     {U'³', "^{3}"},     {U'⁺', "^{+}"},
    {U'⁻', "^{-}"},         {U'¹', "^{1}"},        {U'ᵀ', "^{T}"},     {U'⁰', "^{0}"},     {U'₀', "_{0}"},
    {U'₁', "_{1}"},         {U'₂', "_{2}"},        {U'₋', "_{-}"},     {U'ₓ', "_{x}"},     {U'ᵧ', "_{y}"},
    {U'ₖ', "_{k}"},         {U'ŷ', "\\hat{y}"},    {U'ĥ', "\\hat{h}"}, {U'ĝ', "\\hat{g}"},
});

constexpr auto plainText = std::to_array<Spelling>({
    {U'\\', "\\textbackslash{}"},
    {U'{', "\\{"},
    {U'}', "\\}"},
    {U'$', "\\$"},
    {U'&', "\\&"},
    {U'#', "\\#"},
    {U'%', "\\%"},
    {U'_', "\\_"},
    {U'^', "\\textasciicircum{}"},
    {U'~', "\\textasciitilde{}"},
    {U'<', "\\textless{}"},
    {U'>', "\\textgreater{}"},
    {U'|', "\\textbar{}"},
    {U'"', "''"},
    {U'–', "--"},
    {U'—', "---"},
    {U'‘', "`"},
    {U'’', "'"},
    {U'“', "``"},
    {U'”', "''"},
    {U'…', "\\dots{}"},
    {U'\u00A0', "~"},
    {U'\u2009', "\\,"},
    {U'\u202F', "\\,"},
    {U'\n', " "},
    {U'\r', " "},
    {U'\t', " "},
});

constexpr char32_t combiningHat = U'\u0302', combiningBar = U'\u0304', combiningTilde = U'\u0303';

template <std::size_t n>
const Spelling* find(const std::array<Spelling, n>& table, char32_t c) {
    const auto it = std::ranges::find(table, c, &Spelling::character);
    return it == table.end() ? nullptr : &*it;
}

/// Reads one character and moves on; a byte that begins none is U+FFFD.
char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    const int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : -1;
    if (more < 0) return U'\uFFFD';
    char32_t c = more == 0 ? first : first & (0x3FU >> more);
    for (int k = 0; k < more; ++k) {
        if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return U'\uFFFD';
        c = c << 6 | (byte(at++) & 0x3FU);
    }
    return c;
}

std::string utf8(char32_t c) {
    if (c < 0x80) return {static_cast<char>(c)};
    return {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};  // nothing beyond is kept
}

/// Latin letters with accents, which pdflatex knows.
bool isLatin(char32_t c) { return c >= 0xC0 && c <= 0x17E && c != 0xD7 && c != 0xF7 && c != 0x138 && c != 0x149; }

struct Token {
    std::string latex;
    bool formula;
    bool letter;  ///< an ASCII letter
};

/// Raised or lowered signs in a row are one script: TeX refuses two.
void addSign(std::vector<Token>& all, std::string_view latex) {
    const auto script = [](std::string_view s) {
        return s.starts_with("^{") || s.starts_with("_{") ? s[0] : '\0';
    };
    if (!all.empty() && script(latex) && script(all.back().latex) == script(latex)) {
        all.back().latex.pop_back();
        all.back().latex += latex.substr(2);
    } else {
        all.push_back({std::string(latex), true, false});
    }
}

std::vector<Token> tokens(std::string_view from) {
    std::vector<Token> all;
    for (std::size_t at = 0; at < from.size();) {
        const char32_t c = next(from, at);
        const char* const accent = c == combiningHat     ? "\\hat{"
                                   : c == combiningBar   ? "\\bar{"
                                   : c == combiningTilde ? "\\tilde{"
                                                         : nullptr;
        if (accent && !all.empty())
            all.back() = {accent + all.back().latex + '}', true, false};
        else if (const Spelling* sign = find(mathematics, c))
            addSign(all, sign->latex);
        else if (const Spelling* plain = find(plainText, c))
            all.push_back({std::string(plain->latex), false, false});
        else if ((c >= 0x20 && c < 0x7F) || isLatin(c))
            all.push_back({utf8(c), false, c < 0x7F && std::isalpha(static_cast<int>(c)) != 0});
        else
            all.push_back({"?", false, false});
    }
    return all;
}

/// What a plain sign is called inside a formula.
std::string inMathematics(const std::string& plain) {
    return plain == " " ? "\\ " : plain == "\\textless{}" ? "<" : plain == "\\textgreater{}" ? ">" : plain;
}

}  // namespace

std::string latexText(std::string_view from) {
    std::string out;
    bool inFormula = false;
    for (const Token& token : tokens(from)) {
        if (token.formula != inFormula) out += '$';
        inFormula = token.formula;
        out += token.latex;
        if (inFormula) out += ' ';  // the end of a command
    }
    return inFormula ? out + '$' : out;
}

std::string latexSymbol(std::string_view symbol) {
    const std::vector<Token> all = tokens(symbol);
    std::string out;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        while (end < all.size() && all[end].letter) ++end;
        if (end > i + 1) out += "\\mathrm{";
        for (std::size_t k = i; k < end; ++k) out += all[k].latex;
        if (end > i + 1) out += '}';
        i = end;
        if (i == all.size() || all[i].letter) continue;
        const Token& token = all[i++];
        if (token.formula)
            out += token.latex + ' ';
        else
            out += inMathematics(token.latex);
    }
    return out;
}

}  // namespace bilevel
