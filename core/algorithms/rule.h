#pragma once

#include <string_view>
#include <vector>

namespace bilevel {

/// Under which settings a line of a rule holds.
struct RuleCondition {
    std::string_view setting;
    /// Of a choice an option, or "!" and an option for all the others; of a number "0", or ">0" for what is
    /// positive.
    std::string_view value;

    bool negated() const { return value.starts_with('!'); }
    std::string_view option() const { return negated() ? value.substr(1) : value; }
};

/// One line of what a method does in a step, as it would stand in a paper.
///
/// `latex` is a formula for TeX's mathematical mode with amsmath, in a subset that is small enough to be typeset
/// elsewhere as well:
///   - letters, digits, blanks and + - = < > ( ) [ ] , ; : . / ' ^ _ { }
///   - Greek letters by name, \varepsilon among them
///   - \nabla \partial \top \cdot \sum \min \max \arg \ln \le \ge \approx \leftarrow \ldots \langle \rangle \lVert
///     \rVert \quad and \, for a thin blank
///   - \frac{}{}, \sqrt{}, \text{words}, \left( … \right), and \hat \bar \tilde over one symbol
///
/// Throughout, H is ∇²yy g and J is ∂(∇y g)/∂x, both at (x, y) unless an index says otherwise. The projection on
/// the bounds, which follows every step, is left out.
struct RuleLine {
    std::string_view latex;
    /// Ids of the recorded quantities and of the settings whose values belong to the line, in the order in which
    /// they appear there. Where a quantity and a setting share an id, the quantity is meant.
    std::vector<std::string_view> shows = {};
    std::vector<RuleCondition> when = {};  ///< all must hold; empty: always
};

/// A recorded quantity that a sentence about a step should name.
struct Told {
    enum class As { value, change };  ///< "λ = 0.83", or "q̂ fell by 40 %"
    std::string_view id;
    As as = As::value;
};

}  // namespace bilevel
