#pragma once

#include "ui/document/player.h"

#include <QWidget>

namespace bilevel::ui {

/// Space plays and pauses, ← and → step (with Shift ten rows), Home and End go to the ends, wherever in the window
/// the focus is. Only keys that no focused widget wanted get here, so that an editor, a spin box, a slider or a
/// list keeps its own: nothing has to be listed.
class TransportKeys : public QObject {
    Q_OBJECT
public:
    /// Listens as long as the window lives.
    TransportKeys(Player& player, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handle(int key, Qt::KeyboardModifiers modifiers, bool repeated);
    Player& player_;
};

}  // namespace bilevel::ui
