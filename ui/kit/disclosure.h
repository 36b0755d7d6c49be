#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

class QBoxLayout;
class QHBoxLayout;

namespace bilevel::ui {

/// A line with a title that opens and closes what stands below it. Closed, it says in a few words what is inside.
class Disclosure : public QWidget {
    Q_OBJECT
public:
    Disclosure(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    QBoxLayout* body() const { return body_; }
    /// Beside the title: buttons that work whether it is open or not.
    QHBoxLayout* actions() const { return actions_; }
    void setSummary(const QString& summary);
    void setOpen(bool open);
    bool isOpen() const;

private:
    class Head;
    Head* head_;
    QWidget* content_;
    QBoxLayout* body_;
    QHBoxLayout* actions_;
};

}  // namespace bilevel::ui
