#include "ui/panel/problem_panel.h"

#include "core/io/gallery.h"
#include "ui/document/study_name.h"
#include "ui/kit/label.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace bilevel::ui {
namespace {

std::vector<Study> galleryStudies() {
    std::vector<Study> studies;
    for (const GalleryEntry& entry : gallery())
        if (Result<Study> study = readStudy(entry.text)) studies.push_back(*std::move(study));
    return studies;
}

/// Are they the same but for where they start, how they are looked at, and the values of their parameters?
bool sameProblem(const ProblemText& a, const ProblemText& b) {
    return a.name == b.name && a.upper == b.upper && a.lower == b.lower && a.upperVariables == b.upperVariables &&
           a.lowerVariables == b.lowerVariables && a.definitions == b.definitions && a.bounds == b.bounds &&
           std::ranges::equal(a.parameters, b.parameters, {}, &ParameterText::name, &ParameterText::name);
}

}  // namespace

ProblemPanel::ProblemPanel(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      studies_(galleryStudies()),
      gallery_(new Combo(theme)),
      description_(new Description(theme)),
      upper_(new ObjectiveBox(document, theme, ObjectiveBox::Level::upper)),
      lower_(new ObjectiveBox(document, theme, ObjectiveBox::Level::lower)),
      start_(new StartBox(document, theme)),
      parameters_(new ParametersBox(document, theme)),
      definitions_(new DefinitionsBox(document, theme)),
      variables_(new VariablesBox(document, theme)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(makeLabel(tr("Problem"), LabelRole::section));
    column->addWidget(gallery_);
    for (QWidget* part : std::initializer_list<QWidget*>{description_, upper_, lower_, start_})
        column->addWidget(part);
    auto* folds = new QVBoxLayout;
    folds->setSpacing(0);
    for (QWidget* part : std::initializer_list<QWidget*>{parameters_, definitions_, variables_})
        folds->addWidget(part);
    column->addLayout(folds);

    gallery_->setAccessibleName(tr("Problem"));
    connect(gallery_, &QComboBox::activated, this, &ProblemPanel::choose);
    connect(&document_, &Document::studyChanged, this, &ProblemPanel::refresh);
    refresh();
}

/// The gallery by name; a problem that is in no gallery stands first, under its own name.
void ProblemPanel::refresh() {
    const ProblemText& problem = document_.study().problem;
    const auto known =
        std::ranges::find_if(studies_, [&](const Study& study) { return sameProblem(study.problem, problem); });
    const bool foreign = known == studies_.end();
    QStringList names;
    if (foreign) names << studyName(document_.study());
    for (const Study& study : studies_) names << QString::fromStdString(study.problem.name);
    if (foreign && names.indexOf(names.front(), 1) > 0) names.front() += tr(" (changed)");

    QStringList shown;
    for (int i = 0; i < gallery_->count(); ++i) shown << gallery_->itemText(i);
    if (names != shown) {
        gallery_->clear();
        gallery_->addItems(names);
    }
    gallery_->setCurrentIndex(foreign ? 0 : static_cast<int>(known - studies_.begin()));
    description_->setContent(QString::fromStdString(problem.description),
                             QString::fromStdString(problem.reference));
}

void ProblemPanel::choose(int index) {
    const auto offset =
        gallery_->count() - static_cast<int>(studies_.size());  // 1 where the study's own name stands first
    const bool own = index < offset;
    if (!own && (!mayLeave_ || mayLeave_())) {
        // It compiles: it was read from the gallery.
        (void)document_.open(studies_[static_cast<std::size_t>(index - offset)]);
    }
    refresh();
}

}  // namespace bilevel::ui
