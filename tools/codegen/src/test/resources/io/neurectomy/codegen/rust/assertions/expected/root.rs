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
use serde::ser::{SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Root {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub some: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distinct: Option<RootDistinct>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Vec<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dependent: Option<RootDependent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<RootEvaluated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one: Option<RootOne>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patterns: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tree: Option<Tree>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<Value>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        ensure(
            value.get("some").is_none_or(is_some),
            "`properties` does not hold",
        )?;
        ensure(
            value.get("none").is_none_or(is_none),
            "`properties` does not hold",
        )?;
        ensure(
            value.get("numbers").is_none_or(is_numbers),
            "`properties` does not hold",
        )?;
        ensure(
            value.get("names").is_none_or(is_names),
            "`properties` does not hold",
        )?;
        ensure(
            value.get("any").is_none_or(is_any),
            "`properties` does not hold",
        )?;
        ensure(
            value.get("patterns").is_none_or(is_patterns),
            "`properties` does not hold",
        )?;
        let mut members = Members::of(value)?;
        Ok(Self {
            some: members.optional("some", |v| list(v, any))?,
            none: members.optional("none", any)?,
            distinct: members.optional("distinct", RootDistinct::try_from)?,
            numbers: members.optional("numbers", |v| list(v, read_root_numbers_item))?,
            names: members.optional("names", |v| object(sized(v, ..=1)?))?,
            dependent: members.optional("dependent", RootDependent::try_from)?,
            evaluated: members.optional("evaluated", RootEvaluated::try_from)?,
            any: members.optional("any", any)?,
            one: members.optional("one", RootOne::try_from)?,
            patterns: members.optional("patterns", object)?,
            tree: members.optional("tree", Tree::try_from)?,
            choice: members.optional("choice", read_root_choice)?,
            additional: members.rest(),
        })
    }
}

fn read_root_numbers_item(value: Value) -> Result<f64, Invalid> {
    number(
        multiple(value, "0.5")?,
        (Bound::Excluded(-10.0), Bound::Excluded(10.0)),
    )
}

fn read_root_choice(value: Value) -> Result<Value, Invalid> {
    literal(value, &["{\"a\":[1e0]}", "\"x\"", "null"])
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum RootDistinct {
    List(Vec<Value>),
    Other(Value),
}

impl TryFrom<Value> for RootDistinct {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match value {
            Value::Array(_) => list(unique(value)?, any).map(Self::List),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_) => any(value).map(Self::Other),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootDependent {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Value>,
}

impl TryFrom<Value> for RootDependent {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        ensure(
            value.get("card").is_none() || is_schema(&value),
            "`dependentSchemas` does not hold",
        )?;
        ensure(
            is_dependent(&value),
            "a member or an item that no schema describes is not allowed, or another rule about the whole does not hold",
        )?;
        let mut members = Members::of(value)?;
        let read = Self {
            card: members.optional("card", string)?,
            address: members.optional("address", any)?,
        };
        members.end()?;
        Ok(read)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum RootEvaluated {
    List(RootEvaluatedList),
    List2(RootEvaluatedList2),
}

impl TryFrom<Value> for RootEvaluated {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        ensure(
            is_evaluated(&value),
            "a member or an item that no schema describes is not allowed, or another rule about the whole does not hold",
        )?;
        match value {
            Value::Array(_) if is_schema_2(&value) => {
                RootEvaluatedList::try_from(value).map(Self::List)
            }
            Value::Array(_) if is_schema_3(&value) => {
                RootEvaluatedList2::try_from(value).map(Self::List2)
            }
            other => no_variant(&other, "RootEvaluated"),
        }
    }
}

/// An array whose items have types by their position.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootEvaluatedList {
    pub item_0: Option<Integer>,
    pub item_1: Option<String>,
    pub rest: Vec<Value>,
}

impl TryFrom<Value> for RootEvaluatedList {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut items = Items::of(value, ..)?;
        Ok(Self {
            item_0: items.optional(Integer::try_from)?,
            item_1: items.optional(string)?,
            rest: items.rest(any)?,
        })
    }
}

impl Serialize for RootEvaluatedList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(None)?;
        if let Some(item) = &self.item_0 {
            items.serialize_element(item)?;
        }
        if let Some(item) = &self.item_1 {
            items.serialize_element(item)?;
        }
        for item in &self.rest {
            items.serialize_element(item)?;
        }
        items.end()
    }
}

/// An array whose items have types by their position.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootEvaluatedList2 {
    pub item_0: Option<Integer>,
    pub rest: Vec<Value>,
}

impl TryFrom<Value> for RootEvaluatedList2 {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut items = Items::of(value, ..)?;
        Ok(Self {
            item_0: items.optional(Integer::try_from)?,
            rest: items.rest(any)?,
        })
    }
}

impl Serialize for RootEvaluatedList2 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(None)?;
        if let Some(item) = &self.item_0 {
            items.serialize_element(item)?;
        }
        for item in &self.rest {
            items.serialize_element(item)?;
        }
        items.end()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum RootOne {
    Variant1(RootOneVariant1),
    Variant2(RootOneVariant2),
    Integer(Integer),
}

impl TryFrom<Value> for RootOne {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        ensure(
            exactly_one([
                is_schema_4(&value),
                is_schema_5(&value),
                is_schema_6(&value),
                is_schema_7(&value),
            ]),
            "not exactly one of the schemas in `oneOf` holds",
        )?;
        match value {
            Value::Object(_) if is_schema_4(&value) => {
                RootOneVariant1::try_from(value).map(Self::Variant1)
            }
            Value::Object(_) if is_schema_5(&value) => {
                RootOneVariant2::try_from(value).map(Self::Variant2)
            }
            Value::Number(_) => Integer::try_from(value).map(Self::Integer),
            other => no_variant(&other, "RootOne"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Tree {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Box<Tree>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: BTreeMap<String, ()>,
}

impl TryFrom<Value> for Tree {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        ensure(
            is_schema_8(&value) || is_schema_9(&value),
            "none of the schemas in `anyOf` holds",
        )?;
        let mut members = Members::of(value)?;
        Ok(Self {
            left: members.optional("left", |v| Tree::try_from(v).map(Box::new))?,
            value: members.optional("value", any)?,
            additional: members.rest_of(null)?,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootOneVariant1 {
    pub x: Value,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for RootOneVariant1 {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            x: members.required("x", any)?,
            additional: members.rest(),
        })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct RootOneVariant2 {
    pub y: Value,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for RootOneVariant2 {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            y: members.required("y", any)?,
            additional: members.rest(),
        })
    }
}

fn is_some(value: &Value) -> bool {
    value.is_array() && contains(value, 1..=2, is_item)
}

fn is_none(value: &Value) -> bool {
    !(value.is_null() || value.is_string())
}

fn is_numbers(value: &Value) -> bool {
    value.is_array() && all_items(value, 0, is_item_2)
}

fn is_names(value: &Value) -> bool {
    value.is_object() && all_names(value, is_name) && has_members(value, ..=1)
}

fn is_any(value: &Value) -> bool {
    choose(value.is_string(), is_schema_10(value), is_schema_11(value))
}

fn is_patterns(value: &Value) -> bool {
    value.is_object()
        && matching_members(value, &PATTERNS_PATTERN, is_integer)
        && matching_members(value, &PATTERNS_PATTERN_2, Value::is_string)
        && other_members(
            value,
            &[],
            &[&PATTERNS_PATTERN, &PATTERNS_PATTERN_2],
            Value::is_boolean,
        )
}

fn is_schema(value: &Value) -> bool {
    value.get("address").is_none_or(Value::is_string) && has(value, &["address"])
}

fn is_dependent(value: &Value) -> bool {
    value.is_object()
        && value.get("card").is_none_or(Value::is_string)
        && (value.get("card").is_none() || is_schema(value))
        && unseen_names(value, &other_names_of_dependent(value), |_| false)
}

fn is_evaluated(value: &Value) -> bool {
    value.is_array()
        && value.get(0).is_none_or(is_integer)
        && (is_schema_2(value) || is_schema_3(value))
        && unseen_items(value, &other_items_of_evaluated(value), Value::is_boolean)
}

fn is_schema_2(value: &Value) -> bool {
    value.get(1).is_none_or(Value::is_string)
}

fn is_schema_3(value: &Value) -> bool {
    contains(value, 1.., is_item_3)
}

fn is_schema_4(value: &Value) -> bool {
    value.is_object() && has(value, &["x"])
}

fn is_schema_5(value: &Value) -> bool {
    value.is_object() && has(value, &["y"])
}

fn is_schema_6(value: &Value) -> bool {
    is_integer(value) && multiple_of(value, "2")
}

fn is_schema_7(value: &Value) -> bool {
    is_integer(value) && multiple_of(value, "3")
}

fn is_schema_8(value: &Value) -> bool {
    has(value, &["left"])
}

fn is_schema_9(value: &Value) -> bool {
    has(value, &["value"])
}

fn is_item(value: &Value) -> bool {
    value.is_string() && has_length(value, ..=2)
}

fn is_item_2(value: &Value) -> bool {
    more_than(value, "-1E+1")
        && less_than(value, "1E+1")
        && is_schema_12(value)
        && is_schema_13(value)
}

fn is_name(value: &Value) -> bool {
    one_of(value, &["a", "b"])
}

fn is_schema_10(value: &Value) -> bool {
    has_length(value, 2..) && matches(value, &PATTERN)
}

fn is_schema_11(value: &Value) -> bool {
    (is_integer(value) || value.is_array())
        && at_least(value, "3")
        && has_items(value, 2..)
        && has_items(value, ..=3)
}

fn other_names_of_dependent(value: &Value) -> Names<'_> {
    let mut seen = Names::new();
    take_names(value, &mut seen, &["card"]);
    if value.get("card").is_some() {
        seen.extend(names_of_schema(value));
    }
    seen
}

fn other_items_of_evaluated(value: &Value) -> Positions {
    let mut seen = Positions::new();
    take_items(value, &mut seen, 0..1);
    if is_schema_2(value) {
        seen.extend(items_of_schema(value));
    }
    if is_schema_3(value) {
        seen.extend(items_of_schema_2(value));
    }
    seen
}

fn is_item_3(value: &Value) -> bool {
    equals(value, &["3e0"])
}

fn is_schema_12(value: &Value) -> bool {
    value.is_number() && multiple_of(value, "0.5")
}

fn is_schema_13(value: &Value) -> bool {
    !is_schema_14(value)
}

fn names_of_schema(value: &Value) -> Names<'_> {
    let mut seen = Names::new();
    take_names(value, &mut seen, &["address"]);
    seen
}

fn items_of_schema(value: &Value) -> Positions {
    let mut seen = Positions::new();
    take_items(value, &mut seen, 0..2);
    seen
}

fn items_of_schema_2(value: &Value) -> Positions {
    let mut seen = Positions::new();
    take_containing(value, &mut seen, is_item_3);
    seen
}

fn is_schema_14(value: &Value) -> bool {
    equals(value, &["1e0"])
}

static PATTERNS_PATTERN: LazyLock<Regex> = LazyLock::new(|| pattern("^i_"));
static PATTERNS_PATTERN_2: LazyLock<Regex> = LazyLock::new(|| pattern("_s$"));
static PATTERN: LazyLock<Regex> = LazyLock::new(|| pattern("^a"));

/// Reads JSON values and says where one is refused.
mod reading {
    use regex::Regex;
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Number, Value};
    use std::cmp::Ordering;
    use std::collections::{BTreeMap, BTreeSet, HashSet};
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
        pub(super) fn rest<T>(mut self, read: Reader<T>) -> Result<Vec<T>, Invalid> {
            let mut rest = Vec::new();
            while let Some(item) = self.optional(read)? {
                rest.push(item);
            }
            Ok(rest)
        }
    }

    pub(super) type Reader<T> = fn(Value) -> Result<T, Invalid>;

    pub(super) fn any(value: Value) -> Result<Value, Invalid> {
        Ok(value)
    }

    pub(super) fn null(value: Value) -> Result<(), Invalid> {
        match value {
            Value::Null => Ok(()),
            other => Err(expected("null", &other)),
        }
    }

    pub(super) fn string(value: Value) -> Result<String, Invalid> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(expected("a string", &other)),
        }
    }

    pub(super) fn object(value: Value) -> Result<Map<String, Value>, Invalid> {
        match value {
            Value::Object(members) => Ok(members),
            other => Err(expected("an object", &other)),
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

    pub(super) fn literal(value: Value, allowed: &[&str]) -> Result<Value, Invalid> {
        if allowed.contains(&canonical(&value).as_str()) {
            Ok(value)
        } else {
            Err(Invalid::new(format!("expected {}", allowed.join(" or "))))
        }
    }

    pub(super) fn no_variant<T>(value: &Value, of: &str) -> Result<T, Invalid> {
        Err(expected(&format!("a variant of {of}"), value))
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

    pub(super) fn is_integer(value: &Value) -> bool {
        let number = value.as_number();
        number.is_some_and(|n| n.is_i64() || n.is_u64() || Decimal::of(n).is_whole())
    }

    pub(super) fn at_least(value: &Value, bound: &str) -> bool {
        let number = value.as_number();
        number.is_none_or(|n| Decimal::of(n) >= Decimal::parse(bound))
    }

    pub(super) fn more_than(value: &Value, bound: &str) -> bool {
        let number = value.as_number();
        number.is_none_or(|n| Decimal::of(n) > Decimal::parse(bound))
    }

    pub(super) fn less_than(value: &Value, bound: &str) -> bool {
        let number = value.as_number();
        number.is_none_or(|n| Decimal::of(n) < Decimal::parse(bound))
    }

    pub(super) fn multiple_of(value: &Value, divisor: &str) -> bool {
        let number = value.as_number();
        number.is_none_or(|n| Decimal::of(n).is_multiple_of(&Decimal::parse(divisor)))
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

    pub(super) fn matches(value: &Value, pattern: &Regex) -> bool {
        value.as_str().is_none_or(|text| pattern.is_match(text))
    }

    pub(super) fn has_items(value: &Value, count: impl RangeBounds<usize>) -> bool {
        let items = value.as_array();
        items.is_none_or(|items| count.contains(&items.len()))
    }

    pub(super) fn has_members(value: &Value, count: impl RangeBounds<usize>) -> bool {
        let members = value.as_object();
        members.is_none_or(|members| count.contains(&members.len()))
    }

    pub(super) fn all_items(value: &Value, from: usize, holds: impl FnMut(&Value) -> bool) -> bool {
        let items = value.as_array();
        items.is_none_or(|items| items.iter().skip(from).all(holds))
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

    pub(super) fn exactly_one(holds: impl IntoIterator<Item = bool>) -> bool {
        holds.into_iter().filter(|holds| *holds).count() == 1
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

    pub(super) fn unseen_names(
        value: &Value,
        seen: &Names<'_>,
        mut holds: impl FnMut(&Value) -> bool,
    ) -> bool {
        let mut members = value.as_object().into_iter().flatten();
        members.all(|(name, member)| seen.contains(name.as_str()) || holds(member))
    }

    /// The items of an array that a schema has evaluated.
    pub(super) type Positions = BTreeSet<usize>;

    pub(super) fn take_items(value: &Value, seen: &mut Positions, range: std::ops::Range<usize>) {
        let count = value.as_array().map_or(0, Vec::len);
        seen.extend(range.start..range.end.min(count));
    }

    pub(super) fn take_containing(
        value: &Value,
        seen: &mut Positions,
        mut holds: impl FnMut(&Value) -> bool,
    ) {
        for (i, item) in value.as_array().into_iter().flatten().enumerate() {
            if holds(item) {
                seen.insert(i);
            }
        }
    }

    pub(super) fn unseen_items(
        value: &Value,
        seen: &Positions,
        mut holds: impl FnMut(&Value) -> bool,
    ) -> bool {
        let mut items = value.as_array().into_iter().flatten().enumerate();
        items.all(|(i, item)| seen.contains(&i) || holds(item))
    }

    pub(super) fn pattern(text: &str) -> Regex {
        let mut builder = regex::RegexBuilder::new(text);
        let built = builder.size_limit(1 << 28).build();
        built.expect("the pattern is one of the crate regex")
    }
}
