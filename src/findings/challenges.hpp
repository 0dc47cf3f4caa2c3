// Questions that were put to somebody and that, as far as the pages show, got no answer.
#pragma once

#include <vector>

#include "findings/phrase_books.hpp"
#include "findings/post_times.hpp"
#include "findings/writers.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// A post asks a person if it answers one of theirs (not doubtfully), and a sentence of its own words ends in a
/// question mark and speaks to them: by a word of the second person, where the thread's phrase books have any, or by
/// their name. The question counts as unanswered if that person posted later, and neither this post nor a later one of
/// the same asker was answered by them. A later post of theirs that answers nobody known may be the answer if it stands
/// within the next 10 posts of the page: then nothing is claimed. Nor is it where only the forum's tree tells who
/// answers whom and the times are not known, because there a later place is no later time. In page order.
std::vector<UnansweredChallenge> find_unanswered(const Resolution& resolution, const Measures& measures,
                                                 const Writers& writers, const PostTimes& times,
                                                 const PhraseBooks& books);

}  // namespace rejoinder::detail
