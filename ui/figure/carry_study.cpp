#include "ui/figure/carry_study.h"

#include "core/io/study_xmp.h"

namespace bilevel::ui {

void carryStudy(QImage& image, const std::string& link) {
    image.setText("Bilevelscope study", QString::fromStdString(link));
}

void carryStudy(QPdfWriter& pdf, const Study& study) {
    pdf.setDocumentXmpMetadata(QByteArray::fromStdString(studyXmpPacket(study)));
}

void carryStudy(QByteArray& svg, const Study& study) {
    svg.insert(svg.indexOf("<defs>"),
               "<metadata>\n" + QByteArray::fromStdString(studyXmp(study)) + "</metadata>\n");
}

}  // namespace bilevel::ui
