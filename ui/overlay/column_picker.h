#pragma once

#include "core/io/overlay_trace.h"
#include "ui/kit/combo.h"

#include <QGridLayout>
#include <QLabel>

namespace bilevel::ui {

/// Which column of a file is which quantity: a line for each variable, f and g, with the first numbers of what is
/// chosen.
class ColumnPicker : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it. `match`: what is chosen at first.
    ColumnPicker(const TraceFile& file, const ProblemText& problem, const TraceMatch& match, const Theme& theme,
                 QWidget* parent = nullptr);

    /// What is chosen now.
    TraceMatch match() const;
    /// The choice of a quantity: a variable's by its name, else "f" or "g".
    Combo& combo(int line) { return *lines_[static_cast<std::size_t>(line)].combo; }
    QString preview(int line) const { return lines_[static_cast<std::size_t>(line)].preview->text(); }

Q_SIGNALS:
    void changed();

private:
    struct Line {
        Combo* combo;
        QLabel* preview;
    };
    void addLine(const QString& symbol, const QString& name, const QString& without, int chosen);
    int chosen(std::size_t line) const { return lines_[line].combo->currentData().toInt(); }
    void showNumbers(std::size_t line);

    const TraceFile& file_;
    const Theme& theme_;
    TraceMatch match_;
    QGridLayout* grid_;
    std::vector<Line> lines_;  ///< of the variables, in their order, then of f and g
};

}  // namespace bilevel::ui
