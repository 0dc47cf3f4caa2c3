#include "findings/heat.hpp"

#include <catch2/catch.hpp>

#include "unit/findings/phrases.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

PhraseBooks books_with(std::initializer_list<const char*> second_person) {
    auto book = std::make_shared<PhraseBook>();
    for (const char* phrase : second_person) {
        auto& hashes = book->second_person.emplace_back();
        for (const Word& word : split_words(phrase)) hashes.push_back(word.hash);
    }
    return {book};
}

Heat heat_of(const Sample& sample, const PhraseBooks& books = {}, const std::vector<ModerationEvent>& acts = {}) {
    const Measures measures = sample.measures();
    return measure_heat(sample.thread, sample.resolution, writers_of(measures, sample.resolution), acts, books);
}

const HeatTerm& term(const Heat& heat, std::string_view key) {
    for (const HeatTerm& one : heat.terms) {
        if (one.key == key) return one;
    }
    throw std::out_of_range(std::string(key));
}

/// Ann and Bo by turns, each post answering the one before.
Sample volley(std::size_t posts, const std::string& text = {}) {
    Sample sample;
    for (std::uint32_t i = 0; i < posts; ++i) {
        sample.post(i % 2 == 0 ? "Ann" : "Bo", text);
        if (i > 0) sample.reply(i, post_ref(i - 1));
    }
    return sample;
}

}  // namespace

TEST_CASE("A thread of few posts, or of few answers between known people, has no heat and says why") {
    CHECK_FALSE(heat_of(Sample{}).value);
    CHECK(heat_of(volley(9)).absent_because == "the thread has fewer than 10 posts");
    CHECK(heat_of(thai_visa_thread()).terms.empty());
    Sample quiet = volley(12);
    quiet.resolution.replies.resize(4);
    CHECK(heat_of(quiet).absent_because == "fewer than 5 answers go from one known person to another");
    Sample alone;
    for (int i = 0; i < 12; ++i) alone.post("Ann");
    for (std::uint32_t i = 1; i < 12; ++i) alone.reply(i, post_ref(i - 1));
    CHECK_FALSE(heat_of(alone).value);
    Sample ghosts;
    for (int i = 0; i < 12; ++i) ghosts.reply(ghosts.post(), ghost_ref(ghosts.ghost("Cid", {0})));
    CHECK_FALSE(heat_of(ghosts).value);
}

TEST_CASE("The heat is 100 times the sum of weight times value, and the weights add up to 1") {
    const Heat heat = heat_of(volley(10, "YOU ARE SO WRONG!! Says you."), books_with({"you"}));
    REQUIRE(heat.value);
    double sum = 0;
    double weights = 0;
    for (const HeatTerm& one : heat.terms) {
        sum += one.weight * one.value;
        weights += one.weight;
    }
    CHECK(weights == Approx(1));
    CHECK(*heat.value == Approx(100 * sum));
}

TEST_CASE("Back and forth are answers to somebody who had answered before") {
    const HeatTerm once = term(heat_of(volley(10)), "back_and_forth");
    CHECK(once.count == 8);  // of nine answers all but the first
    CHECK(once.of == 9);
    CHECK(once.value == 1);

    Sample one_way;
    one_way.post("Ann");
    for (std::uint32_t i = 1; i < 12; ++i) one_way.reply(one_way.post("Bo"), post_ref(0));
    CHECK(term(heat_of(one_way), "back_and_forth").count == 0);
}

TEST_CASE("Words of the second person are counted as words, of whole posts") {
    const Heat heat = heat_of(volley(10, "You know your youth, you all."), books_with({"you", "your", "you all"}));
    CHECK(term(heat, "second_person").count == 30);
    CHECK(term(heat, "second_person").of == 60);
    CHECK(term(heat, "second_person").value == 1);
}

TEST_CASE("Without words for it, a term is left out and the others weigh more") {
    const Heat without = heat_of(volley(10, "You."));
    CHECK_THROWS(term(without, "second_person"));
    CHECK(term(without, "answers").weight > term(heat_of(volley(10, "You."), books_with({"you"})), "answers").weight);
}

TEST_CASE("Doubled marks and three words in capitals are shouting") {
    const auto shouting = [](const char* text) { return term(heat_of(volley(10, text)), "shouting").count; };
    CHECK(shouting("No!! Never.") == 10);
    CHECK(shouting("No?! Never.") == 10);
    CHECK(shouting("No!? Never.") == 10);
    CHECK(shouting("This IS NOT TRUE at all.") == 10);
    CHECK(shouting("ЭТО СОВСЕМ НЕ так.") == 10);
    CHECK(shouting("No! Never? No!") == 0);
    CHECK(shouting("The BBC and the CNN.") == 0);
    CHECK(shouting("A B C D 1 2 3") == 0);
}

TEST_CASE("Removals, locks, warnings and bans count, a pinned thread does not") {
    std::vector<ModerationEvent> acts(3);
    acts[0].kind = ModerationKind::removal;
    acts[1].kind = ModerationKind::pin;
    acts[2].kind = ModerationKind::edit;
    CHECK(term(heat_of(volley(10), {}, acts), "moderation").count == 1);
}
