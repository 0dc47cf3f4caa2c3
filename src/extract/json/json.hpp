// JSON + a profile's [json] rules -> pages, one for each thread.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "json/json.hpp"
#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// Reads documents (the lines of one file, or the one document that it is) and keeps their threads apart.
class JsonReader {
public:
    /// `profile.json` must be set; `nesting` is for bodies in HTML.
    JsonReader(const Profile& profile, std::size_t nesting) : profile_(&profile), nesting_(nesting) {}

    /// Errors: bad_config (a pattern passed its match limit).
    Result<void> add(json::Value document);

    /// The threads that hold posts, in the order in which they began. What is known to be missing is noted.
    std::vector<Page> take(const std::string& origin, Diagnostics& diagnostics);

private:
    struct OpenThread {
        Page page;
        std::vector<std::string> absent;                // keys of posts that are only named
        std::size_t absent_count = 0;                   // at least as many as `absent`
        std::size_t branches = 0;                       // that go on elsewhere; nobody says how long
        std::unordered_set<std::string> listed, given;  // keys in `all_keys`, and those of the posts
        std::vector<std::string> listed_in_order;
    };
    struct Record {
        json::Value value;
        std::string parent;  // key of the record around it
    };

    Result<OpenThread*> thread_of(json::Value document, json::Value record);
    Result<void> add_record(json::Value document, const Record& record, std::vector<Record>& inside);
    Result<std::string> add_post(const Record& record, OpenThread& thread);
    Result<void> add_body(json::Value record, Post& post);
    Result<void> add_marks(json::Value record, Post& post);
    void note_missing(OpenThread& thread, const std::string& origin, Diagnostics& diagnostics);

    const Profile* profile_;
    std::size_t nesting_;
    std::vector<OpenThread> threads_;
    std::unordered_map<std::string, std::size_t> by_key_;
    std::size_t wrong_bodies_ = 0;
};

}  // namespace rejoinder
