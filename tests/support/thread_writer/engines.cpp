// Threads as the pages of forum engines: each engine is a table of templates in its true markup, with @names@ to fill.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

#include "support/thread_writer/thread_writer.hpp"

namespace rejoinder::test {
namespace {

using Values = std::vector<std::pair<std::string_view, std::string>>;

struct Engine {
    std::string_view head;        // @title@ @thread@ @page@ @pages@
    std::string_view post;        // @key@ @name@ @user@ @time@ @body@ @signature@
    std::string_view signature;   // @text@
    std::string_view quote;       // @key@ @name@ @user@ @body@ @seconds@ @time@
    std::string_view bare_quote;  // @name@ @body@: without ids
    bool paragraphs;              // <p>…</p>; else lines parted by two <br>
    std::string_view foot;
};

constexpr Engine invision = {
    R"(<!DOCTYPE html><html lang="en-US" dir="ltr"><head><meta charset="utf-8"><title>@title@ - Example Board</title>
<meta property="og:title" content="@title@"><meta property="og:site_name" content="Example Board">
<link rel="canonical" href="https://board.example/topic/@thread@-written/"></head><body class='ipsApp'>
<h1 class='ipsType_pageTitle'><span>@title@</span></h1>
<ul class='ipsPagination' data-pages='@pages@'><li class='ipsPagination_page ipsPagination_active'><a href='#' data-page='@page@'>@page@</a></li></ul>
)",
    R"(<article id='elComment_@key@' class='cPost ipsBox ipsComment'><aside class='ipsComment_author cAuthorPane'><h3 class='ipsType_sectionHead cAuthorPane_author'><strong><a href='https://board.example/profile/@user@-m/'>@name@</a></strong></h3></aside>
<div id='comment-@key@_wrap' data-commentid='@key@' class='ipsComment_content'><div class='ipsComment_meta'><a href='https://board.example/topic/@thread@-written/?do=findComment&amp;comment=@key@'><time datetime='@time@'>x</time></a></div>
<div data-role='commentContent' class='ipsType_normal ipsType_richText'>
@body@
</div>@signature@</div></article>
)",
    R"(<div data-role="memberSignature" class="ipsType_richText"><p>@text@</p></div>)",
    R"(<blockquote class="ipsQuote" data-ipsquote="" data-ipsquote-contentcommentid="@key@" data-ipsquote-contentid="@thread@" data-ipsquote-timestamp="@seconds@" data-ipsquote-userid="@user@" data-ipsquote-username="@name@"><div class="ipsQuote_citation">@name@ said:</div><div class="ipsQuote_contents">
@body@
</div></blockquote>
)",
    R"(<blockquote class="ipsQuote" data-ipsquote="" data-ipsquote-username="@name@"><div class="ipsQuote_citation">@name@ said:</div><div class="ipsQuote_contents">
@body@
</div></blockquote>
)",
    true,
    "</body></html>\n"};

constexpr Engine phpbb = {
    R"(<!DOCTYPE html><html dir="ltr" lang="en-gb"><head><meta charset="utf-8"><title>@title@ - Example Board</title><link rel="canonical" href="https://board.example/viewtopic.php?t=@thread@"></head>
<body id="phpbb" class="section-viewtopic ltr"><h2 class="topic-title"><a href="./viewtopic.php?t=@thread@">@title@</a></h2>
<div class="pagination">Page <strong>@page@</strong> of <strong>@pages@</strong></div>
)",
    R"(<div id="p@key@" class="post has-profile bg2"><div class="inner"><dl class="postprofile" id="profile@key@"><dt><a href="./memberlist.php?mode=viewprofile&amp;u=@user@" class="username">@name@</a></dt></dl>
<div class="postbody"><div id="post_content@key@"><p class="author"><span class="responsive-hide">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u=@user@" class="username">@name@</a></strong> &raquo; </span><time datetime="@time@">x</time></p>
<div class="content">@body@</div>@signature@</div></div></div></div>
)",
    R"(<div id="sig1" class="signature">@text@</div>)",
    R"(<blockquote cite="./viewtopic.php?p=@key@#p@key@"><div><cite><a href="./memberlist.php?mode=viewprofile&amp;u=@user@">@name@</a> wrote: <a href="./viewtopic.php?p=@key@#p@key@" data-post-id="@key@">↑</a></cite>
@body@</div></blockquote>
)",
    R"(<blockquote><div><cite>@name@ wrote:</cite>@body@</div></blockquote>
)",
    false,
    "</body></html>\n"};

constexpr Engine vbulletin3 = {
    R"(<!DOCTYPE html><html dir="ltr" lang="en"><head><meta charset="utf-8"><meta name="generator" content="vBulletin 3.8.11"><title> @title@ - Example Board</title></head><body>
<table><tr><td class="navbar"><strong> @title@</strong></td></tr></table><div class="pagenav"><table><tr><td class="vbmenu_control">Page @page@ of @pages@</td></tr></table></div>
<table><tr><td class="vbmenu_control" id="threadtools"><a href="/showthread.php?t=@thread@&amp;nojs=1#goto_threadtools">Thread Tools</a></td></tr></table><div id="posts">
)",
    R"(<div id="edit@key@"><table id="post@key@" class="tborder"><tr><td class="thead"><a name="post@key@"></a> @local@ </td></tr><tr valign="top"><td class="alt2"><div id="postmenu_@key@"><a class="bigusername" href="member.php?u=@user@">@name@</a></div></td>
<td class="alt1" id="td_post_@key@"><div id="post_message_@key@">@body@</div>@signature@</td></tr></table></div>
)",
    R"(<div>__________________<br />@text@</div>)",
    R"(<div style="margin:20px; margin-top:5px; "><div class="smallfont" style="margin-bottom:2px">Quote:</div><table><tr><td class="alt2" style="border:1px inset"><div>Originally Posted by <strong>@name@</strong> <a href="showthread.php?p=@key@#post@key@" rel="nofollow"><img src="v.gif" alt="View Post" /></a></div><div style="font-style:italic">@body@</div></td></tr></table></div>
)",
    R"(<div style="margin:20px; margin-top:5px; "><div class="smallfont" style="margin-bottom:2px">Quote:</div><table><tr><td class="alt2" style="border:1px inset"><div>Originally Posted by <strong>@name@</strong></div><div style="font-style:italic">@body@</div></td></tr></table></div>
)",
    false,
    "</div></body></html>\n"};

constexpr Engine vbulletin4 = {
    R"(<!DOCTYPE html><html dir="ltr" lang="en"><head><meta charset="utf-8"><meta name="generator" content="vBulletin 4.2.2"><title> @title@ - Page @page@</title></head><body>
<form class="pagination"><input type="hidden" name="t" value="@thread@"><span><a class="popupctrl">Page @page@ of @pages@</a></span></form><span class="threadtitle"><a href="showthread.php?@thread@-Written">@title@</a></span><ol id="posts" class="posts">
)",
    R"(<li class="postbitlegacy postbitim postcontainer old" id="post_@key@"><div class="posthead"><span class="postdate old"><span class="date">@day@,&nbsp;<span class="time">@clock@</span></span></span></div><div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username offline popupctrl" href="member.php?@user@-M"><strong>@name@</strong></a></div></div>
<div class="postbody"><div class="content"><div id="post_message_@key@"><blockquote class="postcontent restore ">@body@</blockquote></div></div>@signature@</div></div></li>
)",
    R"(<blockquote class="signature restore"><div class="signaturecontainer">@text@</div></blockquote>)",
    R"(<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_quote_container"></div><div class="bbcode_postedby"><img src="q.png" alt="Quote" /> Originally Posted by <strong>@name@</strong> <a href="showthread.php?p=@key@#post@key@" rel="nofollow"><img class="inlineimg" src="v.png" alt="View Post" /></a></div><div class="message">@body@</div></div></div></div>
)",
    R"(<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_quote_container"></div><div class="bbcode_postedby"><img src="q.png" alt="Quote" /> Originally Posted by <strong>@name@</strong></div><div class="message">@body@</div></div></div></div>
)",
    false,
    "</ol></body></html>\n"};

constexpr Engine xenforo = {
    R"(<!DOCTYPE html><html id="XF" lang="en-US" dir="LTR" data-content-key="thread-@thread@"><head><meta charset="utf-8"><title>@title@ | Example Board</title><meta property="og:site_name" content="Example Board"></head><body>
<h1 class="p-title-value">@title@</h1><nav><div class="pageNav"><ul class="pageNav-main"><li class="pageNav-page pageNav-page--current"><a href="#">@page@</a></li><li class="pageNav-page"><a href="#">@pages@</a></li></ul></div></nav>
)",
    R"(<article class="message message--post js-post" data-author="@name@" data-content="post-@key@" id="js-post-@key@"><div class="message-inner"><section class="message-user"><h4 class="message-name"><a href="/members/m.@user@/" class="username" data-user-id="@user@">@name@</a></h4></section>
<header class="message-attribution"><a href="/threads/written.@thread@/post-@key@"><time datetime="@time@">x</time></a></header><div class="message-userContent"><article class="message-body"><div class="bbWrapper">@body@</div></article></div>@signature@</div></article>
)",
    R"(<aside class="message-signature"><div class="bbWrapper">@text@</div></aside>)",
    R"(<blockquote data-attributes="member: @user@" data-quote="@name@" data-source="post: @key@" class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div class="bbCodeBlock-title"><a href="/goto/post?id=@key@" class="bbCodeBlock-sourceJump">@name@ said:</a></div><div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">@body@</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>
)",
    R"(<blockquote data-attributes="" data-quote="@name@" data-source="" class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div class="bbCodeBlock-title">@name@ said:</div><div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">@body@</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>
)",
    false,
    "</body></html>\n"};

constexpr Engine smf = {
    R"(<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>@title@</title><meta property="og:site_name" content="Example Board"><link rel="canonical" href="https://board.example/index.php?topic=@thread@.0"></head><body id="smf">
<span id="top_subject">@title@</span><div class="pagelinks floatleft"><span class="pages">Pages</span><span class="current_page">@page@</span></div><div id="forumposts">
)",
    R"(<div class="windowbg" id="msg@key@"><div class="post_wrapper"><div class="poster"><h4><a href="https://board.example/index.php?action=profile;u=@user@">@name@</a></h4></div><div class="postarea"><div class="keyinfo"><div id="subject_@key@"><a href="https://board.example/index.php?msg=@key@">Re</a></div><div class="postinfo"><a href="https://board.example/index.php?msg=@key@" class="smalltext">@local@</a></div></div>
<div class="post"><div class="inner" data-msgid="@key@" id="msg_@key@">@body@</div></div></div><div class="moderatorbar">@signature@</div></div></div>
)",
    R"(<div class="signature" id="msg_1_signature">@text@</div>)",
    R"(<blockquote class="bbc_standard_quote"><cite><a href="https://board.example/index.php?msg=@key@">Quote from: @name@ on @local@</a></cite>@body@</blockquote>
)",
    R"(<blockquote class="bbc_standard_quote"><cite>Quote from: @name@</cite>@body@</blockquote>
)",
    false,
    "</div></body></html>\n"};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#039;";
        else
            out += c;
    }
    return out;
}

std::string fill(std::string_view form, const Values& values) {
    std::string out;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t begin = form.find('@', at);
        const std::size_t end = begin == std::string_view::npos ? begin : form.find('@', begin + 1);
        if (end == std::string_view::npos) return out + std::string(form.substr(at));
        out += form.substr(at, begin - at);
        const std::string_view name = form.substr(begin + 1, end - begin - 1);
        for (const auto& [key, value] : values) {
            if (key == name) out += value;
        }
        at = end + 1;
    }
    return out;
}

template <class... Parts>
std::string print(const char* form, Parts... parts) {
    char buffer[96];
    std::snprintf(buffer, sizeof buffer, form, parts...);
    return buffer;
}

struct Moment {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::seconds> clock;
    int hour12() const { return static_cast<int>((clock.hours().count() + 11) % 12 + 1); }
    const char* half() const { return clock.hours().count() < 12 ? "AM" : "PM"; }
};

Moment moment_of(std::int64_t time) {
    const std::chrono::sys_seconds at{std::chrono::seconds(time)};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return {day, std::chrono::hh_mm_ss(at - day)};
}

/// All forms of a time that templates ask for.
void add_time(Values& values, std::int64_t time) {
    static constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const Moment m = moment_of(time);
    const int year = int(m.day.year());
    const unsigned month = unsigned(m.day.month());
    const unsigned day = unsigned(m.day.day());
    const int hour = static_cast<int>(m.clock.hours().count());
    const int minute = static_cast<int>(m.clock.minutes().count());
    const int second = static_cast<int>(m.clock.seconds().count());
    values.emplace_back("seconds", std::to_string(time));
    values.emplace_back("time", print("%04d-%02u-%02uT%02d:%02d:%02dZ", year, month, day, hour, minute, second));
    values.emplace_back(
        "local", print("%s %02u, %04d, %02d:%02d %s", std::string(months.substr((month - 1) * 3, 3)).c_str(), day, year,
                       m.hour12(), minute, m.half()));
    values.emplace_back("day", print("%02u-%02u-%04d", month, day, year));
    values.emplace_back("clock", print("%02d:%02d %s", m.hour12(), minute, m.half()));
}

std::string line_of(const Paragraph& paragraph) {
    std::string line;
    for (std::size_t i = 0; i < paragraph.size(); ++i) line += (i == 0 ? "" : " ") + paragraph[i];
    return line;
}

class HtmlWriter {
public:
    HtmlWriter(const WrittenThread& thread, const Engine& engine, bool ids)
        : thread_(thread), engine_(engine), ids_(ids) {}

    std::string post(std::size_t number) const {
        const WrittenPost& post = thread_.posts[number];
        const WrittenPerson& person = thread_.people[post.author];
        Values values = values_of(number);
        std::string body;
        for (const WrittenPiece& piece : post.body) body += piece.is_quote ? quote(piece) : text(piece.paragraphs);
        values.emplace_back("body", std::move(body));
        if (!person.signature.empty()) {
            values.emplace_back("signature", fill(engine_.signature, {{"text", escaped(person.signature)}}));
        }
        return fill(engine_.post, values);
    }

private:
    Values values_of(std::size_t number) const {
        const WrittenPost& post = thread_.posts[number];
        Values values = {{"key", std::to_string(thread_.number * 10000 + number)},
                         {"thread", std::to_string(thread_.number)},
                         {"name", escaped(thread_.people[post.author].name)},
                         {"user", std::to_string(100 + post.author)}};
        add_time(values, post.time);
        return values;
    }

    std::string quote(const WrittenPiece& piece) const {
        Values values = values_of(piece.source);
        std::string body;
        for (const WrittenPiece& nested : piece.nested) body += quote(nested);
        values.emplace_back("body", body + text(piece.paragraphs));
        return fill(ids_ ? engine_.quote : engine_.bare_quote, values);
    }

    std::string text(const std::vector<Paragraph>& paragraphs) const {
        std::string html;
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            const std::string line = escaped(line_of(paragraphs[i]));
            html += engine_.paragraphs ? "<p>" + line + "</p>\n" : (i == 0 ? "" : "<br />\n<br />\n") + line;
        }
        return html;
    }

    const WrittenThread& thread_;
    const Engine& engine_;
    bool ids_;
};

/// "3 hours ago, NAME said:" of a quote that is younger than a day, else with the date.
std::string text_header(const WrittenThread& thread, const WrittenPiece& quote, std::int64_t now) {
    const WrittenPost& source = thread.posts[quote.source];
    const std::string& name = thread.people[source.author].name;
    const std::int64_t age = now - source.time;
    if (age < 3600) {
        const std::int64_t minutes = age / 60;
        if (minutes < 1) return "Just now, " + name + " said:";
        return std::to_string(minutes) + (minutes == 1 ? " minute ago, " : " minutes ago, ") + name + " said:";
    }
    if (age < 86400)
        return std::to_string(age / 3600) + (age < 7200 ? " hour ago, " : " hours ago, ") + name + " said:";
    const Moment m = moment_of(source.time);
    return print("On %u/%u/%d at %d:%02d %s, ", unsigned(m.day.month()), unsigned(m.day.day()), int(m.day.year()),
                 m.hour12(), static_cast<int>(m.clock.minutes().count()), m.half()) +
           name + " said:";
}

void append_text(const WrittenThread& thread, const WrittenPiece& piece, std::int64_t now, const WrittenPerson& writer,
                 std::string& text) {
    if (piece.is_quote) text += text_header(thread, piece, now) + "\n\n";
    for (const WrittenPiece& nested : piece.nested) append_text(thread, nested, now, writer, text);
    for (std::size_t i = 0; i < piece.paragraphs.size(); ++i) {
        if (i > 0) text += writer.paragraph_gap == 1 ? "\n" : writer.paragraph_gap == 2 ? "\n\n" : "\n\n\u00a0\n\n";
        text += line_of(piece.paragraphs[i]);
    }
    text += piece.is_quote && thread.seam_gap == 1 ? "\n" : "\n\n";
}

std::string plain_text(const WrittenThread& thread) {
    std::string text = "Jump to content\n\n\n" + thread.title + "\n\n\n" + thread.people[thread.posts[0].author].name +
                       "\n\nRecommended Posts\n\n";
    for (const WrittenPost& post : thread.posts) {
        if (post.deleted) continue;
        for (const WrittenPiece& piece : post.body) {
            const std::uint32_t writer = piece.is_quote ? thread.posts[piece.source].author : post.author;
            append_text(thread, piece, post.time, thread.people[writer], text);
        }
        text += "Link to comment\nShare on other sites\n\n";
    }
    return text + "Create an account or sign in to comment\n";
}

const Engine& engine_of(Rendering rendering) {
    switch (rendering) {
        case Rendering::phpbb:
            return phpbb;
        case Rendering::vbulletin3:
            return vbulletin3;
        case Rendering::vbulletin4:
            return vbulletin4;
        case Rendering::xenforo:
            return xenforo;
        case Rendering::smf:
            return smf;
        case Rendering::invision:
        case Rendering::invision_text:
            break;
    }
    return invision;
}

}  // namespace

const std::vector<RenderingInfo>& renderings() {
    static const std::vector<RenderingInfo> table = {
        {Rendering::invision, "invision", "html"},     {Rendering::phpbb, "phpbb", "html"},
        {Rendering::vbulletin3, "vbulletin3", "html"}, {Rendering::vbulletin4, "vbulletin4", "html"},
        {Rendering::xenforo, "xenforo", "html"},       {Rendering::smf, "smf", "html"},
        {Rendering::invision_text, "invision", "txt"},
    };
    return table;
}

std::vector<std::string> render(const WrittenThread& thread, Rendering rendering, bool ids,
                                std::size_t posts_per_page) {
    if (rendering == Rendering::invision_text) return {plain_text(thread)};
    const Engine& engine = engine_of(rendering);
    const HtmlWriter writer(thread, engine, ids);
    std::vector<std::string> bodies;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < thread.posts.size(); ++i) {
        if (thread.posts[i].deleted) continue;
        if (shown++ % posts_per_page == 0) bodies.emplace_back();
        bodies.back() += writer.post(i);
    }
    std::vector<std::string> pages;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const Values values = {{"title", escaped(thread.title)},
                               {"thread", std::to_string(thread.number)},
                               {"page", std::to_string(i + 1)},
                               {"pages", std::to_string(bodies.size())}};
        pages.push_back(fill(engine.head, values) + bodies[i] + std::string(engine.foot));
    }
    return pages;
}

}  // namespace rejoinder::test
