#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace bilevel {

/// What in a formula lies outside the subset of LaTeX that rule.h names: the first such token, "braces" where they
/// do not balance, or empty.
inline std::string outsideSubset(std::string_view latex) {
    static constexpr auto commands = std::to_array<std::string_view>(
        {"alpha", "beta",   "gamma",  "delta", "epsilon", "varepsilon", "zeta",    "eta",    "theta",
         "iota",  "kappa",  "lambda", "mu",    "nu",      "xi",         "pi",      "rho",    "sigma",
         "tau",   "phi",    "chi",    "psi",   "omega",   "nabla",      "partial", "top",    "cdot",
         "sum",   "min",    "max",    "arg",   "ln",      "le",         "ge",      "approx", "leftarrow",
         "ldots", "langle", "rangle", "lVert", "rVert",   "quad",       ",",       "hat",    "bar",
         "tilde", "frac",   "sqrt",   "text",  "left",    "right"});
    constexpr std::string_view signs = " +-=<>()[],;:./'^_";
    int depth = 0, fences = 0;
    bool inText = false;
    for (std::size_t i = 0; i < latex.size(); ++i) {
        const char c = latex[i];
        if (c == '\\') {
            std::size_t end = i + 1;
            while (end < latex.size() && std::isalpha(static_cast<unsigned char>(latex[end]))) ++end;
            end = std::max(end, i + 2);
            const std::string_view name = latex.substr(i + 1, end - i - 1);
            const char next = end < latex.size() ? latex[end] : ' ';
            const std::string command(latex.substr(i, end - i));
            if (inText || std::ranges::find(commands, name) == commands.end()) return command;
            if ((name == "frac" || name == "sqrt" || name == "text") && next != '{') return command;
            if (name == "left" || name == "right") {
                if (next != (name == "left" ? '(' : ')')) return command;
                if ((fences += name == "left" ? 1 : -1) < 0) return command;
            }
            inText = name == "text";
            i = end - 1;
        } else if (c == '{' || c == '}') {
            if ((depth += c == '{' ? 1 : -1) < 0) return "braces";
            if (c == '}') inText = false;
        } else if (!std::isalnum(static_cast<unsigned char>(c)) && signs.find(c) == std::string_view::npos) {
            return {c};
        }
    }
    if (depth != 0) return "braces";
    return fences == 0 ? "" : "\\left";
}

}  // namespace bilevel
