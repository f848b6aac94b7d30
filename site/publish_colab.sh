#!/bin/sh
# Put Colab's edition of the lessons onto the branch "colab" of origin, as its one commit:
#   site/publish_colab.sh OWNER/REPOSITORY
# The branch that is checked out, its files and its index stay as they are.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

PYTHONPATH=site python -m course_site.editions "$1" "$folder/lessons"

export GIT_INDEX_FILE="$folder/index"
export GIT_AUTHOR_NAME="The course" GIT_AUTHOR_EMAIL="course@users.noreply.github.com"
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"
git --work-tree="$folder/lessons" add --all
commit=$(git commit-tree "$(git write-tree)" -m "The lessons for Colab, made from $(git rev-parse HEAD)")
git push --quiet --force origin "$commit:refs/heads/colab"
