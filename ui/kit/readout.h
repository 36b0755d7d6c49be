#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace bilevel::ui {

/// A number that changes every frame: fixed size, plain text, repaints itself and nothing else.
class Readout : public QWidget {
    Q_OBJECT
public:
    struct Look {
        double width = 60, size = 12;  ///< of the widget and of the font, in theme units
        bool bold = false;
        Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter;
    };

    Readout(const Theme& theme, Look look, QWidget* parent = nullptr);

    const QString& text() const { return text_; }
    void setText(const QString& text);
    /// Invalid: the theme's ink.
    void setColour(const QColor& colour);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    const Theme& theme_;
    Look look_;
    QString text_;
    QColor colour_;
    QFont font_;
};

}  // namespace bilevel::ui
