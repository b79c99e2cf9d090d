#!/usr/bin/env bash
# Takes Lintel off this box; run again, it finds nothing to do. usage: uninstall.sh [--purge]
# People, log and settings stay in /var/lib/lintel and /etc/lintel, unless --purge deletes them too, with the users.
set -euo pipefail
. "$(cd "$(dirname "$(readlink -f "$0")")" && pwd)/box.sh"
case "${1:-}" in "" | --purge) ;; *) sed -n '2,3s/^# //p' "$0"; exit 2 ;; esac
[ "$(id -u)" = 0 ] || stop "uninstall.sh must be run as root: sudo $0"

if systemd_runs; then
  for unit in lintel-kiosk lintel; do
    [ ! -e "$UNITS/$unit.service" ] || systemctl disable --quiet --now "$unit.service"
  done
fi
rm -f "$UNITS"/lintel{,-key,-kiosk}.service "$UNITS"/multi-user.target.wants/lintel{,-kiosk}.service \
  "$UNITS"/lintel.service.d/10-lintel-{jvm,backoff}.conf \
  /etc/sysusers.d/lintel.conf /etc/tmpfiles.d/lintel.conf /etc/udev/rules.d/60-lintel-gpio.rules /etc/modules-load.d/lintel.conf \
  /etc/systemd/journald.conf.d/20-lintel.conf \
  /usr/local/bin/lintel /run/issue.d/lintel.issue
rmdir /run/issue.d "$UNITS/lintel.service.d" /etc/sysusers.d /etc/systemd/journald.conf.d 2>/dev/null || true # where nobody else keeps anything in them
rm -rf "$HOME_OF_ALL"
if systemd_runs; then
  systemctl daemon-reload
  systemctl reset-failed lintel.service lintel-key.service lintel-kiosk.service 2>/dev/null || true
  udevadm control --reload
fi
if [ "${1:-}" = --purge ]; then
  rm -rf /var/lib/lintel /var/lib/lintel-keys /var/lib/lintel-kiosk /var/cache/lintel-kiosk /etc/lintel /etc/credstore/lintel.{key,webhook-secret,mqtt-password,backup-passphrase} /etc/credstore.encrypted/lintel.key "$UNITS/lintel.service.d" "$UNITS/lintel-kiosk.service.d"
  for user in lintel lintel-kiosk; do
    ! getent passwd "$user" >/dev/null || userdel "$user"
    ! getent group "$user" >/dev/null || groupdel "$user"
  done
  say "removed, with all data and settings"
else
  say "removed. People and log stay in /var/lib/lintel, settings in /etc/lintel; 'uninstall.sh --purge' deletes them."
fi
