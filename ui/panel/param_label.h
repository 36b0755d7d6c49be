#pragma once

#include "core/algorithms/parameter.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace bilevel::ui {

/// "Upper step size ξₓ": what a parameter is, and the letter it has in the paper.
class ParamLabel : public QWidget {
    Q_OBJECT
public:
    ParamLabel(const Parameter& parameter, const Theme& theme, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {theme_.px(118), theme_.px(26)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Theme& theme_;
    QString words_;
    std::string symbol_;
};

}  // namespace bilevel::ui
