"""Patterns of interaction and degree distributions are those that ConvoKit's HyperConvo finds, on random threads.

usage: hyperconvo.py PROGRAM ROOT
"""
import json
import math
import random
import subprocess
import sys

from convokit import Speaker, Utterance
from convokit.hyperconvo.hyperconvo import HyperConvo
from convokit.hyperconvo.hypergraph import Hypergraph

THREADS = 60

MOTIFS = {
    "motif_reciprocity": "count[reciprocity motif]",
    "motif_external_reciprocity": "count[external reciprocity motif]",
    "motif_dyadic": "count[dyadic interaction motif]",
    "motif_incoming_triads": "count[incoming triads]",
    "motif_outgoing_triads": "count[outgoing triads]",
}
DISTRIBUTIONS = {
    "people_answered": "outdegree over C->C",
    "people_answering": "indegree over C->C",
    "posts_answered": "outdegree over C->c",
    "answerers_of_post": "indegree over C->c",
    "replies_to_post": "indegree over c->c",
}
STATISTICS = {
    "largest": "max",
    "second_largest": "2nd-largest",
    "largest_share": "norm.max",
    "second_share": "norm.2nd-largest",
    "second_to_largest": "2nd-largest / max",
    "mean": "mean",
    "mean_nonzero": "mean-nonzero",
    "nonzero_share": "prop-nonzero",
    "multiple_share": "prop-multiple",
    "entropy": "entropy",
}


def random_thread(rng):
    """Posts as (writer, parent or None); people answer themselves now and then."""
    people, answering = rng.randint(1, 12), rng.choice([0, 0.5, 0.9, 1])
    posts = []
    for number in range(rng.randint(1, 60)):
        parent = rng.randrange(number) if number and rng.random() < answering else None
        posts.append((f"member {rng.randrange(people)}", parent))
    return posts


def extract_lines(title, posts):
    """The thread as `rejoinder extract` would print it."""
    thread = {"title": title, "key": title, "url": f"https://forum.example/{title}", "forum": "Example", "engine": None,
              "profile": None, "page": 1, "pages": 1, "origin": title}
    for number, (writer, parent) in enumerate(posts):
        yield json.dumps({"thread": thread, "number_on_page": number + 1, "kind": "post", "key": f"{title}-{number}",
                          "parent_key": None if parent is None else f"{title}-{parent}", "author": writer,
                          "body": [{"text": f"Words number {number} of {title}."}]})


def reports(program, threads):
    lines = "\n".join(line for title, posts in threads.items() for line in extract_lines(title, posts))
    output = subprocess.run([program, "analyze", "-", "--format", "json"], input=lines, capture_output=True, text=True,
                            check=True).stdout
    decoder, at, found = json.JSONDecoder(), 0, {}
    while at < len(output):
        report, at = decoder.raw_decode(output, at)
        found[report["thread"]["title"]] = report
        at += len(output[at:]) - len(output[at:].lstrip())
    return found


def features(title, posts):
    speakers = {writer: Speaker(id=writer) for writer, _ in posts}
    utterances = [Utterance(id=f"{title}-{number}", speaker=speakers[writer], conversation_id=f"{title}-0",
                            reply_to=None if parent is None else f"{title}-{parent}", timestamp=number, text="")
                  for number, (writer, parent) in enumerate(posts)]
    graph = Hypergraph.init_from_utterances(utterances)
    own = HyperConvo(invalid_val=math.nan)
    return {**own._degree_feats(graph=graph), **HyperConvo._motif_feats(graph=graph)}


def compare(title, report, expected):
    """Pairs that differ; JSON has six decimals. ConvoKit's 0 of nothing, and its NaN, are absent with a reason here."""
    for key, feature in MOTIFS.items():
        yield f"{title}: {key}", report["measures"][key]["value"], expected[feature]
    for key, of in DISTRIBUTIONS.items():
        values = report["degrees"][key]
        for statistic, name in STATISTICS.items():
            value = values[statistic]["value"]
            wanted = expected[f"{name}[{of} responses]"]
            if value is None and (math.isnan(wanted) or expected[f"max[{of} responses]"] == 0):
                value = wanted = 0
            yield f"{title}: {statistic} of {key}", value, wanted


def main():
    rng = random.Random(3)
    threads = {f"thread-{number}": random_thread(rng) for number in range(THREADS)}
    found, compared = reports(sys.argv[1], threads), 0
    for title, posts in threads.items():
        for what, got, wanted in compare(title, found[title], features(title, posts)):
            compared += 1
            if got is None or abs(got - wanted) > 1e-6:
                sys.exit(f"{what}: {got}, but ConvoKit has {wanted}")
    if compared < THREADS * 55:
        sys.exit(f"only {compared} values were compared")
    print(f"{THREADS} threads, {compared} values")


if __name__ == "__main__":
    main()
