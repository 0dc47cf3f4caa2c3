#!/usr/bin/env python3
"""Prints the ratios that the project promises, from Google Benchmark's JSON on standard input.

Medians of interleaved repetitions within one run: absolute times on a shared machine prove nothing.
"""
import json
import sys

ROWS = [  # what, benchmark, beside, promised ratio (None: shown only)
    ("parse + extract / bare parse", "parse_and_extract", "bare_parse", 1.5),
    ("resolve / bare parse", "resolve_page", "bare_parse", None),
    ("measure / bare parse", "measure_page", "bare_parse", None),
    ("findings / bare parse", "find_page", "bare_parse", None),
    ("Markdown / bare parse", "report_page/markdown", "bare_parse", None),
    ("JSON / bare parse", "report_page/json", "bare_parse", None),
    ("whole flow to Markdown / bare parse", "whole_flow/markdown", "bare_parse", 2.5),
    ("whole flow to JSON / bare parse", "whole_flow/json", "bare_parse", None),
    ("resolve 20,000 posts / 2,000 (HTML)", "resolve_thread/html/20000", "resolve_thread/html/2000", 12),
    ("resolve 20,000 posts / 2,000 (plain text)", "resolve_thread/text/20000", "resolve_thread/text/2000", 12),
]


def main():
    medians = {}
    for entry in json.load(sys.stdin)["benchmarks"]:
        if entry.get("aggregate_name") == "median":
            unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3}[entry["time_unit"]]
            medians[entry["run_name"]] = entry["cpu_time"] * unit
    missed = 0
    for what, name, beside, promised in ROWS:
        ratio = medians[name] / medians[beside]
        verdict = ""
        if promised is not None:
            missed += ratio > promised
            verdict = f"   promised {promised}: {'met' if ratio <= promised else 'MISSED'}"
        print(f"{what:45} {ratio:8.2f}{verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
