#pragma once

// One point at a time: a run of equal instructions per dispatch. Included by kernels.cpp alone; see there.

#include "core/formula/code.h"
#include "core/formula/kernel_list.h"

namespace bilevel {
namespace {

/// Executes `count` instructions from `next` on; its members return the instruction after them.
struct PointVisitor {
    using Next = const Instruction*;
    static constexpr std::size_t width = Sleef::width;
    Next next;
    std::size_t count;
    double* r;

    template <class F>
    Next arithmetic1() const {
        for (Next i = next; i != next + count; ++i) r[i->result] = F::of(r[i->a]);
        return next + count;
    }

    template <class F>
    Next arithmetic2() const {
        for (Next i = next; i != next + count; ++i) r[i->result] = F::of(r[i->a], r[i->b]);
        return next + count;
    }

    template <class F>
    Next arithmetic3() const {
        for (Next i = next; i != next + count; ++i) r[i->result] = F::of(r[i->a], r[i->b], r[i->c]);
        return next + count;
    }

    // An elementary function takes as long for a whole vector as for one number, so a run goes through it in
    // vectors.
    template <class Call>
    Next inVectors(const Call& call) const {
        for (std::size_t done = 0; done < count; done += width)
            call(next + done, count - done < width ? count - done : width);
        return next + count;
    }

    /// Operands of up to `width` instructions; the last one fills up. Never through memory: a vector loaded from
    /// numbers just stored has to wait for them.
    template <std::uint16_t Instruction::*operand>
    Vector gather(Next first, std::size_t used) const {
        if (used == 1) return Sleef::broadcast(r[first->*operand]);
        return Sleef::collect([&](std::size_t k) { return r[first[k < used ? k : used - 1].*operand]; });
    }

    template <std::uint16_t Instruction::*result>
    void scatter(Next first, std::size_t used, Vector values) const {
        if (used == 1) {
            r[first->*result] = Sleef::first(values);
            return;
        }
        double x[width];
        Sleef::store(x, values);
        for (std::size_t k = 0; k < used; ++k) r[first[k].*result] = x[k];
    }

    template <class F>
    Next elementary1() const {
        return inVectors([this](Next first, std::size_t used) {
            const Vector x = gather<&Instruction::a>(first, used);
            scatter<&Instruction::result>(first, used, F::of(x));
            if constexpr (F::repairs) repair<F>(first, used, x);
        });
    }

    template <class F>
    void repair(Next first, std::size_t used, Vector operands) const {
        double x[width];
        Sleef::store(x, operands);
        for (std::size_t k = 0; k < used; ++k)
            if (F::isBeyond(x[k])) r[first[k].result] = F::beyond(x[k]);
    }

    template <Vector (*function)(Vector, Vector)>
    Next elementary2() const {
        return inVectors([this](Next first, std::size_t used) {
            const Vector x = gather<&Instruction::a>(first, used), y = gather<&Instruction::b>(first, used);
            scatter<&Instruction::result>(first, used, function(x, y));
        });
    }

    template <bool sin, bool cos>
    Next trigonometric() const {
        return inVectors([this](Next first, std::size_t used) {
            const auto both = Sleef::sincos(gather<&Instruction::a>(first, used));
            if constexpr (sin) scatter<&Instruction::result>(first, used, both.sin);
            if constexpr (cos) scatter<sin ? &Instruction::b : &Instruction::result>(first, used, both.cos);
        });
    }
};

}  // namespace
}  // namespace bilevel
