#pragma once

#include "ui/kit/theme.h"

#include <QImage>
#include <QWidget>

namespace bilevel::ui {

/// A picture on a board, as large as there is room; what is transparent shows a chequered ground.
class ExportPreview : public QWidget {
    Q_OBJECT
public:
    explicit ExportPreview(const Theme& theme, QWidget* parent = nullptr);

    /// In device pixels: what a picture may measure.
    QSize room() const;
    void setPicture(const QImage& picture);
    const QImage& picture() const { return picture_; }

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& theme_;
    QImage picture_;
};

}  // namespace bilevel::ui
