#!/usr/bin/env bash
# Installs Lintel on this box, or upgrades it; run again, it changes nothing that is in place. usage: ./install.sh [--kiosk] [--no-start]
#   --kiosk     also switch on the door screen (needs the packages cage and chromium)
#   --no-start  put everything in place, start nothing
# An upgrade that is not healthy within 90 s is taken back: the version before stays in place for that.
set -euo pipefail
release=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
. "$release/box.sh"

kiosk="" start=yes
for argument in "$@"; do
  case "$argument" in
    --kiosk) kiosk=yes ;;
    --no-start) start="" ;;
    *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
  esac
done
[ "$(id -u)" = 0 ] || stop "install.sh must be run as root: sudo $0"
[ -x "$release/lintel" ] || stop "this is not a release folder: $release has no program 'lintel' (make package builds one)"
case $(uname -m) in x86_64) machine=amd64 ;; aarch64) machine=arm64 ;; *) machine=$(uname -m) ;; esac
[ "$(cat "$release/ARCHITECTURE")" = "$machine" ] ||
  stop "this release is for $(cat "$release/ARCHITECTURE"), the box is $machine: take the other one"

[ "$(dpkg-query -W -f='${db:Status-Status}' lintel 2>/dev/null || true)" != installed ] ||
  stop "the Debian package lintel is installed: upgrade that (apt install ./lintel_VERSION_ARCH.deb), or 'apt remove lintel' first; people, log and settings stay"

before=$(current_version)
place_version "$release"
version=$PLACED
switch_to "$version"
place_settings
place_system_files "$HOME_OF_ALL/current"
ln -sfn "$HOME_OF_ALL/current/lintel" /usr/local/bin/lintel

if ! systemd_runs; then
  say "systemd does not run here: everything is in place, nothing was started"
  exit 0
fi
systemctl enable --quiet lintel.service
[ -z "$kiosk" ] || systemctl enable --quiet lintel-kiosk.service
[ -n "$start" ] || exit 0

say "starting $version"
if restart_and_wait; then
  remove_all_but "$version" "$before"
  [ -z "$kiosk" ] || systemctl restart lintel-kiosk.service
  say "Lintel $version is up. Settings: $SETTINGS. Log: journalctl -u lintel -f"
  [ -n "$before" ] || say_how_to_set_up
  exit 0
fi
journalctl -u lintel -n 15 --no-pager -o cat >&2 || true
if [ -z "$before" ] || [ "$before" = "$version" ]; then
  stop "Lintel $version did not become healthy; its last words are above. 'lintel doctor' looks for the reason."
fi
say "$version is not healthy; back to $before"
switch_to "$before"
place_system_files "$HOME_OF_ALL/current"
restart_and_wait || stop "$before is not healthy either: see journalctl -u lintel"
rm -rf "${HOME_OF_ALL:?}/$version"
stop "Lintel $version did not become healthy within $HEALTHY_WITHIN s; $before runs again"
