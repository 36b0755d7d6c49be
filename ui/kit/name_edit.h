#pragma once

#include "ui/kit/theme.h"

#include <QLineEdit>

namespace bilevel::ui {

/// A field for the name of something. Reports a new name on Enter and when the focus leaves; Escape takes the old
/// one back.
class NameEdit : public QLineEdit {
    Q_OBJECT
public:
    NameEdit(const Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);

    const QString& name() const { return name_; }
    /// Without a signal. The same name as before leaves what is typed alone.
    void setName(const QString& name);
    /// Forgets what is being typed.
    void discard();
    /// Red border and the reason; the typed text stays. Empty for none.
    void refuse(const QString& reason);

Q_SIGNALS:
    void renamed(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    const Theme& theme_;
    QString name_;
};

}  // namespace bilevel::ui
