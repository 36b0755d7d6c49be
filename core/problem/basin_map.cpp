#include "core/problem/basin_map.h"

#include "core/problem/lower_flow.h"
#include "core/problem/lower_line.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr double samePlace = 1e-4;  // of the width of the search

class Mapper {
public:
    explicit Mapper(const BasinRequest& request)
        : request_(request),
          nx_(request.problem.nx()),
          solver_(request.problem),
          function_(request.problem),
          flow_(request.problem),
          at_(request.at) {
        map_.columns = request.columns;
        map_.rows = request.rows;
        const auto cells = static_cast<std::size_t>(request.columns) * static_cast<std::size_t>(request.rows);
        map_.basin.assign(cells, BasinMap::undefined);
        map_.global.assign(cells, 0);
    }

    std::optional<BasinMap> run(const std::function<bool()>& keepGoing) {
        // Cells of one x are looked at together: a column, a row, or all of them.
        const bool byColumn = request_.horizontal < nx_, byRow = request_.vertical < nx_;
        const int groups = byColumn ? request_.columns : byRow ? request_.rows : 1;
        for (int group = 0; group < groups; ++group) {
            if (keepGoing && !keepGoing()) return {};
            const int column = byColumn ? group : 0, row = byRow && !byColumn ? group : 0;
            const int columns = byColumn ? 1 : request_.columns, rows = byRow && !byColumn ? 1 : request_.rows;
            std::vector<Cell> cells;
            for (int j = row; j < row + rows; ++j)
                for (int i = column; i < column + columns; ++i) cells.push_back(cellAt(i, j));
            solve(cells);
        }
        map_.count = numbers_;
        return std::move(map_);
    }

private:
    struct Cell {
        std::size_t index;
        Vector y;
    };
    /// A minimiser at the x of now.
    struct Target {
        Vector y;
        int number;
        bool global;
    };

    static double middle(const Interval& range, int cell, int cells) {
        return range.minimum + (range.maximum - range.minimum) * (cell + 0.5) / cells;
    }

    Cell cellAt(int column, int row) {
        at_[request_.horizontal] = middle(request_.horizontalRange, column, request_.columns);
        at_[request_.vertical] = middle(request_.verticalRange, row, request_.rows);
        return {map_.cell(column, row), at_.y};
    }

    bool isSame(const Vector& a, const Vector& b) const {
        for (Eigen::Index j = 0; j < a.size(); ++j)
            if (std::abs(a[j] - b[j]) > samePlace * solver_.axes()[static_cast<std::size_t>(j)].width())
                return false;
        return true;
    }

    void solve(const std::vector<Cell>& cells) {
        const std::vector<Target> before = std::move(targets_);
        targets_.clear();
        if (request_.problem.ny() == 1)
            solveLine(cells, before);
        else
            solveFlow(cells, before);
    }

    void solveLine(const std::vector<Cell>& cells, const std::vector<Target>& before) {
        const LowerBasins line = solver_.basins(at_.x);
        for (const LowerBasin& basin : line.basins)
            if (basin.end == LowerBasin::End::minimum) addTarget(Vector::Constant(1, basin.to), line.level);
        number(before);
        for (const Cell& cell : cells) {
            const double y = request_.problem.lowerBounds(0).clamp(cell.y[0]);
            const auto basin =
                std::ranges::find_if(line.basins, [&](const LowerBasin& b) { return b.from.contains(y); });
            if (basin == line.basins.end()) continue;
            switch (basin->end) {
                case LowerBasin::End::minimum:
                    enter(cell, Vector::Constant(1, basin->to));
                    break;
                case LowerBasin::End::still:
                    map_.basin[cell.index] = BasinMap::still;
                    break;
                case LowerBasin::End::endless:
                    map_.basin[cell.index] = BasinMap::endless;
                    break;
            }
        }
    }

    void solveFlow(const std::vector<Cell>& cells, const std::vector<Target>& before) {
        const LowerLevel level = solver_(at_.x);
        std::vector<Vector> starts;
        for (const Cell& cell : cells) {
            starts.push_back(cell.y);
            request_.problem.projectLower(starts.back());
        }
        function_.fix(at_.x);
        const std::vector<FlowEnd> ends = flow_(function_, solver_.axes(), at_.x, starts);
        for (const FlowEnd& end : ends)
            if (end.kind == FlowEnd::Kind::minimum) addTarget(end.y, level);
        number(before);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (ends[i].kind == FlowEnd::Kind::minimum)
                enter(cells[i], ends[i].y);
            else if (ends[i].kind == FlowEnd::Kind::endless)
                map_.basin[cells[i].index] = BasinMap::endless;
        }
    }

    void addTarget(const Vector& y, const LowerLevel& level) {
        if (std::ranges::any_of(targets_, [&](const Target& t) { return isSame(t.y, y); })) return;
        function_.fix(at_.x);
        const bool global = level.solved() && function_.value(y) <= level.minimum() + sameValue(level.minimum());
        targets_.push_back({y, -1, global});
    }

    /// Every minimiser of before passes its number on to the one that it leads to; the closest come first.
    void number(const std::vector<Target>& before) {
        struct Link {
            std::size_t from, to;
            double move;
        };
        std::vector<Link> links;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Vector there = solver_.descend(at_.x, before[i].y).y;
            for (std::size_t k = 0; k < targets_.size(); ++k)
                if (isSame(targets_[k].y, there)) links.push_back({i, k, (there - before[i].y).norm()});
        }
        std::ranges::stable_sort(links, {}, &Link::move);
        std::vector<bool> passed(before.size(), false);
        for (const Link& link : links) {
            if (passed[link.from] || targets_[link.to].number >= 0) continue;
            passed[link.from] = true;
            targets_[link.to].number = before[link.from].number;
        }
        for (Target& target : targets_)
            if (target.number < 0) target.number = numbers_++;
    }

    void enter(const Cell& cell, const Vector& y) {
        const auto target = std::ranges::find_if(targets_, [&](const Target& t) { return isSame(t.y, y); });
        map_.basin[cell.index] = target->number;
        map_.global[cell.index] = target->global ? 1 : 0;
    }

    const BasinRequest& request_;
    int nx_;
    LowerSolver solver_;
    LowerFunction function_;
    LowerFlow flow_;
    Point at_;
    BasinMap map_;
    std::vector<Target> targets_;
    int numbers_ = 0;
};

}  // namespace

bool hasBasins(const Problem& problem, int horizontal, int vertical) {
    return std::max(horizontal, vertical) >= problem.nx();
}

std::optional<BasinMap> mapBasins(const BasinRequest& request, const std::function<bool()>& keepGoing) {
    if (!hasBasins(request.problem, request.horizontal, request.vertical)) return BasinMap{};
    return Mapper(request).run(keepGoing);
}

}  // namespace bilevel
