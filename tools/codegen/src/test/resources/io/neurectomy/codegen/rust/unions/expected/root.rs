//! Types of Root
//!
//! Generated from a JSON Schema: change the schema, not this file. Needs the crates serde (with
//! `derive`), serde_json.
//! Numbers of any size are kept if serde_json has its feature `arbitrary_precision`; without it,
//! integers of more than 64 bits are refused or, in values of any type, rounded.

#![forbid(unsafe_code)]
#![allow(clippy::enum_variant_names, clippy::large_enum_variant)]

use reading::*;
pub use reading::{Integer, Invalid};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::ops::Bound;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Trigger>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scalar: Option<Option<RootScalar>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<RootShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<RootLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixed: Option<Value>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            trigger: members.optional("trigger", Trigger::try_from)?,
            scalar: members.optional("scalar", |v| nullable(v, RootScalar::try_from))?,
            shape: members.optional("shape", RootShape::try_from)?,
            level: members.optional("level", RootLevel::try_from)?,
            mixed: members.optional("mixed", |v| literal(v, &["1e0", "\"1\"", "null", "[1e0]"]))?,
            additional: members.rest(),
        })
    }
}

/// What starts a workflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    try_from = "Value",
    tag = "type",
    rename_all_fields = "camelCase",
    rename_all = "kebab-case"
)]
pub enum Trigger {
    /// By hand.
    Manual,
    Schedule {
        cron: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        max_runs: Option<u16>,
    },
    WebHook {
        path: String,
        /// Every other member.
        #[serde(flatten)]
        additional: Map<String, Value>,
    },
}

impl TryFrom<Value> for Trigger {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match tag(&value, "type")? {
            "manual" => Self::read_manual(value),
            "schedule" => Self::read_schedule(value),
            "web-hook" => Self::read_web_hook(value),
            other => unknown(other, "Trigger"),
        }
    }
}

impl Trigger {
    fn read_manual(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        members.required("type", any)?;
        members.end()?;
        Ok(Self::Manual)
    }

    fn read_schedule(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        members.required("type", any)?;
        let read = Self::Schedule {
            cron: members.required("cron", string)?,
            max_runs: members.optional("maxRuns", |v| integer(v, 1..=9))?,
        };
        members.end()?;
        Ok(read)
    }

    fn read_web_hook(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        members.required("type", any)?;
        Ok(Self::WebHook {
            path: members.required("path", string)?,
            additional: members.rest(),
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum RootScalar {
    Text(String),
    Integer(Integer),
}

impl TryFrom<Value> for RootScalar {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match value {
            Value::String(_) => string(value).map(Self::Text),
            Value::Number(_) => Integer::try_from(value).map(Self::Integer),
            other => no_variant(&other, "RootScalar"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum RootShape {
    Named(Named),
    Sized(SizedType),
}

impl TryFrom<Value> for RootShape {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match value {
            Value::Object(_) if is_named(&value) => Named::try_from(value).map(Self::Named),
            Value::Object(_) if is_sized(&value) => SizedType::try_from(value).map(Self::Sized),
            other => no_variant(&other, "RootShape"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Value", rename_all = "kebab-case")]
pub enum RootLevel {
    Low,
    High,
    VeryHigh,
}

impl TryFrom<Value> for RootLevel {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match string(value)?.as_str() {
            "low" => Ok(Self::Low),
            "high" => Ok(Self::High),
            "very-high" => Ok(Self::VeryHigh),
            other => unknown(other, "RootLevel"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Named {
    pub name: String,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for Named {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            name: members.required("name", string)?,
            additional: members.rest(),
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct SizedType {
    pub size: f64,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for SizedType {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            size: members.required("size", read_sized_type_size)?,
            additional: members.rest(),
        })
    }
}

fn read_sized_type_size(value: Value) -> Result<f64, Invalid> {
    number(value, (Bound::Excluded(0.0), Bound::Unbounded))
}

fn is_named(value: &Value) -> bool {
    value.is_object() && value.get("name").is_none_or(Value::is_string) && has(value, &["name"])
}

fn is_sized(value: &Value) -> bool {
    value.is_object() && value.get("size").is_none_or(is_size) && has(value, &["size"])
}

fn is_size(value: &Value) -> bool {
    value.is_number() && more_than(value, "0")
}

/// Reads JSON values and says where one is refused.
mod reading {
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Number, Value};
    use std::cmp::Ordering;
    use std::fmt;
    use std::ops::{Bound, RangeBounds};

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

    fn outside<T: fmt::Debug>(what: &str, range: &impl RangeBounds<T>) -> Invalid {
        let mut limits = Vec::new();
        match range.start_bound() {
            Bound::Included(min) => limits.push(format!("at least {min:?}")),
            Bound::Excluded(min) => limits.push(format!("more than {min:?}")),
            Bound::Unbounded => {}
        }
        match range.end_bound() {
            Bound::Included(max) => limits.push(format!("at most {max:?}")),
            Bound::Excluded(max) => limits.push(format!("less than {max:?}")),
            Bound::Unbounded => {}
        }
        Invalid::new(format!("expected {what} {}", limits.join(" and ")))
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
        pub(super) fn required<T>(&mut self, name: &str, read: Reader<T>) -> Result<T, Invalid> {
            match self.0.remove(name) {
                Some(value) => read(value).map_err(|e| e.below(name)),
                None => Err(Invalid::new(format!("member {name:?} is missing"))),
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
        pub(super) fn end(self) -> Result<(), Invalid> {
            match self.0.keys().next() {
                Some(name) => Err(Invalid::new("member is not allowed").below(name)),
                None => Ok(()),
            }
        }
    }

    impl Members {
        pub(super) fn rest(self) -> Map<String, Value> {
            self.0
        }
    }

    pub(super) type Reader<T> = fn(Value) -> Result<T, Invalid>;

    pub(super) fn any(value: Value) -> Result<Value, Invalid> {
        Ok(value)
    }

    pub(super) fn string(value: Value) -> Result<String, Invalid> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(expected("a string", &other)),
        }
    }

    pub(super) fn unknown<T>(value: &str, of: &str) -> Result<T, Invalid> {
        Err(Invalid::new(format!(
            "{value:?} is none of the values of {of}"
        )))
    }

    pub(super) fn integer<T>(value: Value, range: impl RangeBounds<i128>) -> Result<T, Invalid>
    where
        T: TryFrom<i128>,
    {
        let exact = value.as_i64().map(i128::from);
        let Some(whole) = exact.or_else(|| Decimal::of(value.as_number()?).whole()) else {
            return Err(expected("an integer of at most 64 bits", &value));
        };
        if !range.contains(&whole) {
            return Err(outside("an integer of", &range));
        }
        T::try_from(whole).map_err(|_| Invalid::new(format!("{whole} has more than 64 bits")))
    }

    impl Decimal {
        fn whole(&self) -> Option<i128> {
            let zeros = usize::try_from(self.exponent).ok()?;
            if self.digits.len() + zeros > 38 {
                return None;
            }
            let magnitude: i128 = format!("0{}{}", self.digits, "0".repeat(zeros))
                .parse()
                .ok()?;
            Some(if self.negative { -magnitude } else { magnitude })
        }
    }

    pub(super) fn number(value: Value, range: impl RangeBounds<f64>) -> Result<f64, Invalid> {
        let Value::Number(exact) = &value else {
            return Err(expected("a number", &value));
        };
        let Some(number) = exact.as_f64().filter(|n| n.is_finite()) else {
            return Err(Invalid::new(format!("{exact} is no 64-bit number")));
        };
        if !range.contains(&number) {
            return Err(outside("a number of", &range));
        }
        if number.abs() >= 9_007_199_254_740_992.0 {
            // a larger integer must not come back as its neighbour
            let decimal = Decimal::of(exact);
            if decimal.is_whole() && decimal != Decimal::parse(&format!("{number:.0}")) {
                return Err(Invalid::new(format!("{exact} is no 64-bit number")));
            }
        }
        Ok(number)
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

    pub(super) fn nullable<T>(value: Value, read: Reader<T>) -> Result<Option<T>, Invalid> {
        match value {
            Value::Null => Ok(None),
            other => read(other).map(Some),
        }
    }

    pub(super) fn literal(value: Value, allowed: &[&str]) -> Result<Value, Invalid> {
        if allowed.contains(&canonical(&value).as_str()) {
            Ok(value)
        } else {
            Err(Invalid::new(format!("expected {}", allowed.join(" or "))))
        }
    }

    pub(super) fn tag<'a>(value: &'a Value, name: &str) -> Result<&'a str, Invalid> {
        match value.get(name) {
            Some(Value::String(tag)) => Ok(tag),
            _ if !value.is_object() => Err(expected("an object", value)),
            _ => Err(Invalid::new(format!(
                "member {name:?} is missing or no string"
            ))),
        }
    }

    pub(super) fn no_variant<T>(value: &Value, of: &str) -> Result<T, Invalid> {
        Err(expected(&format!("a variant of {of}"), value))
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

    pub(super) fn more_than(value: &Value, bound: &str) -> bool {
        let number = value.as_number();
        number.is_none_or(|n| Decimal::of(n) > Decimal::parse(bound))
    }

    pub(super) fn has(value: &Value, names: &[&str]) -> bool {
        let members = value.as_object();
        members.is_none_or(|members| names.iter().all(|name| members.contains_key(*name)))
    }
}
