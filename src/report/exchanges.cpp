#include "report/exchanges.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {

std::vector<UnnamedExchange> unnamed_exchanges(const Analysis& analysis) {
    std::vector<UnnamedExchange> exchanges;
    std::map<std::tuple<std::string_view, std::string_view, Ref>, std::size_t> known;
    for (const Reply& reply : analysis.resolution.replies) {
        const std::string_view from = writer_name(analysis, post_ref(reply.from));
        const std::string_view to = writer_name(analysis, reply.to);
        if (!from.empty() && !to.empty()) continue;
        const auto [entry, added] = known.try_emplace({from, to, to.empty() ? reply.to : Ref{}}, exchanges.size());
        if (added) exchanges.push_back({from, reply.to, {}});
        exchanges[entry->second].posts.push_back(reply.from);
    }
    std::stable_sort(exchanges.begin(), exchanges.end(),
                     [](const auto& a, const auto& b) { return a.posts.size() > b.posts.size(); });
    return exchanges;
}

void append_unnamed_exchange(std::string& out, const Analysis& analysis, const UnnamedExchange& exchange, Style style) {
    const bool several = exchange.posts.size() > 1;
    if (!exchange.from.empty()) {
        append_line(out, exchange.from, style);
        out += " answers ";
    } else {
        out += several ? "unnamed members (" : "an unnamed member (";
        append_posts(out, exchange.posts, style);
        out += several ? ") answer " : ") answers ";
    }
    append_writer(out, analysis, exchange.to, style);
    out += " (";
    append_integer(out, static_cast<std::int64_t>(exchange.posts.size()));
    out += ')';
}

}  // namespace rejoinder::report
