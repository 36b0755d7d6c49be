#include "ui/trace/certificate_model.h"

#include "ui/kit/number_text.h"

#include <QCoreApplication>

#include <array>

namespace bilevel::ui {
namespace {

constexpr int digits = 5;

QString number(double value) { return std::isnan(value) ? QStringLiteral("–") : liveText(value, digits); }

QString vector(const Vector& v) {
    QStringList parts;
    for (const double component : v) parts << number(component);
    return parts.size() == 1 ? parts.front() : '(' + parts.join(QStringLiteral(", ")) + ')';
}

QString lowerSolution(const Certificate& c) {
    using Kind = LowerLevel::Kind;
    switch (c.lower.kind) {
        case Kind::unbounded:
            return QCoreApplication::translate("Certificate", "none: unbounded");
        case Kind::unattained:
            return QCoreApplication::translate("Certificate", "none: not attained");
        case Kind::undefined:
            return QCoreApplication::translate("Certificate", "none in sight");
        default:
            break;
    }
    const QString y = vector(c.lower.minimisers.front().y);
    if (c.lower.kind == Kind::flat) return y + QCoreApplication::translate("Certificate", ", one of a continuum");
    return c.lower.global > 1 ? y + QCoreApplication::translate("Certificate", ", one of %1").arg(c.lower.global)
                              : y;
}

QString hypergradient(const Certificate& c) {
    const QString h = vector(c.hypergradient.value);
    return c.hypergradient.isUnique ? h : h + QCoreApplication::translate("Certificate", ", not unique");
}

QString upperValue(const Certificate& c) {
    const QString best = number(c.upperValue.optimistic);
    const bool one = !(c.upperValue.pessimistic > c.upperValue.optimistic);
    return one ? best : best + QStringLiteral(" … ") + number(c.upperValue.pessimistic);
}

/// One thing that a certificate says.
struct Field {
    const char *name, *meaning;
    QString (*text)(const Certificate&);
};
const std::array fields{
    Field{QT_TRANSLATE_NOOP("Certificate", "Verdict"),
          QT_TRANSLATE_NOOP("Certificate", "what the exact lower level says of the point"),
          [](const Certificate& c) { return verdictText(c.verdict); }},
    Field{"q", QT_TRANSLATE_NOOP("Certificate", "true gap g(x, y) − min g(x, ·)"),
          [](const Certificate& c) { return number(c.lowerGap); }},
    Field{"dF/dx",
          QT_TRANSLATE_NOOP("Certificate",
                            "hypergradient by the implicit function theorem, projected on the bounds"),
          hypergradient},
    Field{"y*", QT_TRANSLATE_NOOP("Certificate", "global lower solution at this x"), lowerSolution},
    Field{"f(x, y*)",
          QT_TRANSLATE_NOOP("Certificate", "f at the lower solutions: the best, and the worst where they differ"),
          upperValue},
    Field{"‖∇ᵧg‖", QT_TRANSLATE_NOOP("Certificate", "lower stationarity, projected on the bounds"),
          [](const Certificate& c) { return number(c.lowerStationarity); }},
    Field{"min eig ∇²ᵧᵧg", QT_TRANSLATE_NOOP("Certificate", "lower curvature on the free variables"),
          [](const Certificate& c) { return number(c.hypergradient.lowerCurvature); }},
    Field{"λ̄", QT_TRANSLATE_NOOP("Certificate", "the multiplier λ ≥ 0 that makes ‖∇f + λ∇q‖ least"),
          [](const Certificate& c) { return number(c.kkt.multiplier); }},
    Field{"K", QT_TRANSLATE_NOOP("Certificate", "‖∇f + λ̄∇q‖² + q"),
          [](const Certificate& c) { return number(c.kkt.residual); }},
    Field{"f", QT_TRANSLATE_NOOP("Certificate", "upper objective"),
          [](const Certificate& c) { return number(c.f); }},
    Field{"g", QT_TRANSLATE_NOOP("Certificate", "lower objective"),
          [](const Certificate& c) { return number(c.g); }},
    Field{"‖z − z*‖", QT_TRANSLATE_NOOP("Certificate", "distance to the known solution"),
          [](const Certificate& c) {
              return c.distanceToKnownSolution ? number(*c.distanceToKnownSolution) : QStringLiteral("–");
          }},
};

}  // namespace

QString verdictText(Verdict verdict) {
    const std::string_view name = id(verdict);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).replace('_', ' ');
}

void CertificateModel::show(const std::vector<RunView>& runs) {
    std::vector<Column> columns{columns_.front()};
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].trajectory)
            columns.push_back({tr("End of %1").arg(runs[i].label), runs[i].certificate, static_cast<int>(i)});
    const bool sameShape = columns.size() == columns_.size();
    if (!sameShape) beginResetModel();
    columns_ = std::move(columns);
    if (!sameShape) return endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void CertificateModel::showPoint(CertificatePtr certificate) {
    columns_.front().certificate = std::move(certificate);
    Q_EMIT dataChanged(index(0, pointColumn), index(rowCount() - 1, pointColumn));
}

const Certificate* CertificateModel::certificateAt(int column) const {
    return column < 0 || column >= columnCount() ? nullptr
                                                 : columns_[static_cast<std::size_t>(column)].certificate.get();
}

int CertificateModel::runAt(int column) const { return columns_[static_cast<std::size_t>(column)].run; }

int CertificateModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(fields.size());
}

int CertificateModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant CertificateModel::data(const QModelIndex& index, int role) const {
    const Certificate* const certificate = certificateAt(index.column());
    const Field& field = fields[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return certificate ? field.text(*certificate) : QString();
        case Qt::ToolTipRole:
            return certificate ? QString::fromStdString(certificate->reason) : QString();
        case Qt::FontRole:
            return index.row() == 0 ? theme_.text(12.5, QFont::DemiBold) : theme_.mono(12);
        default:
            return {};
    }
}

QVariant CertificateModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (section >= columnCount()) return {};
        if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? columns_[static_cast<std::size_t>(section)].title : QVariant();
    }
    const Field& field = fields[static_cast<std::size_t>(section)];
    switch (role) {
        case Qt::DisplayRole:
            return QCoreApplication::translate("Certificate", field.name);
        case Qt::ToolTipRole:
            return QCoreApplication::translate("Certificate", field.meaning);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
        default:
            return {};
    }
}

}  // namespace bilevel::ui
