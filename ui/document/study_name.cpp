#include "ui/document/study_name.h"

namespace bilevel::ui {

QString fileNameFor(const Study& study) {
    QString name = studyName(study).simplified();
    for (QChar& letter : name)
        if (letter == '/' || letter == '\\' || letter == ':' || letter.category() == QChar::Other_Control)
            letter = '-';
    while (name.startsWith('.')) name.remove(0, 1);
    return name;
}

}  // namespace bilevel::ui
