"""ConvoKit loads a corpus of every fixture's threads, finds it whole, walks its trees and runs HyperConvo on it.

usage: corpus.py PROGRAM ROOT
"""
import contextlib
import io
import json
import sys
import tempfile

import reports


def main():
    program, root = sys.argv[1:]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        from convokit import Corpus, HyperConvo
    pages = [page for case, pages in reports.cases(root) for page in pages if "convokit" not in str(case)]
    posts = ghosts = 0
    threads = [json.loads(line) for line in reports.analyze(program, pages, "--format", "jsonl").splitlines()]
    for thread in threads:
        posts, ghosts = posts + len(thread["posts"]), ghosts + len(thread["ghosts"])
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        reports.write(program, pages, name, "--format", "convokit")
        corpus = Corpus(filename=f"{name}/convokit")
    if len(list(corpus.iter_utterances())) != posts + ghosts:
        sys.exit("the corpus does not hold every post and ghost once")
    for conversation in corpus.iter_conversations():
        if not conversation.check_integrity(verbose=False):
            sys.exit(f"{conversation.id} is not whole")
        if len(list(conversation.traverse("dfs", as_utterance=True))) != len(conversation.get_utterance_ids()):
            sys.exit(f"the tree of {conversation.id} does not reach all of its posts")
        conversation.get_chronological_utterance_list()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        HyperConvo(prefix_len=10, min_convo_len=3).fit_transform(corpus)
    features = [one for one in corpus.iter_conversations() if "hyperconvo" in corpus.vectors]
    if not features or corpus.get_vector_matrix("hyperconvo") is None:
        sys.exit("HyperConvo gave no features")
    shape = corpus.get_vector_matrix("hyperconvo").matrix.shape
    print(f"{len(threads)} threads, {posts} posts, {ghosts} ghosts; HyperConvo gives {shape[0]} × {shape[1]} features")


if __name__ == "__main__":
    main()
