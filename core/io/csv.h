#pragma once

#include "core/result.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// A CSV file as fields of text: as many in each row as in the header.
struct CsvTable {
    using Fields = std::vector<std::string_view>;  ///< into the text that was read, or into `unquoted`

    Fields header;
    std::vector<Fields> rows;
    std::vector<int> lines;            ///< on which each row begins, from 1
    std::deque<std::string> unquoted;  ///< a deque never moves what it holds

    CsvTable() = default;
    CsvTable(CsvTable&&) = default;
    CsvTable& operator=(CsvTable&&) = default;
    CsvTable(const CsvTable&) = delete;
    CsvTable& operator=(const CsvTable&) = delete;
};

/// Reads RFC 4180, and what is called CSV beside it: commas, semicolons or tabs, whichever the header has most of;
/// any line ends; a byte-order mark; empty lines and lines that begin with # are passed over; blanks around a
/// field do not belong to it unless they are quoted. The table looks into `text`. Errors say the line: no text, no
/// header, a row of another length, a quote without its end.
Result<CsvTable> readCsv(std::string_view text);

/// A field as a number: `.` for the decimals whatever the locale; empty, nan, NA, none and null are NaN; inf and
/// infinity with a sign; true and false are 1 and 0. Nothing where it is no number.
std::optional<double> csvNumber(std::string_view field);

}  // namespace bilevel
