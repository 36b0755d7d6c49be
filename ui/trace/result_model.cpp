#include "ui/trace/result_model.h"

#include "ui/kit/marker.h"
#include "ui/kit/number_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

/// What the columns of numbers that every table has are called, and mean.
struct Heading {
    const char *column, *title, *meaning;
};
constexpr Heading headings[]{
    {"run", QT_TRANSLATE_NOOP("Results", "Run"), ""},
    {"f", "f", QT_TRANSLATE_NOOP("Results", "upper objective at the end point")},
    {"q_hat", "q̂", QT_TRANSLATE_NOOP("Results", "the last gap g(x, y) − g(x, ŷ) that the method saw")},
    {"true_gap", "q",
     QT_TRANSLATE_NOOP("Results", "the true gap g(x, y) − min g(x, ·), from the exact lower level")},
    {"iterations", QT_TRANSLATE_NOOP("Results", "Iterations"), ""},
    {"gradients", QT_TRANSLATE_NOOP("Results", "Gradients"),
     QT_TRANSLATE_NOOP("Results", "gradients of f and g that the method asked for")},
    {"products", QT_TRANSLATE_NOOP("Results", "Products"),
     QT_TRANSLATE_NOOP("Results", "products with second derivatives of g")},
    {"seconds", QT_TRANSLATE_NOOP("Results", "CPU time"),
     QT_TRANSLATE_NOOP("Results", "CPU time of the run, recording included")},
    {"verdict", QT_TRANSLATE_NOOP("Results", "Verdict"),
     QT_TRANSLATE_NOOP("Results", "what the exact lower level says of the end point")},
    {"end", QT_TRANSLATE_NOOP("Results", "Why it ended"), ""},
};

const Heading* headingOf(const std::string& column) {
    const auto it = std::ranges::find(headings, column, &Heading::column);
    return it == std::end(headings) ? nullptr : it;
}

QString translated(const char* text) { return QCoreApplication::translate("Results", text); }

}  // namespace

void ResultModel::show(const std::vector<RunView>& runs) {
    std::vector<NamedRun> named;
    std::vector<std::size_t> shownRuns;
    std::vector<RunStyle> styles;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].trajectory || runs[i].trajectory->rows() == 0) continue;
        named.push_back({runs[i].label.toStdString(), runs[i].trajectory.get(), runs[i].certificate.get()});
        shownRuns.push_back(i);
        styles.push_back(runs[i].style);
    }
    ResultTable table = tabulate(named);
    const bool sameShape = table.columns == table_.columns && shownRuns == runs_;
    if (!sameShape) beginResetModel();
    table_ = std::move(table);
    runs_ = std::move(shownRuns);
    styles_ = std::move(styles);
    if (!sameShape)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ResultModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int ResultModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

const ResultTable::Cell& ResultModel::cell(const QModelIndex& index) const {
    return table_.rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
}

QString ResultModel::shown(const QModelIndex& index) const {
    const ResultTable::Cell& value = cell(index);
    const std::string& column = table_.columns[static_cast<std::size_t>(index.column())];
    if (column == "verdict") return QString::fromStdString(value.text).replace('_', ' ');
    if (value.isText) return QString::fromStdString(value.text);
    if (column == "seconds") return liveText(1000 * value.number, 3) + QStringLiteral(" ms");
    const bool count = column == "iterations" || column == "gradients" || column == "products";
    return count ? countText(value.number) : liveText(value.number, 5);
}

QIcon ResultModel::sample(RunStyle style) const {
    constexpr double ratio = 2, wide = 26, tall = 14;  // sharp on every display
    QPixmap pixmap((QSizeF(theme_.pxf(wide), theme_.pxf(tall)) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter p(&pixmap);
    p.setRenderHint(QPainter::Antialiasing);
    drawSample(p, {0, 0, theme_.pxf(wide), theme_.pxf(tall)}, style, theme_);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);  // else the style tints it, and it is another colour
    return icon;
}

QVariant ResultModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    switch (role) {
        case Qt::DisplayRole:
            return shown(index);
        case sortRole:
            return cell(index).isText ? QVariant(shown(index)) : QVariant(cell(index).number);
        case Qt::ToolTipRole:
            return cell(index).isText ? shown(index) : exactText(cell(index).number);
        case Qt::DecorationRole:
            return index.column() == 0 ? QVariant(sample(styles_[static_cast<std::size_t>(index.row())]))
                                       : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((cell(index).isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        case Qt::FontRole:
            return cell(index).isText ? theme_.text(12.5, index.column() == 0 ? QFont::Medium : QFont::Normal)
                                      : theme_.mono(12);
        default:
            return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const std::string& column = table_.columns[static_cast<std::size_t>(section)];
    const Heading* const heading = headingOf(column);
    switch (role) {
        case Qt::DisplayRole:
            return heading ? translated(heading->title) : QString::fromStdString(column);
        case Qt::ToolTipRole:
            return heading ? translated(heading->meaning)
                           : translated("variable %1 at the end point").arg(QString::fromStdString(column));
        case Qt::TextAlignmentRole: {
            const bool text = !table_.rows.empty() && table_.rows[0][static_cast<std::size_t>(section)].isText;
            return QVariant::fromValue((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        }
        default:
            return {};
    }
}

}  // namespace bilevel::ui
