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

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    pub value: Integer,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Box<Root>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<Root>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub either: Option<Tree>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        let read = Self {
            value: members.required("value", Integer::try_from)?,
            next: members.optional("next", |v| Root::try_from(v).map(Box::new))?,
            children: members.optional("children", |v| list(v, Root::try_from))?,
            either: members.optional("either", Tree::try_from)?,
        };
        members.end()?;
        Ok(read)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum Tree {
    Variant1(TreeVariant1),
    Variant2(TreeVariant2),
    Integer(Integer),
}

impl TryFrom<Value> for Tree {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match value {
            Value::Object(_) if is_schema(&value, &mut Memo::new()) => {
                TreeVariant1::try_from(value).map(Self::Variant1)
            }
            Value::Object(_) if is_schema_2(&value, &mut Memo::new()) => {
                TreeVariant2::try_from(value).map(Self::Variant2)
            }
            Value::Number(_) => Integer::try_from(value).map(Self::Integer),
            other => no_variant(&other, "Tree"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct TreeVariant1 {
    pub left: Box<Tree>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for TreeVariant1 {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            left: members.required("left", |v| Tree::try_from(v).map(Box::new))?,
            additional: members.rest(),
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct TreeVariant2 {
    pub right: Box<Tree>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for TreeVariant2 {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            right: members.required("right", |v| Tree::try_from(v).map(Box::new))?,
            additional: members.rest(),
        })
    }
}

fn is_schema(value: &Value, memo: &mut Memo) -> bool {
    recall(memo, 9, value, decide_schema)
}

fn decide_schema(value: &Value, memo: &mut Memo) -> bool {
    value.is_object() && value.get("left").is_none_or(|v| is_tree(v, memo)) && has(value, &["left"])
}

fn is_schema_2(value: &Value, memo: &mut Memo) -> bool {
    recall(memo, 10, value, decide_schema_2)
}

fn decide_schema_2(value: &Value, memo: &mut Memo) -> bool {
    value.is_object()
        && value.get("right").is_none_or(|v| is_tree(v, memo))
        && has(value, &["right"])
}

fn is_tree(value: &Value, memo: &mut Memo) -> bool {
    recall(memo, 8, value, decide_tree)
}

fn decide_tree(value: &Value, memo: &mut Memo) -> bool {
    is_schema(value, memo) || is_schema_2(value, memo) || is_integer(value)
}

/// Reads JSON values and says where one is refused.
mod reading {
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Number, Value};
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

    pub(super) fn is_integer(value: &Value) -> bool {
        let number = value.as_number();
        number.is_some_and(|n| n.is_i64() || n.is_u64() || Decimal::of(n).is_whole())
    }

    pub(super) fn has(value: &Value, names: &[&str]) -> bool {
        let members = value.as_object();
        members.is_none_or(|members| names.iter().all(|name| members.contains_key(*name)))
    }

    /// What is known of the values of one document, so that none is looked at twice.
    pub(super) type Memo = HashMap<(usize, *const Value), bool>;

    pub(super) fn recall(
        memo: &mut Memo,
        schema: usize,
        value: &Value,
        holds: fn(&Value, &mut Memo) -> bool,
    ) -> bool {
        let key = (schema, std::ptr::from_ref(value));
        if let Some(known) = memo.get(&key) {
            return *known;
        }
        // a schema that refers to itself about the same value asserts nothing by it
        memo.insert(key, true);
        let found = holds(value, memo);
        memo.insert(key, found);
        found
    }
}
