#include "bare_parse.hpp"

#include <lexbor/html/html.h>

namespace rejoinder::bench {

bool bare_parse(std::string_view html) {
    lxb_html_document_t* document = lxb_html_document_create();
    const lxb_status_t status =
        lxb_html_document_parse(document, reinterpret_cast<const lxb_char_t*>(html.data()), html.size());
    lxb_html_document_destroy(document);
    return status == LXB_STATUS_OK;
}

}  // namespace rejoinder::bench
