#include "core/io/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace bilevel {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// How many letters must be added, dropped, changed or swapped with their neighbour; the case of letters does not
/// count.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return row.back();
}

}  // namespace

std::string didYouMean(std::string_view name, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 100;  // nobody mistypes a name of that length
    if (name.empty() || name.size() > longest || candidates.empty()) return {};
    const auto nearest =
        std::ranges::min_element(candidates, {}, [&](const std::string& c) { return distance(name, c); });
    // A third of the letters may be wrong, but a name of two letters may always have one wrong.
    const std::size_t allowed = std::max<std::size_t>(1, std::min(name.size(), nearest->size()) / 3);
    if (distance(name, *nearest) > allowed || distance(name, *nearest) >= name.size()) return {};
    return " – did you mean ‘" + *nearest + "’?";
}

}  // namespace bilevel
