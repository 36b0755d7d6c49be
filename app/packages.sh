# What Debian and Ubuntu call the things that this project needs. Sourced by app/run and tests/run.
#
# One entry per need: alternatives are separated by |, the first one that the release knows is installed. An entry that
# ends in | may be absent: some releases carry it inside another package.

program_packages='
    g++ cmake ninja-build pkg-config
    qt6-base-dev libqt6opengl6-dev| qt6-charts-dev|libqt6charts6-dev qt6-svg-dev|libqt6svg6-dev qt6-qpa-plugins| libgl-dev
    libeigen3-dev libmuparser-dev libsleef-dev libnlopt-dev nlohmann-json3-dev libcli11-dev libgif-dev zlib1g-dev
    fonts-inter| fonts-stix| fonts-dejavu-core'

test_packages='libgtest-dev libgmock-dev libbenchmark-dev'

# The entries of $* of which no alternative is installed.
missing_entries() {
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}|${Package}|\n' 2>/dev/null | grep '^ii' || true)
    for entry in "$@"; do
        found=no
        for package in $(echo "$entry" | tr '|' ' '); do
            case $installed in *"|$package|"*) found=yes ;; esac
        done
        [ $found = yes ] || echo "$entry"
    done
}

# The packages to install for the entries $*: of each, the first alternative that apt can get.
packages_for() {
    for entry in "$@"; do
        chosen=
        for package in $(echo "$entry" | tr '|' ' '); do
            [ -n "$chosen" ] || ! apt-cache show --no-all-versions "$package" >/dev/null 2>&1 || chosen=$package
        done
        case $entry in *'|') ;; *) chosen=${chosen:-${entry%%|*}} ;; esac
        [ -z "$chosen" ] || echo "$chosen"
    done
}

# Which of the entries $* may not be absent.
required() {
    for entry in "$@"; do
        case $entry in *'|') ;; *) echo "$entry" ;; esac
    done
}

# Makes sure that the entries $* are there: installs what is missing, or says in one line what to ask an administrator for.
ensure_packages() {
    command -v dpkg-query >/dev/null || return 0  # another system: CMake will say what it misses
    missing=$(missing_entries "$@")
    # What may be absent is worth an installation, but not a question to the archive every time.
    [ -n "$(required $missing)" ] || missing=$(packages_for $missing)
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" = 0 ]; then as_root=
    elif sudo -n true 2>/dev/null; then as_root='sudo -n'
    else as_root=none; fi

    [ "$as_root" = none ] || $as_root apt-get update -qq >&2 || true
    wanted=$(echo $(packages_for $missing))
    line="apt-get install --no-install-recommends -y $wanted"
    if [ "$as_root" = none ]; then
        echo "Some packages are missing. Please ask for:  sudo $line" >&2
        exit 1
    fi
    echo "Installing $wanted" >&2
    if ! DEBIAN_FRONTEND=noninteractive $as_root $line -qq >/dev/null; then
        echo "The packages could not be installed:  $line" >&2
        exit 1
    fi
}
