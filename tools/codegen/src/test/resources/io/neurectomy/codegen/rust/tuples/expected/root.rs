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
use serde::ser::{SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pair: Option<(String, Integer)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<RootOpen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<BTreeMap<String, Vec<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<RootRest>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            pair: members.optional("pair", read_root_pair)?,
            open: members.optional("open", RootOpen::try_from)?,
            map: members.optional("map", |v| map(sized(v, 1..)?, |v| list(v, string)))?,
            rest: members.optional("rest", RootRest::try_from)?,
            additional: members.rest(),
        })
    }
}

fn read_root_pair(value: Value) -> Result<(String, Integer), Invalid> {
    let mut items = Items::of(value, 2..=2)?;
    Ok((items.required(string)?, items.required(Integer::try_from)?))
}

/// An array whose items have types by their position.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootOpen {
    pub item_0: String,
    pub item_1: Option<Option<bool>>,
    pub rest: Vec<Integer>,
}

impl TryFrom<Value> for RootOpen {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut items = Items::of(value, 1..)?;
        Ok(Self {
            item_0: items.required(string)?,
            item_1: items.optional(|v| nullable(v, boolean))?,
            rest: items.rest(Integer::try_from)?,
        })
    }
}

impl Serialize for RootOpen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(None)?;
        items.serialize_element(&self.item_0)?;
        if let Some(item) = &self.item_1 {
            items.serialize_element(item)?;
        }
        for item in &self.rest {
            items.serialize_element(item)?;
        }
        items.end()
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootRest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: BTreeMap<String, u16>,
}

impl TryFrom<Value> for RootRest {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            id: members.optional("id", string)?,
            additional: members.rest_of(|v| integer(v, 0..=9))?,
        })
    }
}

/// Reads JSON values and says where one is refused.
mod reading {
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Number, Value};
    use std::collections::BTreeMap;
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

    impl Members {
        pub(super) fn rest_of<T>(self, read: Reader<T>) -> Result<BTreeMap<String, T>, Invalid> {
            map(Value::Object(self.0), read)
        }
    }

    pub(super) struct Items {
        items: std::vec::IntoIter<Value>,
        position: usize,
    }

    impl Items {
        pub(super) fn of(value: Value, count: impl RangeBounds<usize>) -> Result<Self, Invalid> {
            match value {
                Value::Array(items) if count.contains(&items.len()) => Ok(Self {
                    items: items.into_iter(),
                    position: 0,
                }),
                Value::Array(_) => Err(outside("a number of items", &count)),
                other => Err(expected("an array", &other)),
            }
        }

        pub(super) fn optional<T>(&mut self, read: Reader<T>) -> Result<Option<T>, Invalid> {
            let position = self.position;
            self.position += 1;
            let item = self.items.next().map(read).transpose();
            item.map_err(|e| e.below(&position.to_string()))
        }
    }

    impl Items {
        pub(super) fn required<T>(&mut self, read: Reader<T>) -> Result<T, Invalid> {
            let position = self.position;
            self.optional(read)?
                .ok_or_else(|| Invalid::new(format!("item {position} is missing")))
        }
    }

    impl Items {
        pub(super) fn rest<T>(mut self, read: Reader<T>) -> Result<Vec<T>, Invalid> {
            let mut rest = Vec::new();
            while let Some(item) = self.optional(read)? {
                rest.push(item);
            }
            Ok(rest)
        }
    }

    pub(super) type Reader<T> = fn(Value) -> Result<T, Invalid>;

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

    pub(super) fn nullable<T>(value: Value, read: Reader<T>) -> Result<Option<T>, Invalid> {
        match value {
            Value::Null => Ok(None),
            other => read(other).map(Some),
        }
    }

    pub(super) fn sized(value: Value, count: impl RangeBounds<usize>) -> Result<Value, Invalid> {
        match &value {
            Value::Array(items) if !count.contains(&items.len()) => {
                Err(outside("a number of items", &count))
            }
            Value::Object(members) if !count.contains(&members.len()) => {
                Err(outside("a number of members", &count))
            }
            _ => Ok(value),
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
}
