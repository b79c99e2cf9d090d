# What install.sh, uninstall.sh and the Debian package share: where Lintel lies on a box and how a version takes over. Sourced.
HOME_OF_ALL=/opt/lintel
SETTINGS=/etc/lintel/lintel.properties
UNITS=/etc/systemd/system
HEALTHY_WITHIN=${HEALTHY_WITHIN:-90} # seconds
STEADY_FOR=5                         # seconds without a restart, before an upgrade counts as healthy

say() { echo "lintel: $*"; }
stop() { echo "lintel: $*" >&2; exit 1; }
systemd_runs() { [ -d /run/systemd/system ]; }
current_version() { [ ! -L "$HOME_OF_ALL/current" ] || basename "$(readlink "$HOME_OF_ALL/current")"; }

# place_version RELEASE: copies a release folder beside the others; sets PLACED to the name that it has there. The same release
# again is found in place; another build with the same number gets a name of its own, so that a running one is never overwritten.
place_version() {
  local release=$1 version number=1
  version=$(cat "$release/VERSION")
  PLACED=$version
  while [ -d "$HOME_OF_ALL/$PLACED" ] && ! cmp -s "$release/SHA256SUMS" "$HOME_OF_ALL/$PLACED/SHA256SUMS"; do
    number=$((number + 1))
    PLACED="$version+$number"
  done
  [ ! -d "$HOME_OF_ALL/$PLACED" ] || return 0
  (cd "$release" && sha256sum --quiet --check SHA256SUMS) || stop "the release folder is damaged: unpack it again"
  mkdir -p "$HOME_OF_ALL"
  rm -rf "$HOME_OF_ALL/.new"
  cp -r "$release" "$HOME_OF_ALL/.new"
  chown -R root:root "$HOME_OF_ALL/.new"
  chmod -R u=rwX,go=rX "$HOME_OF_ALL/.new"
  sync -f "$HOME_OF_ALL/.new"
  mv "$HOME_OF_ALL/.new" "$HOME_OF_ALL/$PLACED"
}

# switch_to VERSION: in one step, so that a power cut leaves either the one or the other.
switch_to() {
  ln -sfn "$1" "$HOME_OF_ALL/.current"
  mv -T "$HOME_OF_ALL/.current" "$HOME_OF_ALL/current"
}

# Settings are the installer's: never overwritten. New ones of a release are read in its config/lintel.properties.
place_settings() {
  mkdir -p /etc/lintel
  [ -e "$SETTINGS" ] || installed_settings "$HOME_OF_ALL/current/config/lintel.properties" >"$SETTINGS"
}

# installed_settings FILE: the shipped settings as a new box has them. It is set up from a browser on the network, before a camera is chosen.
installed_settings() {
  sed 's|^#lintel.data.folder=.*|lintel.data.folder=/var/lib/lintel|
    s|^#lintel.web.listen=.*|lintel.web.listen=0.0.0.0|
    s|^#lintel.camera.source=.*|lintel.camera.source=v4l2|' "$1"
}

# say_how_to_set_up: where the pages are and the token, while nobody can sign in; the program writes them soon after its start.
say_how_to_set_up() {
  local notice=/run/lintel/set-up.issue address tries
  for tries in $(seq 20); do [ ! -s $notice ] || break; sleep 1; done
  [ -s $notice ] || return 0
  address=$(hostname -I 2>/dev/null | cut -d' ' -f1)
  sed "s|\\\\4|${address:-$(hostname)}|" $notice
}

# place_system_files HOME: units, users, groups, folders, device rules as that version wants them.
place_system_files() {
  local from=$1/systemd dropins=$UNITS/lintel.service.d
  rm -f "$UNITS/lintel-key.service" # a version that has none loads the sealed key itself
  install -D -m 644 -t "$UNITS" "$from"/lintel*.service
  install -D -m 644 "$from/lintel.sysusers" /etc/sysusers.d/lintel.conf
  install -D -m 644 "$from/lintel.tmpfiles" /etc/tmpfiles.d/lintel.conf
  install -D -m 644 "$from/60-lintel-gpio.rules" /etc/udev/rules.d/60-lintel-gpio.rules
  install -D -m 644 "$from/lintel.modules" /etc/modules-load.d/lintel.conf
  local retention=/etc/systemd/journald.conf.d/20-lintel.conf journald=""
  [ ! -f "$from/lintel-journald.conf" ] || cmp -s "$from/lintel-journald.conf" $retention || journald=changed
  [ -z "$journald" ] || install -D -m 644 "$from/lintel-journald.conf" $retention
  rm -f "$dropins"/10-lintel-{jvm,backoff}.conf
  [ ! -d "$1/quarkus-app" ] || install -D -m 644 "$from/lintel-jvm.conf" "$dropins/10-lintel-jvm.conf"
  [ "$(systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p')" -lt 254 ] ||
    install -D -m 644 "$from/lintel-backoff.conf" "$dropins/10-lintel-backoff.conf"
  systemd-sysusers /etc/sysusers.d/lintel.conf
  systemd-tmpfiles --create /etc/tmpfiles.d/lintel.conf
  systemd_runs || return 0
  systemctl daemon-reload
  [ -z "$journald" ] || systemctl try-restart systemd-journald.service
  udevadm control --reload
  udevadm trigger --settle --subsystem-match=gpio --subsystem-match=video4linux
  systemctl restart systemd-modules-load.service || say "the module videodev could not be loaded; USB cameras may need a reboot"
}

# Healthy: it has told systemd that it is ready, and then stays up without a restart. A camera that is off does not count.
restart_and_wait() {
  timeout "$HEALTHY_WITHIN" systemctl restart lintel.service || return 1
  local program
  program=$(systemctl show --property=MainPID --value lintel.service)
  sleep "$STEADY_FOR"
  [ "$(systemctl show --property=MainPID --value lintel.service)" = "$program" ] && systemctl is-active --quiet lintel.service
}

# remove_all_but VERSION...: what else lies there.
remove_all_but() {
  local folder kept
  for folder in "$HOME_OF_ALL"/*/; do
    folder=$(basename "$folder")
    for kept in current "$@"; do [ "$folder" != "$kept" ] || continue 2; done
    rm -rf "${HOME_OF_ALL:?}/$folder"
  done
}
