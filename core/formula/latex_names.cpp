#include "core/formula/latex_names.h"

#include <algorithm>
#include <array>

namespace bilevel {
namespace {

constexpr std::array<std::string_view, 34> greek{
    "alpha",  "beta",   "gamma", "delta", "epsilon", "zeta",  "eta",   "theta", "iota",
    "kappa",  "lambda", "mu",    "nu",    "xi",      "pi",    "rho",   "sigma", "tau",
    "phi",    "chi",    "psi",   "omega", "upsilon", "Gamma", "Delta", "Xi",    "Upsilon",
    "Lambda", "Sigma",  "Theta", "Omega", "Phi",     "Psi",   "Pi"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string word(std::string_view letters) {
    if (std::ranges::find(greek, letters) != greek.end()) return "\\" + std::string(letters);
    return letters.size() == 1 ? std::string(letters) : "\\mathrm{" + std::string(letters) + "}";
}

/// "x12" is x and 12; "12" and "x" stay whole.
std::pair<std::string_view, std::string_view> splitDigits(std::string_view part) {
    std::size_t digits = part.size();
    while (digits > 0 && isDigit(part[digits - 1])) --digits;
    if (digits == 0) return {part, {}};
    return {part.substr(0, digits), part.substr(digits)};
}

std::string index(std::string_view part) { return isDigit(part[0]) ? std::string(part) : word(part); }

}  // namespace

std::string latexName(std::string_view name) {
    std::string base, indices;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('_'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part.empty()) continue;
        const auto [letters, digits] = splitDigits(part);
        if (base.empty())
            base = isDigit(letters[0]) ? "\\mathrm{" + std::string(letters) + "}" : word(letters);
        else
            indices += (indices.empty() ? "" : ",") + index(letters);
        if (!digits.empty()) indices += (indices.empty() ? "" : ",") + std::string(digits);
    }
    if (base.empty()) base = "\\_";  // a name of underscores only
    return indices.empty() ? base : base + "_{" + indices + "}";
}

}  // namespace bilevel
