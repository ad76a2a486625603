//! Decision diagrams: functions of variables, each kept once.
//!
//! A variable has two values (a paper, a coverage: absent, present) or as many as a fact has
//! kinds of answer. Nodes are reduced and shared, so two functions are equal exactly if their
//! references are; that makes “met whatever is answered” a comparison with a constant. Built
//! bottom-up in the order of the tree, the diagrams of real requirements have a few dozen nodes.

use std::collections::HashMap;

/// A function, by its place in [`Diagrams`].
pub(super) type Function = u32;

/// Never true.
pub(super) const NEVER: Function = 0;
/// Always true.
pub(super) const ALWAYS: Function = 1;

/// The position of a variable in the order of all variables.
pub(super) type Variable = u32;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Node {
    variable: Variable,
    /// The function for each value of the variable.
    branches: Box<[Function]>,
}

/// An arena of functions.
#[derive(Debug, Default)]
pub(super) struct Diagrams {
    nodes: Vec<Node>,
    known: HashMap<Node, Function>,
    conjunctions: HashMap<(Function, Function), Function>,
    disjunctions: HashMap<(Function, Function), Function>,
}

impl Diagrams {
    /// The function that is `branches[value]` for each value of the variable.
    pub(super) fn choice(&mut self, variable: Variable, branches: Vec<Function>) -> Function {
        let Some(&first) = branches.first() else { return NEVER };
        if branches.iter().all(|&branch| branch == first) {
            return first;
        }
        let node = Node { variable, branches: branches.into() };
        if let Some(&function) = self.known.get(&node) {
            return function;
        }
        // The two constants take the first two references.
        let Ok(function) = Function::try_from(self.nodes.len() + 2) else { return NEVER };
        self.nodes.push(node.clone());
        self.known.insert(node, function);
        function
    }

    /// True where the variable of two values is.
    pub(super) fn variable(&mut self, variable: Variable) -> Function {
        self.choice(variable, vec![NEVER, ALWAYS])
    }

    /// The variable on which a function decides first, and its branches; none for a constant.
    pub(super) fn split(&self, function: Function) -> Option<(Variable, &[Function])> {
        let node = self.nodes.get((function as usize).checked_sub(2)?)?;
        Some((node.variable, &node.branches))
    }

    /// True where both are.
    pub(super) fn and(&mut self, one: Function, other: Function) -> Function {
        match (one, other) {
            (NEVER, _) | (_, NEVER) => NEVER,
            (ALWAYS, same) | (same, ALWAYS) => same,
            _ if one == other => one,
            _ => self.combine(one, other, true),
        }
    }

    /// True where either is.
    pub(super) fn or(&mut self, one: Function, other: Function) -> Function {
        match (one, other) {
            (ALWAYS, _) | (_, ALWAYS) => ALWAYS,
            (NEVER, same) | (same, NEVER) => same,
            _ if one == other => one,
            _ => self.combine(one, other, false),
        }
    }

    fn combine(&mut self, one: Function, other: Function, both: bool) -> Function {
        let key = (one.min(other), one.max(other));
        let memo = if both { &self.conjunctions } else { &self.disjunctions };
        if let Some(&known) = memo.get(&key) {
            return known;
        }
        let (variable, pairs) = self.side_by_side(one, other);
        let branches = pairs.into_iter().map(|(a, b)| if both { self.and(a, b) } else { self.or(a, b) }).collect();
        let function = self.choice(variable, branches);
        let memo = if both { &mut self.conjunctions } else { &mut self.disjunctions };
        memo.insert(key, function);
        function
    }

    /// The branches of two functions over the first variable of either.
    fn side_by_side(&self, one: Function, other: Function) -> (Variable, Vec<(Function, Function)>) {
        match (self.split(one), self.split(other)) {
            (Some((a, first)), Some((b, second))) if a == b => {
                (a, first.iter().copied().zip(second.iter().copied()).collect())
            }
            (Some((a, first)), Some((b, _))) if a < b => (a, first.iter().map(|&branch| (branch, other)).collect()),
            (Some((a, first)), None) => (a, first.iter().map(|&branch| (branch, other)).collect()),
            (_, Some((b, second))) => (b, second.iter().map(|&branch| (one, branch)).collect()),
            (None, None) => (0, Vec::new()),
        }
    }

    /// True where at least so many of the members are.
    pub(super) fn at_least(&mut self, least: usize, members: &[Function]) -> Function {
        if least > members.len() {
            return NEVER;
        }
        // reached[n]: at least n of the members so far; built from the last member backwards.
        let mut reached = vec![NEVER; least + 1];
        reached[0] = ALWAYS;
        for &member in members.iter().rev() {
            for n in (1..=least).rev() {
                let with = self.and(member, reached[n - 1]);
                reached[n] = self.or(with, reached[n]);
            }
        }
        reached[least]
    }

    /// The function where variables are known: `value` gives the branch to take, if one is known.
    pub(super) fn restrict(&mut self, function: Function, value: &dyn Fn(Variable) -> Option<usize>) -> Function {
        let mut memo = HashMap::new();
        self.restrict_with(function, value, &mut memo)
    }

    fn restrict_with(
        &mut self,
        function: Function,
        value: &dyn Fn(Variable) -> Option<usize>,
        memo: &mut HashMap<Function, Function>,
    ) -> Function {
        let Some((variable, branches)) = self.split(function) else { return function };
        if let Some(&known) = memo.get(&function) {
            return known;
        }
        let branches = branches.to_vec();
        let restricted = match value(variable).and_then(|taken| branches.get(taken)) {
            Some(&taken) => self.restrict_with(taken, value, memo),
            None => {
                let branches = branches.into_iter().map(|branch| self.restrict_with(branch, value, memo)).collect();
                self.choice(variable, branches)
            }
        };
        memo.insert(function, restricted);
        restricted
    }

    /// Every variable that the function depends on.
    pub(super) fn support(&self, function: Function) -> Vec<Variable> {
        let mut seen = std::collections::HashSet::new();
        let mut open = vec![function];
        let mut variables = Vec::new();
        while let Some(function) = open.pop() {
            let Some((variable, branches)) = self.split(function) else { continue };
            if seen.insert(function) {
                if !variables.contains(&variable) {
                    variables.push(variable);
                }
                open.extend_from_slice(branches);
            }
        }
        variables
    }
}
