#include "core/formula/print.h"

namespace bilevel {

std::string printLatex(const Graph& graph, NodeId root, const Names& names) {
    return printText(graph, root, names);
}

}  // namespace bilevel
