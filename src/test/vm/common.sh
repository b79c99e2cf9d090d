# Shared by the rig's scripts: where things are cached, how a missing need is said. Sourced, not run.
set -euo pipefail
RIG=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CHECKOUT=$(cd "$RIG/../../.." && pwd)
CACHE=${LINTEL_VM_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lintel-vm}
mkdir -p "$CACHE"

say() { printf '[%(%T)T] %s\n' -1 "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

# What cannot be had here is a reason to skip, said in one line; what is broken is a failure.
skip() { echo "vm-test skipped: $*"; exit 77; }

need() {
  local tool missing=()
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ ${#missing[@]} -eq 0 ] || skip "not installed: ${missing[*]} (apt-get install qemu-system-x86 mmdebstrap busybox-static kmod cpio gcc make)"
}

# cached NAME INPUT...: true when $CACHE/NAME was made from exactly these inputs (files and words) before.
cached() {
  local name=$1; shift
  STAMP="$CACHE/$name.stamp"
  FINGERPRINT=$(for input in "$@"; do if [ -f "$input" ]; then sha256sum <"$input"; else echo "$input"; fi; done | sha256sum)
  [ "$(cat "$STAMP" 2>/dev/null)" = "$FINGERPRINT" ]
}
stamp() { echo "$FINGERPRINT" >"$STAMP"; }
