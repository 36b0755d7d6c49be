#pragma once

#include "core/formula/parse.h"
#include "core/formula/tokens.h"

#include <optional>
#include <span>
#include <vector>

namespace bilevel {

inline constexpr std::size_t maximumFormulaLength = 100'000;  ///< bytes
inline constexpr int maximumNesting = 1'000;

/// What muParser would take, or take the wrong way, and we do not: characters without a meaning, unknown names,
/// assignments, commas outside a function, over-deep parentheses. Looks at words only, never at their order in
/// depth.
std::optional<Error> objection(std::string_view text, const std::vector<Token>& tokens,
                               std::span<const Symbol> symbols);

/// Why muParser refused: the first place where an operand or an operator is missing, in plain words.
std::optional<Error> diagnosis(std::string_view text, const std::vector<Token>& tokens);

}  // namespace bilevel
