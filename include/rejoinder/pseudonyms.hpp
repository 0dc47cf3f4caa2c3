// Pseudonyms: every name of a thread replaced, wherever it stands, before anything is concluded from it. What comes
// after (reports, tables, findings) then holds no name, because none was left to it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rejoinder/thread.hpp"

namespace rejoinder {

/// The same key gives the same name the same pseudonym in every run ("p" and 12 hexadecimal digits of an HMAC-SHA-256),
/// so that people can be followed through a corpus; without the key nobody can tell which name it was. Names that
/// differ only in case, Unicode form or white space have one pseudonym.
class Pseudonyms {
public:
    static constexpr std::size_t least_key_bytes = 16;

    explicit Pseudonyms(std::string key);
    ~Pseudonyms();
    Pseudonyms(Pseudonyms&&) noexcept;
    Pseudonyms& operator=(Pseudonyms&&) noexcept;

    /// Takes the names that a thread prints: of authors, in quotes, notices and notes of edits. All threads of a run
    /// should be learned before the first is changed, for people are spoken of in threads where they do not write.
    void learn(const Thread& thread);

    /// Replaces the learned names in every text of the thread, addresses, titles and paths included, and the forum's
    /// ids of people by "u" and 12 digits.
    void apply(Thread& thread) const;

    /// A text with the learned names replaced.
    std::string in_text(std::string_view text) const;

    /// The pseudonym of a name; empty for an empty one.
    std::string of_name(std::string_view name) const;

private:
    struct Names;
    std::unique_ptr<Names> names_;
};

}  // namespace rejoinder
