// The measures of a degree distribution.
#include "measure/table.hpp"

namespace rejoinder::detail {
namespace {

constexpr MeasureScope scope = MeasureScope::degrees;
constexpr std::string_view source = "Zhang et al. 2018, table 4, as ConvoKit's HyperConvo computes it";
constexpr std::string_view nobody = "it has nobody and nothing to count";
constexpr std::string_view only_one = "it has only one number";
constexpr std::string_view all_zero = "all of its numbers are 0";

const DegreeStatistics& degrees(const Sheet& sheet, std::size_t index) {
    return sheet.interaction.degrees[index];
}

Number largest(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return all.size > 0 ? count(all.largest) : absent(nobody);
}

Number second_largest(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return all.size > 1 ? count(all.second) : absent(all.size == 1 ? only_one : nobody);
}

Number largest_share(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return ratio(all.largest, static_cast<double>(all.sum), all.size > 0 ? all_zero : nobody);
}

Number second_share(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    if (all.size == 1) return absent(only_one);
    return ratio(all.second, static_cast<double>(all.sum), all.size > 0 ? all_zero : nobody);
}

Number second_to_largest(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    if (all.size == 1) return absent(only_one);
    return ratio(all.second, all.largest, all.size > 0 ? all_zero : nobody);
}

Number mean(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return ratio(static_cast<double>(all.sum), static_cast<double>(all.size), nobody);
}

Number mean_nonzero(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return ratio(static_cast<double>(all.sum), static_cast<double>(all.nonzero), all.size > 0 ? all_zero : nobody);
}

Number nonzero_share(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return ratio(static_cast<double>(all.nonzero), static_cast<double>(all.size), nobody);
}

Number multiple_share(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return ratio(static_cast<double>(all.multiple), static_cast<double>(all.nonzero), all.size > 0 ? all_zero : nobody);
}

Number entropy(const Sheet& sheet, std::size_t index) {
    const DegreeStatistics& all = degrees(sheet, index);
    return all.sum > 0 ? Number{all.entropy, {}, 0} : absent(all.size > 0 ? all_zero : nobody);
}

}  // namespace

std::vector<Row> degree_rows() {
    return {
        {{"largest", "largest", scope, "count", "The largest number.", source}, largest},
        {{"second_largest", "second largest", scope, "count", "The second largest number; the largest if two share it.",
          source},
         second_largest},
        {{"largest_share", "share of the largest", scope, "share (0 to 1)", "The largest number over their sum.",
          source},
         largest_share},
        {{"second_share", "share of the second", scope, "share (0 to 1)", "The second largest number over their sum.",
          source},
         second_share},
        {{"second_to_largest", "second to largest", scope, "share (0 to 1)",
          "The second largest number over the largest.", source},
         second_to_largest},
        {{"mean", "mean", scope, "count", "Mean of the numbers.", source}, mean},
        {{"mean_nonzero", "mean above 0", scope, "count", "Mean of the numbers above 0.", source}, mean_nonzero},
        {{"nonzero_share", "share above 0", scope, "share (0 to 1)", "Share of the numbers that are above 0.", source},
         nonzero_share},
        {{"multiple_share", "share above 1", scope, "share (0 to 1)", "Share of the numbers above 0 that are above 1.",
          source},
         multiple_share},
        {{"entropy", "entropy", scope, "nats",
          "How evenly the numbers are spread: 0 where one holds all, the logarithm of their count where all are equal.",
          "Zhang et al. 2018, table 4; Shannon's entropy of the numbers over their sum, as ConvoKit's HyperConvo "
          "computes "
          "it"},
         entropy},
    };
}

}  // namespace rejoinder::detail
