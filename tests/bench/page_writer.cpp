#include "page_writer.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::bench {
namespace {

using Paragraph = std::vector<std::string>;  // its sentences

constexpr std::string_view title = "Slow night trains";
constexpr std::int64_t first_time = 1740808800;  // 2025-03-01 06:00 UTC
constexpr std::size_t first_key = 880100;
constexpr std::size_t reach = 30;  // a post quotes one of the thirty before it, so that ages stay below a day

constexpr std::string_view vocabulary =
    "about after again against all almost always and another answer any around ask bad because before begin "
    "bench better between board both bridge bring build bus but call carry change cheap city clear close "
    "cold come corner cost country day door down driver early empty end enough even every far fast few find "
    "first follow food for free friend from full give good ground group half hand hard have head hear help "
    "here high hill hold home hour house idea in is it keep kind know large last late learn leave less "
    "letter light line little long look lose market matter mean might minute money more most mountain move "
    "must near never new next night not now number of often old on once only open or other our out over "
    "paper pay people place plan price promise quiet rain reach ready reason river road seat station that "
    "ticket town train";  // separated by one space each
constexpr std::array<std::string_view, 8> name_heads = {"Quiet", "Amber",  "North", "Rusty",
                                                        "Paper", "Mellow", "Stone", "Copper"};
constexpr std::array<std::string_view, 6> name_tails = {"Heron", " Lantern", "Baker", " Otter 7", "_rail", "Willow"};
constexpr std::array<std::string_view, 5> reaction_names = {"Like", "Thanks", "Haha", "Confused", "Thumbs Up"};

constexpr std::string_view page_head = R"(<!DOCTYPE html>
<html lang="en-US" dir="ltr"><head><meta charset="utf-8"><title>Slow night trains - Travel - Example Forum</title>
<meta property="og:title" content="Slow night trains"><meta property="og:site_name" content="Example Forum">
<meta property="og:url" content="https://forum.example.com/topic/70412-slow-night-trains/">
<link rel="canonical" href="https://forum.example.com/topic/70412-slow-night-trains/"></head>
<body class='ipsApp ipsApp_front ipsClearfix' data-controller='core.front.core.app' data-pageApp='forums' data-pageController='topic' data-pageID='70412'>
<a href='#ipsLayout_mainArea' class='ipsHide'>Jump to content</a><main id='ipsLayout_body'><h1 class="ipsType_pageTitle ipsContained_container"><span class="ipsType_break ipsContained"><span>Slow night trains</span></span></h1>
<div id='comments' data-controller='core.front.core.commentFeed,forums.front.topic.view' data-feedID='topic-70412' class='cTopic'>
<div id="elPostFeed" data-role='commentFeed'>
)";
constexpr std::string_view post_head = R"(<a id='comment-@key@'></a>
<article id='elComment_@key@' class='cPost ipsBox ipsResponsive_pull ipsComment ipsComment_parent ipsClearfix ipsColumns'>
	<div class='cAuthorPane_mobile ipsResponsive_showPhone'><div class='cAuthorPane_content'>
		<h3 class='ipsType_sectionHead cAuthorPane_author'><a href='https://forum.example.com/profile/@id@-member/' rel="nofollow" class="ipsType_break">@name@</a></h3>
		<a href='https://forum.example.com/topic/70412-slow-night-trains/?do=findComment&amp;comment=@key@' class='ipsType_blendLinks'>Posted @time@</a>
	</div></div>
	<aside class='ipsComment_author cAuthorPane ipsColumn ipsColumn_medium ipsResponsive_hidePhone'>
		<h3 class='ipsType_sectionHead cAuthorPane_author'><strong><a href='https://forum.example.com/profile/@id@-member/' rel="nofollow" class="ipsType_break">@name@</a></strong></h3>
		<ul class='cAuthorPane_info ipsList_reset'><li data-role='group'>@group@</li><li data-role='stats'><i class="fa fa-comment"></i> @posts@</li></ul>
	</aside><div class='ipsColumn ipsColumn_fluid'>
<div id='comment-@key@_wrap' data-controller='core.front.core.comment' data-commentID="@key@" data-quoteData='{&quot;userid&quot;:@id@,&quot;username&quot;:&quot;@name@&quot;,&quot;timestamp&quot;:@seconds@,&quot;contentid&quot;:70412,&quot;contentcommentid&quot;:@key@}' class='ipsComment_content'>
	<div class='ipsComment_meta ipsType_light'><div class='ipsType_reset ipsResponsive_hidePhone'>Posted @time@</div></div>
	<div class='cPost_contentWrap'><div data-role='commentContent' class='ipsType_normal ipsType_richText ipsPadding_bottom ipsContained'>
)";
constexpr std::string_view quote_head =
    R"(<blockquote class="ipsQuote" data-ipsquote="" data-ipsquote-contentapp="forums" data-ipsquote-contentclass="forums_Topic" data-ipsquote-contentcommentid="@key@" data-ipsquote-contentid="70412" data-ipsquote-contenttype="forums" data-ipsquote-timestamp="@time@" data-ipsquote-userid="@id@" data-ipsquote-username="@name@">
	<div class="ipsQuote_citation">
		@header@
	</div>
	<div class="ipsQuote_contents">
)";
constexpr std::string_view reaction_form =
    R"(<li class='ipsReact_reactCount'><span data-ipsTooltip title="@name@"><span><img src='/uploads/reactions/react.png' alt="@name@" loading="lazy"></span><span>@count@</span></span></li>
)";
constexpr std::string_view post_foot = R"(</ul></div></div>
	<div class='ipsPadding ipsHide cPostShareMenu' id='elSharePost_@key@_menu'><h5 class='ipsType_normal'>Link to comment</h5><h5 class='ipsType_normal'>Share on other sites</h5></div>
</div></div>
</article>
)";
constexpr std::string_view page_foot = R"(</div>
<div class='ipsType_center ipsPad cGuestTeaser'><h2 class='ipsType_pageTitle'>Create an account or sign in to comment</h2></div>
</div></main><footer id='ipsLayout_footer'><p id='elCopyright'><a rel='nofollow' title='Invision Community' href='https://www.invisioncommunity.com/'>Powered by Invision Community</a></p></footer>
</body></html>
)";

/// Marsaglia's xorshift with 32 bits of state.
class Random {
public:
    explicit Random(std::uint32_t seed) : state_(seed * 2654435769u ^ 0x5bd1e995u) {
        if (state_ == 0) state_ = 1;
    }
    std::size_t below(std::size_t bound) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return static_cast<std::size_t>(static_cast<std::uint64_t>(state_) * bound >> 32);
    }
    std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }

private:
    std::uint32_t state_;
};

struct WrittenPost {
    std::size_t author = 0;
    std::int64_t time = 0;
    std::vector<Paragraph> body;
    std::vector<Paragraph> quoted;  // empty if it quotes nothing
    std::size_t source = 0;         // index of the quoted post
    std::vector<std::pair<std::string_view, std::size_t>> reactions;
    bool deleted = false;
};

void add(std::string& out, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) out += part;
}

/// Adds `form` with every @name@ replaced by its value.
void fill(std::string& out, std::string_view form,
          std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    for (std::size_t at = form.find('@'); at != std::string_view::npos; at = form.find('@')) {
        out += form.substr(0, at);
        const std::size_t end = form.find('@', at + 1);
        const std::string_view name = form.substr(at + 1, end - at - 1);
        for (const auto& value : values) out += value.first == name ? value.second : std::string_view();
        form.remove_prefix(end + 1);
    }
    out += form;
}

std::string member_name(std::size_t author) {
    return std::string(name_heads[author % name_heads.size()]) + std::string(name_tails[author / name_heads.size()]);
}

std::string member_id(std::size_t author) {
    return std::to_string(3100 + author * 17);
}

std::string key_of(std::size_t index) {
    return std::to_string(first_key + index * 3);
}

std::vector<std::string_view> split_words(std::string_view list) {
    std::vector<std::string_view> words;
    for (std::size_t end = 0; !list.empty(); list.remove_prefix(std::min(end + 1, list.size()))) {
        end = std::min(list.find(' '), list.size());
        words.push_back(list.substr(0, end));
    }
    return words;
}

std::string write_sentence(Random& random) {
    static const std::vector<std::string_view> words = split_words(vocabulary);
    std::string sentence;
    for (std::size_t left = random.between(6, 15); left > 0; --left) {
        if (!sentence.empty()) sentence += random.below(12) == 0 ? ", " : " ";
        sentence += words[random.below(words.size())];
    }
    sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    sentence += random.below(6) == 0 ? '?' : '.';
    return sentence;
}

std::vector<Paragraph> write_body(Random& random, std::size_t paragraphs) {
    std::vector<Paragraph> body(paragraphs);
    for (Paragraph& paragraph : body) {
        for (std::size_t sentences = random.between(1, 3); sentences > 0; --sentences)
            paragraph.push_back(write_sentence(random));
    }
    return body;
}

/// All of a post, one of its paragraphs, or one of its sentences.
std::vector<Paragraph> excerpt_of(Random& random, const std::vector<Paragraph>& body) {
    const std::size_t how = random.below(3);
    if (how == 0) return body;
    const Paragraph& paragraph = body[random.below(body.size())];
    if (how == 1) return {paragraph};
    return {{paragraph[random.below(paragraph.size())]}};
}

std::vector<WrittenPost> write_thread(std::size_t visible, std::uint32_t seed) {
    Random random(seed);
    std::vector<WrittenPost> thread;
    for (std::size_t shown = 0; shown < visible;) {
        WrittenPost post;
        post.time =
            thread.empty() ? first_time : thread.back().time + static_cast<std::int64_t>(random.between(70, 2400));
        post.author = random.below(name_heads.size() * name_tails.size());
        post.body = write_body(random, thread.empty() ? 5 : random.between(1, 3));
        post.deleted = shown > 0 && random.below(8) == 0;
        if (shown % 2 == 1) {
            post.source = thread.size() - 1 - random.below(std::min(reach, thread.size()));
            post.quoted = excerpt_of(random, thread[post.source].body);
        }
        for (const std::string_view name : reaction_names)
            if (random.below(5) == 0) post.reactions.emplace_back(name, random.between(1, 9));
        if (!post.deleted) ++shown;
        thread.push_back(std::move(post));
    }
    return thread;
}

std::string time_tag(std::int64_t time) {
    using namespace std::chrono;
    const sys_seconds moment{seconds{time}};
    const auto midnight = floor<days>(moment);
    const year_month_day date{midnight};
    const hh_mm_ss clock{moment - midnight};
    const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
    const std::string day = std::to_string(static_cast<int>(date.year())) + "-" +
                            two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()));
    return "<time datetime='" + day + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
           two(clock.seconds().count()) + "Z' title='" + day + "' data-short='Mar'>" + day + "</time>";
}

/// The age of a source when it was quoted, rounded down as the engine does: "7 minutes ago", "1 hour ago".
std::string age(std::int64_t seconds) {
    const std::int64_t minutes = seconds / 60;
    const std::int64_t count = minutes < 60 ? minutes : minutes / 60;
    return std::to_string(count) + (minutes < 60 ? " minute" : " hour") + (count == 1 ? " ago" : "s ago");
}

std::string quote_header(const WrittenPost& post, const WrittenPost& source) {
    return age(post.time - source.time) + ", " + member_name(source.author) + " said:";
}

std::string joined(const Paragraph& paragraph) {
    std::string text;
    for (const std::string& sentence : paragraph) add(text, {text.empty() ? "" : " ", sentence});
    return text;
}

void add_html_paragraphs(std::string& out, const std::vector<Paragraph>& body) {
    for (const Paragraph& paragraph : body) add(out, {"<p>\n\t", joined(paragraph), "\n</p>\n"});
}

void add_html_quote(std::string& out, const WrittenPost& post, const std::vector<WrittenPost>& thread) {
    const WrittenPost& source = thread[post.source];
    fill(out, quote_head,
         {{"key", key_of(post.source)},
          {"time", std::to_string(source.time)},
          {"id", member_id(source.author)},
          {"name", member_name(source.author)},
          {"header", quote_header(post, source)}});
    add_html_paragraphs(out, post.quoted);
    out += "\t</div>\n</blockquote>\n";
}

void add_html_post(std::string& out, std::size_t index, const std::vector<WrittenPost>& thread) {
    const WrittenPost& post = thread[index];
    fill(out, post_head,
         {{"key", key_of(index)},
          {"name", member_name(post.author)},
          {"id", member_id(post.author)},
          {"group", post.author % 3 == 0 ? "Members" : "Advanced Members"},
          {"posts", std::to_string(post.author * 53 + 12)},
          {"seconds", std::to_string(post.time)},
          {"time", time_tag(post.time)}});
    if (!post.quoted.empty()) add_html_quote(out, post, thread);
    add_html_paragraphs(out, post.body);
    out += "</div>\n<div class='ipsItemControls'><ul class='ipsReact_reactions'>\n";
    for (const auto& [name, count] : post.reactions)
        fill(out, reaction_form, {{"name", name}, {"count", std::to_string(count)}});
    fill(out, post_foot, {{"key", key_of(index)}});
}

void add_text_paragraphs(std::string& out, const std::vector<Paragraph>& body) {
    for (std::size_t i = 0; i < body.size(); ++i) add(out, {i == 0 ? "" : "\u00a0\n\n", joined(body[i]), "\n\n"});
}

}  // namespace

std::string invision_page(std::size_t posts, std::uint32_t seed) {
    const std::vector<WrittenPost> thread = write_thread(posts, seed);
    std::string out;
    out.reserve(page_head.size() + page_foot.size() + thread.size() * 3000);
    out += page_head;
    for (std::size_t i = 0; i < thread.size(); ++i) {
        if (!thread[i].deleted) add_html_post(out, i, thread);
    }
    out += page_foot;
    return out;
}

std::string plain_text_page(std::size_t posts, std::uint32_t seed) {
    const std::vector<WrittenPost> thread = write_thread(posts, seed);
    std::string out;
    add(out, {"Jump to content\n\n\n", title, "\n\n\n",
              thread.empty() ? std::string() : member_name(thread.front().author), "\n\nRecommended Posts\n\n"});
    for (const WrittenPost& post : thread) {
        if (post.deleted) continue;
        if (!post.quoted.empty()) add(out, {quote_header(post, thread[post.source]), "\n\n"});
        add_text_paragraphs(out, post.quoted);
        add_text_paragraphs(out, post.body);
        for (const auto& [name, count] : post.reactions)
            add(out, {"  \u2022 ", name, " ", std::to_string(count), "\n"});
        out += "Link to comment\nShare on other sites\n\n";
    }
    out += "Create an account or sign in to comment\n";
    return out;
}

}  // namespace rejoinder::bench
