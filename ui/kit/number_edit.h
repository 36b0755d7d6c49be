#pragma once

#include "ui/kit/theme.h"

#include <QLineEdit>
#include <QTimer>

#include <limits>

namespace bilevel::ui {

/// A field for one number. Shows it exactly; reports it a short pause after the last key, on Enter and when the
/// focus leaves. The keys up and down change its second digit. What is not a number is marked and not reported.
class NumberEdit : public QLineEdit {
    Q_OBJECT
public:
    struct Look {
        double width = 62;   ///< in theme units; 0 for as wide as there is room
        bool quiet = false;  ///< without a frame until it is touched
    };

    NumberEdit(const Theme& theme, const QString& name, Look look, QWidget* parent = nullptr);

    double value() const { return value_; }
    /// Without a signal. The same value as before leaves what is typed alone, right or wrong.
    void setValue(double value);
    /// What no text at all means: an infinity, shown as a placeholder. Without it an empty field is wrong.
    void setEmptyValue(double infinity);
    /// Forgets what is being typed: shows the value again. So does Escape.
    void discard();
    /// Red border and the reason; the typed text stays. Empty for none.
    void refuse(const QString& reason);

Q_SIGNALS:
    void edited(double value);
    void finished();  ///< Enter, or the focus went elsewhere: the next key begins another change

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    void report();
    void step(int direction);
    bool read(double& value) const;
    void showValue();

    const Theme& theme_;
    Look look_;
    double value_ = std::numeric_limits<double>::quiet_NaN();     ///< as the owner knows it
    double reported_ = std::numeric_limits<double>::quiet_NaN();  ///< last told to the owner, or by it
    double empty_;                                                ///< NaN: an empty field is wrong
    QTimer pause_;
};

}  // namespace bilevel::ui
