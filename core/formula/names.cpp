#include "core/formula/names.h"

#include "core/formula/functions.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace bilevel {
namespace {

constexpr std::size_t maximumNameLength = 100;  // muParser's

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool isLetter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// Typing mistakes between two names: letters added, left out, replaced or swapped with their neighbour. A wrong
/// case counts half. In half mistakes.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = 2 * j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = 2 * i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const char x = a[i - 1], y = b[j - 1];
            const std::size_t replaced = x == y ? 0 : lower(x) == lower(y) ? 1 : 2;
            next[j] = std::min({row[j] + 2, next[j - 1] + 2, row[j - 1] + replaced});
            if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y) next[j] = std::min(next[j], before[j - 2] + 2);
        }
        before.swap(row);
        row.swap(next);
    }
    return row[b.size()];
}

/// The name as a product of two known ones: "xy" is x*y. Empty where it is none.
std::string asProduct(std::string_view name, std::span<const Symbol> symbols) {
    const auto known = [&](std::string_view part) {
        return std::ranges::any_of(symbols, [&](const Symbol& symbol) { return symbol.name == part; });
    };
    for (std::size_t first = name.size(); first-- > 1;)
        if (known(name.substr(0, first)) && known(name.substr(first)))
            return std::string(name.substr(0, first)) + "*" + std::string(name.substr(first));
    return {};
}

/// The known name with the fewest typing mistakes; empty where all have too many.
std::string nearestName(std::string_view name, std::span<const Symbol> symbols, bool functionsOnly) {
    std::string nearest;
    std::size_t least = name.size() <= 1 ? 2 : name.size() <= 4 ? 3 : 5;  // fewer half mistakes than this
    const auto offer = [&](std::string_view candidate) {
        const std::size_t longer = std::max(candidate.size(), name.size());
        if (2 * (longer - std::min(candidate.size(), name.size())) >= least) return;
        if (const auto found = distance(name, candidate); found < least) {
            least = found;
            nearest = candidate;
        }
    };
    for (const Symbol& symbol : symbols)
        if (!functionsOnly) offer(symbol.name);
    for (const Function& function : functions()) offer(function.help.name);
    for (const NamedNumber& number : namedNumbers())
        if (!functionsOnly) offer(number.name);
    return nearest;
}

}  // namespace

std::string suggestion(std::string_view name, std::span<const Symbol> symbols, bool functionsOnly) {
    std::string better = functionsOnly ? std::string() : asProduct(name, symbols);
    if (better.empty()) better = nearestName(name, symbols, functionsOnly);
    return better.empty() ? better : " – did you mean ‘" + better + "’?";
}

std::string nameProblem(std::string_view name) {
    const std::string quoted = "‘" + std::string(name) + "’";
    if (name.empty()) return "a name is missing";
    if (name.size() > maximumNameLength) return "a name may have at most 100 characters";
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (isDigit(name[0])) return quoted + " begins with a digit; a name begins with a letter";
    if (!std::ranges::all_of(name, [&](char c) { return isLetter(c) || isDigit(c) || c == '_'; }))
        return quoted + " is not a name: use letters a to z, digits and ‘_’";
    if (findFunction(name) != nullptr)
        return quoted + " is a function of the formula language; choose another name";
    if (findNumber(name) != nullptr) return quoted + " is a number of the formula language; choose another name";
    return {};
}

}  // namespace bilevel
