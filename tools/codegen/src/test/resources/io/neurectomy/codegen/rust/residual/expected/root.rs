//! Types of Root
//!
//! Generated from a JSON Schema: change the schema, not this file. Needs the crates serde (with
//! `derive`), serde_json and regex.
//! Numbers of any size are kept if serde_json has its feature `arbitrary_precision`; without it,
//! integers of more than 64 bits are refused or, in values of any type, rounded.

#![forbid(unsafe_code)]
#![allow(clippy::enum_variant_names, clippy::large_enum_variant)]

use reading::*;
pub use reading::{Integer, Invalid};
use regex::Regex;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Integer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<Value>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: BTreeMap<String, bool>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        ensure(
            is_schema(&value) || is_schema_2(&value),
            "none of the schemas in `anyOf` holds",
        )?;
        ensure(
            choose(
                is_schema_3(&value),
                is_schema_4(&value),
                is_schema_5(&value),
            ),
            "the schema that `if` chooses does not hold",
        )?;
        ensure(all_names(&value, is_name), "`propertyNames` does not hold")?;
        ensure(
            value.get("items").is_none() || has(&value, &["kind"]),
            "items needs kind",
        )?;
        ensure(
            value.get("items").is_none_or(is_items),
            "`properties` does not hold",
        )?;
        ensure(
            other_members(
                &value,
                &["kind", "size", "items", "extra"],
                &[&ROOT_PATTERN],
                |_| false,
            ),
            "`additionalProperties` does not hold",
        )?;
        ensure(
            is_schema_6(&value),
            "a member or an item that no schema describes is not allowed, or another rule about the whole does not hold",
        )?;
        let mut members = Members::of(value)?;
        Ok(Self {
            kind: members.optional("kind", string)?,
            size: members.optional("size", Integer::try_from)?,
            items: members.optional("items", |v| list(v, any))?,
            extra: members.optional("extra", any)?,
            additional: members.rest_of(boolean)?,
        })
    }
}

fn is_schema(value: &Value) -> bool {
    value.get("extra").is_none_or(is_extra)
}

fn is_schema_2(value: &Value) -> bool {
    has(value, &["kind"])
}

fn is_schema_3(value: &Value) -> bool {
    value.get("kind").is_none_or(is_kind) && has(value, &["kind"])
}

fn is_schema_4(value: &Value) -> bool {
    has(value, &["size"])
}

fn is_schema_5(value: &Value) -> bool {
    !is_schema_7(value)
}

fn is_name(value: &Value) -> bool {
    has_length(value, ..=5)
}

fn is_items(value: &Value) -> bool {
    value.is_array() && contains(value, 2.., is_item)
}

fn is_schema_6(value: &Value) -> bool {
    value.is_object()
        && value.get("kind").is_none_or(Value::is_string)
        && value.get("size").is_none_or(is_integer)
        && value.get("items").is_none_or(is_items)
        && matching_members(value, &ROOT_PATTERN, Value::is_boolean)
        && all_names(value, is_name)
        && (value.get("items").is_none() || has(value, &["kind"]))
        && (is_schema(value) || is_schema_2(value))
        && choose(is_schema_3(value), is_schema_4(value), is_schema_5(value))
        && unseen_names(value, &other_names_of_schema(value), |_| false)
}

fn is_extra(value: &Value) -> bool {
    equals(value, &["{\"a\":[1e0,\"\u{2028}\"]}"])
}

fn is_kind(value: &Value) -> bool {
    one_of(value, &["sized"])
}

fn is_schema_7(value: &Value) -> bool {
    has(value, &["size"])
}

fn is_item(value: &Value) -> bool {
    is_integer(value) && at_least(value, "5")
}

fn other_names_of_schema(value: &Value) -> Names<'_> {
    let mut seen = Names::new();
    take_names(value, &mut seen, &["kind", "size", "items"]);
    take_matching(value, &mut seen, &ROOT_PATTERN);
    if is_schema(value) {
        seen.extend(names_of_schema(value));
    }
    if is_schema_3(value) {
        seen.extend(names_of_schema_2(value));
    }
    seen
}

fn names_of_schema(value: &Value) -> Names<'_> {
    let mut seen = Names::new();
    take_names(value, &mut seen, &["extra"]);
    seen
}

fn names_of_schema_2(value: &Value) -> Names<'_> {
    let mut seen = Names::new();
    take_names(value, &mut seen, &["kind"]);
    seen
}

static ROOT_PATTERN: LazyLock<Regex> = LazyLock::new(|| pattern("^x-"));

/// Reads JSON values and says where one is refused.
mod reading {
    use regex::Regex;
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Number, Value};
    use std::cmp::Ordering;
    use std::collections::{BTreeMap, BTreeSet};
    use std::fmt;
    use std::ops::RangeBounds;

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
        pub(super) fn rest_of<T>(self, read: Reader<T>) -> Result<BTreeMap<String, T>, Invalid> {
            map(Value::Object(self.0), read)
        }
    }

    pub(super) type Reader<T> = fn(Value) -> Result<T, Invalid>;

    pub(super) fn any(value: Value) -> Result<Value, Invalid> {
        Ok(value)
    }

    pub(super) fn boolean(value: Value) -> Result<bool, Invalid> {
        match value {
            Value::Bool(value) => Ok(value),
            other => Err(expected("a boolean", &other)),
        }
    }

    pub(super) fn string(value: Value) -> Result<String, Invalid> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(expected("a string", &other)),
        }
    }

    /// An integer of any size.
    #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
    #[serde(try_from = "Value")]
    pub struct Integer(Number);

    impl Integer {
        /// The integer, if it has at most 64 bits.
        #[must_use]
        pub fn as_i64(&self) -> Option<i64> {
            self.0.as_i64()
        }
    }

    impl From<i64> for Integer {
        fn from(value: i64) -> Self {
            Self(value.into())
        }
    }

    impl From<u64> for Integer {
        fn from(value: u64) -> Self {
            Self(value.into())
        }
    }

    impl fmt::Display for Integer {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }
    }

    impl TryFrom<Value> for Integer {
        type Error = Invalid;

        fn try_from(value: Value) -> Result<Self, Invalid> {
            let Value::Number(number) = value else {
                return Err(expected("an integer", &value));
            };
            if number.is_i64() || number.is_u64() {
                return Ok(Self(number));
            }
            let decimal = Decimal::of(&number);
            if !decimal.is_whole() {
                return Err(Invalid::new(format!("expected an integer, found {number}")));
            }
            let text = decimal.to_string();
            match text.parse::<Number>() {
                Ok(exact) if exact.to_string() == text => Ok(Self(exact)),
                _ => Err(Invalid::new(format!(
                    "{number} has more than 64 bits: use serde_json's feature arbitrary_precision"
                ))),
            }
        }
    }

    impl fmt::Display for Decimal {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let sign = if self.negative { "-" } else { "" };
            match usize::try_from(self.exponent) {
                _ if self.digits.is_empty() => f.write_str("0"),
                Ok(zeros) if zeros <= 400 => {
                    write!(f, "{sign}{}{}", self.digits, "0".repeat(zeros))
                }
                _ => write!(f, "{sign}{}e{:+}", self.digits, self.exponent),
            }
        }
    }

    pub(super) fn list<T>(value: Value, read: Reader<T>) -> Result<Vec<T>, Invalid> {
        let items = match value {
            Value::Array(items) => items,
            other => return Err(expected("an array", &other)),
        };
        let mut list = Vec::with_capacity(items.len());
        for (i, item) in items.into_iter().enumerate() {
            list.push(read(item).map_err(|e| e.below(&i.to_string()))?);
        }
        Ok(list)
    }

    pub(super) fn map<T>(value: Value, read: Reader<T>) -> Result<BTreeMap<String, T>, Invalid> {
        let members = match value {
            Value::Object(members) => members,
            other => return Err(expected("an object", &other)),
        };
        let mut map = BTreeMap::new();
        for (name, member) in members {
            let member = read(member).map_err(|e| e.below(&name))?;
            map.insert(name, member);
        }
        Ok(map)
    }

    pub(super) fn ensure(holds: bool, reason: &str) -> Result<(), Invalid> {
        if holds {
            Ok(())
        } else {
            Err(Invalid::new(reason))
        }
    }

    /// A number without loss: digits without zeros at either end, times a power of ten.
    #[derive(PartialEq, Eq)]
    struct Decimal {
        negative: bool,
        digits: String,
        exponent: i64,
    }

    impl Decimal {
        fn of(number: &Number) -> Self {
            Self::parse(&number.to_string())
        }

        fn parse(text: &str) -> Self {
            let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let written = format!("{}{fraction}", whole.trim_start_matches('-'));
            let digits = written.trim_start_matches('0').trim_end_matches('0');
            let zeros = written.len() - written.trim_end_matches('0').len();
            if digits.is_empty() {
                return Self {
                    negative: false,
                    digits: String::new(),
                    exponent: 0,
                };
            }
            let extreme = if exponent.starts_with('-') {
                i64::MIN / 2
            } else {
                i64::MAX / 2
            };
            let shift = zeros as i64 - fraction.len() as i64;
            Self {
                negative: whole.starts_with('-'),
                digits: digits.to_owned(),
                exponent: exponent.parse().unwrap_or(extreme).saturating_add(shift),
            }
        }
    }

    impl Decimal {
        fn is_whole(&self) -> bool {
            self.exponent >= 0
        }
    }

    impl PartialOrd for Decimal {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            let sign = |d: &Self| match (d.digits.is_empty(), d.negative) {
                (true, _) => 0,
                (_, true) => -1,
                (_, false) => 1,
            };
            let size = |d: &Self| d.exponent.saturating_add(d.digits.len() as i64);
            let magnitude = size(self)
                .cmp(&size(other))
                .then_with(|| self.digits.cmp(&other.digits));
            Some(match (sign(self).cmp(&sign(other)), self.negative) {
                (Ordering::Equal, true) => magnitude.reverse(),
                (Ordering::Equal, false) => magnitude,
                (different, _) => different,
            })
        }
    }

    /// The same text for all that JSON calls equal: 1 and 1.0, members in any order.
    pub(super) fn canonical(value: &Value) -> String {
        match value {
            Value::Number(number) => {
                let exact = Decimal::of(number);
                let sign = if exact.negative { "-" } else { "" };
                format!("{sign}{}e{}", exact.digits, exact.exponent)
            }
            Value::Array(items) => {
                let items: Vec<_> = items.iter().map(canonical).collect();
                format!("[{}]", items.join(","))
            }
            Value::Object(members) => {
                let mut texts = Vec::new();
                for (name, member) in members {
                    texts.push(format!(
                        "{}:{}",
                        Value::from(name.as_str()),
                        canonical(member)
                    ));
                }
                texts.sort_unstable();
                format!("{{{}}}", texts.join(","))
            }
            other => other.to_string(),
        }
    }

    pub(super) fn is_integer(value: &Value) -> bool {
        let number = value.as_number();
        number.is_some_and(|n| n.is_i64() || n.is_u64() || Decimal::of(n).is_whole())
    }

    pub(super) fn at_least(value: &Value, bound: &str) -> bool {
        let number = value.as_number();
        number.is_none_or(|n| Decimal::of(n) >= Decimal::parse(bound))
    }

    pub(super) fn one_of(value: &Value, texts: &[&str]) -> bool {
        value.as_str().is_some_and(|text| texts.contains(&text))
    }

    pub(super) fn equals(value: &Value, allowed: &[&str]) -> bool {
        allowed.contains(&canonical(value).as_str())
    }

    pub(super) fn has_length(value: &Value, range: impl RangeBounds<usize>) -> bool {
        let text = value.as_str();
        text.is_none_or(|text| range.contains(&text.chars().count()))
    }

    pub(super) fn contains(
        value: &Value,
        count: impl RangeBounds<usize>,
        mut holds: impl FnMut(&Value) -> bool,
    ) -> bool {
        let items = value.as_array();
        items.is_none_or(|items| count.contains(&items.iter().filter(|item| holds(item)).count()))
    }

    pub(super) fn has(value: &Value, names: &[&str]) -> bool {
        let members = value.as_object();
        members.is_none_or(|members| names.iter().all(|name| members.contains_key(*name)))
    }

    pub(super) fn matching_members(
        value: &Value,
        pattern: &Regex,
        mut holds: impl FnMut(&Value) -> bool,
    ) -> bool {
        let mut members = value.as_object().into_iter().flatten();
        members.all(|(name, member)| !pattern.is_match(name) || holds(member))
    }

    pub(super) fn other_members(
        value: &Value,
        names: &[&str],
        patterns: &[&Regex],
        mut holds: impl FnMut(&Value) -> bool,
    ) -> bool {
        let mut members = value.as_object().into_iter().flatten();
        members.all(|(name, member)| {
            names.contains(&name.as_str())
                || patterns.iter().any(|pattern| pattern.is_match(name))
                || holds(member)
        })
    }

    pub(super) fn all_names(value: &Value, mut holds: impl FnMut(&Value) -> bool) -> bool {
        let mut members = value.as_object().into_iter().flatten();
        members.all(|(name, _)| holds(&Value::from(name.as_str())))
    }

    pub(super) fn choose(condition: bool, then: bool, otherwise: bool) -> bool {
        if condition {
            then
        } else {
            otherwise
        }
    }

    /// The members of an object that a schema has evaluated.
    pub(super) type Names<'a> = BTreeSet<&'a str>;

    pub(super) fn take_names<'a>(value: &'a Value, seen: &mut Names<'a>, names: &[&str]) {
        let members = value.as_object().into_iter().flatten();
        seen.extend(
            members
                .map(|(name, _)| name.as_str())
                .filter(|name| names.contains(name)),
        );
    }

    pub(super) fn take_matching<'a>(value: &'a Value, seen: &mut Names<'a>, pattern: &Regex) {
        let members = value.as_object().into_iter().flatten();
        seen.extend(
            members
                .map(|(name, _)| name.as_str())
                .filter(|name| pattern.is_match(name)),
        );
    }

    pub(super) fn unseen_names(
        value: &Value,
        seen: &Names<'_>,
        mut holds: impl FnMut(&Value) -> bool,
    ) -> bool {
        let mut members = value.as_object().into_iter().flatten();
        members.all(|(name, member)| seen.contains(name.as_str()) || holds(member))
    }

    pub(super) fn pattern(text: &str) -> Regex {
        let mut builder = regex::RegexBuilder::new(text);
        let built = builder.size_limit(1 << 28).build();
        built.expect("the pattern is one of the crate regex")
    }
}
