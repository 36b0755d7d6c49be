#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace bilevel::ui {

/// The two ways of counting in one text: Qt counts UTF-16 units, the formula engine bytes of UTF-8.
class TextMap {
public:
    explicit TextMap(const QString& text);

    const QByteArray& bytes() const& { return bytes_; }
    void bytes() && = delete;
    /// Unit that the byte belongs to; a byte behind the end is the end.
    int unit(int byte) const;
    int byte(int unit) const;

private:
    QByteArray bytes_;
    std::vector<int> unitOfByte_;  ///< one entry per byte and one for the end
};

}  // namespace bilevel::ui
