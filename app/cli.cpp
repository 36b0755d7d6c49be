#include "app/cli.h"

#include "app/exit_status.h"
#include "core/io/study.h"
#include "ui/plane/plane_options.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace bilevel {
namespace {

constexpr const char* fileHelp = "a study, a figure that carries one, its link, or the id of a gallery problem";

CLI::App* addCommand(CLI::App& program, Options& options, Options::Command command, const char* name,
                     const char* description) {
    CLI::App* sub = program.add_subcommand(name, description);
    sub->set_version_flag("--version", "bilevelscope " BILEVELSCOPE_VERSION, "print the version and exit");
    sub->callback([&options, command] { options.command = command; });
    return sub;
}

/// An option that takes one value each time it is given.
void addRepeatable(CLI::App* sub, const char* flag, std::vector<std::string>& values, const char* form,
                   const char* help) {
    sub->add_option(flag, values, help)->expected(1)->take_all()->type_name(form);
}

/// A point: NAME=VALUE,… at once or one by one.
void addPoint(CLI::App* sub, const char* flag, std::string& point, const char* help) {
    sub->add_option(flag, point, help)->join(',')->type_name("NAME=VALUE,...");
}

/// A range of numbers; the help text names it where it matters.
template <class Number>
CLI::Validator within(Number minimum, Number maximum) {
    return CLI::Range(minimum, maximum).description("");
}

/// Which methods, with which settings, from where and for how long.
void addMethods(CLI::App* sub, Options& options, const char* meaning) {
    addRepeatable(sub, "--method", options.methods, "ID", meaning);
    addRepeatable(sub, "--set", options.settings, "KEY=VALUE",
                  "change a setting, of every method that has it or as METHOD.KEY=VALUE; repeatable");
    addPoint(sub, "--start", options.start, "begin elsewhere");
    sub->add_option("--iterations", options.iterations, "how many iterations")
        ->check(within(1, maximumIterations))
        ->type_name("N");
}

void addOverlay(CLI::App* sub, Options& options) {
    addRepeatable(sub, "--overlay", options.overlays, "TRACE.csv",
                  "beside the runs, the rows of a trace from elsewhere, whose columns have the variables' names; "
                  "repeatable");
}

void addRun(CLI::App& program, Options& options) {
    CLI::App* sub =
        addCommand(program, options, Options::Command::run, "run", "Run a study and say where it ended");
    sub->add_option("FILE", options.file, fileHelp)->required()->type_name("");
    addMethods(sub, options, "run this method instead of the study's runs; repeatable");
    sub->add_option("--seed", options.seed, "seed of the methods that draw random numbers")
        ->check(within(0.0, 9007199254740992.0))
        ->type_name("N");
    sub->add_flag("--json", options.json, "print a summary as JSON instead of a table");
    sub->add_option("--trace", options.trace, "write every iteration to this file")->type_name("OUT.csv");
    addOverlay(sub, options);
    sub->add_flag("--certify", options.certify, "judge where each run ended with the exact lower level");
    sub->add_flag("--truth", options.truth, "add the true gap and the true hypergradient to the trace");
    sub->footer("Without runs in the study and without --method, BOME runs with its defaults.");
}

void addEvaluate(CLI::App& program, Options& options) {
    CLI::App* sub = addCommand(program, options, Options::Command::evaluate, "evaluate",
                               "f, g and all their first and second derivatives at a point, as JSON");
    sub->add_option("FILE", options.file, fileHelp)->required()->type_name("");
    addPoint(sub, "--at", options.at, "the point; variables not named are at the start");
}

void addCertify(CLI::App& program, Options& options) {
    CLI::App* sub = addCommand(program, options, Options::Command::certify, "certify",
                               "What the exact lower level says of a point: its true gap, its hypergradient and a "
                               "verdict, as JSON");
    sub->add_option("FILE", options.file, fileHelp)->required()->type_name("");
    addPoint(sub, "--at", options.at, "the point; variables not named are at the start");
}

void addDerive(CLI::App& program, Options& options) {
    CLI::App* sub =
        addCommand(program, options, Options::Command::derive, "derive", "The derivatives as formulas");
    sub->add_option("FILE", options.file, fileHelp)->required()->type_name("");
    sub->add_option("--format", options.format, "text, latex or json; python: a script that runs a method")
        ->check(CLI::IsMember({"text", "latex", "json", "python"}).description(""))
        ->type_name("FORMAT");
    sub->add_option("--order", options.order, "1: gradients; 2: Hessians too")
        ->check(within(1, 2))
        ->type_name("N");
    addMethods(sub, options, "as LaTeX, its update too; as Python, the method; repeatable for LaTeX");
    sub->footer(
        "Without --method, a script is of the study's first run. Python scripts need NumPy and print every "
        "iterate.");
}

void addCatalogues(CLI::App& program, Options& options) {
    CLI::App* methods = addCommand(program, options, Options::Command::methods, "methods",
                                   "The methods, or one of them with its settings and what it records");
    methods->add_option("ID", options.method, "a method")->type_name("");
    methods->add_flag("--json", options.json, "as JSON");
    CLI::App* problems = addCommand(program, options, Options::Command::problems, "problems", "The gallery");
    problems->add_flag("--json", options.json, "as JSON");
}

void addLink(CLI::App& program, Options& options) {
    CLI::App* sub = addCommand(program, options, Options::Command::link, "link",
                               "The study as one word, to send; it can stand wherever a FILE can");
    sub->add_option("FILE", options.file, fileHelp)->required()->type_name("");
    sub->add_flag("--json", options.json, "the study itself instead, as its file");
}

/// What figures and animations have in common.
void addPicture(CLI::App* sub, Options& options, const char* outputHelp, const char* form) {
    sub->add_option("FILE", options.file, fileHelp)->required()->type_name("");
    sub->add_option("--output", options.output, outputHelp)->required()->type_name(form);
    sub->add_option("--view", options.view, "all, plane, upper, lower, diagnostics or truth")->type_name("NAME");
    addOverlay(sub, options);
    sub->add_option("--theme", options.theme, "light or dark")
        ->check(CLI::IsMember({"light", "dark"}).description(""))
        ->type_name("THEME");
    sub->add_option("--axis", options.axis, "of the charts: iterations, gradients, products or time")
        ->check(CLI::IsMember({"iterations", "gradients", "products", "time"}).description(""))
        ->type_name("MEASURE");
    std::vector<std::string> switches;
    std::string names;
    for (const ui::PlaneSwitch& each : ui::planeSwitches()) {
        switches.emplace_back(each.id);
        names += (names.empty() ? "" : ", ") + switches.back();
    }
    const auto addSwitches = [&](const char* flag, std::vector<std::string>& chosen, const std::string& help) {
        sub->add_option(flag, chosen, help)
            ->check(CLI::IsMember(switches).description(""))
            ->delimiter(',')
            ->type_name("NAME,…");
    };
    addSwitches("--hide", options.hide, "not on the planes: " + names);
    addSwitches("--show", options.show, "on the planes, what is not there anyway");
}

void addFigure(CLI::App& program, Options& options) {
    CLI::App* sub = addCommand(program, options, Options::Command::figure, "figure",
                               "The picture that the window would show, as SVG, PDF, PNG or LaTeX");
    addPicture(sub, options, "the file to write; its ending says how", "OUT.svg|pdf|png|tex");
    sub->add_option("--preset", options.preset, "a size: column (89 mm), page (183 mm) or slide (254 x 143 mm)")
        ->check(CLI::IsMember({"column", "page", "slide"}).description(""))
        ->type_name("NAME");
    sub->add_option("--width-mm", options.widthMm, "width, instead of the preset's")->type_name("MM");
    sub->add_option("--height-mm", options.heightMm, "height; without it, the preset's or what suits the view")
        ->type_name("MM");
    sub->add_option("--dpi", options.dpi, "resolution of a PNG")->type_name("N");
    sub->add_flag("--transparent", options.transparent, "nothing behind the parts");
    sub->add_option("--text", options.text, "fonts, or outlines that need no font, in SVG and PDF")
        ->check(CLI::IsMember({"fonts", "outlines"}).description(""))
        ->type_name("HOW");
    sub->add_option("--ground", options.ground, "of the planes: an image, or filled contours")
        ->check(CLI::IsMember({"image", "contours"}).description(""))
        ->type_name("HOW");
    sub->add_flag("--caption", options.caption, "below: the problem, the methods, every setting, the version");
    sub->add_flag("--step", options.step, "on the planes: what the first run's step does at --iteration");
    sub->add_option("--iteration", options.iteration, "the one that the planes show; without it, the last")
        ->check(within(0, maximumIterations))
        ->type_name("N");
}

void addAnimate(CLI::App& program, Options& options) {
    CLI::App* sub = addCommand(program, options, Options::Command::animate, "animate",
                               "The same picture in motion, as GIF, MP4 or a folder of PNG files");
    addPicture(sub, options, "the file to write, its ending says how; or a folder, with / at the end",
               "OUT.gif|mp4|folder/");
    sub->add_option("--fps", options.fps, "frames per second, 30 unless told")->type_name("N");
    sub->add_option("--seconds", options.seconds, "how long it lasts, 4 unless told")->type_name("S");
    sub->add_option("--width", options.width, "width in pixels, 960 unless told")->type_name("PIXELS");
    sub->add_option("--height", options.height, "height in pixels; without it, what suits the view")
        ->type_name("PIXELS");
    sub->add_flag("--once", options.once, "a GIF that does not begin again");
    sub->add_flag("--equal-cost", options.equalCost, "all runs move by what --axis measures, not by iterations");
    sub->footer("An MP4 needs ffmpeg. A folder is replaced where it holds nothing but frames.");
}

/// Help and version go to stdout; a mistake goes to stderr, with the place to read on.
int finish(const CLI::App& program, const CLI::ParseError& outcome) {
    if (outcome.get_exit_code() == 0) return program.exit(outcome, std::cout, std::cerr);
    std::string command = "bilevelscope";
    for (const CLI::App* sub : program.get_subcommands()) command += ' ' + sub->get_name();
    std::cerr << command << ": " << outcome.what() << "\nSee: " << command << " --help\n";
    return wrongUsage;
}

}  // namespace

std::variant<Options, int> parseCommandLine(int argc, char** argv) {
    Options options;
    CLI::App program("See bilevel optimisation: type two objectives, watch methods solve them.", "bilevelscope");
    program.set_version_flag("--version", "bilevelscope " BILEVELSCOPE_VERSION, "print the version and exit");
    program.require_subcommand(0, 1);
    program.add_option("FILE", options.file, std::string("open the window on ") + fileHelp)->type_name("");
    addOverlay(&program, options);
    program.footer(
        "Without a command, the window opens. The commands need no display.\n"
        "Exit status: 0 done, 1 the input is wrong, 2 wrong usage, 3 an output could not be written.");
    addRun(program, options);
    addEvaluate(program, options);
    addCertify(program, options);
    addDerive(program, options);
    addFigure(program, options);
    addAnimate(program, options);
    addLink(program, options);
    addCatalogues(program, options);
    // CLI11 reports with exceptions; they end here.
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& outcome) {
        return finish(program, outcome);
    }
    return options;
}

}  // namespace bilevel
