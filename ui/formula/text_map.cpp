#include "ui/formula/text_map.h"

#include <algorithm>

namespace bilevel::ui {

TextMap::TextMap(const QString& text) : bytes_(text.toUtf8()) {
    unitOfByte_.reserve(static_cast<std::size_t>(bytes_.size()) + 1);
    int unit = -1;
    for (const char c : bytes_) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) ++unit;  // begins a character
        unitOfByte_.push_back(unit);
        if ((byte & 0xF8) == 0xF0) ++unit;  // four bytes are two units; its other bytes count as the second
    }
    unitOfByte_.push_back(static_cast<int>(text.size()));
}

int TextMap::unit(int byte) const {
    const int last = static_cast<int>(unitOfByte_.size()) - 1;
    return unitOfByte_[static_cast<std::size_t>(std::clamp(byte, 0, last))];
}

int TextMap::byte(int unit) const {
    return static_cast<int>(std::lower_bound(unitOfByte_.begin(), unitOfByte_.end(), unit) - unitOfByte_.begin());
}

}  // namespace bilevel::ui
