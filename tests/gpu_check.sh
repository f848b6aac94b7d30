#!/usr/bin/env bash
# Do the lessons run on this computer's GPU? The shortest proof, in four minutes at most;
# --all: every notebook besides, its outputs compared, however long it takes.
set -eu
cd "$(dirname "$0")/.."

python=.venv/bin/python
lessons=(notebooks/06_layers_and_shapes.ipynb notebooks/08_keras_sequential.ipynb)
limit=240 # seconds
case "${1-}" in
"") ;;
--all) lessons=(notebooks) limit=0 ;;
*)
  echo "tests/gpu_check.sh takes --all or nothing, not '$1'." >&2
  exit 2
  ;;
esac
if [ ! -e .venv/ready-gpu ]; then
  echo "TensorFlow for a GPU is not installed here: type make gpu first." >&2
  exit 2
fi
"$python" -m tests.gpu.device || exit 2 # it says what is missing

export COURSE_DEVICE=GPU:0
status=0
timeout "$limit" "$python" -m pytest -n0 tests/gpu "${lessons[@]}" || status=$?
if [ "$status" = 124 ]; then
  echo "Not done after $limit seconds: nothing is proved, and nothing is said against it." >&2
fi
exit "$status"
