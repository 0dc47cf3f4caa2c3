// Words and sentences for threads: few words are frequent, most are rare, as in what people write.
#include <algorithm>
#include <array>

#include "support/thread_writer/thread_writer.hpp"

namespace rejoinder::test {
namespace {

constexpr std::size_t rare_words = 4000;

constexpr std::string_view frequent =
    "the to and of a in is it you that for on not be this was are with have but as they if at or what we can all so "
    "there will do no from one about just by would more when an like get some people think know don't your how who out "
    "my time only up than then because other them going been good even their which it's much where still now make "
    "right "
    "way had over say want could see really into has here well any being why need work thing most after never should "
    "same very years back us take things come many lot did too before better point through off last old used also "
    "money always own something another money first place might doesn't every day put while again those long least "
    "around sure read price water house road side reason wrong agree story plan market train river city law";

constexpr std::array<std::string_view, 28> heads = {
    "bar", "cor", "den", "fal", "gri", "hol", "jas", "kel", "lum", "mor", "nal", "ost", "pel", "qui",
    "ras", "sel", "tor", "ul",  "ver", "wen", "yar", "zan", "bri", "cla", "dro", "fle", "sta", "tri"};
constexpr std::array<std::string_view, 16> middles = {"",   "",   "a",  "e",   "i",   "o",   "ar",  "en",
                                                      "il", "om", "un", "ast", "eck", "ird", "ond", "ump"};
constexpr std::array<std::string_view, 18> tails = {"",    "s",   "ed",  "ing",  "er", "ly", "ness", "age", "ment",
                                                    "ter", "dle", "ton", "sive", "al", "ic", "ty",   "ard", "ow"};

constexpr std::array<std::string_view, 40> thai = {
    "ผม",   "คิด",  "ว่า",  "ราคา", "บ้าน", "ที่",    "นี่",   "แพง", "มาก",  "แต่",  "คน", "ไทย", "ชอบ", "อาหาร",
    "ทะเล", "ฝน",  "ตก",  "ทุก",   "วัน",  "รถ",   "ติด",  "ใน",  "เมือง", "ใหญ่", "ไม่", "มี",   "ใคร", "รู้",
    "เรื่อง", "จริง", "เขา", "พูด",   "กับ",  "เพื่อน", "เมื่อ", "เช้า", "ตลาด", "ปลา", "สด", "ดี"};
constexpr std::array<std::string_view, 32> arabic = {
    "هذا",    "ليس",   "صحيح", "في",    "السوق", "كل",    "يوم",   "الناس", "من",   "المدينة", "على",
    "الطريق", "بيت",   "كبير", "قديم",  "ماء",   "البحر", "الخبز", "السعر", "أعلى", "أنا",     "لا",
    "أعرف",   "لماذا", "قال",  "الرجل", "إلى",   "الجبل", "بعد",   "المطر", "سمك",  "جديد"};
constexpr std::array<std::string_view, 8> emoji = {"🙂", "🙄",  "😂", "👍🏽", "🤔", "👨‍👩‍👧",
                                                   "🇹🇭",   "❤️"};

}  // namespace

Vocabulary::Vocabulary() {
    for (std::size_t at = 0; at < frequent.size();) {
        const std::size_t end = std::min(frequent.find(' ', at), frequent.size());
        words_.emplace_back(frequent.substr(at, end - at));
        at = end + 1;
    }
    for (std::size_t i = 0; i < rare_words; ++i) {
        std::string word(heads[i % heads.size()]);
        word += middles[i / heads.size() % middles.size()];
        word += tails[i * 7 / 3 % tails.size()];
        words_.push_back(std::move(word));
    }
    double sum = 0;
    for (std::size_t rank = 0; rank < words_.size(); ++rank) {
        sum += 1.0 / (static_cast<double>(rank) + 2.7);
        sums_.push_back(sum);
    }
}

std::string Vocabulary::word(Dice& dice) const {
    const double at = dice.unit() * sums_.back();
    return words_[static_cast<std::size_t>(std::lower_bound(sums_.begin(), sums_.end(), at) - sums_.begin())];
}

std::string Vocabulary::sentence(Dice& dice, Tongue tongue) const {
    const std::size_t length = 3 + dice.below(9) + dice.below(10);
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        if (tongue == Tongue::thai) {
            text += thai[dice.below(thai.size())];
        } else {
            if (i > 0) text += dice.chance(0.07) ? ", " : " ";
            text += tongue == Tongue::arabic ? std::string(arabic[dice.below(arabic.size())]) : word(dice);
        }
    }
    if (tongue == Tongue::latin) {
        if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
        text += dice.chance(0.12) ? "?" : dice.chance(0.08) ? "!" : dice.chance(0.05) ? "…" : ".";
    } else if (tongue == Tongue::arabic) {
        text += ".";
    }
    if (dice.chance(0.05)) text += ' ' + std::string(emoji[dice.below(emoji.size())]);
    return text;
}

}  // namespace rejoinder::test
