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
    if ninja -C "$folder" -n 2>/dev/null | grep -q 'no work to do'; then return; fi
    echo 'Building (the first time takes some minutes)' >&2
    if [ -t 2 ]; then
        ninja -C "$folder" -j "$(nproc)" >&2
    else
        ninja -C "$folder" -j "$(nproc)" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
    fi
}
