//! A person
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

/// Somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", rename_all = "camelCase")]
pub struct Root {
    /// What others call somebody.
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nick_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    pub address: RootAddress,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(sized(value, ..=6)?)?;
        let read = Self {
            name: members.required("name", |v| length(string(v)?, 1..=5))?,
            nick_name: members.optional("nickName", string)?,
            age: members.optional("age", |v| integer(v, 0..=150))?,
            note: members.optional("note", |v| nullable(v, string))?,
            any: members.optional("any", any)?,
            tags: members.optional("tags", |v| list(unique(sized(v, 1..)?)?, string))?,
            address: members.required("address", RootAddress::try_from)?,
        };
        members.end()?;
        Ok(read)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootAddress {
    pub street: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<Integer>>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for RootAddress {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            street: members.required("street", string)?,
            codes: members.optional("codes", read_root_address_codes)?,
            additional: members.rest(),
        })
    }
}

fn read_root_address_codes(value: Value) -> Result<Vec<Integer>, Invalid> {
    list(value, |v| Integer::try_from(multiple(v, "5")?))
}

/// Reads JSON values and says where one is refused.
mod reading {
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Number, Value};
    use std::collections::HashSet;
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

    pub(super) fn length(text: String, range: impl RangeBounds<usize>) -> Result<String, Invalid> {
        if range.contains(&text.chars().count()) {
            Ok(text)
        } else {
            Err(outside("a number of characters", &range))
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

    pub(super) fn multiple(value: Value, divisor: &str) -> Result<Value, Invalid> {
        match &value {
            Value::Number(n) if !Decimal::of(n).is_multiple_of(&Decimal::parse(divisor)) => Err(
                Invalid::new(format!("expected a multiple of {divisor}, found {n}")),
            ),
            _ => Ok(value),
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

    pub(super) fn unique(value: Value) -> Result<Value, Invalid> {
        let mut seen = HashSet::new();
        for (i, item) in value.as_array().into_iter().flatten().enumerate() {
            if !seen.insert(canonical(item)) {
                return Err(Invalid::new(format!("item {i} repeats an earlier one")));
            }
        }
        Ok(value)
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

    impl Decimal {
        fn is_multiple_of(&self, divisor: &Self) -> bool {
            if self.digits.is_empty() {
                return true;
            }
            let (Ok(modulus), Ok(mut power)) = (
                divisor.digits.parse::<u64>().map(u128::from),
                u64::try_from(self.exponent.saturating_sub(divisor.exponent)),
            ) else {
                return false;
            };
            let digits = self.digits.bytes().map(|digit| u128::from(digit - b'0'));
            let mut rest = digits.fold(0, |rest, digit| (rest * 10 + digit) % modulus);
            let mut factor = 10 % modulus;
            while power > 0 {
                if power % 2 == 1 {
                    rest = rest * factor % modulus;
                }
                factor = factor * factor % modulus;
                power /= 2;
            }
            rest == 0
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
}
