#pragma once

#include <immintrin.h>
#include <sleef.h>

namespace bilevel {
namespace {

/// SLEEF's deterministic functions, eight numbers at a time. No FMA, so the bits are those of the other sets.
struct Sleef {
    using Vector = __m512d;
    static constexpr std::size_t width = 8;
    struct Pair {
        Vector sin, cos;
    };

    static Vector load(const double* from) { return _mm512_loadu_pd(from); }
    static void store(double* to, Vector x) { _mm512_storeu_pd(to, x); }
    /// get(0), get(1), …
    template <class Get>
    static Vector collect(const Get& get) {
        return _mm512_set_pd(get(7), get(6), get(5), get(4), get(3), get(2), get(1), get(0));
    }
    static double first(Vector x) { return _mm512_cvtsd_f64(x); }
    static Vector broadcast(double x) { return _mm512_set1_pd(x); }

    static Pair sincos(Vector x) {
        const auto both = Sleef_cinz_sincosd8_u10avx512fnofma(x);
        return {both.x, both.y};
    }
    static Vector exp(Vector x) { return Sleef_cinz_expd8_u10avx512fnofma(x); }
    static Vector expm1(Vector x) { return Sleef_cinz_expm1d8_u10avx512fnofma(x); }
    static Vector log(Vector x) { return Sleef_cinz_logd8_u10avx512fnofma(x); }
    static Vector log1p(Vector x) { return Sleef_cinz_log1pd8_u10avx512fnofma(x); }
    static Vector log2(Vector x) { return Sleef_cinz_log2d8_u10avx512fnofma(x); }
    static Vector log10(Vector x) { return Sleef_cinz_log10d8_u10avx512fnofma(x); }
    static Vector tan(Vector x) { return Sleef_cinz_tand8_u10avx512fnofma(x); }
    static Vector asin(Vector x) { return Sleef_cinz_asind8_u10avx512fnofma(x); }
    static Vector acos(Vector x) { return Sleef_cinz_acosd8_u10avx512fnofma(x); }
    static Vector atan(Vector x) { return Sleef_cinz_atand8_u10avx512fnofma(x); }
    static Vector sinh(Vector x) { return Sleef_cinz_sinhd8_u10avx512fnofma(x); }
    static Vector cosh(Vector x) { return Sleef_cinz_coshd8_u10avx512fnofma(x); }
    static Vector tanh(Vector x) { return Sleef_cinz_tanhd8_u10avx512fnofma(x); }
    static Vector asinh(Vector x) { return Sleef_cinz_asinhd8_u10avx512fnofma(x); }
    static Vector acosh(Vector x) { return Sleef_cinz_acoshd8_u10avx512fnofma(x); }
    static Vector atanh(Vector x) { return Sleef_cinz_atanhd8_u10avx512fnofma(x); }
    static Vector erf(Vector x) { return Sleef_cinz_erfd8_u10avx512fnofma(x); }
    static Vector pow(Vector x, Vector y) { return Sleef_cinz_powd8_u10avx512fnofma(x, y); }
    static Vector atan2(Vector x, Vector y) { return Sleef_cinz_atan2d8_u10avx512fnofma(x, y); }
    static Vector hypot(Vector x, Vector y) { return Sleef_cinz_hypotd8_u05avx512fnofma(x, y); }
};

}  // namespace
}  // namespace bilevel
