#pragma once

#include <QBoxLayout>
#include <QWidget>

#include <cstddef>
#include <vector>

namespace bilevel::ui {

/// Makes `rows` hold `count` widgets of the layout, from `make(index)`. A row that goes is deleted later, because
/// it may be the very one whose signal is being answered.
template <class Row, class Make>
void resizeRows(std::vector<Row*>& rows, QBoxLayout& layout, std::size_t count, Make make) {
    while (rows.size() > count) {
        layout.removeWidget(rows.back());
        rows.back()->hide();
        rows.back()->deleteLater();
        rows.pop_back();
    }
    while (rows.size() < count) {
        rows.push_back(make(static_cast<int>(rows.size())));
        layout.addWidget(rows.back());
    }
}

}  // namespace bilevel::ui
