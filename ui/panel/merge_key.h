#pragma once

#include <QString>

namespace bilevel::ui {

/// Tells the document which edits belong together: all between two calls of next() are one step to undo.
class MergeKey {
public:
    explicit MergeKey(QString control) : control_(std::move(control)) {}
    QString text() const { return control_ + '#' + QString::number(session_); }
    void next() { ++session_; }

private:
    QString control_;
    int session_ = 0;
};

}  // namespace bilevel::ui
