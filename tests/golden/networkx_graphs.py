#!/usr/bin/env python3
"""Holds the measures against NetworkX on 200 random graphs, within 1e-9, and sampled ones within their stated error.

usage: networkx_graphs.py GRAPH_MEASURES [GRAPHS]
"""
import json
import random
import subprocess
import sys

try:
    import networkx
except ImportError:
    print("skipped: python3-networkx is not installed")
    sys.exit(77)

PIVOTS = 40


def random_thread(rng):
    """Posts as (writer, [parents]): a forest with some second parents, of 2 to 60 people and up to 300 posts."""
    people = rng.randint(2, 60)
    answering = rng.choice([0.3, 0.8, 0.98])
    near = rng.choice([3, 1000])
    posts = []
    for number in range(rng.randint(2, 300)):
        writer = f"p{int(people * rng.random() ** 2)}" if rng.random() > 0.02 else "-"
        parents = []
        if posts and rng.random() < answering:
            parents = rng.sample(range(max(0, number - near), number), min(number, rng.choice([1, 1, 1, 2, 3]), near))
        posts.append((writer, parents))
    return posts


def random_people_graph(rng):
    """Any directed graph with weights, cycles too: a first post for each person, then a post for each answer."""
    people = rng.randint(3, 80)
    graph = networkx.gnp_random_graph(people, rng.choice([0.5, 1, 2, 6]) / people, seed=rng.randint(0, 10**6), directed=True)
    posts = [(f"p{person}", []) for person in range(people)]
    for source, target in graph.edges:
        posts += [(f"p{source}", [target])] * rng.randint(1, 4)
    return posts


def page_rank(graph):
    """The version without numpy; its `tol` is per person."""
    from networkx.algorithms.link_analysis import pagerank_alg
    return pagerank_alg._pagerank_python(graph, alpha=0.85, tol=1e-15, max_iter=5000)


def people_graph(posts):
    graph = networkx.DiGraph()
    graph.add_nodes_from(writer for writer, _ in posts if writer != "-")
    for writer, parents in posts:
        for parent in parents:
            other = posts[parent][0]
            if "-" in (writer, other) or writer == other:
                continue
            weight = graph.get_edge_data(writer, other, {"weight": 0})["weight"]
            graph.add_edge(writer, other, weight=weight + 1)
    return graph


class Checks:
    def __init__(self):
        self.compared, self.problems = 0, []
        self.exact = self.sampled = 0  # sums of betweenness: the sampled one is unbiased

    def near(self, what, got, expected, error=1e-9):
        self.compared += 1
        if (got is None) != (expected is None) or got is not None and abs(got - expected) > error * max(1, abs(expected)):
            self.problems.append(f"{what}: {got}, but NetworkX says {expected}")


def check_people(checks, name, posts, result):
    graph = people_graph(posts)
    thread, people = result["thread"], result["people"]
    any_edge = graph.number_of_edges() > 0
    checks.near(f"{name}: people", thread["people"], graph.number_of_nodes())
    checks.near(f"{name}: reciprocity", thread["reciprocity"], networkx.overall_reciprocity(graph) if any_edge else None)
    if len(graph) > 1:
        checks.near(f"{name}: density", thread["density"], networkx.density(graph))
    rank = page_rank(graph) if any_edge else {}
    between = networkx.betweenness_centrality(graph) if any_edge and len(graph) > 2 else {}
    for person in graph:
        own = people[person]
        checks.near(f"{name}, {person}: PageRank", own["page_rank"], rank.get(person))
        checks.near(f"{name}, {person}: betweenness", own["betweenness"], between.get(person))
        checks.near(f"{name}, {person}: out-degree", own["people_answered"], graph.out_degree(person))
        checks.near(f"{name}, {person}: in-degree", own["people_answering"], graph.in_degree(person))
        tied = graph.degree(person) > 0
        checks.near(f"{name}, {person}: reciprocity", own["person_reciprocity"],
                    networkx.reciprocity(graph, person) if tied else None)
        if between:
            value, error = result["sampled"][person]
            checks.near(f"{name}, {person}: sampled betweenness", value, between[person], error)
            checks.near(f"{name}, {person}: error of sampled betweenness", min(error, 0.6), error)
            checks.exact += between[person]
            checks.sampled += value


def check_posts(checks, name, posts, result):
    replies = networkx.Graph()
    forest = networkx.DiGraph()
    forest.add_nodes_from(range(len(posts)))
    for post, (_, parents) in enumerate(posts):
        replies.add_edges_from((post, parent) for parent in parents)
        forest.add_edges_from((parent, post) for parent in parents[:1])
    checks.near(f"{name}: components", result["thread"]["components"], networkx.number_connected_components(replies))
    trees = sorted(networkx.weakly_connected_components(forest), key=lambda tree: (-len(tree), min(tree)))
    largest = forest.subgraph(trees[0]).to_undirected() if len(trees[0]) > 1 else None
    wiener = networkx.wiener_index(largest) if largest else None
    checks.near(f"{name}: Wiener index", result["thread"]["wiener_index"], wiener)
    if largest:
        checks.near(f"{name}: structural virality", result["thread"]["structural_virality"],
                    networkx.average_shortest_path_length(largest))
        checks.near(f"{name}: depth", result["thread"]["max_depth"], networkx.dag_longest_path_length(forest))
    leaves = sum(1 for post in forest if forest.in_degree(post) and not forest.out_degree(post))
    checks.near(f"{name}: chains", result["thread"]["chains"], leaves)
    for post in forest:
        checks.near(f"{name}, post {post}: subtree", result["posts"][post]["subtree_size"],
                    1 + len(networkx.descendants(forest, post)))


def measure(program, threads, *arguments):
    text = "".join("".join(f"{writer} {' '.join(map(str, parents))}\n" for writer, parents in posts) + "\n"
                   for posts in threads)
    output = subprocess.run([program, *arguments], input=text, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def main():
    graphs = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rng = random.Random(5)
    threads = [random_people_graph(rng) if number % 2 else random_thread(rng) for number in range(graphs)]
    checks = Checks()
    for number, (posts, result) in enumerate(zip(threads, measure(sys.argv[1], threads, str(PIVOTS)), strict=True)):
        check_people(checks, f"graph {number}", posts, result)
        check_posts(checks, f"graph {number}", posts, result)
    checks.near("sum of sampled betweenness", checks.sampled, checks.exact, 0.05)
    print("\n".join(checks.problems[:20]) or f"{graphs} graphs, {checks.compared} values, all as NetworkX has them")
    return 1 if checks.problems or checks.compared < 100 * graphs else 0


if __name__ == "__main__":
    sys.exit(main())
