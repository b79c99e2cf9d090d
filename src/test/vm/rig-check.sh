# Does the rig tell the truth? A placeholder service moves the relay's line; the rig must see it, drive an input, and keep after
# a power cut what was synced before it.
expect() { [ "$2" = "$3" ] || fail "$1: expected '$3', got '$2'"; say "$1: $2"; }

disk_from "$CACHE/root.img"
power_on
say "first boot: agent after $(since_power_on) s"
guest_until 120 systemctl is-active rig-devices rig-scene || fail "devices: $(guest journalctl -b -u rig-devices -u rig-scene -o cat)"
expect "relay's level at boot" "$(relay_level)" 0

guest 'cat >/etc/systemd/system/placeholder.service <<X
[Service]
ExecStart=/usr/bin/gpioset --mode=signal gpiochip0 0=1
X
systemctl daemon-reload; systemctl start placeholder'
guest_until 10 grep -q 1 '/sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio0/value' || fail "the line did not rise"
expect "level while the placeholder holds it" "$(relay_level)" 1
guest 'systemctl kill -s KILL placeholder'
guest_until 10 grep -q 0 '/sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio0/value' || fail "the line did not fall"
expect "sets in the kernel's trace" "$(relay_history | wc -l)" 1
pull rex down
expect "request-to-exit pulled down" "$(guest gpioget gpiochip0 2)" 0
expect "picture from the camera" "$(guest 'v4l2-ctl -d /dev/video0 --stream-mmap --stream-count=1 --stream-to=- 2>/dev/null | wc -c')" 614400

guest 'for i in $(seq 100); do echo $i; done >/root/synced; sync /root/synced'
power_cut
power_on
say "boot after the power cut: agent after $(since_power_on) s"
expect "synced lines after the power cut" "$(guest wc -l '</root/synced')" 100
guest_until 120 systemctl is-active rig-devices
expect "relay's level after the power cut" "$(relay_level)" 0
power_off
