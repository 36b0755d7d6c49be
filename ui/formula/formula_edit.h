#pragma once

#include "core/result.h"
#include "ui/formula/formula_line.h"
#include "ui/kit/message_line.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace bilevel::ui {

/// A formula to type, and under it what is wrong with it. A short pause after a key the text is handed to the
/// checker, which takes it or says why not; what is wrong is underlined where it is.
class FormulaEdit : public QWidget {
    Q_OBJECT
public:
    /// Takes the text over, or says why not. Positions count bytes of UTF-8; −1 for an error about no place in the
    /// text.
    using Checker = std::function<std::optional<Error>(const QString& text)>;

    FormulaEdit(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    ~FormulaEdit() override;

    void setChecker(Checker checker) { checker_ = std::move(checker); }
    /// Names that may be used, for colours and completion; the functions are known.
    void setWords(const std::vector<FormulaWord>& names);

    QString text() const { return line_->toPlainText(); }
    /// Another formula from elsewhere: shown without being checked, as something that is known to be right.
    void setText(const QString& text);
    /// Forgets what is being typed: shows the last text that was taken. So does Escape.
    void discard() { setText(taken_); }
    bool isWrong() const { return !message_->message().isEmpty(); }
    QString message() const { return message_->message(); }
    /// Asks the checker now, if the text is another than when it was asked last.
    void check();
    /// Asks it in any case: names may have come or gone.
    void checkAgain();
    FormulaLine& line() { return *line_; }

Q_SIGNALS:
    void accepted();  ///< Enter, or the focus went elsewhere: the next key begins another change

private:
    void report(const std::optional<Error>& error);

    FormulaLine* line_;
    MessageLine* message_;
    Checker checker_;
    QTimer pause_;
    QString checked_;  ///< the text that the message is about
    QString taken_;    ///< the last one that was not wrong
};

}  // namespace bilevel::ui
