#pragma once

// What every operation is on numbers. Included by kernels.cpp alone, after one of the sleef_*.h; see there.

namespace bilevel {
namespace {

struct Negation {
    static double of(double x) { return -x; }
};
struct Magnitude {
    static double of(double x) { return __builtin_fabs(x); }
};
struct Signum {
    static double of(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }
};
struct RoundDown {
    static double of(double x) { return __builtin_floor(x); }
};
struct RoundUp {
    static double of(double x) { return __builtin_ceil(x); }
};
struct Root {
    static double of(double x) { return __builtin_sqrt(x); }
};
struct Squaring {
    static double of(double x) { return x * x; }
};

struct Sum {
    static double of(double x, double y) { return x + y; }
};
struct Difference {
    static double of(double x, double y) { return x - y; }
};
struct Product {
    static double of(double x, double y) { return x * y; }
};
struct Quotient {
    static double of(double x, double y) { return x / y; }
};
struct Smaller {
    static double of(double x, double y) { return y < x ? y : x; }
};
struct Larger {
    static double of(double x, double y) { return x < y ? y : x; }
};
struct IsLess {
    static double of(double x, double y) { return x < y ? 1 : 0; }
};
struct IsLessEqual {
    static double of(double x, double y) { return x <= y ? 1 : 0; }
};
struct IsEqual {
    static double of(double x, double y) { return x == y ? 1 : 0; }
};
struct IsNotEqual {
    static double of(double x, double y) { return x != y ? 1 : 0; }
};
struct Both {
    static double of(double x, double y) { return ((x != 0) & (y != 0)) ? 1 : 0; }
};
struct Either {
    static double of(double x, double y) { return ((x != 0) | (y != 0)) ? 1 : 0; }
};

struct Selection {
    static double of(double c, double x, double y) { return c != 0 ? x : y; }
};
struct ProductPlus {
    static double of(double x, double y, double z) { return x * y + z; }
};
struct ProductMinus {
    static double of(double x, double y, double z) { return x * y - z; }
};
struct MinusProduct {
    static double of(double x, double y, double z) { return z - x * y; }
};
struct SumOfThree {
    static double of(double x, double y, double z) { return (x + y) + z; }
};
struct ProductOfThree {
    static double of(double x, double y, double z) { return (x * y) * z; }
};

using Vector = Sleef::Vector;

/// One number through a function for vectors.
template <Vector (*function)(Vector)>
double single(double x) {
    return Sleef::first(function(Sleef::broadcast(x)));
}

/// An elementary function that SLEEF gets right everywhere.
template <Vector (*function)(Vector)>
struct Elementary {
    static constexpr bool repairs = false;
    static Vector of(Vector x) { return function(x); }
};

// SLEEF overflows too early in these five; beyond their limits a simpler formula holds to the last bits.
constexpr double ln2 = 0.69314718055994531;

struct Log1pFunction : Elementary<Sleef::log1p> {
    static constexpr bool repairs = true;
    static bool isBeyond(double x) { return x > 1e300; }
    static double beyond(double x) { return single<Sleef::log>(x); }
};
struct AsinhFunction : Elementary<Sleef::asinh> {
    static constexpr bool repairs = true;
    static bool isBeyond(double x) { return __builtin_fabs(x) > 1e100; }
    static double beyond(double x) { return __builtin_copysign(single<Sleef::log>(__builtin_fabs(x)) + ln2, x); }
};
struct AcoshFunction : Elementary<Sleef::acosh> {
    static constexpr bool repairs = true;
    static bool isBeyond(double x) { return x > 1e100; }
    static double beyond(double x) { return single<Sleef::log>(x) + ln2; }
};
struct CoshFunction : Elementary<Sleef::cosh> {
    static constexpr bool repairs = true;
    static bool isBeyond(double x) { return __builtin_fabs(x) > 709; }
    static double beyond(double x) {
        const double root = single<Sleef::exp>(0.5 * __builtin_fabs(x));
        return 0.5 * root * root;
    }
};
struct SinhFunction : Elementary<Sleef::sinh> {
    static constexpr bool repairs = true;
    static bool isBeyond(double x) { return __builtin_fabs(x) > 709; }
    static double beyond(double x) { return __builtin_copysign(CoshFunction::beyond(x), x); }
};

}  // namespace
}  // namespace bilevel
