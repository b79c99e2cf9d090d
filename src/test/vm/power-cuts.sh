# The plug is pulled at random moments, during work and during boot. Sourced after box-check.sh. usage: power_cuts ROUNDS
# Acknowledged is what the program had said in its log, to the host, before qemu was killed.

# pick_moment LOW HIGH: sets $cut, seconds. RANDOM follows its seed only outside of $(…).
pick_moment() {
  local r=$RANDOM
  cut=$(awk -v r="$r" -v low="$1" -v high="$2" 'BEGIN { printf "%.1f", low + r / 32768 * (high - low) }')
}

power_cuts() {
  local rounds=$1 round lost=0 high=0 rows cut boots
  RANDOM=${SEED:-20261122}
  [ -z "$VM_PID" ] || power_cut # what came before moved the line
  for ((round = 1; round <= rounds; round++)); do
    if ((round % 5 == 0)); then # during the boot
      pick_moment 1 "$boots"
      start_machine
      sleep "$cut"
      power_cut
      say "cut $round: $cut s after power on"
      continue
    fi
    power_on
    guest_until 120 systemctl is-active lintel >/dev/null || { service_log; fail "round $round: the service is not up"; }
    boots=$(since_power_on)
    [ "$(rises | wc -l)" = 0 ] && [ "$(relay_level)" = 0 ] || { high=$((high + 1)); say "round $round: THE LINE WAS HIGH: $(relay_history | tr '\n' ' ')"; }
    rows=$(acknowledged | paste -sd,)
    if [ -n "$rows" ]; then
      local kept expected
      kept=$(guest "sqlite3 /var/lib/lintel/lintel.db 'SELECT count(*) FROM audit_event WHERE seq IN ($rows)'")
      expected=$(acknowledged | wc -l)
      [ "$kept" = "$expected" ] || { lost=$((lost + expected - kept)); say "round $round: $((expected - kept)) ROWS LOST"; }
    fi
    scene enrolled
    pick_moment 0.1 90 # some ten seconds of its own: before anybody is seen, while somebody is, in the pulse, after it
    sleep "$cut"
    power_cut
    say "cut $round: service up after $boots s, cut $cut s later, rows acknowledged so far $(acknowledged | wc -l), lost $lost"
  done
  power_on
  guest_until 120 systemctl is-active lintel >/dev/null || { service_log; fail "the service is not up after the last cut"; }
  expect "relay's level after the last cut" "$(relay_level)" 0
  rows=$(acknowledged | paste -sd,)
  expect "acknowledged rows that are there after the last cut" \
    "$(guest "sqlite3 /var/lib/lintel/lintel.db 'SELECT count(*) FROM audit_event WHERE seq IN (${rows:-0})'")" "$(acknowledged | wc -l)"
  expect "the database is whole" "$(guest "sqlite3 /var/lib/lintel/lintel.db 'PRAGMA quick_check'")" ok
  expect "rows lost in $rounds power cuts" "$lost" 0
  expect "boots with the line high" "$high" 0
  figure "power cuts" "$rounds"
  figure "acknowledged rows" "$(acknowledged | wc -l)"
  figure "lost rows" "$lost"
}
