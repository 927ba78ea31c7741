// Each module but one is green; that one shows that an own compiler argument leaves ours in force.
def log = new File(basedir, 'build.log').text
def state = { name -> (log =~ /(?m)^\[INFO\] $name \.+ (SUCCESS|FAILURE|SKIPPED)/)[0][1] }
['with-lombok', 'with-arg-line', 'with-starters', 'with-spring'].each { assert state(it) == 'SUCCESS' : it }
assert state('with-compiler-args') == 'FAILURE'
assert log =~ /Nothing.java:\[8,9\] \[NullAway\]/
assert new File(basedir, 'arg-line/target/jacoco.exec').isFile() : 'the agent was lost'
assert !log.contains('has no annotation processor')
return true
