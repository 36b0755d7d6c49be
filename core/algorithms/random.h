#pragma once

#include "core/problem/point.h"

#include <cstdint>
#include <random>

namespace bilevel {

/// The random numbers of a method: the same from the same seed, whatever the machine and the library.
class Random {
public:
    void seed(int value) { bits_.seed(static_cast<std::uint64_t>(value)); }

    /// In (0, 1]; std::uniform_real_distribution differs between libraries.
    double uniform() { return (static_cast<double>(bits_() >> 11) + 1) * 0x1p-53; }
    /// 0 … n − 1; n is small, so that all are equally likely for every purpose here.
    int below(int n) { return static_cast<int>(bits_() % static_cast<std::uint64_t>(n)); }

    /// Independent standard normal numbers, by Box and Muller.
    Vector gaussian(int size) {
        constexpr double turn = 6.283185307179586;
        Vector u(size);
        for (double& component : u) {
            const double radius = std::sqrt(-2 * std::log(uniform()));
            component = radius * std::cos(turn * uniform());
        }
        return u;
    }

private:
    std::mt19937_64 bits_;
};

}  // namespace bilevel
