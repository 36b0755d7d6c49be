#!/bin/sh
# The contract of the command line, as a script would meet it. Run by ctest: command_line.sh PROGRAM SOURCE_FOLDER.
set -u
program=$1
source=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
export LC_ALL=C.UTF-8
failures=0

# call ARGUMENTS…: runs the program; leaves $status and the files out and err.
call() {
    called=$*
    "$program" "$@" >out 2>err
    status=$?
}
fail() {
    echo "bilevelscope $called: $1"
    sed 's/^/    stdout: /' out | head -20
    sed 's/^/    stderr: /' err | head -20
    failures=$((failures + 1))
}
exits() { [ "$status" = "$1" ] || fail "exit status $status instead of $1"; }
says() { grep -qF -- "$1" out || fail "does not say: $1"; }
says_like() { grep -qE -- "$1" out || fail "says nothing like: $1"; }
complains() { grep -qF -- "$1" err || fail "does not complain: $1"; }
is_silent_on_stdout() { [ ! -s out ] || fail 'writes to stdout'; }
is_silent_on_stderr() { [ ! -s err ] || fail 'writes to stderr'; }
succeeds() { exits 0; is_silent_on_stderr; }
refuses() { exits "$1"; is_silent_on_stdout; complains "$2"; }

# study FILE [UPPER_OBJECTIVE [VERSION]]
study() { cat >"$1" <<STUDY
{
  "format": "bilevelscope",
  "version": ${3:-1},
  "problem": {
    "name": "Small",
    "upper": { "variables": ["x"], "objective": "${2:-x^2 + y}" },
    "lower": { "variables": ["y"], "objective": "(y - x)^2" },
    "bounds": { "x": [-3, 3] }
  }
}
STUDY
}
study good.json

# Help and version, everywhere.
call --help; succeeds; says 'Usage: bilevelscope'; says 'Exit status: 0 done, 1 the input is wrong'
call --version; succeeds; says_like '^bilevelscope [0-9]+\.[0-9]+\.[0-9]+$'
for command in run evaluate certify derive figure animate link methods problems; do
    call $command --help; succeeds; says "Usage: bilevelscope $command"
    call $command --version; succeeds; says_like '^bilevelscope [0-9]'
done

# run
call run good.json; succeeds; says 'Small'; says_like '^ +bome$'; says_like '^end +finished$'; says_like '^iterations +500$'
call run valley; succeeds; says_like 'bome +alternating +known solution'
call run valley --iterations 7 --method alternating --method bome --set inner_steps=3 --set bome.eta=0.25 --start x=1,y=2
succeeds; says_like '^ +alternating +bome +known solution$'; says_like '^iterations +7 +7$'
call run valley --iterations 7 --json --method bome --set eta=0.25 --set barrier=gap
succeeds; says '"problem": "Wavy valley"'; says '"eta": 0.25'; says '"barrier": "gap"'; says '"end": "finished"'
says '"iterations": 7'; says '"f_gradients": 7'; says '"hessian_vector_products": 0'
call run valley --json --seed 5 --iterations 1 --start x=1 --start y=-.5; succeeds

cp out first; call run valley --trace trace.csv --iterations 5; succeeds
[ "$(grep -vc '^#' trace.csv)" = 13 ] || fail 'the trace has not 1 + 2 x 6 rows'
grep -q '^run,method,iteration,x,y,f,g,' trace.csv || fail 'the trace begins otherwise'
grep -q '^# bilevelscope ' trace.csv || fail 'the trace does not say how it was made'
cp trace.csv first.csv; call run valley --trace trace.csv --iterations 5; succeeds
cmp -s trace.csv first.csv || fail 'the same command writes another trace'
LC_ALL=de_DE.UTF-8; call run valley --trace trace.csv --iterations 5; succeeds; LC_ALL=C.UTF-8
cmp -s trace.csv first.csv || fail 'the trace depends on the locale'

# Traces from elsewhere: our own comes back, others are matched by name.
call run valley --iterations 5 --overlay trace.csv --trace both.csv; succeeds
says_like '^ +bome +alternating +bome +alternating +known solution$'; says_like '^end +finished +finished +recorded +recorded$'
[ "$(grep '^0,bome' both.csv | cut -d, -f3-8)" = "$(grep '^2,trace' both.csv | cut -d, -f3-8)" ] || fail 'the overlaid rows are others'
printf 'iter;X;y\n0;1;2\n100;0.5;0.5\n' >theirs.csv
call run good.json --overlay theirs.csv --json --certify; succeeds
says '"method": "trace"'; says '"label": "theirs"'; says '"source": "theirs.csv"'; says '"end": "recorded"'
says '"iterations": 100'; says '"f_gradients": null'; says '"seconds": null'; says '"verdict": "not_stationary"'
call figure good.json --overlay theirs.csv --output theirs.svg; succeeds

# A run that diverges is a result.
study wild.json 'exp(exp(9*x^2 + 9))'
call run wild.json --start x=2; succeeds; says_like '^end +diverged$'; says 'f is infinite in row 0'

# evaluate, derive, methods, problems
call certify good.json --at x=2,y=3; succeeds; says '"lower_gap": 1'; says '"verdict": "lower_level_not_solved"'
says '"lower_minimum": 0'; says '"search": "exhaustive"'; says '"distance_to_known_solution": null'
call certify mirrlees --at x=1.991,y=0.895; succeeds; says '"verdict": "wrong_branch"'; says_like '"lower_gap": 0\.96'
call certify lls --at x=0.5,y1=0.5,y2=0; succeeds; says '"lower_level": "flat"'; says '"hypergradient_is_unique": false'
call run mirrlees --certify; succeeds; says_like '^verdict +wrong_branch'; says_like '^true gap +0\.96'
call run mirrlees --certify --json; succeeds; says '"certificate": {'; says '"verdict": "wrong_branch"'
call run mirrlees --truth --trace truth.csv; succeeds
grep -q '^run,method,.*,true_gap,' truth.csv || fail 'the trace has no true gap'
call evaluate good.json --at x=2,y=3; succeeds; says '"f": 7'; says '"g": 1'; says '"x,y": -2'; says '"x": 4'
call derive good.json; succeeds; says 'f = x^2 + y'; says '∂f/∂x = 2*x'
call derive good.json --order 2 --format json; succeeds; says '"x,x": "2"'
call derive good.json --format latex; succeeds; says '\frac{\partial f}{\partial x} &= 2'
call derive good.json --format latex --method bome --method aid_cg --set bome.barrier=gap; succeeds
says '\phi = \eta \hat q'; says '% AID-CG. '; [ "$(grep -c 'begin{align\*}' out)" = 3 ] || fail 'has not three blocks'
call derive good.json --format python --method penalty --set gamma=0.5 --iterations 7; succeeds
says 'gamma=0.5,'; says 'def hessian_g(upper, lower):'; says 'else 7'
call methods bome --json; succeeds; says '"latex": "\\delta = \\nabla f + \\lambda \\nabla \\hat q"'
call methods; succeeds; says_like '^bome '; says_like '^alternating '
call methods bome; succeeds; says_like '^eta +0\.5 +0 to 10'; says_like '^lambda '
call methods bome --json; succeeds; says '"id": "inner_steps"'
call problems; succeeds
for id in valley coreset minmax lls; do says_like "^$id "; done
call problems --json; succeeds; says '"id": "coreset"'

# Wrong usage: 2, nothing on stdout.
call --nonsense; refuses 2 '--nonsense'; complains 'bilevelscope --help'
call run; refuses 2 'FILE is required'; complains 'bilevelscope run --help'
call run good.json --nonsense; refuses 2 '--nonsense'
call run good.json extra; refuses 2 'extra'
call run good.json --iterations 0; refuses 2 '--iterations'
call run good.json --iterations many; refuses 2 '--iterations'
call run good.json --method bomme; refuses 2 'there is no method ‘bomme’ – did you mean ‘bome’?'
call run good.json --set etta=1; refuses 2 'has a setting ‘etta’ – did you mean ‘eta’?'
call run good.json --set alternating.eta=1; refuses 2 'none of the runs is of a method ‘alternating’'
call run good.json --set eta; refuses 2 '‘eta’ must look like NAME=VALUE'
call run good.json --start x; refuses 2 '‘x’ must look like NAME=VALUE'
call derive good.json --order 3; refuses 2 '--order'
call derive good.json --format word; refuses 2 '--format'
call derive good.json --format python --method aid_cg; refuses 2 'AID-CG cannot be written as a Python script'
call derive good.json --format python --method bome --method bsg1; refuses 2 'a script is of one method'
call derive good.json --method bome; refuses 2 '--method goes with --format latex or python'
call methods bomme; refuses 2 'did you mean ‘bome’?'
call figure good.json; refuses 2 '--output is required'
call figure good.json --output picture.bmp; refuses 2 'picture.bmp'
call figure good.json --output picture.svg --width-mm 0; refuses 2 'between 20 and 2000 millimetres'
call figure good.json --output picture.svg --height-mm 0; refuses 2 'between 20 and 2000 millimetres'
call figure good.json --output picture.png --dpi 0; refuses 2 'between 30 and 2400 dots per inch'
call figure good.json --output picture.svg --preset poster; refuses 2 '--preset'
call animate good.json; refuses 2 '--output is required'
call animate good.json --output film.avi; refuses 2 'film.avi'
call animate good.json --output film.gif --width 0; refuses 2 'between 160 and 7680 pixels'
call animate good.json --output film.gif --height 0; refuses 2 'between 160 and 7680 pixels'
call animate good.json --output film.gif --height 99999; refuses 2 'between 160 and 7680 pixels'
call animate good.json --output film.gif --fps 60; refuses 2 'a GIF has at most 50 frames a second'
call animate good.json --output film.gif --seconds 0; refuses 2 'lasts between 0.1 and 600 seconds'
[ ! -e film.gif ] || fail 'leaves a film behind'
call; refuses 2 'there is no display'

# Wrong input: 1, with the file, the JSON path and the place.
call run nowhere.json; refuses 1 'cannot read ‘nowhere.json’: no such file or folder'
call run good.json --overlay nowhere.csv; refuses 1 'cannot read ‘nowhere.csv’: no such file or folder'
printf 'x,z\n1,2\n' >wrong.csv
call run good.json --overlay wrong.csv; refuses 1 'wrong.csv: there is no column for the variable ‘y’; the columns are x, z'
printf 'x,y\n1,2\n1,two\n' >wrong.csv
call figure good.json --overlay wrong.csv --output no.svg; refuses 1 'wrong.csv: line 3, column ‘y’: ‘two’ is not a number'
[ ! -e no.svg ] || fail 'leaves a figure behind'
call run vally; refuses 1 'nor is it a problem of the gallery – did you mean ‘valley’?'
call nowhere.json; refuses 1 'cannot read ‘nowhere.json’'
call run .; refuses 1 'it is a folder'
study typo.json 'x^2 + exo(y)'
for command in run evaluate certify derive; do
    call $command typo.json
    refuses 1 'bilevelscope: typo.json: problem.upper.objective, line 6, column 56: unknown function ‘exo’ – did you mean ‘exp’?'
    complains 'x^2 + exo(y)'; complains '      ^~~'
done
call typo.json; refuses 1 'typo.json: problem.upper.objective, line 6, column 56'
call figure typo.json --output picture.svg; refuses 1 'typo.json: problem.upper.objective'
[ ! -e picture.svg ] || fail 'leaves a picture behind'
call animate typo.json --output film.gif; refuses 1 'typo.json: problem.upper.objective'
study future.json x^2 2; call run future.json; refuses 1 'future.json: version, line 3, column 14: this study has version 2'
head -c 100 good.json >half.json; call run half.json; refuses 1 'this is not JSON'
head -c 100000000 /dev/zero | tr '\0' '[' >brackets.json; call run brackets.json; refuses 1 'larger than 16 MB'
head -c 10000000 brackets.json >deep.json; call run deep.json; refuses 1 'brackets are nested more than 64 deep'
call run good.json --set eta=-1; refuses 1 'eta (barrier) must lie between 0 and 10, not -1'
call run good.json --set barrier=none; refuses 1 '‘gradient’, ‘gap’'
call run good.json --start z=1; refuses 1 'there is no variable ‘z’'
call run good.json --start x=4; refuses 1 'outside the bounds -3 to 3'
call run good.json --start x=1,5; refuses 2 '‘5’ must look like NAME=VALUE'
call certify good.json --at z=1; refuses 1 'there is no variable ‘z’'
call evaluate good.json --at x=one; refuses 1 'x must be a number, not ‘one’'

# An output that cannot be written: 3, and nothing half-written.
call run good.json --trace nowhere/trace.csv; refuses 3 'cannot write ‘nowhere/trace.csv’: no such file or folder'
call run good.json --trace good.json/trace.csv; refuses 3 'a part of the path is not a folder'
call figure good.json --output nowhere/picture.svg; refuses 3 'nowhere/picture.svg'
call figure good.json --output good.json/picture.pdf; refuses 3 'good.json/picture.pdf'
call animate good.json --output nowhere/film.gif; refuses 3 'cannot write ‘nowhere/film.gif’: no such file or folder'
call animate good.json --output good.json/film.gif; refuses 3 'a part of the path is not a folder'
call animate good.json --output nowhere/film/; refuses 3 'nowhere/film/'
if [ -w /dev/full ]; then
    ln -s /dev/full full.gif; ln -s /dev/full full.png
    call animate valley --output full.gif --seconds 0.2 --width 320; refuses 3 'the disk is full'
    call figure valley --output full.png --dpi 60; refuses 3 'the disk is full'
    rm full.gif full.png
    "$program" problems >/dev/full 2>err; status=$?
    called='problems >/dev/full'; : >out; refuses 3 'cannot write'
    cp first.csv kept.csv; call run valley --trace /dev/full; refuses 3 'the disk is full'
fi

# Figures need no display.
for view in plane diagnostics; do
    for form in svg pdf png; do
        call figure valley --view $view --output $view.$form; succeeds; is_silent_on_stdout
        [ -s $view.$form ] || fail "writes no $view.$form"
    done
done
head -c 5 plane.pdf | grep -q '%PDF-' || fail 'writes something else than PDF'
grep -q '<svg' plane.svg || fail 'writes something else than SVG'
call figure valley --output valley.tex; succeeds; is_silent_on_stdout
grep -q 'begin{tikzpicture}' valley.tex || fail 'writes no pgfplots'
grep -q '^f_contours_x,' valley.csv || fail 'writes no data beside it'
if command -v pdflatex kpsewhich >/dev/null && kpsewhich pgfplots.sty >/dev/null; then
    pdflatex -interaction=nonstopmode -halt-on-error valley.tex >out 2>&1 || fail 'writes what pdflatex does not compile'
fi
call figure valley --output 'a valley.tex'; succeeds; grep -q '{a-valley.csv}' 'a valley.tex' || fail 'has data that TeX cannot read'
call figure valley --output nowhere/valley.tex; refuses 3 'nowhere/valley.tex'
call figure valley --output picture.png --theme dark --width-mm 100 --height-mm 50 --dpi 100; succeeds
call figure valley --view nonsense --output picture.png; refuses 2 'nonsense'

call figure valley --view plane --output shapes.svg --preset column --text outlines --ground contours --caption --transparent
succeeds; ! grep -qE '<text|<image' shapes.svg || fail 'has text or an image although asked for shapes'

# A study travels: as a link, and in everything that was made of it. The trace comes back to the last digit.
call run valley --trace valley.csv --iterations 50; succeeds
call link valley; succeeds; says_like '^bilevelscope:1:[A-Za-z0-9_-]+$'; link=$(cat out)
call run "$link" --trace again.csv --iterations 50; succeeds; cmp -s valley.csv again.csv || fail 'the link runs otherwise'
printf 'Look:\n> %s\n> %s\nBest, Anna\n' "$(echo "$link" | cut -c1-70)" "$(echo "$link" | cut -c71-)" >mail.txt
call run mail.txt --trace again.csv --iterations 50; succeeds; cmp -s valley.csv again.csv || fail 'the mail runs otherwise'
call link valley --json; succeeds; cp out valley.json
call link valley.json; succeeds; says "$link"
call animate valley --output travels.gif --seconds 0.2 --width 320; succeeds
for form in png svg pdf tex; do call figure valley --view upper --output travels.$form --dpi 60; succeeds; done
for form in png svg pdf tex gif; do
    cp travels.$form copied
    call run copied --trace again.csv --iterations 50; succeeds
    cmp -s valley.csv again.csv || fail "the study of a .$form runs otherwise"
    call link copied; succeeds; says "$link"
done
for command in run evaluate certify derive link; do
    call $command "$(echo "$link" | cut -c1-300)"; refuses 1 'bilevelscope: the link: this link is cut'
done
call run "$(echo "$link" | tr 'a' 'b')"; refuses 1 'the link: this link is damaged'
call run "$(echo "$link" | sed 's/:1:/:2:/')"; refuses 1 'a newer Bilevelscope is needed'
printf '<svg xmlns="http://www.w3.org/2000/svg"/>' >empty.svg
for command in run figure animate link; do
    output=; case $command in figure | animate) output='--output nothing.gif' ;; esac
    call $command empty.svg $output; refuses 1 'bilevelscope: empty.svg: this SVG carries no study'
done
[ ! -e nothing.gif ] || fail 'leaves something behind'

# Animations neither.
small='--seconds 0.5 --fps 10 --width 320'
call animate valley --output film.gif $small --theme dark --view upper; succeeds; is_silent_on_stdout
head -c 6 film.gif | grep -q 'GIF89a' || fail 'writes something else than GIF'
call animate valley --output frames/ $small --axis gradients --equal-cost; succeeds
[ "$(ls frames)" = "$(printf 'frame-000%s.png\n' 1 2 3 4 5)" ] || fail 'writes other frames'
call animate valley --output frames/ $small; succeeds
touch frames/notes; call animate valley --output frames/ $small; refuses 3 'holds something else than frames'
if command -v ffmpeg >/dev/null; then
    call animate valley --output film.mp4 $small; succeeds
    head -c 8 film.mp4 | grep -q 'ftyp' || fail 'writes something else than MP4'
fi
PATH_BEFORE=$PATH; PATH=/nonexistent; called='animate without ffmpeg'
"$program" animate valley --output none.mp4 >"$folder/out" 2>"$folder/err"; status=$?
PATH=$PATH_BEFORE; refuses 3 'an MP4 needs ffmpeg'

# Whoever gives up, or whose disk is full, finds nothing half-written.
for target in given.gif given/; do
    "$program" animate valley --output $target --seconds 60 >out 2>err & child=$!
    sleep 1; kill -TERM $child; wait $child; status=$?
    called="animate --output $target, interrupted"; refuses 3 'interrupted; nothing was written'
    [ ! -e $target ] || fail "leaves $target behind"
done
(trap '' XFSZ; ulimit -f 16; "$program" animate valley --output crowded/ >/dev/null 2>&1); status=$?
called='animate with little room'; : >out; exits 3
[ ! -e crowded ] || fail 'leaves a folder behind'

# The window takes up what a crash left behind, and being killed over it loses nothing. Nothing unsaved leaves nothing.
unsaved=$folder/data/bilevelscope/unsaved
window() {
    called="the window on $*"; : >out
    HOME=$folder XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config QT_QPA_PLATFORM=offscreen "$program" "$@" 2>err & child=$!
}
mkdir -p "$unsaved"; cp good.json "$unsaved/crash1.bilevel.json"; printf '%s' "$folder/lost.json" >"$unsaved/crash1.lock"
is_held() { grep -q "FLOCK.*:$(stat -c %i "$unsaved/crash1.lock") " /proc/locks; }
in_time() { tries=0; until "$@" || [ $tries -ge 200 ]; do sleep 0.1; tries=$((tries + 1)); done; "$@"; }
window valley
in_time is_held || fail 'leaves unsaved work lying'
kill -KILL $child; wait $child 2>/dev/null
is_held && fail 'holds unsaved work although it is dead'
cmp -s good.json "$unsaved/crash1.bilevel.json" || fail 'loses unsaved work'
rm "$unsaved"/*
window good.json
in_time grep -qsF "$folder/good.json" config/bilevelscope/settings.ini || fail 'does not remember the file'
sleep 1.5; kill -KILL $child; wait $child 2>/dev/null
[ -z "$(ls -A "$unsaved")" ] || fail 'keeps what is not unsaved'
printf '{"format": "bilevelscope", "version": 9}' >newer.json
call newer.json; refuses 1 'newer.json: version'; complains 'this study has version 9'

# Every study of the gallery is a file, too.
for file in "$source"/resources/problems/*.bilevel.json; do call evaluate "$file"; succeeds; done

ls -A | grep -q '^\.bilevelscope' && fail 'leaves temporary files behind'
[ $failures = 0 ] && echo 'The command line keeps its contract.'
exit $((failures > 0))
