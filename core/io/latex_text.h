#pragma once

#include <string>
#include <string_view>

namespace bilevel {

/// Plain text (UTF-8) as LaTeX text: what means something to TeX is spelt out, mathematical letters and signs
/// become formulas, European letters stay. A character that pdflatex does not know becomes a question mark.
std::string latexText(std::string_view text);

/// A symbol such as "⟨∇q̂, δ⟩" as a formula, without dollar signs; words of two letters or more are upright.
std::string latexSymbol(std::string_view symbol);

}  // namespace bilevel
