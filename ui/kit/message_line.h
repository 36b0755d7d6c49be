#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace bilevel::ui {

/// A sentence about what is wrong, with a warning sign, wrapped to the width; hidden while there is nothing to
/// say.
class MessageLine : public QWidget {
    Q_OBJECT
public:
    explicit MessageLine(const Theme& theme, QWidget* parent = nullptr);

    const QString& message() const { return message_; }
    void setMessage(const QString& message);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    QRect textArea() const;

    const Theme& theme_;
    QString message_;
};

}  // namespace bilevel::ui
