#include "rejoinder/extract.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

const ProfileSet& profiles() {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    return set;
}

Result<Page> read(std::string bytes, MediaType type, const ExtractOptions& options = {}) {
    Diagnostics diagnostics;
    return extract({std::move(bytes), "page", type, {}}, profiles(), options, diagnostics);
}

Result<Page> html(std::string body) {
    return read("<!DOCTYPE html><body>" + body, MediaType::html);
}

std::string article(std::string_view id, std::string_view author, std::string_view body, std::string_view more = "") {
    return "<article id='elComment_" + std::string(id) +
           "' class='cPost ipsComment'><aside class='cAuthorPane'><h3 "
           "class='cAuthorPane_author'><a href='/profile/7-x/'>" +
           std::string(author) +
           "</a></h3></aside>"
           "<div data-commentid='" +
           std::string(id) +
           "' data-quotedata='{\"userid\":7,\"username\":\"x\"}'>"
           "<div class='ipsComment_meta'><time datetime='2024-03-19T21:22:50Z'>March 19, 2024</time></div>"
           "<div data-role='commentContent'>" +
           std::string(body) + "</div>" + std::string(more) + "</div></article>";
}

const std::string post_footer = "\nLink to comment\nShare on other sites\n\n";

std::string text_page(const std::string& posts) {
    return "Jump to content\n\nA title\n\nAnn\n\nRecommended Posts\n\n" + posts +
           "Create an account or sign in to comment\n";
}

}  // namespace

TEST_CASE("A post is read with its key, author, time and paragraphs") {
    const Page page =
        html(article("11", "Ann", "<p>One\n   line.</p>\n<p>&nbsp;</p><p>Two<br>lines.</p><ul><li>a<li>b</ul>"))
            .value();
    REQUIRE(page.posts.size() == 1);
    const Post& post = page.posts[0];
    CHECK(page.profile == "invision");
    CHECK(post.key == "11");
    CHECK(post.author == "Ann");
    CHECK(post.author_id == "7");
    CHECK(post.time.text == "March 19, 2024");
    CHECK(post.time.at == SecondsRange{1710883370, 1710883371});
    REQUIRE(post.body.size() == 1);
    CHECK(*post.body[0].text() == "One line.\n\nTwo\nlines.\n\na\nb");
}

TEST_CASE("Quotes keep what their markup says, and nest") {
    const Page page =
        html(
            article(
                "12", "Bob",
                "<p>Before.</p><blockquote class='ipsQuote' data-ipsquote-username='Ann' "
                "data-ipsquote-contentcommentid='11' "
                "data-ipsquote-userid='7' data-ipsquote-timestamp='1710883370'><div class='ipsQuote_citation'>8 "
                "minutes ago, Ann "
                "said:</div><div class='ipsQuote_contents'><blockquote class='ipsQuote'><p>Old.</p></blockquote><p>Own "
                "words.</p></div></blockquote><p>After.</p>"))
            .value();
    const auto& body = page.posts[0].body;
    REQUIRE(body.size() == 3);
    CHECK(*body[0].text() == "Before.");
    const Quote& quote = *body[1].quote();
    CHECK(quote.author == "Ann");
    CHECK(quote.source_key == "11");
    CHECK(quote.author_id == "7");
    CHECK(quote.time.text == "8 minutes ago");
    CHECK(quote.time.age == SecondsRange{480, 540});
    CHECK(quote.time.at == SecondsRange{1710883370, 1710883371});
    REQUIRE(quote.body.size() == 2);
    CHECK(*quote.body[0].quote()->body[0].text() == "Old.");
    CHECK(*quote.body[1].text() == "Own words.");
    CHECK(*body[2].text() == "After.");
}

TEST_CASE("Signatures, edit notes and buttons are no words of a post") {
    const Page page = html(article("13", "Ann",
                                   "<p>Hello <img data-emoticon alt=':)'><img alt='a holiday'></p><p "
                                   "data-excludequote><strong>Edited <time "
                                   "datetime='2024-03-20T10:00:00Z'>March 20</time> by Mod</strong><br>a bad "
                                   "link</p><button>Press</button>",
                                   "<div data-role='memberSignature'>Signed.</div>"))
                          .value();
    const Post& post = page.posts[0];
    CHECK(*post.body.at(0).text() == "Hello :)");
    CHECK(post.signature == "Signed.");
    REQUIRE(post.edit);
    CHECK(post.edit->by == "Mod");
    CHECK(post.edit->reason == "a bad link");
    CHECK(post.edit->time.at == SecondsRange{1710928800, 1710928801});
}

TEST_CASE("Preformatted text keeps its lines") {
    const Page page = html(article("14", "Ann", "<p>See:</p><pre>a = 1\n\n  b = 2\n</pre><p>So.</p>")).value();
    CHECK(*page.posts[0].body.at(0).text() == "See:\n\na = 1\n\n  b = 2\n\nSo.");
}

TEST_CASE("Items of lists keep their lines and numbers, also where items hold paragraphs or are empty") {
    const auto body = [](std::string_view markup) {
        return *html(article("1", "Ann", markup)).value().posts.at(0).body.at(0).text();
    };
    CHECK(body("<p>Do:</p><ul><li>one</li><li></li><li><p>two</p><p>more</p></li></ul>end") ==
          "Do:\n\none\n\ntwo\n\nmore\n\nend");
    CHECK(body("<ol start='3'><li>c</li><li></li><li>e<ol><li>inner</li></ol></li><li>f</li></ol>") ==
          "3. c\n5. e\n1. inner\n6. f");
    CHECK(body("<ol start='99999999999999999999'><li>x</li></ol>") == "1. x");
}

TEST_CASE("Rows of a table are lines, and a tab parts their cells") {
    const auto page = html(article("1", "Ann", "<table><tr><td>a b</td><td>c</td></tr><tr><td>d</td></tr></table>"));
    CHECK(*page.value().posts.at(0).body.at(0).text() == "a b\tc\nd");
}

TEST_CASE("An emoji is told by its class or its address, and other pictures say nothing") {
    const auto page = html(article("1", "Ann",
                                   "a <img class='mceSmilie1' alt=':)'> <img src='/img/smilies/x.png' alt=';)'> "
                                   "<img src='cat.png' alt='a cat'> b"));
    CHECK(*page.value().posts.at(0).body.at(0).text() == "a :) ;) b");
}

TEST_CASE("Links of a post's own words keep their target; those in quotes and within the page do not count") {
    const auto page =
        html(article("1", "Ann",
                     "<blockquote class='ipsQuote'><a href='/quoted'>q</a></blockquote>"
                     "<p>See <a href=' https://example.org/x '>the <b>manual</b></a>, <a href='#top'>up</a>, "
                     "<a href='pic.png'><img src='pic.png'></a></p>"));
    const std::vector<Link> expected = {{"the manual", "https://example.org/x"}, {"", "pic.png"}};
    CHECK(page.value().posts.at(0).links == expected);
}

TEST_CASE("A comment inside a comment answers it, and a pingback is marked") {
    const auto comment = [](std::string_view id, std::string_view inner) {
        return "<li id='comment-" + std::string(id) + "' class='comment'><article id='div-comment-" + std::string(id) +
               "' class='comment-body'><footer class='comment-meta'><div class='comment-author vcard'><b class='fn'>N" +
               std::string(id) + "</b></div></footer><div class='comment-content'><p>Words.</p></div></article>" +
               std::string(inner) + "</li>";
    };
    const Page page = html("<div id='comments' class='comments-area'><ol class='comment-list'>" +
                           comment("1", "<ol class='children'>" + comment("2", "") + "</ol>") +
                           "<li id='comment-3' class='pingback even'><div class='comment-body'>Pingback: "
                           "<a>Else</a></div></li></ol></div>")
                          .value();
    REQUIRE(page.posts.size() == 3);
    CHECK(page.posts[1].author == "N2");
    CHECK(page.posts[1].parent_key == "1");
    CHECK(page.posts[0].parent_key.empty());
    CHECK(page.posts[2].kind == PostKind::pingback);
}

TEST_CASE("What stands between posts and says what was done is an event, and a placeholder loses its words") {
    const auto item = [](std::string_view id, std::string_view inner) {
        return "<div class='PostStream-item' data-number='" + std::string(id) + "' data-id='" + std::string(id) +
               "' data-type='x'>" + std::string(inner) + "</div>";
    };
    const Page page =
        html(item("1",
                  "<article class='CommentPost Post'><h3 class='PostUser-name'>Ada</h3>"
                  "<div class='Post-body'><p>Words.</p></div></article>") +
             item("2",
                  "<article class='EventPost Post'><i class='icon fa-lock'></i><div class='EventPost-info'>"
                  "<a class='EventPost-user' href='/u/bo'>Bo</a> locked the discussion.</div></article>"))
            .value();
    REQUIRE(page.posts.size() == 2);
    CHECK(page.posts[1].kind == PostKind::event);
    CHECK(page.posts[1].author == "Bo");
    REQUIRE(page.posts[1].acts.size() == 1);
    CHECK(page.posts[1].acts[0].kind == ModerationKind::lock);
    CHECK(page.posts[1].acts[0].text == "Bo locked the discussion.");
    const Page removed = html(
                             "<ul><li class='post' id='post-7'><div class='post-message' data-role='message'><p>This "
                             "comment was deleted.</p></div></li></ul>")
                             .value();
    REQUIRE(removed.posts.size() == 1);
    CHECK(removed.posts[0].kind == PostKind::post);
    CHECK(removed.posts[0].body.empty());
    CHECK(removed.posts[0].acts.at(0).kind == ModerationKind::removal);
}

TEST_CASE("Comments that are printed in a row answer the nearest earlier one that is less deep") {
    const auto row = [](std::string_view id, int indent) {
        return "<tr class='athing comtr' id='" + std::string(id) + "'><td><table><tr><td class='ind' indent='" +
               std::to_string(indent) +
               "'></td><td></td><td class='default'><div><span class='comhead'><a class='hnuser'>N" + std::string(id) +
               "</a> <span class='age'><a href='item?id=" + std::string(id) +
               "'>1 day ago</a></span></span></div><div class='comment'>Words.</div></td></tr></table></td></tr>";
    };
    const Page page = html(
                          "<table class='fatitem'><tr><td class='subtext'><a class='hnuser'>Op</a> <span class='age'>"
                          "<a href='item?id=1'>1 day ago</a></span></td></tr></table><table>" +
                          row("2", 0) + row("3", 1) + row("4", 10) + row("5", 1) + row("6", 0) + "</table>")
                          .value();
    REQUIRE(page.posts.size() == 6);
    CHECK(page.posts[0].parent_key.empty());
    CHECK(page.posts[1].parent_key == "1");
    CHECK(page.posts[2].parent_key == "2");
    CHECK(page.posts[3].parent_key == "3");
    CHECK(page.posts[4].parent_key == "2");
    CHECK(page.posts[5].parent_key == "1");
}

TEST_CASE(
    "A parent that a post names counts unless the post stands inside another, and a score without a name gets one") {
    const auto comment = [](std::string_view id, std::string_view parent, std::string_view inner) {
        return "<shreddit-comment thingid='t1_" + std::string(id) + "' parentid='" + std::string(parent) +
               "' author='x' score='-3'><div slot='comment'><p>Words.</p></div>" + std::string(inner) +
               "</shreddit-comment>";
    };
    const Page page = html(comment("a", "t3_p", comment("b", "t1_elsewhere", "")) + comment("c", "t1_a", "")).value();
    REQUIRE(page.posts.size() == 3);
    CHECK(page.posts[0].parent_key == "p");
    CHECK(page.posts[1].parent_key == "a");
    CHECK(page.posts[2].parent_key == "a");
    CHECK(page.posts[0].reactions == std::vector<Reaction>{{"points", -3}});
}

TEST_CASE("A plain-text quote ends where its end is printed, and holds the quotes inside it") {
    const std::string text =
        "A title\n\n  • Thread starter Ann\n\n\nAnn\n\nMember\n  • Feb 3, 2025\n  • #1\nOpening.\n \n\nBob\n\nMember\n"
        "  • Feb 3, 2025\n  • #2\nCy said:\nAnn said:\nInner.\nClick to expand...\nOuter.\nClick to expand...\n"
        "Own.\nAnn said:\nOpen.\n";
    const Page page = read(text, MediaType::text).value();
    CHECK(page.profile == "xenforo");
    REQUIRE(page.posts.size() == 2);
    CHECK(page.posts[1].author == "Bob");
    const auto& body = page.posts[1].body;
    REQUIRE(body.size() == 4);
    const Quote& outer = *body[0].quote();
    CHECK(outer.author == "Cy");
    CHECK(outer.end_is_printed);
    REQUIRE(outer.body.size() == 2);
    CHECK(outer.body[0].quote()->author == "Ann");
    CHECK(*outer.body[0].quote()->body.at(0).text() == "Inner.");
    CHECK(*outer.body[1].text() == "Outer.");
    CHECK(*body[1].text() == "Own.");
    CHECK_FALSE(body[2].quote()->end_is_printed);
    CHECK(*body[3].text() == "Open.");
}

TEST_CASE("The indent of a comment in plain text tells which earlier one it answers") {
    const Page page =
        read(
            "An article\n\n2 comments\n\n  1. Ann says:\n    March 3, 2025 at 10:11 am\n\n    One.\n\n    Reply\n"
            "    1. Bob says:\n      March 3, 2025 at 10:12 am\n\n      Two.\n\n      Reply\n"
            "  2. Cy says:\n    March 3, 2025 at 10:13 am\n\n    Three.\n\n    Reply\n\nLeave a comment\n",
            MediaType::text)
            .value();
    REQUIRE(page.posts.size() == 3);
    CHECK(page.posts[0].parent_line == 0);
    CHECK(page.posts[1].parent_line == page.posts[0].line);
    CHECK(page.posts[2].parent_line == 0);
}

TEST_CASE("What stands before a post and is about it is the next post's, and no other's") {
    const auto head = [](std::string_view id, std::string_view date) {
        return "<div id='post-" + std::string(id) + "' class='bbp-reply-header'><span class='bbp-reply-post-date'>" +
               std::string(date) + "</span></div>";
    };
    const auto reply = [](std::string_view name) {
        return "<div class='reply type-reply'><span class='bbp-author-name'>" + std::string(name) +
               "</span><div class='bbp-reply-content'>Words.</div></div>";
    };
    const Page page =
        html("<div id='bbpress-forums'><div class='bbp-body'>" + head("0", "May 1, 2020") + head("1", "May 2, 2020") +
             reply("Ann") + reply("Bob") + head("3", "May 3, 2020") + "</div></div>")
            .value();
    REQUIRE(page.profile == "bbpress");
    REQUIRE(page.posts.size() == 2);
    CHECK(page.posts[0].key == "1");
    CHECK(page.posts[0].author == "Ann");
    CHECK(page.posts[0].time.text == "May 2, 2020");
    CHECK(page.posts[1].author == "Bob");
    CHECK(page.posts[1].key.empty());
    CHECK(page.posts[1].time.text.empty());
}

TEST_CASE("The parent that a post names is kept, and a score without a name gets one") {
    const auto answer = [](std::string_view id, std::string_view parent) {
        return "<div id='answer-" + std::string(id) + "' class='answer js-answer' data-parentid='" +
               std::string(parent) +
               "'><div class='js-vote-count' data-value='-3'>-3</div><div class='js-post-body'><p>Words.</p></div>"
               "<ul><li id='comment-9' class='comment js-comment' data-comment-id='9'><span "
               "class='comment-copy'>Why?</span></li></ul></div>";
    };
    const Page page = html(answer("2", "1")).value();
    REQUIRE(page.posts.size() == 2);
    CHECK(page.posts[0].parent_key == "1");
    CHECK(page.posts[1].parent_key == "2");
    CHECK(page.posts[0].reactions == std::vector<Reaction>{{"Score", -3}});
    CHECK(page.posts[1].reactions.empty());
}

TEST_CASE("A plain-text page is cut into posts with their reactions and open quotes") {
    const Page page = read(text_page("Opening.\n\n  • Like 2\n  • Thumbs Up 1" + post_footer +
                                     "3 hours ago, Bob Brown said:\n\nQuoted.\n\n\u00A0\n\nAnswer." + post_footer),
                           MediaType::text)
                          .value();
    CHECK(page.title == "A title");
    REQUIRE(page.posts.size() == 2);
    CHECK(page.posts[0].author == "Ann");
    CHECK(page.posts[0].author_place == "the byline above the first post");
    CHECK(page.posts[0].line == 9);
    CHECK(page.posts[0].reactions == std::vector<Reaction>{{"Like", 2}, {"Thumbs Up", 1}});
    CHECK(page.posts[1].author.empty());
    const auto& body = page.posts[1].body;
    REQUIRE(body.size() == 2);
    CHECK(body[0].quote()->author == "Bob Brown");
    CHECK(body[0].quote()->time.age == SecondsRange{10800, 14400});
    CHECK_FALSE(body[0].quote()->end_is_printed);
    CHECK(*body[1].text() == "Quoted.\n\n\nAnswer.");  // the hollow paragraph is kept as a third newline
}

TEST_CASE("The byline is nobody's where the first post quotes: the page is not the thread's first") {
    const Page page =
        read(text_page("3 hours ago, Bob said:\n\nQuoted.\n\nAnswer." + post_footer + "More." + post_footer),
             MediaType::text)
            .value();
    CHECK(page.posts[0].author.empty());
}

TEST_CASE("Line ends of other systems make no difference") {
    const std::string unix_page = text_page("One.\n\nTwo." + post_footer + "Three." + post_footer);
    std::string dos_page;
    for (const char c : unix_page) dos_page += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(read(unix_page, MediaType::text).value() == read(dos_page, MediaType::text).value());
}

TEST_CASE("A page in another charset is decoded as it says") {
    const Page page =
        read("<!DOCTYPE html><meta charset=windows-1252><body>" + article("1", "Ren\xE9", "<p>caf\xE9</p>"),
             MediaType::html)
            .value();
    CHECK(page.posts[0].author == "René");
    CHECK(*page.posts[0].body[0].text() == "café");
}

TEST_CASE("Text that looks like no charset is refused with the place") {
    std::string noise = "first\n";
    for (int byte = 0x80; byte < 0x100; ++byte) noise += static_cast<char>(byte);
    const auto page = read(noise + noise + noise, MediaType::text);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::unreadable);
    CHECK(page.error().message ==
          "page is not UTF-8 (byte 7 in line 2 is wrong), names no other charset and looks like none; convert it to "
          "UTF-8 "
          "first, for example with iconv.");
}

TEST_CASE("What a page without a thread is stands in the error") {
    const auto message = [](std::string bytes, MediaType type) {
        const auto page = read(std::move(bytes), type);
        REQUIRE_FALSE(page);
        CHECK(page.error().code == ErrorCode::no_thread);
        return page.error().message;
    };
    CHECK_THAT(message("Just an article.\n", MediaType::text), Catch::Contains("page holds no forum thread"));
    CHECK_THAT(message("An article.\n\nYour Comment\n\nYou are replying to: .", MediaType::text),
               Catch::Contains("comment section that is empty"));
    CHECK_THAT(message("<!DOCTYPE html><article class='cPost'></article>", MediaType::html),
               Catch::Contains("page, read with the profile invision, holds no posts"));
}

TEST_CASE("An unknown forum is refused with the nearest name") {
    ExtractOptions options;
    options.forum = "invison";
    const auto page = read("x", MediaType::text, options);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::bad_argument);
    CHECK_THAT(page.error().message, Catch::Contains("did you mean \"invision\"?"));
}
