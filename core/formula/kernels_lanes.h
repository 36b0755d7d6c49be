#pragma once

// A block of lanes: one instruction at a time. Included by kernels.cpp alone; see there.

#include "core/formula/kernel_list.h"
#include "core/formula/kernels.h"

namespace bilevel {
namespace {

// Results never overlap operands.

template <class F>
void lanes1(double* __restrict result, const double* a, double* /*b*/, const double* /*c*/) {
    for (std::size_t k = 0; k < lanes; ++k) result[k] = F::of(a[k]);
}

template <class F, bool constantA, bool constantB>
void lanes2(double* __restrict result, const double* a, double* b, const double* /*c*/) {
    const double x = *a, y = *b;
    for (std::size_t k = 0; k < lanes; ++k) result[k] = F::of(constantA ? x : a[k], constantB ? y : b[k]);
}

template <class F, bool constantA, bool constantB, bool constantC>
void lanes3(double* __restrict result, const double* a, double* b, const double* c) {
    const double x = *a, y = *b, z = *c;
    for (std::size_t k = 0; k < lanes; ++k)
        result[k] = F::of(constantA ? x : a[k], constantB ? y : b[k], constantC ? z : c[k]);
}

template <class F>
void elementaryLanes1(double* __restrict result, const double* a, double* /*b*/, const double* /*c*/) {
    for (std::size_t k = 0; k < lanes; k += Sleef::width) Sleef::store(result + k, F::of(Sleef::load(a + k)));
    if constexpr (F::repairs) {
        bool beyond = false;
        for (std::size_t k = 0; k < lanes; ++k) beyond |= F::isBeyond(a[k]);
        for (std::size_t k = 0; beyond && k < lanes; ++k)
            if (F::isBeyond(a[k])) result[k] = F::beyond(a[k]);
    }
}

template <Vector (*function)(Vector, Vector), bool constantA, bool constantB>
void elementaryLanes2(double* result, const double* a, double* b, const double* /*c*/) {
    const Vector x = Sleef::broadcast(*a), y = Sleef::broadcast(*b);
    for (std::size_t k = 0; k < lanes; k += Sleef::width)
        Sleef::store(result + k, function(constantA ? x : Sleef::load(a + k), constantB ? y : Sleef::load(b + k)));
}

template <bool sin, bool cos>
void trigonometricLanes(double* result, const double* a, double* second, const double* /*c*/) {
    for (std::size_t k = 0; k < lanes; k += Sleef::width) {
        const auto both = Sleef::sincos(Sleef::load(a + k));
        if constexpr (sin) Sleef::store(result + k, both.sin);
        if constexpr (cos) Sleef::store((sin ? second : result) + k, both.cos);
    }
}

/// Picks the kernel for operands that are constant or not.
struct LaneVisitor {
    ConstantOperands constant;

    template <class F>
    LaneKernel arithmetic1() const {
        return lanes1<F>;
    }

    template <class F>
    LaneKernel arithmetic2() const {
        return constant.a ? lanes2<F, true, false> : constant.b ? lanes2<F, false, true> : lanes2<F, false, false>;
    }

    template <class F>
    LaneKernel arithmetic3() const {
        if (constant.a) return constant.b ? last<F, true, true>() : last<F, true, false>();
        return constant.b ? last<F, false, true>() : last<F, false, false>();
    }
    template <class F, bool a, bool b>
    LaneKernel last() const {
        return constant.c ? lanes3<F, a, b, true> : lanes3<F, a, b, false>;
    }

    template <class F>
    LaneKernel elementary1() const {
        return elementaryLanes1<F>;
    }

    template <Vector (*function)(Vector, Vector)>
    LaneKernel elementary2() const {
        return constant.a   ? elementaryLanes2<function, true, false>
               : constant.b ? elementaryLanes2<function, false, true>
                            : elementaryLanes2<function, false, false>;
    }

    template <bool sin, bool cos>
    LaneKernel trigonometric() const {
        return trigonometricLanes<sin, cos>;
    }
};

}  // namespace
}  // namespace bilevel
