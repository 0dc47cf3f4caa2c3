// How the report spells enumerators and references. The JSON names are part of the format: docs/formats.md lists them.
#pragma once

#include <string>
#include <string_view>

#include "rejoinder/analyze.hpp"
#include "report/text.hpp"

namespace rejoinder::report {

std::string_view match_name(Match match);                   // "whole"
std::string_view evidence_name(EvidenceKind kind);          // "quoted_text"
std::string_view boundary_name(BoundaryEvidence boundary);  // "known_post"
std::string_view name_source_name(NameSource source);       // "inferred"
std::string_view post_kind_name(PostKind kind);             // "pingback"
std::string_view dispute_end_name(DisputeEnd end);          // "silence"

/// "4" for a post, "g1" for a ghost.
void append_ref(std::string& out, Ref ref);

/// "post 4" or "g1"; in HTML a link to it.
void append_named_ref(std::string& out, Ref ref, Style style = Style::plain);

/// The HTML anchor of a post or ghost: "p4", "g1".
void append_anchor(std::string& out, Ref ref);

/// The name under which a post or ghost is known; empty if its writer is unknown.
std::string_view writer_name(const Analysis& analysis, Ref ref);

/// The role of a post's writer, or nullptr if nothing tells one.
const Role* role_of(const Analysis& analysis, std::size_t post);

/// True if page 1 of the thread was not given: then post 1 is the first post given, and not the first of the thread.
bool begins_later(const Thread& thread);

}  // namespace rejoinder::report
