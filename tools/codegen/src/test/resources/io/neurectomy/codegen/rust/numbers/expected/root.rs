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

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub big: Option<Integer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounded: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub huge: Option<Integer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<Value>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            big: members.optional("big", Integer::try_from)?,
            bounded: members.optional("bounded", |v| integer(v, -5..=5))?,
            port: members.optional("port", |v| integer(v, 1..=65535))?,
            count: members.optional("count", |v| integer(v, 0..))?,
            huge: members.optional("huge", read_root_huge)?,
            ratio: members.optional("ratio", |v| number(v, 0.0..1.0))?,
            step: members.optional("step", |v| number(multiple(v, "0.01")?, ..))?,
            any: members.optional("any", any)?,
            additional: members.rest(),
        })
    }
}

fn read_root_huge(value: Value) -> Result<Integer, Invalid> {
    Integer::within(value, Some("0"), Some("100000000000000000000"))
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

    pub(super) fn any(value: Value) -> Result<Value, Invalid> {
        Ok(value)
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

    impl Integer {
        pub(super) fn within(
            value: Value,
            min: Option<&str>,
            max: Option<&str>,
        ) -> Result<Self, Invalid> {
            let integer = Self::try_from(value)?;
            let exact = Decimal::of(&integer.0);
            if min.is_some_and(|min| exact < Decimal::parse(min)) {
                return Err(Invalid::new(format!(
                    "expected at least {}",
                    min.unwrap_or("0")
                )));
            }
            if max.is_some_and(|max| exact > Decimal::parse(max)) {
                return Err(Invalid::new(format!(
                    "expected at most {}",
                    max.unwrap_or("0")
                )));
            }
            Ok(integer)
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
}
