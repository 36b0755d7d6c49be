#pragma once

#include "ui/document/document.h"
#include "ui/trace/certificate_model.h"

#include <QLabel>
#include <QTableView>

#include <optional>

namespace bilevel::ui {

/// The truth about points: the one under the mouse and where each run ended, as the exact lower level sees them,
/// with one sentence about the column that is chosen. Ctrl+C copies that column as JSON.
class CertificateView : public QWidget {
    Q_OBJECT
public:
    CertificateView(Document& document, const Theme& theme, QWidget* parent = nullptr);

    /// Shows the document as it is now; nothing happens while hidden.
    void refresh();
    /// The mouse is at a point of the plane, or has left it. Judged on a thread while this is in view.
    void judge(const std::optional<Point>& point);
    const QTableView& table() const { return *table_; }
    QString sentence() const { return sentence_->text(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Question {
        Problem problem;
        Point point;
    };
    void build();
    void ask();
    void receive(const CertificatePtr& certificate);
    void fit();
    void writeSentence();
    void copy() const;

    Document& document_;
    const Theme& theme_;
    CertificateModel model_;
    QTableView* table_;
    QLabel* sentence_;
    std::optional<Point> next_;  ///< asked for while another point was being judged
    Worker<Question, CertificatePtr> judge_;
};

}  // namespace bilevel::ui
