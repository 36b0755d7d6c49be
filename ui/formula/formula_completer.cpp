#include "ui/formula/formula_completer.h"

#include "core/formula/functions.h"
#include "ui/kit/to_text.h"

#include <QAbstractItemView>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace bilevel::ui {
namespace {

constexpr int meaningRole = Qt::UserRole + 1;
constexpr int functionRole = Qt::UserRole + 2;
constexpr int shownRows = 8;

/// Name on the left in the editor's font, meaning behind it in the second rank.
class WordDelegate : public QStyledItemDelegate {
public:
    WordDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool chosen = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, chosen ? theme_.accentSoft : theme_.surface);
        const QRect line = option.rect.adjusted(theme_.px(8), 0, -theme_.px(8), 0);
        painter->setFont(theme_.mono(12.5));
        painter->setPen(index.data(functionRole).toBool() ? theme_.formulaFunction : theme_.formulaVariable);
        QRect used;
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString(), &used);
        painter->setFont(theme_.text(11.5));
        painter->setPen(theme_.ink3);
        const int left = std::max(used.right() + theme_.px(10), line.left() + theme_.px(70));
        const QRect rest(left, line.top(), line.right() - left, line.height());
        const QString meaning = index.data(meaningRole).toString();
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(painter->font()).elidedText(meaning, Qt::ElideRight, rest.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {theme_.px(180), theme_.px(25)};
    }

private:
    const Theme& theme_;
};

}  // namespace

std::vector<FormulaWord> formulaFunctions() {
    std::vector<FormulaWord> words;
    for (const FunctionHelp& help : functionHelp())
        words.push_back({toText(help.name), toText(help.meaning), true});
    for (const NamedNumber& number : namedNumbers())
        words.push_back({toText(number.name), QString::number(number.value, 'g', 6)});
    std::ranges::sort(words, [](const FormulaWord& a, const FormulaWord& b) {
        return std::pair(a.name.size(), a.name) < std::pair(b.name.size(), b.name);  // sin before sigmoid
    });
    return words;
}

FormulaCompleter::FormulaCompleter(const Theme& theme, QWidget* editor)
    : QCompleter(editor), theme_(theme), words_(new QStandardItemModel(this)) {
    auto* list = new QListView;
    list->setObjectName("completions");
    setModel(words_);
    setPopup(list);
    list->setItemDelegate(new WordDelegate(theme_, list));  // after setPopup(), which brings its own
    setWidget(editor);
    setCompletionMode(QCompleter::PopupCompletion);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(shownRows);
    connect(this, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        Q_EMIT chosen(index.data().toString(), index.data(functionRole).toBool());
    });
}

void FormulaCompleter::setWords(const std::vector<FormulaWord>& words) {
    words_->clear();
    for (const FormulaWord& word : words) {
        auto* item = new QStandardItem(word.name);
        item->setData(word.meaning, meaningRole);
        item->setData(word.function, functionRole);
        item->setData(word.name + ", " + word.meaning, Qt::AccessibleTextRole);
        words_->appendRow(item);
    }
}

void FormulaCompleter::offer(const QString& prefix, const QRect& place) {
    setCompletionPrefix(prefix);
    const bool typedOut = completionCount() == 1 && currentCompletion() == prefix;
    if (prefix.isEmpty() || completionCount() == 0 || typedOut) return popup()->hide();
    QRect under = place;
    under.setWidth(theme_.px(270));
    complete(under);
    popup()->setCurrentIndex(completionModel()->index(0, 0));
}

}  // namespace bilevel::ui
