#include "rejoinder/pseudonyms.hpp"

#include "base/digest.hpp"
#include "base/name_replacer.hpp"
#include "base/unicode.hpp"

namespace rejoinder {
namespace {

constexpr std::size_t digits = 12;

std::string digest_of(const std::string& key, std::string_view kind, std::string_view what) {
    std::string message(kind);
    message += '\0';
    message += what;
    return hmac_sha256_hex(key, message).substr(0, digits);
}

}  // namespace

struct Pseudonyms::Names {
    std::string key;
    NameReplacer replacer;

    std::string of_name(std::string_view name) const {
        const std::string spelled = one_line(fold(name));
        return spelled.empty() ? std::string() : "p" + digest_of(key, "name", spelled);
    }

    std::string of_id(std::string_view id) const { return id.empty() ? std::string() : "u" + digest_of(key, "id", id); }

    void learn(std::string_view name) {
        if (std::string pseudonym = of_name(name); !pseudonym.empty()) replacer.add(name, std::move(pseudonym));
    }

    void learn(const std::vector<Block>& body) {
        for (const Block& block : body) {
            if (const Quote* quote = block.quote()) {
                learn(quote->author);
                learn(quote->body);
            }
        }
    }

    void change(std::string& text) const {
        if (!text.empty()) text = replacer.replace(text);
    }

    void change_name(std::string& name) const { name = of_name(name); }

    void change_id(std::string& id) const { id = of_id(id); }

    void change(std::vector<Block>& body) const {
        for (Block& block : body) {
            if (auto* text = std::get_if<std::string>(&block.content)) {
                change(*text);
            } else {
                Quote& quote = std::get<Quote>(block.content);
                change_name(quote.author);
                change_id(quote.author_id);
                change(quote.time.text);
                change(quote.body);
            }
        }
    }

    void change(EditNote& edit) const {
        change(edit.text);
        change_name(edit.by);
        change(edit.time.text);
        change(edit.reason);
    }

    void change(Post& post) const {
        change_name(post.author);
        change_id(post.author_id);
        change(post.author_place);
        change(post.role);
        change(post.time.text);
        change(post.permalink);
        change(post.body);
        for (Link& link : post.links) {
            change(link.text);
            change(link.url);
        }
        for (Attachment& file : post.attachments) {
            change(file.name);
            change(file.url);
        }
        change(post.signature);
        if (post.edit) change(*post.edit);
        for (EarlierText& earlier : post.earlier_texts) {
            change(earlier.body);
            change(earlier.origin);
        }
        for (PrintedAct& act : post.acts) change(act.text);
    }
};

Pseudonyms::Pseudonyms(std::string key) : names_(std::make_unique<Names>()) {
    names_->key = std::move(key);
}
Pseudonyms::~Pseudonyms() = default;
Pseudonyms::Pseudonyms(Pseudonyms&&) noexcept = default;
Pseudonyms& Pseudonyms::operator=(Pseudonyms&&) noexcept = default;

void Pseudonyms::learn(const Thread& thread) {
    for (const Post& post : thread.posts) {
        names_->learn(post.author);
        names_->learn(post.body);
        if (post.edit) names_->learn(post.edit->by);
        for (const EarlierText& earlier : post.earlier_texts) names_->learn(earlier.body);
    }
    for (const DeletedPost& deleted : thread.deleted) names_->learn(deleted.author);
    for (const ThreadEvent& event : thread.events) names_->learn(event.author);
}

void Pseudonyms::apply(Thread& thread) const {
    for (std::string* text : {&thread.title, &thread.forum, &thread.key, &thread.url}) names_->change(*text);
    for (std::string& origin : thread.origins) names_->change(origin);
    for (Post& post : thread.posts) names_->change(post);
    for (DeletedPost& deleted : thread.deleted) {
        names_->change_name(deleted.author);
        names_->change_id(deleted.author_id);
        names_->change(deleted.notice);
    }
    for (ThreadEvent& event : thread.events) {
        names_->change_name(event.author);
        names_->change(event.time.text);
        names_->change(event.text);
    }
}

std::string Pseudonyms::in_text(std::string_view text) const {
    return names_->replacer.replace(text);
}

std::string Pseudonyms::of_name(std::string_view name) const {
    return names_->of_name(name);
}

}  // namespace rejoinder
