#include "ui/trace/certificate_view.h"

#include "core/io/certificate_json.h"
#include "ui/kit/label.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace bilevel::ui {
namespace {

constexpr int columnWidth = 210;

}  // namespace

CertificateView::CertificateView(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      theme_(theme),
      model_(theme),
      table_(new QTableView(this)),
      sentence_(makeLabel({}, LabelRole::hint, this)),
      judge_(
          [](const Question& question, const std::atomic<bool>&) {
              return std::make_shared<const Certificate>(Certifier(question.problem)(question.point));
          },
          [this](const std::vector<CertificatePtr>& answers) { receive(answers.front()); }) {
    build();
    connect(&model_, &QAbstractItemModel::modelReset, this, &CertificateView::fit);
    connect(&model_, &QAbstractItemModel::dataChanged, this, &CertificateView::writeSentence);
    connect(table_->selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && model_.runAt(current.column()) >= 0)
                    document_.select(model_.runAt(current.column()));
                writeSentence();
            });
    connect(&document_, &Document::opened, this, [this] { model_.showPoint(nullptr); });
}

void CertificateView::build() {
    table_->setModel(&model_);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setSelectionBehavior(QAbstractItemView::SelectColumns);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setCornerButtonEnabled(false);
    table_->setAccessibleName(tr("Certificates"));
    table_->setAccessibleDescription(tr("Ctrl+C copies the current column as JSON"));
    table_->horizontalHeader()->setHighlightSections(false);
    table_->verticalHeader()->setHighlightSections(false);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_, 1);
    column->addWidget(sentence_);
    fit();
    writeSentence();
}

void CertificateView::refresh() {
    if (isVisible()) model_.show(document_.runs());
}

void CertificateView::judge(const std::optional<Point>& point) {
    if (!isVisible() || !point) return;  // what the mouse saw last stays to be read
    next_ = point;
    if (!judge_.isRunning()) ask();
}

/// The one under way is finished before the next is begun, so that the card follows a moving mouse.
void CertificateView::ask() {
    judge_.start({{document_.problem(), *next_}});
    next_.reset();
}

void CertificateView::receive(const CertificatePtr& certificate) {
    const Point& z = certificate->point;
    const bool fits = z.x.size() == document_.problem().nx() && z.y.size() == document_.problem().ny();
    model_.showPoint(fits ? certificate : nullptr);
    if (next_)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (next_) ask();
            },
            Qt::QueuedConnection);
}

void CertificateView::fit() {
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(22));
    for (int column = 0; column < model_.columnCount(); ++column)
        table_->setColumnWidth(column, theme_.px(columnWidth));
}

void CertificateView::writeSentence() {
    const int column = std::max(0, table_->currentIndex().column());
    const Certificate* const certificate = model_.certificateAt(column);
    sentence_->setText(certificate   ? QString::fromStdString(certificate->reason)
                       : column == 0 ? tr("Point at a plane to judge a place in it.")
                                     : tr("Not judged yet."));
}

void CertificateView::copy() const {
    const Certificate* const certificate = model_.certificateAt(std::max(0, table_->currentIndex().column()));
    if (certificate)
        QApplication::clipboard()->setText(
            QString::fromStdString(certificateJson(document_.problem(), *certificate)));
}

bool CertificateView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
        return copy(), true;
    return QWidget::eventFilter(watched, event);
}

void CertificateView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void CertificateView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && isVisible()) fit();
}

}  // namespace bilevel::ui
