#include "ui/export/export_dialog.h"

#include "core/io/study_link.h"
#include "ui/export/animation_form.h"
#include "ui/export/export_preview.h"
#include "ui/export/figure_form.h"
#include "ui/figure/carry_study.h"
#include "ui/figure/pgf_figure.h"
#include "ui/kit/ask_where.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double sideWidth = 330, margin = 18, gap = 14;
constexpr int previewPause = 80, frameTime = 40;  // ms
constexpr int clipboardDpi = 200;
constexpr double clipboardPixels = 2e7;

}  // namespace

ExportDialog::ExportDialog(FigureContent content, QString name, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      content_(std::move(content)),
      name_(std::move(name)),
      theme_(theme),
      kind_(new Segmented(theme, {tr("Figure"), tr("Animation")}, 0, this)),
      preview_(new ExportPreview(theme, this)),
      forms_(new QStackedWidget(this)),
      figure_(new FigureForm(theme, content_.position == 0 && !content_.step)),
      animation_(new AnimationForm(theme)),
      message_(new MessageLine(theme, this)),
      progress_(new QProgressBar(this)),
      copy_(new QPushButton(tr("Copy"), this)),
      cancel_(new QPushButton(tr("Close"), this)),
      save_(new QPushButton(this)) {
    setWindowTitle(tr("Export"));
    build();
    connectParts();
    show(Kind::figure);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build() {
    kind_->setAccessibleName(tr("What to make"));
    kind_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    progress_->hide();
    copy_->setToolTip(tr("To the clipboard, as an image and as SVG (Ctrl+C)"));
    copy_->setShortcut(QKeySequence::Copy);
    save_->setDefault(true);
    for (QPushButton* other : {copy_, cancel_}) other->setAutoDefault(false);
    for (QWidget* form : {static_cast<QWidget*>(figure_), static_cast<QWidget*>(animation_)}) {
        auto* page = new QWidget;
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(form);
        column->addStretch();
        forms_->addWidget(page);
    }
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy_);
    buttons->addStretch();
    buttons->addWidget(cancel_);
    buttons->addWidget(save_);
    auto* side = new QWidget(this);
    side->setObjectName("exportSide");
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme_.px(gap));
    column->addWidget(kind_);
    column->addWidget(forms_, 1);
    column->addWidget(message_);
    column->addWidget(progress_);
    column->addLayout(buttons);
    side->setFixedWidth(theme_.px(sideWidth));
    auto* row = new QHBoxLayout(this);
    const int around = theme_.px(margin);
    row->setContentsMargins(around, around, around, around);
    row->setSpacing(around);
    row->addWidget(preview_, 1);
    row->addWidget(side);
    resize(theme_.px(1080), theme_.px(640));
}

void ExportDialog::connectParts() {
    rest_.setSingleShot(true);
    rest_.setInterval(previewPause);
    frames_.setInterval(frameTime);
    connect(&rest_, &QTimer::timeout, this, &ExportDialog::renewPreview);
    connect(&frames_, &QTimer::timeout, this, &ExportDialog::showFrame);
    connect(kind_, &Segmented::picked, this, [this](int kind) { show(static_cast<Kind>(kind)); });
    const auto later = [this] {
        adopt();
        rest_.start();
    };
    connect(figure_, &FigureForm::changed, this, later);
    connect(animation_, &AnimationForm::changed, this, later);
    connect(preview_, &ExportPreview::resized, &rest_, qOverload<>(&QTimer::start));
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(cancel_, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(save_, &QPushButton::clicked, this, &ExportDialog::askAndSave);
    connect(&job_, &AnimationJob::progressed, this,
            [this](double share) { progress_->setValue(static_cast<int>(std::lround(1000 * share))); });
    connect(&job_, &AnimationJob::finished, this, &ExportDialog::accept);
    connect(&job_, &AnimationJob::failed, this, [this](const QString& why) {
        setWriting(false);
        message_->setMessage(why);
    });
}

ExportDialog::Kind ExportDialog::kind() const { return static_cast<Kind>(kind_->current()); }

/// Who has not played yet wants to see more than starts.
FigureContent ExportDialog::figureContent() const {
    FigureContent content = content_;
    if (figure_->showsWholePaths()) content.position = content.clock.positions - 1;
    return content;
}

QString ExportDialog::ending() const { return kind() == Kind::figure ? figure_->ending() : animation_->ending(); }

void ExportDialog::show(Kind kind) {
    kind_->setCurrent(static_cast<int>(kind));
    forms_->setCurrentIndex(static_cast<int>(kind));
    adopt();
    renewPreview();
}

/// The words follow what is chosen.
void ExportDialog::adopt() {
    copy_->setVisible(kind() == Kind::figure);
    save_->setText(ending().isEmpty() ? tr("Save pictures…") : tr("Save %1…").arg(ending().toUpper()));
}

void ExportDialog::renewPreview() {
    message_->setMessage({});
    film_.reset();
    frames_.stop();
    kind() == Kind::figure ? previewFigureNow() : beginFilm();
}

void ExportDialog::previewFigureNow() {
    const Result<QImage> picture = previewFigure(figureContent(), figure_->options(), preview_->room());
    preview_->setPicture(picture ? *picture : QImage());
    if (!picture) return message_->setMessage(QString::fromStdString(picture.error().message));
    const Result<FigureParts> parts = findParts(figure_->options().view);
    if (parts && parts->shows(Term::Group::truth) && isTruthToCome(content_.runs))
        message_->setMessage(
            tr("The truth of every row is still being computed: open this again when it is there"));
}

/// At the size of the preview, which shows the same: letters and lines grow with a film.
void ExportDialog::beginFilm() {
    AnimationOptions options = animation_->options();
    options.output = "film.gif";
    options.fps = std::min(options.fps, 50.0);
    if (const std::optional<Error> wrong = wrongAnimation(options)) {
        preview_->setPicture({});
        return message_->setMessage(QString::fromStdString(wrong->message));
    }
    const QSize whole = animationSize(content_, options);
    film_ =
        std::make_unique<Film>(content_, *findParts(options.view),
                               whole.scaled(whole.boundedTo(preview_->room()), Qt::KeepAspectRatio), options.dark);
    playing_.start();
    frames_.start();
    showFrame();
}

void ExportDialog::showFrame() {
    if (!film_) return;
    const double seconds = static_cast<double>(playing_.elapsed()) / 1000 / animation_->options().seconds;
    const double share = seconds - std::floor(seconds);
    preview_->setPicture(film_->frame(static_cast<int>(std::lround(share * (film_->positions() - 1)))));
}

void ExportDialog::copy() {
    FigureOptions options = figure_->options();
    options.dpi = clipboardDpi;
    options.output = "figure.svg";
    const FigureContent content = figureContent();
    const Result<QByteArray> svg = renderFigure(content, options);
    const double width = options.widthMm / 25.4 * clipboardDpi;
    Result<QImage> image = previewFigure(
        content, options, QSizeF(width, std::max(width, clipboardPixels / std::max(1.0, width))).toSize());
    if (!svg || !image) {
        message_->setMessage(QString::fromStdString((svg ? image.error() : svg.error()).message));
        return;
    }
    carryStudy(*image, studyLink(content_.study));
    auto* both = new QMimeData;
    both->setImageData(*image);
    both->setData("image/svg+xml", *svg);
    QGuiApplication::clipboard()->setMimeData(both);
}

void ExportDialog::askAndSave() {
    const bool folder = ending().isEmpty();
    const QString suffix = folder ? QString() : '.' + ending();
    const QString filter = folder ? tr("Folder of PNG files (*)") : QStringLiteral("*%1").arg(suffix);
    QStringList endings;  // another one that can be made is taken at its word
    if (!folder)
        endings = QStringList(suffix) + (kind() == Kind::figure ? QStringList{".svg", ".pdf", ".png", ".tex"}
                                                                : QStringList{".gif", ".mp4"});
    QString path = askWhereToWrite(this, windowTitle(), name_ + suffix, filter, endings);
    if (path.isEmpty()) return;
    // The data of a new LaTeX figure may have the name of a trace.
    if (path.endsWith(".tex", Qt::CaseInsensitive) && !QFileInfo::exists(path)) {
        const QString numbers = QString::fromStdString(pgfDataFile(path.toStdString()));
        if (QFileInfo::exists(numbers) && !askToOverwrite(this, numbers)) return;
    }
    if (folder && !path.endsWith('/')) path += '/';
    saveTo(path);
}

void ExportDialog::saveTo(const QString& path) {
    message_->setMessage({});
    written_ = path;
    if (kind() == Kind::figure) return saveFigure(path);
    AnimationOptions options = animation_->options();
    options.output = path.toStdString();
    setWriting(true);
    job_.start(content_, options);
}

void ExportDialog::saveFigure(const QString& path) {
    FigureOptions options = figure_->options();
    options.output = path.toStdString();
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const Result<bool> written = writeFigure(figureContent(), options);
    QGuiApplication::restoreOverrideCursor();
    if (written) return accept();
    message_->setMessage(QString::fromStdString(written.error().message));
}

void ExportDialog::setWriting(bool on) {
    progress_->setValue(0);
    progress_->setVisible(on);
    cancel_->setText(on ? tr("Cancel") : tr("Close"));
    for (QWidget* widget :
         {static_cast<QWidget*>(save_), static_cast<QWidget*>(kind_), static_cast<QWidget*>(forms_)})
        widget->setEnabled(!on);
    on ? frames_.stop() : frames_.start();
}

/// While something is being written, this gives it up; then it closes.
void ExportDialog::reject() {
    if (!job_.isRunning()) return QDialog::reject();
    job_.cancel();
    setWriting(false);
}

}  // namespace bilevel::ui
