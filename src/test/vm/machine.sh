# One virtual machine: start, talk to it, cut its power. Sourced after common.sh.
# The disk is a qcow2 overlay in write-through: what the guest's disk said it had written is on the host's side when qemu dies.
RUN=${RUN:-$(mktemp -d "${TMPDIR:-/tmp}/lintel-vm.XXXX")}
DISK=$RUN/disk.qcow2
VM_PID=""

# disk_from BASE: a fresh overlay on a base image (root.img or an overlay that stays untouched from now on).
disk_from() {
  local format=raw
  [[ $1 == *.qcow2 ]] && format=qcow2
  rm -f "$DISK"
  qemu-img create -q -f qcow2 -F "$format" -b "$(realpath "$1")" "$DISK"
}

# start_machine [EXTRA qemu arguments...]: returns at once.
start_machine() {
  rm -f "$RUN"/agent.{in,out}
  mkfifo "$RUN"/agent.{in,out}
  POWERED_ON=$EPOCHREALTIME
  # Its clock counts instructions, a nanosecond each: in its own time it is as quick as a small box, whatever the emulation costs.
  # Without erms and fsrm: with them Debian copies by "rep movsb", which is emulated, and counted, byte by byte.
  local processor=(-accel tcg,thread=single,tb-size=512 -icount shift=0 -cpu max,erms=off,fsrm=off -smp 1)
  [ "${VM_ACCEL:-}" != kvm ] || processor=(-accel kvm -cpu host -smp 2)
  nice -n "${VM_NICE:-10}" qemu-system-x86_64 "${processor[@]}" -m "${VM_MEMORY:-1500}" \
    -nodefaults -display none -no-reboot -serial "file:$RUN/console.log" \
    -kernel "$CACHE/kernel/vmlinuz" -initrd "$CACHE/initramfs.gz" \
    -append "console=ttyS0 quiet panic=1 mitigations=off systemd.show_status=0 trace_event=gpio:gpio_value trace_clock=mono" \
    -drive "file=$DISK,if=virtio,format=qcow2,cache=writethrough" \
    -drive "file=$CACHE/clips.img,if=virtio,format=raw,readonly=on,file.locking=off" \
    -device virtio-serial -chardev "pipe,id=agent,path=$RUN/agent" -device virtserialport,chardev=agent,name=rig.agent \
    -chardev "file,id=acks,path=$RUN/acks,append=on" -device virtserialport,chardev=acks,name=rig.acks \
    -device virtio-rng "$@" >"$RUN/qemu.log" 2>&1 &
  VM_PID=$!
  exec {TO_GUEST}<>"$RUN/agent.in" {FROM_GUEST}<>"$RUN/agent.out"
}

runs() { [ -r "/proc/$VM_PID/status" ] && ! grep -q '^State:.*zombie' "/proc/$VM_PID/status"; }

# power_on [EXTRA qemu arguments...]: returns as soon as the guest's agent answers.
power_on() {
  start_machine "$@"
  local line
  local end=$((SECONDS + ${VM_BOOT_LIMIT:-600}))
  until read -r -t 5 line <&"$FROM_GUEST"; do
    [ "$SECONDS" -lt "$end" ] && runs || { tail -n 20 "$RUN/console.log" "$RUN/qemu.log"; fail "the guest did not come up"; }
  done
}

# power_cut: the plug is pulled.
power_cut() {
  kill -9 "$VM_PID"
  wait "$VM_PID" 2>/dev/null || true
  VM_PID=""
  exec {TO_GUEST}>&- {FROM_GUEST}<&-
}

power_off() {
  printf '%s\n' "$(base64 -w0 <<<'systemctl poweroff --no-block')" >&"$TO_GUEST"
  wait "$VM_PID" 2>/dev/null || true
  VM_PID=""
  exec {TO_GUEST}>&- {FROM_GUEST}<&-
}

# guest COMMAND...: runs a shell command in the guest; prints its output, returns its exit code.
guest() {
  local code output
  printf '%s\n' "$(base64 -w0 <<<"$*")" >&"$TO_GUEST"
  local end=$((SECONDS + ${GUEST_LIMIT:-300}))
  until read -r -t 5 code output <&"$FROM_GUEST"; do
    [ "$SECONDS" -lt "$end" ] || fail "no answer from the guest to: $*"
    runs || fail "the machine ended by itself during: $*"
  done
  [ -z "$output" ] || base64 -d <<<"$output" | sed '$ { /^$/ d }'
  return "$code"
}

# guest_until SECONDS COMMAND...: repeats it in the guest until it succeeds, for so many seconds of the machine's own.
guest_until() {
  local limit=$1 began="" at; shift
  until at=$(guest "if ( $* ) >/dev/null 2>&1; then exit 0; fi; cut -d. -f1 /proc/uptime; exit 1"); do
    [ -n "$at" ] || exit 1
    : "${began:=$at}"
    [ "$((at - began))" -lt "$limit" ] || return 1
    sleep 0.5
  done
}

since_power_on() { awk -v a="$POWERED_ON" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'; }

# The relay's level as gpio-sim has it, whatever any program believes.
relay_level() { guest 'cat /sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio0/value'; }

# pull LINE up|down: drives an input from outside the program, edge event included.
pull() {
  local offsets=([0]=relay [1]=door [2]=rex [3]=fire [4]=tamper) i
  for i in 1 2 3 4; do
    [ "${offsets[$i]}" != "$1" ] || guest "echo pull-$2 >/sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio$i/pull"
  done
}

# Every level that the relay's line was set to since boot: "seconds level" a line, CLOCK_MONOTONIC, from the kernel's own trace.
relay_history() {
  guest 'base=$(cat /sys/class/gpio/gpiochip*/base | sort -n | head -1)
    sed -nE "s/^.* ([0-9]+\.[0-9]+): gpio_value: $base set ([01])$/\1 \2/p" /sys/kernel/tracing/trace'
}

# What the service said since boot, live, on the host's side: what is in it was said before the power went.
acknowledged() { sed -nE 's/.*decision=[^ ]+ person=[^ ]+ track=[^ ]+ row=([0-9]+).*/\1/p' "$RUN/acks" 2>/dev/null | sort -un || true; }

scene() { guest "echo $1 >/run/rig/scene"; }

finish() {
  [ -z "$VM_PID" ] || kill -9 "$VM_PID" 2>/dev/null || true
  [ -n "${KEEP_RUN:-}" ] || rm -rf "$RUN"
}
trap finish EXIT
