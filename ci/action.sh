#!/usr/bin/env bash
# What the GitHub Action runs. Every input comes through the environment and none is ever run as code:
#   QA_PATHS, QA_ARGS  one path or argument a line
#   QA_SARIF           file for SARIF, or nothing
#   QA_BASELINE        baseline, or nothing
#   QA_CHANGED_ONLY    "true" reports only the lines that a pull request changes
# The findings become annotations, the summary goes to the page of the job, the exit code is that of qa.
set -euo pipefail

lines() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line%$'\r'}"
    if [ -n "${line//[[:space:]]/}" ]; then printf '%s\0' "$line"; fi
  done <<<"$1"
}

mapfile -d '' -t paths < <(lines "${QA_PATHS:-.}")
mapfile -d '' -t more < <(lines "${QA_ARGS:-}")

summary="$(mktemp)"
trap 'rm -f "$summary"' EXIT
options=(--format github --format "markdown=$summary" --report none)
if [ -n "${QA_SARIF:-}" ]; then options+=(--format "sarif=$QA_SARIF"); fi
if [ -n "${QA_BASELINE:-}" ]; then options+=(--baseline "$QA_BASELINE"); fi
if [ "${QA_CHANGED_ONLY:-false}" = true ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
  base="refs/remotes/origin/$GITHUB_BASE_REF"
  # A checkout that has its history keeps it.
  depth=()
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then depth=(--depth=1); fi
  git fetch --quiet --no-tags ${depth[@]+"${depth[@]}"} origin "+refs/heads/$GITHUB_BASE_REF:$base"
  # Where the branch began; without history the tip of the base, into which GitHub has merged the branch.
  options+=(--changed-since "$(git merge-base "$base" HEAD 2>/dev/null || printf '%s' "$base")")
fi

code=0
qa check "${options[@]}" ${more[@]+"${more[@]}"} -- "${paths[@]}" || code=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf 'exit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
  if [ -n "${QA_SARIF:-}" ] && [ -f "$QA_SARIF" ]; then printf 'sarif=%s\n' "$QA_SARIF" >>"$GITHUB_OUTPUT"; fi
fi
exit "$code"
