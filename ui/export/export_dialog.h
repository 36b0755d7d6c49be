#pragma once

#include "ui/animation/animation_job.h"
#include "ui/figure/figure.h"
#include "ui/kit/message_line.h"
#include "ui/kit/segmented.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace bilevel::ui {

class AnimationForm;
class ExportPreview;
class FigureForm;

/// Takes what is on the screen to a file: as a figure or as an animation, with a preview of what it will be.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    enum class Kind { figure, animation };

    /// `name` is what a file is called unless told otherwise.
    ExportDialog(FigureContent content, QString name, const Theme& theme, QWidget* parent = nullptr);
    ~ExportDialog() override;

    void show(Kind kind);
    /// Writes the figure, or begins to write the animation. The dialog closes when it is written.
    void saveTo(const QString& path);
    /// Puts the figure on the clipboard, as an image and as SVG.
    void copy();
    QString message() const { return message_->message(); }
    bool isWriting() const { return job_.isRunning(); }
    /// What was written last: a file, or a folder.
    const QString& written() const { return written_; }

    void reject() override;

private:
    void build();
    void connectParts();
    void askAndSave();
    void saveFigure(const QString& path);
    void setWriting(bool on);
    void renewPreview();
    void previewFigureNow();
    void beginFilm();
    void showFrame();
    void adopt();
    Kind kind() const;
    FigureContent figureContent() const;
    QString ending() const;

    const FigureContent content_;
    const QString name_;
    QString written_;
    const Theme& theme_;
    Segmented* kind_;
    ExportPreview* preview_;
    QStackedWidget* forms_;
    FigureForm* figure_;
    AnimationForm* animation_;
    MessageLine* message_;
    QProgressBar* progress_;
    QPushButton *copy_, *cancel_, *save_;
    AnimationJob job_;
    std::unique_ptr<Film> film_;  ///< what the preview plays
    QTimer rest_, frames_;
    QElapsedTimer playing_;
};

}  // namespace bilevel::ui
