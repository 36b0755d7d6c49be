#pragma once

#include <QString>

#include <string_view>

namespace bilevel::ui {

/// Text of the core, which is UTF-8, for Qt.
inline QString toText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace bilevel::ui
