#pragma once

#include <gtest/gtest.h>
#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QWidget>

namespace bilevel::ui {

/// Drags `data` onto a window and lets go. Qt hands a drop only to whom the drag has entered.
inline void dropOn(QWidget& window, const QMimeData& data) {
    constexpr QPoint place(200, 200);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
}

}  // namespace bilevel::ui
