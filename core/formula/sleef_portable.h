#pragma once

#include <sleef.h>
#include <cstddef>

namespace bilevel {
namespace {

/// SLEEF's deterministic functions, one number at a time, on any machine.
struct Sleef {
    using Vector = double;
    static constexpr std::size_t width = 1;
    struct Pair {
        Vector sin, cos;
    };

    static Vector load(const double* from) { return *from; }
    static void store(double* to, Vector x) { *to = x; }
    /// get(0), get(1), …
    template <class Get>
    static Vector collect(const Get& get) {
        return get(0);
    }
    static double first(Vector x) { return x; }
    static Vector broadcast(double x) { return x; }

    static Pair sincos(Vector x) {
        const auto both = Sleef_cinz_sincosd1_u10purec(x);
        return {both.x, both.y};
    }
    static Vector exp(Vector x) { return Sleef_cinz_expd1_u10purec(x); }
    static Vector expm1(Vector x) { return Sleef_cinz_expm1d1_u10purec(x); }
    static Vector log(Vector x) { return Sleef_cinz_logd1_u10purec(x); }
    static Vector log1p(Vector x) { return Sleef_cinz_log1pd1_u10purec(x); }
    static Vector log2(Vector x) { return Sleef_cinz_log2d1_u10purec(x); }
    static Vector log10(Vector x) { return Sleef_cinz_log10d1_u10purec(x); }
    static Vector tan(Vector x) { return Sleef_cinz_tand1_u10purec(x); }
    static Vector asin(Vector x) { return Sleef_cinz_asind1_u10purec(x); }
    static Vector acos(Vector x) { return Sleef_cinz_acosd1_u10purec(x); }
    static Vector atan(Vector x) { return Sleef_cinz_atand1_u10purec(x); }
    static Vector sinh(Vector x) { return Sleef_cinz_sinhd1_u10purec(x); }
    static Vector cosh(Vector x) { return Sleef_cinz_coshd1_u10purec(x); }
    static Vector tanh(Vector x) { return Sleef_cinz_tanhd1_u10purec(x); }
    static Vector asinh(Vector x) { return Sleef_cinz_asinhd1_u10purec(x); }
    static Vector acosh(Vector x) { return Sleef_cinz_acoshd1_u10purec(x); }
    static Vector atanh(Vector x) { return Sleef_cinz_atanhd1_u10purec(x); }
    static Vector erf(Vector x) { return Sleef_cinz_erfd1_u10purec(x); }
    static Vector pow(Vector x, Vector y) { return Sleef_cinz_powd1_u10purec(x, y); }
    static Vector atan2(Vector x, Vector y) { return Sleef_cinz_atan2d1_u10purec(x, y); }
    static Vector hypot(Vector x, Vector y) { return Sleef_cinz_hypotd1_u05purec(x, y); }
};

}  // namespace
}  // namespace bilevel
