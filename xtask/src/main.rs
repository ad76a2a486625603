//! The project's tasks: `cargo xtask` lists them.

mod audit;
mod bench;
mod budgets;
mod bundle;
mod checks;
mod engines;
mod error;
mod functions;
mod parts;
mod pins;
mod process;
mod project;
mod publish;
mod serve;
mod setup;
mod sizes;
mod stamp;
mod task;
mod totals;

use error::Result;
use project::Project;
use setup::Need;
use std::env;
use std::process::ExitCode;
use task::Task;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match Task::parse(&arguments).and_then(perform) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does one task; whether all that it checked was in order.
fn perform(task: Task) -> Result<bool> {
    if task == Task::Help {
        print!("{}", task::USAGE);
        return Ok(true);
    }
    let project = Project::find()?;
    match task {
        Task::Help => {}
        Task::Serve(serving) => serve::serve(&project, serving)?,
        Task::Test => return checks::test(&project),
        Task::TestIn(engine) => return checks::test_in(&project, engine),
        Task::Sources(arguments) => {
            let mut check = process::cargo();
            check.args(["run", "--quiet", "--package", "sources", "--"]);
            process::run(check.args(arguments))?;
        }
        Task::Card(arguments) => {
            let mut card = process::cargo();
            card.args(["run", "--quiet", "--package", "leimu", "--example", "card", "--"]);
            process::run(card.args(arguments))?;
        }
        Task::SetUp => {
            setup::set_up(&project, Need::Tests)?;
            println!("set-up: everything is there");
        }
        Task::Bundle => {
            let tools = setup::set_up(&project, Need::Bundle)?;
            if !bundle::build(&project, &tools)? {
                println!("release bundle: up to date");
            }
        }
        Task::Audit => audit::audit(&project)?,
        Task::Watch => parts::watch(&project)?,
        Task::Bench => bench::bench(&project)?,
        Task::Functions => functions::print(&project)?,
        Task::Size => print!("{}", sizes::table(&sizes::weigh(&project.dist())?)),
    }
    Ok(true)
}
