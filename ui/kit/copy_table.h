#pragma once

#include <string>

namespace bilevel::ui {

/// Puts a table on the clipboard, for spreadsheets as CSV and for all else as text.
void copyTable(const std::string& csv);

}  // namespace bilevel::ui
