// Each module but one is green; that one shows that an own compiler argument leaves ours in force.
def log = new File(basedir, 'build.log').text
def failed = (log =~ /(?m)^\[INFO\] ([\w-]+) \.+ (?:FAILURE|SKIPPED)/).collect { it[1] }
assert failed == ['with-compiler-args']
['lombok', 'arg-line', 'starters', 'spring'].each { assert new File(basedir, "$it/target/with-$it-1.0.0-SNAPSHOT.jar").isFile() : it }
assert log =~ /Nothing.java:\[8,9\] \[NullAway\]/
assert new File(basedir, 'arg-line/target/jacoco.exec').isFile() : 'the agent was lost'
return true
