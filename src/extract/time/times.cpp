#include "extract/time/times.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

#include "base/calendar.hpp"
#include "base/unicode.hpp"
#include "extract/time/printed_date.hpp"

namespace rejoinder {

namespace {

std::optional<std::int64_t> number(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::string_view group(const Pattern& pattern, const PatternMatch& match, std::string_view name) {
    const std::size_t index = pattern.group(name);
    return index == 0 || index >= match.groups.size() ? std::string_view() : match.groups[index];
}

template <class Value>
std::optional<Value> look_up(const std::map<std::string, Value, std::less<>>& words, std::string_view word) {
    const auto at = words.find(fold(word));
    if (at == words.end()) return std::nullopt;
    return at->second;
}

/// Seconds of a printed count of units; nothing if a word is unknown.
struct Amount {
    std::int64_t seconds = 0;
    std::int64_t unit = 0;
};

std::optional<Amount> read_amount(std::string_view printed_count, std::string_view printed_unit,
                                  const PhraseBook& book) {
    auto count = number(printed_count);
    if (!count) count = look_up(book.numbers, printed_count);
    const auto unit = look_up(book.units, printed_unit);
    if (!count || !unit || *count >= 10'000) return std::nullopt;
    return Amount{*count * *unit, *unit};
}

/// "7 minutes ago" is 7 to 8 minutes: forums round down. "2 years, 3 months ago" is as wide as a month.
std::optional<SecondsRange> read_age(std::string_view printed, const PhraseBook& book) {
    PatternMatch match;
    for (const Pattern& pattern : book.just_now) {
        if (pattern.find(printed, 0, match).value_or(false)) return SecondsRange{0, 60};
    }
    for (const Pattern& pattern : book.ages) {
        if (!pattern.find(printed, 0, match).value_or(false)) continue;
        auto amount = read_amount(group(pattern, match, "count"), group(pattern, match, "unit"), book);
        if (!amount) continue;
        if (const auto more_count = group(pattern, match, "more_count"); !more_count.empty()) {
            const auto more = read_amount(more_count, group(pattern, match, "more_unit"), book);
            if (!more) continue;
            amount = {amount->seconds + more->seconds, more->unit};
        }
        return SecondsRange{amount->seconds, amount->seconds + amount->unit};
    }
    return std::nullopt;
}

/// What the books that can read it agree on.
std::optional<SecondsRange> agreed_age(std::string_view printed, const Profile& profile) {
    std::optional<SecondsRange> agreed;
    for (const auto& book : profile.phrases) {
        const auto age = read_age(printed, *book);
        if (!age) continue;
        if (agreed && *agreed != *age) return std::nullopt;
        agreed = age;
    }
    return agreed;
}

/// The same for dates. Which book says what order the numbers have is for the caller to decide, so it is one for all.
PrintedDate agreed_date(std::string_view printed, const PageReading& reading, const DateContext& context) {
    PrintedDate agreed;
    if (reading.stated != nullptr) agreed = read_printed_date(printed, *reading.stated, context);
    if (agreed.at || agreed.ambiguous) return agreed;
    for (const auto& book : reading.profile.phrases) {
        PrintedDate date = read_printed_date(printed, *book, context);
        if (!date.at && !date.ambiguous) continue;
        if (agreed.at && date.at && *agreed.at != *date.at) return {};
        if (!agreed.at) agreed = date;
    }
    return agreed;
}

/// Ten digits are Unix seconds, as markup holds them.
std::optional<SecondsRange> read_unix_time(std::string_view printed) {
    if (printed.size() < 9 || printed.size() > 10) return std::nullopt;
    const auto seconds = number(printed);
    if (!seconds) return std::nullopt;
    return SecondsRange{*seconds, *seconds + 1};
}

/// "pt" of "pt-BR".
std::string primary_language(std::string_view language) {
    return fold(language.substr(0, language.find_first_of("-_")));
}

/// The order of the languages that the profile states, else of the page's own; nothing if none has one or they differ.
std::optional<DateOrder> order_of_language(const Profile& profile, std::string_view language) {
    const std::string primary = primary_language(language);
    std::optional<DateOrder> order;
    for (const auto& book : profile.phrases) {
        if (!profile.states_languages && book->language != primary) continue;
        if (!book->order || (order && *order != *book->order)) return std::nullopt;
        order = book->order;
    }
    return order;
}

void each_quote_time(std::vector<Block>& blocks, const auto& visit) {
    for (Block& block : blocks) {
        auto* quote = std::get_if<Quote>(&block.content);
        if (quote == nullptr) continue;
        visit(quote->time, true);
        each_quote_time(quote->body, visit);
    }
}

/// Visits every time of a page; the visitor learns whether it stands in a quote.
void each_time(Page& page, const auto& visit) {
    for (Post& post : page.posts) {
        visit(post.time, false);
        if (post.edit) visit(post.edit->time, false);
        each_quote_time(post.body, visit);
    }
}

bool is_unread(const PrintedTime& time) {
    return !time.at && !time.age && !time.text.empty();
}

/// The orders of dates in numbers that the page's own dates prove.
std::vector<ProvenOrder> proven_orders(Page& page, const PageReading& reading) {
    std::vector<ProvenOrder> proven;
    each_time(page, [&](const PrintedTime& time, bool) {
        if (time.text.empty() || time.text.size() > 60) return;
        const auto order = agreed_date(time.text, reading, {}).order;
        if (order && std::find(proven.begin(), proven.end(), *order) == proven.end()) proven.push_back(*order);
    });
    return proven;
}

class DateSettler {
public:
    DateSettler(Page& page, const Profile& profile, std::string_view language, const PageClock& clock)
        : reading_(profile, language),
          zone_seconds_(profile.zone_seconds ? profile.zone_seconds : read_printed_zone(clock.zone)),
          captured_at_(page.captured_at),
          proven_(proven_orders(page, reading_)),
          language_order_(order_of_language(profile, language)) {
        read_now(clock.now);
    }

    void settle(PrintedTime& time, bool in_quote) const {
        DateContext context{{}, {}, zone_seconds_};
        // In a quote, "today" is the day on which the quoting post was written, which is not known here.
        if (!in_quote) context.captured_at = captured_at_;
        PrintedDate date = agreed_date(time.text, reading_, context);
        if (!date.at && date.ambiguous) {
            context.order = order_for(date);
            if (context.order) date = agreed_date(time.text, reading_, context);
        }
        time.at = date.at;
        // The day was told in a zone that nobody knows.
        if (local_clock_ && time.at) time.at = in_zone(*time.at, std::nullopt);
    }

    /// A time that was read without a zone, in the zone that the page states.
    void narrow(PrintedTime& time) const {
        if (reading_.profile.zone_seconds || local_clock_ || !zone_seconds_ || !time.at) return;
        // A zone of its own beats the page's, also one that has several meanings ("CST").
        if (const auto at = agreed_date(time.text, reading_, {{}, {}, zone_seconds_}).at) {
            if (at->at_least >= time.at->at_least && at->below <= time.at->below) time.at = at;
            return;
        }
        const SecondsRange anywhere = in_zone({0, 0}, std::nullopt);
        const SecondsRange local{time.at->at_least - anywhere.at_least, time.at->below - anywhere.below};
        if (local.at_least < local.below) time.at = in_zone(local, zone_seconds_);
    }

private:
    /// The page's "now" tells which day "today" is, in the page's own zone even if that has no name here.
    void read_now(std::string_view printed) {
        if (printed.empty()) return;
        const bool zone_known = zone_seconds_.has_value();
        if (!zone_known) zone_seconds_ = 0;
        PrintedTime now;
        now.text = printed;
        now.at = read_iso_time(printed, zone_seconds_);
        if (!now.at) settle(now, true);
        if (now.at) captured_at_ = now.at->at_least;
        local_clock_ = now.at && !zone_known;
        if (!now.at && !zone_known) zone_seconds_.reset();
    }

    std::optional<DateOrder> order_for(const PrintedDate& date) const {
        std::optional<DateOrder> order;
        for (const ProvenOrder& proven : proven_) {
            if (proven.sign != date.sign) continue;
            if (order) return std::nullopt;  // the page writes both
            order = proven.order;
        }
        if (order) return order;
        if (reading_.profile.date_order) return reading_.profile.date_order;
        // "03-05-2024, 10:15 AM" is the form in which some forums are delivered, in whatever language they speak.
        if (date.sign == '-' && date.twelve_hours) return std::nullopt;
        return language_order_;
    }

    PageReading reading_;
    std::optional<int> zone_seconds_;  // 0 with `local_clock_`: nobody knows it, and times are widened in the end
    std::optional<UnixTime> captured_at_;
    bool local_clock_ = false;  // `captured_at_` is the page's own clock, read as if it were UTC
    std::vector<ProvenOrder> proven_;
    std::optional<DateOrder> language_order_;
};

/// One sentence about the posts whose printed time nobody could read.
void tell_unread(const Page& page, Diagnostics& diagnostics) {
    std::size_t unread = 0;
    std::size_t first = 0;
    for (std::size_t at = 0; at < page.posts.size(); ++at) {
        if (is_unread(page.posts[at].time) && unread++ == 0) first = at;
    }
    if (unread == 0) return;
    diagnostics.push_back(
        {page.origin,
         fmt::format("The time of {} stays as printed, for example \"{}\": its language, the order of its numbers or "
                     "the day of the capture is not known; see [time] and [date] in docs/profile-format.md.",
                     unread == 1 ? std::string("1 post") : fmt::format("{} posts", unread),
                     page.posts[first].time.text)});
}

}  // namespace

PrintedTime read_time(std::string_view printed, const PageReading& reading) {
    const Profile& profile = reading.profile;
    PrintedTime time;
    time.text = one_line(printed);
    if (time.text.empty()) return time;
    time.at = read_unix_time(time.text);
    if (!time.at) time.at = read_iso_time(time.text, profile.zone_seconds);
    if (time.at) return time;
    const DateContext context{{}, {}, profile.zone_seconds};
    if (reading.stated != nullptr) {
        time.at = read_printed_date(time.text, *reading.stated, context).at;
        if (!time.at) time.age = read_age(time.text, *reading.stated);
        if (time.at || time.age) return time;
    }
    time.at = agreed_date(time.text, profile, context).at;
    if (!time.at) time.age = agreed_age(time.text, profile);
    return time;
}

std::optional<int> read_printed_zone(std::string_view printed) {
    const std::size_t name = std::min(printed.find("UTC"), printed.find("GMT"));
    if (name == std::string_view::npos) return std::nullopt;
    std::string_view rest = printed.substr(name + 3);
    const int summer = rest.find('[') == std::string_view::npos ? 0 : 3'600;
    const auto skip_spaces = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size())); };
    skip_spaces();
    const bool minus = rest.starts_with('-') || rest.starts_with("\u2212");
    if (!minus && !rest.starts_with('+')) return summer;
    rest.remove_prefix(rest.starts_with("\u2212") ? 3 : 1);
    skip_spaces();
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const auto hours = number(rest.substr(0, digits));
    if (!hours || *hours > 14) return std::nullopt;
    rest.remove_prefix(digits);
    std::int64_t minutes = 0;
    if (rest.size() > 2 && rest[0] == ':') minutes = number(rest.substr(1, 2)).value_or(60);
    if (rest.starts_with(".5")) minutes = 30;
    if (rest.starts_with(".25") || rest.starts_with(".75")) minutes = rest[1] == '2' ? 15 : 45;
    if (minutes > 59) return std::nullopt;
    return static_cast<int>((minus ? -1 : 1) * (*hours * 3'600 + minutes * 60)) + summer;
}

void settle_times(Page& page, const Profile& profile, std::string_view language, Diagnostics& diagnostics,
                  const PageClock& clock) {
    bool any = !clock.zone.empty();
    each_time(page, [&](const PrintedTime& time, bool) { any = any || is_unread(time); });
    if (!any) return;
    const DateSettler settler(page, profile, language, clock);
    each_time(page, [&](PrintedTime& time, bool in_quote) {
        if (is_unread(time)) {
            settler.settle(time, in_quote);
        } else {
            settler.narrow(time);
        }
    });
    tell_unread(page, diagnostics);
}

}  // namespace rejoinder
