# Building quietly. Sourced by app/run and tests/run.

# build PRESET: configures once, then compiles what has changed; speaks only when there is something to do.
build() {
    folder=build/$1
    log=$folder/build.log
    mkdir -p "$folder"
    if [ ! -e "$folder/build.ninja" ]; then
        echo 'Configuring' >&2
        cmake --preset "$1" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$folder/CMakeCache.txt"; exit 1; }
    fi
    { ninja -C "$folder" -j "$(nproc)" 2>&1 && echo ok >"$folder/built" || rm -f "$folder/built"; } | report_progress >"$log"
    [ -e "$folder/built" ] || { cat "$log" >&2; exit 1; }
}

# Passes ninja's output on; says on stderr that something is being built, and in a terminal how far it is.
report_progress() {
    begun=no
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in '['*'] Building'* | '['*'] Linking'*) ;; *) continue ;; esac
        [ $begun = yes ] || echo 'Building (the first time takes some minutes)' >&2
        begun=yes
        [ ! -t 2 ] || printf '\r%s] ' "${line%%]*}" >&2
    done
    [ $begun = no ] || [ ! -t 2 ] || echo >&2
}
