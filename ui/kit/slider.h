#pragma once

#include "ui/kit/theme.h"

#include <QTimer>
#include <QWidget>

namespace bilevel::ui {

/// A slider over real numbers, linear or in decades. Keys: arrows 1 %, page keys 10 %, Home and End; the wheel
/// only with focus.
class Slider : public QWidget {
    Q_OBJECT
public:
    struct Scale {
        double minimum = 0, maximum = 1;
        bool logarithmic = false;  ///< needs minimum > 0, else linear
        double step = 0;           ///< values are multiples of it; 0 for none
    };

    Slider(const Theme& theme, Scale scale, double value, QWidget* parent = nullptr);

    double value() const { return value_; }
    const Scale& scale() const { return scale_; }
    /// Without a signal. A value outside the range is kept as it is and shown at the end of the track.
    void setValue(double value);
    void setScale(const Scale& scale);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pressed();            ///< a drag begins
    void moved(double value);  ///< the user changed the value
    void released();           ///< a drag, or one turn of a key or wheel, ends

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    bool isLogarithmic() const { return scale_.logarithmic && scale_.minimum > 0; }
    double share(double value) const;
    double valueAt(double share) const;
    double margin() const { return theme_.pxf(8); }
    void moveTo(double value);
    void nudge(double shares, int steps);
    void nudgeTo(double value);

    const Theme& theme_;
    Scale scale_;
    double value_;
    bool dragging_ = false;
    QTimer rest_;
};

}  // namespace bilevel::ui
