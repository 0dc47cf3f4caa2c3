// The questions that people ask most, as views.
#include "report/tables/sqlite.hpp"

namespace rejoinder::report {

const std::vector<SqliteView>& sqlite_views() {
    static const std::vector<SqliteView> views = {
        {"answers", "one reply with the words of both posts",
         "SELECT r.thread, r.post, r.author, a.text, r.to_post, r.to_ghost, r.to_author,"
         " coalesce(b.text, g.text) AS to_text, r.confidence, r.is_primary, r.evidence FROM replies r"
         " JOIN posts a ON a.thread = r.thread AND a.post = r.post"
         " LEFT JOIN posts b ON b.thread = r.thread AND b.post = r.to_post"
         " LEFT JOIN ghosts g ON g.thread = r.thread AND g.ghost = r.to_ghost"},
        {"exchanges", "two people of a thread, and how often one answers the other",
         "SELECT thread, author, to_author, count(*) AS replies FROM replies"
         " WHERE author IS NOT NULL AND to_author IS NOT NULL GROUP BY thread, author, to_author"},
        {"residual_quotes", "one quote of a post that is not on the pages",
         "SELECT q.thread, q.post, q.quote, q.source_ghost AS ghost, g.author, q.text, q.words FROM quotes q"
         " JOIN ghosts g ON g.thread = q.thread AND g.ghost = q.source_ghost"},
        {"tree", "one post with its place in the tree; ghosts stand above the posts that answer them",
         "WITH RECURSIVE walk(thread, post, depth, path) AS ("
         " SELECT thread, post, CASE WHEN answers_ghost IS NULL THEN 0 ELSE 1 END,"
         " coalesce(answers_ghost || '/', '') || printf('%06d', post) FROM posts WHERE answers_post IS NULL"
         " UNION ALL SELECT p.thread, p.post, w.depth + 1, w.path || '/' || printf('%06d', p.post)"
         " FROM posts p JOIN walk w ON p.thread = w.thread AND p.answers_post = w.post)"
         " SELECT w.thread, w.post, w.depth, w.path, p.author, p.text FROM walk w"
         " JOIN posts p ON p.thread = w.thread AND p.post = w.post"},
        {"people_across_threads", "one name, over all threads of the run",
         "SELECT name, count(*) AS threads, sum(posts_written) AS posts FROM people GROUP BY name"},
    };
    return views;
}

}  // namespace rejoinder::report
