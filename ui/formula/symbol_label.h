#pragma once

#include "ui/formula/math_box.h"

#include <QWidget>

#include <functional>

namespace bilevel::ui {

/// A single piece of mathematics as large as it is: a name beside a field, a heading.
class SymbolLabel : public QWidget {
    Q_OBJECT
public:
    using Content = std::function<MathBox(const MathStyle&)>;

    SymbolLabel(const Theme& theme, double size, QWidget* parent = nullptr);

    /// `content` is called again when the theme changes.
    void setContent(Content content, const QString& accessibleName);
    void setAlignment(Qt::Alignment alignment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    const Theme& theme_;
    double size_;
    Content content_;
    MathBox box_;
    Qt::Alignment alignment_ = Qt::AlignLeft;
};

}  // namespace bilevel::ui
