#pragma once

#include "ui/document/step_look.h"
#include "ui/step/step_sheet.h"

namespace bilevel::ui {

/// One line of text that changes with every row: painted, shortened to fit, never the cause of a new layout.
class StepSentence : public QWidget {
    Q_OBJECT
public:
    explicit StepSentence(const Theme& theme, QWidget* parent = nullptr);

    /// Whose step, and what it does; with the run's marker before it. Screen readers hear of it when `aloud`.
    void setText(const QString& run, RunStyle style, const QString& sentence, bool aloud);
    void clear();
    const QString& sentence() const { return sentence_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Theme& theme_;
    QString run_, sentence_;
    RunStyle style_;
};

/// "This step": what the selected run's method does from the row that is shown, as formulas with their numbers,
/// and in a sentence. While it can be seen, the step is looked at closely.
class StepCard : public QWidget {
    Q_OBJECT
public:
    StepCard(const Document& document, const Player& player, const Theme& theme, QWidget* parent = nullptr);

    const StepLook& look() const { return look_; }
    const StepSheet& sheet() const { return *sheet_; }
    const StepSentence& sentence() const { return *sentence_; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const RunView* run() const;
    void showRun();
    void showRow();
    void space();

    const Document& document_;
    const Player& player_;
    const Theme& theme_;
    StepLook look_;
    StepSheet* sheet_;
    StepSentence* sentence_;
};

}  // namespace bilevel::ui
