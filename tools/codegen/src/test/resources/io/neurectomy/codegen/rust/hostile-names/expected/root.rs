//! */ """ #[derive(Bad)]
//! }
//! fn injected() {}
//!
//! Generated from a JSON Schema: change the schema, not this file. Needs the crates serde (with
//! `derive`), serde_json.
//! Numbers of any size are kept if serde_json has its feature `arbitrary_precision`; without it,
//! integers of more than 64 bits are refused or, in values of any type, rounded.

#![forbid(unsafe_code)]
#![allow(clippy::enum_variant_names, clippy::large_enum_variant)]

pub use reading::Invalid;
use reading::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Line
/// fn injected() {}
/// ```text
/// let x = 1;
/// end */
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value", rename_all = "camelCase")]
pub struct Root {
    /// named type */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// named self */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    /// named Self */ }
    #[serde(rename = "Self", skip_serializing_if = "Option::is_none")]
    pub self_2: Option<String>,
    /// named crate */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    /// named r#type */ }
    #[serde(rename = "r#type", skip_serializing_if = "Option::is_none")]
    pub r_type: Option<String>,
    /// named fooBar */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foo_bar: Option<String>,
    /// named foo_bar */ }
    #[serde(rename = "foo_bar", skip_serializing_if = "Option::is_none")]
    pub foo_bar_2: Option<String>,
    /// named foo-bar */ }
    #[serde(rename = "foo-bar", skip_serializing_if = "Option::is_none")]
    pub foo_bar_3: Option<String>,
    /// named  */ }
    #[serde(rename = "", skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// named 1st */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub _1st: Option<String>,
    /// named 😀 */ }
    #[serde(rename = "😀", skip_serializing_if = "Option::is_none")]
    pub field_2: Option<String>,
    /// named a"b */ }
    #[serde(rename = "a\"b", skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    /// named a\b */ }
    #[serde(rename = "a\\b", skip_serializing_if = "Option::is_none")]
    pub a_b_2: Option<String>,
    /// named new
    /// line */ }
    #[serde(rename = "new\nline", skip_serializing_if = "Option::is_none")]
    pub new_line: Option<String>,
    /// named */ */ }
    #[serde(rename = "*/", skip_serializing_if = "Option::is_none")]
    pub field_3: Option<String>,
    /// named value */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// named members */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<String>,
    /// named additional */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional: Option<String>,
    /// named hashCode */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash_code: Option<String>,
    /// named __proto__ */ }
    #[serde(rename = "__proto__", skip_serializing_if = "Option::is_none")]
    pub proto: Option<String>,
    /// named  evil */ }
    #[serde(rename = "\u{202e}evil", skip_serializing_if = "Option::is_none")]
    pub evil: Option<String>,
    /// named async */ }
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#async: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#enum: Option<RootEnum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#const: Option<RootConst>,
    #[serde(rename = "String", skip_serializing_if = "Option::is_none")]
    pub string: Option<StringType>,
    #[serde(rename = "Option", skip_serializing_if = "Option::is_none")]
    pub option: Option<OptionType>,
    /// Every other member.
    #[serde(flatten)]
    pub additional_2: Map<String, Value>,
}

impl TryFrom<Value> for Root {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            r#type: members.optional("type", string)?,
            self_: members.optional("self", string)?,
            self_2: members.optional("Self", string)?,
            crate_: members.optional("crate", string)?,
            r_type: members.optional("r#type", string)?,
            foo_bar: members.optional("fooBar", string)?,
            foo_bar_2: members.optional("foo_bar", string)?,
            foo_bar_3: members.optional("foo-bar", string)?,
            field: members.optional("", string)?,
            _1st: members.optional("1st", string)?,
            field_2: members.optional("😀", string)?,
            a_b: members.optional("a\"b", string)?,
            a_b_2: members.optional("a\\b", string)?,
            new_line: members.optional("new\nline", string)?,
            field_3: members.optional("*/", string)?,
            value: members.optional("value", string)?,
            members: members.optional("members", string)?,
            additional: members.optional("additional", string)?,
            hash_code: members.optional("hashCode", string)?,
            proto: members.optional("__proto__", string)?,
            evil: members.optional("\u{202e}evil", string)?,
            r#async: members.optional("async", string)?,
            r#enum: members.optional("enum", RootEnum::try_from)?,
            r#const: members.optional("const", RootConst::try_from)?,
            string: members.optional("String", StringType::try_from)?,
            option: members.optional("Option", OptionType::try_from)?,
            additional_2: members.rest(),
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub enum RootConst {
    #[serde(rename = "}\n*/\"")]
    Other,
}

impl TryFrom<Value> for RootConst {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match string(value)?.as_str() {
            "}\n*/\"" => Ok(Self::Other),
            other => unknown(other, "RootConst"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Value", rename_all = "lowercase")]
pub enum RootEnum {
    #[serde(rename = "")]
    Empty,
    A,
    #[serde(rename = "A")]
    A2,
    #[serde(rename = "a b")]
    AB,
    #[serde(rename = "a-b")]
    AB2,
    #[serde(rename = "self")]
    SelfValue,
    #[serde(rename = "Self")]
    SelfValue2,
    #[serde(rename = "1")]
    N1,
    #[serde(rename = "\"")]
    Other,
    #[serde(rename = "\\")]
    Other2,
    #[serde(rename = "😀")]
    Other3,
    #[serde(rename = "\n")]
    Other4,
    Fn,
    #[serde(rename = "\u{202e}")]
    Other5,
}

impl TryFrom<Value> for RootEnum {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match string(value)?.as_str() {
            "" => Ok(Self::Empty),
            "a" => Ok(Self::A),
            "A" => Ok(Self::A2),
            "a b" => Ok(Self::AB),
            "a-b" => Ok(Self::AB2),
            "self" => Ok(Self::SelfValue),
            "Self" => Ok(Self::SelfValue2),
            "1" => Ok(Self::N1),
            "\"" => Ok(Self::Other),
            "\\" => Ok(Self::Other2),
            "😀" => Ok(Self::Other3),
            "\n" => Ok(Self::Other4),
            "fn" => Ok(Self::Fn),
            "\u{202e}" => Ok(Self::Other5),
            other => unknown(other, "RootEnum"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value", rename_all = "PascalCase")]
pub struct StringType {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vec: Option<ValueType>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for StringType {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            vec: members.optional("Vec", ValueType::try_from)?,
            additional: members.rest(),
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub enum OptionType {
    Some,
    None,
}

impl TryFrom<Value> for OptionType {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        match string(value)?.as_str() {
            "Some" => Ok(Self::Some),
            "None" => Ok(Self::None),
            other => unknown(other, "OptionType"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct ValueType {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub additional: Map<String, Value>,
}

impl TryFrom<Value> for ValueType {
    type Error = Invalid;

    fn try_from(value: Value) -> Result<Self, Invalid> {
        let mut members = Members::of(value)?;
        Ok(Self {
            x: members.optional("x", string)?,
            additional: members.rest(),
        })
    }
}

/// Reads JSON values and says where one is refused.
mod reading {
    use serde_json::{Map, Value};
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

    pub(super) fn unknown<T>(value: &str, of: &str) -> Result<T, Invalid> {
        Err(Invalid::new(format!(
            "{value:?} is none of the values of {of}"
        )))
    }
}
