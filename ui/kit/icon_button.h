#pragma once

#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace bilevel::ui {

/// A button with an icon and, optionally, a word. Its tip is also its accessible name.
class IconButton : public QAbstractButton {
    Q_OBJECT
public:
    struct Look {
        double size = 32;     ///< height in theme units; without text also the width
        double icon = 19;     ///< side of the icon
        bool filled = false;  ///< the one action that matters: round without text, a bar with it
        bool framed = false;  ///< a border at rest
        QString text = {};
    };

    IconButton(const Theme& theme, Icon icon, const QString& tip, Look look, QWidget* parent = nullptr);
    IconButton(const Theme& theme, Icon icon, const QString& tip, QWidget* parent = nullptr);

    void setIcon(Icon icon);
    void setTip(const QString& tip);
    void setText(const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void adopt();
    const Theme& theme_;
    Icon icon_;
    Look look_;
};

}  // namespace bilevel::ui
