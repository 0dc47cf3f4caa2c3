-- events_1
CREATE INDEX events_1 ON events (kind);
-- events_key
CREATE UNIQUE INDEX events_key ON events (thread, event);
-- finding_places_1
CREATE INDEX finding_places_1 ON finding_places (thread, post);
-- finding_places_key
CREATE UNIQUE INDEX finding_places_key ON finding_places (thread, finding, place);
-- findings_1
CREATE INDEX findings_1 ON findings (kind);
-- findings_key
CREATE UNIQUE INDEX findings_key ON findings (thread, finding);
-- ghosts_1
CREATE INDEX ghosts_1 ON ghosts (author);
-- ghosts_key
CREATE UNIQUE INDEX ghosts_key ON ghosts (thread, ghost);
-- measures_key
CREATE UNIQUE INDEX measures_key ON measures (thread, measure);
-- people_1
CREATE INDEX people_1 ON people (name);
-- people_key
CREATE UNIQUE INDEX people_key ON people (thread, name);
-- posts_1
CREATE INDEX posts_1 ON posts (author);
-- posts_2
CREATE INDEX posts_2 ON posts (thread, answers_post);
-- posts_3
CREATE INDEX posts_3 ON posts (thread, answers_ghost);
-- posts_key
CREATE UNIQUE INDEX posts_key ON posts (thread, post);
-- quotes_1
CREATE INDEX quotes_1 ON quotes (thread, source_post);
-- quotes_2
CREATE INDEX quotes_2 ON quotes (thread, source_ghost);
-- quotes_3
CREATE INDEX quotes_3 ON quotes (attributed_to);
-- quotes_key
CREATE UNIQUE INDEX quotes_key ON quotes (thread, post, quote);
-- replies_1
CREATE INDEX replies_1 ON replies (thread, to_post);
-- replies_2
CREATE INDEX replies_2 ON replies (thread, to_ghost);
-- replies_3
CREATE INDEX replies_3 ON replies (author, to_author);
-- replies_key
CREATE UNIQUE INDEX replies_key ON replies (thread, post, to_post, to_ghost);
-- threads_key
CREATE UNIQUE INDEX threads_key ON threads (thread);
-- events
CREATE TABLE events ("thread" INTEGER, "event" INTEGER, "kind" TEXT, "post" INTEGER, "by" TEXT, "printed_time" TEXT, "utc" TEXT, "object" TEXT, "reason" TEXT, "warning" TEXT, "sentence" TEXT) STRICT;
-- finding_places
CREATE TABLE finding_places ("thread" INTEGER, "finding" INTEGER, "place" INTEGER, "post" INTEGER, "ghost" TEXT) STRICT;
-- findings
CREATE TABLE findings ("thread" INTEGER, "finding" INTEGER, "kind" TEXT, "quote" INTEGER, "text" TEXT) STRICT;
-- ghosts
CREATE TABLE ghosts ("thread" INTEGER, "ghost" TEXT, "author" TEXT, "key" TEXT, "text" TEXT, "words" INTEGER, "quoted_by" INTEGER, "earliest" INTEGER, "latest" INTEGER) STRICT;
-- measures
CREATE TABLE measures ("thread" INTEGER, "measure" TEXT, "value" REAL, "without_doubtful" REAL, "unit" TEXT, "absent_because" TEXT) STRICT;
-- people
CREATE TABLE people ("thread" INTEGER, "name" TEXT, "source" TEXT, "ghosts" INTEGER, "posts_written" REAL, "replies_sent" REAL, "replies_received" REAL, "people_answered" REAL, "people_answering" REAL, "person_reciprocity" REAL, "page_rank" REAL, "betweenness" REAL, "post_share" REAL, "words_written" REAL, "entry" REAL, "exit" REAL) STRICT;
-- posts
CREATE TABLE posts ("thread" INTEGER, "post" INTEGER, "key" TEXT, "author" TEXT, "author_source" TEXT, "author_id" TEXT, "role" TEXT, "printed_time" TEXT, "utc" TEXT, "utc_before" TEXT, "permalink" TEXT, "edited" TEXT, "signature" TEXT, "reactions" INTEGER, "text" TEXT, "words" INTEGER, "answers_post" INTEGER, "answers_ghost" TEXT, "confidence" REAL, "earliest" INTEGER, "latest" INTEGER, "depth" REAL, "subtree_size" REAL, "replies" REAL, "quotes_drawn" REAL, "delay" REAL) STRICT;
-- quotes
CREATE TABLE quotes ("thread" INTEGER, "post" INTEGER, "quote" INTEGER, "depth" INTEGER, "attributed_to" TEXT, "printed_time" TEXT, "source_post" INTEGER, "source_ghost" TEXT, "match" TEXT, "agreement" REAL, "text" TEXT, "words" INTEGER, "boundary" TEXT, "ambiguous" INTEGER) STRICT;
-- replies
CREATE TABLE replies ("thread" INTEGER, "post" INTEGER, "to_post" INTEGER, "to_ghost" TEXT, "author" TEXT, "to_author" TEXT, "confidence" REAL, "is_primary" INTEGER, "evidence" TEXT) STRICT;
-- threads
CREATE TABLE threads ("thread" INTEGER, "title" TEXT, "forum" TEXT, "engine" TEXT, "profile" TEXT, "key" TEXT, "url" TEXT, "locked" INTEGER, "layout" TEXT, "time_from" TEXT, "diagnostics" INTEGER) STRICT;
-- answers
CREATE VIEW answers AS SELECT r.thread, r.post, r.author, a.text, r.to_post, r.to_ghost, r.to_author, coalesce(b.text, g.text) AS to_text, r.confidence, r.is_primary, r.evidence FROM replies r JOIN posts a ON a.thread = r.thread AND a.post = r.post LEFT JOIN posts b ON b.thread = r.thread AND b.post = r.to_post LEFT JOIN ghosts g ON g.thread = r.thread AND g.ghost = r.to_ghost;
-- exchanges
CREATE VIEW exchanges AS SELECT thread, author, to_author, count(*) AS replies FROM replies WHERE author IS NOT NULL AND to_author IS NOT NULL GROUP BY thread, author, to_author;
-- people_across_threads
CREATE VIEW people_across_threads AS SELECT name, count(*) AS threads, sum(posts_written) AS posts FROM people GROUP BY name;
-- residual_quotes
CREATE VIEW residual_quotes AS SELECT q.thread, q.post, q.quote, q.source_ghost AS ghost, g.author, q.text, q.words FROM quotes q JOIN ghosts g ON g.thread = q.thread AND g.ghost = q.source_ghost;
-- tree
CREATE VIEW tree AS WITH RECURSIVE walk(thread, post, depth, path) AS ( SELECT thread, post, CASE WHEN answers_ghost IS NULL THEN 0 ELSE 1 END, coalesce(answers_ghost || '/', '') || printf('%06d', post) FROM posts WHERE answers_post IS NULL UNION ALL SELECT p.thread, p.post, w.depth + 1, w.path || '/' || printf('%06d', p.post) FROM posts p JOIN walk w ON p.thread = w.thread AND p.answers_post = w.post) SELECT w.thread, w.post, w.depth, w.path, p.author, p.text FROM walk w JOIN posts p ON p.thread = w.thread AND p.post = w.post;
