#include "support/thread_writer/thread_writer.hpp"

#include <algorithm>

namespace rejoinder::test {
namespace {

constexpr std::int64_t first_time = 1741593600;  // 2025-03-10 08:00 UTC

/// Two people have nearly the same name, others have signs that HTML escapes or another script.
std::vector<WrittenPerson> make_people(Dice& dice) {
    std::vector<WrittenPerson> people;
    for (const std::string_view name :
         {"Marlow7", "Marlow71", "Old Tam", "old_tom", "R. & D. Quill", "Siân O'Dowd", "สมชาย", "ليلى", "kettle<3",
          "Bo", "Vera Lind", "nightbus42", "Harbour Master", "Gweltaz"}) {
        WrittenPerson person{std::string(name),
                             {},
                             dice.chance(0.45)  ? 3
                             : dice.chance(0.7) ? 2
                                                : 1,
                             1 + dice.below(6)};
        if (dice.chance(0.4)) person.signature = "Signed with a steady hand by number " + std::to_string(people.size());
        people.push_back(std::move(person));
    }
    return people;
}

class Writer {
public:
    explicit Writer(const ThreadPlan& plan) : plan_(plan), dice_(plan.seed) {}
    WrittenThread run();

private:
    std::vector<Paragraph> words_of(std::size_t paragraphs, std::size_t sentences);
    std::size_t choose_source(std::size_t post);
    std::vector<Paragraph> own_words(std::size_t post) const;
    WrittenPiece quote_of(std::size_t source);
    std::vector<Paragraph> excerpt(const std::vector<Paragraph>& own, bool doomed);
    void trim(std::vector<Paragraph>& paragraphs);
    std::vector<Paragraph> altered(std::vector<Paragraph> paragraphs);
    void answer_point_by_point(WrittenPost& post, std::size_t source);
    void repeat(std::size_t original, WrittenPost& post);
    void write_post(std::size_t number);

    ThreadPlan plan_;
    Dice dice_;
    Vocabulary vocabulary_;
    WrittenThread thread_;
};

std::vector<Paragraph> Writer::words_of(std::size_t paragraphs, std::size_t sentences) {
    const Tongue tongue = !plan_.foreign || dice_.chance(0.9) ? Tongue::latin
                          : dice_.chance(0.5)                 ? Tongue::thai
                                                              : Tongue::arabic;
    std::vector<Paragraph> all;
    for (std::size_t i = 0; i < paragraphs; ++i) {
        Paragraph paragraph;
        for (std::size_t k = 1 + dice_.below(sentences); k > 0; --k) {
            paragraph.push_back(vocabulary_.sentence(dice_, tongue));
        }
        all.push_back(std::move(paragraph));
    }
    return all;
}

/// Near ones mostly; those that were quoted before draw more quotes.
std::size_t Writer::choose_source(std::size_t post) {
    const std::size_t reach = std::min<std::size_t>(post, dice_.chance(0.5) ? 6 : 40);
    std::size_t source = post - 1 - dice_.below(reach);
    for (int i = 0; i < 3 && !thread_.posts[source].quoted; ++i) {
        const std::size_t other = post - 1 - dice_.below(reach);
        if (thread_.posts[other].quoted) source = other;
    }
    return source;
}

std::vector<Paragraph> Writer::own_words(std::size_t post) const {
    std::vector<Paragraph> all;
    for (const WrittenPiece& piece : thread_.posts[post].body) {
        if (!piece.is_quote) all.insert(all.end(), piece.paragraphs.begin(), piece.paragraphs.end());
    }
    return all;
}

/// A range of sentences, now and then with one left out. Of a doomed post it holds the first sentence of its longest
/// paragraph, so that all quotes of it overlap.
std::vector<Paragraph> Writer::excerpt(const std::vector<Paragraph>& own, bool doomed) {
    std::vector<std::pair<std::size_t, std::size_t>> places;  // paragraph, sentence
    std::size_t hook = 0;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
        for (std::size_t k = 0; k < own[i].size(); ++k) {
            if (own[i][k].size() > longest) hook = places.size(), longest = own[i][k].size();
            places.emplace_back(i, k);
        }
    }
    std::size_t begin = dice_.below(places.size());
    std::size_t end = begin + 1 + dice_.below(std::min<std::size_t>(places.size() - begin, 4));
    if (doomed) begin = std::min(begin, hook), end = std::max(end, hook + 1);
    const bool elide = end - begin > 2 && dice_.chance(0.35);
    const std::size_t gap = elide ? begin + 1 + dice_.below(end - begin - 2) : end;
    std::vector<Paragraph> quoted;
    std::size_t last = own.size();
    for (std::size_t i = begin; i < end; ++i) {
        if (i == gap && !(doomed && i == hook)) {
            if (dice_.chance(0.5) && !quoted.empty()) quoted.back().back() += " [...]";
            continue;
        }
        if (places[i].first != last) quoted.emplace_back();
        last = places[i].first;
        quoted.back().push_back(own[places[i].first][places[i].second]);
    }
    return quoted;
}

/// Begins within the first sentence, or ends within the last one.
void Writer::trim(std::vector<Paragraph>& paragraphs) {
    const bool beginning = dice_.chance(0.5);
    std::string& sentence = beginning ? paragraphs.front().front() : paragraphs.back().back();
    const std::size_t at = sentence.find(' ', sentence.size() / (2 + dice_.below(3)));
    if (at == std::string::npos || at + 1 == sentence.size()) return;
    sentence = beginning ? sentence.substr(at + 1) : sentence.substr(0, at);
}

/// One word in twenty is another one, is left out or is doubled.
std::vector<Paragraph> Writer::altered(std::vector<Paragraph> paragraphs) {
    for (Paragraph& paragraph : paragraphs) {
        for (std::string& sentence : paragraph) {
            std::string changed;
            for (std::size_t at = 0; at < sentence.size();) {
                const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
                std::string word = sentence.substr(at, end - at);
                if (dice_.chance(0.05)) {
                    const std::size_t how = dice_.below(3);
                    word = how == 0 ? vocabulary_.word(dice_) : how == 1 ? word + ' ' + vocabulary_.word(dice_) : "";
                }
                if (!word.empty()) changed += (changed.empty() ? "" : " ") + word;
                at = end + 1;
            }
            if (!changed.empty()) sentence = changed;
        }
    }
    return paragraphs;
}

/// What people quote of one word is seldom a small one.
std::string longest_word(const std::string& sentence) {
    std::string longest;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        if (end - at > longest.size()) longest = sentence.substr(at, end - at);
        at = end + 1;
    }
    return longest;
}

WrittenPiece Writer::quote_of(std::size_t source) {
    WrittenPost& quoted = thread_.posts[source];
    const std::vector<Paragraph> own = own_words(source);
    WrittenPiece quote{true, {}, source, {}};
    if (dice_.chance(0.4)) {
        quote.paragraphs = own;
        const auto& body = quoted.body;
        if (body.size() == 2 && body.front().is_quote && dice_.chance(plan_.nested))
            quote.nested.push_back(body.front());
    } else if (!quoted.deleted && dice_.chance(0.08)) {
        quote.paragraphs = {{longest_word(own[dice_.below(own.size())].front())}};
    } else {
        quote.paragraphs = excerpt(own, quoted.deleted);
    }
    if (!quoted.deleted && dice_.chance(0.1)) trim(quote.paragraphs);
    if (dice_.chance(plan_.altered)) quote.paragraphs = altered(std::move(quote.paragraphs));
    quoted.quoted = true;
    return quote;
}

void Writer::answer_point_by_point(WrittenPost& post, std::size_t source) {
    const std::vector<Paragraph> own = own_words(source);
    const std::size_t points = 2 + dice_.below(3);
    std::size_t used = 0;
    for (const Paragraph& paragraph : own) {
        for (const std::string& sentence : paragraph) {
            if (used == points || !dice_.chance(0.7)) continue;
            ++used;
            WrittenPiece quote{true, {{sentence}}, source, {}};
            if (dice_.chance(plan_.altered)) quote.paragraphs = altered(std::move(quote.paragraphs));
            post.body.push_back(std::move(quote));
            post.body.push_back({false, words_of(1, 3), 0, {}});
        }
    }
    if (used > 0) thread_.posts[source].quoted = true;
}

/// Says what another person said. Of what one person says twice, or of what only a copy is left, nobody could tell
/// which is quoted.
void Writer::repeat(std::size_t original, WrittenPost& post) {
    if (thread_.posts[original].deleted) return;
    post.body.back().paragraphs = own_words(original);
    if (post.author == thread_.posts[original].author) {
        post.author = static_cast<std::uint32_t>((post.author + 1) % thread_.people.size());
    }
}

void Writer::write_post(std::size_t number) {
    WrittenPost post;
    post.author = static_cast<std::uint32_t>(dice_.below(thread_.people.size()));
    post.time =
        number == 0 ? first_time : thread_.posts.back().time + 40 + static_cast<std::int64_t>(dice_.below(3600));
    if (number > 0 && dice_.chance(0.7)) {
        const std::size_t source = choose_source(number);
        if (!thread_.posts[source].deleted && dice_.chance(0.12)) {
            answer_point_by_point(post, source);
        } else {
            post.body.push_back(quote_of(source));
            if (number > 3 && dice_.chance(0.08)) {
                if (dice_.chance(0.5)) post.body.push_back({false, words_of(1, 2), 0, {}});
                post.body.push_back(quote_of(choose_source(number)));
            }
        }
    }
    bool usual = false;
    if (post.body.empty() || post.body.back().is_quote) {
        const std::size_t paragraphs = number == 0 ? 5 : 1 + dice_.below(dice_.chance(0.15) ? 7 : 3);
        post.body.push_back({false, words_of(paragraphs, thread_.people[post.author].sentences), 0, {}});
        usual = number > 0 && dice_.chance(0.07);
        if (usual && number > 5 && dice_.chance(0.4)) {
            repeat(dice_.below(number), post);
        } else if (usual) {
            post.body.back().paragraphs = {{dice_.chance(0.5) ? "+1" : "Thanks for that."}};
        }
    }
    // Which posts will be deleted is known from the start, so that their quotes can be made to overlap. Of those with
    // usual words or another's nobody could tell that they are gone.
    post.deleted = number > 0 && !usual && dice_.chance(plan_.deleted);
    thread_.posts.push_back(std::move(post));
}

WrittenThread Writer::run() {
    thread_.number = plan_.seed;
    thread_.title = vocabulary_.sentence(dice_, Tongue::latin);
    thread_.people = make_people(dice_);
    thread_.seam_gap = dice_.chance(0.5) ? 1 : 2;
    for (std::size_t i = 0; i < plan_.posts; ++i) write_post(i);
    for (WrittenPost& post : thread_.posts) post.deleted = post.deleted && post.quoted;
    return std::move(thread_);
}

}  // namespace

WrittenThread write_thread(const ThreadPlan& plan) {
    return Writer(plan).run();
}

}  // namespace rejoinder::test
