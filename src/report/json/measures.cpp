// Measures, and the people they are about.
#include "report/json/sections.hpp"
#include "report/names.hpp"

namespace rejoinder::report {
namespace {

Json measure_value(const MeasureValue& measure, bool with_meaning) {
    Json value =
        object({{"value", measure.value ? number_value(*measure.value) : Json(nullptr)}, {"unit", measure.info->unit}});
    if (measure.error > 0) value["error"] = number_value(measure.error);
    if (measure.without_doubtful) {
        value["without_doubtful"] = number_value(*measure.without_doubtful);
    } else if (!measure.absent_without_doubtful.empty()) {
        value["without_doubtful"] = nullptr;
        value["absent_without_doubtful"] = measure.absent_without_doubtful;
    }
    if (!measure.value) value["absent_because"] = measure.absent_because;
    if (with_meaning) value["meaning"] = measure.info->meaning;
    return value;
}

}  // namespace

Json measures_value(const std::vector<MeasureValue>& measures, bool with_meaning) {
    Json::object_t values;
    values.reserve(measures.size());
    for (const MeasureValue& measure : measures) {
        if (measure.info != nullptr)
            values.emplace_back(std::string(measure.info->key), measure_value(measure, with_meaning));
    }
    return values;
}

Json degrees_value(const Measures& measures) {
    Json::object_t distributions;
    for (const DegreeDistribution& one : measures.degrees) {
        distributions.emplace_back(std::string(one.key), measures_value(one.measures, false));
    }
    return distributions;
}

Json people_value(const Measures& measures) {
    Json people = Json::array();
    for (const Person& person : measures.people) {
        people.push_back(object({{"name", person.name},
                                 {"source", name_source_name(person.source)},
                                 {"posts", post_numbers(person.posts)},
                                 {"ghosts", ghost_ids(person.ghosts)},
                                 {"measures", measures_value(person.measures, false)}}));
    }
    return people;
}

}  // namespace rejoinder::report
