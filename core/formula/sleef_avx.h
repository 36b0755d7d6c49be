#pragma once

#include <immintrin.h>
#include <sleef.h>

namespace bilevel {
namespace {

/// SLEEF's deterministic functions, four numbers at a time. No FMA, so the bits are those of the other sets.
struct Sleef {
    using Vector = __m256d;
    static constexpr std::size_t width = 4;
    struct Pair {
        Vector sin, cos;
    };

    static Vector load(const double* from) { return _mm256_loadu_pd(from); }
    static void store(double* to, Vector x) { _mm256_storeu_pd(to, x); }
    /// get(0), get(1), …
    template <class Get>
    static Vector collect(const Get& get) {
        return _mm256_set_pd(get(3), get(2), get(1), get(0));
    }
    static double first(Vector x) { return _mm256_cvtsd_f64(x); }
    static Vector broadcast(double x) { return _mm256_set1_pd(x); }

    static Pair sincos(Vector x) {
        const auto both = Sleef_cinz_sincosd4_u10avx(x);
        return {both.x, both.y};
    }
    static Vector exp(Vector x) { return Sleef_cinz_expd4_u10avx(x); }
    static Vector expm1(Vector x) { return Sleef_cinz_expm1d4_u10avx(x); }
    static Vector log(Vector x) { return Sleef_cinz_logd4_u10avx(x); }
    static Vector log1p(Vector x) { return Sleef_cinz_log1pd4_u10avx(x); }
    static Vector log2(Vector x) { return Sleef_cinz_log2d4_u10avx(x); }
    static Vector log10(Vector x) { return Sleef_cinz_log10d4_u10avx(x); }
    static Vector tan(Vector x) { return Sleef_cinz_tand4_u10avx(x); }
    static Vector asin(Vector x) { return Sleef_cinz_asind4_u10avx(x); }
    static Vector acos(Vector x) { return Sleef_cinz_acosd4_u10avx(x); }
    static Vector atan(Vector x) { return Sleef_cinz_atand4_u10avx(x); }
    static Vector sinh(Vector x) { return Sleef_cinz_sinhd4_u10avx(x); }
    static Vector cosh(Vector x) { return Sleef_cinz_coshd4_u10avx(x); }
    static Vector tanh(Vector x) { return Sleef_cinz_tanhd4_u10avx(x); }
    static Vector asinh(Vector x) { return Sleef_cinz_asinhd4_u10avx(x); }
    static Vector acosh(Vector x) { return Sleef_cinz_acoshd4_u10avx(x); }
    static Vector atanh(Vector x) { return Sleef_cinz_atanhd4_u10avx(x); }
    static Vector erf(Vector x) { return Sleef_cinz_erfd4_u10avx(x); }
    static Vector pow(Vector x, Vector y) { return Sleef_cinz_powd4_u10avx(x, y); }
    static Vector atan2(Vector x, Vector y) { return Sleef_cinz_atan2d4_u10avx(x, y); }
    static Vector hypot(Vector x, Vector y) { return Sleef_cinz_hypotd4_u05avx(x, y); }
};

}  // namespace
}  // namespace bilevel
