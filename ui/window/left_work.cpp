#include "ui/window/left_work.h"

#include "ui/document/study_name.h"
#include "ui/window/recent_files.h"

#include <QDateTime>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace bilevel::ui {
namespace {

/// The file holds it already: the program ended between saving and tidying up.
bool isSaved(const LeftWork& work) {
    const Result<std::string> text = readFile(QFile::encodeName(work.path).toStdString());
    if (!text) return false;
    const Result<Study> saved = readStudy(*text);
    return saved && *saved == work.study;
}

/// “today at 14:32”
QString timeText(std::time_t time) {
    const QDateTime at = QDateTime::fromSecsSinceEpoch(time);
    const QString clock = at.toString("HH:mm");
    const qint64 days = at.date().daysTo(QDate::currentDate());
    if (days == 0) return QObject::tr("today at %1").arg(clock);
    if (days == 1) return QObject::tr("yesterday at %1").arg(clock);
    return QObject::tr("%1 at %2").arg(QLocale().toString(at.date(), QLocale::ShortFormat), clock);
}

QString describe(const LeftWork& work) {
    const QFileInfo file(work.path);
    const QString where = work.path.isEmpty()
                              ? QObject::tr("in no file yet")
                              : QObject::tr("%1, in %2").arg(file.fileName(), shortPath(file.path()));
    return QObject::tr("%1\n%2\nlast changed %3").arg(studyName(work.study), where, timeText(work.draft.time()));
}

class Offer : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(Offer)
public:
    Offer(QWidget* window, std::vector<LeftWork>& works);
    int chosen() const { return list_->currentRow(); }

private:
    void discard();

    std::vector<LeftWork>& works_;
    QListWidget* list_;
};

Offer::Offer(QWidget* window, std::vector<LeftWork>& works)
    : QDialog(window), works_(works), list_(new QListWidget) {
    setWindowTitle(tr("Unsaved work"));
    auto* text = new QLabel(tr("Bilevelscope ended before this was saved:"));
    list_->setAccessibleName(text->text());
    for (const LeftWork& work : works_) list_->addItem(describe(work));
    list_->setCurrentRow(0);
    list_->setSpacing(fontMetrics().averageCharWidth() / 2);
    constexpr int mostAtOnce = 4, widthInLetters = 64;
    const int row = list_->sizeHintForRow(0) + 2 * list_->spacing();
    list_->setFixedHeight(std::min(list_->count(), mostAtOnce) * row + 2 * list_->frameWidth() + list_->spacing());
    list_->setMinimumWidth(fontMetrics().averageCharWidth() * widthInLetters);
    auto* buttons = new QDialogButtonBox;
    QPushButton* restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::AcceptRole);
    QPushButton* remove = buttons->addButton(tr("&Discard"), QDialogButtonBox::DestructiveRole);
    QPushButton* later = buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole);
    restore->setDefault(true);
    later->setToolTip(tr("It is offered again when Bilevelscope starts"));
    connect(remove, &QPushButton::clicked, this, [this] { discard(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(list_, &QListWidget::itemActivated, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(list_);
    column->addWidget(buttons);
}

void Offer::discard() {
    const int row = chosen();
    if (row < 0) return;
    works_[static_cast<std::size_t>(row)].draft.discard();
    works_.erase(works_.begin() + row);
    delete list_->takeItem(row);
    if (works_.empty()) reject();
}

}  // namespace

std::vector<LeftWork> leftWorkIn(const QString& folder) {
    std::vector<LeftWork> works;
    for (Draft& draft : Draft::leftIn(QFile::encodeName(folder).toStdString())) {
        Result<Study> study = draft.study();
        if (!study) continue;
        const QString path = QFile::decodeName(QByteArray::fromStdString(draft.path()));
        LeftWork work{std::move(draft), *std::move(study), path};
        if (isSaved(work))
            work.draft.discard();
        else
            works.push_back(std::move(work));
    }
    return works;
}

std::optional<LeftWork> offerLeftWork(QWidget* window, const QString& folder) {
    std::vector<LeftWork> works = leftWorkIn(folder);
    if (works.empty()) return {};
    Offer offer(window, works);
    if (offer.exec() != QDialog::Accepted || offer.chosen() < 0) return {};
    return std::move(works[static_cast<std::size_t>(offer.chosen())]);
}

}  // namespace bilevel::ui
