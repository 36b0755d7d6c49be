#pragma once

#include <span>
#include <string_view>

namespace bilevel {

/// How a recorded quantity is shown. Views know quantities only through terms.
struct Term {
    enum class Kind {
        linear,       ///< a chart with a linear axis
        logarithmic,  ///< a chart with decades; zero and negative values lie on its floor
        flag,         ///< 0 or 1: a band
        arrow,        ///< a vector, drawn from the iterate; columns name_variable
        point,        ///< a position; columns name_variable
        path,         ///< positions in a row; of a step that is looked at closely, as a half space
        halfSpace,    ///< directions that are allowed
    };
    enum class Group {
        convergence,
        barrier,
        norms,
        truth,  ///< what only the exact lower level tells, computed after the run
        table
    };  ///< the tab it stands in; `table`: nowhere but the table

    std::string_view id;       ///< the column's name, or the common part of a vector's columns
    std::string_view symbol;   ///< short, with Unicode mathematics
    std::string_view meaning;  ///< a few words
    Kind kind = Kind::linear;
    Group group = Group::table;
    std::string_view beside =
        {};  ///< id of the quantity whose chart it shares, or of the arrow without which it is not drawn
};

/// The terms every run may use, whatever the method; a method's own terms live in its own file.
std::span<const Term> glossary();

}  // namespace bilevel
