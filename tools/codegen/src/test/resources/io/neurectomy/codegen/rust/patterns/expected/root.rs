//! Types of Root
//!
//! Generated from a JSON Schema: change the schema, not this file. Needs the crates serde (with
//! `derive`), serde_json and regex.
//! Numbers of any size are kept if serde_json has its feature `arbitrary_precision`; without it,
//! integers of more than 64 bits are refused or, in values of any type, rounded.

#![forbid(unsafe_code)]
#![allow(clippy::enum_variant_names, clippy::large_enum_variant)]

pub use reading::Invalid;
use reading::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::sync::LazyLock;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ahead: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twice: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lazy: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            code: members.optional("code", |v| matching(string(v)?, &ROOT_CODE_PATTERN))?,
            ahead: members.optional("ahead", |v| matching(string(v)?, &ROOT_AHEAD_PATTERN))?,
            twice: members.optional("twice", |v| matching(string(v)?, &ROOT_TWICE_PATTERN))?,
            behind: members.optional("behind", |v| matching(string(v)?, &ROOT_BEHIND_PATTERN))?,
            lazy: members.optional("lazy", |v| matching(string(v)?, &ROOT_LAZY_PATTERN))?,
            additional: members.rest(),
        })
    }
}

static ROOT_CODE_PATTERN: LazyLock<Pattern> = LazyLock::new(|| compiled("^[A-Z][0-9]+$"));
static ROOT_AHEAD_PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
    tree(
        "^(?!tmp-)[a-z-]+$", Node::All(vec![Node::Start, Node::Look(true, false, Box::new(Node::All(vec![Node::Set(vec![(0x74, 0x74)]), Node::Set(vec![(0x6d, 0x6d)]), Node::Set(vec![(0x70, 0x70)]), Node::Set(vec![(0x2d, 0x2d)])]))), Node::Repeat(Box::new(Node::Set(vec![(0x2d, 0x2d), (0x61, 0x7a)])), 1, usize::MAX, true), Node::End]),
    )
});
static ROOT_TWICE_PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
    tree(
        r"^(a|b)+\1$", Node::All(vec![Node::Start, Node::Repeat(Box::new(Node::Group(1, Box::new(Node::Any(vec![Node::Set(vec![(0x61, 0x61)]), Node::Set(vec![(0x62, 0x62)])])))), 1, usize::MAX, true), Node::Back(1), Node::End]),
    )
});
static ROOT_BEHIND_PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
    tree(
        r"(?<=x)y\b", Node::All(vec![Node::Look(false, true, Box::new(Node::Set(vec![(0x78, 0x78)]))), Node::Set(vec![(0x79, 0x79)]), Node::Boundary(true)]),
    )
});
static ROOT_LAZY_PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
    tree(
        r"^(?=.*[0-9])(?:ab|cd){2,3}?[^\n]*$", Node::All(vec![Node::Start, Node::Look(true, true, Box::new(Node::All(vec![Node::Repeat(Box::new(Node::Set(vec![(0x0, 0x9), (0xb, 0xc), (0xe, 0x2027), (0x202a, 0x10ffff)])), 0, usize::MAX, true), Node::Set(vec![(0x30, 0x39)])]))), Node::Repeat(Box::new(Node::Any(vec![Node::All(vec![Node::Set(vec![(0x61, 0x61)]), Node::Set(vec![(0x62, 0x62)])]), Node::All(vec![Node::Set(vec![(0x63, 0x63)]), Node::Set(vec![(0x64, 0x64)])])])), 2, 3, false), Node::Repeat(Box::new(Node::Set(vec![(0x0, 0x9), (0xb, 0x10ffff)])), 0, usize::MAX, true), Node::End]),
    )
});

/// Reads JSON values and says where one is refused.
mod reading {
    use serde_json::{Map, Value};
    use std::collections::HashMap;
    use std::fmt;

    /// Why a document is refused, and where.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Invalid {
        pointer: String,
        reason: String,
    }

    impl Invalid {
        pub(super) fn new(reason: impl Into<String>) -> Self {
            Self {
                pointer: String::new(),
                reason: reason.into(),
            }
        }

        /// The JSON Pointer of the value that is refused; empty if it is the whole document.
        #[must_use]
        pub fn pointer(&self) -> &str {
            &self.pointer
        }

        /// What is wrong with the value.
        #[must_use]
        pub fn reason(&self) -> &str {
            &self.reason
        }
    }

    impl fmt::Display for Invalid {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            if self.pointer.is_empty() {
                f.write_str(&self.reason)
            } else {
                write!(f, "{}: {}", self.pointer, self.reason)
            }
        }
    }

    impl std::error::Error for Invalid {}

    impl Invalid {
        fn below(mut self, step: &str) -> Self {
            let step = step.replace('~', "~0").replace('/', "~1");
            self.pointer = format!("/{step}{}", self.pointer);
            self
        }
    }

    fn expected(what: &str, found: &Value) -> Invalid {
        let kind = match found {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        Invalid::new(format!("expected {what}, found {kind}"))
    }

    pub(super) struct Members(Map<String, Value>);

    impl Members {
        pub(super) fn of(value: Value) -> Result<Self, Invalid> {
            match value {
                Value::Object(members) => Ok(Self(members)),
                other => Err(expected("an object", &other)),
            }
        }
    }

    impl Members {
        pub(super) fn optional<T>(
            &mut self,
            name: &str,
            read: Reader<T>,
        ) -> Result<Option<T>, Invalid> {
            match self.0.remove(name) {
                Some(value) => read(value).map(Some).map_err(|e| e.below(name)),
                None => Ok(None),
            }
        }
    }

    impl Members {
        pub(super) fn rest(self) -> Map<String, Value> {
            self.0
        }
    }

    pub(super) type Reader<T> = fn(Value) -> Result<T, Invalid>;

    pub(super) fn string(value: Value) -> Result<String, Invalid> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(expected("a string", &other)),
        }
    }

    pub(super) fn matching(text: String, pattern: &Pattern) -> Result<String, Invalid> {
        if pattern.is_match(&text) {
            Ok(text)
        } else {
            Err(Invalid::new(format!("{text:?} does not match {pattern}")))
        }
    }

    /// A pattern of which the crate regex can't do all.
    pub(super) struct Pattern {
        source: &'static str,
        is_match: Box<dyn Fn(&str) -> bool + Send + Sync>,
    }

    impl Pattern {
        pub(super) fn is_match(&self, text: &str) -> bool {
            (self.is_match)(text)
        }
    }

    impl fmt::Display for Pattern {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.source)
        }
    }

    pub(super) fn compiled(source: &'static str) -> Pattern {
        let mut builder = regex::RegexBuilder::new(source);
        let built = builder.size_limit(1 << 28).build();
        let regex = built.expect("the pattern is one of the crate regex");
        Pattern {
            source,
            is_match: Box::new(move |text| regex.is_match(text)),
        }
    }

    pub(super) fn tree(source: &'static str, root: Node) -> Pattern {
        Pattern {
            source,
            is_match: Box::new(move |text| Matcher::new(text).find(&root)),
        }
    }

    /// A part of a pattern that looks around or refers back.
    #[allow(dead_code, reason = "a pattern uses some of them")]
    pub(super) enum Node {
        Set(Vec<(u32, u32)>),
        All(Vec<Node>),
        Any(Vec<Node>),
        Repeat(Box<Node>, usize, usize, bool),
        Group(usize, Box<Node>),
        Start,
        End,
        Boundary(bool),
        Look(bool, bool, Box<Node>),
        Back(usize),
    }

    type Next<'n> = &'n mut dyn FnMut(&mut Matcher, usize) -> bool;

    struct Matcher {
        text: Vec<char>,
        groups: HashMap<usize, (usize, usize)>,
        steps: usize,
        depth: usize,
    }

    impl Matcher {
        /// Beyond so much work a text counts as not matching: a hostile one must not stop the reader.
        const STEPS: usize = 1_000_000;
        const DEPTH: usize = 1_000;

        fn new(text: &str) -> Self {
            Self {
                text: text.chars().collect(),
                groups: HashMap::new(),
                steps: 0,
                depth: 0,
            }
        }

        fn find(&mut self, root: &Node) -> bool {
            (0..=self.text.len()).any(|start| {
                self.groups.clear();
                self.run(root, start, &mut |_, _| true)
            })
        }

        fn run(&mut self, node: &Node, at: usize, next: Next<'_>) -> bool {
            self.steps += 1;
            if self.steps > Self::STEPS || self.depth > Self::DEPTH {
                return false;
            }
            self.depth += 1;
            let found = self.step(node, at, next);
            self.depth -= 1;
            found
        }

        fn step(&mut self, node: &Node, at: usize, next: Next<'_>) -> bool {
            match node {
                Node::Set(ranges) => self.is_in(ranges, at) && next(self, at + 1),
                Node::All(parts) => self.all(parts, at, next),
                Node::Any(options) => options.iter().any(|option| self.run(option, at, next)),
                Node::Repeat(body, min, max, greedy) => match body.as_ref() {
                    Node::Set(ranges) => self.span(ranges, *min, *max, at, next),
                    body => self.repeat(body, *min, *max, *greedy, at, next),
                },
                Node::Group(number, body) => self.run(body, at, &mut |matcher, end| {
                    let before = matcher.groups.insert(*number, (at, end));
                    let found = next(matcher, end);
                    if let (false, Some(span)) = (found, before) {
                        matcher.groups.insert(*number, span);
                    } else if !found {
                        matcher.groups.remove(number);
                    }
                    found
                }),
                Node::Start => at == 0 && next(self, at),
                Node::End => at == self.text.len() && next(self, at),
                Node::Boundary(wanted) => {
                    let before = at > 0 && self.is_word(at - 1);
                    (before != self.is_word(at)) == *wanted && next(self, at)
                }
                Node::Look(ahead, wanted, body) => {
                    let found = if *ahead {
                        self.run(body, at, &mut |_, _| true)
                    } else {
                        (0..=at).any(|start| self.run(body, start, &mut |_, end| end == at))
                    };
                    found == *wanted && next(self, at)
                }
                Node::Back(number) => {
                    let (start, end) = self.groups.get(number).copied().unwrap_or((0, 0));
                    let again = at + end - start;
                    self.text.get(at..again) == Some(&self.text[start..end]) && next(self, again)
                }
            }
        }

        fn all(&mut self, parts: &[Node], at: usize, next: Next<'_>) -> bool {
            match parts.split_first() {
                None => next(self, at),
                Some((first, rest)) => self.run(first, at, &mut |m, end| m.all(rest, end, next)),
            }
        }

        fn span(
            &mut self,
            ranges: &[(u32, u32)],
            min: usize,
            max: usize,
            at: usize,
            next: Next<'_>,
        ) -> bool {
            let mut end = at;
            while end - at < max && self.is_in(ranges, end) {
                end += 1;
            }
            self.steps += end - at;
            (at + min..=end).rev().any(|end| next(self, end))
        }

        fn repeat(
            &mut self,
            body: &Node,
            min: usize,
            max: usize,
            greedy: bool,
            at: usize,
            next: Next<'_>,
        ) -> bool {
            if min == 0 && !greedy && next(self, at) {
                return true;
            }
            let again = max > 0
                && self.run(body, at, &mut |matcher, end| {
                    (end > at || min > 0)
                        && matcher.repeat(
                            body,
                            min.saturating_sub(1),
                            max.saturating_sub(1),
                            greedy,
                            end,
                            next,
                        )
                });
            again || min == 0 && greedy && next(self, at)
        }

        fn is_in(&self, ranges: &[(u32, u32)], at: usize) -> bool {
            let here = self.text.get(at).map(|c| u32::from(*c));
            here.is_some_and(|c| ranges.iter().any(|(from, to)| (*from..=*to).contains(&c)))
        }

        fn is_word(&self, at: usize) -> bool {
            let here = self.text.get(at);
            here.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_')
        }
    }
}
