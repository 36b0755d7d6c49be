#include "core/io/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace bilevel {
namespace {

using Fields = CsvTable::Fields;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF", blanks = " \t";
constexpr std::array separators{',', ';', '\t'};

Error wrong(int line, const std::string& what) { return {"line " + std::to_string(line) + ": " + what}; }

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// How many bytes a character takes that begins with this one; 0 where none does.
std::size_t lengthOf(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// UTF-8 without the characters that only programs write. What is binary fails in its first bytes.
bool isText(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = lengthOf(lead);
        const bool control = lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r';
        if (control || length == 0 || i + length > bytes.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return false;
        i += length;
    }
    return true;
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Result<CsvTable> read() {
        while (skipToRow()) {
            const int line = line_;
            if (separator_ == 0) chooseSeparator();
            Result<Fields> row = readRow();
            if (!row) return row.error();
            if (table_.header.empty())
                table_.header = *std::move(row);
            else if (row->size() != table_.header.size())
                return wrong(line, "has " + counted(row->size()) + ", but the header has " +
                                       std::to_string(table_.header.size()));
            else {
                table_.rows.push_back(*std::move(row));
                table_.lines.push_back(line);
            }
        }
        return std::move(table_);
    }

private:
    static std::string counted(std::size_t fields) {
        return std::to_string(fields) + (fields == 1 ? " field" : " fields");
    }

    bool atEnd() const { return at_ == text_.size(); }
    std::string_view restOfLine() const { return text_.substr(at_, text_.find_first_of("\r\n", at_) - at_); }

    /// Passes over what is no row; false at the end of the text.
    bool skipToRow() {
        while (!atEnd()) {
            const std::string_view line = restOfLine();
            if (!trimmed(line).empty() && !line.starts_with('#')) return true;
            at_ += line.size();
            endLine();
        }
        return false;
    }

    void endLine() {
        if (atEnd()) return;
        at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
        ++line_;
    }

    void chooseSeparator() {
        const std::string_view header = restOfLine();
        separator_ =
            *std::ranges::max_element(separators, {}, [&](char c) { return std::ranges::count(header, c); });
    }

    bool endsField(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

    Result<Fields> readRow() {
        Fields fields;
        for (;;) {
            const std::size_t first = std::min(text_.find_first_not_of(' ', at_), text_.size());
            if (first < text_.size() && text_[first] == '"') {
                at_ = first + 1;
                if (const std::optional<Error> error = readQuoted(fields)) return *error;
            } else {
                const auto end = std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.end(),
                                              [&](char c) { return endsField(c); });
                const auto length = static_cast<std::size_t>(end - text_.begin()) - at_;
                fields.push_back(trimmed(text_.substr(at_, length)));
                at_ += length;
            }
            if (atEnd() || text_[at_] != separator_) break;
            ++at_;
        }
        endLine();
        return fields;
    }

    /// From behind the opening quote to behind the field. A doubled quote stands for one.
    std::optional<Error> readQuoted(Fields& fields) {
        const int begun = line_;
        std::string& field = table_.unquoted.emplace_back();
        for (;; ++at_) {
            if (atEnd()) return wrong(begun, "a quote is opened here and never closed");
            if (text_[at_] == '"') {
                if (!text_.substr(at_ + 1).starts_with('"')) break;
                ++at_;
            }
            if (text_[at_] == '\n') ++line_;
            field += text_[at_];
        }
        at_ = std::min(text_.find_first_not_of(' ', at_ + 1), text_.size());
        if (!atEnd() && !endsField(text_[at_])) return wrong(line_, "a closed quote is followed by more text");
        fields.push_back(field);
        return {};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    char separator_ = 0;
    CsvTable table_;
};

bool equalWords(std::string_view a, std::string_view lower) {
    const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, lower, {}, fold);
}

}  // namespace

Result<CsvTable> readCsv(std::string_view text) {
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    if (text.empty()) return Error{"the file is empty"};
    if (!isText(text)) return Error{"this is not a text file (UTF-8), so it can be no CSV"};
    Result<CsvTable> table = Reader(text).read();
    if (!table) return table;
    if (table->header.empty()) return Error{"the file holds no table: a header of column names comes first"};
    const bool named = std::ranges::any_of(table->header, [](std::string_view f) { return !csvNumber(f); });
    if (!named) return Error{"the file has no header: numbers stand where the columns should be named"};
    if (table->rows.empty()) return Error{"the file has a header and no rows"};
    return table;
}

std::optional<double> csvNumber(std::string_view field) {
    for (const std::string_view gap : {"", "nan", "na", "none", "null"})
        if (equalWords(field, gap)) return std::numeric_limits<double>::quiet_NaN();
    if (equalWords(field, "true")) return 1;
    if (equalWords(field, "false")) return 0;
    if (field.starts_with('+') && !field.starts_with("+-")) field.remove_prefix(1);
    double value = 0;
    const char* const end = field.data() + field.size();
    const auto [stop, error] = std::from_chars(field.data(), end, value);
    if (error != std::errc{} || stop != end) return {};
    return value;
}

}  // namespace bilevel
