#include "ui/transport/transport_keys.h"

#include <QKeyEvent>

namespace bilevel::ui {

TransportKeys::TransportKeys(Player& player, QWidget* window) : QObject(window), player_(player) {
    window->installEventFilter(this);
}

bool TransportKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto* const key = static_cast<QKeyEvent*>(event);
    return handle(key->key(), key->modifiers() & ~Qt::KeypadModifier, key->isAutoRepeat());
}

bool TransportKeys::handle(int key, Qt::KeyboardModifiers modifiers, bool repeated) {
    const bool shift = modifiers == Qt::ShiftModifier;
    if (modifiers != Qt::NoModifier && !shift) return false;
    switch (key) {
        case Qt::Key_Left:
            player_.step(shift ? -10 : -1);
            return true;
        case Qt::Key_Right:
            player_.step(shift ? 10 : 1);
            return true;
        default:
            break;
    }
    if (shift) return false;
    switch (key) {
        case Qt::Key_Space:
            if (!repeated) player_.play(!player_.isPlaying());
            return true;
        case Qt::Key_Home:
            player_.seek(0);
            return true;
        case Qt::Key_End:
            player_.seek(player_.rows() - 1);
            return true;
        default:
            return false;
    }
}

}  // namespace bilevel::ui
