#pragma once

#include "ui/kit/chip.h"
#include "ui/kit/message_line.h"
#include "ui/overlay/column_picker.h"

#include <QDialog>
#include <QPushButton>

namespace bilevel::ui {

/// Asks what a file does not say by itself: which of its columns are the variables, and which of its runs are
/// wanted. A likely answer is there already.
class TraceDialog : public QDialog {
    Q_OBJECT
public:
    /// `file` and `problem` must outlive it; `match` is what the names say.
    TraceDialog(const TraceFile& file, const ProblemText& problem, const TraceMatch& match, const Theme& theme,
                QWidget* parent = nullptr);

    TraceMatch match() const { return columns_->match(); }
    /// The wanted runs, by index in the file.
    std::vector<std::size_t> runs() const;
    ColumnPicker& columns() { return *columns_; }
    const std::vector<Chip*>& chips() const { return chips_; }  ///< one per run; none where there is one run only
    const QString& message() const { return message_->message(); }
    QPushButton& overlayButton() { return *overlay_; }

private:
    QWidget* runChoice();
    QWidget* scrolled(QWidget* inside, double height);
    void check();

    const TraceFile& file_;
    const ProblemText& problem_;
    const Theme& theme_;
    ColumnPicker* columns_;
    std::vector<Chip*> chips_;
    QLabel* kept_;
    MessageLine* message_;
    QPushButton* overlay_;
};

}  // namespace bilevel::ui
