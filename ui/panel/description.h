#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace bilevel::ui {

/// A paragraph of which the first lines are shown until one clicks; then all of it, and where it comes from.
class Description : public QAbstractButton {
    Q_OBJECT
public:
    explicit Description(const Theme& theme, QWidget* parent = nullptr);

    /// Closes; hidden where both are empty.
    void setContent(const QString& text, const QString& source);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    const Theme& theme_;
    QString text_, source_;
    QStringList lines_;       ///< what is shown of the text
    qsizetype sourceAt_ = 0;  ///< the line with which the source begins
    bool isLong_ = false;     ///< there is more than the closed paragraph shows
};

}  // namespace bilevel::ui
