#pragma once

#include "app/options.h"
#include "core/result.h"
#include "ui/plane/plane_options.h"

#include <array>
#include <memory>

class QApplication;

namespace bilevel {

/// What pictures are painted with: Qt without a display. They look the same with and without one.
class Offscreen {
public:
    explicit Offscreen(char* programName);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

private:
    int count_ = 1;
    std::array<char*, 2> arguments_;
    std::unique_ptr<QApplication> application_;
};

/// What --show and --hide say of the planes.
ui::PlaneOptions shownOnPlanes(const Options& options);

/// The exit status for a picture that could not be made.
int statusOfPicture(const Error& error);

}  // namespace bilevel
