#include "ui/panel/run_menu.h"

#include "ui/kit/marker.h"
#include "ui/kit/to_text.h"
#include "ui/panel/run_list.h"
#include "ui/panel/run_script.h"

#include <QPainter>

namespace bilevel::ui {
namespace {

constexpr double iconSize = 18;

/// A sample of a run's looks: its line, its marker, or both.
QIcon sample(const Theme& theme, RunStyle style, bool line, bool marker) {
    constexpr double ratio = 2;  // sharp on every display
    QPixmap pixmap((QSizeF(1, 1) * theme.pxf(iconSize) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter p(&pixmap);
    p.setRenderHint(QPainter::Antialiasing);
    const double side = theme.pxf(iconSize), width = theme.pxf(5);
    const QColor colour = marker ? theme.ink2 : theme.run(style);
    if (line) {
        const QLineF stroke(width, side / 2, side - width, side / 2);
        p.setPen(QPen(colour, 1.6 * width, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(stroke);
        p.setPen(QPen(theme.surface, 1.6 * width * casedCore, Qt::SolidLine, Qt::RoundCap));
        if (style.cased()) p.drawLine(stroke);
    }
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    if (marker) drawMarker(p, style.marker, QPointF(side / 2, side / 2), theme.pxf(5.4));
    return pixmap;
}

void addColours(QMenu& menu, RunList& list, int index, const Theme& theme) {
    const RunStyle now = list.document().runs()[static_cast<std::size_t>(index)].style;
    QMenu* colours = menu.addMenu(RunList::tr("Colour"));
    for (int colour = 0; colour < runColours; ++colour) {
        const RunStyle style{colour, now.marker};
        const QString name = style.cased() ? RunList::tr("Colour %1, with a light core").arg(colour - runHues + 1)
                                           : RunList::tr("Colour %1").arg(colour + 1);
        QAction* action = colours->addAction(sample(theme, style, true, false), name, &list,
                                             [&list, index, colour] { list.setColour(index, colour); });
        action->setCheckable(true);
        action->setChecked(colour == now.colour);
    }
}

void addMarkers(QMenu& menu, RunList& list, int index, const Theme& theme) {
    const RunStyle now = list.document().runs()[static_cast<std::size_t>(index)].style;
    QMenu* markers = menu.addMenu(RunList::tr("Marker"));
    for (int marker = 0; marker < runMarkers; ++marker) {
        const RunStyle style{now.colour, marker};
        QString name = markerName(marker);
        name[0] = name[0].toUpper();
        QAction* action = markers->addAction(sample(theme, style, false, true), name, &list,
                                             [&list, index, marker] { list.setMarker(index, marker); });
        action->setCheckable(true);
        action->setChecked(marker == now.marker);
    }
}

}  // namespace

std::unique_ptr<QMenu> makeRunMenu(RunList& list, int index, const Theme& theme) {
    const RunView& run = list.document().runs()[static_cast<std::size_t>(index)];
    auto menu = std::make_unique<QMenu>(&list);
    const auto add = [&](const QString& text, const QKeySequence& keys, auto action) {
        QAction* item = menu->addAction(text, &list, action);
        item->setShortcut(keys);
        item->setShortcutVisibleInContextMenu(true);
        return item;
    };
    const bool visible = run.visible, own = run.ownStart;
    add(visible ? RunList::tr("Hide") : RunList::tr("Show"), {},
        [&list, index, visible] { list.setVisible(index, !visible); });
    add(RunList::tr("Rename"), Qt::Key_F2, [&list, index] { list.row(index).beginRename(); });
    addColours(*menu, list, index, theme);
    addMarkers(*menu, list, index, theme);
    menu->addSeparator();
    if (!run.recording) {
        QAction* start =
            add(RunList::tr("Start of its own"), {}, [&list, index, own] { list.setOwnStart(index, !own); });
        start->setCheckable(true);
        start->setChecked(own);
    }
    add(RunList::tr("Duplicate"), {}, [&list, index] { list.duplicate(index); });
    add(RunList::tr("Move up"), Qt::ALT | Qt::Key_Up, [&list, index] {
        list.moveRun(index, index - 1);
    })->setEnabled(index > 0);
    add(RunList::tr("Move down"), Qt::ALT | Qt::Key_Down, [&list, index] {
        list.moveRun(index, index + 1);
    })->setEnabled(index + 1 < list.count());
    menu->addSeparator();
    if (run.algorithm && !run.recording) {
        add(RunList::tr("About the method"), {}, [&list, index] { list.showMethod(index); });
        QAction* script = add(RunList::tr("Save as a Python script…"), {},
                              [&list, index] { askAndSaveScript(list.window(), list.document(), index); });
        if (const auto text = scriptOf(list.document(), index); !text) {
            script->setEnabled(false);
            script->setToolTip(toText(text.error().message));
            menu->setToolTipsVisible(true);
        }
    }
    add(RunList::tr("Remove"), Qt::Key_Delete, [&list, index] { list.remove(index); });
    return menu;
}

}  // namespace bilevel::ui
