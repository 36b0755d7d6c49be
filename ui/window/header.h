#pragma once

#include "ui/document/document.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/segmented.h"

#include <QFrame>
#include <QLabel>
#include <QTimer>

namespace bilevel::ui {

/// The bar on top: what is open, which planes are shown, look and size, and the ways out.
class Header : public QFrame {
    Q_OBJECT
public:
    enum class Planes { upper, both, lower };

    Header(Document& document, const Theme& theme, QWidget* parent = nullptr);

    void setDark(bool dark);
    void setProjector(bool on);
    /// The file that is open, if any, and whether there is something that it does not hold.
    void setFile(const QString& name, bool modified);
    /// Says something in the place of what is open, for a moment.
    void announce(const QString& text);
    QMenu* menu() const { return menu_; }  ///< behind the rightmost button; the window fills it

Q_SIGNALS:
    void planesPicked(bilevel::ui::Header::Planes planes);
    void darkToggled();
    void projectorToggled();
    void exportAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    void describe();

    Document& document_;
    QString file_;
    bool modified_ = false;
    const Theme& theme_;
    QLabel *title_, *problem_;
    QTimer announced_;
    IconButton *projector_, *look_;
    QMenu* menu_;
};

}  // namespace bilevel::ui
