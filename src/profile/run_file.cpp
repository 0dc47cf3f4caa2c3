#include "profile/run_file.hpp"

#include "profile/toml_reader.hpp"

namespace rejoinder {

Result<RunFile> read_run_file(const std::filesystem::path& file) {
    const auto keys = read_toml(file);
    if (!keys) return tl::unexpected<Error>(keys.error());
    const auto from_here = [&](const std::string& path) {
        return (file.parent_path() / path).lexically_normal().string();
    };
    RunFile run;
    TomlProblems problems;
    TomlTable root(*keys, problems);
    for (const TomlValue* input : root.strings("inputs")) {
        if (input->string.empty()) problems.add(input->place, "an input must not be empty");
        run.inputs.push_back(input->string == "-" ? input->string : from_here(input->string));
    }
    if (!keys->entries.contains("inputs")) problems.add(keys->place, "the key \"inputs\" is missing");
    run.forum = root.string("forum");
    for (const TomlValue* name : root.strings("infer")) run.infer.push_back(name->string);
    if (auto output = root.table("output")) {
        if (const std::string folder = output->string("folder"); !folder.empty()) run.output = from_here(folder);
        for (const TomlValue* format : output->strings("formats")) run.formats.push_back(format->string);
        run.site = output->boolean("site");
        if (run.site && run.output.empty())
            problems.add(output->value().place, "a site needs a folder; name one with the key \"folder\"");
        output->reject_unknown_keys();
    }
    root.reject_unknown_keys();
    if (!problems.empty()) return tl::unexpected<Error>(problems.first());
    return run;
}

}  // namespace rejoinder
