#pragma once

#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QWidget>

#include <initializer_list>

namespace bilevel::ui {

/// Options one below the other, each with its name to the left.
class OptionGrid : public QWidget {
    Q_OBJECT
public:
    explicit OptionGrid(const Theme& theme, QWidget* parent = nullptr);

    /// Widgets of one option, side by side. An empty name leaves its place empty.
    void addRow(const QString& name, std::initializer_list<QWidget*> widgets);

protected:
    void changeEvent(QEvent* event) override;

private:
    void adopt();

    const Theme& theme_;
    QGridLayout* grid_;
};

}  // namespace bilevel::ui
