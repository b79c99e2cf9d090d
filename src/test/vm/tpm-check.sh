# The key of people's data sealed to a TPM, as docs/OPERATIONS.md says it is done. Sourced by vm-test.

# power_on_with_tpm NAME: the machine with the TPM of that name, which keeps what it was told.
power_on_with_tpm() {
  mkdir -p "$RUN/tpm-$1"
  swtpm socket --tpm2 --daemon --terminate --tpmstate "dir=$RUN/tpm-$1" --ctrl "type=unixio,path=$RUN/tpm.sock"
  power_on -chardev "socket,id=tpm,path=$RUN/tpm.sock" -tpmdev emulator,id=tpm,chardev=tpm -device tpm-tis,tpmdev=tpm
}

# key_is_from PLACE: as health says it; a command would take minutes under emulation.
key_is_from() {
  guest_until 60 "curl -s http://127.0.0.1:8080/q/health/ready | tr -d ' \\n' | grep -q '\"name\":\"key\",\"status\":\"UP\",\"data\":{\"status\":\"$1'" ||
    { health; guest "systemctl status --no-pager lintel-key" >&2; fail "the key is not from $1"; }
}

key_sealed_to_a_tpm() {
  local key=/var/lib/lintel-keys/lintel.key sealed=/etc/credstore.encrypted/lintel.key at
  need swtpm
  power_on_with_tpm first
  door_up
  key_is_from "$key"
  guest "mkdir -p ${sealed%/*} && systemd-creds encrypt --with-key=tpm2 --name=lintel.key $key $sealed && shred -u $key && systemctl restart lintel" ||
    fail "the key could not be sealed"
  door_up
  key_is_from /run/credentials/lintel.service/lintel.key
  walk_up "walk-up with a key that only the TPM opens"
  audited_until 60 ACCESS_GRANTED 1
  power_off

  say "the disk in a machine with another TPM"
  power_on_with_tpm second
  guest_until 120 systemctl is-active lintel || { service_log; fail "without the key the service is not up"; }
  health_says 60 key DOWN
  exit_button_opens "without the key"
  at=$(now)
  scene enrolled
  guest sleep 30
  scene empty
  expect "times that somebody enrolled raised the line without the key" "$(relay_history | awk -v t="$at" '$2 == 1 && $1 > t' | wc -l)" 0
}
