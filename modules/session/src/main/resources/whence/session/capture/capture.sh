#!/bin/sh
# Takes a capture for Whence on the machine in trouble. Needs a POSIX shell and tar; everything else is used where it is
# there. Changes nothing on the machine; reads more when run as root. What it could not read it says in the session.
#
#   sh capture.sh [-o FILE] [-r] [-- COMMAND ...]
#     -o FILE   where to write (default: whence-HOST.tar.gz, or .tar.zst or .tar.xz by the ending given)
#     -r        leave the machine's id and name out
#     COMMAND   is run between two readings of the clocks, under strace where there is one
set -u
LC_ALL=C
export LC_ALL
umask 077

say() { printf 'capture: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

target='' redact=''
while [ $# -gt 0 ]; do
    case $1 in
        -o) [ $# -gt 1 ] || die '-o needs a file'; target=$2; shift 2 ;;
        -r) redact=yes; shift ;;
        --) shift; break ;;
        -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) die "unknown option $1" ;;
    esac
done

host=$(uname -n)
[ -z "$redact" ] || host=host
[ -n "$target" ] || target=whence-$host.tar.gz
case $target in /*) ;; *) target=$PWD/$target ;; esac
work=$(mktemp -d) || die 'no temporary folder'
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/artifacts"
: >"$work/list"

# A text as a JSON string.
json() {
    printf '%s\n' "$1" | tr -d '\000-\010\013\014\016-\037' | tr '\t\r' '  ' | sed 's/\\/\\\\/g; s/"/\\"/g' |
        awk 'BEGIN { printf "\"" } { printf "%s%s", (NR > 1 ? "\\n" : ""), $0 } END { printf "\"" }'
}

# Nanoseconds since 1970; a date without %N gives whole seconds.
now() {
    ns=$(date +%s%N)
    case $ns in *N | *[!0-9]*) ns=$(date +%s)000000000 ;; esac
    printf '%s' "$ns"
}

# One reading of the clocks as a JSON object.
clocks() {
    boot=$(awk '{ split($1, s, "."); printf "%s%s0000000", s[1], s[2] }' /proc/uptime 2>/dev/null)
    mono=$(sed -n 's/^now at \([0-9]*\) nsecs.*/\1/p;' /proc/timer_list 2>/dev/null | head -n 1)
    printf '{"realtime": "%s"' "$(now)"
    [ -z "$mono" ] || printf ', "monotonic": "%s"' "$mono"
    [ -z "$boot" ] || printf ', "boottime": "%s"' "$boot"
    printf ', "taken": %s}' "$(json "$1")"
}

# Lists an artifact that stands in place: NAME ORIGIN [FORMAT].
list() {
    if [ ! -s "$work/artifacts/$1" ]; then
        rm -f "$work/artifacts/$1"
        return
    fi
    printf '%s\t%s\t%s\n' "$1" "${3:-}" "$(printf '%s' "$2" | tr '\n\t' '  ')" >>"$work/list"
}

# Copies a file: NAME PATH [FORMAT].
copy() {
    [ -r "$2" ] || return 0
    cat "$2" >"$work/artifacts/$1" 2>/dev/null
    list "$1" "$2" "${3:-}"
}

# Keeps what a command prints: NAME FORMAT COMMAND ...
keep() {
    name=$1 format=$2
    shift 2
    have "$1" || return 0
    "$@" >"$work/artifacts/$name" 2>/dev/null </dev/null
    list "$name" "$*" "$format"
}

# Settings that decide what a kernel refuses, as sysctl writes them.
settings() {
    for one in kernel/kptr_restrict kernel/dmesg_restrict kernel/modules_disabled kernel/tainted \
        kernel/unprivileged_bpf_disabled kernel/perf_event_paranoid kernel/kexec_load_disabled kernel/io_uring_disabled \
        kernel/yama/ptrace_scope kernel/apparmor_restrict_unprivileged_userns kernel/unprivileged_userns_clone \
        kernel/seccomp/actions_logged user/max_user_namespaces vm/mmap_min_addr vm/max_map_count vm/overcommit_memory \
        vm/unprivileged_userfaultfd fs/nr_open fs/file-max net/core/bpf_jit_enable net/core/bpf_jit_harden; do
        [ ! -r "/proc/sys/$one" ] || printf '%s = %s\n' "$(echo "$one" | tr / .)" "$(cat "/proc/sys/$one")"
    done
}

before=$(clocks 'before the capture')
status=0
if [ $# -gt 0 ]; then
    if have strace; then
        strace -f -tt -T -y -v -s 256 -o "$work/artifacts/strace.txt" "$@" 2>"$work/artifacts/stderr.txt" || status=$?
        list strace.txt "strace -f -tt -T -y -v -s 256 -o strace.txt $*" strace
    else
        "$@" 2>"$work/artifacts/stderr.txt" || status=$?
    fi
    cat "$work/artifacts/stderr.txt" >&2
    list stderr.txt "$* (exit status $status)" program-output
fi

keep dmesg.txt dmesg dmesg
keep dmesg-r.txt dmesg dmesg -r
keep journal.export journal-export journalctl --no-pager -b -o export
copy kern.log /var/log/kern.log syslog
copy messages /var/log/messages syslog
copy kallsyms.txt /proc/kallsyms kallsyms
copy proc-modules.txt /proc/modules proc-modules
copy cmdline.txt /proc/cmdline cmdline
copy lockdown.txt /sys/kernel/security/lockdown lockdown
copy limits.txt /proc/self/limits limits
keep kmod-version.txt kmod-version kmod --version
settings >"$work/artifacts/sysctl.txt" 2>/dev/null
list sysctl.txt 'files below /proc/sys' sysctl
copy kernel-config.txt "/boot/config-$(uname -r)" kernel-config
[ -e "$work/artifacts/kernel-config.txt" ] || copy kernel-config.gz /proc/config.gz
tracing=/sys/kernel/tracing
[ -r $tracing/kprobe_events ] || tracing=/sys/kernel/debug/tracing
copy kprobe_events.txt $tracing/kprobe_events kprobe_events
copy kprobe_profile.txt $tracing/kprobe_profile kprobe_profile
copy error_log.txt $tracing/error_log error_log
copy trace.txt $tracing/trace ftrace
copy available_filter_functions.txt $tracing/available_filter_functions available-filter-functions
copy kprobes-list.txt /sys/kernel/debug/kprobes/list kprobes-list
copy kprobes-blacklist.txt /sys/kernel/debug/kprobes/blacklist kprobe-blacklist
for one in /sys/kernel/debug/printk/index/*; do
    copy "printk-index-${one##*/}.txt" "$one" printk-index
done

zone=$(readlink /etc/localtime 2>/dev/null | sed -n 's|.*zoneinfo/||p')
[ -n "$zone" ] || zone=$(head -n 1 /etc/timezone 2>/dev/null)
distribution=$(sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' /etc/os-release 2>/dev/null | head -n 1)
bootid=$(tr -d '-' </proc/sys/kernel/random/boot_id 2>/dev/null)
machine=''
[ -n "$redact" ] || machine=$(head -n 1 /etc/machine-id 2>/dev/null)
after=$(clocks 'after the capture')

{
    printf '{\n  "schema": 1,\n  "title": %s,\n' "$(json "Capture of $host")"
    printf '  "host": {"release": %s, "version": %s, "architecture": %s, "distribution": %s' \
        "$(json "$(uname -r)")" "$(json "$(uname -v)")" "$(json "$(uname -m)")" "$(json "$distribution")"
    printf ', "boot_ids": [%s]' "$(json "$bootid")"
    [ -z "$machine" ] || printf ', "machine_id": %s' "$(json "$machine")"
    [ -z "$zone" ] || printf ', "time_zone": %s' "$(json "$zone")"
    printf '},\n  "clocks": [%s, %s],\n  "artifacts": [' "$before" "$after"
    comma=''
    captured=$(printf '{"before": "%s", "after": "%s"}' \
        "$(printf '%s' "$before" | sed 's/.*"realtime": "\([0-9]*\)".*/\1/')" \
        "$(printf '%s' "$after" | sed 's/.*"realtime": "\([0-9]*\)".*/\1/')")
    tab=$(printf '\t')
    while IFS= read -r line; do
        name=${line%%"$tab"*}
        rest=${line#*"$tab"}
        format=${rest%%"$tab"*}
        printf '%s\n    {"path": %s, "origin": %s' "$comma" "$(json "artifacts/$name")" "$(json "${rest#*"$tab"}")"
        [ -z "$format" ] || printf ', "format": %s' "$(json "$format")"
        printf ', "bytes": %s' "$(wc -c <"$work/artifacts/$name" | tr -d ' ')"
        ! have sha256sum || printf ', "sha256": "%s"' "$(sha256sum <"$work/artifacts/$name" | cut -d ' ' -f 1)"
        printf ', "captured": %s}' "$captured"
        comma=','
    done <"$work/list"
    printf '\n  ]\n}\n'
} >"$work/session.json"

pack() { (cd "$work" && tar -cf - session.json artifacts); }
case $target in
    *.tar.zst) have zstd || die 'there is no zstd here'; pack | zstd -q -c >"$target" ;;
    *.tar.xz) have xz || die 'there is no xz here'; pack | xz -c >"$target" ;;
    *.tar | *.whence) pack >"$target" ;;
    *) pack | gzip -c >"$target" ;;
esac || die "$target could not be written"
say "wrote $target ($(wc -c <"$target" | tr -d ' ') bytes)"
[ "$(id -u)" = 0 ] || say 'not run as root: addresses and the kernel log may be missing'
exit $status
