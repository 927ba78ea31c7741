// Every line of expected.txt is found in its module's part of the log, every module has a line,
// and every rule that the parent names in brackets has its violation here.
def expected = new File(basedir, 'expected.txt').readLines().findAll { it && !it.startsWith('#') }.collect { it.split(/ \| /, 2) as List }
def parts = [:].withDefault { new StringBuilder() }
def part = null
new File(basedir, 'build.log').eachLine { line ->
    def building = line =~ /^\[INFO\] Building ([\w.-]+) \d/
    def failed = line =~ /^\[ERROR\] Failed to execute goal .* on project ([\w.-]+): /
    def unread = line =~ /The project [^:]+:([\w.-]+):.* has \d+ error/
    if (building) part = building[0][1]
    if (unread) part = unread[0][1]
    if (failed) part = failed[0][1]
    if (line =~ /^\[INFO\] Reactor Summary/ || line =~ /^\[INFO\] Scanning for projects/) part = null
    if (line =~ /:audit \(default-cli\)/) part = 'audit'
    if (part != null) parts[part] << line << '\n'
}
def missing = expected.findAll { module, regex -> !(parts[module] =~ regex) }.collect { it.join(' | ') }
def modules = (new File(basedir, 'pom.xml').text =~ /<module>(.+?)<\/module>/).collect { it[1] }
def audited = ['module-inherits-parent', 'managed-version']
def silent = modules - audited - expected*.first()
def parent = new File(basedir, '../../../../../build-parent/pom.xml').text
def tried = expected*.last().join()
def untried = (parent =~ /essage>\[([a-z-]+)\]/).collect { it[1] }.unique().findAll { !tried.contains("\\[$it\\]") }
assert missing.isEmpty() && silent.isEmpty() && untried.isEmpty() :
    "not in the log:\n  ${missing.join('\n  ')}\nmodules without an expectation: $silent\nrules of the parent without a violation: $untried"
return true
