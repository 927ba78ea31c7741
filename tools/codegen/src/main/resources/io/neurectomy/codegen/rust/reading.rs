//# Invalid
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

//# below
impl Invalid {
    fn below(mut self, step: &str) -> Self {
        let step = step.replace('~', "~0").replace('/', "~1");
        self.pointer = format!("/{step}{}", self.pointer);
        self
    }
}

//# expected
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

//# outside
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

//# Members: Invalid below expected
pub(super) struct Members(Map<String, Value>);

impl Members {
    pub(super) fn of(value: Value) -> Result<Self, Invalid> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            other => Err(expected("an object", &other)),
        }
    }
}

//# Members.required: Members Reader
impl Members {
    pub(super) fn required<T>(&mut self, name: &str, read: Reader<T>) -> Result<T, Invalid> {
        match self.0.remove(name) {
            Some(value) => read(value).map_err(|e| e.below(name)),
            None => Err(Invalid::new(format!("member {name:?} is missing"))),
        }
    }
}

//# Members.optional: Members Reader
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

//# Members.end: Members
impl Members {
    pub(super) fn end(self) -> Result<(), Invalid> {
        match self.0.keys().next() {
            Some(name) => Err(Invalid::new("member is not allowed").below(name)),
            None => Ok(()),
        }
    }
}

//# Members.rest: Members
impl Members {
    pub(super) fn rest(self) -> Map<String, Value> {
        self.0
    }
}

//# Members.rest_of: Members Reader map
impl Members {
    pub(super) fn rest_of<T>(self, read: Reader<T>) -> Result<BTreeMap<String, T>, Invalid> {
        map(Value::Object(self.0), read)
    }
}

//# Items: Invalid below expected outside Reader
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

//# Items.required: Items
impl Items {
    pub(super) fn required<T>(&mut self, read: Reader<T>) -> Result<T, Invalid> {
        let position = self.position;
        self.optional(read)?
            .ok_or_else(|| Invalid::new(format!("item {position} is missing")))
    }
}

//# Items.rest: Items
impl Items {
    pub(super) fn rest<T>(mut self, read: Reader<T>) -> Result<Vec<T>, Invalid> {
        let mut rest = Vec::new();
        while let Some(item) = self.optional(read)? {
            rest.push(item);
        }
        Ok(rest)
    }
}

//# Reader: Invalid
pub(super) type Reader<T> = fn(Value) -> Result<T, Invalid>;

//# any: Invalid
pub(super) fn any(value: Value) -> Result<Value, Invalid> {
    Ok(value)
}

//# null: Invalid expected
pub(super) fn null(value: Value) -> Result<(), Invalid> {
    match value {
        Value::Null => Ok(()),
        other => Err(expected("null", &other)),
    }
}

//# boolean: Invalid expected
pub(super) fn boolean(value: Value) -> Result<bool, Invalid> {
    match value {
        Value::Bool(value) => Ok(value),
        other => Err(expected("a boolean", &other)),
    }
}

//# string: Invalid expected
pub(super) fn string(value: Value) -> Result<String, Invalid> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(expected("a string", &other)),
    }
}

//# object: Invalid expected
pub(super) fn object(value: Value) -> Result<Map<String, Value>, Invalid> {
    match value {
        Value::Object(members) => Ok(members),
        other => Err(expected("an object", &other)),
    }
}

//# unknown: Invalid
pub(super) fn unknown<T>(value: &str, of: &str) -> Result<T, Invalid> {
    Err(Invalid::new(format!(
        "{value:?} is none of the values of {of}"
    )))
}

//# length: Invalid outside
pub(super) fn length(text: String, range: impl RangeBounds<usize>) -> Result<String, Invalid> {
    if range.contains(&text.chars().count()) {
        Ok(text)
    } else {
        Err(outside("a number of characters", &range))
    }
}

//# matching: Invalid
pub(super) fn matching(text: String, pattern: &Regex) -> Result<String, Invalid> {
    if pattern.is_match(&text) {
        Ok(text)
    } else {
        Err(Invalid::new(format!("{text:?} does not match {pattern}")))
    }
}

//# integer: Invalid expected outside Decimal.whole
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

//# Decimal.whole: Decimal
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

//# number: Invalid expected outside Decimal.is_whole
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

//# multiple: Invalid Decimal.is_multiple_of
pub(super) fn multiple(value: Value, divisor: &str) -> Result<Value, Invalid> {
    match &value {
        Value::Number(n) if !Decimal::of(n).is_multiple_of(&Decimal::parse(divisor)) => Err(
            Invalid::new(format!("expected a multiple of {divisor}, found {n}")),
        ),
        _ => Ok(value),
    }
}

//# Integer: Invalid expected Decimal.is_whole Decimal.display
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

//# Integer.within: Integer Decimal.compare
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

//# Decimal.display: Decimal
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

//# list: Invalid below expected Reader
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

//# map: Invalid below expected Reader
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

//# nullable: Invalid Reader
pub(super) fn nullable<T>(value: Value, read: Reader<T>) -> Result<Option<T>, Invalid> {
    match value {
        Value::Null => Ok(None),
        other => read(other).map(Some),
    }
}

//# never: Invalid Never
pub(super) fn never(_: Value) -> Result<Never, Invalid> {
    Err(Invalid::new("no value is allowed"))
}

//# Never
/// No value at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Never {}

//# sized: Invalid outside
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

//# unique: Invalid canonical
pub(super) fn unique(value: Value) -> Result<Value, Invalid> {
    let mut seen = HashSet::new();
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        if !seen.insert(canonical(item)) {
            return Err(Invalid::new(format!("item {i} repeats an earlier one")));
        }
    }
    Ok(value)
}

//# literal: Invalid canonical
pub(super) fn literal(value: Value, allowed: &[&str]) -> Result<Value, Invalid> {
    if allowed.contains(&canonical(&value).as_str()) {
        Ok(value)
    } else {
        Err(Invalid::new(format!("expected {}", allowed.join(" or "))))
    }
}

//# tag: Invalid expected
pub(super) fn tag<'a>(value: &'a Value, name: &str) -> Result<&'a str, Invalid> {
    match value.get(name) {
        Some(Value::String(tag)) => Ok(tag),
        _ if !value.is_object() => Err(expected("an object", value)),
        _ => Err(Invalid::new(format!(
            "member {name:?} is missing or no string"
        ))),
    }
}

//# tagged
pub(super) fn tagged(value: &Value, name: &str, tags: &[&str]) -> bool {
    let tag = value.get(name).and_then(Value::as_str);
    tag.is_some_and(|tag| tags.contains(&tag))
}

//# no_variant: Invalid expected
pub(super) fn no_variant<T>(value: &Value, of: &str) -> Result<T, Invalid> {
    Err(expected(&format!("a variant of {of}"), value))
}

//# ensure: Invalid
pub(super) fn ensure(holds: bool, reason: &str) -> Result<(), Invalid> {
    if holds {
        Ok(())
    } else {
        Err(Invalid::new(reason))
    }
}

//# Decimal
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

//# Decimal.is_whole: Decimal
impl Decimal {
    fn is_whole(&self) -> bool {
        self.exponent >= 0
    }
}

//# Decimal.compare: Decimal
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

//# Decimal.is_multiple_of: Decimal
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

//# canonical: Decimal
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

//# is_integer: Decimal Decimal.is_whole
pub(super) fn is_integer(value: &Value) -> bool {
    let number = value.as_number();
    number.is_some_and(|n| n.is_i64() || n.is_u64() || Decimal::of(n).is_whole())
}

//# at_least: Decimal.compare
pub(super) fn at_least(value: &Value, bound: &str) -> bool {
    let number = value.as_number();
    number.is_none_or(|n| Decimal::of(n) >= Decimal::parse(bound))
}

//# more_than: Decimal.compare
pub(super) fn more_than(value: &Value, bound: &str) -> bool {
    let number = value.as_number();
    number.is_none_or(|n| Decimal::of(n) > Decimal::parse(bound))
}

//# at_most: Decimal.compare
pub(super) fn at_most(value: &Value, bound: &str) -> bool {
    let number = value.as_number();
    number.is_none_or(|n| Decimal::of(n) <= Decimal::parse(bound))
}

//# less_than: Decimal.compare
pub(super) fn less_than(value: &Value, bound: &str) -> bool {
    let number = value.as_number();
    number.is_none_or(|n| Decimal::of(n) < Decimal::parse(bound))
}

//# multiple_of: Decimal.is_multiple_of
pub(super) fn multiple_of(value: &Value, divisor: &str) -> bool {
    let number = value.as_number();
    number.is_none_or(|n| Decimal::of(n).is_multiple_of(&Decimal::parse(divisor)))
}

//# one_of
pub(super) fn one_of(value: &Value, texts: &[&str]) -> bool {
    value.as_str().is_some_and(|text| texts.contains(&text))
}

//# equals: canonical
pub(super) fn equals(value: &Value, allowed: &[&str]) -> bool {
    allowed.contains(&canonical(value).as_str())
}

//# has_length
pub(super) fn has_length(value: &Value, range: impl RangeBounds<usize>) -> bool {
    let text = value.as_str();
    text.is_none_or(|text| range.contains(&text.chars().count()))
}

//# matches
pub(super) fn matches(value: &Value, pattern: &Regex) -> bool {
    value.as_str().is_none_or(|text| pattern.is_match(text))
}

//# has_items
pub(super) fn has_items(value: &Value, count: impl RangeBounds<usize>) -> bool {
    let items = value.as_array();
    items.is_none_or(|items| count.contains(&items.len()))
}

//# has_members
pub(super) fn has_members(value: &Value, count: impl RangeBounds<usize>) -> bool {
    let members = value.as_object();
    members.is_none_or(|members| count.contains(&members.len()))
}

//# is_unique: canonical
pub(super) fn is_unique(value: &Value) -> bool {
    let mut seen = HashSet::new();
    let mut items = value.as_array().into_iter().flatten();
    items.all(|item| seen.insert(canonical(item)))
}

//# all_items
pub(super) fn all_items(value: &Value, from: usize, holds: impl FnMut(&Value) -> bool) -> bool {
    let items = value.as_array();
    items.is_none_or(|items| items.iter().skip(from).all(holds))
}

//# contains
pub(super) fn contains(
    value: &Value,
    count: impl RangeBounds<usize>,
    mut holds: impl FnMut(&Value) -> bool,
) -> bool {
    let items = value.as_array();
    items.is_none_or(|items| count.contains(&items.iter().filter(|item| holds(item)).count()))
}

//# has
pub(super) fn has(value: &Value, names: &[&str]) -> bool {
    let members = value.as_object();
    members.is_none_or(|members| names.iter().all(|name| members.contains_key(*name)))
}

//# matching_members
pub(super) fn matching_members(
    value: &Value,
    pattern: &Regex,
    mut holds: impl FnMut(&Value) -> bool,
) -> bool {
    let mut members = value.as_object().into_iter().flatten();
    members.all(|(name, member)| !pattern.is_match(name) || holds(member))
}

//# other_members
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

//# all_names
pub(super) fn all_names(value: &Value, mut holds: impl FnMut(&Value) -> bool) -> bool {
    let mut members = value.as_object().into_iter().flatten();
    members.all(|(name, _)| holds(&Value::from(name.as_str())))
}

//# exactly_one
pub(super) fn exactly_one(holds: impl IntoIterator<Item = bool>) -> bool {
    holds.into_iter().filter(|holds| *holds).count() == 1
}

//# choose
pub(super) fn choose(condition: bool, then: bool, otherwise: bool) -> bool {
    if condition {
        then
    } else {
        otherwise
    }
}

//# Memo
/// What is known of the values of one document, so that none is looked at twice.
pub(super) type Memo = HashMap<(usize, *const Value), bool>;

//# recall: Memo
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

//# Names
/// The members of an object that a schema has evaluated.
pub(super) type Names<'a> = BTreeSet<&'a str>;

//# take_names: Names
pub(super) fn take_names<'a>(value: &'a Value, seen: &mut Names<'a>, names: &[&str]) {
    let members = value.as_object().into_iter().flatten();
    seen.extend(
        members
            .map(|(name, _)| name.as_str())
            .filter(|name| names.contains(name)),
    );
}

//# take_matching: Names
pub(super) fn take_matching<'a>(value: &'a Value, seen: &mut Names<'a>, pattern: &Regex) {
    let members = value.as_object().into_iter().flatten();
    seen.extend(
        members
            .map(|(name, _)| name.as_str())
            .filter(|name| pattern.is_match(name)),
    );
}

//# take_all_names: Names
pub(super) fn take_all_names<'a>(value: &'a Value, seen: &mut Names<'a>) {
    let members = value.as_object().into_iter().flatten();
    seen.extend(members.map(|(name, _)| name.as_str()));
}

//# unseen_names: Names
pub(super) fn unseen_names(
    value: &Value,
    seen: &Names<'_>,
    mut holds: impl FnMut(&Value) -> bool,
) -> bool {
    let mut members = value.as_object().into_iter().flatten();
    members.all(|(name, member)| seen.contains(name.as_str()) || holds(member))
}

//# Positions
/// The items of an array that a schema has evaluated.
pub(super) type Positions = BTreeSet<usize>;

//# take_items: Positions
pub(super) fn take_items(value: &Value, seen: &mut Positions, range: std::ops::Range<usize>) {
    let count = value.as_array().map_or(0, Vec::len);
    seen.extend(range.start..range.end.min(count));
}

//# take_containing: Positions
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

//# unseen_items: Positions
pub(super) fn unseen_items(
    value: &Value,
    seen: &Positions,
    mut holds: impl FnMut(&Value) -> bool,
) -> bool {
    let mut items = value.as_array().into_iter().flatten().enumerate();
    items.all(|(i, item)| seen.contains(&i) || holds(item))
}

//# pattern
pub(super) fn pattern(text: &str) -> Regex {
    let mut builder = regex::RegexBuilder::new(text);
    let built = builder.size_limit(1 << 28).build();
    built.expect("the pattern is one of the crate regex")
}

//# Pattern
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

//# compiled: Pattern
pub(super) fn compiled(source: &'static str) -> Pattern {
    let mut builder = regex::RegexBuilder::new(source);
    let built = builder.size_limit(1 << 28).build();
    let regex = built.expect("the pattern is one of the crate regex");
    Pattern {
        source,
        is_match: Box::new(move |text| regex.is_match(text)),
    }
}

//# tree: Pattern Node
pub(super) fn tree(source: &'static str, root: Node) -> Pattern {
    Pattern {
        source,
        is_match: Box::new(move |text| Matcher::new(text).find(&root)),
    }
}

//# Node
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
