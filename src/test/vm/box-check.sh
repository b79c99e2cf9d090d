# What a box does at the door, and what befalls it. Sourced by vm-test. Times are the guest's own clock unless said otherwise.
expect() { [ "$2" = "$3" ] || fail "$1: expected '$3', got '$2'"; say "$1: $2"; }
within() { awk -v v="$2" -v low="$3" -v high="$4" 'BEGIN { exit !(v >= low && v <= high) }' || fail "$1: $2 is not within $3 to $4"; say "$1: $2"; }
minus() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a - b }'; }
now() { guest "cut -d' ' -f1 /proc/uptime"; }
figure() { printf '%s\t%s\n' "$1" "$2" >>"$RUN/figures"; }
service_log() { guest "journalctl -b -u lintel -o cat -n ${1:-30}" >&2; }

# door_up: the service has told systemd that it is ready, and recognition has begun.
door_up() {
  guest_until 120 systemctl is-active lintel || { service_log; fail "the service is not up"; }
  guest_until 120 "journalctl -b -u lintel -o cat _PID=\$(systemctl show -P MainPID lintel) | grep -q 'recognition state=on'" ||
    { service_log; fail "recognition has not begun"; }
}
rises() { relay_history | awk '$2 == 1 { print $1 }'; }
# level_after LEVEL TIME SECONDS: when the line was first set to that level after that time, within so many seconds of it
level_after() {
  local at
  while true; do
    at=$(relay_history | awk -v level="$1" -v t="$2" '!at && $2 == level && $1 > t { at = $1 } END { print at }')
    [ -z "$at" ] || { echo "$at"; return 0; }
    awk -v now="$(now)" -v t="$2" -v seconds="$3" 'BEGIN { exit now > t + seconds }' || return 1
    sleep 1 # the times are the kernel's; asking more often only takes from the box
  done
}
fall_after() { level_after 0 "$@"; }
rise_after() { level_after 1 "$@"; }
line_falls_within() { guest_until "$1" "grep -q 0 /sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio0/value"; }
press_exit() { # somebody presses the exit button; prints when the line rose
  local at
  at=$(now)
  pull rex down
  rise_after "$at" 10 || return 1
  pull rex up
}
audited() { # KIND...: how many rows
  guest "sqlite3 /var/lib/lintel/lintel.db \"SELECT count(*) FROM audit_event WHERE kind IN ($(printf "'%s'," "$@" | sed 's/,$//'))\""
}
audited_until() { # SECONDS KIND COUNT
  guest_until "$1" "[ \$(sqlite3 /var/lib/lintel/lintel.db \"SELECT count(*) FROM audit_event WHERE kind = '$2'\") -ge $3 ]" ||
    { service_log; fail "$2 is not in the audit log"; }
}

walk_up() { # NAME: somebody enrolled comes; the line must rise, for the pulse of 3 s
  local began shown rose fell here=$EPOCHREALTIME
  began=$(now)
  scene enrolled
  rose=$(rise_after "$began" 60) || { service_log 60; fail "$1: the line did not rise"; }
  here=$(awk -v a="$here" -v b="$EPOCHREALTIME" -v there="$(minus "$rose" "$began")" 'BEGIN { printf "%.1f", (b - a) / there }')
  shown=$(guest "grep ^enrolled /run/rig/shown | tail -n 1 | cut -d' ' -f2")
  fell=$(fall_after "$rose" 10) || fail "$1: the line does not fall"
  scene empty
  say "$1: face shown to line high $(minus "$rose" "$shown") s (its own time; a second of it took $here s here)"
  figure "$1: face shown to line high, s" "$(minus "$rose" "$shown")"
  figure "$1: seconds here for one of the machine" "$here"
  within "$1: line high for" "$(minus "$fell" "$rose")" 2.95 3.30
}

print_is_seen_through() {
  local at
  at=$(now)
  scene photo-attack
  guest_until 300 "journalctl -b -u lintel -o cat | grep -q 'decision=spoof'" || { service_log 60; fail "the print was not seen through"; }
  scene empty
  expect "times that a print of an enrolled person raised the line" "$(relay_history | awk -v t="$at" '$2 == 1 && $1 > t' | wc -l)" 0
}

# hardened: the unit as it runs, by systemd's own count (0 is best), and its lines in the journal with their fields.
hardened() {
  local exposure
  exposure=$(guest "systemd-analyze security --no-pager lintel.service | grep -oE 'level for lintel.service: [0-9.]+' | grep -oE '[0-9.]+$'")
  within "exposure of the running service (systemd-analyze security)" "$exposure" 0 1.5
  figure "exposure (systemd-analyze security)" "$exposure"
  guest "journalctl -b -u lintel LINTEL_DECISION=granted -o cat -n 1 | grep -q person=" || fail "no line with the field LINTEL_DECISION in the journal"
}

at_the_door() {
  expect "relay's level when the service is up" "$(relay_level)" 0
  expect "the line has never been high since boot" "$(rises | wc -l)" 0
  walk_up "walk-up"
  audited_until 60 ACCESS_GRANTED 1
  hardened

  local at rose
  at=$(now)
  rose=$(press_exit) || fail "the exit button did not open"
  say "exit button to line high: at most $(minus "$rose" "$at") s"
  pull door up
  local fell
  fell=$(fall_after "$rose" 10) || fail "the line does not fall when the leaf opens"
  say "the line falls when the leaf opens, $(minus "$fell" "$rose") s after it rose"
  audited_until 60 DOOR_OPENED 1
  expect "forced open so far" "$(audited DOOR_FORCED_OPEN)" 0
  audited_until 120 DOOR_HELD_OPEN 1
  pull door down
  audited_until 60 DOOR_CLOSED 1
  guest sleep 2
  pull door up
  audited_until 60 DOOR_FORCED_OPEN 1
  pull door down
  say "door sensor: opened, held open, closed, forced open are in the log"

  at=$(now)
  pull fire up
  rose=$(rise_after "$at" 10) || fail "fire did not unlock"
  guest sleep 5
  expect "level five seconds into the fire" "$(relay_level)" 1
  pull fire down
  line_falls_within 30 || fail "the line stayed high after the fire"
  audited_until 60 FIRE_ALARM_ENDED 1
  pull tamper up
  audited_until 60 TAMPER 1
  pull tamper down
  say "fire and tamper are in the log"
}

killed() {
  local before up pid
  pid=$(guest systemctl show -P MainPID lintel)
  press_exit >/dev/null || fail "the exit button did not open"
  before=$(now)
  guest 'systemctl kill -s KILL lintel'
  line_falls_within 30 || fail "the line stayed high after kill -9"
  guest_until 120 "[ \$(systemctl show -P MainPID lintel) != $pid ] && systemctl is-active lintel"
  up=$(guest "systemctl show -P ActiveEnterTimestampMonotonic lintel" | awk '{ printf "%.1f", $1 / 1e6 }')
  say "kill -9 in a pulse: line low, up again after $(minus "$up" "$before") s"
  figure "kill -9 to ready, s" "$(minus "$up" "$before")"
  expect "level after the kill" "$(relay_level)" 0
  door_up
}

unplugged() {
  guest 'systemctl stop rig-scene; echo vivid.0 >/sys/bus/platform/drivers/vivid/unbind'
  guest_until 120 "journalctl -b -u lintel -o cat | grep -q 'state=Reconnecting'" || { service_log; fail "the loss was not seen"; }
  local pid
  pid=$(guest systemctl show -P MainPID lintel)
  exit_button_opens "without a camera"
  guest 'echo vivid.0 >/sys/bus/platform/drivers/vivid/bind; rig-devices camera' >/dev/null
  guest_until 300 "journalctl -b -u lintel -o cat | tac | grep -m1 'camera=.*state=' | grep -q Live" || { service_log; fail "the camera did not come back"; }
  expect "the service was not restarted for it" "$(guest systemctl show -P MainPID lintel)" "$pid"
}

starved() {
  local pid
  pid=$(guest systemctl show -P MainPID lintel)
  press_exit >/dev/null || fail "the exit button did not open"
  guest 'systemctl kill -s STOP --kill-whom=main lintel'
  guest_until 300 "[ \$(systemctl show -P MainPID lintel) != $pid ]" || fail "the watchdog did not bite"
  line_falls_within 30 || fail "the line stayed high after the watchdog"
  guest "journalctl -b -u lintel -o cat | grep -q 'Watchdog timeout'" || guest "journalctl -b | grep -q 'lintel.service: Watchdog timeout'" || fail "it was not the watchdog"
  door_up
  say "starved in a pulse: killed by the watchdog, line low, up again"
}

upgraded() {
  guest 'rm -rf /root/next && cp -rl /opt/lintel/current/. /root/next && cd /root/next && rm VERSION SHA256SUMS && echo 9.0 >VERSION
    find . -type f ! -name SHA256SUMS -printf "%P\n" | LC_ALL=C sort | xargs -d "\n" sha256sum >SHA256SUMS'
  GUEST_LIMIT=1800 guest '/root/next/install.sh' || { service_log; fail "the upgrade failed"; }
  expect "after the upgrade" "$(guest readlink /opt/lintel/current)" 9.0
  guest 'cd /root/next && rm VERSION SHA256SUMS lintel && echo 9.1 >VERSION && printf "#!/bin/sh\necho broken\nsleep 1\nexit 1\n" >lintel && chmod 755 lintel
    find . -type f ! -name SHA256SUMS -printf "%P\n" | LC_ALL=C sort | xargs -d "\n" sha256sum >SHA256SUMS'
  GUEST_LIMIT=1800 guest '/root/next/install.sh 2>&1 | tail -n 3; exit ${PIPESTATUS[0]}' && fail "a broken release was kept"
  expect "after a release that does not start" "$(guest readlink /opt/lintel/current)" 9.0
  expect "what lies there" "$(guest ls /opt/lintel | grep -v current | wc -l)" 2
  expect "the service" "$(guest systemctl is-active lintel)" active
}

health() { guest "curl -s http://127.0.0.1:8080/q/health/ready | tr -d ' \\n'"; } # HTTP status does not matter here, what it says does
health_says() { # SECONDS CHECK UP|DOWN
  guest_until "$1" "curl -s http://127.0.0.1:8080/q/health/ready | tr -d ' \\n' | grep -q '\"name\":\"$2\",\"status\":\"$3\"'" ||
    { health; fail "health does not say $2 $3"; }
}
exit_button_opens() { # WHEN
  press_exit >/dev/null || { service_log; fail "$1 the exit button does not open"; }
  guest sleep 4
  expect "$1 the exit button opens, and the line falls again" "$(relay_level)" 0
}
stays_shut() { # WHEN: somebody enrolled stands there. The journal cannot be written then, so the numbers are asked.
  local at
  at=$(now)
  scene enrolled
  guest_until 300 "curl -s http://127.0.0.1:8080/q/metrics | grep -q 'lintel_decision_seconds_count{code=\"granted\",unlocked=\"false\"'" ||
    { service_log; fail "$1: nobody was seen"; }
  scene empty
  expect "$1 a grant that cannot be written moves the line" "$(relay_history | awk -v t="$at" '$2 == 1 && $1 > t' | wc -l)" 0
}

# What befalls a box: docs/OPERATIONS.md says what is to happen.
befallen() {
  local pid exits
  pid=$(guest systemctl show -P MainPID lintel)

  guest "date -s '+400 days' >/dev/null"
  audited_until 60 CLOCK_JUMPED 1
  exit_button_opens "after a jump of the clock"
  guest "date -s '-400 days' >/dev/null"
  audited_until 60 CLOCK_JUMPED 2

  exits=$(audited EXIT_REQUESTED)
  guest 'fallocate -l "$(df --output=avail -B1 / | tail -n 1)" /filler'
  health_says 120 database DOWN
  exit_button_opens "with a full disk"
  guest 'rm /filler'
  health_says 120 database UP
  audited_until 60 EXIT_REQUESTED $((exits + 1)) # kept in memory until there was room

  guest "systemd-run --quiet --wait --collect tail /dev/zero; true"
  expect "the same program still runs after all that and when memory ran out" "$(guest systemctl show -P MainPID lintel)" "$pid"
  walk_up "walk-up after all that"
}

# disk_failed: as a dying disk does it; from then on only a restart of the machine helps.
disk_failed() {
  guest 'echo 1 >/sys/fs/ext4/vda/trigger_fs_error; sleep 1; ! touch /root/writable 2>/dev/null' || fail "the disk did not become read-only"
  stays_shut "with a read-only disk"
  health_says 60 database DOWN
  exit_button_opens "with a read-only disk"
  power_cut
  power_on
  door_up
  health_says 60 database UP
}
